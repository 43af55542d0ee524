"""Whatever is written in a field is shown as words: markup, odd signs, long strings."""

import pytest

from tests.aktiviteter.sida import adress, besked, ifyllt, ord_pa, skicka, trad

ELAK = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;"
PLAN = {
    "titel": ELAK,
    "dnr": ELAK[:60],
    "dokumenttyp": ELAK,
    "dokumentagare": ELAK,
    "budgetmal": ELAK,
    "nasta_revidering": ELAK,
}
KAPITEL = {"rubrik": ELAK, "text": ELAK}
AKTIVITET = {
    "titel": ELAK,
    "beskrivning": ELAK,
    "tidplan_text": ELAK,
    "uppfoljning_text": ELAK,
    "mal": ELAK,
    "maltal": "1",
    "malenhet": ELAK[:40],
    "malgrupp": ELAK,
    "insatsomrade": ELAK,
    "ansvar-0-roll": ELAK,
}


@pytest.fixture
def sidor(kapitel, rader):
    """Every page of a plan with a form, with words for all of its fields of text."""
    return [
        (adress("plan_redigera", "ekhamra", 2027), PLAN),
        (adress("avsnitt_redigera", kapitel[2].pk), KAPITEL),
        (adress("aktivitet_redigera", rader[0].pk), AKTIVITET),
    ]


def ar_ofarlig(svar):
    """Tell that nothing of what was written became markup."""
    sida = trad(svar)
    return not sida.xpath("//img[@src='x'] | //script[contains(., 'alert')]") and not (
        sida.xpath("//@onerror")
    )


def test_markup_in_every_field_is_shown_as_words(klient, sidor):
    for sida, falt in sidor:
        svar = skicka(klient, sida, **falt)
        assert "Sparat" in besked(svar)
        assert ar_ofarlig(svar)
        assert ar_ofarlig(klient.get(sida))
        assert {**ifyllt(klient.get(sida)), **falt} == ifyllt(klient.get(sida))
    plansida = klient.get("/planer/ekhamra/2027/")
    assert ar_ofarlig(plansida)
    # title, facts, heading, text, row's title, description and time, roles, messages
    assert ord_pa(plansida).count("<script>alert(1)</script>") > 12
    assert ar_ofarlig(klient.get("/planer/"))
    assert ar_ofarlig(klient.get(adress("plan_forhandsvisning", "ekhamra", 2027)))


def test_markup_in_a_refused_form_is_shown_as_words(klient, sidor):
    for sida, falt in sidor:
        krav = "rubrik" if "rubrik" in falt else "titel"
        svar = klient.post(sida, {**falt, krav: ""})
        assert svar.status_code == 200
        assert ar_ofarlig(svar)


def test_markup_is_shown_as_words_where_things_are_removed(klient, sidor, rader):
    for sida, falt in sidor:
        skicka(klient, sida, **falt)
        assert ar_ofarlig(klient.get(f"{sida}ta-bort/".replace("redigera/", "")))


@pytest.mark.parametrize(
    ("skrivet", "sparat"),
    [
        ("Nytt\x00namn", "Nyttnamn"),
        ("fel\u202etxt", "feltxt"),
        ("a\u2066b\u2069c", "abc"),
        ("Fa\u0308lt", "Fält"),
        ("två\r\nrader\there", "två rader here"),
        ("\ufeffbom", "bom"),
        ("rad\x0bbruten", "radbruten"),
    ],
)
def test_signs_that_no_page_can_carry_are_taken_away(
    klient, kapitel, rader, plan, skrivet, sparat
):
    skicka(klient, adress("plan_redigera", "ekhamra", 2027), titel=skrivet)
    skicka(klient, adress("avsnitt_redigera", kapitel[0].pk), rubrik=skrivet)
    sida = adress("aktivitet_redigera", rader[0].pk)
    svar = skicka(
        klient,
        sida,
        **{"titel": skrivet, "tidplan_text": skrivet, "ansvar-0-roll": skrivet},
    )
    assert svar.status_code == 200
    for rad in (plan, kapitel[0], rader[0]):
        rad.refresh_from_db()
    assert (plan.titel, kapitel[0].rubrik, rader[0].titel) == (sparat,) * 3
    assert rader[0].tidplan.text == sparat
    assert rader[0].ansvar.first().roll.namn == sparat


def test_a_text_keeps_its_lines_and_loses_only_the_signs(klient, kapitel):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    skicka(klient, sida, text="Fo\u0308rsta\x00\n\n- punkt\u202e\n- två\x0b")
    kapitel[0].refresh_from_db()
    assert kapitel[0].text == "<p>Första</p>\n<ul><li>punkt</li><li>två</li></ul>"


def test_a_body_of_many_megabytes_is_answered_with_a_page(klient, kapitel):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    svar = skicka(klient, sida, text="ord " * 1_500_000)
    assert svar.status_code == 400
    assert trad(svar).xpath("//html[@lang='sv']//h1")
    kapitel[0].refresh_from_db()
    assert kapitel[0].version == 1


def test_a_lone_surrogate_is_no_fault(klient, kapitel):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    formular = ifyllt(klient.get(sida))
    kropp = f"version={formular['version']}&rubrik=a%ED%A0%80b&text=c%ED%A0%80d"
    svar = klient.post(sida, kropp, content_type="application/x-www-form-urlencoded")
    assert svar.status_code == 302
    kapitel[0].refresh_from_db()
    assert kapitel[0].rubrik.startswith("a")
    assert kapitel[0].rubrik.endswith("b")


def test_emoji_and_other_scripts_are_welcome(klient, kapitel):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    skicka(klient, sida, rubrik="Stöd 🙂 دعم", text="Läs mer 🙂 دعم")
    kapitel[0].refresh_from_db()
    assert kapitel[0].rubrik == "Stöd 🙂 دعم"
    assert kapitel[0].text == "<p>Läs mer 🙂 دعم</p>"
