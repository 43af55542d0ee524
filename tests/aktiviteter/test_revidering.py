"""Last year's activities: what becomes of each, and that the plan follows."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from aktiviteter import handlingar
from aktiviteter.models import Andring, Handlingsplan, Planstatus, Revidering
from aktiviteter.revideringen import revideringslaget, revideringsrader
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, skicka, trad
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

NY = "/planer/ny/"
SIDA = "/planer/ekhamra/2028/revidering/"


@pytest.fixture
def forra(namnd, samordnare):
    """The plan for 2027 with four activities, in one chapter."""
    return ny_plan(namnd, 2027, aktiviteter=4, av=samordnare)


@pytest.fixture
def nya(klient, forra):
    """The plan for 2028, begun from it in the browser."""
    skicka(klient, NY, ar=2028, borja_med=forra.pk)
    return Handlingsplan.objects.get(ar=2028)


def rad(plan, nummer):
    return plan.revideringar.get(nummer=nummer)


def falt(plan, nummer, val, skal=""):
    """What the page sends of one activity."""
    prefix = f"rad-{rad(plan, nummer).pk}"
    return {f"{prefix}-val": val, f"{prefix}-skal": skal}


def nummer_i(plan):
    rader = plan.aktiviteter.order_by("ordning", "pk")
    return list(rader.values_list("nummer", flat=True))


def test_every_activity_of_last_year_s_plan_waits_for_its_decision(klient, forra):
    svar = skicka(klient, NY, ar=2028, borja_med=forra.pk)
    plan = Handlingsplan.objects.get(ar=2028)
    assert svar.redirect_chain == [(SIDA, 302)]
    assert "dags att revidera" in besked(svar)
    assert "4 av 4 kvar att besluta" in ord_pa(svar)
    assert revideringslaget(plan) == (4, 4)
    assert [(r.forlaga.plan, r.nummer) for r in plan.revideringar.all()] == [
        (forra, nummer) for nummer in (1, 2, 3, 4)
    ]


def test_decisions_are_saved_and_the_plan_follows(klient, nya):
    svar = skicka(
        klient,
        SIDA,
        **falt(nya, 1, "behall"),
        **falt(nya, 2, "slutford", "Rutinen är på plats."),
        **falt(nya, 3, "avsluta", "Bidraget upphörde."),
    )
    assert "Sparat: 3 beslut." in besked(svar)
    assert "1 av 4 kvar att besluta" in ord_pa(svar)
    assert nummer_i(nya) == [1, 4]
    assert rad(nya, 2).skal == "Rutinen är på plats."
    assert revideringslaget(nya) == (1, 4)


def test_a_number_that_left_the_plan_is_never_used_again(klient, nya, samordnare):
    skicka(klient, SIDA, **falt(nya, 4, "avsluta", "Klart."))
    kapitel = nya.avsnitt.i_lasordning()[-1]
    skicka(klient, adress("aktivitet_ny", kapitel.pk), titel="Ny", tidplan_text="2028")
    assert nummer_i(nya) == [1, 2, 3, 5]


def test_what_stays_after_all_comes_back_as_it_was_where_it_stood(klient, nya):
    fore = nya.aktiviteter.get(nummer=2)
    ord_ = (fore.pk, fore.titel, fore.beskrivning, fore.ansvar_i_ord, fore.tidplan)
    skicka(klient, SIDA, **falt(nya, 2, "avsluta", "Nej."))
    skicka(klient, SIDA, **falt(nya, 3, "slutford", "Klar."))
    assert nummer_i(nya) == [1, 4]
    skicka(klient, SIDA, **falt(nya, 2, "behall"), **falt(nya, 3, "andra", "Ny ålder."))
    assert nummer_i(nya) == [1, 2, 3, 4]
    nu = nya.aktiviteter.get(nummer=2)
    assert (nu.pk, nu.titel, nu.beskrivning, nu.ansvar_i_ord, nu.tidplan) == ord_


def test_it_brings_its_chapter_when_that_is_gone(klient, nya, samordnare):
    kapitel = nya.aktiviteter.get(nummer=1).avsnitt
    skicka(klient, SIDA, **falt(nya, 1, "avsluta", "Nej."))
    handlingar.ta_bort_avsnitt(kapitel, av=samordnare)
    skicka(klient, SIDA, **falt(nya, 1, "behall"))
    assert nya.aktiviteter.get(nummer=1).avsnitt.rubrik == kapitel.rubrik


@pytest.mark.parametrize("val", ["andra", "slutford", "avsluta"])
def test_a_reason_is_asked_for_and_the_rest_is_saved(klient, nya, val):
    svar = skicka(klient, SIDA, **falt(nya, 1, val, "  "), **falt(nya, 2, "behall"))
    assert "Skriv varför" in fel_pa(svar)
    assert ifyllt(svar)[f"rad-{rad(nya, 1).pk}-val"] == val
    assert (rad(nya, 1).val, rad(nya, 2).val) == ("", "behall")
    assert nummer_i(nya) == [1, 2, 3, 4]


def test_too_long_a_reason_is_refused_with_the_words_kept(klient, nya):
    svar = skicka(klient, SIDA, **falt(nya, 1, "andra", "å" * 1001))
    assert "högst 1000 tecken" in fel_pa(svar)
    assert ifyllt(svar)[f"rad-{rad(nya, 1).pk}-skal"] == "å" * 1001


def test_an_invented_choice_is_refused(klient, nya):
    svar = skicka(klient, SIDA, **falt(nya, 1, "skjut_upp"))
    assert fel_pa(svar)
    assert rad(nya, 1).val == ""


def test_two_who_decide_different_activities_lose_nothing(klient, annan, nya):
    vi, han = ifyllt(klient.get(SIDA)), ifyllt(annan.get(SIDA))
    annan.post(SIDA, {**han, **falt(nya, 1, "avsluta", "Bidraget upphörde.")})
    klient.post(SIDA, {**vi, **falt(nya, 2, "behall")})
    assert [rad(nya, n).val for n in (1, 2)] == ["avsluta", "behall"]


def test_two_who_decide_the_same_see_both(klient, annan, nya):
    vi, han = ifyllt(klient.get(SIDA)), ifyllt(annan.get(SIDA))
    annan.post(SIDA, {**han, **falt(nya, 1, "avsluta", "Bidraget upphörde.")})
    mina = {**falt(nya, 1, "andra", "Ny målgrupp."), **falt(nya, 3, "behall")}
    svar = klient.post(SIDA, {**vi, **mina})
    assert "Nils Berg hann före och valde Avsluta: ”Bidraget upphörde.”" in ord_pa(svar)
    assert (rad(nya, 1).val, rad(nya, 3).val) == ("avsluta", "behall")
    assert ifyllt(svar)[f"rad-{rad(nya, 1).pk}-skal"] == "Ny målgrupp."
    klient.post(SIDA, ifyllt(svar))
    assert (rad(nya, 1).val, rad(nya, 1).skal) == ("andra", "Ny målgrupp.")
    assert nummer_i(nya) == [1, 2, 3, 4]


def test_the_same_decision_by_both_is_no_clash(klient, annan, nya):
    vi, han = ifyllt(klient.get(SIDA)), ifyllt(annan.get(SIDA))
    annan.post(SIDA, {**han, **falt(nya, 1, "behall")})
    svar = klient.post(SIDA, {**vi, **falt(nya, 1, "behall")}, follow=True)
    assert "Inget var ändrat" in besked(svar)
    assert rad(nya, 1).version == 2


def test_one_press_is_one_deed_and_can_be_undone(klient, nya):
    beslut = {**falt(nya, 1, "avsluta", "Nej."), **falt(nya, 2, "slutford", "Klar.")}
    skicka(klient, SIDA, **beslut)
    andring = Andring.objects.filter(plan=nya).first()
    assert andring.vad == "besluten om aktiviteterna 1, 2"
    klient.post(adress("andring_angra", andring.pk))
    assert [rad(nya, n).val for n in (1, 2)] == ["", ""]
    assert nummer_i(nya) == [1, 2, 3, 4]
    assert revideringslaget(nya) == (4, 4)


def test_the_deed_s_page_says_what_was_decided(klient, nya):
    skicka(klient, SIDA, **falt(nya, 1, "avsluta", "Bidraget upphörde."))
    andring = Andring.objects.filter(plan=nya).first()
    ord_ = ord_pa(klient.get(adress("andring", andring.pk)))
    assert "Beslutet om aktivitet 1" in ord_
    assert "Avsluta" in ord_
    assert "Bidraget upphörde." in ord_


def test_an_activity_removed_by_hand_has_to_be_decided(klient, nya, samordnare):
    skicka(klient, SIDA, **falt(nya, 1, "behall"))
    handlingar.ta_bort_aktivitet(nya.aktiviteter.get(nummer=1), av=samordnare)
    svar = klient.get(SIDA)
    assert "Aktiviteten står inte i planen" in ord_pa(svar)
    assert revideringslaget(nya) == (4, 4)
    skicka(klient, SIDA, **falt(nya, 1, "behall"))
    assert nummer_i(nya) == [1, 2, 3, 4]
    assert revideringslaget(nya) == (3, 4)


def test_an_ended_activity_that_somebody_fetched_back_has_to_be_decided(
    klient, nya, samordnare
):
    skicka(klient, SIDA, **falt(nya, 1, "avsluta", "Nej."))
    borta = Andring.objects.filter(plan=nya).first().versioner.get(borttagen=True)
    handlingar.aterstall(borta, av=samordnare)
    assert revideringslaget(nya) == (4, 4)
    assert "Någon har hämtat tillbaka aktiviteten" in ord_pa(klient.get(SIDA))
    skicka(klient, SIDA, **falt(nya, 1, "avsluta", "Nej."))
    assert nummer_i(nya) == [2, 3, 4]


def test_a_kept_activity_that_is_changed_gets_a_remark_and_stops_nothing(klient, nya):
    skicka(klient, SIDA, **falt(nya, 1, "behall"))
    pk = nya.aktiviteter.get(nummer=1).pk
    skicka(
        klient, adress("aktivitet_redigera", pk), titel="Ny", avstamning="2028-06-01"
    )
    assert "Aktiviteten är ändrad i planen" in ord_pa(klient.get(SIDA))
    assert revideringslaget(nya) == (3, 4)
    gang = ord_pa(klient.get(adress("plan_gang", "ekhamra", 2028)))
    assert "Ändrad i planen fast beslutet är Behåll: aktivitet 1." in gang


def test_a_kept_activity_whose_day_stands_as_it_stood_gets_no_remark(klient, forra):
    en = forra.aktiviteter.get(nummer=1)
    en.tolka_tider("2027-10-31", "Tertialrapport 2 2027")
    en.save()
    skicka(klient, NY, ar=2028, borja_med=forra.pk)
    nya = Handlingsplan.objects.get(ar=2028)
    skicka(klient, SIDA, **falt(nya, 1, "behall"))
    assert "Aktiviteten är ändrad i planen" not in ord_pa(klient.get(SIDA))


def test_the_result_of_the_follow_up_stands_beside(klient, forra, nya):
    tillfalle = forra.tillfallen.create(ar=2027, period="t1", senast=date(2027, 5, 1))
    tillfalle.uppfoljningar.create(
        aktivitet=forra.aktiviteter.get(nummer=2),
        status="pagar",
        resultat="Två träffar hållna.",
    )
    ord_ = ord_pa(klient.get(SIDA))
    assert "Resultat: Pågår. Två träffar hållna. (Tertialrapport 1 2027)" in ord_
    assert "Inte uppföljd." in ord_


def test_keep_is_proposed_for_all_and_nothing_saved(klient, nya):
    skicka(klient, SIDA, **falt(nya, 1, "avsluta", "Nej."))
    svar = klient.get(SIDA + "?visa=kvar&behall=alla")
    assert "Behåll är förvalt på 3 aktiviteter" in ord_pa(svar)
    assert revideringslaget(nya) == (3, 4)
    klient.post(SIDA + "?visa=kvar", ifyllt(svar))
    assert revideringslaget(nya) == (0, 4)
    assert rad(nya, 1).val == "avsluta"


def test_the_filter_shows_those_that_wait(klient, nya):
    skicka(klient, SIDA, **falt(nya, 1, "behall"))
    sida = trad(klient.get(SIDA + "?visa=kvar"))
    assert len(sida.xpath("//fieldset")) == 3


def test_a_locked_plan_shows_its_decisions_and_takes_no_more(klient, nya):
    skicka(klient, SIDA, **falt(nya, 1, "andra", "Ny målgrupp."))
    ifylld = {**ifyllt(klient.get(SIDA)), **falt(nya, 2, "behall")}
    Handlingsplan.objects.filter(pk=nya.pk).update(status=Planstatus.TILL_NAMND)
    svar = klient.get(SIDA)
    assert "Ny målgrupp." in ord_pa(svar)
    assert not trad(svar).xpath("//main//button")
    nekad = klient.post(SIDA, ifylld)
    assert nekad.status_code == 403
    assert "låst" in ord_pa(nekad)
    assert rad(nya, 2).val == ""


def test_a_plan_begun_from_nothing_says_so(klient, namnd, samordnare):
    ny_plan(namnd, 2028, aktiviteter=1, av=samordnare)
    assert "Det finns inget att revidera" in ord_pa(klient.get(SIDA))


def test_who_only_reads_may_not(client, nya, namnd):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.get(SIDA).status_code == 403


def test_another_board_s_plan_is_not_there(client, nya):
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, ny_namnd("sjovik")))
    assert client.get(SIDA).status_code == 404


def test_the_rows_are_told_in_words(klient, nya):
    skicka(klient, SIDA, **falt(nya, 2, "slutford", "Rutinen är på plats."))
    rader = revideringsrader(nya)
    assert [r.nummer for r in rader] == [1, 2, 3, 4]
    andra = rader[1]
    assert (andra.titel, andra.val, andra.skal, andra.resultat) == (
        "Aktivitet 2 i ekhamra",
        "Slutförd",
        "Rutinen är på plats.",
        "",
    )
    assert andra.ar_beslutad
    assert not andra.fanns


def test_a_decision_without_its_reason_is_refused_by_the_database_too(nya):
    with pytest.raises(IntegrityError), transaction.atomic():
        Revidering.objects.filter(plan=nya).update(val="avsluta")
