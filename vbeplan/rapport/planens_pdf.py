"""Read: a plan's PDF, which for a decided one is the bytes that were sealed."""

from vbeplan.rapport.innehall import levande_innehall
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.utskrift import skapa_pdf


def planens_pdf(plan, *, med_utkast=False, med_bilagor=True) -> bytes:
    """Return a plan's PDF: as decided, else set as it is. Raises PdfFel in Swedish.

    `med_utkast` and `med_bilagor`: see `rapportens_innehall`.
    """
    if plan.ar_beslutad:
        filer = Utgava.objects.planens(plan).values_list("pdf", flat=True)
        if (fil := filer.first()) is not None:
            return bytes(fil)
    return skapa_pdf(
        levande_innehall(plan, med_utkast=med_utkast, med_bilagor=med_bilagor)
    )
