"""The log of a plan, one thing's versions, and what is removed."""

from datetime import UTC, datetime

import pytest

from aktiviteter import handlingar
from aktiviteter.models import Andring, Version
from tests.aktiviteter.sida import adress, ord_pa, trad
from tests.bygge import andra, ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

LOGG = "/planer/ekhamra/2027/historik/"
BORTTAGET = "/planer/ekhamra/2027/historik/borttaget/"


@pytest.fixture
def nils(namnd):
    return ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Nils Berg")


def test_the_log_tells_who_did_what_the_latest_first(
    klient, plan, kapitel, rader, samordnare, nils
):
    andra(kapitel[0], rubrik="Syfte", av=samordnare)
    handlingar.ta_bort_aktivitet(rader[0], av=nils)
    text = ord_pa(klient.get(LOGG))
    sist = text.index("Nils Berg tog bort aktivitet 1. Aktivitet 1 i ekhamra")
    forst = text.index("Karin Lind läste in planen för 2027")
    assert sist < text.index("Karin Lind ändrade kapitlet Syfte") < forst


def test_the_log_is_filtered_by_who_what_and_day(klient, plan, kapitel, nils):
    andra(kapitel[0], rubrik="Ett")
    handlingar.flytta(kapitel[0], 1, av=nils)
    dag = datetime(2026, 2, 3, 23, 30, tzinfo=UTC)  # the fourth in Sweden
    Andring.objects.filter(handling="andrad").update(tid=dag)

    def visade(**fraga):
        rader = trad(klient.get(LOGG, fraga)).xpath("//tbody/tr")
        return len(rader)

    assert visade() == 3
    assert visade(vem=nils.pk) == visade(vad="flyttad") == 1
    assert visade(dag="2026-02-04") == 1
    assert visade(dag="2026-02-03") == 0
    assert "Inget sådant har ändrats" in ord_pa(klient.get(LOGG, {"dag": "2026-02-03"}))
    assert visade(vem=nils.pk, vad="andrad") == 0
    assert visade(vem="x", vad="y") == 3


def test_the_filter_offers_only_those_who_have_changed_the_plan(klient, plan, nils):
    frammande = ny_anvandare(Ratt.SAMORDNARE, ny_namnd("sjovik"), namn="Frida Sjö")
    ny_plan(frammande.medlemskap.get().namnd, av=frammande)
    valbara = ord_pa(klient.get(LOGG), "//select[@name='vem']")
    assert "Karin Lind" in valbara
    assert "Nils Berg" not in valbara
    assert "Frida Sjö" not in valbara


def test_a_long_log_has_pages_that_keep_the_filter(klient, plan, kapitel):
    for nr in range(30):
        andra(kapitel[0], rubrik=f"Rubrik {nr}")
    svar = klient.get(LOGG, {"vad": "andrad"})
    assert len(trad(svar).xpath("//tbody/tr")) == 25
    nasta = trad(svar).xpath("//a[@rel='next']")[0].get("href")
    assert len(trad(klient.get(LOGG + nasta)).xpath("//tbody/tr")) == 5


def test_any_two_versions_of_a_chapter_are_compared(klient, plan, kapitel):
    for text in ("Ett två", "Ett tre", "Ett fyra"):
        andra(kapitel[0], text=f"<p>{text}</p>")
    sida = adress("avsnitt_historik", kapitel[0].pk)
    assert ord_pa(klient.get(sida), "//dd//ins") == "fyra"
    fyra, _, tva, _ = Version.objects.for_objekt(kapitel[0])
    for fore, efter in ((tva, fyra), (fyra, tva)):
        svar = klient.get(sida, {"fore": fore.pk, "efter": efter.pk})
        assert ord_pa(svar, "//dd//del") == "två"
        assert ord_pa(svar, "//dd//ins") == "fyra"


def test_a_version_of_something_else_is_not_mixed_in(klient, plan, kapitel):
    andra(kapitel[0], rubrik="Ett")
    andra(kapitel[1], rubrik="Annat")
    annat = Version.objects.for_objekt(kapitel[1]).first()
    sida = adress("avsnitt_historik", kapitel[0].pk)
    for fel in (annat.pk, "x", "²", 10**30):
        svar = klient.get(sida, {"fore": fel, "efter": fel})
        assert ord_pa(svar, "//dd//ins") == "Ett"


def test_roles_times_and_goals_are_compared_too(klient, plan, rader):
    rader[0].ansvar.filter(art="i_samrad_med").delete()
    andra(rader[0], maltal="40", malenhet="platser", niva="selektiv")
    text = ord_pa(klient.get(adress("aktivitet_historik", rader[0].pk)))
    assert "Enhetschef i ekhamra , Kurator 1 i ekhamra (i samråd med)" in text
    assert "Måltal 40 platser" in text
    assert "Nivå Selektiv" in text


def test_a_single_version_has_nothing_to_compare(klient, plan, kapitel):
    svar = klient.get(adress("avsnitt_historik", kapitel[0].pk))
    assert "Det som skiljer" not in ord_pa(svar)
    assert trad(svar).xpath("//input[@type='radio']") == []


def test_the_cover_has_its_versions(klient, plan):
    andra(plan, dnr="EKH 1")
    svar = klient.get(adress("plan_framsida_historik", "ekhamra", 2027))
    assert "Diarienummer" in ord_pa(svar, "//dt")


def test_what_is_removed_can_be_found_and_fetched_back(klient, plan, kapitel):
    klient.post(adress("avsnitt_ta_bort", kapitel[2].pk))
    svar = klient.get(BORTTAGET)
    assert "Kapitel Kapitel 3 i ekhamra" in ord_pa(svar)
    assert "Aktivitet 1. Aktivitet 1 i ekhamra" in ord_pa(svar)
    for lank in trad(svar).xpath("//a[starts-with(., 'Hämta tillbaka')]"):
        sida = klient.get(lank.get("href"))
        if sida.status_code == 200:  # the chapter is back by now
            sett = trad(sida).xpath("//input[@name='sett']")[0].get("value")
            klient.post(lank.get("href"), {"sett": sett})
    assert plan.avsnitt.count() == 3
    assert plan.aktiviteter.count() == 2
    assert "Inget är borttaget" in ord_pa(klient.get(BORTTAGET))


def test_the_question_before_a_removal_says_where_it_can_be_fetched(
    klient, plan, kapitel, rader
):
    for sida in (
        adress("avsnitt_ta_bort", kapitel[0].pk),
        adress("aktivitet_ta_bort", rader[0].pk),
    ):
        text = ord_pa(klient.get(sida))
        assert "Det går att hämta tillbaka så länge planen finns" in text
        assert "kan inte hämtas tillbaka" not in text
    text = ord_pa(klient.get(adress("plan_ta_bort", "ekhamra", 2027)))
    assert "kan inte hämtas tillbaka" in text
    assert "Planens historik" in text


def test_forms_and_the_plans_page_lead_to_the_history(klient, plan, kapitel, rader):
    def lankar(sida):
        return trad(klient.get(sida)).xpath("//main//a/@href")

    for namn, pk in (("avsnitt", kapitel[0].pk), ("aktivitet", rader[0].pk)):
        historik = adress(f"{namn}_historik", pk)
        assert historik in lankar(adress(f"{namn}_redigera", pk))
    assert LOGG in lankar(plan.get_absolute_url())
    assert adress("plan_framsida_historik", "ekhamra", 2027) in lankar(
        adress("plan_redigera", "ekhamra", 2027)
    )


def test_a_deed_of_a_hundred_things_shows_the_first_and_counts_the_rest(klient, namnd):
    plan = ny_plan(namnd, 2028, aktiviteter=40, kapitel=2)
    text = ord_pa(klient.get(adress("andring", plan.andringar.get().pk)))
    assert "Och 13 kapitel och aktiviteter till." in text


def test_a_reader_of_the_board_reads_but_restores_nothing(client, namnd, plan, rader):
    andra(rader[0], titel="Nytt")
    handlingar.ta_bort_aktivitet(rader[1], av=None)
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert "tog bort aktivitet 2" in ord_pa(client.get(LOGG))
    for sida in (BORTTAGET, adress("aktivitet_historik", rader[0].pk)):
        svar = client.get(sida)
        assert svar.status_code == 200
        assert trad(svar).xpath("//a[contains(@href, 'aterstall')]") == []


def test_a_foreign_boards_history_is_not_found(klient, plan):
    annans = ny_plan(ny_namnd("sjovik"))
    andring = annans.andringar.get()
    for sida in (
        adress("plan_historik", "sjovik", 2027),
        adress("andring", andring.pk),
        adress("avsnitt_historik", annans.avsnitt.first().pk),
        adress("aktivitet_historik", annans.aktiviteter.first().pk),
        adress("version_aterstall", andring.versioner.first().pk),
        adress("avsnitt_historik", 10**9),
    ):
        assert klient.get(sida).status_code == 404, sida


def test_markup_in_a_name_is_words(klient, plan, rader):
    andra(rader[0], titel="<script>alert(1)</script>")
    for sida in (
        LOGG,
        adress("andring", plan.andringar.first().pk),
        adress("aktivitet_historik", rader[0].pk),
        "/planer/ekhamra/2027/jamfor/",
    ):
        svar = klient.get(sida)
        assert "alert(1)" in svar.content.decode()
        assert "<script>alert" not in svar.content.decode()
