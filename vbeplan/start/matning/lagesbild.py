"""What a board's figures cost among millions of others', as a ratio to it alone.

On a database of its own: first with one board's events, then with everybody's.
"""

from dataclasses import replace
from statistics import median

from django.core.cache import caches
from django.db import transaction
from django.urls import reverse

from vbeplan.start.matning.data import CENTRAL, samordnare
from vbeplan.start.matning.lagesbilddata import (
    KORT,
    PLANAR,
    Bildstad,
    bildnamnder,
    grunda,
    publicera,
)
from vbeplan.start.matning.sidor import Besokare, Sida
from vbeplan.start.matning.tabell import Rad

GRUPP = "Lägesbilden"
SIFFROR = {"kvot": 2, "fragor": 15}
FORST = {"median": 2000}
STADEN = {"median": 1000, "fragor": 15}


def mat_lagesbilden(namnder, ar, handelser, varv):
    """Return rows for one board's figures alone and in the city, and for the city's."""
    stad = Bildstad(namnder, ar, handelser)
    jag = samordnare(KORT)
    siffror = Sida(
        "Siffror, nämnden ensam", reverse("siffror", args=[KORT, PLANAR]), jag
    )
    hamta = Besokare()
    grunda()
    antal = bildnamnder(stad, 0, 1)
    forst = _forsta(hamta, siffror)
    ensam = [hamta(siffror) for _ in range(varv)]
    antal += bildnamnder(stad, 1, namnder)
    with transaction.atomic():
        publicera(stad)
    bland = replace(siffror, namn=f"Siffror, bland {antal} händelser", hogst=SIFFROR)
    staden = Sida(
        f"Stadens årstabell, {namnder - 1} nämnder",
        reverse("lagesbild_staden"),
        CENTRAL,
        STADEN,
    )
    for sida in (bland, staden):
        hamta(sida)
    tider = {sida.namn: [] for sida in (bland, staden)}
    for _ in range(varv):
        for sida in (bland, staden):
            tider[sida.namn].append(hamta(sida))
    grund = median(ensam)
    return [
        Rad(GRUPP, "Siffror, första gången skyddade", "ms", [forst], hogst=FORST),
        Rad(GRUPP, siffror.namn, "ms", ensam, 1.0, hamta.antal_fragor(siffror)),
        *(
            Rad(
                GRUPP,
                sida.namn,
                "ms",
                tider[sida.namn],
                median(tider[sida.namn]) / grund if sida is bland else None,
                hamta.antal_fragor(sida),
                hogst=sida.hogst,
            )
            for sida in (bland, staden)
        ),
    ]


def _forsta(hamta, sida):
    """Return how long a visit takes when nothing is remembered of the figures."""
    hamta(replace(sida, adress=reverse("tom")))  # compiles and signs in
    caches["rojande"].clear()
    return hamta(sida)
