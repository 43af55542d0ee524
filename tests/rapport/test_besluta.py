"""A decision seals the plan as an edition."""

import json
from datetime import date

import pytest

from aktiviteter.forseglat import forseglat, las_forseglat
from aktiviteter.handlingar.gang import RedanGjort, tillbaka
from aktiviteter.models import Avsnitt, Beslut, Handlingsplan, Planstatus
from tests import bygge
from tests.bygge_utgava import beslutad_plan, nya_uppgifter, plan_hos_namnden
from vbeplan.organisation.models import Brev, Ratt, Spar
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.forsegling import sha256
from vbeplan.rapport.handlingar import besluta as deden
from vbeplan.rapport.handlingar.besluta import NagotNytt, besluta, sett_nu
from vbeplan.rapport.innehall import levande_innehall
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.planens_pdf import planens_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd(sekreterare_epost="sekreterare@granby.example")


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def plan(namnd):
    return plan_hos_namnden(namnd)


def test_decision_and_edition_stand_together(plan, samordnare):
    utgava = besluta(plan, nya_uppgifter(), sett=sett_nu(plan), av=samordnare)
    plan.refresh_from_db()
    assert plan.status == Planstatus.BESLUTAD
    assert (plan.datum, plan.dnr) == (date(2026, 11, 12), "EKH 2026/47")
    beslut = Beslut.objects.get(plan=plan)
    assert (beslut.organ, beslut.paragraf) == (utgava.organ, utgava.paragraf)
    assert plan.stegen.last().till == Planstatus.BESLUTAD
    assert utgava.pdf_sha256 == sha256(bytes(utgava.pdf))
    assert bytes(utgava.pdf).startswith(b"%PDF")
    gjort = set(Spar.objects.values_list("handling", flat=True))
    assert {Spar.Handling.BESLUTAD, Spar.Handling.FORSEGLAD} <= gjort


def test_what_is_sealed_is_read_back_the_same(plan):
    utgava = beslutad_plan(plan)
    plan.refresh_from_db()
    last = las_forseglat(utgava.innehall)
    assert last.innehall == levande_innehall(plan)
    assert last == forseglat(plan)
    assert json.loads(utgava.innehall)["plan"] == last.data


def test_pressed_twice_it_is_decided_once(plan, samordnare):
    sett = sett_nu(plan)
    forsta = besluta(plan, nya_uppgifter(), sett=sett, av=samordnare)
    andra = besluta(plan, nya_uppgifter(paragraf="§ 48"), sett=sett, av=samordnare)

    assert (forsta.nyss, andra.nyss) == (True, False)
    assert andra.paragraf == "§ 47"
    assert Utgava.objects.count() == Beslut.objects.count() == 1
    assert Brev.objects.count() == 1


def test_nothing_is_decided_that_was_not_looked_at(plan, samordnare):
    sett = sett_nu(plan)
    plan.avsnitt.filter(pk=plan.avsnitt.first().pk).update(rubrik="Ändrad av en annan")

    with pytest.raises(NagotNytt):
        besluta(plan, nya_uppgifter(), sett=sett, av=samordnare)

    ar_som_forut(plan)


def test_what_is_edited_while_the_file_is_set_is_not_decided(
    plan, samordnare, monkeypatch
):
    riktig = deden.skapa_pdf

    def med_andring(innehall, sidan):
        Avsnitt.objects.filter(plan=plan).update(rubrik="Ändrad av en annan")
        return riktig(innehall, sidan)

    monkeypatch.setattr(deden, "skapa_pdf", med_andring)
    with pytest.raises(NagotNytt):
        besluta(plan, nya_uppgifter(), sett=sett_nu(plan), av=samordnare)

    ar_som_forut(plan)


def test_another_plan_of_the_board_may_be_decided_meanwhile(
    plan, namnd, samordnare, monkeypatch
):
    """The edition is set anew with its right place in the chain."""
    annan, riktig, forsok = plan_hos_namnden(namnd, 2028), deden.skapa_pdf, []

    def med_en_annan(innehall, sidan):
        forsok.append(sidan.nummer)
        if len(forsok) == 1:
            beslutad_plan(annan)
        return riktig(innehall, sidan)

    monkeypatch.setattr(deden, "skapa_pdf", med_en_annan)
    utgava = besluta(plan, nya_uppgifter(), sett=sett_nu(plan), av=samordnare)

    assert (utgava.nummer, utgava.forra) == (2, annan.utgavor.get().sigill)


def test_a_file_that_cannot_be_set_decides_nothing(plan, samordnare, monkeypatch):
    def gar_inte(*_):
        raise PdfFel("Går inte")

    monkeypatch.setattr(deden, "skapa_pdf", gar_inte)
    with pytest.raises(PdfFel):
        besluta(plan, nya_uppgifter(), sett=sett_nu(plan), av=samordnare)

    ar_som_forut(plan)


def test_a_file_that_nobody_could_check_is_not_sealed(plan, samordnare, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    with pytest.raises(PdfFel, match="logotyp"):
        besluta(plan, nya_uppgifter(), sett=sett_nu(plan), av=samordnare)

    ar_som_forut(plan)


def test_a_plan_that_was_taken_back_is_not_decided(plan, samordnare):
    sett = sett_nu(plan)
    tillbaka(
        plan, Planstatus.UTKAST, skal="Fel fil", fran=Planstatus.TILL_NAMND, av=None
    )
    with pytest.raises(RedanGjort):
        besluta(plan, nya_uppgifter(), sett=sett, av=samordnare)


def test_a_plan_decided_before_the_program_is_registered_afterwards(namnd, samordnare):
    plan = bygge.ny_plan(namnd)
    uppgifter = nya_uppgifter(efterhand=True)
    besluta(plan, uppgifter, sett=sett_nu(plan), av=samordnare)

    steg = plan.stegen.last()
    assert (steg.till, steg.skal) == (Planstatus.BESLUTAD, deden.I_EFTERHAND)


def test_the_next_years_decision_replaces_the_plan(plan, namnd):
    forsta = beslutad_plan(plan)
    andra = beslutad_plan(plan_hos_namnden(namnd, 2028), dag=date(2026, 11, 13))
    plan.refresh_from_db()

    assert plan.status == Planstatus.ERSATT
    assert (andra.nummer, andra.forra) == (2, forsta.sigill)


def test_the_secretary_gets_the_file_and_the_trail_says_so(plan, samordnare):
    utgava = besluta(plan, nya_uppgifter(), sett=sett_nu(plan), av=samordnare)
    brev = Brev.objects.get()

    assert brev.till == "sekreterare@granby.example"
    assert bytes(brev.bilaga) == bytes(utgava.pdf)
    assert utgava.fingeravtryck in brev.text
    skapat = Spar.objects.get(handling=Spar.Handling.SKAPAD, objekt__contains="brevet")
    assert skapat.av == samordnare
    assert brev.kvitto in skapat.objekt


def test_without_an_address_no_letter_is_put(namnd, plan):
    type(namnd).objects.update(sekreterare_epost="")
    plan.namnd.refresh_from_db()
    beslutad_plan(plan)

    assert not Brev.objects.exists()


def test_what_is_renamed_afterwards_does_not_change_what_was_decided(plan, client):
    beslutad_plan(plan)
    plan.refresh_from_db()
    fore = forseglat(plan)
    bytes_fore = bytes(plan.utgavor.get().pdf)
    type(plan.namnd).objects.update(namn="Nya nämnden", farg="#7a1f1f")

    igen = Handlingsplan.objects.select_related("namnd").get(pk=plan.pk)

    assert forseglat(igen) == fore
    assert fore.innehall.namnd == "Ekhamra stadsdelsnämnd"
    assert planens_pdf(igen) == bytes_fore


def ar_som_forut(plan):
    plan = Handlingsplan.objects.get(pk=plan.pk)
    assert (plan.status, plan.datum) == (Planstatus.TILL_NAMND, None)
    assert not Utgava.objects.exists()
    assert not Beslut.objects.exists()
    assert not Brev.objects.exists()
