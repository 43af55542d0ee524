"""The guard as this installation has it: with the municipality's lists and places."""

import re
import time

from blanketter.avidentifiering import Fynd
from blanketter.avidentifiering import hitta as _hitta
from blanketter.avidentifiering.namn import (
    EFTERNAMN,
    FORNAMN,
    INGET_NAMN,
    NAMN,
    ORT,
    ordlista,
)
from blanketter.models import Namnlista
from vbeplan.organisation.models import Delomrade, Kommun, Namnd

VERSALT = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]+")
LIVSTID = 60  # seconds that a process may use lists another has changed since
_FLAGGOR = {
    Namnlista.Slag.FORNAMN: FORNAMN,
    Namnlista.Slag.EFTERNAMN: EFTERNAMN,
    Namnlista.Slag.NAMN: FORNAMN | EFTERNAMN,
    Namnlista.Slag.UNDANTAG: INGET_NAMN,
}


class _Minne:
    """The words of the lists, as this process last read them."""

    def __init__(self):
        self.glom()

    def glom(self):
        self.orden, self.underlag, self.sett = {}, None, None

    def las(self):
        nu = time.monotonic()
        if self.sett is None or nu - self.sett >= LIVSTID:
            listor = sorted(Namnlista.objects.values_list("pk", "avtryck"))
            if (underlag := (listor, _platsnamnen())) != self.underlag:
                self.orden = _orterna(underlag[1]) | _las_listorna()
                self.underlag = underlag
            self.sett = nu
        return self.orden


_minne = _Minne()
glom = _minne.glom  # so that the next text is read with the lists as they are now


def hitta(text: str) -> list[Fynd]:
    """Return what may point a person out, the municipality's own names among it."""
    return _hitta(text, egna=egna_ord())


def egna_ord() -> dict[str, int]:
    """Return the words of the lists in lower case with what the guard is to think."""
    return _minne.las()


def _platsnamnen():
    """Return the names of the municipality, its boards and their districts."""
    forst, *resten = (
        modell.objects.order_by().values_list("namn")
        for modell in (Kommun, Namnd, Delomrade)
    )
    return sorted(namn for (namn,) in forst.union(*resten))


def _orterna(namn):
    """Return the capitalised words of the names as places.

    But not one that is somebody's name too: the person must still be found.
    """
    kanda = ordlista()
    orden = {ord_.lower() for ord_ in VERSALT.findall("; ".join(namn))}
    return {ord_: ORT for ord_ in orden if not kanda[ord_] & NAMN}


def _las_listorna():
    """A word that one list calls no name is none, whatever another says."""
    orden = {}
    for lista in Namnlista.objects.all():
        flagga = _FLAGGOR[lista.slag]
        for ord_ in lista.orden:
            orden[ord_] = orden.get(ord_, 0) | flagga
    return orden
