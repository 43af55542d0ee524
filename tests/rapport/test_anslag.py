"""The routine's sheet as a PDF: one page, both standards, a code that leads right."""

import subprocess

import pytest
import zxingcpp
from django.urls import reverse
from PIL import Image

from tests import bygge
from tests.rapport.taggtrad import LastPdf
from tests.rapport.verapdf import granska
from vbeplan.rapport import process
from vbeplan.rapport.fel import PdfFel

pytestmark = pytest.mark.django_db
VARD = "oro.granby.example"


@pytest.fixture
def namnd(settings, tmp_path):
    settings.ALLOWED_HOSTS = [VARD]
    forrad = {**settings.CACHES["pdf"], "LOCATION": str(tmp_path / "pdf")}
    settings.CACHES = {**settings.CACHES, "pdf": forrad}
    return bygge.ny_namnd()


def hamta(client, namnd):
    adress = reverse("rutin_anslag", args=[namnd.kort])
    return client.get(adress, headers={"host": VARD})


def texten(fardig):
    sidor = range(1, len(fardig.pdf.pages) + 1)
    return " ".join(" ".join(map(fardig.text, sidor)).split())


def bild(data, mapp):
    """Return the first page as a telephone's camera would see it."""
    (mapp / "ark.pdf").write_bytes(data)
    kommando = ["pdftoppm", "-r", "100", "-png", "-singlefile", "ark.pdf", "ark"]
    subprocess.run(kommando, cwd=mapp, check=True, timeout=60)
    return Image.open(mapp / "ark.png")


def test_the_sheet_is_one_page_with_every_step_and_the_address(client, namnd):
    bygge.ny_kontakt(namnd, tider="vardagar 8–16.30")
    bygge.ny_kontakt(None, funktion="Socialjouren", telefon="08-465 004 01", jour=True)

    svar = hamta(client, namnd)

    assert svar.headers["Content-Type"] == "application/pdf"
    fardig = LastPdf(svar.content)
    assert len(fardig.pdf.pages) == 1
    text = texten(fardig)
    for ord_ in (
        "Ring 112",
        "114 14",
        "Gör en orosanmälan till socialtjänsten",
        "010-123 45 60, vardagar 8–16.30",
        "08-465 004 01, kvällar, nätter och helger",
        "Fyll i blanketten",
        f"http://{VARD}/oro/ekhamra/",
    ):
        assert ord_ in text


def test_a_telephone_reads_the_code_and_gets_to_the_guide(client, namnd, tmp_path):
    koder = zxingcpp.read_barcodes(bild(hamta(client, namnd).content, tmp_path))

    assert [kod.text for kod in koder] == [f"http://{VARD}/oro/ekhamra/"]
    sida = client.get(koder[0].text.split(VARD)[1], headers={"host": VARD})
    assert sida.status_code == 200


def test_the_code_is_a_figure_that_says_where_it_leads(client, namnd):
    fardig = LastPdf(hamta(client, namnd).content)

    [figur] = fardig.med_roll("Figure")

    assert str(figur.objekt.Alt) == f"QR-kod som leder till http://{VARD}/oro/ekhamra/"


def test_many_steps_and_contacts_make_the_type_smaller_and_not_two_sheets(
    client, namnd, tmp_path
):
    for nr in range(4):
        bygge.ny_stegtext(namnd, f"eget-{nr}", fraga=f"Är du orolig för något {nr}?")
    for nr in range(6):
        bygge.ny_kontakt(namnd, funktion=f"Mottagning {nr}", tider="vardagar 8–16.30")

    ark = hamta(client, namnd).content

    assert len(LastPdf(ark).pdf.pages) == 1
    assert zxingcpp.read_barcodes(bild(ark, tmp_path))


def test_what_no_sheet_can_hold_goes_on_to_another_and_loses_nothing(client, namnd):
    for nr in range(40):
        bygge.ny_stegtext(namnd, f"eget-{nr}", fraga=f"Fråga nummer {nr} här?")

    fardig = LastPdf(hamta(client, namnd).content)

    assert len(fardig.pdf.pages) > 1
    text = texten(fardig)
    assert all(f"Fråga nummer {nr} här?" in text for nr in range(40))


def test_the_sheet_keeps_both_standards(client, namnd, tmp_path):
    bygge.ny_stegtext(namnd, gor="Ring <b>Яна</b> & ”växeln” 🙂", mer="نص")
    bygge.ny_kontakt(namnd)
    fil = tmp_path / "anslag.pdf"
    fil.write_bytes(hamta(client, namnd).content)

    [utslag] = granska([fil])

    assert {profil: dom.brutna for profil, dom in utslag.items()} == {
        "ua1": (),
        "2a": (),
    }
    assert all(dom.klarar for dom in utslag.values())


def test_when_no_pdf_can_be_made_the_page_to_print_comes_instead(
    client, namnd, monkeypatch
):
    def faller(*args, **kwargs):
        raise PdfFel("nej")

    monkeypatch.setattr(process, "satt_i_barn", faller)

    svar = hamta(client, namnd)

    assert svar.status_code == 503
    assert "skriv ut sidan med webbläsaren" in svar.content.decode()
    assert "QR-kod som leder till" in svar.content.decode()


def test_strangers_can_not_keep_the_machine_busy_with_sheets(client, namnd, settings):
    settings.HINKAR = settings.HINKAR | {"anslag": 1}

    assert hamta(client, namnd).status_code == 200
    svar = hamta(client, namnd)

    assert svar.status_code == 503
    assert "Försök igen om en minut" in svar.content.decode()


def test_who_fetches_the_sheet_leaves_no_trace_and_gets_no_cookie(client, namnd):
    svar = hamta(client, namnd)

    assert not svar.cookies
    assert svar.headers["Cache-Control"] == "no-store"
