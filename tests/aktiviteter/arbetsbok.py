"""Workbooks as they come back: what was fetched, with some cells changed."""

import io

import xlsxwriter

from aktiviteter.kalkyl.las import las_arbetsbok
from aktiviteter.kalkyl.skillnader import kapitelord
from aktiviteter.kalkyl.skriv import arbetsbok

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def hamtad(plan):
    """Return the plan's workbook as bytes."""
    rader = plan.aktiviteter.order_by("ordning", "pk").med_ansvar()
    return arbetsbok(rader, kapitel=kapitelord(plan), titel=str(plan))


def rader_ur(plan):
    """Return the rows of the plan's workbook, to be changed and compared."""
    return las_arbetsbok(hamtad(plan))


def bok(rader, rubriker=None):
    """Return rows, {heading: words}, as a workbook of somebody's own."""
    rubriker = rubriker or [r for r in rader[0] if r != "rad"]
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut, {"in_memory": True})
    blad = bok.add_worksheet()
    for i, rad in enumerate([dict(zip(rubriker, rubriker, strict=True)), *rader]):
        for j, rubrik in enumerate(rubriker):
            blad.write_string(i, j, str(rad.get(rubrik, "")))
    bok.close()
    return ut.getvalue()
