"""The pages of decided plans: the deciding, the edition, and the open ones."""

from django.urls import reverse

from tests import bygge
from tests.bygge_utgava import beslutad_plan, nya_uppgifter, plan_hos_namnden
from vbeplan.organisation.models import Namnd
from vbeplan.rapport.handlingar.ratta import ratta

KONTROLL = "/oppet/kontrollera/"
FEL = "Fel paragraf skrevs av ur protokollet."


def beslutssidor(sida, anonym, samordnare):
    """Yield the page before the decision, with faults, and what comes after it."""
    ekhamra = Namnd.objects.get(kort="ekhamra")
    vantar = plan_hos_namnden(ekhamra, 2031)
    fore = beslutad_plan(plan_hos_namnden(ekhamra, 2029))
    utgava = beslutad_plan(plan_hos_namnden(ekhamra, 2030))
    for ett in (fore, utgava):
        ett.publicera(True, av=None)
    yield sida(samordnare, reverse("plan_besluta", args=["ekhamra", vantar.ar]))
    yield sida(
        samordnare,
        reverse("plan_besluta", args=["ekhamra", vantar.ar]),
        {"dag": "2099-01-01", "organ": "", "sett": "fel"},
    )
    ratta(utgava, nya_uppgifter(paragraf="§ 48"), skal=FEL, sedd=0, av=None)
    yield sida(samordnare, reverse("plan_utgava", args=["ekhamra", utgava.plan.ar]))
    rattelsen = reverse("utgava_ratta", args=["ekhamra", 2030, utgava.nummer])
    yield sida(samordnare, rattelsen)
    yield sida(samordnare, rattelsen, {"skal": ""})
    yield sida(anonym, reverse("oppet_namnd", args=["ekhamra"]))
    tom = bygge.ny_namnd("utanplan")
    yield sida(anonym, reverse("oppet_namnd", args=[tom.kort]))
    yield sida(anonym, KONTROLL)
    yield sida(anonym, KONTROLL, {"fil": ""})
