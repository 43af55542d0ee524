"""Files that give no plan: each is told in Swedish, nothing changes, never a fault."""

import io
import zipfile

import pytest

from aktiviteter.models import Handlingsplan, Inlasning
from tests.aktiviteter import wordfil
from tests.aktiviteter.sida import adress, fel_pa, ifyllt
from tests.aktiviteter.uppladdning import ladda_upp, word_plan
from vbeplan.organisation.models import Roll

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MIB = 1024 * 1024


def bomb():
    ut = io.BytesIO(word_plan())
    with (
        zipfile.ZipFile(ut, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as arkiv,
        arkiv.open("word/media/bild.png", "w") as fil,
    ):
        for _ in range(300):
            fil.write(bytes(MIB))
    return ut.getvalue()


def xxe():
    entitet = '<!DOCTYPE x [<!ENTITY fil SYSTEM "file:///etc/passwd">]>'
    kropp = f"<w:document {wordfil.NS}><w:body>{wordfil.p('A')}</w:body></w:document>"
    kropp = kropp.replace(">A<", ">&fil;<")
    return wordfil.docx(dokument=f"{wordfil.HUVUD}{entitet}{kropp}")


def tiotusen_rader():
    rad = ("Sommarjobb", "Enhetschef", "Löpande", "VB")
    return wordfil.docx(wordfil.tabell(("Aktivitet",), *[rad] * 10_000))


DALIGA = {
    "gammalt_word": (OLE, "plan.doc", "Words gamla format (.doc)"),
    "losenord": (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "plan.docx",
        "skyddad med lösenord",
    ),
    "pdf": (b"%PDF-1.7\n%%EOF", "plan.pdf", "Det här är en PDF"),
    "text": (b"Handlingsplan", "plan.docx", "ingen Word-fil"),
    "avklippt": (lambda: word_plan()[:-900], "plan.docx", "trasig"),
    "makron": (
        lambda: wordfil.docx(wordfil.p("A"), delar={"word/vbaProject.bin": b"x"}),
        "plan.docm",
        "makron",
    ),
    "xxe": (xxe, "plan.docx", "Word aldrig skriver"),
    "bomb": (bomb, "plan.docx", "när den packas upp"),
    "rader": (tiotusen_rader, "plan.docx", "högst 2500 går att läsa"),
    "tomt": (lambda: wordfil.docx(wordfil.p()), "plan.docx", "Dokumentet är tomt"),
    "for_stor": (lambda: bytes(21 * MIB), "plan.docx", "får vara högst 20 MB"),
    "inte_json": (b"{", "plan.json", "går inte att läsa som JSON"),
}


@pytest.mark.parametrize(("data", "namn", "ord_"), DALIGA.values(), ids=DALIGA)
def test_a_bad_file_is_told_and_changes_nothing(klient, namnd, data, namn, ord_):
    svar = ladda_upp(
        klient, data() if callable(data) else data, namn, namnd=namnd, ar=2028
    )
    assert svar.status_code == 200
    assert ord_ in fel_pa(svar)
    assert ifyllt(svar)["ar"] == "2028"
    for modell in (Handlingsplan, Inlasning, Roll):
        assert not modell.objects.exists()


def test_the_words_of_another_file_never_reach_the_page(klient, namnd):
    assert b"root:" not in ladda_upp(klient, xxe(), namnd=namnd).content


def test_an_empty_file_is_told(klient, namnd):
    assert "tom" in fel_pa(ladda_upp(klient, b"", namnd=namnd))


def test_no_file_at_all_is_told(klient, namnd):
    svar = klient.post(adress("plan_importera"), {"namnd": namnd.pk, "ar": ""})
    assert "Välj en fil" in fel_pa(svar)


def test_a_file_without_a_board_keeps_the_year(klient, namnd):
    svar = ladda_upp(klient, word_plan(), namnd=type(namnd)(pk=0), ar=2028)
    assert "Nämnd" in fel_pa(svar)
    assert ifyllt(svar)["ar"] == "2028"


@pytest.mark.parametrize(
    ("ar", "ord_"), [("1999", "från 2010"), ("2101", "med 2100"), ("i år", "fyra")]
)
def test_a_year_out_of_reach_is_refused_before_the_file_is_kept(
    klient, namnd, ar, ord_
):
    assert ord_ in fel_pa(ladda_upp(klient, word_plan(), namnd=namnd, ar=ar))
    assert not Inlasning.objects.exists()
