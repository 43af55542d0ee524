"""Whom to ask about a plan: as last year, and as boards usually do."""

from dataclasses import dataclass

from aktiviteter.models import Handlingsplan, Samrad
from lagesbild.models import Kalla, Kallart
from vbeplan.text.svenska import normalisera

Slag = Samrad.Slag
FORRA = "Förra planen"
VANLIGA = (
    ("Kommunpolisen", Slag.POLIS),
    ("Utbildningsförvaltningen", Slag.SKOLA),
    ("Kommunstyrelsen", Slag.NAMND),
    ("Fritid och ungdom", Slag.ANNAT),
    ("Socialtjänsten", Slag.ANNAT),
    ("Kommunens säkerhetsfunktion", Slag.ANNAT),
    ("Föreningar och trossamfund", Slag.CIVILT),
    ("Länsstyrelsen", Slag.REGION),
)


@dataclass(frozen=True)
class Forslag:
    """Somebody to ask, as a row of the list would have it, and where it comes from."""

    part: str
    slag: str
    epost: str
    ur: str

    @property
    def ar_fran_forra(self):
        return self.ur == FORRA


def forslag(plan):
    """Return `Forslag` that are not on a plan's list, last year's first.

    Four queries. The police's address comes from the picture's sources. The city's
    other boards are not read: a board notices nothing of another's coming.
    """
    redan = {normalisera(s.part) for s in plan.samraden.all()} | {plan.namnd.namn_norm}
    ut = []
    for ett in (*_forra(plan), *_vanliga(plan)):
        if (nyckel := normalisera(ett.part)) not in redan:
            redan.add(nyckel)
            ut.append(ett)
    return ut


def _forra(plan):
    tidigare = Handlingsplan.objects.filter(namnd=plan.namnd_id, ar__lt=plan.ar)
    # The last that asked anybody: a plan between them may have been left alone.
    forra = tidigare.filter(samraden__isnull=False).order_by("-ar").first()
    if forra:
        for rad in forra.samraden.all():
            yield Forslag(rad.part, rad.slag, rad.epost, FORRA)


def _vanliga(plan):
    kallor = Kalla.objects.filter(
        lagesbild__namnd=plan.namnd_id, lagesbild__ar=plan.ar, art=Kallart.POLIS
    )
    polisen = kallor.exclude(epost="").values_list("epost", flat=True).first()
    for part, slag in VANLIGA:
        epost = polisen or "" if slag == Slag.POLIS else ""
        yield Forslag(part, slag, epost, "Vanliga att fråga")
