"""The kinds of record whose words retention removes: the forms, and those of rooms that
know this one and not the other way."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Slag:
    """How retention deals with one kind of record.

    `ord`: one and several of it; `klasser`: its classes; `forvarning`: its model of
    warnings; `poster(namnd, klass)`: the board's records with something left of the
    class, `raknas` the day that its period is counted from; `ta_bort(pk, klass, idag)`:
    remove that from the records with the keys, held until the transaction ends, and
    return (how many were done, [(record, why)] of those that can't be read);
    `modeller`: whose tables held it.
    """

    ord: tuple[str, str]
    klasser: tuple
    forvarning: type
    poster: Callable
    ta_bort: Callable
    modeller: tuple = ()

    @property
    def post(self):
        """Return the name of the warning's field that is the record."""
        return self.forvarning.POST


_SLAGEN = []


def lagg_till(slag):
    """Let retention be about this kind too. Called when the program starts."""
    if slag not in _SLAGEN:
        _SLAGEN.append(slag)


def alla_slag():
    return tuple(_SLAGEN)


def slaget(klass):
    """Return the Slag of a class."""
    return next(slag for slag in _SLAGEN if klass in slag.klasser)
