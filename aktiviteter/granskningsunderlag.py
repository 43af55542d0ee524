"""Read: what the review needs beside the plan's own words, all in one question."""

from typing import NamedTuple

from django.db.models import F
from django.db.models.functions import JSONObject

from aktiviteter import granskning
from aktiviteter.behovssvar import planens_iakttagelser
from aktiviteter.granskning.behov import Behovsrad
from aktiviteter.models import Aktivitet, Anmarkning, Avsnitt
from lagesbild.tabellasning import las_tabeller


class Granskningsunderlag(NamedTuple):
    """The needs of the picture; {part of it: its text as it was put into the plan}; the
    remarks that an import alone can tell, with what their place needs.
    """

    behov: list[Behovsrad]
    inlagda: dict[str, str]
    anmarkningar: list[Anmarkning]


def granskningsunderlag(plan):
    """Return the `Granskningsunderlag` of a plan; one query."""
    summor = {
        "behov": planens_iakttagelser(plan).med_behov(),
        "anmarkningar": plan.anmarkningar.all(),
    }
    last, _ = las_tabeller(
        {"inlagda": plan.inlagda.all()},
        {namn: _som_rad(fraga, _FALT[namn]) for namn, fraga in summor.items()},
    )
    return Granskningsunderlag(
        [
            Behovsrad(rad["pk"], rad["rubrik"], rad["svar__aktivitet"])
            for rad in sorted(last["behov"], key=lambda r: (r["ordning"], r["pk"]))
        ],
        {rad.bilddel: rad.text for rad in last["inlagda"]},
        [
            _anmarkning(rad)
            for rad in sorted(last["anmarkningar"], key=lambda rad: rad["pk"])
            if not granskning.ser_sjalv(
                rad["slag"], pa_rad=rad["aktivitet_id"] is not None
            )
        ],
    )


_FALT = {
    "behov": ("pk", "rubrik", "ordning", "svar__aktivitet"),
    "anmarkningar": (
        *("pk", "slag", "plats", "text", "plan_id", "avsnitt_id", "aktivitet_id"),
        "aktivitet__nummer",
    ),
}


def _som_rad(fraga, falten):
    return fraga.order_by().annotate(rad=JSONObject(**{f: F(f) for f in falten}))


def _anmarkning(rad):
    nummer = rad.pop("aktivitet__nummer")
    anmarkning = Anmarkning(**rad)
    if anmarkning.avsnitt_id:
        anmarkning.avsnitt = Avsnitt(pk=anmarkning.avsnitt_id)
    if anmarkning.aktivitet_id:
        anmarkning.aktivitet = Aktivitet(pk=anmarkning.aktivitet_id, nummer=nummer)
    return anmarkning
