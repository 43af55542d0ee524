"""What a tagged PDF of a plan costs, out of the measurements that `rapport` makes."""

from io import BytesIO

import pikepdf

from aktiviteter.models import Handlingsplan
from vbeplan.rapport.innehall import rapportens_innehall
from vbeplan.rapport.matning import mat_pdf, mat_traff
from vbeplan.rapport.utskrift import skapa_pdf
from vbeplan.start.matning.tabell import Rad

GRUPP = "PDF"


def mat_plan_pdf(stad, varv):
    """Return rows for one plan's PDF, set `varv` times each way."""
    plan = Handlingsplan.objects.select_related("namnd__logotyp").get(
        namnd__kort=stad.namnd, ar=stad.ar
    )
    innehall = rapportens_innehall(plan, med_bilagor=False)
    traff = mat_traff(innehall)
    sidor = _sidor(skapa_pdf(innehall))
    matt = mat_pdf(innehall, ganger=varv)
    return [
        Rad(
            GRUPP,
            f"PDF, {sidor} sidor, CPU",
            "s",
            matt.cpu,
            kvot=matt.kvot,
            minne_mib=max(matt.minne_mib),
            hogst={"kvot": 0.65, "minne_mib": 150},
        ),
        Rad(GRUPP, "Jämförelse: auto-tabeller, WOFF2", "s", matt.cpu_jamforelse),
        Rad(GRUPP, "Oförändrad plan ur cachen", "ms", traff, hogst={"median": 20}),
    ]


def _sidor(pdf):
    with pikepdf.open(BytesIO(pdf)) as fil:
        return len(fil.pages)
