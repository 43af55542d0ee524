"""Redaction: words are taken out of the stored text, and nobody gets them back."""

import re

import pytest
from django.db import connection

from blanketter.handlingar import stalla_fraga, svara
from blanketter.handlingar.maskera import maskera
from blanketter.models import Blankett, Maskering
from tests import bygge
from tests.blanketter import bordet
from tests.blanketter.bordet import LAGRET, adress, last_blankett
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
NAMN, TELEFON = "0:7:namn", "15:28:telefon"
UTAN_NAMN = LAGRET.replace("Emma Ek", "[namn borttaget]")


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def redigerare(namnd):
    return bordet.med_ratt(namnd, Ratt.BORTREDIGERA)


@pytest.fixture
def klient(client, redigerare):
    client.force_login(redigerare)
    return client


@pytest.fixture
def blankett(namnd):
    return last_blankett(namnd, text=LAGRET)


def ta_bort(klient, blankett, gor="bort_ja", *, meddelande=None, **mer):
    blankett.refresh_from_db()
    data = {"gor": gor, "rakning": blankett.rakning} | mer
    fraga = f"?meddelande={meddelande.pk}" if meddelande else ""
    return klient.post(adress("inkommen_dolj", blankett) + fraga, data, follow=True)


def texten(rad):
    rad.refresh_from_db()
    return rad.text


def test_words_are_shown_once_more_and_then_gone_for_good(klient, blankett):
    fraga = ta_bort(klient, blankett, "bort", fynd=[NAMN])
    assert "Ta bort ur texten för gott?" in bordet.orden(fraga)
    assert "Emma Ek (namn)" in bordet.orden(fraga)
    assert texten(blankett) == LAGRET

    ifyllt = dict(bordet.sida(fraga).xpath("//main//form")[-1].form_values())
    svar = ta_bort(klient, blankett, **ifyllt)

    assert "finns inte kvar" in bordet.besked(svar)
    assert texten(blankett) == UTAN_NAMN
    assert "Emma" not in svar.content.decode()
    assert Spar.objects.filter(handling=Spar.Handling.BORTREDIGERAD).count() == 1


def test_the_trail_holds_no_word_of_what_went(klient, blankett):
    ta_bort(klient, blankett, fynd=[NAMN, TELEFON])

    assert not any("Emma" in s.objekt or "070" in s.objekt for s in Spar.objects.all())


def test_the_stored_ciphertext_is_another(klient, blankett):
    def lagrad():
        with connection.cursor() as sql:
            sql.execute("SELECT text FROM blanketter_blankett")
            return sql.fetchone()[0]

    fore = lagrad()
    ta_bort(klient, blankett, fynd=[NAMN])

    assert lagrad() != fore
    assert "borttaget" not in lagrad()


def test_masks_keep_to_their_words_in_the_shorter_text(klient, blankett, redigerare):
    maskera(blankett, [bordet.spann(TELEFON)], av=redigerare, sedd=blankett.rakning)

    ta_bort(klient, blankett, fynd=[NAMN])

    (m,) = blankett.maskeringar.all()
    assert texten(blankett)[m.start : m.slut] == "070-174 06 35"


def test_what_was_masked_and_redacted_has_no_mask_left(klient, blankett, redigerare):
    maskera(blankett, [bordet.spann(NAMN)], av=redigerare, sedd=blankett.rakning)

    ta_bort(klient, blankett, dolda=val(klient, blankett, "dolda"))

    assert texten(blankett) == UTAN_NAMN
    assert not Maskering.objects.exists()


def val(klient, blankett, namn):
    """Return what the boxes of a list on the page send."""
    sidan = bordet.sida(klient.get(adress("inkommen_dolj", blankett)))
    return sidan.xpath(f"//input[@name='{namn}']/@value")


def test_who_may_only_redact_is_not_shown_what_is_masked(klient, blankett, redigerare):
    maskera(blankett, [bordet.spann(NAMN)], av=redigerare, sedd=blankett.rakning)

    sidan = klient.get(adress("inkommen_dolj", blankett))
    assert "Dolt: namn" in bordet.orden(sidan)
    dolda = val(klient, blankett, "dolda")
    fraga = ta_bort(klient, blankett, "bort", dolda=dolda)

    for svar in (sidan, fraga):
        assert "Emma" not in svar.content.decode()


def test_she_can_choose_a_find_beside_what_is_masked(klient, blankett, redigerare):
    maskera(blankett, [bordet.spann(NAMN)], av=redigerare, sedd=blankett.rakning)

    ta_bort(klient, blankett, fynd=val(klient, blankett, "fynd"), ord="skolans\nstaket")

    assert texten(blankett) == (
        "Emma Ek ringde [telefonnummer borttaget] om klistermärken på [text borttagen] "
        "[text borttagen]."
    )


def test_the_page_is_the_same_however_long_the_masked_words_are(
    klient, namnd, redigerare
):
    """No number in its source says how many signs are hidden, nor does the question."""
    sidor = []
    for namn in ("Bo Ek", "Anna-Charlotta Lindqvist-Söderström"):
        text = f"{namn} ringde 070-174 06 35 om klistermärken på skolans staket."
        blankett = last_blankett(namnd, text=text)
        spann = bordet.spann(f"0:{len(namn)}:namn")
        maskera(blankett, [spann], av=redigerare, sedd=blankett.rakning)
        valt = {n: val(klient, blankett, n) for n in ("fynd", "dolda")}
        assert all(valt.values())
        val_sida = klient.get(adress("inkommen_dolj", blankett))
        fraga = ta_bort(klient, blankett, "bort", **valt, ord="staket", typ="adress")
        sidor.append([utan_slump(s, blankett, valt) for s in (val_sida, fraga)])

    assert sidor[0] == sidor[1]


def utan_slump(svar, blankett, valt):
    """Return a page's source without what is drawn by chance for every form."""
    ut = svar.content.decode()
    for nr, del_ in enumerate(v for varden in valt.values() for v in varden):
        assert re.fullmatch("[0-9a-f]{32}", del_), "not opaque"
        ut = ut.replace(del_, f"val {nr}")
    ut = ut.replace(str(blankett.pk), "pk").replace(blankett.regnr, "regnr")
    return re.sub(r'(csrfmiddlewaretoken|skribent)" value="[^"]+"', r"\1", ut)


@pytest.mark.parametrize("markering", ["0:7:annat", "8:14:annat", "0:9999:annat"])
def test_she_cannot_find_out_by_asking_for_places(
    klient, blankett, redigerare, markering
):
    maskera(blankett, [bordet.spann(NAMN)], av=redigerare, sedd=blankett.rakning)

    for namn in ("markering", "fynd", "dolda"):
        svar = ta_bort(klient, blankett, "bort", **{namn: [markering]})
        assert bordet.felen(svar)
        assert "för gott?" not in bordet.orden(svar)


def test_she_cannot_find_out_by_asking_for_masked_words(klient, blankett, redigerare):
    maskera(blankett, [bordet.spann(NAMN)], av=redigerare, sedd=blankett.rakning)

    for gissning in ("Emma", "Erik", "Emma Ek ringde"):
        svar = ta_bort(klient, blankett, "bort", ord=gissning)
        assert f"”{gissning}” står inte i texten." in bordet.felen(svar)


def test_words_of_an_answer_go_from_that_answer_alone(klient, blankett, redigerare):
    stalla_fraga(blankett, "Vad hände sedan?", "f", av=redigerare)
    svar = svara(blankett, "Emma Ek kom tillbaka med fler.", "s")

    ta_bort(klient, blankett, meddelande=svar, fynd=[NAMN])

    assert texten(svar) == "[namn borttaget] kom tillbaka med fler."
    assert texten(blankett) == LAGRET


def test_the_whole_text_can_go(klient, blankett):
    ta_bort(klient, blankett, markering=[f"0:{len(LAGRET)}:annat"])

    assert texten(blankett) == "[text borttagen]"


@pytest.mark.parametrize("text", ["Ord " * 2_500, "🙂 Emma Ek " * 500])
def test_a_long_text_loses_every_place_at_once(klient, namnd, text):
    blankett = last_blankett(namnd, text=text)
    ord_ = "Emma Ek" if "Emma" in text else "Ord"

    ta_bort(klient, blankett, ord=ord_, typ="namn")

    assert texten(blankett) == text.replace(ord_, "[namn borttaget]")


# --- Refusals -------------------------------------------------------------------------


def test_without_the_right_nothing_goes(client, namnd, blankett):
    for person in (
        bygge.ny_anvandare(Ratt.SAMORDNARE, namnd),
        bordet.med_ratt(namnd, Ratt.MASKERA),
    ):
        client.force_login(person)
        for gor in ("bort", "bort_ja"):
            assert ta_bort(client, blankett, gor, fynd=[NAMN]).status_code == 403
    assert texten(blankett) == LAGRET


def test_to_redact_does_not_give_the_right_to_mask(klient, blankett):
    assert ta_bort(klient, blankett, "dolj", fynd=[NAMN]).status_code == 403
    assert not Maskering.objects.exists()


def test_the_right_in_another_board_is_no_right_in_this(client, namnd, blankett):
    person = bordet.med_ratt(bygge.ny_namnd("sjovik"), Ratt.BORTREDIGERA)
    person.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=namnd)
    client.force_login(person)

    assert ta_bort(client, blankett, fynd=[NAMN]).status_code == 403


def test_a_deed_that_is_none_takes_nothing(klient, blankett):
    for gor in ("", "trams", "bort_ja\0"):
        assert ta_bort(klient, blankett, gor, fynd=[NAMN]).status_code == 200

    assert texten(blankett) == LAGRET


def test_a_text_that_changed_meanwhile_is_left_and_shown_anew(
    klient, blankett, redigerare
):
    sedd = blankett.rakning
    ta_bort(klient, blankett, fynd=[NAMN])

    svar = ta_bort(klient, blankett, rakning=sedd, fynd=[TELEFON])

    assert "har ändrats sedan du öppnade sidan" in bordet.felen(svar)
    assert texten(blankett) == UTAN_NAMN
    assert not bordet.sida(svar).xpath("//input[@name='fynd'][@checked]")


def test_a_double_click_takes_out_once(klient, blankett):
    data = {"gor": "bort_ja", "rakning": blankett.rakning, "fynd": [NAMN]}
    for _ in range(2):
        klient.post(adress("inkommen_dolj", blankett), data)

    assert texten(blankett) == UTAN_NAMN
    assert Spar.objects.filter(handling=Spar.Handling.BORTREDIGERAD).count() == 1


def test_a_text_removed_by_rule_meanwhile_has_nothing_to_redact(klient, blankett):
    Blankett.objects.filter(pk=blankett.pk).update(text=None, gallrad="2027-01-01")

    svar = ta_bort(klient, blankett, fynd=[NAMN])

    assert "Texten är gallrad" in bordet.besked(svar)
    assert texten(blankett) is None
