"""The plan as a Word file: the address, the command, and what Word finds in it."""

import io
import shutil
import subprocess
from io import StringIO
from urllib.parse import unquote

import docx
import pytest
from django.core.management import CommandError, call_command
from lxml import etree
from PIL import Image

from aktiviteter.models import Handlingsplan
from aktiviteter.utbyte import granska, plan_data
from aktiviteter.word import las_word
from aktiviteter.word_ut import plan_som_word, skriv_word
from tests.aktiviteter.wordpaket import (
    W,
    delar,
    granska_mot_schemat,
    granska_paket,
    rot,
)
from tests.bygge import ny_anvandare, ny_namnd
from vbeplan.organisation.models import Logotyp, Ratt

FIL = "/planer/ekhamra/2027/plan.docx"
SOFFICE = shutil.which("soffice")


@pytest.fixture
def data(plan):
    return plan_data(plan)


def varden(element, namn):
    return [e.get(f"{W}val") for e in element.iter(f"{W}{namn}")]


# ------------------------------------------------------------- address and command


def test_the_page_links_a_file_that_is_read_back_to_the_same_plan(klient, plan):
    assert FIL in klient.get("/planer/ekhamra/2027/").content.decode()
    svar = klient.get(FIL)
    assert svar["Content-Type"].endswith("wordprocessingml.document")
    assert svar["Cache-Control"] == "private, no-store"
    namn = svar["Content-Disposition"]
    assert namn.startswith("attachment; filename*=utf-8''")
    assert unquote(namn.split("''")[1]) == (
        "Handlingsplan i ekhamra 2027, Ekhamra stadsdelsnämnd.docx"
    )
    igen = granska(las_word(svar.content, ar=2027))
    assert igen["aktiviteter"] == granska(plan_data(plan))["aktiviteter"]


@pytest.mark.parametrize("kort", ["sjovik", "finns-inte"])
def test_another_board_s_plan_is_not_found(client, plan, kort):
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, ny_namnd("sjovik")))
    assert client.get(FIL).status_code == 404
    assert client.get(f"/planer/{kort}/2027/plan.docx").status_code == 404


def test_the_command_writes_the_same_file(plan, tmp_path):
    fil, ut = tmp_path / "plan.docx", StringIO()
    call_command(
        "exportera_plan", namnd="ekhamra", ar=2027, docx=fil, stdout=ut
    )  # fmt: skip
    assert fil.read_bytes() == plan_som_word(plan)
    assert ut.getvalue().startswith(f"{fil}: ")


def test_the_command_refuses_a_place_that_cannot_be_written(plan, tmp_path):
    with pytest.raises(CommandError, match="Kan inte skriva"):
        call_command(
            "exportera_plan", namnd="ekhamra", ar=2027, docx=tmp_path / "x" / "y.docx"
        )


# ---------------------------------------------------------------- what is in the file


def test_headings_are_word_s_own_and_numbered_by_word(data):
    data["avsnitt"][1]["niva"] = 2
    trad = granska_paket(skriv_word(data))
    dokument = docx.Document(io.BytesIO(skriv_word(data)))
    assert [
        (s.style.name, s.text)
        for s in dokument.paragraphs
        if s.style.name.startswith("Heading")
    ] == [
        ("Heading 1", data["avsnitt"][0]["rubrik"]),
        ("Heading 2", data["avsnitt"][1]["rubrik"]),
        ("Heading 1", data["avsnitt"][2]["rubrik"]),
    ]
    nivaer = trad["word/numbering.xml"].find(f"{W}abstractNum").findall(f"{W}lvl")
    assert [varden(n, "lvlText") for n in nivaer] == [["%1"], ["%1.%2"]]
    assert [varden(n, "pStyle") for n in nivaer] == [["Heading1"], ["Heading2"]]


def test_the_contents_stand_there_with_links_before_anybody_updates_them(data):
    kropp = rot(skriv_word(data))
    faltkoder = [e.text for e in kropp.iter(f"{W}instrText")]
    assert any('TOC \\o "1-2"' in kod for kod in faltkoder)
    lankar = [
        "".join(t.text for t in e.iter(f"{W}t"))
        for e in kropp.iter(f"{W}hyperlink")
        if e.get(f"{W}anchor")
    ]
    assert lankar == [f"{nr}{a['rubrik']}" for nr, a in enumerate(data["avsnitt"], 1)]
    assert "updateFields" not in delar(skriv_word(data))["word/settings.xml"].decode()


def test_the_table_repeats_its_head_and_keeps_its_rows_together(data):
    tabell = docx.Document(io.BytesIO(skriv_word(data))).tables[-1]
    huvud, *rader = tabell.rows
    assert [c.text for c in huvud.cells] == [
        "Aktivitet", "Ansvarig", "Tidplan", "Uppföljning",
    ]  # fmt: skip
    assert huvud._tr.trPr.find(f"{W}tblHeader") is not None
    assert all(r._tr.trPr.find(f"{W}cantSplit") is not None for r in rader)
    bredder = [int(v.get(f"{W}w")) for v in tabell._tbl.tblGrid]
    assert [round(100 * b / sum(bredder)) for b in bredder] == [46, 22, 14, 18]


def test_a_row_of_more_than_half_a_page_may_be_parted(data):
    data["aktiviteter"][0]["beskrivning"] = f"<p>{'ord ' * 500}</p>"
    tabell = docx.Document(io.BytesIO(skriv_word(data))).tables[-1]
    assert tabell.rows[1]._tr.trPr is None
    assert tabell.rows[2]._tr.trPr is not None


def test_notes_are_word_s_own_with_a_mark_in_the_text(data):
    data["avsnitt"][0]["text"] = (
        '<p>Text<span class="fotnot">Se <a href="https://granby.example/">sidan</a>'
        '</span> och mer<span class="fotnot">Två</span></p>'
    )
    trad = granska_paket(skriv_word(data))
    noter = trad["word/footnotes.xml"][2:]
    assert ["".join(n.itertext()).split() for n in noter[:2]] == [
        ["Se", "sidan"],
        ["Två"],
    ]
    assert "footnoteRef" in etree.tostring(noter[0]).decode()
    assert (
        b"https://granby.example/"
        in delar(skriv_word(data))["word/_rels/footnotes.xml.rels"]
    )


def test_every_list_starts_at_one_and_nests(data):
    text = "<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>"
    data["avsnitt"][0]["text"] = f"{text}\n<p>mellan</p>\n{text}"
    kropp = rot(skriv_word(data))
    punkter = [
        (varden(p, "ilvl")[0], varden(p, "numId")[0])
        for p in kropp.iter(f"{W}p")
        if "ListNumber" in varden(p, "pStyle")
    ]
    nummer = [n for _, n in punkter]
    assert [n for n, _ in punkter] == ["0", "1", "0", "0", "1", "0"]
    assert nummer[0] == nummer[2]
    assert nummer[3] == nummer[5]
    assert len(set(nummer)) == 4


def test_all_that_an_activity_holds_can_be_read_in_its_row(data):
    data["aktiviteter"][0] |= {
        "titel": "Läxhjälp", "mal": "Fler når målen", "maltal": 12500.5,
        "malenhet": "elever", "malgrupp": "Årskurs 7", "niva": "selektiv",
        "insatsomrade": "Skola", "strategiomrade": "forebygga",
        "beskrivning": "<p>Två kvällar.</p>",
        "ansvariga": [
            {"roll": "Rektor", "art": "huvudansvarig"},
            {"roll": "Kurator", "art": "medansvarig"},
            {"roll": "Polisen", "art": "i_samrad_med"},
        ],
    }  # fmt: skip
    data["aktiviteter"][0]["tidplan"]["avstamning"] = "2027-09-30"
    rad = docx.Document(io.BytesIO(skriv_word(data))).tables[-1].rows[1]
    assert [s.text for s in rad.cells[0].paragraphs] == [
        "1 Läxhjälp",
        "Två kvällar.",
        "Mål: Fler når målen",
        "Måltal: 12\N{NO-BREAK SPACE}500,5 elever",
        "Målgrupp: Årskurs 7",
        "Nivå: Selektiv",
        "Insatsområde: Skola",
        "Nationell strategi: Förebygga",
    ]
    assert [s.text for s in rad.cells[1].paragraphs] == [
        "Rektor",
        "Medansvarig: Kurator",
        "I samråd med: Polisen",
    ]
    assert rad.cells[2].paragraphs[-1].text == "Nästa avstämning: 2027-09-30"


def test_the_file_names_its_title_and_board_and_no_person(plan):
    plan.andrad_av.namn = "Karin Lind"
    egenskaper = docx.Document(io.BytesIO(plan_som_word(plan))).core_properties
    assert egenskaper.title == "Handlingsplan i ekhamra 2027 – Ekhamra stadsdelsnämnd"
    assert egenskaper.author.startswith("Ekhamra stadsdelsnämnd")
    assert egenskaper.language == "sv-SE"
    assert b"Karin" not in b"".join(delar(plan_som_word(plan)).values())


def test_the_board_s_colour_and_mark_are_on_the_cover(plan):
    bild = io.BytesIO()
    Image.new("RGB", (300, 100)).save(bild, "PNG")
    Logotyp.objects.create(namnd=plan.namnd, bild=bild.getvalue(), typ="image/png")
    plan.namnd.farg = "#7a1f3d"
    plan = Handlingsplan.objects.select_related("namnd__logotyp").get()
    plan.namnd.farg = "#7a1f3d"
    fil = plan_som_word(plan)
    granska_paket(fil)
    granska_mot_schemat(fil)
    assert b"7A1F3D" in delar(fil)["word/styles.xml"]
    assert delar(fil)["word/media/logotyp.png"] == bild.getvalue()
    ramar = [e for e in rot(fil).iter() if e.tag.endswith("}docPr")]
    assert [e.get("descr") for e in ramar] == ["Kommunens logotyp"]
    storlek = next(e for e in rot(fil).iter() if e.tag.endswith("}extent"))
    assert (storlek.get("cx"), storlek.get("cy")) == ("2160000", "720000")
    assert (
        las_word(fil, ar=2027)["anmarkningar"]
        == las_word(skriv_word(plan_data(plan)), ar=2027)["anmarkningar"]
    )


@pytest.mark.parametrize(
    ("href", "mal"),
    [
        (
            "https://granby.example/våld?a=1&b=2",
            "https://granby.example/v%C3%A5ld?a=1&b=2",
        ),
        ("http://[trasig", ""),
        ("http://", ""),
        ("https://granby.example:99999999/", ""),
        ("https://granby.example/100%", "https://granby.example/100%25"),
        ('https://granby.example/"<x>', "https://granby.example/%22%3Cx%3E"),
        ("mailto:namnd@granby.example", "mailto:namnd@granby.example"),
    ],
)
def test_an_address_that_word_cannot_parse_never_reaches_it(data, href, mal):
    fran = href.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    data["avsnitt"][0]["text"] = f'<p><a href="{fran}">ord</a></p>'
    fil = skriv_word(data)
    granska_paket(fil)
    relationer = etree.fromstring(delar(fil)["word/_rels/document.xml.rels"])
    mals = [e.get("Target") for e in relationer if e.get("TargetMode")]
    assert mals == ([mal] if mal else [])
    assert "ord" in las_word(fil, ar=2027)["avsnitt"][0]["text"]


ALLT = (
    "<p>Text <strong>fet <em>båda</em></strong> <em>kursiv</em> "
    '<a href="https://granby.example/"><strong><em>länk</em></strong></a>'
    '<span class="fotnot">Not <a href="https://granby.example/x">länk</a></span></p>\n'
    "<h3>Mellanrubrik <strong>fet</strong></h3>\n"
    "<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li></ul>\n<ol><li>d</li></ol>"
)


def test_every_kind_of_block_in_chapter_and_row_follows_word_s_schemas(data):
    data["avsnitt"][0]["text"] = data["aktiviteter"][0]["beskrivning"] = ALLT
    data |= {"titel": "Lång titel " * 18, "namnd": "Nämnden för allt " * 7}
    data["aktiviteter"][0]["tidplan"]["avstamning"] = "2027-09-30"
    fil = skriv_word(data)
    granska_paket(fil)
    granska_mot_schemat(fil)


KNEPIGT = (
    "\x00\x0b\ud800\ufffe \u202eomvänt 🧭 ]]> <w:p/> =cmd|' &amp; {{ x }} \u2028 å"
)


def test_odd_signs_in_every_field_give_a_file_that_opens(data):
    text = f"<p>{'&lt;'.join(KNEPIGT.replace('&', '&amp;').split('<'))}</p>"
    data |= {"titel": KNEPIGT, "dnr": KNEPIGT, "kommun": KNEPIGT, "namnd": KNEPIGT}
    data["dokument"] = {**data["dokument"], "agare": KNEPIGT, "typ": KNEPIGT}
    data["avsnitt"][0] = {"rubrik": KNEPIGT, "niva": 1, "text": text}
    data["aktiviteter"][0] |= {"titel": KNEPIGT, "beskrivning": text, "mal": KNEPIGT}
    data["aktiviteter"][0]["ansvariga"] = [{"roll": KNEPIGT, "art": "medansvarig"}]
    fil = skriv_word(data)
    granska_paket(fil)
    granska_mot_schemat(fil)
    docx.Document(io.BytesIO(fil))
    plan = granska(las_word(fil, ar=2027))
    assert plan["avsnitt"][0]["text"] == granska(data)["avsnitt"][0]["text"]
    assert plan["aktiviteter"][0]["mal"] == granska(data)["aktiviteter"][0]["mal"]


def test_a_plan_without_anything_is_a_cover(data):
    tom = {
        **data,
        "avsnitt": [],
        "aktiviteter": [],
        "titel": "",
        "dnr": "",
        "datum": None,
    }
    tom |= {"kommun": "", "dokument": dict.fromkeys(data["dokument"], "")}
    fil = skriv_word(tom)
    granska_paket(fil)
    granska_mot_schemat(fil)
    assert "Innehåll" not in "".join(rot(fil).itertext())
    assert las_word(fil, ar=2027)["avsnitt"] == []


# ------------------------------------------------------------ other programs' eyes


@pytest.mark.langsam
@pytest.mark.skipif(not SOFFICE, reason="LibreOffice finns inte här")
def test_the_plan_survives_being_saved_by_libreoffice(data, tmp_path):
    data["avsnitt"][0]["text"] = (
        '<p>Text <strong>fet <em>båda</em></strong><span class="fotnot">Not '
        "<em>ett</em></span></p>\n<h3>Mellanrubrik</h3>\n"
        "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>\n"
        '<ul><li>e</li></ul>\n<p><a href="https://granby.example/">länk</a></p>'
    )
    data["aktiviteter"][0]["beskrivning"] = "<p>Rad</p>\n<ol><li>x</li><li>y</li></ol>"
    igen = granska(las_word(genom_libreoffice(skriv_word(data), tmp_path), ar=2027))
    fore = granska(data)
    for nyckel in ("titel", "dnr", "datum", "dokument", "avsnitt", "aktiviteter"):
        assert igen[nyckel] == fore[nyckel]


def genom_libreoffice(fil, mapp):
    """Open the file in LibreOffice and save it as .docx again."""
    (mapp / "plan.docx").write_bytes(fil)
    ut = mapp / "ut"
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(mapp / 'profil').as_uri()}",
            "--headless",
            *("--convert-to", "docx", "--outdir", str(ut), str(mapp / "plan.docx")),
        ],
        check=True,
        timeout=120,
        capture_output=True,
    )
    return (ut / "plan.docx").read_bytes()
