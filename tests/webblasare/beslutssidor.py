"""The pages of decided plans: the deciding, the edition, and the open ones."""

from django.urls import reverse

from tests import bygge
from tests.bygge_utgava import beslutad_plan, plan_hos_namnden
from vbeplan.organisation.models import Namnd

KONTROLL = "/oppet/kontrollera/"


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
    yield sida(samordnare, reverse("plan_utgava", args=["ekhamra", utgava.plan.ar]))
    yield sida(anonym, reverse("oppet_namnd", args=["ekhamra"]))
    tom = bygge.ny_namnd("utanplan")
    yield sida(anonym, reverse("oppet_namnd", args=[tom.kort]))
    yield sida(anonym, KONTROLL)
    yield sida(anonym, KONTROLL, {"fil": ""})
