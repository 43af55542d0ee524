"""The receipt's pages: how it went, answering, taking back; nothing tells who."""

import re
from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from blanketter import handlingar, hink, kvitto
from blanketter.handlingar.lasa import lasa
from blanketter.models import Blankett, Meddelande
from tests import bygge
from tests.aktiviteter.sida import trad
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
SIDA = "/oro/kvitto/"
FRAGA = "Minns du om märkena var fler än tio?"
SVAR = "Ja, ungefär tjugo stycken på samma sida av gatan."


@pytest.fixture(autouse=True)
def tomma_hinkar():
    hink.tom_alla()
    yield
    hink.tom_alla()


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def blankett(namnd):
    blankett = bygge.ny_blankett(namnd, "bevis-a")
    Blankett.objects.filter(pk=blankett.pk).update(inkom=date(2026, 11, 2))
    return blankett


@pytest.fixture
def kod(blankett):
    return kvitto.ny_kod("bevis-a")


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


def skicka(client, **falt):
    return client.post(SIDA, falt)


def text(svar):
    """Return a page's words, without tags and with single spaces."""
    utan = re.sub(
        r"<(script|template).*?</\1>|<[^>]+>", " ", svar.content.decode(), flags=re.S
    )
    return re.sub(r"\s+", " ", utan)


def bevis(svar):
    return re.search(r'name="bevis" value="([^"]+)"', svar.content.decode())[1]


def fraga(blankett, samordnare, nr=1):
    return handlingar.stalla_fraga(blankett, FRAGA, f"f-{nr}", av=samordnare)


# ---- The code -------------------------------------------------------------------


def test_the_code_shows_that_the_form_is_received_and_on_which_day(client, kod):
    svar = skicka(client, kod=kod)

    assert "Mottagen den 2 november 2026" in text(svar)
    assert "inte läst din blankett än" in text(svar)
    assert not re.search(r"\d\d[.:]\d\d", text(svar)), "a time of day"


def test_the_code_may_be_typed_without_spaces(client, kod):
    assert "Mottagen" in text(skicka(client, kod=kod.replace(" ", "")))


def test_the_page_asks_for_the_code_and_lets_no_browser_keep_it(client):
    html = client.get(SIDA).content.decode()

    assert 'autocomplete="off"' in html
    assert 'inputmode="numeric"' in html
    assert "no-store" in client.get(SIDA)["Cache-Control"]


def test_the_code_is_never_in_an_address(client, kod):
    html = skicka(client, kod=kod).content.decode()

    adresser = re.findall(r'(?:href|action|src)="([^"]*)"', html)
    assert not [a for a in adresser if kvitto.rensa(kod)[:8] in kvitto.rensa(a)]
    assert 'method="get"' not in html


def test_the_code_in_the_address_is_not_read(client, kod):
    assert "Mottagen" not in text(client.get(SIDA, {"kod": kod}))


def test_an_unknown_code_says_what_to_check_and_stays_in_its_field(client, kod):
    annan = kvitto.ny_kod("ingen blankett")

    svar = skicka(client, kod=annan)

    assert "Vi hittar ingen blankett med den koden" in text(svar)
    assert f'value="{annan}"' in svar.content.decode()


@pytest.mark.parametrize(
    ("skrivet", "ord_"),
    [
        ("", "Skriv koden"),
        ("hej", "Här finns inga siffror"),
        ("1234 5678", "12 för få"),
        ("1" * 21, "1 för många"),
        ("x" * 300, "Koden är tjugo siffror"),
    ],
)
def test_what_is_no_code_is_told_in_its_own_words(client, skrivet, ord_):
    assert ord_ in text(skicka(client, kod=skrivet))


def test_a_slip_is_told_and_is_no_guess(client, kod):
    siffror = kvitto.rensa(kod)
    fel = str((int(siffror[0]) + 1) % 10) + siffror[1:]

    for _ in range(200):
        svar = skicka(client, kod=fel)

    assert "Någon siffra har blivit fel" in text(svar)
    assert not hink.KODER.ar_full()


def test_guesses_are_slowed_for_the_whole_installation(client, kod, settings):
    settings.HINKAR = settings.HINKAR | {"koder": 3}
    for nr in range(3):
        svar = skicka(Client(), kod=kvitto.ny_kod(f"gissning {nr}"))
        assert svar.status_code == 200

    fel = kvitto.ny_kod("en gissning till")
    svar = skicka(client, kod=fel)

    assert svar.status_code == 429
    assert svar["Retry-After"] == "60"
    assert "Vänta en minut" in text(svar)
    assert f'value="{fel}"' in svar.content.decode()


def test_no_amount_of_wrong_codes_locks_a_right_one_out(client, kod, settings):
    settings.HINKAR = settings.HINKAR | {"koder": 3}
    for nr in range(10):
        skicka(Client(), kod=kvitto.ny_kod(f"gissning {nr}"))

    assert "Mottagen" in text(skicka(client, kod=kod))
    assert "Du har tagit tillbaka" in text(
        skicka(client, kod=kod, steg="ta_tillbaka_ja")
    )


def test_an_answer_that_has_to_wait_is_given_back(client, kod, settings):
    settings.HINKAR = settings.HINKAR | {"koder": 0}
    fel = kvitto.ny_kod("en gissning")

    svar = skicka(client, kod=fel, steg="svara", text=SVAR, bevis="x")

    assert svar.status_code == 429
    assert SVAR in svar.content.decode()
    assert fel in svar.content.decode()


def test_right_codes_fill_no_bucket(client, kod, settings):
    settings.HINKAR = settings.HINKAR | {"koder": 2}

    for _ in range(5):
        assert skicka(client, kod=kod).status_code == 200


# ---- Each status has its own sentence --------------------------------------------


@pytest.mark.parametrize(
    ("falt", "ord_"),
    [
        ({"status": "last"}, "har läst din blankett."),
        ({"status": "klassad"}, "tas med när nästa lägesbild skrivs"),
        ({"status": "ingar", "lagesbild_ar": 2027}, "Ingår i lägesbilden 2027"),
        ({"status": "dubblett"}, "kände redan till händelsen"),
        ({"status": "ej_vbe"}, "inte handlar om våldsbejakande extremism"),
        ({"status": "atertagen"}, "Du har tagit tillbaka blanketten"),
        ({"gallrad": date(2027, 1, 31)}, "gallrad sedan den 31 januari 2027"),
    ],
)
def test_the_page_says_how_it_went(client, blankett, kod, falt, ord_):
    Blankett.objects.filter(pk=blankett.pk).update(**falt)

    assert ord_ in text(skicka(client, kod=kod))


def test_a_double_tells_nothing_of_the_other_form(client, namnd, blankett, kod):
    andra = bygge.ny_blankett(namnd)
    Blankett.objects.filter(pk=blankett.pk).update(
        status=Blankett.Status.DUBBLETT, dubblett_av=andra
    )

    html = skicka(client, kod=kod).content.decode()

    assert andra.regnr not in html
    assert str(andra.pk) not in html


def test_the_page_shows_neither_text_nor_number_of_the_form(client, blankett, kod):
    """Who finds the note with the code must not read what was told."""
    html = skicka(client, kod=kod).content.decode()

    assert "lyktstolpe" not in html
    assert blankett.regnr not in html
    assert str(blankett.pk) not in html


def test_without_a_rule_the_page_says_that_the_text_may_not_be_destroyed(client, kod):
    assert "får bara förstöras efter ett beslut" in text(skicka(client, kod=kod))


# ---- The dialogue ----------------------------------------------------------------


def test_a_question_is_shown_and_answered(client, blankett, kod, samordnare):
    fraga(blankett, samordnare)
    sidan = skicka(client, kod=kod)
    assert "Samordnaren har en fråga till dig" in text(sidan)
    assert FRAGA in text(sidan)

    svar = skicka(client, kod=kod, steg="svara", text=SVAR, bevis=bevis(sidan))

    assert "Ditt svar har kommit fram" in text(svar)
    assert Meddelande.objects.svar().get().text == SVAR
    assert not Spar.objects.exclude(handling=Spar.Handling.FRAGA).exists()


def test_the_page_without_a_question_takes_no_answer(client, kod):
    sidan = skicka(client, kod=kod)
    assert "textarea" not in sidan.content.decode().split("<template")[0]

    svar = skicka(client, kod=kod, steg="svara", text=SVAR, bevis=bevis_av(kod))

    assert "ingen fråga att svara på" in text(svar)
    assert SVAR in svar.content.decode()


def bevis_av(kod):
    from blanketter import bevis as modul

    blankett = Blankett.objects.get(kvitto=kvitto.hasha(kod))
    return modul.nytt(blankett.namnd.kort, blankett.version.nummer)


def test_an_answer_sent_twice_is_one(client, blankett, kod, samordnare):
    fraga(blankett, samordnare)
    ett = bevis(skicka(client, kod=kod))

    for _ in range(2):
        svar = skicka(client, kod=kod, steg="svara", text=SVAR, bevis=ett)

    assert "Ditt svar har kommit fram" in text(svar)
    assert Meddelande.objects.svar().count() == 1


def test_another_answer_with_the_same_token_is_told_and_goes_the_second_time(
    client, blankett, kod, samordnare
):
    """She went back in the browser, wrote more and sent it: nothing may be lost."""
    fraga(blankett, samordnare)
    ett = bevis(skicka(client, kod=kod))
    skicka(client, kod=kod, steg="svara", text=SVAR, bevis=ett)
    mer = f"{SVAR} Och två till i går."

    svar = skicka(client, kod=kod, steg="svara", text=mer, bevis=ett)

    assert "kommit fram" not in text(svar)
    assert "är inte skickad än" in text(svar)
    assert mer in trad(svar).xpath("//textarea[@name='text']")[0].text
    assert Meddelande.objects.svar().get().text == SVAR
    igen = skicka(client, kod=kod, steg="svara", text=mer, bevis=bevis(svar))
    assert "Ditt svar har kommit fram" in text(igen)
    assert [m.text for m in Meddelande.objects.svar()] == [SVAR, mer]


def test_a_forged_token_gives_the_answer_back_to_be_sent_again(
    client, blankett, kod, samordnare
):
    fraga(blankett, samordnare)

    svar = skicka(client, kod=kod, steg="svara", text=SVAR, bevis="forged")

    assert svar.status_code == 400
    assert SVAR in svar.content.decode()
    igen = skicka(client, kod=kod, steg="svara", text=SVAR, bevis=bevis(svar))
    assert "Ditt svar har kommit fram" in text(igen)


def test_an_answer_that_points_somebody_out_is_stopped_as_in_the_form(
    client, blankett, kod, samordnare
):
    fraga(blankett, samordnare)
    ett = bevis(skicka(client, kod=kod))
    pekar = "Ring honom på 070-174 06 12 så får ni veta mer."

    svar = skicka(client, kod=kod, steg="svara", text=pekar, bevis=ett)

    assert "070-174 06 12" in svar.content.decode()
    assert "kan peka ut någon" in text(svar)
    assert not Meddelande.objects.svar().exists()


@pytest.mark.parametrize("skrivet", ["", " ", "x", "y" * 5001])
def test_an_answer_too_short_or_long_stays_in_its_field(
    client, blankett, kod, samordnare, skrivet
):
    fraga(blankett, samordnare)
    ett = bevis(skicka(client, kod=kod))

    svar = skicka(client, kod=kod, steg="svara", text=skrivet, bevis=ett)

    assert "behöver rättas" in text(svar)
    assert skrivet.strip() in svar.content.decode()
    assert not Meddelande.objects.svar().exists()


def test_an_answer_with_a_wrong_code_is_not_lost(client, blankett, samordnare):
    fraga(blankett, samordnare)

    svar = skicka(client, kod="123", steg="svara", text=SVAR, bevis="x")

    assert SVAR in svar.content.decode()


def test_html_in_a_message_is_words(client, blankett, kod, samordnare):
    handlingar.stalla_fraga(blankett, "<b onclick=x>Va?</b>", "f-1", av=samordnare)

    html = skicka(client, kod=kod).content.decode()

    assert "<b onclick" not in html
    assert "&lt;b onclick" in html


# ---- Taking back -----------------------------------------------------------------


def test_an_unread_form_can_be_taken_back_after_a_question(client, blankett, kod):
    fragan = skicka(client, kod=kod, steg="ta_tillbaka")
    assert "allmän handling" in text(fragan)
    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.NY

    svar = skicka(client, kod=kod, steg="ta_tillbaka_ja")

    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.ATERTAGEN
    assert "Du har tagit tillbaka blanketten" in text(svar)
    assert blankett.text, "a public record is not destroyed without a decision"
    assert not Spar.objects.exists()


def test_taken_back_twice_it_is_taken_back(client, kod):
    for _ in range(2):
        svar = skicka(client, kod=kod, steg="ta_tillbaka_ja")

    assert "Du har tagit tillbaka blanketten" in text(svar)
    assert "hann öppna" not in text(svar)


@pytest.mark.parametrize("steg", ["ta_tillbaka", "ta_tillbaka_ja"])
def test_a_read_form_is_not_taken_back(client, blankett, kod, samordnare, steg):
    lasa(blankett, av=samordnare)

    svar = skicka(client, kod=kod, steg=steg)

    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.LAST
    assert "hann öppna blanketten" in text(svar)


@pytest.mark.django_db(transaction=True)
def test_of_a_writer_and_a_coordinator_in_the_same_second_one_wins():
    """Both databases, real connections: whoever loses is told the truth."""
    namnd = bygge.ny_namnd()
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    for nr in range(8):
        blankett = bygge.ny_blankett(namnd, f"kapp-{nr}")
        start, utfall = Barrier(2), {}

        def skribenten(pk=blankett.pk, start=start, utfall=utfall):
            rad = Blankett.objects.get(pk=pk)
            start.wait()
            utfall["tillbaka"] = handlingar.ta_tillbaka(rad)
            connection.close()

        def samordnaren(pk=blankett.pk, start=start, utfall=utfall):
            rad = Blankett.objects.get(pk=pk)
            start.wait()
            utfall["last"] = lasa(rad, av=samordnare)
            connection.close()

        tradar = [Thread(target=skribenten), Thread(target=samordnaren)]
        [t.start() for t in tradar]
        [t.join() for t in tradar]

        blankett.refresh_from_db()
        assert utfall["tillbaka"] != utfall["last"]
        assert (blankett.status == Blankett.Status.LAST) == utfall["last"]


# ---- Nothing is remembered of who came -------------------------------------------


def test_a_signed_in_coordinator_is_nobody_here(client, kod, samordnare):
    client.force_login(samordnare)

    svar = skicka(client, kod=kod)

    assert samordnare.namn not in svar.content.decode()
    assert "sessionid" not in svar.cookies


def test_the_page_stands_under_its_address(client):
    assert reverse("kvitto") == SIDA
