"""The series of a board: made by name, listed with what came when."""

import re

from django.db.models import Count, Max, Min, Sum

from lagesbild.models import Kallart, Serie

_ARTER = (
    (Kallart.KLOTTER, r"klotter|klister|graffit|saner"),
    (Kallart.IA, r"\bia\b|avvik|tillbud|incident|stella|lisa"),
    (Kallart.POLIS, r"polis|brott|anmäl|brå\b"),
    (Kallart.NAMNDER, r"nämnd"),
)
ARTER = tuple((a.value, a.label) for a in (*(a for a, _ in _ARTER), Kallart.ANNAT))
_RAKNAR = {
    Kallart.KLOTTER: "ärenden",
    Kallart.IA: "avvikelser",
    Kallart.POLIS: "anmälningar",
}


def ny_serie(namnd, namn):
    """Return an unsaved series; what kind it is by the words of its name."""
    namn = " ".join(namn.split())[:120]
    art = gissad_art(namn)
    return Serie(
        namnd=namnd,
        namn=namn,
        art=art,
        raknar=_RAKNAR.get(art, "händelser"),
        beror_pa_personal=art == Kallart.IA,
    )


def gissad_art(namn):
    for art, monster in _ARTER:
        if re.search(monster, namn, re.IGNORECASE):
            return art
    return Kallart.ANNAT


def serier_med_lage(rader):
    """Return series with `antal`, `forsta`, `sista` (months) and when they last came."""
    return rader.annotate(
        antal=Sum("tal__antal"),
        forsta=Min("tal__manad"),
        sista=Max("tal__manad"),
    ).annotate(rutor=Count("tal"))
