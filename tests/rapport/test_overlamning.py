"""The pack for the next coordinator: what it holds, as page and as paper."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Handlingsplan, Samrad
from tests import bygge, bygge_lagesbild
from tests.aktiviteter.sida import besked, ord_pa, trad
from tests.bygge_brev import uppgivet_brev
from tests.bygge_samrad import nytt_samrad, nytt_yttrande
from tests.rapport.taggtrad import LastPdf
from tests.rapport.verapdf import granska
from vbeplan.organisation.models import Ratt, Spar
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.views import overlamning as vyer

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(client):
    """A plan with one who was asked; its coordinator is signed in."""
    namnd = bygge.ny_namnd(sekreterare_epost="sekreterare@granby.example")
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    plan = bygge.ny_plan(namnd, aktiviteter=2)
    nytt_samrad(plan, "Kommunpolisen")
    return plan


def sida(client, plan, namn="plan_overlamning"):
    return client.get(reverse(namn, args=[plan.namnd.kort, plan.ar]))


def del_(svar, ankare):
    return ord_pa(svar, f"//section[@id='{ankare}']")


def test_what_nobody_has_answered_and_what_was_put_off_stand_in_it(client, plan):
    polisen = plan.samraden.get()
    nytt_yttrande(polisen, "Skriv mer om skolan.")
    forra = bygge.ny_plan(plan.namnd, plan.ar - 1)
    senare = nytt_samrad(forra, "Skolan")
    nytt_yttrande(senare, "Fler utbildningar.", utfall="senare", svar="Nästa år.")
    nytt_yttrande(senare, "Redan gjort.", utfall="tillgodosett")
    svar = sida(client, plan)
    assert "Skriv mer om skolan." in del_(svar, "synpunkter")
    assert "Fler utbildningar. Nästa år." in del_(svar, "loften")
    assert "Redan gjort." not in del_(svar, "loften")


def test_conditions_that_are_not_met_are_promises(client, plan):
    beslut = plan.besluten.create(
        organ="Kommunstyrelsen", utfall="villkor", dag=date(2027, 5, 4)
    )
    beslut.villkoren.create(text="Redovisa kostnaden.")
    beslut.villkoren.create(text="Mät åter.", uppfyllt=date(2027, 9, 1))
    ord_ = del_(sida(client, plan), "loften")
    assert "Kommunstyrelsen, 4 maj 2027 Redovisa kostnaden." in ord_
    assert "Mät åter." not in ord_


def test_what_another_board_promised_is_not_ours(client, plan):
    andra = bygge.ny_plan(bygge.ny_namnd("sjovik"), plan.ar)
    samrad = nytt_samrad(andra, "Grannens polis")
    nytt_yttrande(samrad, "Grannens löfte.", utfall="senare", svar="Sedan.")
    uppgivet_brev(andra.namnd, amne="Grannens brev")
    assert "Grannens" not in ord_pa(sida(client, plan))


def test_the_contacts_are_functions_and_tell_where_one_is_missing(client, plan):
    roll = plan.aktiviteter.first().ansvar.first().roll
    roll.innehav.create(namn="Agneta Ström", fran=date(2020, 1, 1))
    ord_ = del_(sida(client, plan), "kontakter")
    assert "Kommunpolisen Polisen kommunpolisen@granby.example" in ord_
    assert "sekreterare@granby.example" in ord_
    assert f"{roll} " in ord_
    assert "Agneta" not in ord_


def test_sources_loose_ends_and_letters_that_did_not_go_stand_in_it(client, plan):
    bild = bygge_lagesbild.ny_lagesbild(plan.namnd, plan.ar)
    bygge_lagesbild.ny_kalla(bild, "Polisen lokalt")
    bygge_lagesbild.ny_iakttagelse(bild, "Rutinen är okänd")
    uppgivet_brev(plan.namnd, amne="Vad tycker ni?")
    svar = sida(client, plan)
    assert "Polisen lokalt" in del_(svar, "kallor")
    losa = del_(svar, "trad")
    assert "Behov utan aktivitet Rutinen är okänd" in losa
    assert "Vad tycker ni?" in losa
    assert "Inget svar än från Kommunpolisen." in losa


def test_the_wheel_is_drawn_when_the_meeting_has_a_day(client, plan):
    Handlingsplan.objects.filter(pk=plan.pk).update(sammantrade=date(2027, 4, 20))
    svar = sida(client, plan)
    assert trad(svar).xpath("//section[@id='hjulet']//*[name()='svg']")
    assert "Nämnden beslutar 20 april 2027" in del_(svar, "hjulet")


def test_an_empty_plan_says_that_nothing_is_left(client, plan):
    Samrad.objects.all().delete()
    svar = sida(client, plan)
    assert "Alla synpunkter är besvarade." in del_(svar, "synpunkter")
    assert "Det finns inga löften kvar." in del_(svar, "loften")
    assert "Det finns ingen lägesbild" in del_(svar, "kallor")


@pytest.mark.parametrize("status", ["till_namnd", "beslutad", "ersatt"])
def test_a_locked_plan_is_handed_over_too(client, plan, status):
    Handlingsplan.objects.filter(pk=plan.pk).update(status=status)
    assert sida(client, plan).status_code == 200


def test_the_paper_says_the_same_to_both_standards(client, plan, tmp_path):
    igar = timezone.localdate() - timedelta(days=1)
    Samrad.objects.update(svar_senast=igar)
    Handlingsplan.objects.filter(pk=plan.pk).update(sammantrade=date(2027, 4, 20))
    nytt_yttrande(plan.samraden.get(), "Skriv mer om skolan.")
    svar = sida(client, plan, "plan_overlamning_pdf")
    assert svar["Content-Type"] == "application/pdf"
    assert svar["Cache-Control"] == "private, no-store"
    fil = tmp_path / "overlamning.pdf"
    fil.write_bytes(svar.content)
    [utslag] = granska([fil])
    assert all(dom.klarar for dom in utslag.values())
    fardig = LastPdf(svar.content)
    text = " ".join(fardig.text(nr) for nr in range(1, len(fardig.pdf.pages) + 1))
    text = " ".join(text.split())
    for ord_ in ("Överlämning", "Skriv mer om skolan.", "Kommunpolisen", "20 april"):
        assert ord_ in text
    spar = Spar.objects.get(handling="exporterad")
    assert spar.objekt == f"överlämningen av {plan}"


def test_a_paper_that_could_not_be_made_is_told_and_leaves_no_trace(
    client, plan, monkeypatch
):
    def faller(packen):
        raise PdfFel("x")

    monkeypatch.setattr(vyer, "skapa_pdf", faller)
    adress = reverse("plan_overlamning_pdf", args=[plan.namnd.kort, plan.ar])
    svar = client.get(adress, follow=True)
    assert "Filen kunde inte göras." in besked(svar)
    assert not Spar.objects.filter(handling="exporterad").exists()
