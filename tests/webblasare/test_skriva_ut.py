"""Printing a plan straight from the browser: the plan, and nothing of the page's tools.

The PDF is the finished article; this is for the paper one takes along to a meeting.
"""

import io

import pypdf
import pytest

from aktiviteter.models import Handlingsplan
from vbeplan.start.management.commands.ladda_demo import ladda

VERKTYG = (
    ".topp", ".meny", ".hopplank", ".fot", ".kapitellista", ".atgarder", ".granskning",
    ".tumrad", ".redigera", ".kapitel-lankar",
    ".radlankar", ".lagg-till", ".forhandsvisning-rad",
)  # fmt: skip


@pytest.fixture
def plan(transactional_db):
    ladda()
    return Handlingsplan.objects.get(namnd__kort="ekhamra", ar=2027)


@pytest.fixture
def samordnarens(plan, page, logga_in):
    """The plan's page as its coordinator sees it, with all links to edit it."""
    logga_in(page, "samordnare@ekhamra.example")
    page.goto(plan.get_absolute_url())
    return page


def utskrivet(page):
    """Return the words of each printed page."""
    papper = io.BytesIO(page.pdf(prefer_css_page_size=True))
    sidor = pypdf.PdfReader(papper).pages
    return [" ".join(s.extract_text().replace("\u00ad", "").split()) for s in sidor]


def test_the_plan_is_printed_whole_and_without_the_pages_tools(samordnarens, plan):
    page = samordnarens
    page.emulate_media(media="print")
    for verktyg in VERKTYG:
        for ett in page.locator(verktyg).all():
            assert not ett.is_visible(), verktyg

    sidor = utskrivet(page)
    allt = " ".join(sidor)
    assert plan.titel in sidor[0]
    for ett in (*plan.avsnitt.all(), *plan.aktiviteter.all()):
        namn = getattr(ett, "titel", None) or ett.rubrik
        assert namn.replace(" ", "") in allt.replace(" ", "")
    for ord_ in ("Redigera", "Lägg till", "Hämta PDF", "Logga ut", "Granskning"):
        assert ord_ not in allt


def test_paper_is_white_and_its_text_black(samordnarens):
    page = samordnarens
    page.emulate_media(media="print")
    farger = page.locator(".ark").evaluate(
        "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
    )
    assert farger == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_a_tables_head_stands_over_rows_on_every_sheet(samordnarens):
    sidor = utskrivet(samordnarens)
    huvud = "Aktivitet Ansvarig Tidplan Uppföljning"
    tabeller = samordnarens.locator("table.aktiviteter").count()
    assert sum(sida.count(huvud) for sida in sidor) > tabeller
    assert not any(sida.endswith(huvud) for sida in sidor)


def test_the_preview_is_printed_without_its_bar(samordnarens, plan):
    samordnarens.click("text=Förhandsgranska >> nth=0")
    samordnarens.wait_for_url("**/forhandsvisning/")
    allt = " ".join(utskrivet(samordnarens))
    assert "Tillbaka till planen" not in allt
    assert plan.aktiviteter.last().titel.split()[0] in allt
