"""What stops a plan on its way to the board, and what must be seen before it goes."""

from dataclasses import dataclass, replace
from hashlib import blake2b

from django.urls import reverse

from aktiviteter.gang.underlag import Underlag
from aktiviteter.granskning.brist import Vikt
from aktiviteter.models import Samrad
from aktiviteter.revideringen import fast_de_skulle_behallas
from aktiviteter.sammanstallning import granskningen
from vbeplan.text.upprakning import uppraknat


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


def hinder(plan, underlag=None):
    """Return the plan's `Hinder`, what stops first; eleven questions at most.

    `underlag` is the plan's `Underlag`, when somebody has one. Of what the granskning
    remarks, errors stop and warnings are to be acknowledged; advice (`Vikt.RAD`) is
    neither. It tells how a text could be better, not that anything is wrong, and a gate
    that asks about every matter of taste teaches people to tick without reading.
    """
    u = underlag or Underlag(plan)
    rader = [
        *_granskningens(plan, u.innehall),
        *_revideringens(plan, u),
        *_samradets(plan, u),
        *_bildens(plan, u.bild),
    ]
    rader.sort(key=lambda h: not h.stoppar)
    godtagna = u.godtagna
    return [replace(h, godtagen=not h.stoppar and h.nyckel in godtagna) for h in rader]


def _granskningens(plan, innehall):
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


def _revideringens(plan, u):
    kvar, alla = u.revideringen
    forra = [en for en in u.att_ta_upp if en.namnd_id == plan.namnd_id]
    if not alla and forra:
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


def _samradets(plan, u):
    samrad = _sida("plan_samrad", plan)
    if kvar := u.samradet.obesvarade:
        text = "1 synpunkt är inte besvarad."
        if kvar > 1:
            text = f"{kvar} synpunkter är inte besvarade."
        yield Hinder(text, samrad, stoppar=True)
    if tysta := u.parter(Samrad.Status.FRAGAD):
        text = f"Inget svar än från {uppraknat(tysta)}."
        yield Hinder(text, samrad, stoppar=False)


def _bildens(plan, bild):
    if bild is None:
        text = f"Det finns ingen lägesbild för {plan.ar}."
        yield Hinder(text, reverse("lagesbilder"), stoppar=False)
    elif not bild.ar_klar:
        text = f"Lägesbilden för {plan.ar} är inte publicerad."
        yield Hinder(text, bild.get_absolute_url(), stoppar=False)


def _sida(namn, plan):
    return reverse(namn, args=[plan.namnd.kort, plan.ar])
