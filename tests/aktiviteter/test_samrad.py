"""Who is asked about a plan: the list, suggestions, answers, the count, the locks."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from aktiviteter.handlingar.samrad import bli_utebliven, satt_pa_listan, ta_bort
from aktiviteter.models import Handlingsplan, Samrad
from aktiviteter.models.versionerad import NagonHannFore
from aktiviteter.samraden import samradslaget, samradsrader
from aktiviteter.samradsforslag import forslag
from lagesbild.models import Kallart
from tests import bygge, bygge_lagesbild
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, skicka
from tests.bygge_samrad import nytt_samrad, nytt_yttrande
from vbeplan.organisation.models import Spar

Status = Samrad.Status
IDAG = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def klocka():
    with time_machine.travel(f"{IDAG}T09:00:00+01:00"):
        yield


@pytest.fixture
def polisen(plan):
    return nytt_samrad(plan, "Kommunpolisen")


def sida(plan, namn="plan_samrad"):
    return adress(namn, plan.namnd.kort, plan.ar)


def lasning(plan, status="till_namnd"):
    Handlingsplan.objects.filter(pk=plan.pk).update(status=status)


# ---- The list ---------------------------------------------------------------------


def test_an_empty_list_offers_whom_to_ask_and_puts_the_ticked_on_it(klient, plan):
    svar = klient.get(sida(plan))
    assert "Vilka ska få läsa utkastet?" in ord_pa(svar)
    valda = {"part": ["Kommunpolisen", "Kommunstyrelsen"]}
    svar = klient.post(sida(plan), valda, follow=True)
    assert besked(svar) == "2 är tillagda på listan."
    assert set(plan.samraden.values_list("part", "slag")) == {
        ("Kommunpolisen", "polis"),
        ("Kommunstyrelsen", "namnd"),
    }


def test_whom_last_years_plan_asked_stands_first_and_ticked(klient, plan):
    forra = bygge.ny_plan(plan.namnd, 2025)
    nytt_samrad(forra, "Fältgruppen", slag="annat", epost="falt@granby.example")
    bygge.ny_plan(plan.namnd, 2026)  # asked nobody
    forst = forslag(plan)[0]
    assert (forst.part, forst.epost) == ("Fältgruppen", "falt@granby.example")
    assert ifyllt(klient.get(sida(plan)))["part"] == "Fältgruppen"


def test_the_polices_address_comes_from_the_pictures_sources(plan):
    bild = bygge_lagesbild.ny_lagesbild(plan.namnd, plan.ar)
    bygge_lagesbild.ny_kalla(bild, art=Kallart.POLIS, epost="polis@granby.example")
    assert {f.epost for f in forslag(plan) if f.slag == "polis"} == {
        "polis@granby.example"
    }


def test_who_stands_on_the_list_is_not_suggested_however_it_is_spelt(plan):
    nytt_samrad(plan, "KOMMUNPOLISEN ")
    assert "Kommunpolisen" not in {f.part for f in forslag(plan)}


def test_a_board_is_not_asked_to_ask_itself(plan):
    plan.namnd.namn = "Kommunstyrelsen"
    plan.namnd.save()
    assert "Kommunstyrelsen" not in {f.part for f in forslag(plan)}


def test_a_suggestion_that_two_tick_at_once_is_asked_once(plan, samordnare):
    forst = forslag(plan)[:2]
    assert satt_pa_listan(plan, forst, av=samordnare) == 2
    assert satt_pa_listan(plan, forst, av=samordnare) == 0
    assert plan.samraden.count() == 2


def test_none_ticked_says_what_to_do(klient, plan):
    assert "Kryssa i minst en" in fel_pa(klient.post(sida(plan)))


def test_one_of_her_own_is_added_changed_and_taken_away(klient, plan):
    ny = {"part": "Ungdomsrådet", "slag": "civilt", "epost": ""}
    svar = skicka(klient, sida(plan, "samrad_ny"), **ny)
    assert besked(svar) == "Sparat: Ungdomsrådet."
    rad = plan.samraden.get()
    skicka(klient, adress("samrad_andra", rad.pk), epost="ungdom@granby.example")
    rad.refresh_from_db()
    assert (rad.epost, rad.version) == ("ungdom@granby.example", 2)
    nytt_yttrande(rad)
    bort = adress("samrad_ta_bort", rad.pk)
    assert "En synpunkt med svar" in ord_pa(klient.get(bort))
    assert besked(klient.post(bort, follow=True)) == "Borttagen: Ungdomsrådet."
    assert not plan.samraden.exists()
    handlingar = Spar.objects.filter(objekt__contains="Ungdomsrådet")
    assert set(handlingar.values_list("handling", flat=True)) == {
        "skapad",
        "andrad",
        "borttagen",
    }


def test_the_same_name_twice_is_told_and_what_was_typed_is_kept(klient, plan, polisen):
    svar = skicka(
        klient, sida(plan, "samrad_ny"), part="kommunpolisen", slag="polis", epost=""
    )
    assert "står redan på listan" in fel_pa(svar)
    assert ifyllt(svar)["part"] == "kommunpolisen"
    assert plan.samraden.count() == 1


def test_a_person_on_the_list_is_refused(klient, plan):
    svar = skicka(
        klient, sida(plan, "samrad_ny"), part="Anna Eriksson", slag="polis", epost=""
    )
    assert "namn på en person" in fel_pa(svar)
    assert not plan.samraden.exists()


# ---- What they answered -----------------------------------------------------------


def test_an_answer_is_registered_with_what_it_led_to(klient, plan, polisen):
    svar = skicka(
        klient,
        adress("samrad", polisen.pk),
        status="svarat",
        svarat=IDAG.isoformat(),
        svar="Bra plan.",
        ledde_till="Aktivitet 2 är ny.",
    )
    assert besked(svar) == "Sparat: Kommunpolisen."
    polisen.refresh_from_db()
    assert polisen.svarat == IDAG
    assert "Aktivitet 2 är ny." in ord_pa(svar)


def test_the_day_of_an_answer_says_that_it_came(klient, plan, polisen):
    svar = skicka(klient, adress("samrad", polisen.pk), svarat=IDAG.isoformat())
    assert besked(svar) == "Sparat: Kommunpolisen."
    polisen.refresh_from_db()
    assert polisen.status == Status.SVARAT
    skolan = nytt_samrad(plan, "Skolan", fragad=None)
    skicka(klient, adress("samrad", skolan.pk), fragad=IDAG.isoformat())
    skolan.refresh_from_db()
    assert skolan.status == Status.FRAGAD


def test_a_state_that_she_has_chosen_herself_is_not_chosen_for_her(klient, polisen):
    Samrad.objects.update(status=Status.SVARAT, svarat=IDAG)
    svar = skicka(klient, adress("samrad", polisen.pk), status="fragad")
    assert "Här finns en svarsdag" in fel_pa(svar)


@pytest.mark.parametrize(
    ("andrat", "fel"),
    [
        ({"status": "svarat", "svarat": "-11"}, "före frågan"),
        ({"status": "svarat", "svarat": "+1"}, "Dagen har inte varit än"),
        ({"status": "svarat"}, "Skriv vilken dag svaret kom"),
        ({"status": "fragad", "fragad": None}, "Skriv vilken dag ni frågade"),
        ({"status": "uteblev", "svarat": "-1"}, "Här finns en svarsdag"),
        ({"status": "inte_fragad"}, "Välj ett annat läge"),
        ({"status": "fragad", "svar_senast": "-12"}, "Svarsdagen är före frågan"),
        ({"status": "svarat", "svarat": "31/12"}, "år-månad-dag"),
    ],
)
def test_days_that_do_not_hang_together_are_told(klient, polisen, andrat, fel):
    vart = adress("samrad", polisen.pk)
    data = {n: _dag(v) for n, v in andrat.items()} | {"svar": "Det jag skrev."}
    svar = skicka(klient, vart, **data)
    assert fel in fel_pa(svar)
    assert ifyllt(svar)["svar"] == "Det jag skrev."
    polisen.refresh_from_db()
    assert (polisen.status, polisen.svar) == (Status.FRAGAD, "")


def _dag(varde):
    """A day from today for «-11»; other words as they are."""
    if varde is None:
        return ""
    if varde[0] in "+-":
        return (IDAG + timedelta(days=int(varde))).isoformat()
    return varde


def test_two_who_save_at_once_both_see_both_texts(bada, polisen):
    vart = adress("samrad", polisen.pk)
    svar = bada(vart, {"svar": "Hans ord"}, {"svar": "Mina ord"})
    assert "Någon annan sparade medan du skrev" in fel_pa(svar)
    assert ifyllt(svar)["svar"] == "Mina ord"
    assert "Hans ord" in ord_pa(svar, "//*[@class='kort annans']").replace("Mina", "")


def test_what_they_see_in_a_clash_is_in_words(bada, polisen):
    dag = IDAG.isoformat()
    hans = {"status": "avstod", "svarat": dag}
    svar = bada(adress("samrad", polisen.pk), hans, {"svar": "Mina ord"})
    ord_ = ord_pa(svar, "//*[@class='kort annans']")
    assert "Avstod" in ord_
    assert dag not in ord_


def test_a_row_taken_away_meanwhile_gives_the_words_back(klient, plan, polisen):
    vart = adress("samrad", polisen.pk)
    form = ifyllt(klient.get(vart)) | {"svar": "Det här är vad jag skrev."}
    plan.samraden.all().delete()
    svar = klient.post(vart, form)
    assert svar.status_code == 404
    assert "Det här är vad jag skrev." in ord_pa(svar)


def test_a_late_answer_is_told_and_given_up(klient, plan, polisen):
    Samrad.objects.update(svar_senast=IDAG - timedelta(days=1))
    assert "Svarsdagen har gått ut" in ord_pa(klient.get(sida(plan)))
    svar = klient.post(adress("samrad_uteblev", polisen.pk), follow=True)
    assert "Kommunpolisen svarade inte" in besked(svar)
    svar = klient.post(adress("samrad_uteblev", polisen.pk), follow=True)
    assert "Inget svar väntas längre" in besked(svar)


def test_an_answer_is_not_given_up_under_what_another_has_open(polisen, samordnare):
    inaktuell = Samrad.objects.get(pk=polisen.pk)
    polisen.spara_over(polisen.version, av=samordnare)
    oppen = Samrad.objects.get(pk=polisen.pk)

    assert bli_utebliven(inaktuell, av=samordnare)

    with pytest.raises(NagonHannFore):
        oppen.spara_over(oppen.version, av=samordnare)


# ---- In words and numbers ---------------------------------------------------------


def test_the_table_tells_in_words_who_was_asked_and_what_came(plan):
    rad = nytt_samrad(
        plan,
        "Kommunpolisen",
        status=Status.SVARAT,
        fragad=None,
        svarat=date(2027, 3, 20),
        svar="Bra plan.",
        ledde_till="Aktivitet 2 är ny.",
    )
    Samrad.objects.update(fragad=date(2027, 3, 1))
    nytt_yttrande(rad, "Mer om skolan.", galler="Kapitel 2", utfall="delvis", svar="Ja")
    nytt_samrad(plan, "Inte än", fragad=None)
    (en,) = samradsrader(plan)
    assert en.i_ord == "Frågad 1 mars 2027. Svarade 20 mars 2027."
    assert (en.slag, en.svar, en.ledde_till) == (
        "Polisen",
        "Bra plan.",
        "Aktivitet 2 är ny.",
    )
    (y,) = en.yttranden
    assert (y.galler, y.utfall, y.svar) == ("Kapitel 2", "Delvis tillgodosett", "Ja")


@pytest.mark.parametrize(
    ("falt", "ord_"),
    [
        ({"status": Status.FRAGAD}, "Frågad 1 mars 2027. Inget svar än."),
        ({"status": Status.UTEBLEV}, "Frågad 1 mars 2027. Svarade inte."),
        (
            {"status": Status.AVSTOD, "svarat": date(2027, 3, 9)},
            "Frågad 1 mars 2027. Avstod 9 mars 2027.",
        ),
    ],
)
def test_each_state_has_its_words(plan, falt, ord_):
    nytt_samrad(plan, **falt)
    Samrad.objects.update(fragad=date(2027, 3, 1))
    assert samradsrader(plan)[0].i_ord == ord_


def test_one_that_never_answered_is_not_counted_as_an_answer(plan, polisen):
    nytt_samrad(plan, "Bostadsbolaget", status=Status.UTEBLEV)
    Samrad.objects.filter(pk=polisen.pk).update(status=Status.SVARAT)
    assert samradslaget(plan).i_ord == ("1 av 2 har svarat. 1 svarade inte.", True)


def test_the_count_says_asked_answered_and_what_is_not_answered(plan, polisen):
    assert samradslaget(plan).i_ord == ("0 av 1 har svarat.", False)
    nytt_samrad(plan, "Skolan", status=Status.SVARAT, svarat=IDAG)
    nytt_samrad(plan, "Inte än", fragad=None)
    ett = nytt_yttrande(polisen)
    laget = samradslaget(plan)
    assert (laget.parter, laget.tillfragade, laget.har_svarat) == (3, 2, 1)
    assert (laget.yttranden, laget.obesvarade, laget.vantar) == (1, 1, 1)
    assert "En synpunkt är inte besvarad." in laget.i_ord[0]
    type(ett).objects.update(utfall="noterat")
    Samrad.objects.filter(pk=polisen.pk).update(status=Status.AVSTOD)
    assert samradslaget(plan).i_ord == ("2 av 2 har svarat.", True)


def test_an_empty_list_says_so(plan):
    assert samradslaget(plan).i_ord == ("Ingen står på listan än.", False)
    nytt_samrad(plan, fragad=None)
    assert "ingen är tillfrågad än" in samradslaget(plan).i_ord[0]


def test_how_the_picture_stands_with_the_police_is_said_beside(klient, plan, polisen):
    assert "Finns inte än" in ord_pa(klient.get(sida(plan)))
    bild = bygge_lagesbild.ny_lagesbild(plan.namnd, plan.ar)
    assert "Inte samrådd med polisen" in ord_pa(klient.get(sida(plan)))
    bild.samradd = date(2027, 2, 3)
    bild.save()
    assert "Samrådd med polisen 3 februari 2027" in ord_pa(klient.get(sida(plan)))


# ---- A locked plan ----------------------------------------------------------------


def test_a_locked_plans_consultation_is_read_and_not_changed(klient, plan, polisen):
    nytt_yttrande(polisen, "Mer om skolan.", utfall="noterat", svar="Tack.")
    lasning(plan)
    svar = klient.get(sida(plan))
    assert "Mer om skolan." in ord_pa(svar)
    assert "ligger hos nämnden" in ord_pa(svar)
    assert "Lägg till" not in ord_pa(svar)
    svar = klient.post(sida(plan), {"part": ["Socialtjänsten"]})
    assert svar.status_code == 403
    assert plan.samraden.count() == 1


@pytest.mark.parametrize(
    "dad",
    [
        lambda plan, rad, av: satt_pa_listan(plan, forslag(plan), av=av),
        lambda plan, rad, av: bli_utebliven(rad, av=av),
        lambda plan, rad, av: ta_bort(rad, "samrådet", av=av),
    ],
)
def test_a_deed_begun_before_the_lock_does_nothing_after_it(
    plan, polisen, samordnare, dad
):
    lasning(plan)
    with pytest.raises(PermissionDenied, match="ligger hos nämnden"):
        dad(plan, polisen, samordnare)
    assert plan.samraden.get().status == Status.FRAGAD
