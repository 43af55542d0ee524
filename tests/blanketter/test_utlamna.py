"""What is given out: what is masked is nowhere in the file, however one looks."""

import io
import re
import subprocess
import zlib

import pikepdf
import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from blanketter.handlingar import stalla_fraga, svara, ta_tillbaka
from blanketter.handlingar.maskera import avmaskera, maskera
from blanketter.models import Blankett
from tests import bygge
from tests.blanketter import bordet
from tests.blanketter.bordet import adress, last_blankett
from tests.rapport.verapdf import granska
from vbeplan.organisation.models import Kommun, Ratt, Spar
from vbeplan.rapport import utlamnande
from vbeplan.rapport.fel import PdfFel

pytestmark = pytest.mark.django_db
TEXT = (
    "Zlatkovic ropade efter oss vid grinden.\n\nVi gick in. Han som heter Qwarnström "
    "filmade, och räknade upp numret 070-174 06 35 två gånger."
)
DOLDA = ("Zlatkovic", "Qwarnström", "070-174 06 35")
SVAR = "Det var Xerxesson igen, med samma märke på jackan."


@pytest.fixture
def namnd():
    Kommun.objects.create(namn="Granby stad")
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bordet.med_ratt(namnd, Ratt.MASKERA)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def blankett(namnd, samordnare):
    """A form with three places masked, and a dialogue with one."""
    blankett = last_blankett(namnd, text=TEXT)
    stalla_fraga(blankett, "Minns du mer?", "f", av=samordnare)
    svar = svara(blankett, SVAR, "s")
    _maskera(blankett, TEXT, DOLDA, samordnare)
    _maskera(blankett, SVAR, ["Xerxesson"], samordnare, meddelande=svar)
    return blankett


def _maskera(blankett, text, orden, av, meddelande=None):
    spann = [
        bordet.spann(f"{text.index(o)}:{text.index(o) + len(o)}:annat") for o in orden
    ]
    maskera(blankett, spann, av=av, sedd=blankett.rakning, meddelande=meddelande)


def hamta(klient, blankett, **mer):
    """Read through what goes out, and take it."""
    svar = klient.get(adress("utlamna", blankett))
    ifyllt = bordet.falt(svar, adress("utlamna_pdf", blankett))
    return klient.post(adress("utlamna_pdf", blankett), ifyllt | mer)


def lager(pdf, tmp_path):
    """Every layer of a PDF in which words can be, as one lowered text of bytes."""
    fil = tmp_path / "utdrag.pdf"
    fil.write_bytes(pdf)
    last = pypdf.PdfReader(io.BytesIO(pdf))
    delar = [pdf, *(sida.extract_text().encode() for sida in last.pages)]
    delar.append(str(last.metadata).encode())
    delar.append(subprocess.check_output(["pdftotext", fil, "-"]))
    assert not last.attachments
    with pikepdf.open(fil) as oppnad:
        assert "/EmbeddedFiles" not in oppnad.Root.get("/Names", {})
        for objekt in oppnad.objects:
            if isinstance(objekt, pikepdf.Stream):
                delar.append(objekt.read_bytes())
            delar.append(str(objekt).encode())
            delar += [str(v).encode() for v in _strangar(objekt)]
    for strom in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            delar.append(zlib.decompress(strom))
        except zlib.error:
            delar.append(strom)
    allt = b"\n".join(delar)
    return (allt + allt.replace(b"\0", b"")).lower()  # UTF-16 as well


def _strangar(objekt):
    if isinstance(objekt, (pikepdf.Dictionary, pikepdf.Stream)):
        return [v for _, v in objekt.items() if isinstance(v, pikepdf.String)]
    return []


@pytest.fixture
def pdf(klient, blankett):
    svar = hamta(klient, blankett)
    assert svar["Content-Type"] == "application/pdf"
    return svar.content


def test_a_form_is_given_out_as_a_file_and_the_deed_is_noted(klient, blankett):
    svar = hamta(klient, blankett)

    text = pypdf.PdfReader(io.BytesIO(svar.content)).pages[0].extract_text()
    ord_ = " ".join(text.split())
    for vantat in (
        blankett.regnr, "ropade efter oss vid grinden", "Klotter eller klistermärken",
        "vecka 40 2026", "Minns du mer?", "med samma märke på jackan", "4 ställen",
        "Granby stad",
    ):  # fmt: skip
        assert vantat.lower() in ord_.lower()
    assert ord_.count("[maskerat]") == 5  # four, and the note that explains them
    assert svar["Content-Disposition"].startswith("attachment")
    assert "no-store" in svar["Cache-Control"]
    spar = Spar.objects.filter(handling=Spar.Handling.UTLAMNAD).get()
    assert spar.objekt == str(blankett)


def test_no_masked_word_is_in_any_layer_of_the_file(pdf, tmp_path):
    allt = lager(pdf, tmp_path)

    assert b"grinden" in allt  # so that the search can find
    for ord_ in (*DOLDA, "Xerxesson"):
        for del_ in re.findall(r"[^\W\d]{5,}|174 06 35", ord_):
            assert del_.lower().encode() not in allt
            assert del_.lower().encode("utf-16-be") not in allt
            assert del_.lower().encode("latin-1") not in allt
            assert del_.encode().hex().encode() not in allt


def test_the_length_of_what_is_masked_is_not_told(namnd, samordnare):
    utdrag = []
    for namn in ("Bo", "Maximilian-Fredriksson"):
        text = f"Vi såg att {namn} stod vid grinden."
        blankett = last_blankett(namnd, text=text)
        _maskera(blankett, text, [namn], samordnare)
        utdrag.append(utlamnande.utlamnandet(blankett, Kommun.den()).text)

    assert utdrag[0] == utdrag[1]


@pytest.mark.pdfgrind
def test_the_file_keeps_both_standards(pdf, tmp_path):
    fil = tmp_path / "utdrag.pdf"
    fil.write_bytes(pdf)

    (domar,) = granska([fil])

    assert {profil: dom.brutna for profil, dom in domar.items()} == {
        "ua1": (),
        "2a": (),
    }


def test_the_page_before_shows_what_goes_out_and_nothing_masked(klient, blankett):
    svar = klient.get(adress("utlamna", blankett))

    assert "ropade efter oss" in bordet.orden(svar)
    for ord_ in (*DOLDA, "Xerxesson"):
        assert ord_ not in svar.content.decode()
    assert not Spar.objects.filter(handling=Spar.Handling.UTLAMNAD).exists()


def test_any_coordinator_gives_out_but_what_is_masked_stays_masked(
    client, namnd, blankett, tmp_path
):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))

    allt = lager(hamta(client, blankett).content, tmp_path)

    assert b"zlatkovic" not in allt


def test_a_form_without_masks_is_given_out_whole(klient, namnd):
    blankett = last_blankett(namnd, text="En rad.\n\nEn till, med 🙂 och Łódź.")

    svar = hamta(klient, blankett)

    text = pypdf.PdfReader(io.BytesIO(svar.content)).pages[0].extract_text()
    assert "En till, med" in text
    assert "[maskerat]" not in text


def test_a_form_of_ten_thousand_signs_is_given_out(klient, namnd):
    blankett = last_blankett(namnd, text=("ordet " * 40 + "\n") * 40 + "x" * 300)

    svar = hamta(klient, blankett)

    assert len(pypdf.PdfReader(io.BytesIO(svar.content)).pages) >= 3


def test_html_in_the_text_is_words_in_the_file(klient, namnd):
    fientlig = '<img src="file:///etc/passwd"><script>1</script> & slut på texten'
    blankett = last_blankett(namnd, text=fientlig)

    svar = hamta(klient, blankett)

    text = pypdf.PdfReader(io.BytesIO(svar.content)).pages[0].extract_text()
    assert "<script>1</script>" in " ".join(text.split())


def test_a_removed_text_is_told_of_and_the_answers_are_given_out(klient, blankett):
    Blankett.objects.update(text=None, gallrad="2027-02-01")
    blankett.meddelanden.update(text=None)
    blankett.maskeringar.all().delete()

    svar = hamta(klient, blankett)

    text = pypdf.PdfReader(io.BytesIO(svar.content)).pages[0].extract_text()
    assert "Texten gallrades 1 februari 2027" in " ".join(text.split())


# --- Refusals -------------------------------------------------------------------------


def test_what_has_changed_since_it_was_read_is_shown_anew(klient, blankett):
    """A mask that somebody lifted must not go out unseen; nor a new answer."""
    sett = bordet.falt(
        klient.get(adress("utlamna", blankett)), adress("utlamna_pdf", blankett)
    )

    def lyft():
        avmaskera(blankett.maskeringar.first(), av=None)

    def nytt_svar():
        svara(Blankett.objects.get(pk=blankett.pk), "Ett svar till.", "s2")

    for andra in (lyft, nytt_svar):
        andra()
        svar = klient.post(adress("utlamna_pdf", blankett), sett, follow=True)
        assert svar.redirect_chain[-1][0] == adress("utlamna", blankett)
        assert "har ändrats sedan du läste" in bordet.besked(svar)
    assert not Spar.objects.filter(handling=Spar.Handling.UTLAMNAD).exists()


@pytest.mark.parametrize("avtryck", ["", "\0", "x" * 10_000])
def test_without_having_read_it_one_gets_no_file(klient, blankett, avtryck):
    svar = hamta(klient, blankett, avtryck=avtryck)

    assert svar.status_code == 302


def test_an_unread_or_taken_back_form_is_opened_first(klient, namnd):
    olast, atertagen = bygge.ny_blankett(namnd), bygge.ny_blankett(namnd)
    ta_tillbaka(atertagen)

    for rad in (olast, atertagen):
        for svar in (
            klient.get(adress("utlamna", rad), follow=True),
            klient.post(adress("utlamna_pdf", rad), follow=True),
        ):
            assert "Öppna och läs texten först" in bordet.besked(svar)
    assert not Spar.objects.exists()


def test_when_the_file_cannot_be_made_nothing_is_noted_as_given_out(
    klient, blankett, monkeypatch
):
    def gar_inte(*args, **kwargs):
        raise PdfFel("Planen är oförändrad.")

    monkeypatch.setattr(utlamnande.process, "satt_i_barn", gar_inte)

    svar = klient.get(hamta(klient, blankett).headers["Location"])

    assert "inget är utlämnat" in bordet.besked(svar)
    assert not Spar.objects.filter(handling=Spar.Handling.UTLAMNAD).exists()


def test_the_file_is_not_given_to_a_link(klient, blankett):
    assert klient.get(adress("utlamna_pdf", blankett)).status_code == 405


def test_the_file_says_when_it_was_made_and_not_by_whom(klient, blankett, samordnare):
    info = pypdf.PdfReader(io.BytesIO(hamta(klient, blankett).content)).metadata

    assert samordnare.namn not in str(info)
    assert timezone.localdate().strftime("%Y%m%d") in str(info.creation_date_raw)
    assert reverse("inkorg") not in str(info)
