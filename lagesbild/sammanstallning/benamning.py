"""What the codes are called, and which there are, in the questions' order."""

from dataclasses import dataclass
from datetime import date

from blanketter.models import Frageversion

UTAN = ""  # the code of what has none
UTAN_ORD = {
    "miljo": "Miljö saknas",
    "slag": "Händelse saknas",
    "plats": "Plats saknas",
    "delomrade": "Utan delområde",
}
FRAGOR = ("miljo", "slag", "plats")


@dataclass(frozen=True)
class Benamning:
    """`orden` holds {axis: {code: words}} in order, `versioner` the questions'.

    `delomrade_fran` has the day from which a part belongs to the board, where it is
    known; `delomrade_stangt` the day from which it does no more.
    """

    orden: dict[str, dict[str, str]]
    versioner: tuple[Frageversion, ...]
    delomrade_fran: dict[str, date]
    delomrade_stangt: dict[str, date]

    def koder(self, axel, anvanda, *, alla):
        """Return an axis' codes in order: those with words, and others in use.

        Without `alla` only those in use; what has no code stands last.
        """
        kanda = [kod for kod in self.orden[axel] if alla or kod in anvanda]
        andra = sorted(kod for kod in anvanda if kod and kod not in self.orden[axel])
        return (*kanda, *andra, *([UTAN] if UTAN in anvanda else []))

    def ord_for(self, axel, kod):
        """Return a code's words; one that nobody has named is its own."""
        return self.orden[axel].get(kod, kod) if kod else UTAN_ORD[axel]


def benamning(versioner, delomraden):
    """Return the words of a board's codes; the newest version's words win.

    `versioner` are the questions', the newest first, `delomraden` the board's parts in
    order.
    """
    orden = {fraga: _orden(versioner, fraga) for fraga in FRAGOR}
    orden["delomrade"] = {str(rad.pk): rad.namn for rad in delomraden}
    borjan = {str(rad.pk): rad.fran for rad in delomraden if rad.fran}
    stangda = {str(rad.pk): rad.stangt for rad in delomraden if rad.stangt}
    return Benamning(orden, tuple(versioner), borjan, stangda)


def _orden(versioner, fraga):
    orden = {}
    for version in versioner:
        for kod, text in version.val(fraga):
            orden.setdefault(kod, text)
    return orden
