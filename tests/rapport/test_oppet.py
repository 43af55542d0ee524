"""The open pages: a board's decided plans, and the check of a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aktiviteter.models import Avsnitt, Beslut
from tests import bygge
from tests.bygge_utgava import beslutad_plan, nya_uppgifter, plan_hos_namnden
from vbeplan.rapport import forsegling
from vbeplan.rapport.forsegling import sha256
from vbeplan.rapport.models import Utgava

pytestmark = pytest.mark.django_db
KONTROLL = "/oppet/kontrollera/"


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def utgava(namnd):
    return beslutad_plan(plan_hos_namnden(namnd))


def sidan(client, namnd):
    return client.get(reverse("oppet_namnd", args=[namnd.kort]))


def filen(client, utgava):
    namnd, ar = utgava.namnd.kort, utgava.plan.ar
    return client.get(reverse("oppet_pdf", args=[namnd, ar]))


def kontrollera(client, data):
    fil = SimpleUploadedFile("plan.pdf", bytes(data), "application/pdf")
    return client.post(KONTROLL, {"fil": fil}).content.decode()


def test_nothing_is_shown_before_it_is_published(client, namnd, utgava):
    assert "inte publicerat" in sidan(client, namnd).content.decode()
    assert filen(client, utgava).status_code == 404


def test_a_published_plan_is_read_by_anybody(client, namnd, utgava):
    utgava.publicera(True, av=None)

    assert "§ 47" in sidan(client, namnd).content.decode()
    assert filen(client, utgava).content == bytes(utgava.pdf)


def test_the_executive_boards_approval_is_told(client, namnd, utgava):
    utgava.publicera(True, av=None)
    Beslut.objects.create(
        plan=utgava.plan,
        organ="Kommunstyrelsen",
        utfall=Beslut.Utfall.VILLKOR,
        dag=nya_uppgifter().dag,
    )

    assert "godkände planen med villkor" in sidan(client, namnd).content.decode()


def test_internal_chapters_are_left_out_of_the_open_file(client, namnd):
    plan = plan_hos_namnden(namnd)
    internt = plan.avsnitt.i_lasordning()[1]
    Avsnitt.objects.filter(pk=internt.pk).update(intern=True)
    utgava = beslutad_plan(plan)
    utgava.publicera(True, av=None)
    fil = filen(client, utgava)

    assert fil.content == bytes(utgava.publik_pdf) != bytes(utgava.pdf)
    assert internt.rubrik in texten(utgava.pdf)
    ord_ = texten(fil.content)
    # Its name stands on the last page alone, which says what is left out.
    assert ord_.count(internt.rubrik) == 1
    assert "offentliga versionen" in ord_


def texten(data):
    from io import BytesIO

    import pypdf

    sidor = pypdf.PdfReader(BytesIO(bytes(data))).pages
    return " ".join(" ".join(sida.extract_text() for sida in sidor).split())


def test_a_decided_file_is_known_and_one_byte_makes_it_another(client, utgava):
    data = bytearray(utgava.pdf)
    svar = kontrollera(client, data)
    assert "Ja, det är en beslutad plan" in svar
    assert utgava.avtryck_i_grupper[0] in svar

    data[-10] ^= 1

    assert "Nej, filen är inte" in kontrollera(client, data)


def test_a_plan_that_was_replaced_says_by_which(client, namnd, utgava):
    beslutad_plan(plan_hos_namnden(namnd, 2028))

    assert "ersatt av planen för 2028" in kontrollera(client, utgava.pdf)


def test_an_edition_that_no_deed_sealed_is_not_vouched_for(client, namnd, utgava):
    """Who may write in the database can work out every seal but the stamp."""
    falsk = Utgava.objects.get(pk=utgava.pk)
    falsk.pk, falsk._state.adding = None, True
    falsk.plan, falsk.forra, falsk.nummer = bygge.ny_plan(namnd, 2028), utgava.sigill, 2
    falsk.pdf, falsk.pdf_sha256 = b"%PDF- falsk", sha256(b"%PDF- falsk")
    falsk.fingeravtryck = forsegling.fingeravtryck(
        forra=falsk.forra,
        nummer=falsk.nummer,
        uppgifter=falsk.uppgifter,
        innehall_sha256=falsk.innehall_sha256,
    )
    falsk.sigill = forsegling.sigill(
        fingeravtryck=falsk.fingeravtryck,
        pdf_sha256=falsk.pdf_sha256,
        publik_sha256=falsk.publik_sha256,
        skapad=falsk.skapad,
    )
    assert "Ja, det är en beslutad plan" in kontrollera(client, utgava.pdf)
    falsk.save()

    assert "Vi kan inte svara ja" in kontrollera(client, falsk.pdf)


def test_a_file_too_large_or_none_at_all_is_said(client, db):
    assert "större än 2 MB" in kontrollera(client, b"x" * 2_600_000)
    assert "Välj den fil" in client.post(KONTROLL, {}).content.decode()


def test_a_file_that_nobody_reads_is_answered_in_words_about_a_file(client, db):
    """What is larger than a request may be is let go before any form sees it."""
    svar = kontrollera(client, b"x" * 4_000_000)

    assert "Filen är för stor" in svar
    assert 'href="/oppet/kontrollera/"' in svar
    assert "rutinen</a></p>" not in svar
    assert "korta texten" not in svar


def test_the_check_remembers_nobody(client, utgava):
    with CaptureQueriesContext(
        connection,
    ) as fragor:
        svar = client.post(KONTROLL, {"fil": SimpleUploadedFile("x.pdf", b"x")})

    assert not [f for f in fragor if f["sql"].startswith(("INSERT", "UPDATE"))]
    assert set(svar.cookies) <= {"csrftoken"}
    assert svar["Cache-Control"] == "no-store"


def test_the_list_reads_no_files(client, namnd, django_assert_max_num_queries):
    for ar in range(2020, 2023):
        beslutad_plan(plan_hos_namnden(namnd, ar)).publicera(True, av=None)
    with django_assert_max_num_queries(5) as fragor:
        sidan(client, namnd)
    falt = Utgava._meta.get_field("pdf").column
    assert not [f for f in fragor if f'"{falt}"' in f["sql"]]
