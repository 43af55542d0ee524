"""A KS decision that was typed wrong is put right; the old entry stands."""

from datetime import date

import pytest
from django.urls import reverse

from aktiviteter.handlingar.gang import bocka_av, registrera_ks
from aktiviteter.models import Beslut, Handlingsplan, Planstatus, Villkor
from tests import bygge
from tests.bygge_utgava import snabbt_forseglad
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
SKAL = "Fel beslut skrevs av."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


@pytest.fixture
def plan(namnd):
    return snabbt_forseglad(namnd, 2026).plan


@pytest.fixture
def ks(plan):
    """KS approved on conditions, of which one is met; day and § are wrong."""
    beslut = Beslut(
        organ="Kommunstyrelsen", utfall="villkor", dag=date(2026, 6, 3), paragraf="§ 9"
    )
    plan.refresh_from_db()
    registrera_ks(plan, beslut, villkor=["Mät målen.", "Skriv om kapitel 3."], av=None)
    bocka_av(beslut.villkoren.first(), dag=date(2026, 7, 1), hur="Gjort.", av=None)
    return beslut


def ratta(klient, beslut, **andrat):
    falt = {
        "utfall": beslut.utfall,
        "dag": beslut.dag.isoformat(),
        "paragraf": beslut.paragraf,
        "dnr": beslut.dnr,
        "villkor": "\n".join(beslut.villkoren.values_list("text", flat=True)),
        "skal": SKAL,
    }
    plan = beslut.plan
    adress = reverse("beslut_ratta", args=[plan.namnd.kort, plan.ar, beslut.pk])
    return klient.post(adress, falt | andrat, follow=True)


def test_the_old_entry_is_kept_and_shown_and_the_new_one_stands(klient, plan, ks):
    sidan = ratta(klient, ks, dag="2026-06-10", paragraf="19").content.decode()

    gammalt, nytt = Beslut.objects.exclude(utfall="beslutad").order_by("pk")
    assert (gammalt.dag, gammalt.paragraf) == (date(2026, 6, 3), "§ 9")
    assert (nytt.dag, nytt.rattar) == (date(2026, 6, 10), gammalt)
    assert "<s>Godkänd med villkor</s>" in sidan
    assert SKAL in sidan
    assert Spar.objects.filter(handling=Spar.Handling.RATTAD).count() == 1
    assert Handlingsplan.objects.get().status == Planstatus.GODKAND


def test_a_condition_that_is_the_same_stays_ticked_off(klient, plan, ks):
    ratta(klient, ks, villkor="Mät målen.\nSkriv om kapitel 4.")

    nytt = Beslut.objects.gallande().get(utfall="villkor")
    assert list(nytt.villkoren.values_list("text", "hur")) == [
        ("Mät målen.", "Gjort."),
        ("Skriv om kapitel 4.", ""),
    ]
    assert [v.text for v in Villkor.objects.kvar()] == ["Skriv om kapitel 4."]


@pytest.mark.parametrize("utfall", ["inte_godkand", "aterremiss", "struket"])
def test_what_ks_never_approved_goes_back_to_decided(klient, plan, ks, utfall):
    ratta(klient, ks, utfall=utfall, villkor="")

    plan = Handlingsplan.objects.get()
    assert plan.status == Planstatus.BESLUTAD
    assert plan.stegen.last().skal == SKAL
    sidan = klient.get(reverse("plan_gang", args=[plan.namnd.kort, plan.ar]))
    assert ("Börja en ny version</a>\n" in sidan.content.decode()) == (
        utfall != "struket"
    )


def test_what_was_an_approval_after_all_takes_the_plan_on(klient, plan):
    plan.refresh_from_db()
    nej = Beslut(organ="Kommunstyrelsen", utfall="inte_godkand", dag=date(2026, 6, 3))
    registrera_ks(plan, nej, av=None)
    ratta(klient, nej, utfall="godkand")

    assert Handlingsplan.objects.get().status == Planstatus.GODKAND


def test_nothing_typed_otherwise_is_no_correction(klient, plan, ks):
    svar = ratta(klient, ks).content.decode()

    assert "Inget skiljer sig" in svar
    assert SKAL in svar
    assert not hasattr(Beslut.objects.get(pk=ks.pk), "rattelse")


def test_an_entry_is_corrected_once_and_then_the_new_one(klient, plan, ks):
    ratta(klient, ks, paragraf="19")
    svar = ratta(klient, ks, paragraf="91").content.decode()

    assert "hade redan rättats" in svar
    assert Beslut.objects.filter(utfall="villkor").count() == 2


def test_what_is_sealed_is_corrected_beside_its_seal_and_not_here(klient, plan):
    beslut = plan.besluten.get()
    adress = reverse("beslut_ratta", args=[plan.namnd.kort, plan.ar, beslut.pk])

    assert klient.get(adress).status_code == 404


def test_the_boards_own_sending_back_is_corrected_too(klient, namnd):
    plan = bygge.ny_plan(namnd, 2027)
    fel = plan.besluten.create(organ=str(namnd), utfall="aterremiss", dag="2026-05-04")
    adress = reverse("beslut_ratta", args=[namnd.kort, 2027, fel.pk])
    falt = {"dag": "2026-05-05", "paragraf": "§ 3", "dnr": "", "skal": SKAL}
    klient.post(adress, falt)

    assert plan.besluten.gallande().get().dag == date(2026, 5, 5)
    assert plan.besluten.count() == 2
