"""From what was typed to the words that plans have: forms, beginnings, compounds."""

from collections import defaultdict
from typing import NamedTuple

from django.db import connection
from django.db.models import Q

from aktiviteter.models import Sokord
from aktiviteter.sok.index import par
from aktiviteter.sok.ord import platt
from aktiviteter.sok.stam import stam

KORTAST_BORJAN, KORTAST_SISTA, KORTAST_LED = 4, 3, 4
KORTAST_FORLED = 3
MEST_FORMER = 300  # for one word; the best ones when it begins or ends very many
# Simple words that look like compounds of their last letters.
_ENKLA = (
    "kontroll", "rapport", "transport", "support", "import", "export", "sport",
    "person", "program", "station", "resurs", "respekt", "aspekt", "insikt", "trend",
)  # fmt: skip


class Grupp(NamedTuple):
    """One term: the numbers of which a place must have one, and forms to mark.

    `par` are pairs of which a place must have every one: a phrase.
    """

    orden: tuple[str, ...]
    numren: tuple[int, ...]
    former: frozenset[str]
    par: tuple[int, ...] = ()


def grupper(termer):
    """Return a `Grupp` for each term, in one query. An unknown word has no numbers."""
    if not termer:
        return []
    rader = list(Sokord.objects.filter(_villkor(termer)).values_list(
        "ord", "pk", "stam", "platt", "plattstam", "bakifran"
    ))  # fmt: skip
    per_form = {rad[0]: rad for rad in rader}
    return [_grupp(term, rader, per_form) for term in termer]


def _villkor(termer):
    villkor = Q()
    for term in termer:
        if term.exakt or len(term.ord) > 1:
            villkor |= Q(ord__in=term.ord)
            continue
        ord_ = term.ord[0]
        villkor |= Q(platt=platt(ord_)) | Q(plattstam=platt(stam(ord_)))
        if len(ord_) >= _minst(term):
            villkor |= borjar("platt", platt(ord_))
        if len(ord_) >= KORTAST_LED and ord_.isalpha():
            villkor |= borjar("bakifran", platt(stam(ord_))[::-1])
    return villkor


def _minst(term):
    return KORTAST_SISTA if term.sist else KORTAST_BORJAN


def borjar(falt, med):
    """Return a condition for words that begin so, by index on both databases."""
    if connection.vendor == "postgresql":
        return Q(**{f"{falt}__startswith": med})
    return Q(**{f"{falt}__gte": med, f"{falt}__lt": f"{med}\U0010ffff"})


def _grupp(term, rader, per_form):
    if term.exakt or len(term.ord) > 1:
        kanda = [per_form[o] for o in term.ord if o in per_form]
        alla = len(kanda) == len(term.ord)
        return Grupp(
            term.ord,
            tuple(rad[1] for rad in kanda) if alla else (),
            frozenset(term.ord),
            tuple(par(a, b) for a, b in zip(term.ord, term.ord[1:], strict=False)),
        )
    valda = _valda(term, rader)[:MEST_FORMER]
    return Grupp(
        term.ord, tuple(rad[1] for rad in valda), frozenset(rad[0] for rad in valda)
    )


def _valda(term, rader):
    """Return the rows that the term means, those most like it first."""
    ord_, nivaer = term.ord[0], defaultdict(list)
    minst = _minst(term)
    for rad in rader:
        niva = _likhet(ord_, rad, minst)
        if niva is not None:
            nivaer[niva].append(rad)
    if 0 in nivaer and any(t not in platt(ord_) for t in ord_):
        nivaer.pop(1, None)  # dots were typed, and such a word there is
    return [rad for niva in sorted(nivaer) for rad in nivaer[niva]]


def _likhet(ord_, rad, minst):
    """0 a form of the word, 1 one without dots, 2 begins with it, 3 ends with it."""
    form, _, stammen, platta, plattstam, _ = rad
    sokt = stam(ord_)
    if form == ord_ or stammen == sokt:
        return 0
    if platta == platt(ord_) or plattstam == platt(sokt):
        return 1
    utan_prickar = ord_ == platt(ord_)
    form, stammen = (platta, plattstam) if utan_prickar else (form, stammen)
    if len(ord_) >= minst and form.startswith(ord_):
        return 2
    if len(ord_) >= KORTAST_LED and _ar_efterled(sokt, stammen):
        return 3
    return None


def _ar_efterled(sokt, stammen):
    if len(sokt) < KORTAST_FORLED or not stammen.endswith(sokt):
        return False
    enkel = any(stammen.endswith(e) and len(e) > len(sokt) for e in _ENKLA)
    return len(stammen) - len(sokt) >= KORTAST_FORLED and not enkel
