"""The pages of a plan's way, in every state that a plan can be in."""

from datetime import date

from django.urls import reverse

from aktiviteter.handlingar.gang import ratta_beslut, registrera_ks
from aktiviteter.models import Beslut
from tests import bygge
from tests.bygge_utgava import beslutad_plan, plan_hos_namnden
from vbeplan.organisation.models import Anvandare, Namnd
from vbeplan.rapport.handlingar.ny_version import borja_ny_version

INGEN_SIDA = {"plan_pa_samrad": "a deed by POST"}
DAG = date(2026, 12, 1)
LANGT = "Målen i aktivitet 3 och 7 ska gå att mäta, och samverkan ska beskrivas. " * 3


def gangsidor(sida, samordnare):
    """Yield the page of each state, and each deed's form with and without faults."""
    ekhamra = Namnd.objects.get(kort="ekhamra")
    av = Anvandare.objects.get(epost=samordnare)

    def adress(namn, plan, *mer):
        return reverse(namn, args=["ekhamra", plan.ar, *mer])

    utkast = bygge.ny_plan(ekhamra, 2012)
    tom = bygge.ny_plan(ekhamra, 2013, aktiviteter=0, kapitel=0)
    for plan in (utkast, tom):
        yield sida(samordnare, adress("plan_gang", plan))
        yield sida(samordnare, adress("plan_till_namnd", plan))
    yield sida(samordnare, adress("plan_till_namnd", utkast), {"godtagna": "fel"})
    yield sida(samordnare, adress("plan_aldre", utkast))
    yield sida(samordnare, adress("plan_aldre", utkast), {"dag": ""})
    hos = plan_hos_namnden(ekhamra, 2014)
    hos.stegen.create(fran="utkast", till="samrad", av=av)
    hos.stegen.create(fran="samrad", till="utkast", av=av, skal=LANGT)
    ks = hos.besluten.create(organ="KS", utfall="villkor", dag=date(2026, 6, 1))
    villkor = ks.villkoren.create(text=LANGT)
    ks.villkoren.create(text="Kort.", uppfyllt=date(2026, 7, 1), hur="Gjort.")
    yield sida(samordnare, adress("plan_gang", hos))
    yield sida(samordnare, adress("plan", hos))
    yield sida(samordnare, adress("plan_redigera", hos), status=403)
    yield sida(samordnare, adress("plan_tillbaka", hos))
    yield sida(samordnare, adress("plan_tillbaka", hos), {"skal": ""})
    yield sida(samordnare, adress("plan_villkor", hos, villkor.pk))
    yield sida(samordnare, adress("plan_villkor", hos, villkor.pk), {"hur": LANGT * 3})
    beslutad = beslutad_plan(plan_hos_namnden(ekhamra, 2015)).plan
    yield sida(samordnare, adress("plan_gang", beslutad))
    yield sida(samordnare, adress("plan_ks", beslutad))
    yield sida(samordnare, adress("plan_ks", beslutad), {"dag": ""})
    yield from _rattat_och_ny_version(sida, samordnare, ekhamra, adress)


def _rattat_och_ny_version(sida, samordnare, namnd, adress):
    """KS has sent two plans back; of the first the entry has been corrected, and a new
    version begun."""
    plan, fel = _inte_godkand(namnd, 2048)
    ratt = Beslut(organ=LANGT[:120], utfall="aterremiss", dag=DAG, paragraf="§ 2")
    ratta_beslut(fel, ratt, skal=LANGT, av=None)
    borja_ny_version(plan, skal=LANGT, av=None)
    yield sida(samordnare, adress("plan_gang", plan))
    yield sida(samordnare, adress("plan", plan))
    yield sida(samordnare, adress("plan_lagg_ner", plan))
    plan, fel = _inte_godkand(namnd, 2049)
    yield sida(samordnare, adress("plan_gang", plan))
    yield sida(samordnare, adress("beslut_ratta", plan, fel.pk))
    yield sida(samordnare, adress("beslut_ratta", plan, fel.pk), {"skal": ""})
    yield sida(samordnare, adress("plan_ny_version", plan))
    yield sida(samordnare, adress("plan_ny_version", plan), {"skal": ""})


def _inte_godkand(namnd, ar):
    """Return a decided plan that KS has not approved, and its entry of that."""
    plan = beslutad_plan(plan_hos_namnden(namnd, ar)).plan
    fel = Beslut(organ="Kommunstyrelsen", utfall="inte_godkand", dag=DAG)
    registrera_ks(plan, fel, av=None)
    return plan, fel
