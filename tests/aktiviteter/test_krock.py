"""Two people save over the same: what each changed is seen, and nothing is lost.

He saves first, we second. What only one of us changed is taken; where both changed the
same place the page asks, with ours beside his.
"""

import pytest

from aktiviteter.models import Aktivitet, Version
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, trad

BOX = "//*[@class='felsammanfattning']"
VAL = "//fieldset[@class='krockval']"
TAGET = "//*[@class='krocktaget']"
TEXT = "Vi arbetar brett.\n\nVi möts varje månad.\n\nVi följer upp."


@pytest.fixture(params=["plan", "kapitel", "aktivitet"])
def fall(request, plan, kapitel, rader):
    """A page, a field of it, and how to ask what is saved there."""
    sidor = {
        "plan": (adress("plan_redigera", "ekhamra", 2027), "titel", plan),
        "kapitel": (adress("avsnitt_redigera", kapitel[0].pk), "rubrik", kapitel[0]),
        "aktivitet": (adress("aktivitet_redigera", rader[0].pk), "titel", rader[0]),
    }
    sida, falt, rad = sidor[request.param]

    def sparat():
        rad.refresh_from_db()
        return getattr(rad, falt)

    return sida, falt, sparat


@pytest.fixture
def text(klient, kapitel):
    """The page of a chapter with three paragraphs, and how to ask for its text."""
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    klient.post(sida, {**ifyllt(klient.get(sida)), "text": TEXT})

    def sparad():
        kapitel[0].refresh_from_db()
        return kapitel[0].text.replace("<p>", "").replace("</p>", "").split("\n")

    return sida, sparad


def valt(svar, **val):
    """Return what the page of a clash sends when these choices are made."""
    falt = ifyllt(svar)
    nya = {f"val-{'-'.join(namn.rsplit('_', 1))}": v for namn, v in val.items()}
    assert not nya.keys() - falt.keys()
    return falt | nya


# ---- Both changed the same ----


def test_the_second_saver_sees_both_and_nothing_is_overwritten(bada, fall):
    sida, falt, sparat = fall
    fore = sparat()
    svar = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    assert svar.status_code == 200
    assert "Nils Berg sparade medan du skrev" in ord_pa(svar, BOX)
    assert "Det du skrev är inte sparat än." in ord_pa(svar, BOX)
    ruta = ord_pa(svar, VAL)
    assert f"{fore} Våra ord" in ruta
    assert f"{fore} Hans ord" in ruta
    assert "Ta det som Nils Berg sparade" in ruta
    assert sparat() == "Hans ord"


@pytest.mark.parametrize(("val", "blir"), [("min", "Våra ord"), ("annans", "Hans ord")])
def test_the_choice_is_what_is_saved(bada, fall, klient, val, blir):
    sida, falt, sparat = fall
    svar = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    svar = klient.post(sida, valt(svar, **{f"{falt}_0": val}), follow=True)
    assert "Sparat" in besked(svar)
    assert sparat() == blir


def test_ones_own_words_are_proposed(bada, fall, klient):
    sida, falt, sparat = fall
    svar = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    klient.post(sida, ifyllt(svar))
    assert sparat() == "Våra ord"


def test_a_third_save_in_between_is_seen_too(bada, fall, klient, annan):
    sida, falt, sparat = fall
    krock = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    annan.post(sida, {**ifyllt(annan.get(sida)), falt: "Hans nya ord"})
    svar = klient.post(sida, ifyllt(krock), follow=True)
    assert "Hans Våra ord" in ord_pa(svar, VAL)
    assert "Hans nya ord" in ord_pa(svar, VAL)
    assert sparat() == "Hans nya ord"
    klient.post(sida, ifyllt(svar))
    assert sparat() == "Våra ord"


def test_a_save_without_a_version_overwrites_nothing_and_asks_of_all(klient, fall):
    sida, falt, sparat = fall
    fore = sparat()
    svar = klient.post(sida, {**ifyllt(klient.get(sida)), falt: "Ord", "version": ""})
    assert len(trad(svar).xpath(VAL)) == 1
    assert sparat() == fore
    klient.post(sida, ifyllt(svar))
    assert sparat() == "Ord"


def test_the_same_person_is_told_that_it_was_herself(klient, fall):
    sida, falt, sparat = fall
    formular = ifyllt(klient.get(sida))
    klient.post(sida, {**formular, falt: "Första fliken"})
    svar = klient.post(sida, {**formular, falt: "Andra fliken"})
    assert "Du har redan sparat från en annan flik" in ord_pa(svar, BOX)
    assert "Ta det som redan är sparat" in ord_pa(svar, VAL)
    assert sparat() == "Första fliken"


def test_a_second_press_of_the_same_button_is_a_save(klient, fall):
    sida, falt, sparat = fall
    formular = {**ifyllt(klient.get(sida)), falt: "Våra ord"}
    for _ in range(2):
        assert "Sparat" in besked(klient.post(sida, formular, follow=True))
    assert sparat() == "Våra ord"
    assert Version.objects.filter(andring__handling="andrad").count() == 1


def test_whoever_changed_nothing_is_not_asked(bada, fall):
    sida, falt, sparat = fall
    assert "Sparat" in besked(bada(sida, {falt: "Hans ord"}, {}))
    assert sparat() == "Hans ord"


def test_one_may_write_on_before_it_is_saved(bada, fall, klient):
    sida, falt, sparat = fall
    svar = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    svar = klient.post(sida, ifyllt(svar) | {"krock-skriv": "ja"})
    assert "är inte sparat än" in ord_pa(svar)
    assert ifyllt(svar)[falt] == "Våra ord"
    assert sparat() == "Hans ord"
    klient.post(sida, ifyllt(svar) | {falt: "Våra sista ord"})
    assert sparat() == "Våra sista ord"


@pytest.mark.parametrize("skrap", ["x", "0", "99", "-1", "٣", ""])
def test_a_made_up_version_in_the_page_of_a_clash_saves_nothing(
    bada, fall, klient, skrap
):
    sida, falt, sparat = fall
    svar = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    svar = klient.post(sida, ifyllt(svar) | {"krock": skrap})
    assert "Våra ord" in ord_pa(svar, VAL)
    assert sparat() == "Hans ord"


# ---- Each changed something else ----


def test_different_fields_are_both_taken(bada, klient, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    hans = {"mal": "Hans mål", "tidplan_text": "Hösten 2027", "maltal": "0,5"}
    svar = bada(sida, hans, {"titel": "Vår titel", "avstamning": "2027-06-01"})
    assert trad(svar).xpath(VAL) == []
    assert "båda kan vara med" in ord_pa(svar, BOX)
    taget = ord_pa(svar, TAGET)
    for ord_ in ("Vår titel", "Hans mål", "Löpande Hösten 2027", "0,5", "2027-06-01"):
        assert ord_ in taget
    klient.post(sida, ifyllt(svar))
    rad = Aktivitet.objects.get(pk=rader[0].pk)
    assert (rad.titel, rad.mal, str(rad.maltal)) == ("Vår titel", "Hans mål", "0.50")
    assert rad.tidplan.text == "Hösten 2027"
    assert str(rad.tidplan.slut) == "2027-11-30"
    assert str(rad.avstamning) == "2027-06-01"


def test_every_field_that_he_changed_is_shown(bada, rader):
    hans = {
        "beskrivning": "Hans beskrivning",
        "tidplan_text": "Hösten 2027",
        "avstamning": "2027-09-09",
        "uppfoljning_text": "Hans uppföljning",
        "mal": "Hans mål",
        "maltal": "77",
        "malenhet": "hans enheter",
        "malgrupp": "Hans målgrupp",
        "insatsomrade": "Hans område",
    }
    sida = adress("aktivitet_redigera", rader[0].pk)
    visat = ord_pa(bada(sida, hans, {"titel": "Vår titel"}), TAGET)
    assert [v for v in hans.values() if v not in visat] == []


def test_a_chapter_or_a_level_is_told_by_its_name(bada, klient, kapitel, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    hans = {"avsnitt": str(kapitel[0].pk), "niva": "selektiv"}
    svar = bada(sida, hans, {"avsnitt": str(kapitel[1].pk), "niva": "universell"})
    ruta = ord_pa(svar, VAL)
    for ord_ in ("1 Kapitel 1 i ekhamra", "2 Kapitel 2 i ekhamra", "Selektiv"):
        assert ord_ in ruta
    klient.post(sida, valt(svar, avsnitt_0="annans", niva_0="min"))
    rad = Aktivitet.objects.get(pk=rader[0].pk)
    assert (rad.avsnitt, rad.niva) == (kapitel[0], "universell")


# ---- A text, paragraph by paragraph ----


def test_different_paragraphs_are_both_taken(bada, klient, text):
    sida, sparad = text
    hans = TEXT.replace("följer upp", "följer upp i nämnden")
    svar = bada(sida, {"text": hans}, {"text": TEXT.replace("brett", "smalt")})
    assert trad(svar).xpath(VAL) == []
    klient.post(sida, ifyllt(svar))
    assert sparad() == [
        "Vi arbetar smalt.",
        "Vi möts varje månad.",
        "Vi följer upp i nämnden.",
    ]


@pytest.mark.parametrize(
    ("val", "blir"),
    [
        ("min", ["Vi möts varje vecka."]),
        ("annans", ["Vi möts varje dag."]),
        ("bada", ["Vi möts varje vecka.", "Vi möts varje dag."]),
    ],
)
def test_a_paragraph_that_both_changed_is_chosen(bada, klient, text, val, blir):
    sida, sparad = text
    hans = TEXT.replace("månad", "dag").replace("upp", "noga upp")
    svar = bada(sida, {"text": hans}, {"text": TEXT.replace("månad", "vecka")})
    assert "Vi möts varje månad vecka ." in ord_pa(svar, VAL)
    assert "Vi möts varje månad dag ." in ord_pa(svar, VAL)
    assert "noga" in ord_pa(svar, TAGET)
    klient.post(sida, valt(svar, text_1=val))
    assert sparad() == ["Vi arbetar brett.", *blir, "Vi följer noga upp."]


def test_two_new_paragraphs_at_one_place_are_both_proposed(bada, klient, text):
    sida, sparad = text
    svar = bada(sida, {"text": f"{TEXT}\n\nHans."}, {"text": f"{TEXT}\n\nVårt."})
    klient.post(sida, ifyllt(svar))
    assert sparad()[3:] == ["Vårt.", "Hans."]


def test_a_paragraph_that_he_removed_while_we_wrote_in_it_stays(bada, klient, text):
    sida, sparad = text
    hans = TEXT.replace("Vi möts varje månad.\n\n", "")
    svar = bada(sida, {"text": hans}, {"text": TEXT.replace("månad", "vecka")})
    klient.post(sida, ifyllt(svar))
    assert sparad()[1] == "Vi möts varje vecka."


def test_notes_lists_and_links_come_through_the_choice(bada, klient, text):
    sida, _ = text
    mitt = "Läs[fotnot: Not *ett*] mer\n\n- en **punkt**\n   - under\n\n[länk](https://a.se)"
    svar = bada(sida, {"text": "Något\nhelt annat"}, {"text": mitt})
    klient.post(sida, ifyllt(svar) | {"val-text-0": "min", "val-text-1": "min"})
    assert ifyllt(klient.get(sida))["text"] == mitt


def test_what_the_editor_sent_as_html_comes_through_too(bada, klient, text):
    sida, sparad = text
    mitt = {"text": "<p>Vårt <b>nya</b></p>", "text-slag": "html"}
    svar = bada(sida, {"text": "Hans"}, mitt)
    klient.post(sida, ifyllt(svar))
    assert sparad() == ["Vårt <strong>nya</strong>"]


def test_marks_cannot_be_used_to_bring_in_markup(bada, fall):
    sida, falt, _ = fall
    ont = "<script>alert(1)</script> &lt;img src=x&gt;"
    svar = bada(sida, {falt: ont}, {falt: f"{ont} våra"})
    assert b"<script>alert" not in svar.content
    assert b"&lt;img" not in svar.content.replace(b"&amp;lt;img", b"")


# ---- Roles ----


def roller(rad):
    return [(a.roll.namn, a.art) for a in rad.ansvar.select_related("roll")]


def test_roles_that_each_added_or_removed_are_both_taken(bada, klient, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    (forsta, _), (andra, art) = roller(rader[0])
    hans = {"ansvar-0-roll": "", "ansvar-2-roll": "Hans roll"}
    svar = bada(sida, hans, {"ansvar-2-roll": "Vår roll"})
    assert f"Ansvarig: {forsta}" in ord_pa(svar)
    assert trad(svar).xpath(VAL) == []
    klient.post(sida, ifyllt(svar))
    assert roller(rader[0]) == [
        (andra, art),
        ("Vår roll", "huvudansvarig"),
        ("Hans roll", "huvudansvarig"),
    ]


def test_a_role_whose_part_both_changed_is_chosen(bada, klient, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    svar = bada(sida, {"ansvar-0-art": "medansvarig"}, {"ansvar-0-art": "i_samrad_med"})
    assert "Huvudansvarig Medansvarig" in ord_pa(svar, VAL)
    assert "Huvudansvarig I samråd med" in ord_pa(svar, VAL)
    klient.post(sida, valt(svar, **{"ansvar-0_0": "annans"}))
    assert roller(rader[0])[0][1] == "medansvarig"


def test_all_roles_may_be_gone(bada, klient, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    svar = bada(sida, {"ansvar-0-roll": ""}, {"ansvar-1-roll": "", "mal": "x"})
    klient.post(sida, ifyllt(svar))
    assert roller(rader[0]) == []


# ---- What was chosen must still be right ----


def test_what_becomes_wrong_together_is_told_with_everything_kept(bada, klient, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    klient.post(sida, ifyllt(klient.get(sida)) | {"tidplan_text": "2027"})
    svar = bada(sida, {"tidplan_text": "Löpande"}, {"avstamning": "", "mal": "Vårt"})
    svar = klient.post(sida, ifyllt(svar))
    assert "behöver en dag" in fel_pa(svar)
    assert (ifyllt(svar)["tidplan_text"], ifyllt(svar)["mal"]) == ("Löpande", "Vårt")
    svar = klient.post(sida, ifyllt(svar) | {"avstamning": "2027-05-05"}, follow=True)
    assert "Sparat" in besked(svar)
