"""How far a plan has come, in words: its steps, what is next, and how it got here."""

from dataclasses import dataclass

from django.utils.formats import date_format

from aktiviteter.gang.hinder import Hinder, hinder
from aktiviteter.gang.underlag import Underlag
from aktiviteter.models import Beslut, Handlingsplan, Planstatus, Villkor
from aktiviteter.models.beslut import KS_SVAR

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
_NEJ = {
    Beslut.Utfall.INTE_GODKAND: "Kommunstyrelsen godkände inte planen. Börja en ny "
    "version om den ska ändras och beslutas igen i år. Tar kommunstyrelsen upp den som "
    "den är registrerar du det här.",
    Beslut.Utfall.ATERREMISS: "Kommunstyrelsen skickade tillbaka planen. Börja en ny "
    "version, ändra det som behövs och låt {organ} besluta igen.",
}
_NY_VERSION = (
    "Version {ny} av planen skrivs. Version {fore}, som {organ} beslutade {dag}, "
    "gäller tills den nya är beslutad."
)


@dataclass(frozen=True, slots=True)
class Gang:
    """All that the page «Planens gång» says of a plan's way, read once.

    `steglista` is (words, "klart" | "nu" | ""), `villkor` those of approvals that
    stand. `ny_version`: that an earlier version is in force meanwhile, or "".
    """

    plan: Handlingsplan
    steglista: tuple[tuple[str, str], ...]
    varfor: str
    hinder: tuple[Hinder, ...]
    stegen: tuple
    besluten: tuple[Beslut, ...]
    villkor: tuple[Villkor, ...]
    ny_version: str = ""

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
    def kan_fa_ny_version(self):
        return self.plan.status in (P.BESLUTAD, P.GODKAND)

    @property
    def ks_sade_nej(self):
        return self.kan_fa_ny_version and bool(_ks_nej(self.plan, self.besluten))

    @property
    def kan_ga_tillbaka(self):
        return self.plan.status in (P.SAMRAD, P.TILL_NAMND)


def gangen(plan, underlag=None):
    """Return a plan's `Gang`; what hinders it is only read while it is open.

    `underlag` is the plan's `Underlag`, when somebody has one.
    """
    underlag = underlag or Underlag(plan)
    besluten = tuple(plan.besluten.select_related("av", "rattelse"))
    galler = [b for b in besluten if not hasattr(b, "rattelse")]
    return Gang(
        plan,
        tuple(_steglista(plan)),
        _varfor(plan, besluten),
        tuple(hinder(plan, underlag)) if plan.ar_oppen else (),
        tuple(plan.stegen.select_related("av")),
        besluten,
        tuple(underlag.villkor),
        _ny_version(plan, galler),
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
        if nej := _ks_nej(plan, besluten):
            return nej.format(organ=plan.namnd.beslutar_i_text)
        return _TILL_KS if plan.namnd.ks_godkanner else _BESLUTAD
    return _VARFOR[plan.status].format(organ=plan.namnd.beslutar_i_text)


def _ks_nej(plan, besluten):
    """Return what to do when KS didn't approve the version that is decided, or ""."""
    omgangens = [b for b in besluten if b.omgang == plan.omgang]
    beslutad = Beslut.Utfall.BESLUTAD
    forst = min((b.pk for b in omgangens if b.utfall == beslutad), default=0)
    # What was sent back before the board had decided was its own doing.
    utfall = [
        b.utfall
        for b in omgangens
        if b.pk > forst and b.utfall in KS_SVAR and not hasattr(b, "rattelse")
    ]
    return _NEJ.get(utfall[-1], "") if utfall else ""


def _ny_version(plan, besluten):
    """Return which version is in force while the next is written, in words."""
    if plan.omgang == 1 or plan.ar_beslutad:
        return ""
    fore = plan.omgang - 1
    sist = next(
        b for b in besluten if b.omgang == fore and b.utfall == Beslut.Utfall.BESLUTAD
    )
    dag = date_format(sist.dag, "j F Y")
    organ = plan.namnd.beslutar_i_text
    return _NY_VERSION.format(ny=plan.omgang, fore=fore, organ=organ, dag=dag)
