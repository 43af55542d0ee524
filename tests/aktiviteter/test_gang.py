"""A plan goes from draft to decided and approved, and back with a reason."""

from datetime import date

import pytest
from django.db import transaction

from aktiviteter.gang import hinder
from aktiviteter.handlingar import gang
from aktiviteter.handlingar.gang import InteKlar, RedanGjort
from aktiviteter.models import Beslut, Godtagande, Handlingsplan, Steg
from tests import bygge_lagesbild
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, skicka, trad
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Spar

SIDAN = "/planer/ekhamra/2027/gang/"
TILL_NAMND = f"{SIDAN}till-namnd/"
TILLBAKA = f"{SIDAN}tillbaka/"
KS = f"{SIDAN}ks/"


def status(plan):
    plan.refresh_from_db(fields=["status"])
    return plan.status


def stall(plan, till):
    Handlingsplan.objects.filter(pk=plan.pk).update(status=till)
    plan.refresh_from_db(fields=["status"])


def besluta(plan, dag=date(2026, 4, 20)):
    """Decide a plan as the seal does, without its files."""
    with transaction.atomic():
        gang.las(plan, *("utkast", "samrad", "till_namnd"))
        organ = plan.namnd.namn
        plan.besluten.create(organ=organ, utfall="beslutad", dag=dag)
        gang.gor_beslutad(plan, av=None)


def alla_nycklar(plan):
    return [h.nyckel for h in hinder(plan)]


def till_namnden(klient):
    """Open the gate's page, tick every warning, and send; return the answer."""
    rutor = trad(klient.get(TILL_NAMND)).xpath("//input[@name='godtagna']/@value")
    return klient.post(TILL_NAMND, {"godtagna": rutor}, follow=True)


def test_a_plan_goes_to_consultation_to_the_board_and_is_locked(
    klient, plan, samordnare
):
    klient.post(f"{SIDAN}samrad/")
    assert status(plan) == "samrad"
    svar = till_namnden(klient)
    assert "Planen ligger hos nämnden och är låst." in besked(svar)
    assert status(plan) == "till_namnd"
    stegen = plan.stegen.values_list("fran", "till", "av")
    assert list(stegen) == [
        ("utkast", "samrad", samordnare.pk),
        ("samrad", "till_namnd", samordnare.pk),
    ]
    spar = Spar.objects.filter(handling="vidare", namnd=plan.namnd)
    assert [s.av for s in spar] == [samordnare] * 2


def test_the_page_tells_how_far_it_has_come_and_by_whom(klient, plan):
    till_namnden(klient)
    svar = klient.get(SIDAN)
    assert ord_pa(svar, "//*[@aria-current='step']") == "Hos nämnden"
    assert "Registrera beslutet när protokollet är justerat" in ord_pa(svar)
    assert "Karin Lind" in ord_pa(svar, "//*[@class='gangsteg']")


def test_the_plans_page_leads_there_for_its_coordinator_alone(klient, plan, namnd):
    lank = f"//a[@href='{SIDAN}']"
    assert trad(klient.get("/planer/ekhamra/2027/")).xpath(lank)
    klient.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert not trad(klient.get("/planer/ekhamra/2027/")).xpath(lank)
    assert klient.get(SIDAN).status_code == 403


def test_a_plan_without_text_goes_nowhere(klient, namnd):
    ny_plan(namnd, 2027, aktiviteter=0, kapitel=0)
    svar = klient.get(TILL_NAMND)
    assert "Det här måste rättas först" in ord_pa(svar)
    assert "Planen har ingen text än." in ord_pa(svar)
    klient.post(TILL_NAMND, {"godtagna": []})
    assert not Steg.objects.exists()


def test_what_the_review_calls_an_error_stops_with_its_place(klient, plan):
    rad = plan.aktiviteter.first()
    rad.tolka_tider("T.o.m. 2019-31-12", None)
    rad.save()
    stoppar = [h for h in hinder(plan) if h.stoppar]
    assert [rad.ankare in h.url for h in stoppar] == [True]
    assert stoppar[0].text == "Tiden stämmer inte (Aktivitet 1, Aktivitet 1 i ekhamra)."
    with pytest.raises(InteKlar):
        gang.till_namnd(plan, godtagna=alla_nycklar(plan), av=None)
    assert status(plan) == "utkast"


def test_an_activity_of_last_year_without_a_decision_stops(plan, namnd):
    forra = ny_plan(namnd, 2026, aktiviteter=2)
    for rad in forra.aktiviteter.all():
        plan.revideringar.create(forlaga=rad, nummer=rad.nummer)
    texter = [h.text for h in hinder(plan) if h.stoppar]
    assert texter == ["2 aktiviteter ur förra planen har inget beslut."]
    plan.revideringar.update(val="behall")
    assert not [h for h in hinder(plan) if h.stoppar]


def test_a_remark_that_nobody_has_answered_stops_and_silence_warns(plan):
    polisen = plan.samraden.create(part="Kommunpolisen", slag="polis", status="fragad")
    polisen.yttranden.create(text="Skriv vem som ringer.")
    rader = hinder(plan)
    assert "1 synpunkt är inte besvarade." not in [h.text for h in rader]
    assert "1 synpunkt är inte besvarad." in [h.text for h in rader if h.stoppar]
    assert "Inget svar än från Kommunpolisen." in [
        h.text for h in rader if not h.stoppar
    ]


def test_a_picture_that_is_not_published_warns(plan, namnd):
    assert "Det finns ingen lägesbild för 2027." in [h.text for h in hinder(plan)]
    bygge_lagesbild.ny_lagesbild(namnd, ar=2027)
    varningar = [h.text for h in hinder(plan) if not h.stoppar]
    assert "Lägesbilden för 2027 är inte publicerad." in varningar


def test_a_warning_that_is_not_ticked_keeps_the_plan_and_says_so(klient, plan):
    rutor = trad(klient.get(TILL_NAMND)).xpath("//input[@name='godtagna']/@value")
    assert len(rutor) > 1
    svar = klient.post(TILL_NAMND, {"godtagna": rutor[:1]})
    assert "inte förbockad" in ord_pa(svar)
    assert trad(svar).xpath("//input[@name='godtagna'][@checked]/@value") == rutor[:1]
    assert status(plan) == "utkast"


def test_a_ticked_warning_is_remembered_with_its_words(klient, plan, samordnare):
    till_namnden(klient)
    kvar = Godtagande.objects.get(text="Det finns ingen lägesbild för 2027.")
    assert (kvar.plan, kvar.av) == (plan, samordnare)
    gang.tillbaka(plan, "utkast", skal="Ett fel.", fran="till_namnd", av=samordnare)
    assert not trad(klient.get(TILL_NAMND)).xpath("//input[@name='godtagna']")
    klient.post(TILL_NAMND)
    assert status(plan) == "till_namnd"


def test_a_warning_of_other_words_must_be_ticked_anew(klient, plan, namnd):
    till_namnden(klient)
    stall(plan, "utkast")
    bygge_lagesbild.ny_lagesbild(namnd, ar=2027)
    svar = klient.post(TILL_NAMND)
    assert "Lägesbilden för 2027 är inte publicerad." in ord_pa(svar)
    assert status(plan) == "utkast"


def test_a_warning_that_came_between_the_page_and_the_press_is_shown(plan, samordnare):
    sedda = alla_nycklar(plan)
    plan.samraden.create(part="Skolan", slag="skola", status="fragad")
    with pytest.raises(InteKlar) as stopp:
        gang.till_namnd(plan, godtagna=sedda, av=samordnare)
    assert [h.text for h in stopp.value.hinder] == ["Inget svar än från Skolan."]
    assert not Godtagande.objects.exists()


def test_a_plan_is_taken_back_with_a_reason_that_is_kept(klient, plan, samordnare):
    till_namnden(klient)
    svar = skicka(klient, TILLBAKA, till="utkast", skal="Fel diarienummer.")
    assert "”Utkast”" in besked(svar)
    assert "Fel diarienummer." in ord_pa(svar)
    assert status(plan) == "utkast"
    assert Spar.objects.filter(handling="tillbaka", av=samordnare).count() == 1
    assert klient.get("/planer/ekhamra/2027/redigera/").status_code == 200


def test_without_a_reason_it_stays_where_it_is(klient, plan):
    stall(plan, "samrad")
    svar = skicka(klient, TILLBAKA, skal="  ")
    assert "Varför?" in ord_pa(svar)
    assert svar.context["form"].errors.keys() == {"skal"}
    assert status(plan) == "samrad"


def test_the_boards_own_sending_back_is_a_decision_of_its_own(klient, plan):
    stall(plan, "till_namnd")
    falt = {"skal": "Mål saknas.", "aterremiss": "on", "paragraf": "§ 31"}
    svar = skicka(klient, TILLBAKA, **falt)
    assert "dag" in svar.context["form"].errors
    assert status(plan) == "till_namnd"
    svar = skicka(klient, TILLBAKA, **falt, dag="2026-04-20")
    beslut = plan.besluten.get()
    assert (beslut.utfall, beslut.dag) == ("aterremiss", date(2026, 4, 20))
    assert beslut.organ == plan.namnd.namn
    assert "Återremitterad" in ord_pa(svar)
    assert status(plan) == "samrad"


def test_a_plan_that_was_sent_back_must_stay_and_that_is_said(klient, plan):
    plan.besluten.create(organ="Nämnden", utfall="aterremiss", dag=date(2027, 4, 20))
    svar = klient.post("/planer/ekhamra/2027/ta-bort/", follow=True)
    assert "har återremitterat den" in besked(svar)
    assert status(plan) == "utkast"


@pytest.mark.parametrize("nu", ["utkast", "beslutad", "godkand", "ersatt"])
def test_from_here_no_plan_goes_back(klient, plan, nu):
    stall(plan, nu)
    svar = klient.post(TILLBAKA, {"till": "utkast", "skal": "Ångrar mig."}, follow=True)
    assert svar.redirect_chain[-1][0] == SIDAN
    with pytest.raises(RedanGjort):
        gang.tillbaka(plan, "utkast", skal="x", fran=nu, av=None)
    assert status(plan) == nu


def test_the_second_of_two_who_press_is_told_and_nothing_more_happens(
    klient, annan, plan
):
    klient.post(f"{SIDAN}samrad/")
    svar = annan.post(f"{SIDAN}samrad/", follow=True)
    assert "hade redan gått vidare" in besked(svar)
    assert plan.stegen.count() == 1


def test_the_city_reads_a_shared_plan_but_takes_it_nowhere(client, plan):
    plan.dela(True, av=None)
    client.force_login(ny_anvandare(Ratt.CENTRAL))
    for sida in (SIDAN, TILL_NAMND, TILLBAKA, KS):
        assert client.get(sida).status_code == 403
    assert client.post(f"{SIDAN}samrad/").status_code == 403


def test_ks_approves_and_the_plan_is_approved(klient, plan, samordnare):
    besluta(plan)
    svar = skicka(klient, KS, utfall="godkand", dag="2026-05-12", paragraf="§ 88")
    assert "Kommunstyrelsens beslut är registrerat." in besked(svar)
    assert status(plan) == "godkand"
    beslut = plan.besluten.get(utfall="godkand")
    assert (beslut.organ, beslut.paragraf, beslut.av) == (
        "Kommunstyrelsen",
        "§ 88",
        samordnare,
    )
    assert ord_pa(svar, "//*[@aria-current='step']") == "Godkänd av KS"


def test_ks_may_ask_for_conditions_and_each_is_ticked_off(klient, plan, samordnare):
    besluta(plan)
    falt = {"utfall": "villkor", "dag": "2026-05-12"}
    svar = skicka(klient, KS, **falt)
    assert "Skriv vilka villkoren är" in ord_pa(svar)
    svar = skicka(klient, KS, **falt, villkor="- Mål för aktivitet 3\n\n- Ny tidplan")
    assert "2 villkor kvar" in ord_pa(svar)
    villkor = plan.besluten.get(utfall="villkor").villkoren.first()
    assert villkor.text == "Mål för aktivitet 3"
    sida = adress("plan_villkor", "ekhamra", 2027, villkor.pk)
    svar = skicka(klient, sida, uppfyllt="", hur="Nytt mål i T1.")
    assert "Skriv vilken dag villkoret uppfylldes" in ord_pa(svar)
    svar = skicka(klient, sida, uppfyllt="2999-01-01", hur="Nytt mål i T1.")
    assert "Dagen har inte varit än" in ord_pa(svar)
    svar = skicka(klient, sida, uppfyllt="2026-06-01", hur="Nytt mål i T1.")
    assert "1 villkor kvar" in ord_pa(svar)
    assert "Nytt mål i T1." in ord_pa(svar)
    villkor.refresh_from_db()
    assert (villkor.uppfyllt, villkor.uppfyllt_av) == (date(2026, 6, 1), samordnare)
    skicka(klient, sida, uppfyllt="", hur="")
    villkor.refresh_from_db()
    assert (villkor.uppfyllt, villkor.uppfyllt_av) == (None, None)


def test_a_condition_of_another_plan_is_not_found(klient, plan, namnd):
    frammande = ny_plan(ny_namnd("sjovik"), 2027)
    beslut = frammande.besluten.create(
        organ="KS", utfall="villkor", dag=date(2027, 5, 1)
    )
    villkor = beslut.villkoren.create(text="Deras")
    sida = adress("plan_villkor", "ekhamra", 2027, villkor.pk)
    assert klient.get(sida).status_code == 404


def test_what_ks_did_not_approve_stays_decided_and_may_come_up_again(klient, plan):
    besluta(plan)
    svar = skicka(klient, KS, utfall="inte_godkand", dag="2026-05-12")
    assert status(plan) == "beslutad"
    assert "Kommunstyrelsen godkände inte planen" in ord_pa(svar)
    skicka(klient, KS, utfall="godkand", dag="2026-06-12")
    assert status(plan) == "godkand"


def test_ks_cannot_decide_before_the_board(klient, plan):
    besluta(plan)
    svar = skicka(klient, KS, utfall="godkand", dag="2025-05-12")
    assert "före nämndens beslut 2026-04-20" in ord_pa(svar)
    assert status(plan) == "beslutad"


def test_a_day_that_has_not_been_is_no_day_of_a_decision(klient, plan):
    stall(plan, "till_namnd")
    falt = {"skal": "Mål.", "aterremiss": "on", "dag": "2091-05-12"}
    assert "har inte varit än" in ord_pa(skicka(klient, TILLBAKA, **falt))
    assert status(plan) == "till_namnd"
    besluta(plan)
    svar = skicka(klient, KS, utfall="godkand", dag="2091-05-12")
    assert "har inte varit än" in ord_pa(svar)
    assert status(plan) == "beslutad"


def test_ks_approves_once(klient, plan, samordnare):
    besluta(plan)
    beslut = {"organ": "Kommunstyrelsen", "utfall": "godkand", "dag": date(2027, 5, 1)}
    gang.registrera_ks(plan, Beslut(**beslut), av=samordnare)
    with pytest.raises(RedanGjort):
        gang.registrera_ks(plan, Beslut(**beslut), av=samordnare)
    svar = klient.get(KS, follow=True)
    assert "redan registrerat" in besked(svar)
    assert plan.besluten.filter(utfall="godkand").count() == 1


def test_where_nobody_approves_afterwards_the_decision_is_the_last_step(klient, plan):
    plan.namnd.ks_godkanner = False
    plan.namnd.beslutas_av = "fullmaktige"
    plan.namnd.save()
    assert "Skicka till kommunfullmäktige" in ord_pa(klient.get(SIDAN))
    stall(plan, "till_namnd")
    svar = klient.get(SIDAN)
    assert ord_pa(svar, "//*[@aria-current='step']") == "Hos kommunfullmäktige"
    besluta(plan)
    svar = klient.get(SIDAN)
    assert "Godkänd av KS" not in ord_pa(svar)
    assert "Registrera kommunstyrelsens" not in ord_pa(svar)
    svar = klient.get(KS, follow=True)
    assert "godkänner inte" in besked(svar)


def test_the_next_decided_plan_replaces_the_last(plan, namnd):
    besluta(plan)
    nasta = ny_plan(namnd, 2028)
    besluta(nasta, date(2028, 4, 20))
    assert (status(plan), status(nasta)) == ("ersatt", "beslutad")
    assert plan.stegen.last().till == "ersatt"


def test_an_older_plan_that_is_registered_afterwards_is_replaced_at_once(plan, namnd):
    besluta(plan)
    aldre = ny_plan(namnd, 2024)
    besluta(aldre, date(2024, 4, 20))
    assert (status(aldre), status(plan)) == ("ersatt", "beslutad")
    assert [s.till for s in aldre.stegen.all()] == ["beslutad", "ersatt"]


def test_another_boards_plan_replaces_nothing(plan):
    besluta(plan)
    besluta(ny_plan(ny_namnd("sjovik"), 2028), date(2028, 4, 20))
    assert status(plan) == "beslutad"


def test_ks_decides_of_a_plan_that_was_replaced_meanwhile_without_raising_it(
    plan, namnd, samordnare
):
    besluta(plan)
    besluta(ny_plan(namnd, 2028), date(2028, 4, 20))
    beslut = Beslut(organ="Kommunstyrelsen", utfall="godkand", dag=date(2027, 5, 1))
    gang.registrera_ks(plan, beslut, av=samordnare)
    assert status(plan) == "ersatt"
    assert plan.besluten.filter(utfall="godkand").exists()


def test_the_list_and_the_citys_page_say_how_far_each_plan_is(klient, client, plan):
    stall(plan, "till_namnd")
    assert "Hos nämnden" in ord_pa(klient.get("/planer/"))
    client.force_login(ny_anvandare(Ratt.CENTRAL))
    assert "Hos nämnden" in ord_pa(client.get("/planer/laget/"))


def test_the_gate_names_no_field_in_its_answer_that_it_does_not_have(klient, plan):
    """The form of the gate is sent as the browser would send it, nothing ticked."""
    svar = klient.post(TILL_NAMND, ifyllt(klient.get(TILL_NAMND)))
    assert svar.status_code == 200
    assert fel_pa(svar) == "" or "förbockad" in fel_pa(svar)
