"""How an enkät stands: who has answered, and what its coordinator may know of that."""

from collections import Counter
from dataclasses import dataclass

from django.conf import settings

from lagesbild.enkatfragor.lista import fragor_for
from lagesbild.handlingar.oppna_enkat import for_sma, tillfragade
from lagesbild.handlingar.skicka_enkat import fick_brev
from lagesbild.models import Enkat, Grupp

STEG = (10, 25, 50, 100, 250, 500, 1000)  # how coarsely an open link's are told


@dataclass(frozen=True)
class Gruppsvar:
    """How many of a group are asked and have answered; the fact only."""

    namn: str
    fragade: int
    svarat: int

    @property
    def andel(self):
        return round(100 * self.svarat / self.fragade) if self.fragade else 0


def ungefar(antal):
    """Return a number of answers in words that no single answer changes by itself."""
    if antal < settings.SMATALSGRANS:
        return f"Färre än {settings.SMATALSGRANS}"
    passerade = [steg for steg in (settings.SMATALSGRANS, *STEG) if steg <= antal]
    return f"Minst {max(passerade)}"


def inbjudna(enkat):
    """Return the invitations in order, with their respondents."""
    return list(enkat.inbjudningar.select_related("respondent").i_ordning())


def per_grupp(rader):
    """Return a Gruppsvar for each group among the invitations."""
    fragade = Counter(rad.grupp for rad in rader)
    svarat = Counter(rad.grupp for rad in rader if rad.har_svarat)
    return [
        Gruppsvar(grupp.label, fragade[grupp], svarat[grupp])
        for grupp in Grupp
        if fragade[grupp]
    ]


def ska_fa(enkat):
    """Return (group, how many of the register it would go to) for a draft."""
    antal = Counter(tillfragade(enkat).values_list("grupp", flat=True))
    return [(g.label, antal[g]) for g in Grupp if g in enkat.grupper]


def ihopslagna(enkat):
    """Return (groups, how many questions nobody gets) that opening it now would give.

    Groups that are too few answer together, and so only what is put to all of them.
    """
    antal = Counter(dict.fromkeys(enkat.grupper, 0))
    antal.update(tillfragade(enkat).values_list("grupp", flat=True))
    sma = for_sma(antal, settings.SMATALSGRANS)
    stora = set(antal) - set(sma)
    bort = [f for f in fragor_for(enkat) if not _nagon_far(f, sma, stora)]
    namn = [g.label for g in Grupp if g in sma and antal[g]]
    return (namn, len(bort)) if len(namn) > 1 else ([], 0)


def _nagon_far(fraga, sma, stora):
    till = set(fraga.get("grupper") or [*sma, *stora])
    return bool(stora & till) or set(sma) <= till


def kan_bjudas_in(enkat):
    """Return how many have come into the register since it opened."""
    redan = enkat.inbjudningar.values("respondent")
    return tillfragade(enkat).exclude(pk__in=redan).count()


def utan_brev(rader):
    """Return those with an address that haven't been sent a letter or answered."""
    return [
        rad
        for rad in rader
        if rad.respondent
        and rad.respondent.epost
        and not rad.har_svarat
        and not rad.skickad
    ]


def som_vantar(enkat):
    """Tell in words how many answers can't be counted yet, "" when all are."""
    if enkat.status != Enkat.Status.STANGD:
        return ""
    antal = enkat.svaren.filter(raknas=False).count()
    return ungefar(antal) if antal else ""


def mottagare(rader, dag):
    """Return (who gets a letter, who had one on the day, who has no address)."""
    med = [rad for rad in rader if rad.respondent.epost]
    far = [rad for rad in med if not fick_brev(rad, dag)]
    fick = [rad for rad in med if fick_brev(rad, dag)]
    return far, fick, [rad for rad in rader if rad not in med]
