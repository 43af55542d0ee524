"""What the coordinator does with a plan through the year, as rows of «Planens gång».

Each part of the year adds a function to `DELARNA`, which says how it stands in words.
"""

from dataclasses import dataclass

from django.urls import reverse

from aktiviteter.bilagor.planens import BILAGORNA
from aktiviteter.forseglat import forseglad_rad
from aktiviteter.gang.underlag import Underlag
from aktiviteter.models import Handlingsplan
from aktiviteter.revideringen import forra_i_ord
from aktiviteter.uppfoljning import uppfoljningslaget

OVERLAMNING = "Överlämning"


@dataclass(frozen=True, slots=True)
class Del:
    """One part: its name, how it stands, whether it is done (None: no such word)."""

    rubrik: str
    lage_i_ord: str
    klar: bool | None
    url: str


def _revideringen(plan, u):
    kvar, alla = u.revideringen
    url = reverse("plan_revidering", args=[plan.namnd.kort, plan.ar])
    till = " och ".join(forra_i_ord(plan, en) for en in u.att_ta_upp)
    if alla:
        text = f"{alla - kvar} av {alla} aktiviteter har ett beslut"
        text += f". Inte med än: {till}" if till else ""
        rubrik = "Revidera förra planens aktiviteter"
        return Del(rubrik, text, not (kvar or till), url)
    rubrik = f"Revidera aktiviteterna ur {till}"
    return Del(rubrik, "Inte påbörjad", False, url) if till else None


def _nasta_plan(plan, u):
    """Offered of the board's newest plan, when it is no longer written in."""
    if plan.ar_oppen and not plan.datum:
        return None
    if Handlingsplan.objects.filter(namnd=plan.namnd_id, ar__gt=plan.ar).exists():
        return None
    url = f"{reverse('plan_ny')}?ur={plan.pk}"
    return Del("Börja nästa plan", "Med texter och aktiviteter ur den här", None, url)


def _samradet(plan, u):
    url = reverse("plan_samrad", args=[plan.namnd.kort, plan.ar])
    return Del("Samråd och yttranden", *u.samradet.i_ord, url)


def _uppfoljningen(plan, u):
    url = reverse("plan_uppfoljning", args=[plan.namnd.kort, plan.ar])
    laget = uppfoljningslaget(plan)
    return Del("Uppföljning", laget.i_ord, laget.klar, url)


def _arshjulet(plan, u):
    url = reverse("plan_arshjul", args=[plan.namnd.kort, plan.ar])
    return Del("Årshjul", u.hjulet.i_ord, None, url)


def _utgavan(plan, u):
    """Leads to the edition of a decided plan, where it is published."""
    if not plan.har_beslutats or not (utgava := forseglad_rad(plan)):
        return None
    url = reverse("plan_utgava", args=[plan.namnd.kort, plan.ar])
    laget = "publicerad för alla" if utgava.publik else "inte publicerad"
    return Del(f"Utgåva {utgava.nummer}", f"Förseglad, {laget}", utgava.publik, url)


def _overlamningen(plan, u):
    url = reverse("plan_overlamning", args=[plan.namnd.kort, plan.ar])
    return Del(OVERLAMNING, "Allt som nästa samordnare behöver", None, url)


def _andringarna(plan, u):
    forra = u.forra
    if forra is None:
        return None
    url = reverse("plan_andringar", args=[plan.namnd.kort, plan.ar])
    text = f"Jämfört med planen för {forra.ar}, med en sida till nämnden"
    return Del("Ändringar sedan förra planen", text, None, url)


def _bilagorna(plan, u):
    antal = sum(getattr(plan, falt) for falt in BILAGORNA)
    url = reverse("plan_bilagor", args=[plan.namnd.kort, plan.ar])
    text = f"{antal} av {len(BILAGORNA)} är valda till den tryckta planen"
    return Del("Bilagor", text, None, url)


# Functions (plan, its `Underlag`) -> Del or None, in the order of the year.
DELARNA = [
    _arshjulet,
    _revideringen,
    _andringarna,
    _samradet,
    _bilagorna,
    _utgavan,
    _nasta_plan,
    _uppfoljningen,
    _overlamningen,
]


def delar(plan, user, underlag=None):
    """Return the parts of a plan's year, `Del`, as its coordinator sees them.

    `underlag` is the plan's `Underlag` for her, when somebody has one.
    """
    underlag = underlag or Underlag(plan, user)
    return [ett for las in DELARNA if (ett := las(plan, underlag))]
