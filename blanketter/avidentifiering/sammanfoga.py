"""Makes one find of several in the same place."""

from collections.abc import Iterable

from blanketter.avidentifiering.fynd import RANG, SAKER, Fynd


def sammanfoga(fynd: Iterable[Fynd]) -> list[Fynd]:
    """Return the finds sorted, those that overlap joined under the widest one's kind.

    Of two equally wide ones the kind that stands first in `TYPER` is taken.
    """
    ut: list[Fynd] = []
    for nytt in sorted(fynd, key=_ordning):
        if ut and nytt.start < ut[-1].end:
            ut[-1] = _ett(ut[-1], nytt)
        else:
            ut.append(nytt)
    return ut


def lagg_namn(fynd: list[Fynd], namn: Iterable[Fynd], text: str) -> list[Fynd]:
    """Return the finds with what is left of the names outside them, sorted."""
    if not fynd:
        return sammanfoga(namn)
    kvar = []
    plats = 0
    for ett in sammanfoga(namn):
        while plats < len(fynd) and fynd[plats].end <= ett.start:
            plats += 1
        if del_ := _utanfor(ett, fynd[plats : plats + 1], text):
            kvar.append(del_)
    return sorted([*fynd, *kvar])


def _ordning(fynd):
    return fynd.start, -fynd.end, RANG[fynd.typ]


def _ett(ett, annat):
    bredast = min(ett, annat, key=lambda f: (f.start - f.end, RANG[f.typ]))
    sakra = SAKER in (ett.visshet, annat.visshet)
    return Fynd(
        min(ett.start, annat.start),
        max(ett.end, annat.end),
        bredast.typ,
        SAKER if sakra else bredast.visshet,
    )


def _utanfor(namn, upptaget, text):
    """Return the name, or what of it stands before or after the find it meets."""
    if not upptaget or upptaget[0].start >= namn.end:
        return namn
    hinder = upptaget[0]
    start, end = namn.start, hinder.start
    if start >= end:
        start, end = hinder.end, namn.end
    while start < end and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return Fynd(start, end, namn.typ, namn.visshet) if start < end else None
