"""Other words are found in a time that grows with the text, however much is found.

Where the whole text is looked through for each find, the largest texts here take
minutes, so the bound can be generous enough for the slowest machine.
"""

import time

import pytest
from django.urls import reverse

from blanketter import stallen
from tests.blanketter.blanketten import adress, falt, felen, ifylld, sida
from tests.bygge import ny_namnd

pytestmark = pytest.mark.django_db
LANGD = 60_000  # signs, six times the longest text a form takes
LANGSTA_TID = 20  # seconds of processor time; about two are enough
BITAR = ["Anna s ", "Mc\nAbd ", "Anna, Bo. ", "8B 070-174 06 12 ", "a@b.se, ", "(8B) "]


@pytest.mark.parametrize("bit", BITAR)
def test_the_script_is_answered_in_a_time_that_grows_with_the_text(bit):
    text = (bit * LANGD)[:LANGD]
    start = time.process_time()
    fynd = stallen.for_skript(text)
    assert time.process_time() - start < LANGSTA_TID
    assert len(fynd) > LANGD / 30


def test_the_same_choice_for_very_many_places_takes_no_longer(monkeypatch):
    monkeypatch.setattr(stallen, "STORSTA_TEXT", LANGD)
    text = ("Anna s " * LANGD)[:LANGD]
    ett = stallen.stallena(text, {})[0]
    start = time.process_time()
    nytt = stallen.tillampa(text, {ett.namn: ett.byten[0][0]})
    assert time.process_time() - start < LANGSTA_TID
    assert "Anna" not in nytt


def test_words_far_away_do_not_change_the_wording():
    """Else the whole text must be read for each find."""
    nara = "Brukaren Anna kom. Hon bor på boendet."
    langt = f"{nara} {'Det regnade hela dagen. ' * 40}Elever i klassen såg Bo."

    assert stallen.for_skript(nara) == stallen.for_skript(langt)[:1]


def test_so_many_places_are_asked_of_at_a_time_and_the_rest_when_those_are_done(client):
    namnd = ny_namnd("ekhamra")
    text = "".join(f"Vi såg a{nr}@skolan.example där. " for nr in range(150))
    svar = client.post(adress(namnd), ifylld(namnd, text=text))

    assert "på 150 ställen" in felen(svar)
    assert "de 100 första" in felen(svar)
    assert len(sida(svar).xpath("//fieldset[contains(@class,'fynd')]")) == 100

    bort = {ett.namn: ett.byten[0][0] for ett in svar.context["form"].stallen}
    svar = client.post(adress(namnd), falt(svar) | {"slag": "klotter"} | bort)

    assert "på 50 ställen" in felen(svar)
    assert "varje ställe" in felen(svar)


def test_the_script_gets_wordings_for_so_many_and_the_places_of_all(client):
    namnd = ny_namnd("ekhamra")
    text = "".join(f"Vi såg a{nr}@skolan.example där. " for nr in range(150))

    svar = client.post(reverse("blankettkontroll", args=[namnd.kort]), {"text": text})

    byten = [bool(ett["byten"]) for ett in svar.json()["fynd"]]
    assert byten == [True] * 100 + [False] * 50
