"""The gate over whole plans, from the database to the veraPDF verdict."""

import pytest
from lxml import html as lxml_html

from aktiviteter.models import Handlingsplan
from tests.rapport.taggtrad import LastPdf
from tests.rapport.verapdf import granska
from vbeplan.rapport import process, utskrift
from vbeplan.rapport.innehall import rapportens_innehall
from vbeplan.start.management.commands.ladda_demo import ladda

ROLLER = [
    ("Table", "//table"),
    ("Note", "//span[@class='fotnot']"),
    ("H1", "//h1"),
    ("H2", "//h2"),
    ("H3", "//h3"),
]


@pytest.mark.django_db
def test_every_demo_plan_keeps_both_standards_and_all_its_parts(tmp_path):
    ladda()
    filer, fel = [], []
    for plan in Handlingsplan.objects.select_related("namnd"):
        html, stil = utskrift.underlag(rapportens_innehall(plan))
        fil = tmp_path / f"{plan.namnd.kort}-{plan.ar}.pdf"
        fil.write_bytes(process.satt_i_barn(html, stil).pdf)
        filer.append(fil)
        trad, fardig = lxml_html.document_fromstring(html), LastPdf(fil.read_bytes())
        for roll, sokvag in ROLLER:
            if fardig.antal(roll) != len(trad.xpath(sokvag)):
                fel.append((fil.name, roll, fardig.antal(roll)))

    assert len(filer) == 6
    assert fel == []
    for fil, utslag in zip(filer, granska(filer), strict=True):
        brutna = {profil: dom.brutna for profil, dom in utslag.items()}
        assert brutna == {"ua1": (), "2a": ()}, fil.name
        assert all(dom.klarar for dom in utslag.values())
