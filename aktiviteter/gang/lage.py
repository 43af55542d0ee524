"""How far a plan has come, in words: its steps, what is next, and how it got here."""

from dataclasses import dataclass

from aktiviteter.gang.hinder import Hinder, hinder
from aktiviteter.models import Beslut, Handlingsplan, Planstatus, Villkor

P = Planstatus
_VARFOR = {
    P.UTKAST: "Planen är ett utkast. Skicka den på samråd när andra ska läsa den, "
    "eller direkt till {organ} när den är klar.",
    P.SAMRAD: "Planen är på samråd. Skriv in svaren och svara på synpunkterna. Du kan "
    "fortfarande ändra i planen.",
    P.TILL_NAMND: "Planen ligger hos {organ} och är låst. Registrera beslutet när "
    "protokollet är justerat.",
    P.GODKAND: "Planen är beslutad och godkänd. Nu följer ni upp aktiviteterna.",
    P.ERSATT: "Planen är ersatt av en senare. Den går alltid att läsa.",
}
_BESLUTAD = "Planen är beslutad. Nu följer ni upp aktiviteterna."
_TILL_KS = (
    "Planen är beslutad och låst. Registrera vad kommunstyrelsen säger när den har "
    "tagit ställning."
)
_NEJ = (
    "Kommunstyrelsen godkände inte planen. Den gäller som nämnden beslutade den. Det "
    "som behöver ändras skriver ni i nästa plan. Tar kommunstyrelsen upp den igen "
    "registrerar du det här."
)


@dataclass(frozen=True, slots=True)
class Gang:
    """All that the page «Planens gång» says of a plan's way, read once.

    `steglista` is (words, "klart" | "nu" | ""), `villkor` those of the approval.
    """

    plan: Handlingsplan
    steglista: tuple[tuple[str, str], ...]
    varfor: str
    hinder: tuple[Hinder, ...]
    stegen: tuple
    besluten: tuple[Beslut, ...]
    villkor: tuple[Villkor, ...]

    @property
    def stoppar(self):
        return [h for h in self.hinder if h.stoppar]

    @property
    def varningar(self):
        return [h for h in self.hinder if not h.stoppar]

    @property
    def villkor_kvar(self):
        return [v for v in self.villkor if v.uppfyllt is None]

    @property
    def vantar_pa_ks(self):
        plan = self.plan
        return plan.status == P.BESLUTAD and plan.namnd.ks_godkanner

    @property
    def kan_ga_tillbaka(self):
        return self.plan.status in (P.SAMRAD, P.TILL_NAMND)


def gangen(plan):
    """Return a plan's `Gang`; what hinders it is only read while it is open."""
    besluten = tuple(plan.besluten.select_related("av").prefetch_related("villkoren"))
    return Gang(
        plan,
        tuple(_steglista(plan)),
        _varfor(plan, besluten),
        tuple(hinder(plan)) if plan.ar_oppen else (),
        tuple(plan.stegen.select_related("av")),
        besluten,
        tuple(v for beslut in besluten for v in beslut.villkoren.all()),
    )


def _steglista(plan):
    kedja = [P.UTKAST, P.SAMRAD, P.TILL_NAMND, P.BESLUTAD]
    if plan.namnd.ks_godkanner or plan.status == P.GODKAND:
        kedja.append(P.GODKAND)
    if plan.status == P.ERSATT:
        kedja = [P.BESLUTAD, P.ERSATT]
    har = kedja.index(plan.status)
    for plats, steg in enumerate(kedja):
        lage = "klart" if plats < har else "nu" if plats == har else ""
        yield plan.lagesord(steg), lage


def _varfor(plan, besluten):
    if plan.status == P.BESLUTAD:
        if any(b.utfall == Beslut.Utfall.INTE_GODKAND for b in besluten):
            return _NEJ
        return _TILL_KS if plan.namnd.ks_godkanner else _BESLUTAD
    return _VARFOR[plan.status].format(organ=plan.namnd.beslutar_i_text)
