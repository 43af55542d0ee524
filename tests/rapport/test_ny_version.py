"""A decided plan is opened for a new version; the edition stands, the chain goes on."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from aktiviteter.forseglat import forseglat
from aktiviteter.handlingar.gang import RedanGjort, registrera_ks
from aktiviteter.models import Beslut, Handlingsplan, Planstatus
from tests import bygge
from tests.bygge_utgava import (
    beslutad_plan,
    nya_uppgifter,
    plan_hos_namnden,
    till_namnden,
)
from tests.rapport import exempel
from vbeplan import radlas
from vbeplan.organisation.models import Ratt, Spar
from vbeplan.rapport.forms.beslut import BeslutForm
from vbeplan.rapport.forsegling import Forsegling
from vbeplan.rapport.handlingar.besluta import besluta, sett_nu
from vbeplan.rapport.handlingar.ny_version import ArAndrad, borja_ny_version, lagg_ner
from vbeplan.rapport.models import Oppning, Utgava
from vbeplan.rapport.utgavor import efterfoljare
from vbeplan.rapport.utskrift import underlag
from vbeplan.rapport.verifiering import verifiera

pytestmark = pytest.mark.django_db
SKAL = "Kommunstyrelsen vill ha fler mål."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def utgava(namnd):
    return beslutad_plan(plan_hos_namnden(namnd))


@pytest.fixture
def plan(utgava):
    return Handlingsplan.objects.select_related("namnd").get()


def las_om(plan):
    plan.refresh_from_db()
    return plan


def till_beslut_igen(plan, **uppgifter):
    """Change a word of an opened plan, and decide it as its next version."""
    plan.avsnitt.filter(pk=plan.avsnitt.first().pk).update(rubrik="Nytt inledande ord")
    return beslutad_plan(till_namnden(plan), **{"paragraf": "§ 61"} | uppgifter)


def test_the_plan_is_open_again_and_the_edition_stands_as_it_was(plan, utgava):
    fore, pdf = forseglat(plan), bytes(utgava.pdf)
    plan.dela(True, av=None)

    borja_ny_version(plan, skal=SKAL, av=None)

    las_om(plan)
    assert (plan.status, plan.omgang, plan.datum) == (Planstatus.UTKAST, 2, None)
    assert not plan.delad, "a draft is its board's own"
    assert plan.stegen.last().skal == SKAL
    assert plan.stegen.last().i_ord == "En ny version är påbörjad"
    assert Spar.objects.filter(handling=Spar.Handling.NY_VERSION).exists()
    utgava = Utgava.objects.get()
    assert bytes(utgava.pdf) == pdf
    assert forseglat(plan) is None, "an open plan is read as it stands"
    assert efterfoljare(utgava) is None, "it is in force until the next is decided"
    assert fore.innehall.avsnitt


def test_the_next_version_is_an_edition_in_the_chain_and_replaces_the_first(
    plan, utgava
):
    borja_ny_version(plan, skal=SKAL, av=None)
    andra = till_beslut_igen(plan)

    assert (andra.nummer, andra.omgang, andra.forra) == (2, 2, utgava.sigill)
    assert efterfoljare(utgava) == andra
    assert efterfoljare(andra) is None
    assert forseglat(las_om(plan)).innehall.avsnitt[0].rubrik == "Nytt inledande ord"
    assert plan.lage == "Beslutad, version 2"
    assert verifiera().fel == []
    besluten = plan.besluten.filter(utfall=Beslut.Utfall.BESLUTAD)
    assert [b.omgang for b in besluten.order_by("pk")] == [1, 2]


def test_verifiera_knows_that_the_rows_have_left_the_edition(plan, utgava):
    borja_ny_version(plan, skal=SKAL, av=None)
    plan.avsnitt.update(rubrik="Annat")

    utfall = verifiera()

    assert utfall.fel == []
    assert "en ny version av planen är påbörjad" in utfall.anmarkningar[0]


def test_decided_becomes_draft_only_by_the_note_on_the_edition(plan):
    for satt in (
        "status = 'utkast'",
        "status = 'utkast', omgang = omgang + 1",
        "status = 'utkast', omgang = omgang + 1, titel = 'Annat'",
    ):
        with pytest.raises(DatabaseError, match="ändras inte"), transaction.atomic():
            sql(f"UPDATE aktiviteter_handlingsplan SET {satt}")  # noqa: S608


def test_a_note_opens_one_version_and_no_more(plan):
    borja_ny_version(plan, skal=SKAL, av=None)
    till_beslut_igen(plan)

    with pytest.raises(DatabaseError, match="ändras inte"), transaction.atomic():
        sql(
            "UPDATE aktiviteter_handlingsplan "
            "SET status = 'utkast', omgang = omgang + 1"
        )


@pytest.mark.parametrize(
    "sats",
    [
        "UPDATE rapport_oppning SET skal = 'Annat'",
        "DELETE FROM rapport_oppning",
        "UPDATE rapport_utgava SET omgang = 7",
    ],
)
def test_the_note_and_the_edition_are_not_changed(plan, sats):
    borja_ny_version(plan, skal=SKAL, av=None)

    with pytest.raises(DatabaseError, match="ändras inte"), transaction.atomic():
        sql(sats)


def sql(sats):
    with connection.cursor() as cursor:
        cursor.execute(sats)


@pytest.mark.parametrize(
    ("sats", "vad"),
    [
        ("UPDATE rapport_oppning SET skal = 'Annat'", "öppning 1 är ändrad"),
        ("DELETE FROM rapport_oppning", "inte längre som beslutad"),
        ("DELETE FROM aktiviteter_steg WHERE till = 'utkast'", "Planens gång"),
        (
            "UPDATE aktiviteter_handlingsplan SET omgang = 1",
            "står som den gamla",
        ),
        (
            "UPDATE aktiviteter_handlingsplan SET status = 'beslutad'",
            "har ingen utgåva",
        ),
    ],
)
def test_who_gets_past_the_locks_is_told_of(plan, sats, vad):
    borja_ny_version(plan, skal=SKAL, av=None)
    connection.check_constraints()  # else PostgreSQL still has them to ask
    radlas.ta_bort()
    sql(sats)
    connection.check_constraints()
    radlas.installera()

    assert any(vad in fel for fel in verifiera().fel), verifiera().fel


def test_it_is_begun_once(plan):
    gammal = Handlingsplan.objects.get()
    borja_ny_version(plan, skal=SKAL, av=None)

    with pytest.raises(RedanGjort):
        borja_ny_version(gammal, skal=SKAL, av=None)

    assert Oppning.objects.count() == 1


def test_a_plan_that_a_later_year_has_replaced_is_not_opened(plan, namnd):
    beslutad_plan(plan_hos_namnden(namnd, plan.ar + 1))

    with pytest.raises(RedanGjort):
        borja_ny_version(las_om(plan), skal=SKAL, av=None)


def test_a_version_that_nobody_has_written_in_can_be_laid_down(plan, utgava):
    borja_ny_version(plan, skal=SKAL, av=None)
    lagg_ner(plan, skal="Det var fel plan.", av=None)

    las_om(plan)
    assert (plan.status, plan.omgang) == (Planstatus.BESLUTAD, 1)
    assert plan.datum == utgava.dag
    assert verifiera().fel == verifiera().anmarkningar == []
    borja_ny_version(plan, skal=SKAL, av=None)
    assert las_om(plan).omgang == 2, "and be begun again"


def test_one_that_has_been_written_in_is_not_laid_down(plan):
    borja_ny_version(plan, skal=SKAL, av=None)
    plan.avsnitt.update(rubrik="Annat")

    with pytest.raises(ArAndrad):
        lagg_ner(plan, skal="Det var fel plan.", av=None)

    assert las_om(plan).status == Planstatus.UTKAST
    assert Oppning.objects.count() == 1


def test_ks_decides_of_each_version_by_itself(plan, utgava):
    nej = Beslut(organ="Kommunstyrelsen", utfall="inte_godkand", dag=utgava.dag)
    registrera_ks(plan, nej, av=None)
    borja_ny_version(plan, skal=SKAL, av=None)
    till_beslut_igen(plan)
    ja = Beslut(organ="Kommunstyrelsen", utfall="godkand", dag=utgava.dag)
    registrera_ks(las_om(plan), ja, av=None)

    assert las_om(plan).status == Planstatus.GODKAND
    assert (nej.omgang, ja.omgang) == (1, 2)


def test_a_press_from_before_decides_nothing_of_the_new_version(plan, utgava):
    gammalt = sett_nu(plan)
    borja_ny_version(plan, skal=SKAL, av=None)

    with pytest.raises(RedanGjort):
        besluta(plan, nya_uppgifter(), sett=gammalt, av=None)

    assert Utgava.objects.count() == 1


def test_the_pages_say_which_is_in_force(plan, utgava, namnd, samordnare, client):
    utgava.publicera(True, av=None)
    client.force_login(samordnare)
    ny = reverse("plan_ny_version", args=[namnd.kort, plan.ar])
    assert "Varför" in client.get(ny).content.decode()

    sidan = client.post(ny, {"skal": SKAL}, follow=True).content.decode()
    assert "version 2" in sidan
    assert "gäller" in sidan
    utgavan = reverse("plan_utgava", args=[namnd.kort, plan.ar])
    assert "Gäller tills" in client.get(utgavan).content.decode()
    oppet = reverse("oppet_namnd", args=[namnd.kort])
    assert "Ersatt" not in client.get(oppet).content.decode()

    till_beslut_igen(las_om(plan)).publicera(True, av=None)

    oppet = client.get(oppet).content.decode()
    assert "Ersatt av version 2" in oppet
    fil = reverse("oppet_utgava_pdf", args=[namnd.kort, utgava.nummer])
    assert fil in oppet
    assert client.get(fil).content == bytes(utgava.pdf)
    utgavan = client.get(utgavan).content.decode()
    assert "Tidigare versioner" in utgavan


def test_without_a_reason_nothing_is_opened(plan, namnd, samordnare, client):
    client.force_login(samordnare)
    svar = client.post(reverse("plan_ny_version", args=[namnd.kort, plan.ar]), {})

    assert "Varför" in svar.content.decode()
    assert las_om(plan).ar_beslutad


def test_one_compares_with_the_version_that_was_decided(
    plan, namnd, samordnare, client
):
    borja_ny_version(plan, skal=SKAL, av=None)
    client.force_login(samordnare)
    rad = plan.aktiviteter.first()
    bygge.andra(rad, titel="Ett nytt namn", av=samordnare)
    sidan = client.get(reverse("plan_jamfor", args=[namnd.kort, plan.ar]))

    assert "Version 1, som den beslutades" in sidan.content.decode()
    assert [
        rad.titel for a in sidan.context["jamforelse"].avsnitt for rad in a.aktiviteter
    ] == ["Ett nytt namn"]


def test_a_new_version_is_not_decided_before_the_one_that_it_replaces(plan):
    borja_ny_version(plan, skal=SKAL, av=None)
    fore = till_namnden(las_om(plan))
    falt = {"organ": "N", "dag": "2026-11-01", "paragraf": "2", "sett": "x"}
    form = BeslutForm(falt, plan=fore, sett="x")

    assert "före beslutet om den förra versionen" in str(form.errors["dag"])
    assert BeslutForm(plan=fore, sett="x").initial["dag"] is None


def test_the_last_page_says_which_version_it_is_and_what_it_replaces():
    fore = "utgåva 1, beslutad 12 november 2026"
    sidan = Forsegling(2, nya_uppgifter(), "0" * 64, omgang=2, ersatter=fore)
    html, _ = underlag(exempel.plan(), sidan)

    assert "2, version 2 av planen för" in html
    assert "Utgåva 1, beslutad 12 november 2026" in html
