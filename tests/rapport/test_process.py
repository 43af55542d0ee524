"""The typesetter as a child process: what it gives, and each way it can go wrong."""

import re
import sys

import pytest

from tests.rapport.exempel import avsnitt, plan, rad
from tests.rapport.taggtrad import LastPdf
from vbeplan.rapport import pdf, process, utskrift
from vbeplan.rapport.fel import PdfFel


def html(kropp):
    return f'<html lang="sv"><title>Prov</title><main class="dokument">{kropp}</main>'


def test_the_same_content_gives_the_same_bytes(underlag, sattning):
    assert process.satt_i_barn(*underlag).pdf == sattning.pdf


def test_the_child_stays_small_and_the_parent_loads_no_typesetter(sattning):
    assert 20 < sattning.minne_mib < 150
    assert "weasyprint" not in sys.modules


def test_a_plan_of_any_length_sets_its_rows_whole():
    rader = tuple(rad(i % 20, ankare=f"aktivitet-{i}") for i in range(60))
    innehall = plan(avsnitt=(avsnitt(0, aktiviteter=rader),))
    last = LastPdf(process.satt_i_barn(*utskrift.underlag(innehall)).pdf)
    assert last.antal("Table") == 2
    assert all(len(r.sidor) == 1 for r in last.med_roll("TR"))


def test_missing_libraries_give_the_line_that_installs_them(monkeypatch, underlag):
    # The interpreter that the environment was made from has no WeasyPrint.
    monkeypatch.setattr(process.sys, "executable", sys._base_executable)
    with pytest.raises(PdfFel, match=r"sudo apt-get install .*libpangoft2-1\.0-0"):
        process.satt_i_barn(*underlag)


def test_a_library_that_cannot_be_loaded_counts_as_missing():
    fel = OSError("cannot load library 'libpango-1.0-0': not found\nTried more")
    assert pdf._fel(fel)["fel"] == "saknas"
    assert "\n" not in pdf._fel(fel)["sort"]


def test_a_runaway_layout_is_stopped_in_time():
    with pytest.raises(PdfFel, match="för stor"):
        process.satt_i_barn(html("<p>ord </p>" * 60_000), "", sekunder=2)


def test_too_little_memory_is_said_and_not_a_crash_of_the_server(underlag):
    with pytest.raises(PdfFel):
        process.satt_i_barn(*underlag, minne_mib=90)


def test_an_unknown_error_is_reported_without_the_plans_words(underlag, caplog):
    trasig = html("<table><tr><td>hemligt ord</td></tr></table>")
    with pytest.raises(PdfFel, match="kunde inte skapas"):
        # Not valid as JSON for the child: a bytes-like style breaks it for real.
        process.satt_i_barn(trasig, {"inte": "css"})
    assert "krasch" in caplog.text
    assert "hemligt" not in caplog.text


@pytest.mark.parametrize(
    "adress",
    [
        "http://127.0.0.1:9/x.png",
        "https://exempel.se/x.png",
        "ftp://exempel.se/x",
        "file:///etc/passwd",
        f"file://{pdf.STATISKT}/../manage.py",
        f"file://{pdf.STATISKT}/%2e%2e/manage.py",
        f"file://fiende.se{pdf.STATISKT}/rapport/plan.css",
        "javascript:alert(1)",
    ],
)
def test_nothing_outside_static_is_ever_fetched(adress):
    assert not pdf.tillaten(adress)


def test_static_files_and_data_may_be_fetched():
    assert pdf.tillaten(pdf.STILMALL.as_uri())
    assert pdf.tillaten("data:image/png;base64,AAAA")


def test_a_page_that_points_at_the_servers_files_gets_none_of_them():
    kropp = (
        '<h1>Prov</h1><p><img src="file:///etc/passwd" alt="bild">'
        '<a rel="attachment" href="file:///etc/passwd">bilaga</a></p>'
    )
    last = LastPdf(process.satt_i_barn(html(kropp), "").pdf)
    assert "root:" not in last.text(1)
    assert "/EmbeddedFiles" not in last.pdf.Root.get("/Names", {})


def test_no_word_of_a_note_is_lost_however_long_the_notes_are():
    noter = "".join(
        f'Ord<span class="fotnot">{" ".join(f"n{i}x{j}" for j in range(200))}</span> '
        for i in range(12)
    )
    innehall = plan(
        avsnitt=(avsnitt(0, text="<p>Fyll</p>\n" * 25 + f"<p>{noter}</p>"),)
    )
    last = LastPdf(process.satt_i_barn(*utskrift.underlag(innehall)).pdf)
    text = " ".join(last.text(sida + 1) for sida in range(len(last.pdf.pages)))
    assert len(set(re.findall(r"n\d+x\d+", text))) == 12 * 200
