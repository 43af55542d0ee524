"""What was typed wrong of a sealed decision is put right beside it, never over it."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from aktiviteter.models import Beslut, Handlingsplan
from tests import bygge
from tests.bygge_utgava import beslutad_plan, nya_uppgifter, plan_hos_namnden
from vbeplan import radlas
from vbeplan.organisation.models import Ratt, Spar
from vbeplan.rapport.handlingar.ratta import RedanRattad, ratta
from vbeplan.rapport.models import Rattelse, Utgava
from vbeplan.rapport.verifiering import verifiera

pytestmark = pytest.mark.django_db
SKAL = "Fel paragraf skrevs av ur protokollet."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def utgava(namnd):
    return beslutad_plan(plan_hos_namnden(namnd))


def test_the_edition_stands_and_the_right_fact_goes_before_it(utgava, samordnare):
    fore = Utgava.objects.values().get()
    ratta(utgava, nya_uppgifter(paragraf="§ 48"), skal=SKAL, sedd=0, av=samordnare)

    assert Utgava.objects.values().get() == fore
    utgava = Utgava.objects.get()
    assert (utgava.paragraf, utgava.gallande.paragraf) == ("§ 47", "§ 48")
    assert [s for _, s in utgava.rattat] == [[("Paragraf", "§ 47", "§ 48")]]
    gammalt, nytt = Beslut.objects.order_by("pk")
    assert (nytt.rattar, nytt.rattelseskal) == (gammalt, SKAL)
    assert list(Beslut.objects.gallande()) == [nytt]
    assert Spar.objects.filter(handling=Spar.Handling.RATTAD, av=samordnare).exists()
    assert verifiera().fel == []


def test_a_correction_can_be_corrected_and_all_are_told(utgava):
    ratta(utgava, nya_uppgifter(paragraf="§ 84"), skal=SKAL, sedd=0, av=None)
    ratt = nya_uppgifter(paragraf="§ 48", dag=date(2026, 11, 11))
    ratta(utgava, ratt, skal="Siffrorna kastades om.", sedd=1, av=None)

    assert [rad.nummer for rad, _ in Utgava.objects.get().rattat] == [1, 2]
    assert Utgava.objects.get().gallande == ratt
    assert verifiera().fel == []


def test_the_second_of_two_who_correct_changes_nothing(utgava):
    ratta(utgava, nya_uppgifter(paragraf="§ 48"), skal=SKAL, sedd=0, av=None)
    for uppgifter, sedd in ((nya_uppgifter(dnr="E 2"), 0), (nya_uppgifter(), 1)):
        if sedd:
            uppgifter = nya_uppgifter(paragraf="§ 48")  # that is what holds already
        with pytest.raises(RedanRattad):
            ratta(utgava, uppgifter, skal=SKAL, sedd=sedd, av=None)

    assert Rattelse.objects.count() == 1


@pytest.mark.parametrize(
    "sats",
    [
        "UPDATE rapport_rattelse SET paragraf = '§ 1'",
        "DELETE FROM rapport_rattelse",
        "UPDATE aktiviteter_beslut SET paragraf = '§ 1'",
    ],
)
def test_a_correction_is_as_locked_as_the_edition(utgava, sats):
    ratta(utgava, nya_uppgifter(paragraf="§ 48"), skal=SKAL, sedd=0, av=None)
    with pytest.raises(DatabaseError, match="ändras inte"), transaction.atomic():
        sql(sats)


def sql(sats):
    with connection.cursor() as cursor:
        cursor.execute(sats)


@pytest.mark.parametrize(
    ("sats", "vad"),
    [
        ("UPDATE rapport_rattelse SET paragraf = '§ 1'", "rättelse 1 är ändrad"),
        ("DELETE FROM rapport_rattelse WHERE nummer = 1", "rättelse 1 är borta"),
        ("DELETE FROM rapport_rattelse", "registrerade beslutet"),
        (
            "UPDATE aktiviteter_beslut SET paragraf = '§ 1' WHERE paragraf = '§ 48'",
            "registrerade beslutet",
        ),
    ],
)
def test_who_gets_past_the_locks_is_told_of(utgava, sats, vad):
    ratta(utgava, nya_uppgifter(paragraf="§ 48"), skal=SKAL, sedd=0, av=None)
    ratta(utgava, nya_uppgifter(paragraf="§ 49"), skal=SKAL, sedd=1, av=None)
    connection.check_constraints()  # else PostgreSQL still has them to ask
    radlas.ta_bort()
    sql(sats)
    connection.check_constraints()
    radlas.installera()

    assert any(vad in fel for fel in verifiera().fel), verifiera().fel


def test_every_page_that_shows_the_edition_tells_of_it(
    utgava, namnd, samordnare, client, tmp_path, capsys
):
    utgava.publicera(True, av=None)
    plan = Handlingsplan.objects.get()
    client.force_login(samordnare)
    adress = reverse("utgava_ratta", args=[namnd.kort, plan.ar, utgava.nummer])
    sidan = client.get(adress).content.decode()
    assert 'value="§ 47"' in sidan
    falt = {
        "organ": utgava.organ,
        "dag": "2026-11-12",
        "paragraf": "48",
        "dnr": utgava.dnr,
        "skal": SKAL,
        "sedd": 0,
    }
    svar = client.post(adress, falt, follow=True).content.decode()
    client.logout()
    oppet = client.get(reverse("oppet_namnd", args=[namnd.kort])).content.decode()
    fil = tmp_path / "plan.pdf"
    fil.write_bytes(bytes(utgava.pdf))
    with fil.open("rb") as oppen:
        kontroll = client.post(reverse("oppet_kontroll"), {"fil": oppen})
    call_command("verifiera")

    for sida in (svar, oppet, kontroll.content.decode()):
        assert "Paragraf: § 48, inte § 47." in sida
        assert SKAL in sida
    assert ": paragraf § 48, inte § 47." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("andrat", "ord_"),
    [
        ({"skal": ""}, "Fyll i fältet"),
        ({}, "Inget skiljer sig"),
        ({"dag": "2099-01-01"}, "har inte varit"),
    ],
)
def test_what_is_no_correction_is_refused_and_the_words_stay(
    utgava, namnd, samordnare, client, andrat, ord_
):
    client.force_login(samordnare)
    adress = reverse("utgava_ratta", args=[namnd.kort, utgava.plan.ar, utgava.nummer])
    falt = {
        "organ": utgava.organ,
        "dag": "2026-11-12",
        "paragraf": "§ 47",
        "dnr": utgava.dnr,
        "skal": SKAL,
        "sedd": 0,
    }
    svar = client.post(adress, falt | andrat).content.decode()

    assert ord_ in svar
    assert SKAL in svar or "skal" in andrat
    assert not Rattelse.objects.exists()
