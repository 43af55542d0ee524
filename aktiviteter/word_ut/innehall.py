"""The list of contents: a field that looks right before anybody has updated it.

Page numbers are Word's to know, so none are written: Word fills them in when the field
is updated, which it is by itself at print.
"""

from aktiviteter.word_ut.xml import Element, falt, lopa, stycke, tabb, varde, w

RUBRIK = "Innehåll"
INSTRUKTION = r'TOC \o "1-2" \h \z \u'


def bokmarke(nr: int) -> str:
    """The name of the bookmark on the heading with that place, from 0."""
    return f"_Toc{nr + 1:08d}"


def innehallsforteckning(
    avsnitt: list[dict], nummer: list[str], bilagor: list[str]
) -> Element:
    """The contents as the building block that Word offers to update.

    `bilagor` are the headings of the appendices, which come last without numbers.
    """
    rader = [
        stycke("", [_lank(i, f"{nr}", a["rubrik"])], id_=f"TOC{a['niva']}")
        for i, (a, nr) in enumerate(zip(avsnitt, nummer, strict=True))
    ]
    rader += [
        stycke("", [_lank(i, "", rubrik)], id_="TOC1")
        for i, rubrik in enumerate(bilagor, len(avsnitt))
    ]
    borjan, slut = _faltets_ram()
    rader[0][1:1] = borjan
    rader[-1].append(slut)
    galleri = w(
        "docPartObj", varde("docPartGallery", "Table of Contents"), w("docPartUnique")
    )
    return w(
        "sdt",
        w("sdtPr", galleri),
        w("sdtContent", stycke("", [lopa(RUBRIK)], id_="TOCHeading"), *rader),
    )


def _lank(nr: int, nummer: str, rubrik: str) -> Element:
    fore = [lopa(nummer), tabb()] if nummer else []
    return w("hyperlink", *fore, lopa(rubrik), anchor=bokmarke(nr))


def _faltets_ram() -> tuple[list[Element], Element]:
    *borjan, slut = falt(INSTRUKTION, "")
    return borjan, slut
