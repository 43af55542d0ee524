"""The routine's chart in the plan's own chapter: on the page and in the PDF."""

import re

import pytest
from django.urls import reverse
from lxml import html as lxml_html

from aktiviteter.handlingar import importera_plan
from aktiviteter.utbyte import granska
from blanketter.handlingar.ordna_rutinen import visa_i_planen
from blanketter.rutin.kapitel import rutinkapitlet
from tests import bygge
from tests.rapport import verapdf
from tests.rapport.taggtrad import LastPdf
from vbeplan.organisation.models import Ratt
from vbeplan.rapport import process, utskrift
from vbeplan.rapport.innehall import rapportens_innehall

pytestmark = pytest.mark.django_db
RUBRIK = "Rutin vid oro/händelse"
STIL = re.compile(r"""\sstyle=|<style|\son\w+=|<script""")


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def plan(namnd, samordnare):
    data = bygge.plandata(namnd, aktiviteter=1)
    data["avsnitt"][1] |= {"rubrik": RUBRIK, "niva": 2}
    ny = importera_plan(granska(data), namnd=namnd, ar=data["ar"], av=samordnare)
    bygge.ny_kontakt(namnd, tider="vardagar 8–16.30")
    return ny


@pytest.fixture
def sida(client, plan, samordnare):
    client.force_login(samordnare)

    def hamta(namn="plan"):
        svar = client.get(reverse(namn, args=[plan.namnd.kort, plan.ar]))
        return lxml_html.document_fromstring(svar.content.decode())

    return hamta


def satt(plan):
    html, stil = utskrift.underlag(rapportens_innehall(plan))
    return process.satt_i_barn(html, stil).pdf


def rent(text):
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(
    "rubrik",
    [
        RUBRIK,
        "Rutin vid oro eller händelse",
        "Rutiner för oro",
        "2.4 Rutinen vid händelse",
        "RUTIN VID ORO",
    ],
)
def test_the_chapter_is_known_by_the_headings_that_boards_use(rubrik):
    assert rutinkapitlet(["Ansvar", rubrik, "Samråd"]) == 1


@pytest.mark.parametrize("rubrik", ["Oro i området", "Rutiner för arkivering", ""])
def test_other_chapters_are_not_taken_for_it(rubrik):
    assert rutinkapitlet([rubrik]) is None


def test_the_pdf_has_the_chart_with_its_words_after_the_text(plan):
    fardig = LastPdf(satt(plan))

    sidor = range(1, len(fardig.pdf.pages) + 1)
    text = rent(" ".join(map(fardig.text, sidor)))
    kapitel = text[text.rindex(RUBRIK) :]
    ord_ = [
        "Text 2",
        "Är någon i akut fara?",
        "Ring 112",
        "Anmäl till polisen",
        "114 14",
        "Nej, eller när det är gjort",
        "Mottagningsgruppen i ekhamra",
        "010-123 45 60, vardagar 8–16.30",
        "Fyll i blanketten",
    ]
    platser = [kapitel.index(ett) for ett in ord_]
    assert platser[0] == min(platser)


def test_each_drawing_says_its_step_in_words_to_who_can_not_see_it(plan):
    fardig = LastPdf(satt(plan))

    alt = [str(tagg.objekt.Alt) for tagg in fardig.med_roll("Figure")]

    assert len(alt) == 5
    assert "steg 1 av 5" in alt[0]
    assert "Är någon i akut fara? Ja: Ring 112." in alt[0]
    assert "010-123 45 60" in alt[2]


def test_a_plan_with_the_chart_keeps_both_standards(plan, tmp_path):
    fil = tmp_path / "plan.pdf"
    fil.write_bytes(satt(plan))

    [utslag] = verapdf.granska([fil])

    assert {p: dom.brutna for p, dom in utslag.items()} == {"ua1": (), "2a": ()}
    assert all(dom.klarar for dom in utslag.values())


@pytest.mark.parametrize("namn", ["plan", "plan_forhandsvisning"])
def test_on_the_page_it_is_a_named_image_without_style_of_its_own(sida, namn):
    [figur] = sida(namn).xpath("//figure[contains(@class,'flode')]")

    for svg in figur.xpath(".//svg"):
        assert svg.get("role") == "img"
        [titel] = svg.xpath("./title")
        assert svg.get("aria-labelledby") == titel.get("id")
        assert "Flödesschema" in titel.text
        assert svg.xpath("./desc")[0].text
    assert "Är någon i akut fara? Ja: Ring 112" in figur.xpath("string(.//desc)")
    assert not STIL.search(lxml_html.tostring(figur, encoding="unicode"))
    ids = figur.xpath(".//@id")
    assert len(ids) == len(set(ids))


def test_the_coordinator_is_led_from_the_chart_to_its_words(sida):
    hit = reverse("rutin_redigera", args=["ekhamra"])
    assert sida().xpath(f"//main//a[@href='{hit}']")


def test_a_board_that_wants_no_chart_has_only_its_own_text(plan, sida, samordnare):
    visa_i_planen(plan.namnd, False, av=samordnare)

    assert not sida().xpath("//figure[contains(@class,'flode')]")
    assert not LastPdf(satt(plan)).med_roll("Figure")


def test_another_boards_words_are_not_in_this_plans_chart(plan, sida):
    annan = bygge.ny_namnd("sjovik")
    bygge.ny_stegtext(annan, "skola", gor="Gör som Sjövik")
    bygge.ny_kontakt(annan)

    html = lxml_html.tostring(sida(), encoding="unicode")

    assert "Mottagningsgruppen i ekhamra" in html
    assert "Mottagningsgruppen i sjovik" not in html
    assert "Gör som Sjövik" not in html


def test_a_changed_contact_gives_another_pdf(plan):
    fore = utskrift.fingeravtryck(*utskrift.underlag(rapportens_innehall(plan)))

    bygge.ny_kontakt(plan.namnd, funktion="Fältgruppen")

    efter = utskrift.fingeravtryck(*utskrift.underlag(rapportens_innehall(plan)))
    assert fore != efter
