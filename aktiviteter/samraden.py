"""Who was asked about a plan and what came of it: the table in words, and the count."""

from collections import Counter
from dataclasses import dataclass

from django.utils.formats import date_format

from aktiviteter.models import Samrad, Yttrande

Status = Samrad.Status
# How it ended, where the status alone would not tell
_SLUT = {Status.SVARAT.label: "Svarade", Status.FRAGAD.label: "Inget svar än"}


@dataclass(frozen=True)
class Yttranderad:
    """One remark in words; `utfall` and `svar` are "" until it is answered."""

    galler: str
    text: str
    utfall: str
    svar: str


@dataclass(frozen=True)
class Samradsrad:
    """One body that was asked, in words: days as «3 mars 2027», "" when unknown."""

    part: str
    slag: str
    lage: str
    fragad: str
    svarade: str
    svar: str
    ledde_till: str
    yttranden: tuple[Yttranderad, ...]

    @property
    def har_svarat(self):
        """Whether an answer came, be it only that there was nothing to remark."""
        return self.lage in (Status.SVARAT.label, Status.AVSTOD.label)

    @property
    def slut(self):
        """Return how it ended, in words: «Svarade», «Inget svar än», «Avstod»."""
        return _SLUT.get(self.lage, self.lage)

    @property
    def i_ord(self):
        """Return how it went: «Frågad 1 mars 2027. Svarade 20 mars 2027.»"""
        delar = [f"Frågad {self.fragad}" if self.fragad else ""]
        delar.append(f"{self.slut} {self.svarade}".strip())
        return " ".join(f"{ord_}." for ord_ in delar if ord_)


@dataclass(frozen=True)
class Samradslage:
    """Numbers: bodies on the list, asked, answered or declined, those that never did;
    remarks, and those not answered.
    """

    parter: int
    tillfragade: int
    har_svarat: int
    svarade_inte: int
    yttranden: int
    obesvarade: int

    @property
    def vantar(self):
        """Return how many are asked and may still answer."""
        return self.tillfragade - self.har_svarat - self.svarade_inte

    @property
    def i_ord(self):
        """Return (how it stands in a sentence, whether it is done)."""
        if not self.parter:
            return "Ingen står på listan än.", False
        if not self.tillfragade:
            return f"{self.parter} på listan, ingen är tillfrågad än.", False
        delar = [f"{self.har_svarat} av {self.tillfragade} har svarat."]
        if self.svarade_inte:
            delar.append(f"{self.svarade_inte} svarade inte.")
        if self.obesvarade == 1:
            delar.append("En synpunkt är inte besvarad.")
        elif self.obesvarade:
            delar.append(f"{self.obesvarade} synpunkter är inte besvarade.")
        return " ".join(delar), not (self.vantar or self.obesvarade)


def samradsrader(plan, bland=None):
    """Return a `Samradsrad` for each body that was asked about a plan. Two questions.

    Not those that are on the list and have not been asked. `bland` narrows it to some.
    """
    rader = plan.samraden.exclude(status=Status.INTE_FRAGAD)
    if bland is not None:
        rader = rader.filter(pk__in=bland)
    return tuple(
        Samradsrad(
            part=rad.part,
            slag=rad.get_slag_display(),
            lage=rad.get_status_display(),
            fragad=_dag(rad.fragad),
            svarade=_dag(rad.svarat),
            svar=rad.svar,
            ledde_till=rad.ledde_till,
            yttranden=tuple(_yttrande(y) for y in rad.yttranden.all()),
        )
        for rad in rader.prefetch_related("yttranden")
    )


def samradslaget(plan):
    """Return how far the consultation of a plan has come. Two questions."""
    status = plan.samraden.order_by().values_list("status", flat=True)
    utfall = Yttrande.objects.filter(samrad__plan=plan).order_by()
    return laget_av_samradet(status, list(utfall.values_list("utfall", flat=True)))


def laget_av_samradet(status, utfall):
    """Return the `Samradslage` of bodies' statuses and what became of each remark."""
    antal = Counter(status)
    alla = antal.total()
    tillfragade = alla - antal[Status.INTE_FRAGAD]
    return Samradslage(
        parter=alla,
        tillfragade=tillfragade,
        har_svarat=antal[Status.SVARAT] + antal[Status.AVSTOD],
        svarade_inte=antal[Status.UTEBLEV],
        yttranden=len(utfall),
        obesvarade=utfall.count(""),
    )


def _yttrande(rad):
    return Yttranderad(rad.galler, rad.text, rad.get_utfall_display(), rad.svar)


def _dag(dag):
    return date_format(dag, "j F Y") if dag else ""
