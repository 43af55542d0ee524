"""One board's run: tell in advance, then remove what has been told of."""

from dataclasses import dataclass, field

from blanketter.gallring.borttagning import BUNT, mogna, ta_bort_en_bunt
from blanketter.gallring.forvarning import forvarna
from blanketter.gallring.urval import forfaller, utan_stopp
from blanketter.models import (
    Forvarning,
    Gallringsklass,
    Gallringskorning,
    Gallringsregel,
)
from blanketter.models.gallringskorning import VARNAS_FORE
from vbeplan.nycklar.ring import GarInteAttLasa


@dataclass
class Resultat:
    """What a run did: (rule, number of forms), and what it could not read."""

    bruten: bool
    gallrat: list = field(default_factory=list)
    fel: list = field(default_factory=list)


@dataclass(frozen=True)
class Lage:
    """How it stands with one class: numbers of forms."""

    klass: Gallringsklass
    regel: Gallringsregel | None
    gallras: int = 0  # what a run would remove now
    vantar: int = 0  # whose day has come, but which has not been told of for long
    kommer: int = 0  # whose day comes within 30 days
    stoppade: int = 0  # whose day has come, but which a stop holds


def gallra(namnd, idag, bunt=BUNT):
    """Do the board's run of the day; returns the Resultat.

    Killed at any moment it has removed whole batches, each in a protocol. The next
    run, at once or days later, goes on; two at once do each form once.
    """
    resultat = Resultat(bruten=forvarna(namnd, idag))
    for regel in _regler(namnd):
        antal, fler = 0, True
        try:
            while fler:
                fler = ta_bort_en_bunt(namnd, regel, idag, bunt)
                antal += fler
        except GarInteAttLasa as fel:
            resultat.fel.append(f"{regel}: {fel}")
        resultat.gallrat.append((regel, antal))
    return resultat


def laget(namnd, idag):
    """Return the Lage of each class, as it is now; changes nothing."""
    regler = Gallringsregel.objects.per_klass(namnd)
    korning = Gallringskorning.objects.filter(namnd=namnd).first()
    fortsatter = korning is not None and not korning.ar_bruten(idag)
    return [
        _klassens_lage(namnd, klass, regler.get(klass), idag, fortsatter)
        for klass in Gallringsklass
    ]


def _klassens_lage(namnd, klass, regel, idag, fortsatter):
    if regel is None:
        return Lage(klass, None)
    alla = forfaller(namnd, regel, idag)
    fria = utan_stopp(alla, namnd, klass, idag).count()
    gallras = mogna(namnd, regel, idag).count() if fortsatter else 0
    snart = forfaller(namnd, regel, idag + VARNAS_FORE)
    return Lage(
        klass=klass,
        regel=regel,
        gallras=gallras,
        vantar=fria - gallras,
        kommer=utan_stopp(snart, namnd, klass, idag).count() - fria,
        stoppade=alla.count() - fria,
    )


def _regler(namnd):
    regler = Gallringsregel.objects.per_klass(namnd)
    return [regler[klass] for klass in Gallringsklass if klass in regler]


def antal_snart(namnder):
    """Return for how many of the boards' forms a removal has been told of."""
    rader = Forvarning.objects.filter(blankett__namnd__in=namnder)
    return rader.order_by().values("blankett").distinct().count()
