"""The coordinator's pages of the routine, for a board and for the whole city."""

import pytest
from django.urls import reverse

from blanketter.models import Kontakt, Rutinsteg, Rutinval
from blanketter.rutin import rutinen
from blanketter.rutin.standard import STANDARD
from tests import bygge
from tests.blanketter.blanketten import falten, felen
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
STADEN = "staden"


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


@pytest.fixture
def central(client):
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    return client


def steget(namnd="ekhamra", kod="barn"):
    return reverse("rutin_steg", args=[namnd, kod])


def test_a_step_gets_the_boards_own_words_and_a_trace(klient, namnd):
    falt = falten(klient.get(steget()))
    assert falt["gor"] == "Gör en orosanmälan till socialtjänsten"

    svar = klient.post(steget(), falt | {"gor": "Ring mottagningsgruppen"})

    assert svar.url.endswith("#steg-barn")
    assert rutinen(namnd).steget("barn").gor == "Ring mottagningsgruppen"
    assert rutinen().steget("barn").gor != "Ring mottagningsgruppen"
    assert Spar.objects.get(namnd=namnd).objekt.startswith("rutinen:")


def test_what_is_saved_unchanged_goes_on_following_the_city(klient, namnd):
    klient.post(steget(), falten(klient.get(steget())))

    assert not Rutinsteg.objects.exists()
    bygge.ny_stegtext(None, "barn", gor="Stadens nya ord")
    assert rutinen(namnd).steget("barn").gor == "Stadens nya ord"


def test_112_can_be_neither_changed_nor_taken_away(klient, namnd):
    falt = falten(klient.get(steget(kod="akut"))) | {"gor": "Larma", "telefon": "0"}

    klient.post(steget(kod="akut"), falt)

    akut = rutinen(namnd).steget("akut")
    assert (akut.gor, akut.telefon) == ("Larma", "112")


@pytest.mark.parametrize(
    ("falt", "ord_"),
    [
        ({"fraga": ""}, "Fråga"),
        ({"telefon": "ring mig"}, "Skriv telefonnumret med siffror"),
        ({"lank": "javascript:alert(1)"}, "webbadress som börjar med https://"),
        ({"lanktext": "Gör en orosanmälan"}, "Skriv länkens adress"),
        ({"mer": "Ring 850709-9805 först."}, "pekar ut en person"),
        ({"mer": "Fråga Annika Lindström först."}, "ser ut som ett namn"),
        ({"gor": "x" * 121}, "120"),
    ],
)
def test_what_is_not_right_is_told_and_kept(klient, falt, ord_):
    allt = falten(klient.get(steget())) | {"tider": ""} | falt

    svar = klient.post(steget(), allt)

    assert svar.status_code == 200
    assert ord_ in felen(svar)
    [(namn, skrivet)] = falt.items()
    assert falten(svar).get(namn, "").strip() == skrivet
    assert not Rutinsteg.objects.exists()


def test_a_word_that_only_looks_like_a_name_can_be_kept(klient, namnd):
    ord_ = "Fråga Annika Lindström först."
    falt = falten(klient.get(steget())) | {"mer": ord_}
    svar = klient.post(steget(), falt)
    assert "pekar_inte_ut" in svar.content.decode()

    klient.post(steget(), falt | {"pekar_inte_ut": "on"})

    assert rutinen(namnd).steget("barn").mer == ord_


@pytest.mark.parametrize("kod", list(STANDARD))
def test_the_programs_own_words_are_not_taken_for_names(klient, kod):
    falt = falten(klient.get(steget(kod=kod)))
    falt["mer"] += " Fråga mottagningen."
    assert klient.post(steget(kod=kod), falt).status_code == 302


@pytest.mark.parametrize(
    ("funktion", "epost"),
    [
        ("Mottagningsgruppen barn och unga", "mottagningen.barn@granby.example"),
        ("Tjänsteman i beredskap (TiB)", "asens.skola@granby.example"),
        ("Kuratorn på Björkskolan", "rektor.bjorkskolan@granby.example"),
        ("Säkerhetschefen", "vaxeln@granby.example"),
    ],
)
def test_functions_and_their_addresses_are_not_taken_for_people(
    klient, funktion, epost
):
    assert ny_kontakt(klient, funktion=funktion, epost=epost).status_code == 302


def test_who_saves_second_sees_both_texts_and_loses_nothing(klient, namnd):
    bygge.ny_stegtext(namnd)
    falt = falten(klient.get(steget()))
    klient.post(steget(), falt | {"gor": "Den förstas ord"})

    svar = klient.post(steget(), falt | {"gor": "Den andras mening"})

    assert "Någon annan sparade medan du skrev" in felen(svar)
    assert falten(svar)["gor"] == "Den andras mening"
    assert "förstas" in svar.content.decode()
    assert rutinen(namnd).steget("barn").gor == "Den förstas ord"
    klient.post(steget(), falten(svar))
    assert rutinen(namnd).steget("barn").gor == "Den andras mening"


def test_two_first_words_at_once_are_told_too(klient, namnd):
    falt = falten(klient.get(steget()))
    bygge.ny_stegtext(namnd, gor="En annans ord")

    svar = klient.post(steget(), falt | {"gor": "Mina ord"})

    assert "Någon annan sparade" in felen(svar)
    assert Rutinsteg.objects.get().gor == "En annans ord"


def test_a_new_step_stands_before_the_form(klient, namnd):
    hit = reverse("rutin_nytt_steg", args=["ekhamra"])
    falt = {"fraga": "Gäller det en vuxen?", "gor": "Ring mottagningen för vuxna"}

    svar = klient.post(hit, falten(klient.get(hit)) | falt)

    assert svar.status_code == 302
    steg = rutinen(namnd).alla
    assert [s.fraga for s in steg][-2] == "Gäller det en vuxen?"
    assert steg[-1].kod == "blankett"
    html = klient.get(reverse("rutin", args=["ekhamra"])).content.decode()
    assert "Gäller det en vuxen?" in html


def test_steps_are_moved_hidden_and_shown_by_buttons(klient, namnd):
    hit = reverse("rutin_ordna", args=["ekhamra", "skola"])
    klient.post(hit, {"gor": "upp"})
    assert [s.kod for s in rutinen(namnd).alla][2] == "skola"

    svar = klient.post(dolj(), follow=True)
    assert "Ett steg visas inte" in svar.content.decode()
    assert "Visa igen" in svar.content.decode()
    assert "skola" not in [s.kod for s in rutinen(namnd).steg]

    klient.post(hit, {"gor": "visa"})
    assert "skola" in [s.kod for s in rutinen(namnd).steg]


def dolj(kod="skola", namnd="ekhamra"):
    return reverse("rutin_dolj", args=[namnd, kod])


@pytest.mark.parametrize(
    ("kod", "foljd"),
    [
        ("brott", "ska anmälas till polisen"),
        ("barn", "oro för ett barn ska anmälas"),
        ("skola", "berätta för rektorn"),
        ("eget-1", "från sidan som alla ser"),
    ],
)
def test_before_a_step_is_hidden_one_reads_what_follows(klient, namnd, kod, foljd):
    bygge.ny_stegtext(namnd, "eget-1")
    bygge.ny_kontakt(namnd)
    klient.post(reverse("rutin_ordna", args=["ekhamra", kod]), {"gor": "dolj"})

    html = klient.get(dolj(kod)).content.decode()

    assert foljd in html
    assert ("kontakter visas inte" in html) == (kod == "barn")
    assert not rutinen(namnd).dolda
    klient.post(dolj(kod))
    assert [s.kod for s in rutinen(namnd).dolda] == [kod]
    assert klient.get(dolj(kod)).status_code == 302  # done already


@pytest.mark.parametrize("kod", ["akut", "blankett"])
def test_the_emergency_and_the_form_can_not_be_hidden(klient, namnd, kod):
    for svar in (klient.get(dolj(kod)), klient.post(dolj(kod), follow=True)):
        assert svar.status_code in (200, 302)
    assert "Visas alltid" in svar.content.decode()
    assert f'href="{dolj(kod)}"' not in svar.content.decode()
    Rutinval.objects.create(namnd=namnd, dolda=[kod])  # past every page
    assert not rutinen(namnd).dolda


def test_what_the_city_has_hidden_a_board_can_not_show(client, klient, namnd):
    Rutinval.objects.create(dolda=["skola"])
    hit = reverse("rutin_ordna", args=["ekhamra", "skola"])

    svar = klient.post(hit, {"gor": "visa"}, follow=True)

    html = svar.content.decode()
    assert "Staden har dolt steget" in html
    assert "Visas inte: staden har dolt steget" in html
    assert "Visa igen" not in html
    assert rutinen(namnd).steget("skola").dolt


@pytest.mark.parametrize(
    ("kod", "gor"),
    [("akut", "dolj"), ("blankett", "dolj"), ("akut", "ner"), ("skola", "bort")],
)
def test_what_can_not_be_ordered_changes_nothing(klient, namnd, kod, gor):
    fore = rutinen(namnd)

    svar = klient.post(reverse("rutin_ordna", args=["ekhamra", kod]), {"gor": gor})

    assert svar.status_code == 302
    assert rutinen(namnd) == fore


def test_back_to_the_citys_words_after_seeing_what_differs(klient, namnd):
    bygge.ny_stegtext(namnd, gor="Ring oss på Storgatan")
    hit = reverse("rutin_aterga", args=["ekhamra", "barn"])

    html = klient.get(hit).content.decode()
    assert "Återgå till stadens text?" in html
    assert "<del>Ring oss på Storgatan" in html
    assert Rutinsteg.objects.exists()

    klient.post(hit)
    assert not rutinen(namnd).steget("barn").eget


def test_a_step_of_ones_own_is_taken_away_after_a_question(klient, namnd):
    bygge.ny_stegtext(namnd, "eget-1")
    hit = reverse("rutin_aterga", args=["ekhamra", "eget-1"])
    assert "Ta bort steget?" in klient.get(hit).content.decode()

    klient.post(hit)

    assert rutinen(namnd).steget("eget-1") is None


def test_without_words_of_ones_own_there_is_nothing_to_go_back_from(klient):
    svar = klient.get(reverse("rutin_aterga", args=["ekhamra", "barn"]))
    assert svar.url == steget()


def test_the_chart_in_the_plan_is_the_boards_choice(klient, namnd):
    hit = reverse("rutin_i_planen", args=["ekhamra"])
    klient.post(hit, {"visa": "nej"})
    assert not rutinen(namnd).i_planen
    klient.post(hit, {"visa": "ja"})
    assert rutinen(namnd).i_planen
    assert Rutinval.objects.count() == 1


KONTAKT = {
    "kod": "barn",
    "funktion": "Socialjouren",
    "telefon": "08-465 004 01",
    "epost": "",
    "tider": "vardagar 16.30–8, helger dygnet runt",
    "jour": "on",
}


def ny_kontakt(klient, namnd="ekhamra", **andra):
    hit = reverse("kontakt_ny", args=[namnd])
    return klient.post(hit, falten(klient.get(hit)) | KONTAKT | andra)


def test_a_contact_for_nights_is_shown_to_everybody(klient, client):
    assert ny_kontakt(klient).url.endswith("#steg-barn")

    html = client.get(reverse("rutin", args=["ekhamra"])).content.decode()

    natt = html.index("Kvällar, nätter och helger")
    assert natt < html.index('href="tel:0846500401"')
    assert "vardagar 16.30–8, helger dygnet runt" in html


def test_contacts_keep_the_order_they_were_added_in(klient, namnd):
    for funktion in ("Mottagningsgruppen", "Fältgruppen", "Ungdomsstödet"):
        ny_kontakt(klient, funktion=funktion, jour="")
    kontakter = rutinen(namnd).steget("barn").kontakter
    assert [k.funktion for k in kontakter] == [
        "Mottagningsgruppen",
        "Fältgruppen",
        "Ungdomsstödet",
    ]


@pytest.mark.parametrize(
    ("andra", "ord_"),
    [
        ({"telefon": "", "epost": ""}, "så att kontakten går att nå"),
        ({"funktion": "Annika Lindström"}, "Skriv funktionen i stället"),
        ({"epost": "annika.lindstrom@ekhamra.example"}, "ser ut som ett namn"),
        ({"telefon": "någon"}, "med siffror"),
        ({"kod": "finns-inte"}, "Steg"),
        ({"funktion": ""}, "Funktion"),
    ],
)
def test_a_contact_is_a_function_that_can_be_reached(klient, andra, ord_):
    svar = ny_kontakt(klient, **andra)

    assert svar.status_code == 200
    assert ord_ in felen(svar)
    assert falten(svar)["tider"] == KONTAKT["tider"]
    assert not Kontakt.objects.exists()


def test_a_contact_is_changed_and_taken_away_with_a_trace(klient, namnd):
    rad = bygge.ny_kontakt(namnd)
    hit = reverse("kontakt", args=[rad.pk])
    klient.post(hit, falten(klient.get(hit)) | {"telefon": "010-123 45 69"})
    rad.refresh_from_db()
    assert rad.telefon == "010-123 45 69"

    bort = reverse("kontakt_ta_bort", args=[rad.pk])
    assert "Ta bort kontakten" in klient.get(bort).content.decode()
    assert Kontakt.objects.exists()
    klient.post(bort)

    assert not Kontakt.objects.exists()
    assert Spar.objects.filter(handling=Spar.Handling.BORTTAGEN).exists()


def test_the_citys_routine_is_the_citys_coordinators(central, namnd):
    svar = central.get(reverse("rutiner"))
    assert svar.url == reverse("rutin_redigera", args=[STADEN])
    hit = steget(STADEN, "skola")

    central.post(hit, falten(central.get(hit)) | {"gor": "Berätta för chefen"})
    ny_kontakt(central, STADEN)

    assert rutinen(namnd).steget("skola").gor == "Berätta för chefen"
    [kontakt] = rutinen(namnd).steget("barn").kontakter
    assert kontakt.stadens


def test_a_boards_coordinator_does_not_change_the_citys(klient):
    rad = bygge.ny_kontakt(None)
    for hit in (
        reverse("rutin_redigera", args=[STADEN]),
        steget(STADEN),
        reverse("kontakt_ny", args=[STADEN]),
        reverse("kontakt", args=[rad.pk]),
        reverse("kontakt_ta_bort", args=[rad.pk]),
    ):
        assert klient.get(hit).status_code == 404
        assert klient.post(hit).status_code == 404
    assert Kontakt.objects.exists()


def test_the_citys_coordinator_does_not_change_a_boards(central, namnd):
    bygge.ny_stegtext(namnd)
    assert central.get(steget()).status_code == 404
    assert central.post(steget(), {"gor": "X"}).status_code == 404


def test_of_several_boards_one_chooses(client, namnd):
    annan = bygge.ny_namnd("sjovik")
    anvandare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    anvandare.medlemskap.create(namnd=annan, ratt=Ratt.SAMORDNARE)
    client.force_login(anvandare)

    html = client.get(reverse("rutiner")).content.decode()

    for ett in (namnd, annan):
        assert reverse("rutin_redigera", args=[ett.kort]) in html


def test_the_worry_for_a_child_without_a_way_to_report_is_remarked(klient, namnd):
    hit = reverse("rutin_redigera", args=["ekhamra"])
    anmarkning = "Skriv hur man gör anmälan här"
    assert anmarkning in klient.get(hit).content.decode()

    ny_kontakt(klient)

    assert anmarkning not in klient.get(hit).content.decode()
