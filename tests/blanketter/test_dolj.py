"""Masking: words are black for those who may not see them, and can be shown again."""

import pytest

from blanketter.dolda_delar import DOLD
from blanketter.handlingar import stalla_fraga, svara, ta_tillbaka
from blanketter.handlingar.maskera import maskera
from blanketter.models import Blankett, Maskering
from tests import bygge
from tests.aktiviteter.sida import fel_pa, ifyllt, trad
from tests.blanketter import bordet
from tests.blanketter.bordet import LAGRET, adress, last_blankett
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
NAMN, TELEFON = "0:7:namn", "15:28:telefon"


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def maskerare(namnd):
    return bordet.med_ratt(namnd, Ratt.MASKERA)


@pytest.fixture
def klient(client, maskerare):
    client.force_login(maskerare)
    return client


@pytest.fixture
def blankett(namnd):
    return last_blankett(namnd, text=LAGRET)


def dolj(klient, blankett, *, meddelande=None, **mer):
    blankett.refresh_from_db()
    data = {"gor": "dolj", "rakning": blankett.rakning} | mer
    fraga = f"?meddelande={meddelande.pk}" if meddelande else ""
    return klient.post(adress("inkommen_dolj", blankett) + fraga, data, follow=True)


def dolt(blankett):
    rader = blankett.maskeringar.all()
    return [(LAGRET[m.start : m.slut], m.typ) for m in rader]


def test_the_guards_finds_can_be_chosen_and_become_black_for_others(
    klient, client, namnd, blankett
):
    sidan = bordet.orden(klient.get(adress("inkommen_dolj", blankett)))
    assert "Emma Ek (namn)" in sidan
    assert "070-174 06 35 (telefonnummer)" in sidan

    svar = dolj(klient, blankett, fynd=[NAMN, TELEFON])

    assert "Orden är dolda" in bordet.besked(svar)
    assert dolt(blankett) == [("Emma Ek", "namn"), ("070-174 06 35", "telefon")]
    assert "Emma Ek" in bordet.orden(svar)  # who may mask sees what it was
    assert Spar.objects.filter(handling=Spar.Handling.MASKERAD).count() == 1

    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    svar = client.get(blankett.get_absolute_url())
    assert DOLD in bordet.orden(svar)
    for ord_ in ("Emma", "070", "06 35"):
        assert ord_ not in svar.content.decode()


def test_the_text_itself_is_as_it_was(klient, blankett):
    dolj(klient, blankett, fynd=[NAMN])

    blankett.refresh_from_db()
    assert blankett.text == LAGRET


def test_other_words_are_hidden_in_every_place_they_stand(klient, namnd):
    blankett = last_blankett(namnd, text="Staket vid skolan. Ett staket till, högt.")

    dolj(klient, blankett, ord="STAKET\nhögt", typ="adress")

    spann = [(m.start, m.slut, m.typ) for m in blankett.maskeringar.all()]
    assert spann == [(0, 6, "adress"), (23, 29, "adress"), (36, 40, "adress")]


@pytest.mark.parametrize(
    ("ord_", "delar"),
    [
        ("Bo", ["Bo", "Bos"]),  # not in Botkyrka, ropade or bor
        ("de", ["De"]),
        ("@nils_1", ["@nils_1"]),
        ("kyrka", ["kyrka"]),  # nowhere a word of its own
    ],
)
def test_other_words_are_whole_words_where_there_are_such(klient, namnd, ord_, delar):
    text = "De ropade att Bo bor i Botkyrka. Bos konto är @nils_1, sade kvinnan."
    blankett = last_blankett(namnd, text=text)

    dolj(klient, blankett, ord=ord_, typ="namn")

    dolda = [text[m.start : m.slut] for m in blankett.maskeringar.all()]
    assert dolda == delar


def test_what_is_marked_in_the_text_is_hidden(klient, blankett):
    dolj(klient, blankett, markering=["32:45:annat"])

    assert dolt(blankett) == [("klistermärken", "annat")]


def test_an_emoji_before_is_one_sign(klient, namnd):
    blankett = last_blankett(namnd, text="🙂👍🏽 Emma Ek stod vid grinden igen.")

    dolj(klient, blankett, ord="Emma Ek", typ="namn")

    (m,) = blankett.maskeringar.all()
    assert blankett.text[m.start : m.slut] == "Emma Ek"


def test_what_overlaps_becomes_one(klient, blankett):
    dolj(klient, blankett, fynd=[NAMN])
    dolj(klient, blankett, ord="Ek ringde", typ="annat")

    assert dolt(blankett) == [("Emma Ek ringde", "annat")]


def test_a_word_can_be_shown_again(klient, client, namnd, blankett):
    dolj(klient, blankett, fynd=[NAMN])
    maskering = blankett.maskeringar.get()

    svar = klient.post(
        adress("maskering_lyft", blankett, maskering=maskering.pk), follow=True
    )

    assert "Orden syns igen" in bordet.besked(svar)
    assert not Maskering.objects.exists()
    assert Spar.objects.filter(handling=Spar.Handling.AVMASKERAD).count() == 1
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    assert "Emma Ek" in bordet.orden(client.get(blankett.get_absolute_url()))


def test_shown_again_twice_it_is_one_deed_and_then_404(klient, blankett):
    dolj(klient, blankett, fynd=[NAMN])
    dit = adress("maskering_lyft", blankett, maskering=blankett.maskeringar.get().pk)

    assert [klient.post(dit).status_code for _ in range(2)] == [302, 404]
    assert Spar.objects.filter(handling=Spar.Handling.AVMASKERAD).count() == 1


def test_a_mask_of_another_form_is_not_lifted_by_this_ones_address(
    klient, namnd, blankett
):
    annan = last_blankett(namnd, text=LAGRET)
    dolj(klient, annan, fynd=[NAMN])
    dit = adress("maskering_lyft", blankett, maskering=annan.maskeringar.get().pk)

    assert klient.post(dit).status_code == 404
    assert Maskering.objects.exists()


def test_words_of_an_answer_are_hidden_in_that_answer_alone(
    klient, client, namnd, blankett, maskerare
):
    stalla_fraga(blankett, "Vad hände sedan?", "f", av=maskerare)
    svar = svara(blankett, "Emma Ek kom tillbaka med fler.", "s")

    dolj(klient, blankett, meddelande=svar, fynd=[NAMN])

    (m,) = blankett.maskeringar.all()
    assert m.meddelande == svar
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    sidan = bordet.orden(client.get(blankett.get_absolute_url()))
    assert "kom tillbaka" in sidan
    assert "Emma Ek kom" not in sidan
    assert "Emma Ek ringde" in sidan


@pytest.mark.parametrize("vilket", ["trams", "00000000-0000-4000-8000-000000000000"])
def test_a_message_that_is_not_this_forms_is_404(klient, blankett, vilket):
    dit = adress("inkommen_dolj", blankett)

    assert klient.get(dit, {"meddelande": vilket}).status_code == 404


# --- Refusals -------------------------------------------------------------------------


def test_without_the_right_one_may_not_mask_nor_see_what_is_masked(
    client, namnd, blankett, maskerare
):
    maskera(blankett, [bordet.spann(NAMN)], av=maskerare, sedd=blankett.rakning)
    dit = adress("maskering_lyft", blankett, maskering=blankett.maskeringar.get().pk)
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))

    assert client.get(adress("inkommen_dolj", blankett)).status_code == 403
    assert dolj(client, blankett, fynd=[TELEFON]).status_code == 403
    assert client.post(dit).status_code == 403
    assert Maskering.objects.count() == 1
    sidan = client.get(blankett.get_absolute_url())
    assert adress("inkommen_dolj", blankett) not in sidan.content.decode()


def test_the_right_in_another_board_is_no_right_in_this(client, namnd, blankett):
    person = bordet.med_ratt(bygge.ny_namnd("sjovik"), Ratt.MASKERA)
    person.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=namnd)
    client.force_login(person)

    assert dolj(client, blankett, fynd=[NAMN]).status_code == 403


def test_the_right_without_being_coordinator_opens_nothing(client, namnd, blankett):
    person = bygge.ny_anvandare(Ratt.LASARE, namnd)
    person.medlemskap.create(ratt=Ratt.MASKERA, namnd=namnd)
    client.force_login(person)

    assert dolj(client, blankett, fynd=[NAMN]).status_code == 404


def test_to_hide_does_not_give_the_right_to_redact(klient, blankett):
    for vad in ("bort", "bort_ja"):
        svar = dolj(klient, blankett, fynd=[NAMN], gor=vad)
        assert svar.status_code == 403
    blankett.refresh_from_db()
    assert blankett.text == LAGRET


@pytest.mark.parametrize(
    ("val", "fel"),
    [
        ({}, "Välj minst en del"),
        ({"ord": "  \n "}, "Välj minst en del"),
        ({"ord": "finns inte här"}, "”finns inte här” står inte i texten."),
        ({"ord": "x" * 10_000}, "Skriv högst 2000 tecken"),
        ({"ord": "Emma", "typ": "finns-inte"}, "giltigt alternativ"),
        ({"fynd": ["1:2:namn"]}, "giltigt alternativ"),
        ({"markering": ["0:9999:namn"]}, "Välj minst en del"),
        ({"markering": ["5:2:namn"]}, "Välj minst en del"),
        ({"markering": ["7:8:namn"]}, "Välj minst en del"),
        ({"markering": ["0:7:trams"]}, "Välj minst en del"),
        ({"markering": ["\0", "::", "²:3:namn", "0" * 50]}, "Välj minst en del"),
    ],
)
def test_a_choice_that_is_none_is_told_and_nothing_is_hidden(
    klient, blankett, val, fel
):
    svar = dolj(klient, blankett, **val)

    assert svar.status_code == 200
    assert fel in bordet.felen(svar)
    assert not Maskering.objects.exists()


def test_what_was_written_stays_through_an_error(klient, blankett):
    svar = dolj(klient, blankett, ord="klistermärken\nfel ord", typ="arende")

    falten = bordet.sida(svar).xpath("//textarea[@name='ord']/text()")[0]
    assert falten.split() == ["klistermärken", "fel", "ord"]
    vald = bordet.sida(svar).xpath("//select[@name='typ']/option[@selected]/@value")
    assert vald == ["arende"]


@pytest.mark.parametrize("rakning", ["0", "", "x", "9" * 40])
def test_with_a_stale_counter_nothing_is_hidden_and_the_next_try_holds(
    klient, blankett, rakning
):
    svar = dolj(klient, blankett, fynd=[NAMN], rakning=rakning)

    assert "har ändrats sedan du öppnade sidan" in bordet.felen(svar)
    assert not Maskering.objects.exists()
    ny = bordet.sida(svar).xpath("//input[@name='rakning']/@value")
    assert ny == [str(blankett.rakning)]


def test_a_double_click_hides_once(klient, blankett):
    blankett.refresh_from_db()
    data = {"gor": "dolj", "rakning": blankett.rakning, "fynd": [NAMN]}
    for _ in range(2):
        klient.post(adress("inkommen_dolj", blankett), data)

    assert Maskering.objects.count() == 1
    assert Spar.objects.filter(handling=Spar.Handling.MASKERAD).count() == 1


def test_an_unread_taken_back_or_removed_text_cannot_be_masked(klient, namnd, blankett):
    olast, atertagen = bygge.ny_blankett(namnd), bygge.ny_blankett(namnd)
    ta_tillbaka(atertagen)
    Blankett.objects.filter(pk=blankett.pk).update(text=None, gallrad="2027-01-01")

    for rad, skal in (
        (olast, "Öppna och läs texten först"),
        (atertagen, "Öppna och läs texten först"),
        (blankett, "Texten är gallrad"),
    ):
        svar = klient.get(adress("inkommen_dolj", rad), follow=True)
        assert skal in bordet.besked(svar)
        assert skal in bordet.besked(dolj(klient, rad, ord="Emma"))
    assert not Maskering.objects.exists()


@pytest.fixture
def undanlagt(klient, namnd, blankett, maskerare):
    """She picks words of an answer, the session ends, she signs in again: the page."""
    maskerare.set_password(bygge.LOSENORD)
    maskerare.save()
    klient.force_login(maskerare)
    fraga = stalla_fraga(blankett, "Minns du mer?", "f", av=maskerare)
    svara(blankett, "Nils Ek bor på Storgatan 3.", "s")
    svaret = blankett.meddelanden.exclude(pk=fraga.pk).get()
    sidan = f"{adress('inkommen_dolj', blankett)}?meddelande={svaret.pk}"
    falt = ifyllt(klient.get(sidan)) | {"ord": "Storgatan 3", "gor": "dolj"}
    klient.logout()
    klient.post(sidan, falt | {"markering": ["0:7:namn"]})
    inlogg = {"login": maskerare.epost, "password": bygge.LOSENORD}
    svar = klient.post("/konto/logga-in/", inlogg, follow=True)
    [form] = trad(svar).xpath("//main//form[@action]")
    assert form.get("action") == sidan
    varden = [(k, v.removeprefix("\n")) for k, v in form.form_values()]
    return sidan, svaret, {k: [v for n, v in varden if n == k] for k, _ in varden}


def test_what_was_chosen_when_the_session_ended_is_hidden_in_the_same_answer(
    klient, blankett, undanlagt
):
    sidan, svaret, falt = undanlagt

    klient.post(sidan, falt)

    rader = blankett.maskeringar.order_by("start")
    assert {m.meddelande for m in rader} == {svaret}
    assert [svaret.text[m.start : m.slut] for m in rader] == ["Nils Ek", "Storgatan 3"]


def test_what_was_chosen_can_be_looked_at_in_the_form_first(
    klient, blankett, undanlagt
):
    sidan, _, falt = undanlagt

    svar = klient.post(sidan, falt | {"ta_fram": "ja"})

    assert "Läs igenom den" in fel_pa(svar)
    assert ifyllt(svar)["ord"] == "Storgatan 3"
    [ruta] = trad(svar).xpath("//input[@name='markering']")
    assert (ruta.get("value"), ruta.checked) == ("0:7:namn", True)
    assert not blankett.maskeringar.exists()


def test_what_was_marked_comes_back_when_something_is_wrong(klient, blankett):
    svar = dolj(klient, blankett, markering=["32:45:annat"], ord="inte där")

    [ruta] = trad(svar).xpath("//input[@name='markering']")
    assert ruta.get("value") == "32:45:annat"
    assert "klistermärken (annat som pekar ut någon)" in bordet.orden(svar)
