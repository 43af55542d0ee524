"""The register of findings: what is seen, what is needed, and why."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from lagesbild.iakttagelser import Iakttagelserad, iakttagelser, med_svar
from lagesbild.models import Iakttagelse
from lagesbild.som_json import fran_json, till_json
from tests import bygge_lagesbild
from tests.aktiviteter.sida import besked, fel_pa, ord_pa, trad
from vbeplan.organisation.models import Spar


def sida(bild, namn="iakttagelser"):
    return reverse(namn, args=[bild.namnd.kort, bild.ar])


def till(namn, rad):
    return reverse(namn, args=[rad.pk])


def falt(rad=None, **mer):
    return {
        "rubrik": "Flygblad har delats ut vid torget",
        "beskrivning": "Tre källor säger det.",
        "miljo": "vit_makt",
        "behov": "ja",
        "stallningstagande": "Fältgruppen behöver vara på plats.",
        "version": rad.version if rad else 0,
    } | mer


@pytest.fixture
def rad(bild):
    return bygge_lagesbild.ny_iakttagelse(bild)


@pytest.fixture
def forra(namnd):
    """A need of last year's picture."""
    bild = bygge_lagesbild.ny_lagesbild(namnd, 2026)
    return bygge_lagesbild.ny_iakttagelse(bild, "Rutinen är okänd")


def test_a_finding_is_written_with_its_sources(klient, bild, kalla):
    assert "Här finns inga iakttagelser än" in ord_pa(klient.get(sida(bild)))
    mer = falt(kallor=[kalla.pk])
    svar = klient.post(sida(bild, "iakttagelser_ny"), mer, follow=True)
    orden = ord_pa(svar)
    assert "Flygblad har delats ut vid torget Behov Vit makt-miljön" in orden
    assert "Bygger på: Polisen lokalt" in orden


def test_a_finding_that_is_a_whole_sentence_is_told_with_one_full_stop(klient, bild):
    mer = falt(rubrik="Flygblad har delats ut.")
    svar = klient.post(sida(bild, "iakttagelser_ny"), mer, follow=True)
    assert "Sparat: Flygblad har delats ut." in besked(svar)
    assert "ut.." not in besked(svar)


@pytest.mark.parametrize("behov", ["ja", "nej"])
def test_whoever_judges_the_need_says_why(klient, bild, behov):
    mer = falt(behov=behov, stallningstagande="  ")
    svar = klient.post(sida(bild, "iakttagelser_ny"), mer)
    assert "Skriv varför det finns ett behov eller inte." in fel_pa(svar)
    assert not bild.iakttagelser.exists()


def test_what_is_not_judged_yet_needs_no_position(klient, bild):
    mer = falt(behov="", stallningstagande="")
    svar = klient.post(sida(bild, "iakttagelser_ny"), mer, follow=True)
    assert "En iakttagelse är inte bedömd än." in ord_pa(svar)


@pytest.mark.parametrize("falt_", ["rubrik", "beskrivning", "stallningstagande"])
def test_what_surely_points_somebody_out_must_be_rewritten(klient, bild, falt_):
    mer = falt(**{falt_: "Eleven med nummer 070-174 06 58"}, pekar_inte_ut="on")
    svar = klient.post(sida(bild, "iakttagelser_ny"), mer)
    assert "kan peka ut någon" in fel_pa(svar)
    assert "Eleven med nummer" in svar.content.decode()


def test_a_name_can_be_kept_when_it_points_nobody_out(klient, bild):
    mer = falt(beskrivning="Enligt Karin Lindqvist har det minskat.")
    svar = klient.post(sida(bild, "iakttagelser_ny"), mer)
    assert "ser ut som ett namn på en person" in fel_pa(svar)
    mer["pekar_inte_ut"] = "on"
    assert klient.post(sida(bild, "iakttagelser_ny"), mer).status_code == 302


def test_a_place_beside_a_small_count_is_saved_with_a_warning(klient, bild):
    bild.namnd.delomraden.create(namn="Norra Ekhamra")
    mer = falt(beskrivning="Två händelser anmäldes i Norra Ekhamra under våren.")
    svar = klient.post(sida(bild, "iakttagelser_ny"), mer, follow=True)
    assert "Så få händelser på en plats kan peka ut någon." in besked(svar)
    assert bild.iakttagelser.exists()


def test_a_place_beside_no_count_is_not_warned_of(klient, bild):
    bild.namnd.delomraden.create(namn="Norra Ekhamra")
    mer = falt(beskrivning="Klottret har minskat i Norra Ekhamra.")
    svar = klient.post(sida(bild, "iakttagelser_ny"), mer, follow=True)
    assert "kan peka ut" not in besked(svar)


def test_another_pictures_source_cannot_be_chosen(klient, bild, namnd):
    annan = bygge_lagesbild.ny_kalla(bygge_lagesbild.ny_lagesbild(namnd, 2026))
    svar = klient.post(sida(bild, "iakttagelser_ny"), falt(kallor=[annan.pk]))
    assert "giltigt alternativ" in fel_pa(svar)


def test_who_saves_second_sees_both_and_loses_nothing(klient, rad, kalla):
    oppnad = falt(rad, kallor=[kalla.pk])
    klient.post(rad.get_absolute_url(), falt(rad, rubrik="Hans ord"))
    svar = klient.post(rad.get_absolute_url(), oppnad)
    assert "Någon annan sparade" in fel_pa(svar)
    orden = ord_pa(svar)
    assert "Hans ord" in orden or "Hans" in orden
    assert "Källor" in ord_pa(svar, "//*[contains(@class, 'annans')]")
    assert rad.kallor.count() == 0
    rad.refresh_from_db()
    oppnad["version"] = rad.version
    assert klient.post(rad.get_absolute_url(), oppnad).status_code == 302
    assert rad.kallor.get() == kalla


def test_a_finding_moves_by_buttons(klient, bild, rad):
    andra = bygge_lagesbild.ny_iakttagelse(bild, "Andra", ordning=1)
    klient.post(till("iakttagelse_ordna", andra), {"gor": "upp"})
    assert list(bild.iakttagelser.all()) == [andra, rad]
    svar = klient.post(till("iakttagelse_ordna", rad), {"gor": "ner"}, follow=True)
    assert "Står redan ytterst" in besked(svar)


def test_a_finding_is_removed_and_the_trail_does_not_repeat_its_words(klient, rad):
    klient.post(till("iakttagelse_ta_bort", rad))
    assert not Iakttagelse.objects.exists()
    (spar,) = Spar.objects.filter(handling="borttagen")
    assert str(rad) not in spar.objekt


def test_last_years_open_ones_are_taken_along_by_choice_and_judged_anew(
    klient, bild, forra
):
    nej = bygge_lagesbild.ny_iakttagelse(forra.lagesbild, "Lugnt", behov="nej")
    svar = klient.get(sida(bild))
    assert "2 iakttagelser från förra lägesbilden följs inte upp än." in ord_pa(svar)
    boxar = trad(klient.get(sida(bild, "iakttagelser_forra")))
    valda = boxar.xpath("//input[@type='checkbox'][@checked]/@value")
    assert valda == [str(forra.pk)]
    svar = klient.post(
        sida(bild, "iakttagelser_forra"), {"iakttagelser": [forra.pk]}, follow=True
    )
    assert "En iakttagelse är med." in besked(svar)
    ny = bild.iakttagelser.get()
    assert (ny.tidigare, ny.rubrik, ny.behov) == (forra, forra.rubrik, "")
    assert nej.rubrik not in ord_pa(svar)


def test_taken_along_twice_it_comes_once(klient, bild, forra):
    val = {"iakttagelser": [forra.pk]}
    klient.post(sida(bild, "iakttagelser_forra"), val)
    svar = klient.post(sida(bild, "iakttagelser_forra"), val, follow=True)
    assert "Alla iakttagelser från förra lägesbilden är med." in besked(svar)
    assert bild.iakttagelser.count() == 1


def test_what_is_followed_up_stands_beside_the_form(klient, bild, forra):
    ny = bygge_lagesbild.ny_iakttagelse(bild, tidigare=forra, behov="")
    orden = ord_pa(klient.get(ny.get_absolute_url()))
    assert "Förra lägesbilden Rutinen är okänd (Behov)" in orden


def test_a_finding_of_an_environment_that_the_city_has_retired_keeps_it(klient, bild):
    rad = bygge_lagesbild.ny_iakttagelse(bild, miljo="nedlagd")
    svar = klient.post(rad.get_absolute_url(), falt(rad, miljo="nedlagd"))
    assert svar.status_code == 302


def test_the_printed_table_has_all_of_it(bild, kalla):
    rad = bygge_lagesbild.ny_iakttagelse(
        bild, "Rutinen är <okänd>", kallor=[kalla], miljo="autonom"
    )
    bygge_lagesbild.ny_iakttagelse(bild, "Utan svar", ordning=1)
    rader = med_svar(iakttagelser(bild), {rad.pk: "2, 5"})
    tabell = render_to_string(
        "lagesbild/iakttagelsetabell.html", {"iakttagelser": rader}
    ).replace("\u00ad", "")
    assert "Rutinen är &lt;okänd&gt;" in tabell
    assert "Källa: Polisen lokalt · Den autonoma miljön" in tabell
    assert ">2, 5<" in tabell
    assert ">Ingen än<" in tabell


def test_the_rows_keep_as_json(bild, kalla):
    bygge_lagesbild.ny_iakttagelse(bild, kallor=[kalla])
    rader = iakttagelser(bild)
    assert fran_json(tuple[Iakttagelserad, ...], till_json(rader)) == rader


def test_thirty_findings_cost_no_more_queries_than_one(
    bild, kalla, django_assert_num_queries
):
    for nr in range(30):
        bygge_lagesbild.ny_iakttagelse(bild, f"Nummer {nr}", kallor=[kalla])
    iakttagelser(bild)  # makes the first version of the questions
    with django_assert_num_queries(1):
        iakttagelser(bild)


def test_a_need_leads_on_to_the_plans_activities(klient, bild):
    lank = f'href="{reverse("plan_iakttagelser", args=[bild.namnd.kort, bild.ar])}"'
    rad = bygge_lagesbild.ny_iakttagelse(bild, behov="nej")
    assert lank not in klient.get(sida(bild)).content.decode()

    Iakttagelse.objects.filter(pk=rad.pk).update(behov="ja")
    assert lank in klient.get(sida(bild)).content.decode()
