"""A plan that lies with its board, or is decided: nothing in it can be changed.

Every address that changes a plan stands in one of the two tables here. What was typed
is given back with the reason, and what is there stays as it is, byte for byte.
"""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from aktiviteter import handlingar
from aktiviteter.handlingar.behovssvar import koppla
from aktiviteter.handlingar.kalkyl import ta_in_kalkyl
from aktiviteter.handlingar.lagg_in_bilden import lagg_in_bilden
from aktiviteter.models import Andring, Avfardad, Handlingsplan, Version
from aktiviteter.utbyte import plan_data
from tests.aktiviteter.sida import ifyllt, ord_pa
from tests.hus.varld import EGEN, LASARE, SAMORDNARE, adresser, bygg_stad

SKAL = {
    "till_namnd": "Planen ligger hos nämnden och är låst.",
    "beslutad": "Planen är beslutad och kan inte ändras.",
    "godkand": "Planen är beslutad och kan inte ändras.",
    "ersatt": "Planen är beslutad och kan inte ändras.",
}
# What changes the words of a plan: address, and the field one writes in, if any
ANDRAR = {
    "plan_redigera": "titel",
    "plan_ta_bort": None,
    "plan_ordna": None,
    "plan_lagesbild": None,
    "plan_rollforslag": None,
    "plan_iakttagelse": None,
    "avsnitt_nytt": "rubrik",
    "avsnitt_redigera": "rubrik",
    "avsnitt_ta_bort": None,
    "avsnitt_flytta": None,
    "aktivitet_ny": "titel",
    "aktivitet_ny_tolka": None,
    "aktivitet_redigera": "titel",
    "aktivitet_tolka": None,
    "aktivitet_ta_bort": None,
    "aktivitet_flytta": None,
    "andring_angra": None,
    "version_aterstall": None,
    "anmarkning_avfarda": "skal",
    "anmarkning_angra": None,
    "kalkyl_ta_in": None,
    "kalkyl_granska": None,
    "samrad": "svar",
    "samrad_ny": "part",
    "samrad_andra": "part",
    "samrad_ta_bort": None,
    "samrad_uteblev": None,
    "samrad_fraga": None,
    "samrad_paminn": None,
    "yttrande": "text",
    "yttrande_ny": "text",
    "yttrande_ta_bort": None,
    "plan_revidering_borja": None,
}
# What may be looked at in a locked plan, but not changed
ANDRAR_EJ_MEN_VISAR = ("plan_bilagor", "plan_revidering")
# What goes on all the year with a plan that is decided
GAR_VIDARE = {
    "tillfalle",
    "tillfalle_dag",
    "tillfalle_lankar",
    "tillfalle_ny_lank",
    "tillfalle_nytt",
    "tillfalle_oppna",
    "tillfalle_paminn",
    "tillfalle_stang",
    "uppfoljning_rad",
    "rapportlank",
    "rapportlank_rad",
    "plan_samrad",
    "plan_yttranden_word",
    "samrad_word",
    "plan_dela",
    "plan_gang",
    "plan_iakttagelser",
    "plan_pa_samrad",
    "plan_till_namnd",
    "plan_tillbaka",
    "plan_ks",
    "plan_villkor",
    "beslut_ratta",
    "plan_arshjul_mote",
    "plan_arshjul_ny",
    "plan_arshjul_dag",
    "plan_arshjul_klar",
    "plan_arshjul_ta_bort",
    "plan_arshjul_lank",
}
# What one reads, of any plan
LASER = {
    "plan_andringar",
    "plan_uppfoljning",
    "plan_uppfoljning_aren",
    "tillfalle_rapport",
    "tillfalle_word",
    "plan",
    "plan_arshjul",
    "arshjul_kalender",
    "plan_json",
    "plan_word",
    "plan_kalkyl",
    "plan_historik",
    "plan_borttaget",
    "plan_framsida_historik",
    "plan_jamfor",
    "avsnitt_historik",
    "aktivitet_historik",
    "andring",
}
INGEN_PLAN = {
    "plan_granska_import",
    "roll_sla_samman",
    "arshjulsmall_punkt",
    "arshjulsmall_ta_bort",
}
SKRIVET = "Det här skrev jag medan planen gick till nämnden."


@pytest.fixture(scope="module")
def stad(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield bygg_stad((EGEN,))
        transaction.set_rollback(True)


@pytest.fixture
def plan(stad, db):
    return Handlingsplan.objects.select_related("namnd").get(ar=2027)


def las(plan, status):
    Handlingsplan.objects.filter(pk=plan.pk).update(status=status)


def adress(stad, namn):
    return reverse(namn, kwargs=stad.argument[EGEN][namn])


def som_den_ar(plan):
    """Return all that may not change: its words, its history and what is put away."""
    plan = Handlingsplan.objects.select_related("namnd").get(pk=plan.pk)
    rader = (Andring.objects.count(), Version.objects.count(), Avfardad.objects.count())
    return plan_data(plan), plan.version, rader


def test_every_address_of_a_plan_stands_in_a_table():
    planens = {
        namn
        for namn, monster in adresser().items()
        if monster.callback.__module__.startswith("aktiviteter.views")
        and monster.pattern.regex.groups
        and not namn.startswith("arshjulsmall_")  # the city's
    }
    star = {*ANDRAR, *ANDRAR_EJ_MEN_VISAR, *GAR_VIDARE, *LASER, *INGEN_PLAN}
    assert planens - star == set()


@pytest.mark.parametrize("status", SKAL)
@pytest.mark.parametrize("namn", ANDRAR_EJ_MEN_VISAR)
def test_what_is_shown_of_a_locked_plan_is_not_changed_there(stad, plan, namn, status):
    las(plan, status)
    fore, klient = som_den_ar(plan), stad.klient(SAMORDNARE)
    assert klient.get(adress(stad, namn)).status_code == 200
    svar = klient.post(adress(stad, namn), {"skal": "x"})
    assert svar.status_code == 403
    assert SKAL[status] in ord_pa(svar)
    assert som_den_ar(plan) == fore


@pytest.mark.parametrize("status", SKAL)
@pytest.mark.parametrize("namn", ANDRAR)
def test_nothing_in_a_locked_plan_is_changed_and_the_reason_is_said(
    stad, plan, namn, status
):
    las(plan, status)
    fore, klient = som_den_ar(plan), stad.klient(SAMORDNARE)
    for metod in ("get", "post"):
        svar = getattr(klient, metod)(adress(stad, namn), {"skal": "x", "titel": "x"})
        if metod == "get" and svar.status_code == 405:
            continue
        assert svar.status_code == 403, metod
        assert SKAL[status] in ord_pa(svar)
    assert som_den_ar(plan) == fore


@pytest.mark.parametrize("namn", [namn for namn, falt in ANDRAR.items() if falt])
def test_what_was_typed_when_the_plan_was_locked_is_given_back(stad, plan, namn):
    klient = stad.klient(SAMORDNARE)
    form = ifyllt(klient.get(adress(stad, namn)))
    las(plan, "till_namnd")
    fore = som_den_ar(plan)
    svar = klient.post(adress(stad, namn), {**form, ANDRAR[namn]: SKRIVET})
    assert svar.status_code == 403
    assert SKAL["till_namnd"] in ord_pa(svar)
    assert SKRIVET in ord_pa(svar)
    assert som_den_ar(plan) == fore


@pytest.mark.parametrize("status", SKAL)
@pytest.mark.parametrize("namn", sorted(LASER))
def test_a_locked_plan_is_read_as_any(stad, plan, namn, status):
    las(plan, status)
    for roll in (SAMORDNARE, LASARE):
        svar = stad.klient(roll).get(adress(stad, namn))
        assert svar.status_code == 200, roll


@pytest.mark.parametrize("status", SKAL)
def test_the_page_of_a_locked_plan_offers_no_change_and_says_why(stad, plan, status):
    las(plan, status)
    svar = stad.klient(SAMORDNARE).get(adress(stad, "plan"))
    ord_ = ord_pa(svar)
    assert SKAL[status] in ord_
    assert "Redigera" not in ord_
    assert "Ångra" not in ord_
    assert b"data-oppna" not in svar.content


@pytest.mark.parametrize("status", SKAL)
def test_who_only_reads_a_locked_plan_gets_no_reason_for_what_she_may_not(
    stad, plan, status
):
    las(plan, status)
    svar = stad.klient(LASARE).get(adress(stad, "plan_redigera"))
    assert svar.status_code == 403
    assert "Din roll räcker inte till" in ord_pa(svar)


def _flytta(plan, av):
    handlingar.flytta(plan.avsnitt.first(), 1, av=av)


def _flytta_till(plan, av):
    handlingar.flytta_till(plan.avsnitt.last(), None, 0, av=av)


def _ta_bort_rad(plan, av):
    handlingar.ta_bort_aktivitet(plan.aktiviteter.first(), av=av)


def _ta_bort_kapitel(plan, av):
    handlingar.ta_bort_avsnitt(plan.avsnitt.first(), av=av)


def _ta_bort_planen(plan, av):
    handlingar.ta_bort_plan(plan, av=av)


def _angra(plan, av):
    handlingar.angra(plan.andringar.first(), av=av)


def _aterstall(plan, av):
    version = Version.objects.filter(andring__plan=plan, slag="avsnitt").last()
    handlingar.aterstall(version, av=av)


def _koppla(plan, av):
    rad = plan.aktiviteter.first().pk
    iakttagelse = plan.namnd.lagesbilder.get(ar=plan.ar).iakttagelser.get()
    koppla(iakttagelse, plan, nya=[rad], bort=[], av=av)


def _kalkyl(plan, av):
    ta_in_kalkyl(plan, None, set(), av=av, filnamn="x.xlsx")


def _lagg_in(plan, av):
    lagg_in_bilden(plan, None, {}, {}, av=av)


def _avfarda(plan, av):
    Avfardad.objects.avfarda(plan, [], skal="", av=av)


DAD = (
    *(_flytta, _flytta_till, _ta_bort_rad, _ta_bort_kapitel, _ta_bort_planen),
    *(_angra, _aterstall, _koppla, _kalkyl, _lagg_in, _avfarda),
)


@pytest.mark.parametrize("dad", DAD)
def test_a_deed_that_was_begun_before_the_lock_does_nothing_after_it(stad, plan, dad):
    """The page was loaded while it was open; the lock came before the write."""
    las(plan, "till_namnd")
    assert plan.ar_oppen  # as it was read
    fore = som_den_ar(plan)
    with (
        pytest.raises(PermissionDenied, match="ligger hos nämnden"),
        transaction.atomic(),
    ):
        dad(plan, stad.anvandare[SAMORDNARE])
    assert som_den_ar(plan) == fore


def test_a_save_of_the_cover_never_takes_the_status_back(stad, plan):
    las(plan, "till_namnd")
    Handlingsplan.objects.filter(pk=plan.pk).update(delad=True)
    plan.titel = "Ny titel"
    plan.spara_over(plan.version, av=None)
    plan.refresh_from_db()
    assert (plan.status, plan.delad) == ("till_namnd", True)
