"""The page of what has changed, and the choice of appendices."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from aktiviteter import handlingar
from aktiviteter.models import Handlingsplan
from tests.aktiviteter.sida import besked
from tests.bygge import andra, ny_anvandare
from tests.bygge_samrad import nytt_samrad
from tests.bygge_utgava import till_namnden
from vbeplan.organisation.models import Ratt, Spar


def adress(plan, namn):
    return reverse(namn, args=[plan.namnd.kort, plan.ar])


def sidan(klient, plan, namn="plan_andringar"):
    return html.fromstring(klient.get(adress(plan, namn)).content)


def ord_(trad, sokvag="//main"):
    return " ".join("".join(trad.xpath(f"string({sokvag})")).split())


def valj(klient, plan, *valda, follow=True):
    return klient.post(
        adress(plan, "plan_bilagor"), dict.fromkeys(valda, "on"), follow=follow
    )


def test_the_page_marks_each_changed_word_and_says_where_from(klient, nasta):
    andra(nasta.aktiviteter.get(nummer=1), titel="Aktivitet 1 i ekhamra och Bergby")
    trad = sidan(klient, nasta)
    assert ord_(trad, "//h1") == "Ändringar sedan planen för 2027"
    assert trad.xpath("//dd//ins/text()") == ["och Bergby"]
    assert "1 ändrad aktivitet" in ord_(trad)


def test_one_that_ended_without_a_reason_leads_to_where_it_is_written(klient, nasta):
    handlingar.ta_bort_aktivitet(nasta.aktiviteter.get(nummer=2), av=None)
    (lank,) = sidan(klient, nasta).xpath("//a[contains(., 'Skriv varför')]/@href")
    assert lank == adress(nasta, "plan_revidering")


def test_a_reader_sees_it_without_ways_to_change(nasta):
    klient = Client()
    klient.force_login(ny_anvandare(Ratt.LASARE, nasta.namnd))
    handlingar.ta_bort_aktivitet(nasta.aktiviteter.get(nummer=2), av=None)
    trad = sidan(klient, nasta)
    assert "Inget skäl är angivet." in ord_(trad)
    assert not trad.xpath("//main//a[contains(., 'Skriv varför')]")
    assert not trad.xpath("//main//a[contains(@href, 'bilagor')]")


def test_a_first_plan_and_one_just_begun_say_so(klient, plan, nasta):
    assert "Inget att jämföra med" in ord_(sidan(klient, plan))
    andra(nasta, titel=plan.titel, dnr=plan.dnr, dokumenttyp=plan.dokumenttyp)
    andra(nasta, dokumentagare=plan.dokumentagare)
    assert "Inget skiljer än" in ord_(sidan(klient, nasta))


def test_the_city_does_not_see_the_boards_changes_of_a_shared_plan(nasta):
    nasta.dela(True, av=None)
    central = Client()
    central.force_login(ny_anvandare(Ratt.CENTRAL))
    assert central.get(adress(nasta, "plan_andringar")).status_code == 404
    nytt_samrad(nasta, "Polisen")
    sida = central.get(adress(nasta, "plan_forhandsvisning")).content.decode()
    assert "Bilaga" not in sida
    assert "Polisen" not in sida


def test_the_coordinator_chooses_and_sees_what_is_printed(klient, nasta, samordnare):
    nytt_samrad(nasta, "Polisen")
    andra(nasta.aktiviteter.get(nummer=1), titel="Annat")
    svar = valj(klient, nasta, "bilaga_samrad", "bilaga_resultat")
    assert "Sparat" in besked(svar)
    rubriker = html.fromstring(svar.content).xpath("//section/h2")
    assert [ord_(h, ".") for h in rubriker] == ["Bilaga 1. Samråd och yttranden"]
    nasta.refresh_from_db()
    assert (nasta.bilaga_andringar, nasta.bilaga_samrad) == (False, True)
    assert Spar.objects.filter(handling=Spar.Handling.ANDRAD, av=samordnare).exists()
    papper = klient.get(adress(nasta, "plan_forhandsvisning")).content.decode()
    assert "Polisen" in papper
    assert "Ändringar sedan föregående plan" not in papper


def test_what_has_nothing_to_tell_says_why(klient, nasta):
    text = ord_(sidan(klient, nasta, "plan_bilagor"))
    assert "Ingen är tillfrågad än" in text
    assert "Inget resultat är rapporterat" in text


def test_a_locked_plan_keeps_its_choice_and_says_why(klient, nasta):
    till_namnden(nasta)
    trad = sidan(klient, nasta, "plan_bilagor")
    assert trad.xpath("//fieldset/@disabled")
    assert "låst" in ord_(trad)
    svar = valj(klient, nasta)
    assert svar.status_code == 403
    assert Handlingsplan.objects.get(pk=nasta.pk).bilaga_andringar


def test_one_locked_between_page_and_press_is_not_changed(nasta, samordnare):
    gammal = Handlingsplan.objects.get(pk=nasta.pk)
    till_namnden(nasta)
    assert not gammal.valj_bilagor({"bilaga_andringar": False}, av=samordnare)
    assert Handlingsplan.objects.get(pk=nasta.pk).bilaga_andringar


@pytest.mark.parametrize("namn", ["plan_andringar", "plan_bilagor"])
def test_planens_gang_leads_to_them(klient, nasta, namn):
    trad = sidan(klient, nasta, "plan_gang")
    assert adress(nasta, namn) in trad.xpath("//main//a/@href")
