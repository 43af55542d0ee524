"""The appendices in Word: drawn anew each time, never read back."""

from aktiviteter.word.egen import ord as namn
from aktiviteter.word_ut.bild import BREDD, bredder, tabell_av
from aktiviteter.word_ut.xml import Element, lopa, stycke, varde, w
from vbeplan.text.avstavning import avstava

# How wide the columns of a form are, in hundredths; the others are alike
_ANDELAR = {
    "uppfoljning": (28, 20, 14, 38),
    "avvikelser": (28, 18, 14, 40),
    "laget": (26, 12, 62),
}
_MARKERING = {
    "nytt": lambda: (w("b"), varde("u", "single")),
    "borta": lambda: (w("strike"),),
}


def bilagerubrik(nr: int, bilaga) -> str:
    """«Bilaga 1. Ändringar …», as page and paper say it; `nr` from 1."""
    return f"Bilaga {nr}. {bilaga.rubrik}"


def bilagans_delar(bilaga):
    """Yield the paragraphs and tables of an `aktiviteter.bilagor.Bilaga`."""
    if bilaga.ingress:
        yield _text(bilaga.ingress)
    for del_ in bilaga.delar:
        if del_.rubrik:
            yield stycke(namn.BILAGEDEL, [lopa(del_.rubrik)])
        yield from map(_text, del_.stycken)
        for tabell in del_.tabeller:
            yield stycke(namn.BILDTITEL, [lopa(tabell.titel)])
            yield _tabell(tabell)


def _text(text: str) -> Element:
    return stycke(namn.BILDTEXT, [lopa(avstava(text))])


def _tabell(tabell) -> Element:
    huvud = [[stycke(namn.BILDHUVUD, [lopa(avstava(k))])] for k in tabell.kolumner]
    rader = [[[*_stycken(cell)] for cell in rad] for rad in tabell.rader]
    return tabell_av(tabell.titel, huvud, rader, _bredder(tabell))


def _bredder(tabell) -> list[int]:
    if andelar := _ANDELAR.get(tabell.form):
        return [BREDD * andel // 100 for andel in andelar]
    return bredder(len(tabell.kolumner))


def _stycken(cell):
    """Yield a paragraph for each line of a cell, its marked words as marked runs."""
    inre = []
    for text, slag in cell:
        forst, *fler = text.split("\n")
        inre += _lopa(forst, slag)
        for rad in fler:
            yield stycke(namn.BILDCELL, inre)
            inre = _lopa(rad, slag)
    yield stycke(namn.BILDCELL, inre)


def _lopa(text: str, slag: str) -> list[Element]:
    markering = _MARKERING[slag]() if slag else ()
    return [lopa(avstava(text), *markering)] if text else []
