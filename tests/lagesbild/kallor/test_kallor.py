"""The register of sources: the city's set, own ones, their order, removal."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lagesbild.handlingar.ge_kallor import ge_kallor
from lagesbild.models import Kalla, Standardkalla
from tests import bygge_lagesbild
from tests.aktiviteter.sida import besked, fel_pa, ord_pa
from vbeplan.organisation.models import Spar


def sida(bild, namn="kallor"):
    return reverse(namn, args=[bild.namnd.kort, bild.ar])


def till(namn, kalla):
    return reverse(namn, args=[kalla.pk])


def falt(kalla=None, **mer):
    return {
        "namn": "Skolornas trygghetsenkät",
        "art": "annat",
        "tillfragad": "Trygghetssamordningen",
        "epost": "trygghet@granby.example",
        "begaran": "Hej! {nämnd} ber om underlag. Svara senast {svara senast}.",
        "begransning": "Gäller årskurs 8.",
        "saknas": "uppgifter om elevernas trygghet",
        "version": kalla.version if kalla else 0,
    } | mer


def test_an_empty_register_offers_the_citys_sources(klient, bild):
    assert "Här finns inga källor än" in ord_pa(klient.get(sida(bild)))
    svar = klient.post(sida(bild, "kallor_hamta"), follow=True)
    assert "8 källor är tillagda." in besked(svar)
    orden = ord_pa(svar)
    assert "Polisen lokalt" in orden
    assert "Klotterstatistik: inget underlag har begärts." in orden


def test_fetched_again_nothing_is_doubled(klient, bild):
    ge_kallor(bild)
    svar = klient.post(sida(bild, "kallor_hamta"), follow=True)
    assert "Alla stadens källor finns redan här." in besked(svar)
    assert bild.kallor.count() == 8


def test_own_sources_and_addresses_follow_from_last_year_but_not_what_came(namnd, bild):
    forra = bygge_lagesbild.ny_lagesbild(namnd, 2026)
    ge_kallor(forra)
    forra.kallor.filter(namn="Polisen lokalt").update(
        epost="polisen@polisen.example", status="inkommen"
    )
    bygge_lagesbild.ny_kalla(forra, "Nattvandrarna", epost="natt@granby.example")
    ge_kallor(bild)
    polisen = bild.kallor.get(namn="Polisen lokalt")
    assert polisen.epost == "polisen@polisen.example"
    assert polisen.status == Kalla.Status.EJ_BEGARD
    assert bild.kallor.get(namn="Nattvandrarna").standard is None


def test_a_source_that_the_city_no_longer_uses_is_not_given(bild):
    ge_kallor(bild)
    bild.kallor.all().delete()
    Standardkalla.objects.filter(art="ia").update(i_bruk=False)
    assert len(ge_kallor(bild)) == 7


def test_an_own_source_is_added_last(klient, bild, kalla):
    svar = klient.post(sida(bild, "kallor_ny"), falt(), follow=True)
    assert "Sparat: Skolornas trygghetsenkät." in besked(svar)
    assert [str(k) for k in bild.kallor.all()] == [str(kalla), falt()["namn"]]


def test_two_sources_of_one_name_are_refused(klient, bild, kalla):
    svar = klient.post(sida(bild, "kallor_ny"), falt(namn=str(kalla)))
    assert "redan en källa med det namnet" in fel_pa(svar)


def test_a_persons_name_is_asked_about_and_can_be_kept(klient, kalla):
    mer = falt(kalla, tillfragad="Karin Lindqvist")
    svar = klient.post(till("kalla_andra", kalla), mer)
    assert "ser ut som ett namn på en person" in fel_pa(svar)
    mer["pekar_inte_ut"] = "on"
    assert klient.post(till("kalla_andra", kalla), mer).status_code == 302


def test_a_persons_address_is_asked_about(klient, kalla):
    mer = falt(kalla, epost="karin.lindqvist@granby.example")
    svar = klient.post(till("kalla_andra", kalla), mer)
    assert "ser ut som ett namn" in fel_pa(svar)


def test_words_in_the_letter_that_nothing_fills_in_are_told(klient, kalla):
    mer = falt(kalla, begaran="Hej {namn}, svara {svara senast}.")
    svar = klient.post(till("kalla_andra", kalla), mer)
    assert "Orden {namn} går inte att fylla i." in fel_pa(svar)
    assert "Hej {namn}, svara" in svar.content.decode()


def test_who_saves_second_sees_both_and_loses_nothing(klient, kalla):
    Kalla.objects.filter(pk=kalla.pk).update(version=2, tillfragad="Lokalpolisen")
    svar = klient.post(till("kalla_andra", kalla), falt(kalla))
    assert "Någon annan sparade medan du skrev." in fel_pa(svar)
    assert "Lokalpolisen" in ord_pa(svar)
    assert "Trygghetssamordningen" in svar.content.decode()
    kalla.version = 2
    assert klient.post(till("kalla_andra", kalla), falt(kalla)).status_code == 302


def test_a_source_moves_by_buttons(klient, bild, kalla):
    andra = bygge_lagesbild.ny_kalla(bild, "Polisen regionalt", ordning=1)
    klient.post(till("kalla_ordna", andra), {"gor": "upp"})
    assert list(bild.kallor.all()) == [andra, kalla]
    svar = klient.post(till("kalla_ordna", andra), {"gor": "upp"}, follow=True)
    assert "Står redan ytterst" in besked(svar)
    klient.post(till("kalla_ordna", andra), {"gor": "hit"})
    assert list(bild.kallor.all()) == [andra, kalla]


def test_a_source_is_removed_with_its_files_and_leaves_a_trace(klient, bild, kalla):
    bygge_lagesbild.ny_kallfil(kalla)
    assert "En fil" in ord_pa(klient.get(till("kalla_ta_bort", kalla)))
    klient.post(till("kalla_ta_bort", kalla))
    assert not bild.kallor.exists()
    assert Spar.objects.filter(handling="borttagen", objekt__contains=str(kalla))


def test_a_source_that_a_finding_leans_on_stays(klient, bild, kalla):
    bygge_lagesbild.ny_iakttagelse(bild, kallor=[kalla])
    svar = klient.post(till("kalla_ta_bort", kalla), follow=True)
    assert "en iakttagelse bygger på källan" in besked(svar)
    assert bild.kallor.get() == kalla
    assert "Ta bort källan" not in ord_pa(klient.get(kalla.get_absolute_url()))


def test_a_source_past_its_day_is_asked_about_and_never_becomes_missing_by_itself(
    klient, bild, kalla
):
    kalla.bli_begard(kalla.lagesbild.till, kalla.lagesbild.till)
    kalla.save()
    assert "Svarsdagen har gått ut Polisen lokalt" in ord_pa(klient.get(sida(bild)))
    kalla.refresh_from_db()
    assert kalla.ar_begard
    svar = klient.post(till("kalla_utebliven", kalla), follow=True)
    assert "Därför saknas uppgifter om anmälda brott." in ord_pa(svar)
    assert "Svarsdagen har gått ut" not in ord_pa(svar)


def test_what_waits_for_nothing_cannot_become_missing(klient, kalla):
    svar = klient.post(till("kalla_utebliven", kalla), follow=True)
    assert "väntar inte på svar" in besked(svar)
    kalla.refresh_from_db()
    assert kalla.status == Kalla.Status.EJ_BEGARD


def test_a_missing_address_is_told(klient, bild, kalla):
    Kalla.objects.update(epost="")
    assert "Saknar e-postadress." in ord_pa(klient.get(sida(bild)))


def test_thirty_sources_cost_no_more_queries_than_two(klient, bild, kalla):
    def antal():
        with CaptureQueriesContext(connection) as fragor:
            assert klient.get(sida(bild)).status_code == 200
        return len(fragor)

    bygge_lagesbild.ny_kalla(bild, "Blanketter", art="blanketter")
    antal()  # what is read once in a process
    fore = antal()
    for nr in range(30):
        bygge_lagesbild.ny_kalla(bild, f"Källa {nr}", ordning=nr)
    assert antal() == fore
