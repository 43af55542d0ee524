"""The picture in the plan's PDF: to both standards, named figures, whole rows."""

from datetime import date

import pytest

from aktiviteter.handlingar import importera_plan
from aktiviteter.utbyte import granska
from blanketter.models import Blankett
from lagesbild.models import Manadstal, Serie, Statistikimport
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, publicera_bild
from tests.rapport import verapdf
from tests.rapport.taggtrad import LastPdf
from vbeplan.rapport import process, utskrift
from vbeplan.rapport.innehall import rapportens_innehall

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    namnd = bygge.ny_namnd()
    data = bygge.plandata(namnd, aktiviteter=1)
    data["avsnitt"][1] |= {"rubrik": "Lokal lägesbild", "niva": 1}
    data["avsnitt"][2] |= {"rubrik": "Kartläggning", "niva": 2}
    plan = importera_plan(granska(data), namnd=namnd, ar=data["ar"], av=None)
    _bilden(namnd)
    return plan


def _bilden(namnd):
    bild = ny_lagesbild(namnd)
    bild.kallor.create(namn="Polisen lokalt", begransning="Bara anmält.", version=1)
    for nr in range(12):
        bild.iakttagelser.create(
            rubrik=f"Klistermärken vid skolor {nr}",
            beskrivning="Flera enheter har sett samma märken. " * 6,
            behov="ja",
            stallningstagande="Nämnden sanerar inom ett dygn. " * 8,
        )
    for manad in range(1, 13):
        for _ in range(2):
            rad = bygge.ny_blankett(
                namnd, period_typ="manad", period_start=date(2026, manad, 1)
            )
            Blankett.objects.filter(pk=rad.pk).update(
                status=Blankett.Status.INGAR, klass_miljo="vit_makt"
            )
    serie = Serie.objects.create(namnd=namnd, namn="Klottersanering", art="klotter")
    _serien(serie, 2026)
    publicera_bild(bild)


def _serien(serie, ar):
    fil = Statistikimport.objects.create(
        serie=serie, filnamn="klotter.csv", fran=date(ar, 1, 1), till=date(ar, 12, 31),
        fingeravtryck="x", rader=12, summa=84, dag=date(ar + 1, 1, 15),
    )  # fmt: skip
    for manad in range(1, 13):
        Manadstal.objects.create(
            serie=serie, import_av=fil, manad=date(ar, manad, 1), antal=7
        )


@pytest.fixture
def fil(plan):
    return process.satt_i_barn(*utskrift.underlag(rapportens_innehall(plan))).pdf


def test_a_plan_with_the_picture_keeps_both_standards(fil, tmp_path):
    vag = tmp_path / "plan.pdf"
    vag.write_bytes(fil)

    [utslag] = verapdf.granska([vag])

    assert {p: dom.brutna for p, dom in utslag.items()} == {"ua1": (), "2a": ()}
    assert all(dom.klarar for dom in utslag.values())


def test_each_chart_says_what_it_shows_to_who_can_not_see_it(fil):
    fardig = LastPdf(fil)

    alt = [str(tagg.objekt.Alt) for tagg in fardig.med_roll("Figure")]

    assert alt
    assert any("Klottersanering" in ett for ett in alt)


def test_figures_findings_and_sources_stand_in_tables_with_heads(fil):
    fardig = LastPdf(fil)

    tabeller = fardig.med_roll("Table")
    text = " ".join(fardig.text(nr) for nr in range(1, len(fardig.pdf.pages) + 1))

    assert len(tabeller) >= 4
    assert "Vad källan inte visar" in text
    assert "Klistermärken vid skolor 11" in text
