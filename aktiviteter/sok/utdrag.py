"""Words in their place: the sentence that answers a question, its words marked."""

from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from aktiviteter.sok.ord import orden

FORE, EFTER = 70, 150  # letters shown round the first word that was found
MEST_UTDRAG = 2


class Utdrag(NamedTuple):
    """A piece of a place with its label («Fotnot», ""), its words marked."""

    etikett: str
    text: SafeString


class Markning:
    """Finds the words of some groups (`ordlista.Grupp`) in texts."""

    def __init__(self, grupper):
        self.fraser = [(n, g.orden) for n, g in enumerate(grupper) if len(g.orden) > 1]
        self.nummer = {
            form: n
            for n, g in enumerate(grupper)
            if len(g.orden) == 1
            for form in g.former
        }

    def rubrik(self, text):
        """Return a whole text, escaped, with <mark> round the words."""
        spann, _ = self._spann(text)
        return _markerad(text, spann, 0, len(text))

    def utdrag(self, stycken):
        """Return the pieces under the heading with most of the groups, at most two."""
        kandidater = []
        for nr, stycke in enumerate(stycken):
            if stycke.rubrik:
                continue
            spann, funna = self._spann(stycke.text)
            if funna:
                kandidater.append((-len(funna), nr, stycke, spann, funna))
        kandidater.sort(key=lambda k: k[:2])
        visade, ut = set(), []
        for _, _, stycke, spann, funna in kandidater:
            if len(ut) == MEST_UTDRAG or (ut and funna <= visade):
                continue
            visade |= funna
            ut.append(Utdrag(stycke.etikett, _fonster(stycke.text, spann)))
        return ut

    def _spann(self, text):
        """Return where the groups' words stand, and which groups were found."""
        spann, funna, formerna = [], set(), orden(text)
        for form, start, slut in formerna:
            nr = self.nummer.get(form)
            if nr is not None:
                funna.add(nr)
                spann.append((start, slut))
        for nr, fras in self.fraser:
            if hittade := _fraser(formerna, fras):
                funna.add(nr)
                spann += hittade
        return (_utan_overlapp(spann) if self.fraser else spann), funna


def _fraser(formerna, fras):
    langd = len(fras)
    return [
        (formerna[i][1], formerna[i + langd - 1][2])
        for i in range(len(formerna) - langd + 1)
        if formerna[i][0] == fras[0]
        and all(formerna[i + j][0] == ord_ for j, ord_ in enumerate(fras))
    ]


def _utan_overlapp(spann):
    ut = []
    for start, slut in sorted(spann):
        if ut and start < ut[-1][1]:
            ut[-1] = (ut[-1][0], max(slut, ut[-1][1]))
        else:
            ut.append((start, slut))
    return ut


def _fonster(text, spann):
    """Return the text round the first words found, cut between words."""
    forst = spann[0][0]
    fran = max(0, forst - FORE)
    if fran:
        mening = max(text.rfind(t, fran, forst) for t in (". ", "? ", "! ", ": "))
        fran = mening + 2 if mening >= 0 else text.find(" ", fran, forst) + 1 or forst
    till = min(len(text), forst + EFTER)
    if till < len(text):
        till = max(text.rfind(" ", forst, till), spann[0][1])
    mitt_i = fran and text[max(0, fran - 2) : fran] not in (". ", "? ", "! ")
    return _markerad(
        text, spann, fran, till, "… " * bool(mitt_i), " …" * (till < len(text))
    )


def _markerad(text, spann, fran, till, fore="", efter=""):
    ut, har = [fore], fran
    for start, slut in spann:
        if start < har or slut > till:
            continue
        ut += escape(text[har:start]), "<mark>", escape(text[start:slut]), "</mark>"
        har = slut
    ut += escape(text[har:till]), efter
    return mark_safe("".join(ut))  # noqa: S308 — every word of the text was escaped
