"""An enkät's own pages: made, looked at, opened, followed, closed, opened again."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from lagesbild.enkatresultat import enkatresultat
from lagesbild.models import Enkat, Lagesbild
from tests import bygge, bygge_lagesbild
from tests.blanketter.blanketten import falten, felen, sida
from tests.bygge_brev import breven_gar
from tests.bygge_lagesbild import ny_enkat, ny_respondent, svara
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
Status = Enkat.Status


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-01-20 09:00+01:00", tick=False) as resa:
        yield resa


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def bild(namnd):
    return bygge_lagesbild.ny_lagesbild(namnd)


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def adress(enkat, vad=""):
    return reverse(f"enkat_{vad}" if vad else "enkat", args=[enkat.pk])


def gor(klient, enkat, vad, **falt):
    svar = klient.post(adress(enkat, vad), falt, follow=True)
    enkat.refresh_from_db()
    return " ".join(sida(svar).text_content().split())


def text(klient, enkat, vad=""):
    return " ".join(sida(klient.get(adress(enkat, vad))).text_content().split())


def test_from_a_picture_to_an_open_enkat(klient, namnd, bild):
    for _ in range(6):
        ny_respondent(namnd)
    url = reverse("enkater_ny", args=[namnd.kort, bild.ar])
    falt = falten(klient.get(url)) | {
        "namn": "Vad ser ni?", "grupper": ["egen"], "stanger": "2027-02-10",
    }  # fmt: skip
    klient.post(url, falt)
    enkat = Enkat.objects.get()
    assert (enkat.status, enkat.lagesbild) == (Status.UTKAST, bild)
    assert "Egna enheter (6)" in text(klient, enkat)

    svar = gor(klient, enkat, "oppna")

    assert "Enkäten är öppen" in svar
    assert "0 av 6 har svarat" in svar
    assert enkat.status == Status.OPPEN
    assert Spar.objects.filter(objekt="Vad ser ni?: öppnade").exists()


@pytest.mark.parametrize(
    ("falt", "ord_"),
    [
        ({"stanger": None}, "Skriv sista dag att svara"),
        ({"stanger": date(2027, 1, 19)}, "Sista dagen att svara har gått"),
        ({"grupper": []}, "Välj vilka grupper"),
        ({"fragade": {"egen": 0}}, "Registret har ingen i de grupper"),
    ],
)
def test_it_does_not_open_without_what_it_needs(klient, bild, falt, ord_):
    enkat = ny_enkat(bild, oppen=False, **falt)

    assert ord_ in text(klient, enkat)
    assert ord_ in gor(klient, enkat, "oppna")
    assert enkat.status == Status.UTKAST
    assert not enkat.inbjudningar.exists()


def test_one_alone_can_be_asked_but_is_never_shown(klient, bild):
    enkat = ny_enkat(bild, fragade={"egen": 1})
    svara(enkat, enkat.inbjudningar.get())

    assert "1 av 1 har svarat" in text(klient, enkat)
    svar = gor(klient, enkat, "stang")

    assert "Färre än 5 svar räknas inte" in svar
    assert not enkat.svaren.raknade().exists()


def test_who_has_answered_is_a_fact_without_a_time(klient, bild):
    enkat = ny_enkat(bild)
    inbjudan = enkat.inbjudningar.select_related("respondent").first()
    svara(enkat, inbjudan)

    rader = sida(klient.get(adress(enkat))).xpath("//section[last()]//tbody/tr")
    (svarat,) = [r for r in rader if "Har svarat" in r.text_content()]
    assert str(inbjudan.respondent) in svarat.text_content()
    assert "1 av 6 har svarat" in text(klient, enkat)


def test_no_answer_is_on_any_of_its_pages_while_it_is_open(klient, bild):
    enkat = ny_enkat(bild)
    for inbjudan in enkat.inbjudningar.all():
        svara(enkat, inbjudan, {"kunskap_egen": "hog"}, {"behov": "Kanariefågeln"})

    sidor = [adress(enkat, v) for v in ("", "prov", "redigera", "brev", "stang")]
    for url in sidor:
        assert "Kanarie" not in klient.get(url).content.decode()
    svar = klient.get(reverse("enkat_resultat", args=[enkat.pk]), follow=True)
    assert "Kanarie" not in svar.content.decode()


def test_the_last_day_can_be_moved_but_not_to_one_that_has_gone(klient, bild):
    enkat = ny_enkat(bild)
    oppnad = falten(klient.get(adress(enkat, "redigera")))
    assert "grupper" not in oppnad

    fel = klient.post(adress(enkat, "redigera"), oppnad | {"stanger": "2027-01-19"})
    assert "Dagen har redan gått" in felen(fel)
    klient.post(adress(enkat, "redigera"), oppnad | {"stanger": "2027-03-01"})

    enkat.refresh_from_db()
    assert enkat.stanger == date(2027, 3, 1)


def test_the_letters_can_be_changed_and_are_shown_whole(klient, bild):
    enkat = ny_enkat(bild, oppen=False)
    falt = falten(klient.get(adress(enkat, "brev")))

    klient.post(
        adress(enkat, "brev"), falt | {"brev": "Hör av er.", "paminnelse": "Snälla."}
    )

    sidan = sida(klient.get(adress(enkat, "brev")))
    breven = [b.text_content() for b in sidan.xpath("//*[@class='enkat-brev']")]
    assert ["Hör av er." in brev for brev in breven] == [True, False]
    assert ["Snälla." in brev for brev in breven] == [False, True]
    assert all("Här svarar ni, senast den 3 februari 2027" in brev for brev in breven)


def test_a_subject_of_two_lines_is_one(klient, bild):
    enkat = ny_enkat(bild)
    falt = falten(klient.get(adress(enkat, "brev")))
    klient.post(adress(enkat, "brev"), falt | {"amne": "Hej\nBcc: alla@granby.example"})

    gor(klient, enkat, "skicka")

    breven = breven_gar()
    assert {b.subject for b in breven} == {"Hej Bcc: alla@granby.example"}
    assert all(len(b.recipients()) == 1 for b in breven)


def test_the_preview_shows_the_page_and_sends_nothing(klient, bild):
    enkat = ny_enkat(bild, oppen=False)

    sidan = sida(klient.get(adress(enkat, "prov")))

    assert "Härifrån går det inte att skicka" in sidan.text_content()
    assert not sidan.xpath("//main//button")
    assert not sidan.xpath("//form[@method='post']")


def test_on_the_day_after_the_last_it_closes_by_itself(klient, bild, idag, namnd):
    enkat = ny_enkat(bild)
    for inbjudan in enkat.inbjudningar.all():
        svara(enkat, inbjudan)
    idag.move_to("2027-02-03 23:00+01:00")
    klient.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    assert "Öppen" in text(klient, enkat)
    assert enkat.svaren.raknade().count() == 0

    idag.move_to("2027-02-04 01:00+01:00")

    assert "Stängd" in text(klient, enkat)
    assert enkat.svaren.raknade().count() == 6


def test_its_result_is_there_the_day_after_though_nobody_has_looked(bild, idag):
    enkat = ny_enkat(bild)
    for inbjudan in enkat.inbjudningar.all():
        svara(enkat, inbjudan)
    assert enkatresultat(bild) == ()

    idag.move_to("2027-02-04 01:00+01:00")

    (resultatet,) = enkatresultat(bild)
    assert (resultatet.stangd, resultatet.svar) == (True, 6)


def test_reopening_is_traced_and_lets_those_who_wait_answer(klient, bild):
    enkat = ny_enkat(bild)
    gor(klient, enkat, "stang")

    svar = gor(klient, enkat, "oppna_igen", stanger="2027-02-20")

    assert "Enkäten är öppen igen" in svar
    assert (enkat.status, enkat.stanger) == (Status.OPPEN, date(2027, 2, 20))
    assert Spar.objects.filter(objekt__contains="öppnade igen till 2027-02-20").exists()


def test_it_is_not_reopened_under_a_picture_that_is_done(klient, bild):
    enkat = ny_enkat(bild)
    gor(klient, enkat, "stang")
    Lagesbild.objects.update(status=Lagesbild.Status.KLAR)

    svar = gor(klient, enkat, "oppna_igen", stanger="2027-02-20")

    assert "Lägesbilden är klar" in svar
    assert enkat.status == Status.STANGD


def test_a_draft_goes_away_and_one_that_was_open_does_not(klient, bild):
    utkast, oppen = ny_enkat(bild, oppen=False), ny_enkat(bild)

    klient.post(adress(utkast, "ta_bort"))
    assert "går inte att ta bort" in gor(klient, oppen, "ta_bort")

    assert list(Enkat.objects.all()) == [oppen]


def test_pressed_twice_it_opens_once(klient, bild):
    enkat = ny_enkat(bild, oppen=False)

    for _ in range(2):
        gor(klient, enkat, "oppna")

    assert enkat.inbjudningar.count() == 6


def test_how_many_answered_an_open_link_is_said_coarsely(klient, bild):
    enkat = ny_enkat(bild, fragade={}, oppen_lank=True)
    antalen = []
    for _ in range(11):
        antalen.append(
            text(klient, enkat).split(" svar har kommit")[0].split("Svar ")[-1]
        )
        svara(enkat)

    assert antalen == ["Färre än 5"] * 5 + ["Minst 5"] * 5 + ["Minst 10"]
    assert "Svarsfrekvensen går inte att räkna ut" in text(klient, enkat)


def test_groups_that_are_counted_together_are_named(klient, bild):
    enkat = ny_enkat(bild, fragade={"egen": 6, "forening": 3, "bostad": 2})

    assert (
        "De här är så få att deras svar räknas tillsammans: Föreningar, Bostadsbolag."
        in text(klient, enkat)
    )


def test_before_it_opens_it_says_what_small_groups_lose(klient, bild):
    liten = ny_enkat(bild, oppen=False, fragade={"egen": 4, "forening": 3})
    for vad in ("", "oppna"):
        svar = text(klient, liten, vad)
        assert "Egna enheter, Föreningar är så få att de svarar tillsammans" in svar
        assert "frågor ställs då inte till någon" in svar

    stor = ny_enkat(bild, oppen=False, fragade={"egen": 6, "forening": 6})
    assert "svarar tillsammans" not in text(klient, stor)


def test_another_boards_enkat_is_not_there(client, bild):
    enkat = ny_enkat(bild)
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, bygge.ny_namnd("sjovik")))

    for vad in ("", "redigera", "skicka", "lankar", "prov", "stang"):
        assert client.get(adress(enkat, vad)).status_code == 404
    inbjudan = enkat.inbjudningar.first()
    assert client.get(reverse("inbjudan", args=[inbjudan.pk])).status_code == 404


def test_the_list_leads_to_each_and_to_a_new_one(klient, bild):
    enkat = ny_enkat(bild)

    sidan = klient.get(reverse("enkater")).content.decode()

    assert enkat.get_absolute_url() in sidan
    assert reverse("enkater_ny", args=[bild.namnd.kort, bild.ar]) in sidan
