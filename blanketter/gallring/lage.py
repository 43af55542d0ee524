"""Read: what the rules would remove, when, and what stands in the way. Changes nothing.

Numbers and days only; nothing here opens a text.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, OuterRef, Subquery, Value

from blanketter.gallring.slag import alla_slag, slaget
from blanketter.models import (
    Forvarning,
    Gallringsklass,
    Gallringskorning,
    Gallringsregel,
    Gallringsstopp,
)
from blanketter.models.gallringskorning import MINST_VARNAD, VARNAS_FORE, tidigast


@dataclass
class Lage:
    """How it stands with one class: numbers of records. `dagar` says how many of them
    go at the earliest on which day, those that no stop holds."""

    klass: Gallringsklass
    regel: Gallringsregel | None
    gallras: int = 0  # what a run would remove now
    vantar: int = 0  # whose time is up, but which has not been told of for long
    kommer: int = 0  # whose time is up within 30 days
    stoppade: int = 0  # whose time is up, but which a stop holds
    dagar: Counter[date] = field(default_factory=Counter)

    @property
    def forst(self):
        """Return the first day on which something goes, or None."""
        return min(self.dagar, default=None)


def laget(namnd, idag):
    """Return the Lage of each class, as a run on the day would find it."""
    regler = Gallringsregel.objects.per_klass(namnd)
    stopp = Gallringsstopp.objects.galler(idag).for_namnd(namnd)
    stoppade = set(stopp.filter(blankett=None).values_list("klass", flat=True))
    korning = Gallringskorning.objects.filter(namnd=namnd).first()
    bruten = korning is None or korning.ar_bruten(idag)
    lagen = []
    for klass in Gallringsklass:
        lage = Lage(klass, regler.get(klass))
        if lage.regel:
            hela = bool(stoppade & {"", klass.value})
            for dag, stoppad, varnad, antal in _grupper(namnd, lage.regel, stopp):
                _rakna(lage, dag, stoppad or hela, None if bruten else varnad, antal,
                       idag)  # fmt: skip
        lagen.append(lage)
    return lagen


def _grupper(namnd, regel, stopp):
    """Return (day it is counted from, held, day it was told of, how many)."""
    slag = slaget(regel.klass)
    varnade = slag.forvarning.objects.filter(
        **{slag.post: OuterRef("pk")}, klass=regel.klass, regel=regel
    )
    egna = slag.forvarning is Forvarning  # only a form has stops of its own
    rader = slag.poster(namnd, regel.klassen).annotate(
        stoppad=Exists(stopp.filter(blankett=OuterRef("pk"))) if egna else Value(False),
        varnad=Subquery(varnade.values("dag")[:1]),
    )
    falt = ("raknas", "stoppad", "varnad")
    return rader.values(*falt).annotate(antal=Count("pk")).values_list(*falt, "antal")


def _rakna(lage, dag, stoppad, varnad, antal, idag):
    forfaller = lage.regel.slutdag(dag)
    ute = forfaller < idag
    if stoppad:
        lage.stoppade += antal * ute
        return
    lage.dagar[max(tidigast(forfaller, varnad or idag), idag)] += antal
    if not ute:
        lage.kommer += antal * (forfaller < idag + VARNAS_FORE)
    elif varnad and varnad <= idag - MINST_VARNAD:
        lage.gallras += antal
    else:
        lage.vantar += antal


def per_manad(lagen):
    """Return [(first day of the month, [number in each of the lagen])], in order."""
    manader = {dag.replace(day=1) for lage in lagen for dag in lage.dagar}
    return [(manad, [_i_manaden(lage, manad) for lage in lagen])
            for manad in sorted(manader)]  # fmt: skip


def _i_manaden(lage, manad):
    return sum(n for dag, n in lage.dagar.items() if dag.replace(day=1) == manad)


def antal_forvarnade(namnd):
    """Return for how many of the board's records a removal has been told of."""
    return sum(
        slag.forvarning.objects.for_namnd(namnd).order_by().values(slag.post)
        .distinct().count() for slag in alla_slag()
    )  # fmt: skip


def gallras_snart(namnder, idag):
    """Return by board ([(how many, one, several)], the first day) of what may go within
    14 days, in the words of its Slag.

    Without what is held: a stop takes its warnings away.
    """
    slagen, snart = alla_slag(), {}
    for pk, (per_slag, forst) in _raknade(slagen, namnder, idag).items():
        snart[pk] = [(n, *slagen[nr].ord) for nr, n in sorted(per_slag.items())], forst
    return snart


def _raknade(slagen, namnder, idag):
    """Return by board (how many by the place of their Slag, the first day)."""
    raknade = {}
    delar = [_varnade(nr, slag, namnder, idag) for nr, slag in enumerate(slagen)]
    for pk, nr, forfaller, dag, antal in delar[0].union(*delar[1:], all=True):
        per_slag, forst = raknade.get(pk, (Counter(), date.max))
        per_slag[nr] += antal
        raknade[pk] = per_slag, min(forst, max(tidigast(forfaller, dag), idag))
    return raknade


def _varnade(nr, slag, namnder, idag):
    """Return the Slag's warnings that are due, as numbers by board and day."""
    rader = slag.forvarning.objects.mogna(idag + MINST_VARNAD).med_namnd()
    rader = rader.filter(i_namnd__in=namnder).order_by()
    rader = rader.values("i_namnd", "forfaller", "dag")
    rader = rader.annotate(antal=Count(slag.post, distinct=True), slag=Value(nr))
    return rader.values_list("i_namnd", "slag", "forfaller", "dag", "antal")
