"""A Word file's parts: from bytes to hardened XML trees, found by their relations."""

import posixpath
from functools import cached_property
from zipfile import ZipFile

from lxml import etree

from vbeplan.filer.fel import FilFel
from vbeplan.filer.xmlvakt import tolka_xml
from vbeplan.filer.zipvakt import las_post, oppna_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# ISO 29500 Strict uses other namespaces for the same vocabulary.
STRIKT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
HOGST_RADER = 2_500
HOGST_TECKEN = 2_000_000


class Paket:
    """The parts of one docx. Raises FilFel when it is no plan that can be read."""

    def __init__(self, data: bytes):
        self.arkiv: ZipFile
        self.arkiv, self.huvuddel = oppna_docx(data)
        self.dokument = self._del(self.huvuddel, "dokumentets text")
        if self.dokument is None or self.dokument.find(f"{W}body") is None:
            raise FilFel(
                "Dokumentet saknar text. Öppna filen i Word, kontrollera att planen "
                "finns där, spara den på nytt och ladda upp den igen."
            )
        self._granska_mangd()

    @property
    def kropp(self) -> etree._Element:
        return self.dokument.find(f"{W}body")

    @cached_property
    def relationer(self) -> dict[str, tuple[str, str, bool]]:
        """Relation id → (kind, target, external)."""
        return self._relationer(self.huvuddel)

    @cached_property
    def stilar(self) -> etree._Element | None:
        return self._slag("styles")

    @cached_property
    def numrering(self) -> etree._Element | None:
        return self._slag("numbering")

    @cached_property
    def kommentarer(self) -> etree._Element | None:
        return self._slag("comments")

    def noter(self, slag: str) -> etree._Element | None:
        """The notes' part; `slag` is "footnotes" or "endnotes"."""
        return self._slag(slag)

    def huvud_och_fot(self) -> list[etree._Element]:
        """Headers and footers, for the cover's facts."""
        namn = [m for s, m, _ in self.relationer.values() if s in ("header", "footer")]
        delar = [self._del(n, "sidhuvudet") for n in sorted(set(namn))]
        return [d for d in delar if d is not None]

    def del_for(self, rid: str) -> etree._Element | None:
        """The part a relation points at, None when it is missing or outside."""
        _, mal, utanfor = self.relationer.get(rid, ("", "", True))
        return None if utanfor else self._del(mal, "en bilaga i filen")

    def relationer_for(self, slag: str) -> dict[str, tuple[str, str, bool]]:
        """The relations of the notes' part, whose links live there."""
        for s, mal, _ in self.relationer.values():
            if s == slag:
                return self._relationer(mal)
        return {}

    def andrad_ar(self) -> int | None:
        """The year the file was last saved, by its properties."""
        rot = self._del("docProps/core.xml", "filens egenskaper")
        if rot is None:
            return None
        for e in rot:
            if etree.QName(e).localname == "modified" and (e.text or "")[:4].isdigit():
                return int(e.text[:4])
        return None

    def _slag(self, slag: str) -> etree._Element | None:
        for s, mal, utanfor in self.relationer.values():
            if s == slag and not utanfor:
                return self._del(mal, slag)
        return None

    def _del(self, namn: str, vad: str) -> etree._Element | None:
        data = las_post(self.arkiv, namn)
        if data is None:
            return None
        for strikt, vanlig in STRIKT:
            data = data.replace(strikt, vanlig)
        return tolka_xml(data, vad)

    def _relationer(self, del_: str) -> dict[str, tuple[str, str, bool]]:
        mapp, namn = posixpath.split(del_)
        rot = self._del(posixpath.join(mapp, "_rels", namn + ".rels"), "relationerna")
        ut = {}
        for e in rot if rot is not None else ():
            utanfor = e.get("TargetMode") == "External"
            mal = e.get("Target", "")
            if not utanfor:
                mal = posixpath.normpath(posixpath.join("/" + mapp, mal)).lstrip("/")
            ut[e.get("Id", "")] = (e.get("Type", "").rpartition("/")[2], mal, utanfor)
        return ut

    def _granska_mangd(self) -> None:
        """Refuses what no plan is, before time is spent on understanding it."""
        rader = sum(1 for _ in self.kropp.iter(f"{W}tr"))
        if rader > HOGST_RADER:
            raise FilFel(
                f"Dokumentet har {rader} tabellrader; högst {HOGST_RADER} går att "
                "läsa. Ta bort tabeller som inte hör till planen, eller dela upp "
                "dokumentet i flera filer."
            )
        tecken = sum(len(t.text or "") for t in self.kropp.iter(f"{W}t"))
        if tecken > HOGST_TECKEN:
            raise FilFel(
                f"Dokumentet har {tecken} tecken; högst {HOGST_TECKEN} går att läsa. "
                "Dela upp dokumentet i flera filer."
            )
