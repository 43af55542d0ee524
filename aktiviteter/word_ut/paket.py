"""The package of one .docx: parts, relations, content types, and the zip of them all.

ECMA-376 part 2 (OPC). Parts are added in one order and stamped with one time, so that
the same plan gives the same bytes.
"""

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

RELATIONER = "http://schemas.openxmlformats.org/package/2006/relationships"
INNEHALLSTYPER = "http://schemas.openxmlformats.org/package/2006/content-types"
SLAG = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ORDTYP = "application/vnd.openxmlformats-officedocument.wordprocessingml."
FAST_TID = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


@dataclass
class Relationer:
    """The relations of one part; the same target of the same kind is one relation."""

    poster: dict[tuple[str, str, bool], str] = field(default_factory=dict)

    def till(self, slag: str, mal: str, *, utanfor: bool = False) -> str:
        """Return the id of a relation; `slag` is the last part of its type."""
        if "/" not in slag:
            slag = SLAG + slag
        return self.poster.setdefault(
            (slag, mal, utanfor), f"rId{len(self.poster) + 1}"
        )

    def som_xml(self) -> bytes:
        rot = etree.Element(f"{{{RELATIONER}}}Relationships", nsmap={None: RELATIONER})
        for (slag, mal, utanfor), rid in self.poster.items():
            e = etree.SubElement(rot, f"{{{RELATIONER}}}Relationship")
            e.attrib.update({"Id": rid, "Type": slag, "Target": mal})
            if utanfor:
                e.set("TargetMode", "External")
        return _bytes(rot)


@dataclass
class Paket:
    """Collects parts: (name, content type) → bytes."""

    delar: dict[str, bytes] = field(default_factory=dict)
    typer: dict[str, str] = field(default_factory=dict)

    def lagg(self, namn: str, data: bytes, typ: str = "") -> None:
        """Add a part. `typ` is its content type, "" when its ending says it."""
        self.delar[namn] = data
        if typ:
            self.typer[namn] = typ

    def som_zip(self) -> bytes:
        """The .docx. Its list of content types comes first, as Word writes it."""
        ut = io.BytesIO()
        with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as arkiv:
            for namn, data in {
                "[Content_Types].xml": self._innehallstyper(),
                **self.delar,
            }.items():
                post = zipfile.ZipInfo(namn, FAST_TID)
                post.compress_type = zipfile.ZIP_DEFLATED
                arkiv.writestr(post, data)
        return ut.getvalue()

    def _innehallstyper(self) -> bytes:
        rot = etree.Element(f"{{{INNEHALLSTYPER}}}Types", nsmap={None: INNEHALLSTYPER})
        for andelse, typ in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
        ):
            e = etree.SubElement(rot, f"{{{INNEHALLSTYPER}}}Default")
            e.attrib.update({"Extension": andelse, "ContentType": typ})
        for namn, typ in self.typer.items():
            e = etree.SubElement(rot, f"{{{INNEHALLSTYPER}}}Override")
            e.attrib.update({"PartName": f"/{namn}", "ContentType": typ})
        return _bytes(rot)


def _bytes(rot: etree._Element) -> bytes:
    return etree.tostring(rot, xml_declaration=True, encoding="UTF-8", standalone=True)
