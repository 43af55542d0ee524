"""From what was typed to the words that plans have: forms, beginnings, compounds."""

from collections import defaultdict
from itertools import pairwise
from typing import NamedTuple

from django.db import connection
from django.db.models import Q

from aktiviteter.models import Sokord
from aktiviteter.sok.index import tal
from aktiviteter.sok.led import ar_efterled, stammar_i
from aktiviteter.sok.ord import platt
from aktiviteter.sok.stam import stam

KORTAST_BORJAN, KORTAST_SISTA, KORTAST_LED = 4, 3, 4
MEST_ORD = 120  # stems for one word, when it begins or ends very many


class Grupp(NamedTuple):
    """What one term asks for, as numbers (`index.tal`), and the forms to mark.

    A place must have one of `numren`; or, when the term is a phrase, all of `fras`.
    """

    orden: tuple[str, ...]
    numren: tuple[int, ...]
    former: frozenset[str]
    fras: tuple[int, ...] = ()

    @property
    def okand(self):
        return not self.numren and not self.fras


def grupper(termer, *, vidga=True):
    """Return a `Grupp` for each term, in one query.

    With `vidga` a word also means the words that begin and end with it; without, only
    when nothing else is meant by it.
    """
    if not termer:
        return []
    rader = Sokord.objects.filter(_villkor(termer))
    rader = list(rader.values_list("ord", "stam", "platt", "plattstam"))
    formerna = {rad[0] for rad in rader}
    return [_grupp(term, rader, formerna, vidga=vidga) for term in termer]


def _ar_fras(term):
    return term.exakt or len(term.ord) > 1


def _villkor(termer):
    villkor = Q()
    for term in termer:
        if _ar_fras(term):
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


def _grupp(term, rader, formerna, *, vidga):
    if _ar_fras(term):
        fras = [f"{a} {b}" for a, b in pairwise(term.ord)] or [f" {term.ord[0]}"]
        numren = tuple(map(tal, fras)) if formerna.issuperset(term.ord) else ()
        return Grupp(term.ord, (), frozenset(term.ord), numren)
    nivaer = _nivaer(term, rader)
    if not vidga and (0 in nivaer or 1 in nivaer):
        nivaer = {niva: nivaer[niva] for niva in (0, 1) if niva in nivaer}
    sokt = stam(term.ord[0])
    # What begins or ends with the word as a known part has its number already.
    alla = [
        sokt if sokt in stammar_i(rad[0]) else rad[1]
        for niva in sorted(nivaer)
        for rad in nivaer[niva]
    ]
    stammar = list(dict.fromkeys(alla))[:MEST_ORD]
    sokta = set(stammar)
    marks = {rad[0] for rad in rader if sokta & stammar_i(rad[0])}
    return Grupp(term.ord, tuple(map(tal, stammar)), frozenset(marks))


def _nivaer(term, rader):
    """Return the rows that the term means by how like it they are; see `_likhet`."""
    ord_, nivaer = term.ord[0], defaultdict(list)
    for rad in rader:
        niva = _likhet(ord_, rad, _minst(term))
        if niva is not None:
            nivaer[niva].append(rad)
    if 0 in nivaer and ord_ != platt(ord_):
        nivaer.pop(1, None)  # dots were typed, and such a word there is
    return nivaer


def _likhet(ord_, rad, minst):
    """0 a form of the word, 1 one without dots, 2 begins with it, 3 ends with it."""
    form, stammen, platta, plattstam = rad
    sokt = stam(ord_)
    if form == ord_ or sokt in stammar_i(form):
        return 0
    if platta == platt(ord_) or plattstam == platt(sokt):
        return 1
    if ord_ == platt(ord_):
        form, stammen = platta, plattstam
    if len(ord_) >= minst and form.startswith(ord_):
        return 2
    if len(ord_) >= KORTAST_LED and ar_efterled(sokt, stammen):
        return 3
    return None
