"""Texts of the picture: about what happens, never about a person."""

from blanketter.avidentifiering.fynd import SAKER
from blanketter.forms.utan_person import NUMMER, UtanPerson
from blanketter.vakten import hitta

MASTE_BORT = "”%s” kan peka ut någon. Skriv om det så att ingen går att känna igen."


class UtanPersonText(UtanPerson):
    """As `UtanPerson`, and refuses all that the guard is sure of in `TEXTER`.

    Those are the fields that hold running text: an address or a number in them is
    somebody's, where a function's in a field of its own is not.
    """

    TEXTER = ()

    def clean(self):
        data = super().clean()
        for namn in self.TEXTER:
            text = data.get(namn) or ""
            for ord_ in sakra(text):
                self.add_error(namn, MASTE_BORT % ord_)
        return data


def sakra(text):
    """Return what the guard is sure points at somebody, but for what has its own
    words: persons' numbers and names."""
    utom = NUMMER | {"namn"}
    return [
        text[f.start : f.end]
        for f in hitta(text)
        if f.visshet == SAKER and f.typ not in utom
    ]
