"""The roles of an activity: found by name or made, in the form's order."""

import pytest

from aktiviteter.models import Ansvar
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, skicka
from tests.bygge import ny_namnd, ny_roll
from vbeplan.organisation.models import Roll


@pytest.fixture
def sida(rader):
    """The page of the first activity, which has two roles."""
    return adress("aktivitet_redigera", rader[0].pk)


@pytest.fixture
def ansvariga(rader):
    """Ask who answers for the first activity: [(role, part)]."""

    def fraga():
        return [(a.roll.namn, a.art) for a in rader[0].ansvar.select_related("roll")]

    return fraga


CHEF, KURATOR = "Enhetschef i ekhamra", "Kurator 1 i ekhamra"


def test_a_new_role_is_made_in_the_board(klient, sida, ansvariga, namnd):
    svar = skicka(
        klient,
        sida,
        **{"ansvar-2-roll": " Fält  samordnare ", "ansvar-2-art": "medansvarig"},
    )
    assert ansvariga()[2] == ("Fält samordnare", "medansvarig")
    assert Roll.objects.get(namn="Fält samordnare").namnd == namnd
    assert (
        "Enhetschef i ekhamra och Fält samordnare i samråd med Kurator 1 i ekhamra"
        in ord_pa(svar)
    )


@pytest.mark.parametrize("skrivet", ["ENHETSCHEF ÅÄÖ", "  enhetschef   åäö "])
def test_a_role_in_another_case_is_the_same_role(
    klient, sida, ansvariga, namnd, skrivet
):
    ny_roll(namnd, "Enhetschef ÅÄÖ")
    antal = Roll.objects.count()
    skicka(klient, sida, **{"ansvar-2-roll": skrivet})
    assert ansvariga()[2][0] == "Enhetschef ÅÄÖ"
    assert Roll.objects.count() == antal


def test_a_new_role_nearly_like_another_is_made_and_told(klient, sida, namnd):
    ny_roll(namnd, "Avdelningschef")
    svar = skicka(klient, sida, **{"ansvar-2-roll": "Avd.chef"})
    assert "”Avd.chef” är ny och liknar ”Avdelningschef”" in besked(svar)
    svar = skicka(klient, sida, titel="Ny titel")
    assert "liknar" not in besked(svar)


def test_composed_and_combined_letters_are_the_same_role(
    klient, sida, ansvariga, namnd
):
    ny_roll(namnd, "Enhetschef fält")
    antal = Roll.objects.count()
    skicka(klient, sida, **{"ansvar-2-roll": "Enhetschef fa\u0308lt"})
    assert ansvariga()[2][0] == "Enhetschef fält"
    assert Roll.objects.count() == antal


def test_another_board_s_role_of_that_name_is_another_role(klient, sida, namnd):
    ny_roll(ny_namnd("sjovik"), "Fältsamordnare")
    skicka(klient, sida, **{"ansvar-2-roll": "Fältsamordnare"})
    assert Roll.objects.filter(namn="Fältsamordnare", namnd=namnd).count() == 1


def test_roles_stand_in_the_order_of_the_form(klient, sida, ansvariga):
    skicka(
        klient,
        sida,
        **{
            "ansvar-0-roll": "Örjansroll",
            "ansvar-1-roll": CHEF,
            "ansvar-2-roll": "Annan roll",
            "ansvar-3-roll": KURATOR,
        },
    )
    assert [namn for namn, _ in ansvariga()] == [
        "Örjansroll",
        CHEF,
        "Annan roll",
        KURATOR,
    ]


def test_an_emptied_row_goes_away_and_its_role_stays_in_the_board(
    klient, sida, ansvariga
):
    skicka(klient, sida, **{"ansvar-0-roll": " "})
    assert ansvariga() == [(KURATOR, "i_samrad_med")]
    assert Roll.objects.filter(namn=CHEF).exists()
    assert ifyllt(klient.get(sida))["ansvar-0-roll"] == KURATOR


def test_another_part_for_the_same_role_is_saved(klient, sida, ansvariga):
    skicka(klient, sida, **{"ansvar-1-art": "medansvarig"})
    assert ansvariga() == [(CHEF, "huvudansvarig"), (KURATOR, "medansvarig")]


def test_the_board_s_roles_are_proposed_in_swedish_order(klient, sida, namnd):
    for namn in ("Östchef", "Ärendechef", "Åchef", "Zonchef"):
        ny_roll(namnd, namn)
    ny_roll(ny_namnd("sjovik"), "Hemlig roll")
    sidan = klient.get(sida).content.decode()
    lista = sidan.split('<datalist id="roller">')[1].split("</datalist>")[0]
    platser = [lista.index(n) for n in ("Zonchef", "Åchef", "Ärendechef", "Östchef")]
    assert platser == sorted(platser)
    assert "Hemlig roll" not in sidan


def test_a_role_of_500_characters_is_refused_with_everything_kept(
    klient, sida, ansvariga
):
    lang = "Respektive avdelningschef " * 19 + "slut i"
    assert len(lang) == 500
    skrivet = {"ansvar-2-roll": lang, "beskrivning": "Ny *text*", "titel": "Ny titel"}
    svar = skicka(klient, sida, **skrivet)
    assert "Skriv högst 200 tecken. Nu är det 500." in fel_pa(svar)
    kvar = ifyllt(svar)
    assert {**kvar, **skrivet} == kvar
    assert kvar["ansvar-0-roll"] == CHEF
    assert len(ansvariga()) == 2
    assert not Roll.objects.filter(namn__startswith="Respektive").exists()


def test_a_role_that_grows_too_long_when_compared_is_refused(klient, sida, ansvariga):
    svar = skicka(klient, sida, **{"ansvar-2-roll": "ß" * 150})
    assert "Skriv ett kortare namn på rollen" in fel_pa(svar)
    assert len(ansvariga()) == 2


def test_the_same_role_twice_is_refused_with_everything_kept(klient, sida, ansvariga):
    svar = skicka(klient, sida, **{"ansvar-2-roll": CHEF.upper(), "titel": "Ny titel"})
    assert "Rollen står redan på aktiviteten" in fel_pa(svar)
    assert ifyllt(svar)["ansvar-2-roll"] == CHEF.upper()
    assert ifyllt(svar)["titel"] == "Ny titel"
    assert len(ansvariga()) == 2


def test_a_part_that_does_not_exist_is_refused(klient, sida, ansvariga):
    svar = skicka(klient, sida, **{"ansvar-0-art": "chef"})
    assert fel_pa(svar)
    assert ansvariga()[0] == (CHEF, "huvudansvarig")


def test_a_hundred_roles_out_of_a_file_can_be_edited(klient, sida, ansvariga, rader):
    Ansvar.objects.bulk_create(
        Ansvar(
            aktivitet=rader[0], roll=ny_roll(rader[0].plan.namnd, f"R{i}"), ordning=i
        )
        for i in range(2, 100)
    )
    skicka(klient, sida, titel="Ny titel")
    assert len(ansvariga()) == 100
    skicka(klient, sida, **{"ansvar-99-roll": ""})
    assert len(ansvariga()) == 99


def test_a_form_that_claims_a_million_rows_is_refused(klient, sida, ansvariga):
    svar = skicka(klient, sida, **{"ansvar-TOTAL_FORMS": 10**6, "titel": "Ny titel"})
    assert fel_pa(svar)
    assert len(svar.content) < 500_000
    assert len(ansvariga()) == 2


def test_a_form_without_its_count_of_rows_is_refused(klient, sida):
    svar = klient.post(sida, {"titel": "Ny titel", "ansvar-0-roll": "Ny roll"})
    assert svar.status_code == 200
    assert fel_pa(svar)
    assert ifyllt(svar)["titel"] == "Ny titel"
    assert Ansvar.objects.filter(roll__namn="Ny roll").count() == 0
