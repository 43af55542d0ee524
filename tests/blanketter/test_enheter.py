"""The register of units: who is asked, their links, a list taken in, reminders."""

import re
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from blanketter.handlingar import svara_for_enhet
from blanketter.models import Enhet, Rapportering, Rapportperiod
from tests import bygge
from tests.blanketter.blanketten import falten
from tests.brevserver import Brevserver
from tests.bygge_brev import breven_gar
from vbeplan.organisation.models import Delomrade, Ratt, Spar
from vbeplan.organisation.post import skicka_vantande

pytestmark = pytest.mark.django_db
IDAG = date(2027, 5, 10)  # tertial 1 has ended and can be answered for
T1 = Rapportperiod("tertial", date(2027, 1, 1))


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-05-10 09:00+02:00", tick=False):
        yield


@pytest.fixture
def namnd():
    namnd = bygge.ny_namnd()
    Delomrade.objects.create(namnd=namnd, namn="Norra Ekhamra")
    return namnd


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def adress(namn, *argument):
    return reverse(namn, args=argument)


def falt(**mer):
    return {
        "namn": "Linden, hemtjänst",
        "arbetsplats": "aldreomsorg",
        "delomrade": "",
        "epost": "linden@granby.example",
        "fran": "2027-01-01",
        "till": "",
    } | mer


# ---- One unit --------------------------------------------------------------------


def test_a_unit_is_added_with_a_trace(klient, namnd):
    svar = klient.post(adress("enhet_ny", namnd.kort), falt(), follow=True)

    enhet = Enhet.objects.get()
    assert enhet.namn == "Linden, hemtjänst"
    assert "Linden, hemtjänst" in svar.content.decode()
    assert Spar.objects.get().objekt == "enheten Linden, hemtjänst"


def test_a_new_unit_is_asked_about_the_period_that_has_just_ended(klient, namnd):
    html = klient.get(adress("enhet_ny", namnd.kort)).content.decode()

    assert 'value="2027-01-01"' in html


def test_a_kind_of_workplace_is_one_of_the_forms_and_not_unwilling(klient, namnd):
    html = klient.get(adress("enhet_ny", namnd.kort)).content.decode()

    assert "Äldreomsorg eller hemtjänst" in html
    assert "Vill inte säga" not in html


@pytest.mark.parametrize(
    ("fel", "ord_"),
    [
        ({"namn": ""}, "behöver rättas"),
        ({"arbetsplats": "cirkus"}, "behöver rättas"),
        ({"epost": "linden"}, "behöver rättas"),
        ({"fran": "2027-05-01", "till": "2027-04-01"}, "före den första"),
        ({"fran": "igår"}, "år-månad-dag"),
    ],
)
def test_a_unit_that_is_not_right_is_told_and_keeps_what_was_typed(
    klient, namnd, fel, ord_
):
    svar = klient.post(adress("enhet_ny", namnd.kort), falt(**fel))

    assert ord_ in svar.content.decode()
    assert 'value="2027-0' in svar.content.decode() or "igår" in svar.content.decode()
    assert not Enhet.objects.exists()


def test_two_units_of_a_board_have_two_names(klient, namnd):
    bygge.ny_enhet(namnd, "LINDEN,  hemtjänst")

    svar = klient.post(adress("enhet_ny", namnd.kort), falt())

    assert "redan en enhet med det namnet" in svar.content.decode()
    assert Enhet.objects.count() == 1


def test_a_unit_is_changed_and_ended_and_its_answers_stay(klient, namnd):
    enhet = bygge.ny_enhet(namnd)
    svara_for_enhet(enhet, T1)
    hit = adress("enhet", enhet.pk)
    klient.post(hit, falten(klient.get(hit)) | {"namn": "Eken"})
    klient.post(adress("enhet_avsluta", enhet.pk))

    enhet.refresh_from_db()
    assert (enhet.namn, enhet.till) == ("Eken", IDAG)
    assert enhet.svar.count() == 1


def test_who_saves_second_sees_what_the_first_saved_and_loses_nothing(klient, namnd):
    enhet = bygge.ny_enhet(namnd, "Eken")
    hit = reverse("enhet", args=[enhet.pk])
    oppnad = falten(klient.get(hit))
    klient.post(hit, oppnad | {"epost": "eken@ekhamra.example"})

    svar = klient.post(hit, oppnad | {"namn": "Ekens skola"})

    html = svar.content.decode()
    assert "Någon annan sparade medan du skrev" in html
    assert "eken@ekhamra.example" in html
    assert falten(svar)["namn"] == "Ekens skola"
    enhet.refresh_from_db()
    assert (enhet.namn, enhet.epost) == ("Eken", "eken@ekhamra.example")
    assert klient.post(hit, falten(svar)).status_code == 302
    enhet.refresh_from_db()
    assert enhet.namn == "Ekens skola"


def test_two_who_save_the_same_are_not_told(klient, namnd):
    hit = reverse("enhet", args=[bygge.ny_enhet(namnd, "Eken").pk])
    oppnad = falten(klient.get(hit)) | {"namn": "Ekens skola"}

    for _ in range(2):
        assert klient.post(hit, oppnad).status_code == 302


def test_another_boards_units_are_not_there(klient):
    annan = bygge.ny_enhet(bygge.ny_namnd("sjovik"))

    for namn in ("enhet", "enhet_avsluta", "enhet_lank"):
        assert klient.get(adress(namn, annan.pk)).status_code == 404
    for namn in ("enhet_ny", "enheter_ta_in", "enheter_lankar", "enheter_paminn"):
        assert klient.get(adress(namn, "sjovik")).status_code == 404
    sidan = klient.get(adress("enheter") + "?namnd=sjovik").content.decode()
    assert "sjovik" not in sidan.lower()


# ---- The link --------------------------------------------------------------------


def test_a_unit_has_a_link_with_a_code_to_photograph(klient, namnd):
    enhet = bygge.ny_enhet(namnd)

    html = klient.get(adress("enhet_lank", enhet.pk)).content.decode()

    assert f"http://testserver{enhet.lank()}" in html
    assert "<svg" in html


def test_the_links_secret_lies_nowhere_in_the_database(namnd):
    enhet = bygge.ny_enhet(namnd)

    rad = Enhet.objects.filter(pk=enhet.pk).values().get()
    assert enhet.lanknyckel not in str(rad)
    assert len(enhet.lanknyckel) == 32


def test_a_new_link_ends_the_old_one(klient, namnd):
    enhet = bygge.ny_enhet(namnd)
    gammal = enhet.lanknyckel

    klient.post(adress("enhet_lank", enhet.pk))

    enhet.refresh_from_db()
    assert enhet.lanknyckel != gammal
    assert Enhet.objects.med_nyckel(gammal) is None
    assert Enhet.objects.med_nyckel(enhet.lanknyckel.upper()) == enhet
    assert Spar.objects.filter(objekt__startswith="länken till enheten").exists()


def test_all_links_are_on_one_page_to_print(klient, namnd):
    enheter = [bygge.ny_enhet(namnd) for _ in range(3)]
    slutat = bygge.ny_enhet(namnd, till=date(2026, 1, 1))

    html = klient.get(adress("enheter_lankar", namnd.kort)).content.decode()

    assert all(e.lanknyckel in html for e in enheter)
    assert slutat.lanknyckel not in html


# ---- A list ----------------------------------------------------------------------

LISTA = """Namn;Arbetsplats;Delområde;E-post
Linden;Äldreomsorg;Norra Ekhamra;linden@granby.example
Ekskolan;skola;;
"""


def ta_in(klient, namnd, **mer):
    data = {"text": LISTA, "fran": "2027-01-01"} | mer
    return klient.post(adress("enheter_ta_in", namnd.kort), data, follow=True)


def test_a_list_is_shown_before_anything_is_stored(klient, namnd):
    svar = ta_in(klient, namnd)

    assert "2 enheter kan läggas in" in svar.content.decode()
    assert not Enhet.objects.exists()

    ta_in(klient, namnd, bekrafta="ja")

    linden, skolan = Enhet.objects.order_by("epost").reverse()
    assert (linden.arbetsplats, linden.delomrade.namn) == (
        "aldreomsorg",
        "Norra Ekhamra",
    )
    assert (skolan.namn, skolan.arbetsplats, skolan.epost) == ("Ekskolan", "skola", "")


@pytest.mark.parametrize(
    ("rad", "ord_"),
    [
        (";skola;;", "Namnet saknas"),
        ("Eken;cirkus;;", "är inget av slagen"),
        ("Eken;;;", "saknas"),
        ("Eken;skola;Södra;", "är inget delområde"),
        ("Eken;skola;;eken", "är ingen e-postadress"),
        ("Linden;skola;;", "redan en enhet"),
        ("x" * 121 + ";skola;;", "längre än 120"),
    ],
)
def test_a_row_that_is_not_right_is_told_by_its_number_and_nothing_is_stored(
    klient, namnd, rad, ord_
):
    svar = ta_in(klient, namnd, text=LISTA + rad, bekrafta="ja")

    html = svar.content.decode()
    assert ord_ in html
    assert '<td data-etikett="Rad">4</td>' in html
    assert "Ekskolan;skola" in html, "the list stays in its field"
    assert not Enhet.objects.exists()


def test_an_address_that_looks_like_a_persons_is_remarked_and_may_be_kept(
    klient, namnd
):
    rad = "Eken;skola;;annika.lindstrom@granby.example"
    assert "ser ut som en persons" in ta_in(klient, namnd, text=rad).content.decode()

    ta_in(klient, namnd, text=rad, bekrafta="ja")

    assert Enhet.objects.get().epost == "annika.lindstrom@granby.example"


def test_a_file_out_of_excel_is_read_into_the_field(klient, namnd):
    fil = SimpleUploadedFile("enheter.csv", "Ängen;förskola;;\r\n".encode("cp1252"))

    html = ta_in(klient, namnd, text="", fil=fil).content.decode()

    assert "Ängen;förskola" in html
    assert "1 enhet kan läggas in" in html


def test_a_list_copied_out_of_a_spreadsheet_has_tabs(klient, namnd):
    ta_in(klient, namnd, text="Linden\tskola\t\t\nEken\tkontor\t\t", bekrafta="ja")

    assert Enhet.objects.count() == 2


def test_a_list_pasted_from_several_places_is_read_row_by_row(klient, namnd):
    rader = [
        "Namn\tSlag\tDelområde\tE-post",
        "Linden; lågstadiet\tskola",
        "Eken, Lönnen, Asken;förskola;Norra Ekhamra;eken@granby.example",
        '"Haren\n och Räven";förskola',
        "Almen,skola",
        '"Boken; stora huset",skola',
        "Tujan\tskola;",
    ]
    text = "\r\n".join(rader)

    html = ta_in(klient, namnd, text=text).content.decode()

    assert "”skola;” är inget av slagen" in html
    ta_in(klient, namnd, text=text.rpartition("\r\n")[0], bekrafta="ja")
    assert {(e.namn, e.arbetsplats, e.epost) for e in Enhet.objects.all()} == {
        ("Linden; lågstadiet", "skola", ""),
        ("Eken, Lönnen, Asken", "forskola", "eken@granby.example"),
        ("Almen", "skola", ""),
        ("Boken; stora huset", "skola", ""),
        ("Haren och Räven", "forskola", ""),
    }


@pytest.mark.parametrize(
    ("mer", "ord_"),
    [
        ({"text": "  \n"}, "minst en rad"),
        ({"text": "\n".join(f"E{n};skola" for n in range(501))}, "högst 500"),
        ({"fran": ""}, "behöver rättas"),
        (
            {"fil": SimpleUploadedFile("x.csv", b"x;skola\n" * 30_000)},
            "större än 200 kB",
        ),
    ],
)
def test_a_list_that_cannot_be_read_is_told(klient, namnd, mer, ord_):
    assert ord_ in ta_in(klient, namnd, **mer).content.decode()
    assert not Enhet.objects.exists()


# ---- Who has answered ------------------------------------------------------------


def test_the_page_says_who_has_answered_and_not_what(klient, namnd):
    svarat, inte = bygge.ny_enhet(namnd, "Asken"), bygge.ny_enhet(namnd, "Björken")
    bygge.ny_enhet(namnd, "Cedern", fran=date(2027, 5, 1))
    svara_for_enhet(svarat, T1)

    html = klient.get(adress("enheter")).content.decode()

    assert "<strong>1 av 2</strong>" in html
    rader = {
        namn: re.search(rf">{namn}</a>.*?</tr>", html, re.S)[0]
        for namn in ("Asken", "Björken", "Cedern")
    }
    assert "Svarat" in rader["Asken"]
    assert "Inte svarat" in rader["Björken"]
    assert "Inte tillfrågad" in rader["Cedern"]
    assert inte.namn in html


def test_a_kind_of_workplace_with_few_units_shows_no_numbers(klient, namnd):
    for _ in range(6):
        bygge.ny_enhet(namnd, arbetsplats="forskola")
    for _ in range(6):
        bygge.ny_enhet(namnd, arbetsplats="skola")
    for _ in range(2):
        bygge.ny_enhet(namnd, arbetsplats="kultur")

    html = klient.get(adress("enheter")).content.decode()
    tabell = html.split('id="slag"')[1].split("</table>")[0]

    assert tabell.count("Visas inte") == 2, "one alone could be reckoned from the total"
    assert tabell.count('data-etikett="Tillfrågade"') == 1


def test_how_often_units_are_asked_is_the_boards_choice(klient, namnd):
    bygge.ny_enhet(namnd)
    andra_perioden(klient, namnd, periodtyp="manad", svarstid="30")

    assert Rapportering.for_namnd(namnd).svarstid == 30
    assert "April 2027" in klient.get(adress("enheter")).content.decode()


def andra_perioden(klient, namnd, **andrat):
    hit = adress("enheter_period", namnd.kort)
    return klient.post(hit, falten(klient.get(hit)) | andrat)


def test_a_new_time_to_answer_leaves_the_last_day_of_what_has_ended(klient, namnd):
    for svarstid in ("120", "7"):
        assert andra_perioden(klient, namnd, svarstid=svarstid).status_code == 302

        rad = Rapportering.for_namnd(namnd)
        assert rad.sista_dag(T1) == date(2027, 6, 29)
    assert rad.sista_dag(T1.nasta) == date(2027, 9, 7)


def test_who_changes_the_periods_second_sees_what_the_first_saved(klient, namnd):
    hit = adress("enheter_period", namnd.kort)
    oppnad = falten(klient.get(hit))
    klient.post(hit, oppnad | {"svarstid": "30"})

    svar = klient.post(hit, oppnad | {"periodtyp": "manad"})

    html = svar.content.decode()
    assert "Någon annan sparade medan du skrev" in html
    assert "Det här är sparat nu" in html
    assert falten(svar)["periodtyp"] == "manad"
    rad = Rapportering.for_namnd(namnd)
    assert (rad.periodtyp, rad.svarstid) == ("tertial", 30)
    assert klient.post(hit, falten(svar)).status_code == 302
    assert Rapportering.for_namnd(namnd).periodtyp == "manad"


def test_two_who_save_the_same_periods_are_not_told(klient, namnd):
    hit = adress("enheter_period", namnd.kort)
    oppnad = falten(klient.get(hit)) | {"svarstid": "30"}

    for _ in range(2):
        assert klient.post(hit, oppnad).status_code == 302
    assert Rapportering.for_namnd(namnd).tidigare == [["2027-05-10", 60]]


@pytest.mark.parametrize("svarstid", ["6", "121", "x", ""])
def test_an_unreasonable_time_to_answer_is_refused(klient, namnd, svarstid):
    data = {"periodtyp": "manad", "svarstid": svarstid}
    svar = klient.post(adress("enheter_period", namnd.kort), data)

    assert "behöver rättas" in svar.content.decode()
    assert not Rapportering.objects.exists()


# ---- Reminders -------------------------------------------------------------------


def test_those_that_have_not_answered_get_a_mail_with_their_link(klient, namnd):
    svarat, inte = (
        bygge.ny_enhet(namnd, namn, epost=f"{namn.lower()}@granby.example")
        for namn in ("Asken", "Linden")
    )
    utan = bygge.ny_enhet(namnd, "Eken")
    svara_for_enhet(svarat, T1)
    sida = klient.get(adress("enheter_paminn", namnd.kort)).content.decode()
    assert "linden@granby.example" in sida
    assert "asken@granby.example" not in sida
    assert not breven_gar()

    svar = klient.post(adress("enheter_paminn", namnd.kort), follow=True)

    (brev,) = breven_gar()
    assert brev.to == ["linden@granby.example"]
    assert f"http://testserver{inte.lank()}" in brev.body
    assert "tertial 1 2027" in brev.subject
    assert "29 juni 2027" in brev.body
    assert f"Saknar e-postadress: {utan}" in svar.content.decode()
    assert Spar.objects.get().objekt == "påminnelse om tertial 1 2027 till 1 enhet"


def test_a_unit_is_reminded_once_a_day(klient, namnd):
    bygge.ny_enhet(namnd, epost="linden@granby.example")
    for _ in range(2):
        klient.post(adress("enheter_paminn", namnd.kort))
    assert len(breven_gar()) == 1

    with time_machine.travel("2027-05-11 09:00+02:00", tick=False):
        klient.post(adress("enheter_paminn", namnd.kort))

    assert len(breven_gar()) == 2


def test_a_mail_server_that_is_down_fails_no_reminder(klient, namnd, settings):
    bygge.ny_enhet(namnd, "Linden", epost="linden@granby.example")
    with Brevserver() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        server.stanna()
        svar = klient.post(adress("enheter_paminn", namnd.kort), follow=True)
        assert "Påminnelsen är på väg till Linden" in svar.content.decode()
        assert skicka_vantande().misslyckade == 1

        server.starta()
        with time_machine.travel("2027-05-10 09:10+02:00", tick=False):
            skicka_vantande()
        assert server.adresser == ["linden@granby.example"]


def test_tomorrows_reminder_takes_the_place_of_one_that_still_waits(klient, namnd):
    bygge.ny_enhet(namnd, epost="linden@granby.example")
    for dag in (10, 11):
        with time_machine.travel(f"2027-05-{dag} 09:00+02:00", tick=False):
            klient.post(adress("enheter_paminn", namnd.kort))

    assert len(breven_gar()) == 1


def test_when_no_period_is_open_nobody_is_reminded(client, namnd):
    bygge.ny_enhet(namnd, epost="linden@granby.example")

    with time_machine.travel("2027-08-10 09:00+02:00", tick=False):
        client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
        svar = client.post(adress("enheter_paminn", namnd.kort), follow=True)

    assert "ingen period" in svar.content.decode()
    assert not breven_gar()


def test_a_board_without_units_says_what_to_do(klient):
    assert "Här finns inga enheter än" in klient.get(adress("enheter")).content.decode()
