"""Where a read form goes: a double, not VBE, into the picture, and back again."""

from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from blanketter.forms.status import StatusForm
from blanketter.handlingar import byt_status, ta_tillbaka
from blanketter.handlingar.klassa import klassa
from blanketter.models import Blankett
from tests import bygge
from tests.blanketter import bordet
from tests.blanketter.bordet import adress, last_blankett
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
KLASS = {"klass_slag": ("hot",), "klass_miljo": "vit_makt", "bedomning": "trolig"}


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def blankett(namnd):
    return last_blankett(namnd)


@pytest.fixture
def klassad(blankett, samordnare):
    klassa(blankett, dict(KLASS), av=samordnare, sedd=blankett.rakning)
    return blankett


def gor(klient, blankett, till, **mer):
    data = {"till": till, "rakning": blankett.rakning} | mer
    return klient.post(adress("inkommen_status", blankett), data, follow=True)


def nu(blankett):
    blankett.refresh_from_db()
    return blankett.status


def test_a_double_is_not_counted_and_points_at_the_first(klient, namnd, blankett):
    forsta = last_blankett(namnd)

    svar = gor(
        klient,
        blankett,
        "dubblett",
        av_vilken=f" {forsta.regnr.lower().replace('-', ' ')} ",
    )

    assert f"Dubblett av {forsta.regnr}" in bordet.besked(svar)
    assert nu(blankett) == Blankett.Status.DUBBLETT
    assert blankett.dubblett_av == forsta
    assert Spar.objects.filter(handling=Spar.Handling.ANDRAD).count() == 1


def test_what_may_be_the_same_event_is_offered(klient, namnd, blankett):
    lik = last_blankett(namnd)
    olik = last_blankett(namnd, plats="skola")

    sidan = klient.get(blankett.get_absolute_url())

    lankar = bordet.sida(sidan).xpath("//ul[@class='liknande']//a/text()")
    assert lankar == [lik.regnr]
    assert olik.regnr not in bordet.orden(sidan)


def test_a_double_of_a_double_points_at_the_first_one(klient, namnd, blankett):
    forsta, andra = last_blankett(namnd), last_blankett(namnd)
    gor(klient, andra, "dubblett", av_vilken=forsta.regnr)

    gor(klient, blankett, "dubblett", av_vilken=andra.regnr)

    blankett.refresh_from_db()
    assert blankett.dubblett_av == forsta


def test_when_the_first_becomes_a_double_its_doubles_follow(klient, namnd, blankett):
    forsta, andra = last_blankett(namnd), last_blankett(namnd)
    gor(klient, andra, "dubblett", av_vilken=blankett.regnr)

    gor(klient, blankett, "dubblett", av_vilken=forsta.regnr)

    andra.refresh_from_db()
    assert andra.dubblett_av == forsta


@pytest.mark.parametrize(
    ("vilken", "fel"),
    [
        ("", "Skriv numret på den blankett"),
        ("AAAA-AAAA", "ingen blankett med det numret"),
        ("\0", "Skriv numret på den blankett"),
        ("x" * 10_000, "Skriv högst 20 tecken"),
    ],
)
def test_a_number_that_is_no_forms_is_told_and_stays(klient, blankett, vilken, fel):
    svar = gor(klient, blankett, "dubblett", av_vilken=vilken)

    assert fel in bordet.felen(svar)
    assert nu(blankett) == Blankett.Status.LAST
    ifyllt = bordet.falt(svar, adress("inkommen_status", blankett))
    assert ifyllt.get("av_vilken", "") == vilken.strip("\0")


def test_itself_an_unread_one_and_another_boards_are_no_firsts(klient, namnd, blankett):
    olast = bygge.ny_blankett(namnd)
    frammande = last_blankett(bygge.ny_namnd("sjovik"))
    egen = last_blankett(namnd)
    gor(klient, egen, "dubblett", av_vilken=blankett.regnr)

    for rad, fel in (
        (blankett, "Välj en annan blankett"),
        (egen, "Välj en annan blankett"),
        (olast, "är inte läst"),
        (frammande, "ingen blankett med det numret"),
    ):
        svar = gor(klient, blankett, "dubblett", av_vilken=rad.regnr)
        assert fel in bordet.felen(svar)
    assert nu(blankett) == Blankett.Status.LAST


def test_what_is_not_vbe_is_put_aside_and_taken_back(klient, blankett):
    assert "Inte VBE" in bordet.besked(gor(klient, blankett, "ej_vbe"))
    assert nu(blankett) == Blankett.Status.EJ_VBE

    gor(klient, blankett, "tillbaka")

    assert nu(blankett) == Blankett.Status.LAST


def test_a_classed_form_goes_into_the_picture_and_out_again(klient, klassad):
    gor(klient, klassad, "ta_med", ar="2027")
    assert nu(klassad) == Blankett.Status.INGAR
    assert klassad.lagesbild_ar == 2027
    assert klassad in Blankett.objects.i_bilden()

    gor(klient, klassad, "tillbaka")

    assert nu(klassad) == Blankett.Status.KLASSAD
    assert klassad.lagesbild_ar is None


def test_a_classing_can_be_taken_away(klient, klassad):
    gor(klient, klassad, "tillbaka")

    assert nu(klassad) == Blankett.Status.LAST
    assert not klassad.ar_klassad


def test_a_form_put_aside_keeps_its_classing_for_when_it_comes_back(klient, klassad):
    gor(klient, klassad, "ej_vbe")
    klassad.refresh_from_db()

    gor(klient, klassad, "tillbaka")

    assert nu(klassad) == Blankett.Status.KLASSAD


@pytest.mark.parametrize("ar", ["", "1999", "9" * 40, "x"])
def test_an_unclassed_form_or_one_without_a_year_is_not_counted(
    klient, namnd, klassad, ar
):
    gor(klient, klassad, "ta_med", ar=ar)
    assert nu(klassad) == Blankett.Status.KLASSAD

    olklassad = last_blankett(namnd)
    svar = gor(klient, olklassad, "ta_med", ar="2027")
    assert "Klassa blanketten först" in bordet.felen(svar)


@pytest.mark.parametrize("till", ["", "atertagen", "gallrad", "\0"])
def test_a_status_that_is_no_button_changes_nothing(klient, blankett, till):
    assert gor(klient, blankett, till).status_code == 200

    assert nu(blankett) == Blankett.Status.LAST


@pytest.mark.parametrize("rakning", ["", "x", "9" * 40])
def test_a_strange_counter_changes_nothing(klient, blankett, rakning):
    svar = gor(klient, blankett, "ej_vbe", rakning=rakning)

    assert svar.status_code == 200
    assert nu(blankett) == Blankett.Status.LAST


def test_the_second_of_two_is_told_and_changes_nothing(klient, blankett, samordnare):
    deras = Blankett.objects.get(pk=blankett.pk)
    klassa(deras, dict(KLASS), av=samordnare, sedd=deras.rakning)

    svar = gor(klient, blankett, "ej_vbe")

    assert "ändrades nyss" in bordet.besked(svar)
    assert nu(blankett) == Blankett.Status.KLASSAD


def test_a_double_click_is_no_clash(klient, namnd, blankett):
    forsta = last_blankett(namnd)
    for _ in range(2):
        svar = gor(klient, blankett, "dubblett", av_vilken=forsta.regnr)
        assert "Nu står blanketten som" in bordet.besked(svar)
    assert Spar.objects.filter(handling=Spar.Handling.ANDRAD).count() == 1


def test_two_that_are_made_doubles_of_each_other_at_once_make_no_ring(
    namnd, samordnare
):
    a, b = last_blankett(namnd), last_blankett(namnd)
    b_som_sedd = Blankett.objects.get(pk=b.pk)
    byt_status.ar_dubblett(a, b, av=samordnare, sedd=a.rakning)
    a_nu = Blankett.objects.select_related("dubblett_av").get(pk=a.pk)

    with pytest.raises(byt_status.NagonHannFore):
        byt_status.ar_dubblett(b_som_sedd, a_nu, av=samordnare, sedd=b.rakning)

    assert nu(b) == Blankett.Status.LAST


def test_with_rows_that_are_stale_no_form_becomes_its_own_double(namnd, samordnare):
    a, b = last_blankett(namnd), last_blankett(namnd)
    b_som_sedd = Blankett.objects.get(pk=b.pk)
    byt_status.ar_dubblett(b, a, av=samordnare, sedd=b.rakning)

    with pytest.raises(byt_status.NagonHannFore, match=f"{b.regnr} blev nyss dubblett"):
        byt_status.ar_dubblett(a, b_som_sedd, av=samordnare, sedd=a.rakning)

    assert nu(a) == Blankett.Status.LAST
    assert nu(b) == Blankett.Status.DUBBLETT
    assert (a.dubblett_av, b.dubblett_av) == (None, a)


def test_a_double_points_at_the_first_though_the_other_became_a_double_meanwhile(
    namnd, samordnare
):
    a, b, c = (last_blankett(namnd) for _ in range(3))
    b_som_sedd = Blankett.objects.get(pk=b.pk)
    byt_status.ar_dubblett(b, c, av=samordnare, sedd=b.rakning)

    byt_status.ar_dubblett(a, b_som_sedd, av=samordnare, sedd=a.rakning)

    a.refresh_from_db()
    assert a.dubblett_av == c


def test_who_loses_is_told_that_the_other_became_a_double_of_this_one(
    klient, namnd, blankett, samordnare, monkeypatch
):
    annan = last_blankett(namnd)
    hittade = StatusForm._hitta

    def hinner_fore(form, data):
        hittade(form, data)
        rad = Blankett.objects.get(pk=annan.pk)
        byt_status.ar_dubblett(rad, blankett, av=samordnare, sedd=rad.rakning)

    monkeypatch.setattr(StatusForm, "_hitta", hinner_fore)
    svar = gor(klient, blankett, "dubblett", av_vilken=annan.regnr)

    assert "blev nyss dubblett av den här" in bordet.besked(svar)
    assert nu(blankett) == Blankett.Status.LAST


def test_the_database_takes_no_double_of_itself(blankett):
    with pytest.raises(IntegrityError), transaction.atomic():
        Blankett.objects.filter(pk=blankett.pk).update(dubblett_av=blankett)


def samtidigt(samordnare, *par):
    """Post each (form, its first) at once, each with its own connection."""
    start, koder = Barrier(len(par)), []

    def en(blankett, forsta):
        klient = Client()
        klient.force_login(samordnare)
        start.wait()
        svar = gor(klient, blankett, "dubblett", av_vilken=forsta.regnr)
        koder.append(svar.status_code)
        connection.close()

    tradar = [Thread(target=en, args=ett) for ett in par]
    [t.start() for t in tradar]
    [t.join() for t in tradar]
    assert koder == [200] * len(par)


@pytest.mark.langsam
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("antal", [2, 3])
def test_forms_made_doubles_of_one_another_in_the_same_second_leave_a_first(antal):
    """Both databases, real connections: the event is counted once, never nought."""
    namnd = bygge.ny_namnd()
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    for _ in range(6):
        rader = [last_blankett(namnd) for _ in range(antal)]

        samtidigt(samordnare, *zip(rader, [*rader[1:], rader[0]], strict=True))

        [rad.refresh_from_db() for rad in rader]
        forsta = [rad for rad in rader if rad.dubblett_av is None]
        assert len(forsta) == 1
        assert {rad.dubblett_av for rad in rader} == {None, forsta[0]}


def test_an_unread_or_taken_back_form_is_opened_first(klient, namnd):
    olast, atertagen = bygge.ny_blankett(namnd), bygge.ny_blankett(namnd)
    ta_tillbaka(atertagen)

    for rad, fore in ((olast, "ny"), (atertagen, "atertagen")):
        svar = gor(klient, rad, "ej_vbe")
        assert "Öppna och läs texten först" in bordet.besked(svar)
        assert nu(rad) == fore
