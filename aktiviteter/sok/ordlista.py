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


def grupper(termer, *, star, vidga=True):
    """Return a `Grupp` for each term, in one query and one of `star`.

    With `vidga` a word also means the words that begin and end with it; without, only
    when nothing else is meant by it. `star` tells which of some groups of numbers stand
    in a plan that the user may read: what she finds must not hang on others' words.
    """
    if not termer:
        return []
    rader = Sokord.objects.filter(_villkor(termer))
    rader = list(rader.values_list("ord", "stam", "platt", "plattstam"))
    formerna = {rad[0] for rad in rader}
    nivaer = [{} if _ar_fras(t) else _nivaer(t, rader) for t in termer]
    fragas = {
        fraga
        for par in zip(termer, nivaer, strict=True)
        for fraga in _fragor(*par, vidga=vidga)
    }
    finns = star(fragas) if fragas else set()
    return [
        _fras(term, formerna)
        if _ar_fras(term)
        else _grupp(term, rader, _valda(term, nivan, finns, vidga=vidga))
        for term, nivan in zip(termer, nivaer, strict=True)
    ]


def _numren(term, rader):
    """Return the numbers that some rows stand for, each once.

    What begins or ends with the word as a known part has its number already.
    """
    sokt = stam(term.ord[0])
    alla = [sokt if sokt in stammar_i(rad[0]) else rad[1] for rad in rader]
    return tuple(map(tal, list(dict.fromkeys(alla))[:MEST_ORD]))


def _fragor(term, nivaer, *, vidga):
    """Yield the numbers whose standing in the user's plans narrows what is meant."""
    ord_ = term.ord[0]
    if {0, 1} <= nivaer.keys() and ord_ != platt(ord_):
        yield _numren(term, nivaer[0])
    if not vidga and nivaer.keys() & {0, 1} and nivaer.keys() & {2, 3}:
        yield _numren(term, [*nivaer.get(0, ()), *nivaer.get(1, ())])


def _valda(term, nivaer, finns, *, vidga):
    """Return the rows that are meant, the most alike first."""
    ord_, nivaer = term.ord[0], dict(nivaer)
    sjalva = [*nivaer.get(0, ()), *nivaer.get(1, ())]
    if not vidga and _numren(term, sjalva) in finns:
        nivaer = {niva: nivaer[niva] for niva in (0, 1) if niva in nivaer}
    # Dots were typed, and such a word there is.
    if ord_ != platt(ord_) and _numren(term, nivaer.get(0, ())) in finns:
        nivaer.pop(1, None)
    return [rad for niva in sorted(nivaer) for rad in nivaer[niva]]


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


def _fras(term, formerna):
    fras = [f"{a} {b}" for a, b in pairwise(term.ord)] or [f" {term.ord[0]}"]
    numren = tuple(map(tal, fras)) if formerna.issuperset(term.ord) else ()
    return Grupp(term.ord, (), frozenset(term.ord), numren)


def _grupp(term, rader, menade):
    numren = _numren(term, menade)
    sokta = set(numren)
    marks = {rad[0] for rad in rader if sokta & set(map(tal, stammar_i(rad[0])))}
    return Grupp(term.ord, numren, frozenset(marks))


def _nivaer(term, rader):
    """Return the rows that the term means by how like it they are; see `_likhet`."""
    ord_, nivaer = term.ord[0], defaultdict(list)
    for rad in rader:
        niva = _likhet(ord_, rad, _minst(term))
        if niva is not None:
            nivaer[niva].append(rad)
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
