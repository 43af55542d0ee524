"""Granby stad: loaded once, only in the demo, with six people who can sign in."""

import re
from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.urls import reverse

from aktiviteter.handlingar.revidera import revidera
from aktiviteter.models import Behovssvar, Handlingsplan, Planstatus, Villkor
from blanketter.avidentifiering import hitta
from blanketter.models import (
    Blankett,
    Enhet,
    Forvarning,
    Gallringsprotokoll,
    Gallringsstopp,
    Maskering,
    Meddelande,
    Rapportering,
)
from blanketter.rutin import rutinen
from blanketter.sammanstallning import rapporterande
from lagesbild.innehall import bildens_innehall
from lagesbild.models import Lagesbild
from tests.bygge import ny_namnd
from vbeplan.organisation.models import Anvandare, Kommun, Namnd, Roll
from vbeplan.start.demo_konton import KONTON, LOSENORD


@pytest.fixture
def demo(settings):
    """DEMO=1."""
    settings.DEMO = True


@pytest.fixture(scope="module")
def granby(django_db_setup, django_db_blocker):
    """The loaded demo, one for the whole file."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True):
            call_command("ladda_demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_without_demo_nothing_is_loaded(settings):
    settings.DEMO = False
    fore = Anvandare.objects.count()

    with pytest.raises(CommandError, match="bara med DEMO=1"):
        call_command("ladda_demo")

    assert Anvandare.objects.count() == fore


@pytest.mark.django_db
def test_an_installation_with_boards_is_left_alone(demo, capsys):
    ny_namnd("annan")
    fore = Anvandare.objects.count()

    call_command("ladda_demo")

    assert "Det finns redan nämnder. Inget laddades." in capsys.readouterr().out
    assert Anvandare.objects.count() == fore


@pytest.mark.django_db
def test_the_second_time_nothing_is_loaded(granby, demo, capsys):
    fore = Handlingsplan.objects.count()

    call_command("ladda_demo")

    assert "Inget laddades" in capsys.readouterr().out
    assert Handlingsplan.objects.count() == fore


@pytest.mark.django_db
def test_three_boards_have_two_years_of_plans_each(granby):
    assert Kommun.den().namn == "Granby stad"
    for namnd in Namnd.objects.all():
        planer = namnd.planer.order_by("ar")
        assert planer.count() == 2
        assert planer[1].ar == planer[0].ar + 1
        assert all(p.aktiviteter.count() >= 8 for p in planer)
    assert Namnd.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize(("epost", "roll"), KONTON)
def test_every_account_signs_in_and_sees_the_desk_of_its_role(
    granby, client, epost, roll
):
    uppgifter = {"login": epost, "password": LOSENORD}

    svar = client.post(reverse("account_login"), uppgifter)

    assert svar.headers["Location"] == reverse("skrivbord")
    assert client.get(reverse("skrivbord")).status_code == 200
    medlemskap = Anvandare.objects.get(epost=epost).medlemskap.earliest("pk")
    assert medlemskap.get_ratt_display().split()[0] == roll.split()[0].rstrip(",")


@pytest.mark.django_db
def test_the_sign_in_page_names_the_accounts_in_the_demo_alone(client, settings):
    sida = client.get(reverse("account_login")).content.decode()
    assert not any(epost in sida for epost, _ in KONTON)
    assert LOSENORD not in sida

    settings.DEMO = True
    sida = client.get(reverse("account_login")).content.decode()

    assert all(epost in sida for epost, _ in KONTON)
    assert LOSENORD in sida


@pytest.mark.django_db
def test_the_desk_for_forms_shows_every_status(granby):
    ekhamra = Blankett.objects.filter(namnd__kort="ekhamra")
    finns = Counter(ekhamra.values_list("status", flat=True))
    assert 55 <= finns.total() <= 75
    assert finns.total() - finns[Blankett.Status.INGAR] <= 20
    assert finns.keys() == set(Blankett.Status.values)
    assert ekhamra.med_nya_svar().count() == 1
    assert Maskering.objects.filter(blankett__in=ekhamra, meddelande=None).exists()


@pytest.mark.django_db
def test_no_form_of_the_demo_points_somebody_out_but_where_it_is_masked(granby):
    for blankett in Blankett.objects.filter(gallrad=None):
        dolt = {(m.start, m.slut) for m in blankett.maskeringar.all()}
        funnet = {(f.start, f.end) for f in hitta(blankett.text)}
        assert funnet <= dolt, blankett.text
    for meddelande in Meddelande.objects.filter(blankett__gallrad=None):
        assert hitta(meddelande.text) == []


@pytest.mark.django_db
def test_an_activity_keeps_its_number_from_year_to_year(granby):
    for namnd in Namnd.objects.all():
        forra, nasta = (
            dict(p.aktiviteter.values_list("nummer", "titel"))
            for p in namnd.planer.order_by("ar")
        )
        gemensamma = forra.keys() & nasta.keys()
        assert len(gemensamma) >= 3, namnd
        nya = nasta.keys() - forra.keys()
        assert not nya or min(nya) > max(forra), namnd


@pytest.mark.django_db
def test_no_two_spellings_of_one_role(granby):
    def utan_tecken(namn):
        return re.sub(r"[^a-zåäö]", "", namn.lower())

    for namnd in Namnd.objects.all():
        namn = [utan_tecken(r.namn) for r in Roll.objects.filter(namnd=namnd)]
        assert len(namn) == len(set(namn)), namnd


@pytest.mark.django_db
def test_the_routine_says_whom_to_reach_by_day_and_by_night(granby):
    ekhamra = Namnd.objects.get(kort="ekhamra")
    barn = rutinen(ekhamra).steget("barn")
    assert barn.lank
    assert barn.dagtid
    assert barn.jour
    for kort in ("ekhamra", "sjovik"):
        namnd = Namnd.objects.get(kort=kort)
        assert not any(steg.saknar_vag for steg in rutinen(namnd).steg)


@pytest.mark.django_db
def test_rules_by_a_decision_have_removed_a_text_and_a_stop_holds_one(granby):
    ekhamra = Namnd.objects.get(kort="ekhamra")
    protokollen = Gallringsprotokoll.objects.filter(namnd=ekhamra)
    gallrade = Blankett.objects.filter(namnd=ekhamra, gallrad__isnull=False)

    assert sum(p.antal for p in protokollen) == gallrade.count()
    assert {p.regel.klass for p in protokollen} == {"dubblett", "klassad"}
    assert all(p.antal and p.stadad for p in protokollen)
    assert not Forvarning.objects.filter(blankett__in=gallrade).exists()
    assert Gallringsstopp.objects.for_namnd(ekhamra).galler().count() == 1


@pytest.mark.django_db
def test_units_have_answered_and_some_can_still_be_reminded(granby):
    ekhamra = Namnd.objects.get(kort="ekhamra")
    rapportering = Rapportering.for_namnd(ekhamra)
    senaste = rapportering.pagaende().forra

    nu, forra = (rapporterande(ekhamra, p) for p in (senaste, senaste.forra))

    assert not nu.ar_stangd
    assert nu.utan_svar >= 3
    assert forra.ar_stangd
    assert forra.minst_inget  # enough answers beside the forms to tell


@pytest.mark.django_db
def test_no_form_has_a_kind_of_workplace_that_would_name_its_unit(granby):
    for namnd in Namnd.objects.filter(kort__in=("ekhamra", "sjovik")):
        sma = Enhet.objects.sma_slag(namnd)
        assert sma, "what a form looks like without them is seen too"
        assert not Blankett.objects.filter(namnd=namnd, arbetsplats__in=sma)


@pytest.mark.django_db
def test_ekhamra_has_a_published_picture_and_one_half_way(granby):
    forra, denna = Lagesbild.objects.filter(namnd__kort="ekhamra").order_by("ar")

    assert forra.ar_klar
    assert forra.frysningar.count() == 1
    assert (denna.status, denna.enkater.get().status) == ("utkast", "stangd")
    for bild in (forra, denna):
        innehall = bildens_innehall(bild)
        totalt = [s.totalt.rader[0].celler[0].tal for s in innehall.underlag.serier]
        assert all(totalt)
        assert innehall.kartlaggning
        assert innehall.analys
    assert totalt[0] == 22  # forms, as the plan for 2027 tells
    assert Behovssvar.objects.filter(iakttagelse__lagesbild=denna).exists()


@pytest.mark.usefixtures("granby")
@pytest.mark.django_db
def test_ekhamras_plan_of_2026_is_decided_approved_and_followed_up():
    plan = Handlingsplan.objects.get(namnd__kort="ekhamra", ar=2026)

    assert plan.status == Planstatus.GODKAND
    assert plan.utgavor.get().paragraf == "§ 47"
    assert plan.utgavor.get().publicering
    assert [v.uppfyllt is None for v in Villkor.objects.all()] == [True, False]
    antal = {t.period: t.uppfoljningar.count() for t in plan.tillfallen.all()}
    assert antal == {"t1": 29, "t2": 29, "vb": 2}
    call_command("verifiera", stdout=StringIO())  # raises what it finds


@pytest.mark.usefixtures("granby")
@pytest.mark.django_db
def test_some_of_last_years_activities_wait_and_an_ended_one_can_come_back():
    plan = Handlingsplan.objects.get(namnd__kort="ekhamra", ar=2027)
    assert [r.nummer for r in plan.revideringar.kvar()] == [4, 25, 33]
    avslutad = plan.revideringar.get(nummer=12)
    assert not plan.aktiviteter.filter(nummer=12).exists()

    with transaction.atomic():
        revidera(plan, {avslutad.pk: ("behall", "", avslutad.version)}, av=None)
        assert plan.aktiviteter.get(nummer=12).titel == avslutad.forlaga.titel
        transaction.set_rollback(True)
