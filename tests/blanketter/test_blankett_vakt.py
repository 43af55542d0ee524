"""The guard in the form: what may point at somebody is shown, with what to do."""

import pytest
from django.urls import reverse

from blanketter import stallen
from blanketter.models import Blankett
from blanketter.vakten import egna_ord
from tests.blanketter.blanketten import (
    adress,
    falt,
    felen,
    ifylld,
    koden,
    sida,
    texten,
)
from tests.bygge import ny_namnd

pytestmark = pytest.mark.django_db
TELEFON, KLASS = "070-174 06 12", "8B"
SKRIVET = f"Klistermärken på skåpen vid {KLASS}. En elev, {TELEFON}, visste mer."


@pytest.fixture
def namnd():
    return ny_namnd("ekhamra")


def skicka(client, namnd, text=SKRIVET, **val):
    return client.post(adress(namnd), ifylld(namnd, text=text, **val))


def igen(client, namnd, svar, **andra):
    """Press send on the page that came back, with other answers."""
    return client.post(adress(namnd), falt(svar) | {"slag": "klotter"} | andra)


def val(ord_, vad):
    return {stallen.namn_for(ord_): vad}


def marken(svar):
    return [m.text for m in sida(svar).xpath("//main//mark")]


def knappar(svar, ord_):
    """Return what one may choose for some words: value by its label."""
    namn = stallen.namn_for(ord_)
    rader = sida(svar).xpath(f"//label[input[@name='{namn}']]")
    return {" ".join(r.text_content().split()): r[0].get("value") for r in rader}


def test_what_may_point_at_somebody_is_marked_and_nothing_is_received(client, namnd):
    svar = skicka(client, namnd)

    assert marken(svar) == [KLASS, TELEFON]
    assert "2 ställen" in felen(svar)
    assert texten(svar) == SKRIVET
    assert not Blankett.objects.exists()


def test_each_place_has_an_explanation_and_wordings(client, namnd):
    svar = skicka(client, namnd)

    sidan = svar.content.decode()
    assert "skolklass" in sidan
    assert "telefonnummer" in sidan
    assert any(v.startswith("byt:") for v in knappar(svar, KLASS).values())
    assert "sjalv" in knappar(svar, KLASS).values()
    assert "behall" in knappar(svar, KLASS).values()


def test_what_is_certain_can_not_be_kept(client, namnd):
    svar = skicka(client, namnd)
    assert "behall" not in knappar(svar, TELEFON).values()

    svar = igen(client, namnd, svar, **val(TELEFON, "behall"), **val(KLASS, "behall"))

    assert TELEFON in marken(svar)
    assert not Blankett.objects.exists()


def test_one_press_does_all_that_was_chosen_and_reads_it_again(client, namnd):
    svar = skicka(client, namnd)
    bort = knappar(svar, TELEFON)["Ta bort det"]

    svar = igen(client, namnd, svar, **val(TELEFON, bort), **val(KLASS, "behall"))

    assert koden(svar)
    text = Blankett.objects.get().text
    assert TELEFON not in text
    assert KLASS in text
    assert "  " not in text


def test_a_coarser_wording_takes_the_words_place(client, namnd):
    text = "En affisch satt på dörren till killen i 8B i går morse."
    svar = skicka(client, namnd, text)
    val_ = next(v for ord_, v in knappar(svar, KLASS).items() if "i högstadiet" in ord_)

    assert koden(igen(client, namnd, svar, **val(KLASS, val_)))
    sparat = Blankett.objects.get().text
    assert KLASS not in sparat
    assert "i högstadiet" in sparat


def test_a_choice_holds_while_the_rest_is_edited(client, namnd):
    svar = skicka(client, namnd)
    svar = igen(
        client, namnd, svar, text=f"Obs! Sent på dagen: {SKRIVET}",
        **val(KLASS, "behall"),
    )  # fmt: skip

    assert felen(svar).count("ett ställe") == 1
    (kvar,) = sida(svar).xpath(f"//input[@name='{stallen.namn_for(KLASS)}'][@checked]")
    assert kvar.get("value") == "behall"


def test_a_choice_holds_when_another_question_is_wrong(client, namnd):
    svar = skicka(client, namnd, slag=[], **val(KLASS, "behall"))

    assert set(svar.context["form"].errors) == {"slag", "text"}
    assert "ett ställe" in felen(svar)


def test_to_write_it_oneself_and_not_do_so_asks_again(client, namnd):
    svar = skicka(client, namnd, **val(KLASS, "sjalv"), **val(TELEFON, "sjalv"))

    assert "2 ställen" in felen(svar)


def test_what_one_rewrites_oneself_is_received(client, namnd):
    svar = skicka(client, namnd)

    svar = igen(
        client, namnd, svar, text="Klistermärken på skåpen i högstadiets korridor.",
        **val(KLASS, "sjalv"),
    )  # fmt: skip

    assert koden(svar)


def test_other_words_than_the_offered_are_not_put_in(client, namnd):
    svar = skicka(client, namnd, **val(KLASS, "byt:<b>Kalle</b>"))

    assert texten(svar) == SKRIVET
    assert not Blankett.objects.exists()


def test_marked_words_are_shown_as_words(client, namnd):
    svar = skicka(client, namnd, f"<b>{SKRIVET}</b><script>alert(1)</script>")

    assert "<script>alert" not in svar.content.decode()
    assert marken(svar) == [KLASS, TELEFON]


def test_hidden_signs_do_not_hide_a_number_from_the_guard(client, namnd):
    dold = "\u200b".join(TELEFON[:6]) + TELEFON[6:]

    svar = skicka(client, namnd, SKRIVET.replace(TELEFON, dold))

    assert marken(svar) == [KLASS, TELEFON]


def test_a_very_long_text_is_not_read_but_refused(client, namnd):
    svar = skicka(client, namnd, SKRIVET * 1000)

    assert marken(svar) == []
    assert "Korta den" in felen(svar)


# --- While one writes ----------------------------------------------------------------


def kontrollera(client, namnd, text):
    adressen = reverse("blankettkontroll", args=[namnd.kort])
    return client.post(adressen, {"text": text})


def test_the_script_gets_each_place_as_a_browser_counts(client, namnd):
    text = f"😀 {SKRIVET}"
    (klass, telefon) = kontrollera(client, namnd, text).json()["fynd"]

    som_webblasaren = text.encode("utf-16-le")
    for fynd, ord_ in ((klass, KLASS), (telefon, TELEFON)):
        start, slut = fynd["start"] * 2, fynd["slut"] * 2
        assert som_webblasaren[start:slut].decode("utf-16-le") == ord_
    assert (klass["saker"], telefon["saker"]) == (False, True)
    assert klass["namn"] == stallen.namn_for(KLASS)
    assert klass["byten"][0]["ord"].startswith("Skriv ”")


def test_what_is_checked_is_not_kept(client, namnd, django_assert_num_queries):
    egna_ord()  # the municipality's own lists, read now and then
    with django_assert_num_queries(1):  # the board
        kontrollera(client, namnd, SKRIVET)

    assert not Blankett.objects.exists()


def test_the_check_has_a_longest_text_and_a_bucket_of_its_own(client, namnd, settings):
    settings.HINKAR = settings.HINKAR | {"kontroller": 1}

    tal = [kontrollera(client, namnd, t).status_code for t in ("a" * 10_001, "a", "a")]

    assert tal == [413, 200, 429]
    assert koden(client.post(adress(namnd), ifylld(namnd)))


def test_the_check_wants_the_forms_cookie(namnd):
    from django.test import Client

    svar = kontrollera(Client(enforce_csrf_checks=True), namnd, SKRIVET)

    assert svar.status_code == 403
    assert TELEFON not in svar.content.decode()


def test_a_wording_that_opens_a_sentence_holds_in_the_middle_of_another_too():
    text = "Anna ropade. Sedan ropade Anna igen."
    (ett,) = stallen.en_gang(stallen.stallena(text, {}))

    nytt = stallen.tillampa(text, {ett.namn: "byt:En person"})

    assert nytt == "En person ropade. Sedan ropade en person igen."
