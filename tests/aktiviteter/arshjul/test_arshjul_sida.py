"""The page of a plan's wheel: the meeting's day, days moved, ticked, added, removed."""

import re
from datetime import date

import pytest
import time_machine
from django.urls import reverse

from aktiviteter.arshjul import hjulet, stadens_punkter
from aktiviteter.models import Handlingsplan, Hjuldag, Moment
from aktiviteter.models.handlingsplan import Planstatus
from tests import bygge
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
IDAG = date(2027, 2, 1)
MOTE = date(2027, 4, 28)


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-02-01 10:00+01:00", tick=False):
        yield


@pytest.fixture
def plan():
    return bygge.ny_namnd().planer.create(ar=2027, titel="Planen", sammantrade=MOTE)


@pytest.fixture
def sam(client, plan):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, plan.namnd))
    return client


def adress(plan, namn="plan_arshjul", *nyckel):
    return reverse(namn, args=[plan.namnd.kort, plan.ar, *nyckel])


def nyckeln(plan, moment=Moment.UNDERLAG):
    plan = Handlingsplan.objects.select_related("namnd").get(pk=plan.pk)
    dagar = hjulet(plan, IDAG).dagar
    return next(dag.nyckel for dag in dagar if dag.moment == moment)


def dagen(plan, moment=Moment.UNDERLAG):
    plan = Handlingsplan.objects.select_related("namnd").get(pk=plan.pk)
    return next(d for d in hjulet(plan, IDAG).dagar if d.moment == moment)


def sidans_ord(svar):
    return " ".join(re.sub(r"<[^>]+>", " ", svar.content.decode()).split())


def test_the_days_stand_as_a_list_and_in_the_rings_words(sam, plan):
    svar = sam.get(adress(plan))
    ord_ = sidans_ord(svar)

    assert "onsdag 13 januari 2027 Begär in underlag Försenad" in ord_
    assert "Påminn om enkäten Nästa" in ord_
    assert "2 dagar har passerat" in ord_
    assert "1. Begär in underlag 13 januari 2027, försenad." in ord_
    assert "3. Påminn om enkäten 3 februari 2027, nästa." in ord_


def test_the_plans_way_leads_to_it_and_says_how_it_stands(sam, plan):
    svar = sam.get(adress(plan, "plan_gang"))

    assert f'href="{adress(plan)}">Årshjul</a>' in svar.content.decode()
    assert "2 dagar har passerat" in sidans_ord(svar)


def test_a_day_that_gave_way_to_a_holiday_says_so(sam, plan):
    Handlingsplan.objects.update(sammantrade=date(2027, 4, 19))

    assert "Flyttad från 29 mars, som är annandag påsk." in sidans_ord(
        sam.get(adress(plan))
    )


def test_without_a_meeting_the_page_asks_for_it_first(sam, plan):
    Handlingsplan.objects.update(sammantrade=None)
    ord_ = sidans_ord(sam.get(adress(plan)))

    assert "När ska nämnden besluta?" in ord_
    assert "Ingen dag än Nämnden beslutar" in ord_


def test_the_meetings_day_is_set_and_the_days_follow(sam, plan):
    fyllt = {"sammantrade": "2027-06-16", "sedd": "2027-04-28"}

    assert sam.post(adress(plan, "plan_arshjul_mote"), fyllt).status_code == 302

    plan.refresh_from_db()
    assert plan.sammantrade == date(2027, 6, 16)
    assert plan.version == 1  # who writes in the plan is not in her way
    assert dagen(plan).dag == date(2027, 3, 3)
    assert Spar.objects.get().objekt.startswith("sammanträdet för Planen")


def test_a_meeting_in_the_past_is_saved_and_told(sam, plan):
    fyllt = {"sammantrade": "2027-01-20", "sedd": "2027-04-28"}
    svar = sam.post(adress(plan, "plan_arshjul_mote"), fyllt, follow=True)

    assert "Sammanträdet har redan varit" in sidans_ord(svar)


def test_the_meetings_day_can_be_taken_away(sam, plan):
    sam.post(
        adress(plan, "plan_arshjul_mote"), {"sammantrade": "", "sedd": "2027-04-28"}
    )

    plan.refresh_from_db()
    assert plan.sammantrade is None


def test_who_set_another_day_meanwhile_is_not_written_over(sam, plan):
    fyllt = {"sammantrade": "2027-06-16", "sedd": "2027-03-10"}
    svar = sam.post(adress(plan, "plan_arshjul_mote"), fyllt)

    assert "Nu står där: 28 april 2027" in sidans_ord(svar)
    assert b'value="2027-06-16"' in svar.content
    plan.refresh_from_db()
    assert plan.sammantrade == MOTE

    sam.post(adress(plan, "plan_arshjul_mote"), fyllt | {"sedd": "2027-04-28"})
    plan.refresh_from_db()
    assert plan.sammantrade == date(2027, 6, 16)


@pytest.mark.parametrize(
    "dag", ["2027-02-30", "i april", "0001-01-01", "9999-12-31", "2009-12-31"]
)
def test_what_is_no_day_is_given_back_and_nothing_is_saved(sam, plan, dag):
    svar = sam.post(
        adress(plan, "plan_arshjul_mote"), {"sammantrade": dag, "sedd": "2027-04-28"}
    )

    assert svar.status_code == 200
    assert f'value="{dag}"'.encode() in svar.content
    plan.refresh_from_db()
    assert plan.sammantrade == MOTE


def test_the_day_of_a_decided_plan_stands(sam, plan):
    Handlingsplan.objects.update(status=Planstatus.BESLUTAD)
    svar = sam.post(
        adress(plan, "plan_arshjul_mote"),
        {"sammantrade": "2027-06-16", "sedd": "2027-04-28"},
        follow=True,
    )

    assert "dag står fast" in sidans_ord(svar)
    plan.refresh_from_db()
    assert plan.sammantrade == MOTE


def test_a_day_of_a_locked_plan_is_still_ticked_off(sam, plan):
    Handlingsplan.objects.update(status=Planstatus.BESLUTAD)
    sam.post(adress(plan, "plan_arshjul_klar", nyckeln(plan, "t2")), {"klar": "ja"})

    assert dagen(plan, Moment.T2).klar == IDAG


def test_a_day_is_ticked_off_and_back(sam, plan):
    url = adress(plan, "plan_arshjul_klar", nyckeln(plan))
    sam.post(url, {"klar": "ja"})
    assert dagen(plan).klar == IDAG

    sam.post(url, {"klar": "nej"})
    assert dagen(plan).klar is None


def test_a_double_click_ticks_once_and_keeps_the_first_day(sam, plan):
    url = adress(plan, "plan_arshjul_klar", nyckeln(plan))
    sam.post(url, {"klar": "ja"})
    with time_machine.travel("2027-02-05 10:00+01:00", tick=False):
        sam.post(url, {"klar": "ja"})

    assert Hjuldag.objects.get().klar == IDAG
    assert Hjuldag.objects.get().version == 2


def test_a_day_without_a_date_can_be_ticked_off(sam, plan):
    Handlingsplan.objects.update(sammantrade=None)
    sam.post(adress(plan, "plan_arshjul_klar", nyckeln(plan)), {"klar": "ja"})

    assert dagen(plan).ar_klar
    assert dagen(plan).dag is None


def test_a_day_is_moved_and_stays_when_the_meeting_is(sam, plan):
    url = adress(plan, "plan_arshjul_dag", nyckeln(plan))
    assert "onsdag 13 januari 2027" in sidans_ord(sam.get(url))

    svar = sam.post(url, {"dag": "2027-01-27", "klar": "", "version": "0"})
    assert svar.status_code == 302
    Handlingsplan.objects.update(sammantrade=date(2027, 6, 16))

    assert (dagen(plan).dag, dagen(plan).flyttad) == (date(2027, 1, 27), True)
    assert "Ni har valt dagen själva." in sidans_ord(sam.get(adress(plan)))


def test_an_emptied_day_goes_back_to_the_template(sam, plan):
    url = adress(plan, "plan_arshjul_dag", nyckeln(plan))
    sam.post(url, {"dag": "2027-01-27", "version": "0"})
    assert b'value="2027-01-27"' in sam.get(url).content

    sam.post(url, {"dag": "", "version": "1"})

    assert (dagen(plan).dag, dagen(plan).flyttad) == (date(2027, 1, 13), False)


def test_the_templates_own_day_chosen_is_no_move(sam, plan):
    url = adress(plan, "plan_arshjul_dag", nyckeln(plan))
    sam.post(url, {"dag": "2027-01-13", "klar": "2027-01-12", "version": "0"})

    assert not dagen(plan).flyttad
    assert dagen(plan).klar == date(2027, 1, 12)


def test_what_is_not_done_yet_cannot_have_been_done(sam, plan):
    url = adress(plan, "plan_arshjul_dag", nyckeln(plan))
    svar = sam.post(url, {"dag": "", "klar": "2027-02-02", "version": "0"})

    assert "Dagen har inte varit än." in sidans_ord(svar)
    assert not Hjuldag.objects.exists()


@pytest.mark.parametrize("version", ["0", "1"])
def test_who_saves_second_sees_what_the_first_saved(sam, plan, version):
    url = adress(plan, "plan_arshjul_dag", nyckeln(plan))
    sam.post(url, {"dag": "2027-01-27", "version": "0"})
    sam.post(url, {"dag": "2027-01-28", "version": "1"})

    svar = sam.post(url, {"dag": "2027-01-29", "version": version})

    assert "28 januari 2027" in sidans_ord(svar)
    assert b'value="2027-01-29"' in svar.content
    assert Hjuldag.objects.get().dag == date(2027, 1, 28)


def test_a_day_of_ones_own_is_added_changed_and_removed(sam, plan):
    fyllt = {"namn": "Utbildning av chefer", "dag": "2027-03-10", "version": "0"}
    sam.post(adress(plan, "plan_arshjul_ny"), fyllt)
    rad = Hjuldag.objects.get()
    egen = f"egen-{rad.pk}"
    assert "Utbildning av chefer" in sidans_ord(sam.get(adress(plan)))

    sam.post(
        adress(plan, "plan_arshjul_dag", egen),
        fyllt | {"dag": "2027-03-13", "version": "1"},
    )
    rad.refresh_from_db()
    assert rad.dag == date(2027, 3, 13)  # a Saturday, if she says so

    url = adress(plan, "plan_arshjul_ta_bort", egen)
    assert "Ta bort Utbildning av chefer?" in sidans_ord(sam.get(url))
    sam.post(url)
    assert not Hjuldag.objects.exists()


def test_a_day_of_ones_own_needs_a_name_and_a_day(sam, plan):
    svar = sam.post(adress(plan, "plan_arshjul_ny"), {"beskrivning": "Kvar"})

    assert "Fyll i fältet." in sidans_ord(svar)
    assert "Välj en dag." in sidans_ord(svar)
    assert b"Kvar" in svar.content


def test_a_point_of_the_template_is_not_removed_from_one_plan(sam, plan):
    url = adress(plan, "plan_arshjul_ta_bort", nyckeln(plan))

    assert sam.post(url).status_code == 404


@pytest.mark.parametrize("nyckel", ["99999-2027", "egen-99999", "x", "9" * 80])
def test_a_day_that_is_not_there_is_404(sam, plan, nyckel):
    assert sam.get(adress(plan, "plan_arshjul_dag", nyckel)).status_code == 404
    assert sam.post(adress(plan, "plan_arshjul_klar", nyckel)).status_code == 404


def test_another_plans_own_day_is_404(sam, plan):
    annan = bygge.ny_namnd("sjovik").planer.create(ar=2027)
    rad = annan.hjuldagar.create(ar=2027, namn="Deras", dag=IDAG)

    url = adress(plan, "plan_arshjul_dag", f"egen-{rad.pk}")

    assert sam.get(url).status_code == 404


def test_who_reads_sees_the_days_and_no_buttons(client, plan):
    client.force_login(bygge.ny_anvandare(Ratt.LASARE, plan.namnd))
    svar = client.get(adress(plan))

    assert svar.status_code == 200
    assert b"/klar/" not in svar.content
    assert b'name="sammantrade"' not in svar.content
    mote = adress(plan, "plan_arshjul_mote")
    assert client.post(mote, {"sammantrade": ""}).status_code == 403


def test_a_plan_of_four_years_stands_whole_in_the_list(sam, plan):
    plan.namnd.revideras_vart = 4
    plan.namnd.save()
    ord_ = sidans_ord(sam.get(adress(plan)))

    assert "Ringen visar planens första år" in ord_
    for ar in (2027, 2028, 2029, 2030):
        assert f"15 september {ar}" in ord_ or f"september {ar}" in ord_


def test_the_pages_numbers_are_those_of_the_ring(sam, plan):
    stadens_punkter()
    svar = sam.get(adress(plan))
    i_listan = re.findall(
        r'hjuldag-nr" aria-hidden="true">(\d+)<', svar.content.decode()
    )
    i_ringen = re.findall(r'dy="5.5" font-size="16" font-weight[^>]+>(\d+)<',
                          svar.content.decode())  # fmt: skip

    assert i_listan == i_ringen == [str(nr) for nr in range(1, 14)]


def test_the_next_point_leads_to_where_it_is_done(sam, client, plan):
    assert sam.get(adress(plan)).context["gors_har"][1] == reverse("lagesbilder")
    Handlingsplan.objects.update(status=Planstatus.BESLUTAD)
    uppfoljningen = reverse("plan_uppfoljning", args=["ekhamra", 2027])
    assert sam.get(adress(plan)).context["gors_har"][1] == uppfoljningen
    assert "Till uppföljningen" in sam.get(adress(plan)).content.decode()
    client.force_login(bygge.ny_anvandare(Ratt.LASARE, plan.namnd))
    assert client.get(adress(plan)).context["gors_har"] is None
