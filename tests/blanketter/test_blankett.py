"""The form's page: filled in and received, or given back with every word."""

import time
import unicodedata
from datetime import date
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from blanketter import bevis, kvitto
from blanketter.models import Blankett, Frageversion
from blanketter.standardfragor import STANDARD
from tests.blanketter.blanketten import (
    TEXT,
    adress,
    aldrat,
    falt,
    falten,
    felen,
    ifylld,
    koden,
    sida,
    texten,
)
from tests.bygge import ny_namnd
from vbeplan.organisation.models import Delomrade

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return ny_namnd("ekhamra")


def test_a_filled_in_form_is_received_and_gives_a_receipt(client, namnd):
    svar = client.post(adress(namnd), ifylld(namnd, atgarder=["chef", "polis"]))

    blankett = Blankett.objects.get()
    assert svar.status_code == 200
    assert blankett.kvitto == kvitto.hasha(koden(svar))
    assert blankett.text == TEXT
    assert (blankett.slag, blankett.miljo) == (("klotter",), "oklart")
    assert (blankett.plats, blankett.atgarder) == ("skola", ("chef", "polis"))
    assert blankett.namnd == namnd
    assert blankett.version == Frageversion.objects.gallande()


def test_the_page_asks_the_questions_of_the_version_in_force(client, namnd):
    fragor = STANDARD | {"slag": STANDARD["slag"] | {"fraga": "Vad såg du?"}}
    Frageversion.objects.gallande()
    Frageversion.objects.create(nummer=2, galler_fran=date(2026, 1, 1), fragor=fragor)

    assert "Vad såg du?" in client.get(adress(namnd)).content.decode()


def test_a_form_is_received_with_the_questions_it_was_opened_with(client, namnd):
    oppnad = ifylld(namnd)
    utan = [v for v in STANDARD["slag"]["val"] if v["kod"] != "klotter"]
    Frageversion.objects.create(
        nummer=2,
        galler_fran=date(2026, 1, 1),
        fragor=STANDARD | {"slag": STANDARD["slag"] | {"val": utan}},
    )

    svar = client.post(adress(namnd), oppnad)

    assert koden(svar)
    assert Blankett.objects.get().version.nummer == 1


def test_what_when_and_the_text_are_asked_for_and_nothing_else(client, namnd):
    svar = client.post(adress(namnd), {"bevis": ifylld(namnd)["bevis"]})

    assert set(svar.context["form"].errors) == {"slag", "nar", "text"}
    assert Blankett.objects.count() == 0


def test_the_least_one_can_say_is_received(client, namnd):
    uppgifter = ifylld(namnd, plats="", miljo="")

    assert koden(client.post(adress(namnd), uppgifter))
    assert Blankett.objects.get().miljo == "oklart"


def test_the_error_summary_has_the_focus_and_leads_to_each_question(client, namnd):
    svar = client.post(adress(namnd), ifylld(namnd, slag=[], text="kort"))

    (ruta,) = sida(svar).xpath("//main")[0].find_class("felsammanfattning")
    mal = [lank.removeprefix("#") for lank in ruta.xpath(".//a/@href")]
    assert "autofocus" in ruta.attrib
    assert mal == ["id_slag_0", "id_text"]
    assert all(sida(svar).get_element_by_id(ett) is not None for ett in mal)
    assert "Fel:" in sida(svar).findtext(".//title")


def test_a_board_that_is_not_there_has_no_form(client, namnd):
    svar = client.get(reverse("blankett", args=["finns-inte"]))

    assert svar.status_code == 404
    assert "Sidan finns inte" in svar.content.decode()


# --- When and where ---------------------------------------------------------------


@time_machine.travel("2026-11-18 12:00 +0100", tick=False)
def test_a_week_is_kept_as_its_monday(client, namnd):
    client.post(adress(namnd), ifylld(namnd, nar="vecka:2026-11-09"))

    blankett = Blankett.objects.get()
    assert (blankett.period_typ, blankett.period_start) == ("vecka", date(2026, 11, 9))


@time_machine.travel("2026-11-18 12:00 +0100", tick=False)
@pytest.mark.parametrize("nar", ["tidigare", ""])
def test_a_month_is_kept_as_its_first(client, namnd, nar):
    client.post(adress(namnd), ifylld(namnd, nar=nar, manad="manad:2026-09-01"))

    blankett = Blankett.objects.get()
    assert (blankett.period_typ, blankett.period_start) == ("manad", date(2026, 9, 1))


def test_earlier_asks_for_a_month(client, namnd):
    svar = client.post(adress(namnd), ifylld(namnd, nar="tidigare", manad=""))

    assert set(svar.context["form"].errors) == {"manad"}


@time_machine.travel("2026-11-18 12:00 +0100", tick=False)
@pytest.mark.parametrize(
    "nar",
    ["vecka:2026-11-23", "vecka:2026-11-17", "manad:2026-12-01", "vecka:2019-01-07",
     "dag:2026-11-17", "2026-11-17", "vecka:x", "vecka:9999-99-99", "x" * 5000],
)  # fmt: skip
def test_no_day_and_no_future_is_taken(client, namnd, nar):
    svar = client.post(adress(namnd), ifylld(namnd, nar=nar))

    assert "nar" in svar.context["form"].errors
    assert Blankett.objects.count() == 0


def test_a_form_left_open_over_a_monday_keeps_its_week(client, namnd):
    with time_machine.travel("2026-11-22 23:50 +0100", tick=False):
        oppnad = ifylld(namnd, nar="vecka:2026-10-26")
    with time_machine.travel("2026-11-23 00:10 +0100", tick=False):
        svar = client.post(adress(namnd), oppnad)

    assert koden(svar)
    assert Blankett.objects.get().period_start == date(2026, 10, 26)


@pytest.mark.parametrize(
    "dag",
    ["2026-03-29 02:30 +0100", "2028-02-29 12:00 +0100",
     "2026-10-25 02:30 +0200", "2027-01-01 00:05 +0100"],
)  # fmt: skip
def test_the_choices_hold_on_odd_days(client, namnd, dag):
    with time_machine.travel(dag, tick=False):
        assert koden(client.post(adress(namnd), ifylld(namnd)))


def test_the_parts_of_the_board_can_be_chosen_and_no_other_boards(client, namnd):
    egen = Delomrade.objects.create(namnd=namnd, namn="Norra Ekhamra")
    annan = Delomrade.objects.create(namnd=ny_namnd("sjovik"), namn="Sjöstaden")

    fel = client.post(adress(namnd), ifylld(namnd, delomrade=annan.pk))
    svar = client.post(adress(namnd), ifylld(namnd, delomrade=egen.pk))

    assert "delomrade" in fel.context["form"].errors
    assert "Sjöstaden" not in fel.content.decode()
    assert koden(svar)
    assert Blankett.objects.get().delomrade == egen


# --- Once -------------------------------------------------------------------------


def test_a_form_sent_twice_is_received_once_with_the_same_receipt(client, namnd):
    uppgifter = ifylld(namnd)

    koder = {koden(client.post(adress(namnd), uppgifter)) for _ in range(3)}

    assert len(koder) == 1
    assert Blankett.objects.count() == 1


def test_a_form_sent_again_takes_no_room_in_the_bucket(client, namnd, settings):
    settings.HINKAR = settings.HINKAR | {"blanketter": 2}
    uppgifter = ifylld(namnd)

    koder = {koden(client.post(adress(namnd), uppgifter)) for _ in range(10)}
    annan = koden(client.post(adress(namnd), ifylld(namnd)))

    assert len(koder) == 1
    assert annan not in {None, *koder}


def test_a_full_bucket_still_tells_that_a_form_was_received(client, namnd, settings):
    settings.HINKAR = settings.HINKAR | {"blanketter": 1}
    uppgifter = ifylld(namnd)
    forst = koden(client.post(adress(namnd), uppgifter))
    assert client.post(adress(namnd), ifylld(namnd)).status_code == 429

    assert koden(client.post(adress(namnd), uppgifter)) == forst


@time_machine.travel("2026-11-18 07:00:00 +0100", tick=False)
def test_a_form_sent_again_when_its_token_is_old_is_received_once(client, namnd):
    uppgifter = ifylld(namnd)
    forst = koden(client.post(adress(namnd), uppgifter))

    for senare in ("2026-11-18 23:00:00 +0100", "2026-11-19 23:00:00 +0100"):
        with time_machine.travel(senare, tick=False):
            assert koden(client.post(adress(namnd), uppgifter)) == forst
    assert Blankett.objects.count() == 1


def test_a_form_that_was_changed_and_sent_again_is_not_lost(client, namnd):
    """After the back button: the token is the same but the words are others."""
    uppgifter = ifylld(namnd)
    forst = koden(client.post(adress(namnd), uppgifter))

    svar = client.post(adress(namnd), uppgifter | {"text": f"{TEXT} Och en sak till."})

    assert forst in felen(svar)
    assert texten(svar) == f"{TEXT} Och en sak till."
    assert Blankett.objects.count() == 1
    with time_machine.travel(60 + time.time()):
        andra = koden(client.post(adress(namnd), falt(svar)))
    assert andra != forst
    assert Blankett.objects.count() == 2


# --- Given back -------------------------------------------------------------------


def skriven(**andra):
    return {"text": "Någon ropade något på torget, och sedan tog de ett kort.", **andra}


def test_a_forged_token_is_refused_and_the_words_come_back(client, namnd):
    annan = ny_namnd("sjovik")
    for falskt in ("", "x", "Å" * 80, "A" * 100, ifylld(annan)["bevis"], "=" * 40):
        svar = client.post(adress(namnd), ifylld(namnd, **skriven(bevis=falskt)))

        assert svar.status_code == 400
        assert texten(svar) == skriven()["text"]
        assert "en gång till" in felen(svar)
    assert Blankett.objects.count() == 0


def test_a_form_given_back_can_be_sent(client, namnd):
    svar = client.post(adress(namnd), ifylld(namnd, **skriven(bevis="falskt")))

    with time_machine.travel(60 + time.time()):
        assert koden(client.post(adress(namnd), falt(svar)))


def test_an_old_token_asks_for_one_more_press(client, namnd):
    gammalt = aldrat(namnd, 12 * 3600 + 60)

    svar = client.post(adress(namnd), ifylld(namnd, **skriven(bevis=gammalt)))

    assert "tolv timmar" in felen(svar)
    assert texten(svar) == skriven()["text"]
    assert falt(svar)["bevis"] != gammalt


def test_a_form_sent_in_less_than_three_seconds_asks_for_one_more_press(client, namnd):
    nyss = aldrat(namnd, 1)
    svar = client.post(adress(namnd), ifylld(namnd, **skriven(bevis=nyss)))

    assert texten(svar) == skriven()["text"]
    assert Blankett.objects.count() == 0
    assert falt(svar)["bevis"] == nyss  # so pressing again is soon enough


def test_a_clock_that_was_set_back_hinders_nobody(client, namnd):
    assert koden(client.post(adress(namnd), ifylld(namnd, bevis=aldrat(namnd, -3600))))


def test_nothing_of_when_it_was_made_can_be_read_in_a_token(namnd):
    version = Frageversion.objects.gallande()
    with time_machine.travel("2026-11-18 12:00:00 +0100", tick=False):
        ett, annat = (bevis.nytt(namnd.kort, version.nummer) for _ in range(2))

    lika = sum(a == b for a, b in zip(ett, annat, strict=True))
    assert lika < 15  # of some hundred signs: no prefix, no counter, no clock
    assert len(ett) == len(annat)


def test_the_hidden_field_for_programs_says_what_to_do(client, namnd):
    svar = client.post(adress(namnd), ifylld(namnd, **skriven(lamna_tomt="http://x")))

    assert "Fältet ska vara tomt" in felen(svar)
    assert texten(svar) == skriven()["text"]
    assert "falla-syns" in svar.content.decode()
    assert Blankett.objects.count() == 0


def test_a_full_bucket_asks_to_try_again_and_keeps_the_words(client, namnd, settings):
    settings.HINKAR = settings.HINKAR | {"blanketter": 1}
    client.post(adress(namnd), ifylld(namnd))

    svar = client.post(adress(namnd), ifylld(namnd, **skriven()))

    assert svar.status_code == 429
    assert svar.headers["Retry-After"] == "60"
    assert "Försök igen om en stund" in felen(svar)
    assert texten(svar) == skriven()["text"]
    assert Blankett.objects.count() == 1


def test_a_foreign_csrf_token_gives_the_form_back(namnd):
    klient = Client(enforce_csrf_checks=True)
    klient.get(adress(namnd))

    svar = klient.post(adress(namnd), ifylld(namnd, csrfmiddlewaretoken="a" * 64))

    assert svar.status_code == 403
    assert texten(svar) == TEXT
    assert "Sidan hade blivit för gammal" in felen(svar)
    assert Blankett.objects.count() == 0
    with time_machine.travel(60 + time.time()):
        assert koden(klient.post(adress(namnd), falt(svar)))


def test_too_long_a_text_comes_back_whole(client, namnd):
    lang = "Det hände en sak. " * 60_000  # above a megabyte

    svar = client.post(adress(namnd), ifylld(namnd, text=lang))

    assert "tecken. Korta den" in felen(svar)
    assert texten(svar) == lang.strip()


def test_ten_thousand_signs_are_received_and_one_more_is_told(client, namnd):
    lagom = "Det hände en sak. " * 556
    lagom = lagom[:9_999] + "."

    svar = client.post(adress(namnd), ifylld(namnd, text=f"{lagom}!"))

    assert (
        "Texten är 10\u00a0001 tecken. Korta den till högst 10\u00a0000 tecken"
        in svar.content.decode()
    )
    assert texten(svar) == f"{lagom}!"
    assert koden(
        client.post(adress(namnd), falt(svar) | {"slag": "klotter", "text": lagom})
    )
    assert Blankett.objects.get().text == lagom


def test_a_body_of_ten_megabytes_is_told_in_swedish(client, namnd):
    svar = client.post(adress(namnd), ifylld(namnd, text="x" * 10_000_000))

    assert svar.status_code == 413
    assert "Texten är för stor" in svar.content.decode()


# --- Bodies nobody types ----------------------------------------------------------

VANLIG = "application/x-www-form-urlencoded"
ORD = "Det stod märkliga tecken på väggen i hallen."


@pytest.mark.parametrize(
    ("skrivet", "sparat"),
    [
        (f"{ORD} 😀👩‍🏫🏴‍☠️", f"{ORD} 😀👩‍🏫🏴‍☠️"),
        (f"{ORD}\x00\x01\x1b[31m", f"{ORD}[31m"),
        ("\u202e" + ORD + "\u2066\u200b", ORD),
        (unicodedata.normalize("NFD", ORD), ORD),
        (
            f"{ORD} <script>alert(1)</script>&amp;",
            f"{ORD} <script>alert(1)</script>&amp;",
        ),
        (f"{ORD}\r\nNy rad\rOch en", f"{ORD}\nNy rad\nOch en"),
    ],
    ids=["emoji", "NUL and controls", "bidi and invisible", "NFD", "HTML", "lines"],
)
def test_odd_signs_are_kept_as_words_or_taken_away(client, namnd, skrivet, sparat):
    assert koden(client.post(adress(namnd), ifylld(namnd, text=skrivet)))
    assert Blankett.objects.get().text == sparat


def test_html_comes_back_as_words(client, namnd):
    elakt = f'{ORD}</textarea><script>alert(1)</script><img src=x onerror="y">'

    svar = client.post(adress(namnd), ifylld(namnd, text=elakt, slag=[]))

    assert texten(svar) == elakt
    assert "<script>alert" not in svar.content.decode()


@pytest.mark.parametrize(
    ("kropp", "typ"),
    [
        (b"text=%ED%A0%80%FF" + b"a" * 30, VANLIG),
        (b"text=" + b"%00" * 40, VANLIG),
        (b"&".join(b"a%d=1" % i for i in range(3000)), VANLIG),
        (b"--x\r\nContent-Disposition: form", "multipart/form-data; boundary=x"),
        (b"text=a", "multipart/form-data"),
        (b"text=a", "application/x-www-form-urlencoded; charset=utf-16"),
        (b"{}", "application/json"),
        (b"", ""),
    ],
    ids=["surrogate", "NULs", "3000 fields", "torn multipart", "no boundary",
         "utf-16", "json", "nothing"],
)  # fmt: skip
def test_no_body_is_a_fault_of_ours(client, namnd, kropp, typ):
    svar = client.generic("POST", adress(namnd), kropp, content_type=typ)

    assert svar.status_code in (200, 400)
    assert Blankett.objects.count() == 0


@pytest.mark.parametrize("sist", [False, True], ids=["first", "last"])
def test_too_many_fields_give_the_words_back_to_be_sent(namnd, sist):
    klient = Client(enforce_csrf_checks=True)
    klient.get(adress(namnd))
    manga, text = [(f"a{nr}", "1") for nr in range(5000)], [("text", TEXT)]
    kropp = urlencode(manga + text if sist else text + manga)

    svar = klient.post(adress(namnd), kropp, content_type=VANLIG)

    assert svar.status_code == 400
    assert texten(svar) == TEXT
    assert "fler fält än vår sida har" in svar.content.decode()
    igen = klient.post(adress(namnd), falten(svar))
    assert texten(igen) == TEXT
    assert "Välj minst ett svar" in felen(igen)
    assert Blankett.objects.count() == 0


def test_a_file_is_not_read(client, namnd, tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    fil = SimpleUploadedFile("bild.jpg", b"\xff" * 100_000)

    assert koden(client.post(adress(namnd), ifylld(namnd) | {"bilaga": fil}))
