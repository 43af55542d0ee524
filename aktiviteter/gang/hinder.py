"""What stops a plan on its way to the board, and what must be seen before it goes."""

from dataclasses import dataclass, replace
from hashlib import blake2b

from django.urls import reverse

from aktiviteter.granskning.brist import Vikt
from aktiviteter.models import Samrad, Yttrande
from aktiviteter.revideringen import (
    att_ta_upp,
    fast_de_skulle_behallas,
    revideringslaget,
)
from aktiviteter.sammanstallning import granskningen, plan_innehall
from lagesbild.barighet.orden import uppraknade
from lagesbild.models import Lagesbild


@dataclass(frozen=True, slots=True)
class Hinder:
    """One thing between a plan and its board: words, and where it is mended.

    What doesn't stop is a warning, which goes by when it is acknowledged (`godtagen`).
    `grund` is what it says it of, when the words don't hold it.
    """

    text: str
    url: str
    stoppar: bool
    godtagen: bool = False
    grund: str = ""

    @property
    def nyckel(self):
        """A fingerprint of words and ground: of other words it is another warning."""
        allt = f"{self.text}\n{self.grund}"
        return blake2b(allt.encode(), digest_size=16).hexdigest()


def hinder(plan, innehall=None):
    """Return the plan's `Hinder`, what stops first; ten queries and those of the plan.

    `innehall` is its `PlanInnehall` when somebody has read it.
    """
    godtagna = set(plan.godtaganden.values_list("nyckel", flat=True))
    rader = [
        *_granskningens(plan, innehall),
        *_revideringens(plan),
        *_samradets(plan),
        *_bildens(plan),
    ]
    rader.sort(key=lambda h: not h.stoppar)
    return [replace(h, godtagen=not h.stoppar and h.nyckel in godtagna) for h in rader]


def _granskningens(plan, innehall):
    innehall = innehall or plan_innehall(plan, med_utkast=True)
    hem = plan.get_absolute_url()
    if not innehall.avsnitt:
        yield Hinder("Planen har ingen text än.", hem, stoppar=True)
    grupper = {g.vikt: g for g in granskningen(plan, innehall).grupper}
    for vikt in (Vikt.STOPP, Vikt.VANTAR):
        for post in grupper[vikt].poster:
            ensam = post.ensam
            ankare = ensam.ankare if ensam and ensam.ankare else "granskning"
            stoppar = vikt == Vikt.STOPP
            url = f"{hem}#{ankare}"
            yield Hinder(_i_ord(post), url, stoppar, grund=post.nyckel)
    if antal := grupper[Vikt.INLAST].antal:
        ord_ = "anmärkning" if antal == 1 else "anmärkningar"
        text = f"{antal} {ord_} från inläsningen är kvar."
        yield Hinder(text, f"{hem}#granskning", stoppar=False)


def _i_ord(post):
    plats = f" ({post.ensam.plats})" if post.ensam and post.ensam.plats else ""
    slut = "" if post.rubrik.endswith(".") else "."
    return f"{post.rubrik}{plats}{slut}"


def _revideringens(plan):
    kvar, alla = revideringslaget(plan)
    if not alla and (forra := att_ta_upp(plan)):
        text = f"Aktiviteterna i planen för {forra[0].ar} har inte reviderats."
        yield Hinder(text, _sida("plan_revidering", plan), stoppar=False)
    elif kvar:
        ord_ = "aktivitet" if kvar == 1 else "aktiviteter"
        text = f"{kvar} {ord_} ur förra planen har inget beslut."
        yield Hinder(text, _sida("plan_revidering", plan), stoppar=True)
    if alla and (andrade := fast_de_skulle_behallas(plan)):
        text = (
            f"Ändrad i planen fast beslutet är Behåll: aktivitet {', '.join(andrade)}."
        )
        yield Hinder(text, _sida("plan_revidering", plan), stoppar=False)


def _samradets(plan):
    samrad = _sida("plan_samrad", plan)
    yttranden = Yttrande.objects.filter(samrad__plan=plan)
    if kvar := yttranden.obesvarade().count():
        text = "1 synpunkt är inte besvarad."
        if kvar > 1:
            text = f"{kvar} synpunkter är inte besvarade."
        yield Hinder(text, samrad, stoppar=True)
    fragade = plan.samraden.filter(status=Samrad.Status.FRAGAD)
    if tysta := list(fragade.values_list("part", flat=True)):
        text = f"Inget svar än från {uppraknade(tysta)}."
        yield Hinder(text, samrad, stoppar=False)


def _bildens(plan):
    bild = Lagesbild.objects.filter(namnd=plan.namnd_id, ar=plan.ar).first()
    if bild is None:
        text = f"Det finns ingen lägesbild för {plan.ar}."
        yield Hinder(text, reverse("lagesbilder"), stoppar=False)
    elif not bild.ar_klar:
        text = f"Lägesbilden för {plan.ar} är inte publicerad."
        yield Hinder(text, bild.get_absolute_url(), stoppar=False)


def _sida(namn, plan):
    return reverse(namn, args=[plan.namnd.kort, plan.ar])
