"""The picture in the plan's own chapter, and its texts put into the sections."""

import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aktiviteter.handlingar import importera_plan
from aktiviteter.handlingar.lagg_in_bilden import inlaggningar, lagg_in_bilden
from aktiviteter.models import NagonHannFore
from aktiviteter.planbild import planens_bild
from aktiviteter.sammanstallning import granskningen, plan_innehall
from aktiviteter.utbyte import granska
from lagesbild.kapitel import lagesbildskapitlet
from lagesbild.models import Bilddel, Lagesbild
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, publicera_bild, skriv_klart
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
DELAR = (("Delområden", 2), ("Kartläggning", 2), ("Analys", 2))


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


def ny_plan(namnd, ar=2027, rubriker=(("Lokal lägesbild", 1), *DELAR)):
    data = bygge.plandata(namnd, ar, aktiviteter=1, kapitel=1)
    data["avsnitt"] += [
        {"rubrik": rubrik, "niva": niva, "text": ""} for rubrik, niva in rubriker
    ]
    return importera_plan(granska(data), namnd=namnd, ar=ar, av=None)


@pytest.fixture
def plan(namnd):
    return ny_plan(namnd)


@pytest.fixture
def bild(namnd):
    bild = skriv_klart(ny_lagesbild(namnd))
    bild.kallor.create(namn="Polisen i ekhamra", version=1)
    bild.iakttagelser.create(
        rubrik="Klistermärken vid skolor", behov="ja", stallningstagande="Vi sanerar."
    )
    return bild


def delar(plan):
    innehall = plan_innehall(plan, med_utkast=True)
    return {a.rubrik: a.bild for a in innehall.avsnitt if a.bild}


def texten(plan, rubrik):
    return plan.avsnitt.get(rubrik=rubrik).text


def lagg_in(plan, av, **val):
    plan.refresh_from_db()
    last = planens_bild(plan, med_utkast=True)
    sedda = {rad.bilddel: rad.version for rad in inlaggningar(plan, last.innehall)}
    return lagg_in_bilden(plan, last.innehall, val, sedda, av=av)


@pytest.mark.parametrize(
    "rubrik",
    [
        "Lokal lägesbild",
        "LÄGESBILD",
        "Lägesbilden i Ekhamra",
        "3. Nulägesbild",
        "Lokal lägesbild och analys",
    ],
)
def test_the_chapter_is_known_by_the_headings_that_boards_use(rubrik):
    kapitel = lagesbildskapitlet([("Inledning", 1), (rubrik, 1), *DELAR])

    assert kapitel.plats == 1
    assert kapitel.delar == {Bilddel.KARTLAGGNING: 3, Bilddel.ANALYS: 4}


@pytest.mark.parametrize("rubrik", ["Läget i skolan", "Bildning", "Analys", ""])
def test_other_chapters_are_not_taken_for_it(rubrik):
    assert lagesbildskapitlet([(rubrik, 1)]) is None


def test_sections_of_the_next_chapter_are_not_its_own():
    rubriker = [("Lägesbild", 1), ("Uppföljning", 1), ("Analys", 2)]

    assert lagesbildskapitlet(rubriker).delar == {}


def test_figures_and_sources_stand_with_the_mapping_and_findings_after_the_analysis(
    plan, bild
):
    ut = delar(plan)

    assert set(ut) == {"Kartläggning", "Analys"}
    assert [rad.namn for rad in ut["Kartläggning"].kallor.rader] == [
        "Polisen i ekhamra"
    ]
    assert ut["Analys"].iakttagelser[0].rubrik == "Klistermärken vid skolor"


def test_without_sections_all_stands_in_the_chapter(namnd, bild):
    ut = delar(ny_plan(namnd, rubriker=[("Lokal lägesbild", 1)]))

    assert ut["Lokal lägesbild"].kallor
    assert ut["Lokal lägesbild"].iakttagelser


def test_a_plan_without_a_picture_and_one_without_the_chapter_are_as_before(namnd):
    assert delar(ny_plan(namnd)) == {}
    skriv_klart(ny_lagesbild(namnd, 2028))
    assert delar(ny_plan(namnd, 2028, rubriker=())) == {}


def test_a_plan_shows_its_own_years_picture_as_published(namnd, plan, bild):
    skriv_klart(ny_lagesbild(namnd, 2028)).kallor.create(namn="Senare", version=1)
    publicera_bild(bild)
    bild.kallor.create(namn="Efteråt", version=1)

    rader = delar(plan)["Kartläggning"].kallor.rader

    assert [rad.namn for rad in rader] == ["Polisen i ekhamra"]
    assert not delar(plan)["Kartläggning"].utkast


def test_the_board_may_choose_not_to_show_it(plan, bild):
    bild.visa_i_planen(False, av=None)

    assert delar(plan) == {}


def test_a_draft_is_the_boards_alone_also_when_the_plan_is_shared(
    client, namnd, plan, bild
):
    plan.dela(True, av=None)
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    adresser = [
        plan.get_absolute_url(),
        reverse("plan_forhandsvisning", args=[namnd.kort, 2027]),
    ]

    for adress in adresser:
        assert "Polisen i ekhamra" not in client.get(adress).content.decode()

    client.force_login(bygge.ny_anvandare(Ratt.LASARE, namnd))
    for adress in adresser:
        assert "Polisen i ekhamra" in client.get(adress).content.decode()


def test_the_city_reads_in_a_shared_plan_what_is_published(client, plan, bild):
    plan.dela(True, av=None)
    publicera_bild(bild)
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))

    sida = client.get(plan.get_absolute_url()).content.decode()
    assert "Polisen i ekhamra" in sida


def test_the_citys_word_file_holds_no_draft(client, namnd, plan, bild):
    plan.dela(True, av=None)
    adress = reverse("plan_word", args=[namnd.kort, 2027])

    def ord_i_filen(user):
        client.force_login(user)
        fil = zipfile.ZipFile(io.BytesIO(client.get(adress).content))
        return fil.read("word/document.xml").decode()

    assert "Polisen i ekhamra" not in ord_i_filen(bygge.ny_anvandare(Ratt.CENTRAL))
    egen = ord_i_filen(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    assert "Polisen i ekhamra" in egen


def test_an_unpublished_one_is_said_to_be_a_draft_on_the_page(klient, plan, bild):
    sida = klient.get(plan.get_absolute_url()).content.decode()
    assert "är inte publicerad än" in sida

    publicera_bild(bild)
    sida = klient.get(plan.get_absolute_url()).content.decode()
    assert "är inte publicerad än" not in sida
    assert "Polisen i ekhamra" in sida


@pytest.mark.parametrize("publicerad", [True, False])
def test_the_plan_page_stays_within_15_questions(klient, plan, bild, publicerad):
    if publicerad:
        publicera_bild(bild)
    for _ in range(2):
        klient.get(plan.get_absolute_url())
    with CaptureQueriesContext(connection) as fragor:
        klient.get(plan.get_absolute_url())

    assert len(fragor) <= 15


def test_the_texts_are_put_into_their_sections_which_are_made_when_missing(
    plan, bild, samordnare
):
    andring = lagg_in(plan, samordnare)

    assert texten(plan, "Analys") == bild.analys
    ny = plan.avsnitt.get(rubrik="Ställningstagande")
    assert (ny.text, ny.overordnat.rubrik) == (
        bild.stallningstagande,
        "Lokal lägesbild",
    )
    assert andring.versioner.count() == 4  # three chapters and the order


def test_they_can_be_undone_as_one_deed(klient, plan, bild, samordnare):
    andring = lagg_in(plan, samordnare)

    klient.post(reverse("andring_angra", args=[andring.pk]))

    assert texten(plan, "Analys") == ""
    assert not plan.avsnitt.filter(rubrik="Ställningstagande").exists()


def test_without_the_chapter_that_is_made_too(namnd, bild, samordnare):
    plan = ny_plan(namnd, rubriker=())

    lagg_in(plan, samordnare)

    kapitel = plan.avsnitt.get(rubrik="Lokal lägesbild")
    assert kapitel.underavsnitt.count() == 3


def test_again_it_changes_nothing(plan, bild, samordnare):
    lagg_in(plan, samordnare)

    assert lagg_in(plan, samordnare) is None


def test_a_newer_text_is_remarked_and_takes_the_place_of_the_older(
    plan, bild, samordnare
):
    def anmarkningar():
        samling = granskningen(plan, plan_innehall(plan, med_utkast=True))
        return [p.rubrik for g in samling.grupper for p in g.poster]

    lagg_in(plan, samordnare)
    assert "Lägesbilden är nyare" not in anmarkningar()
    bild.analys, bild.version = "<p>Nyare analys</p>", bild.version + 1
    bild.save()
    assert "Lägesbilden är nyare" in anmarkningar()

    lagg_in(plan, samordnare)

    assert texten(plan, "Analys") == "<p>Nyare analys</p>"
    assert "Lägesbilden är nyare" not in anmarkningar()


def test_what_was_written_in_the_plan_is_shown_beside_and_must_be_chosen(
    klient, plan, bild
):
    bygge.andra(plan.avsnitt.get(rubrik="Analys"), text="<p>Planens egen</p>")
    url = reverse("plan_lagesbild", args=[plan.namnd.kort, plan.ar])
    sida = klient.get(url).content.decode()
    assert "Planens egen" in sida
    assert "Analys i ekhamra" in sida

    vad = {"bild": planens_bild(plan, med_utkast=True).avtryck}
    for rad in inlaggningar(plan, planens_bild(plan, med_utkast=True).innehall):
        vad[f"sedd-{rad.bilddel}"] = rad.version
    svar = klient.post(url, vad)
    assert "Välj vad som ska stå: Analys." in svar.content.decode()
    assert texten(plan, "Kartläggning") == ""

    klient.post(url, vad | {"val-analys": "bada"})
    assert texten(plan, "Analys") == "<p>Planens egen</p>\n<p>Analys i ekhamra</p>"


def test_what_somebody_wrote_meanwhile_is_not_written_over(plan, bild, samordnare):
    innehall = planens_bild(plan, med_utkast=True).innehall
    sedda = {rad.bilddel: rad.version for rad in inlaggningar(plan, innehall)}
    bygge.andra(plan.avsnitt.get(rubrik="Analys"), text="<p>Just nu</p>")

    with pytest.raises(NagonHannFore):
        lagg_in_bilden(plan, innehall, {}, sedda, av=samordnare)

    assert texten(plan, "Analys") == "<p>Just nu</p>"
    assert texten(plan, "Kartläggning") == ""


@pytest.mark.parametrize("vart", ["plan_lagesbild", "plan_iakttagelser"])
def test_a_picture_without_a_plan_leads_to_a_new_one(klient, bild, vart):
    url = reverse(vart, args=[bild.namnd.kort, bild.ar])

    assert klient.get(url)["Location"] == reverse("plan_ny")


def test_a_plan_without_a_picture_says_what_to_do(klient, plan):
    url = reverse("plan_lagesbild", args=[plan.namnd.kort, plan.ar])

    sida = klient.get(url).content.decode()

    assert "Det finns inget att lägga in än" in sida
    assert not Lagesbild.objects.exists()
