"""How it went with the activities of the plan before this one."""

from aktiviteter.andringar.forra import forra_planerna
from aktiviteter.bilagor.bilaga import Bilaga, Bilagsdel, tabell
from aktiviteter.uppfoljning.resultat import resultat

NYCKEL, RUBRIK = "resultat", "Förra årets resultat"
OBESVARAD = "Inte rapporterad"
KOLUMNER = ("Aktivitet", "Läge", "Resultat")


def resultatbilaga(plan):
    """Return the `Bilaga` of last year's results; None when nothing is reported."""
    delar = tuple(filter(None, map(_plan, forra_planerna(plan))))
    if not delar:
        return None
    ingress = "Det senaste som har rapporterats om varje aktivitet i förra planen."
    return Bilaga(NYCKEL, RUBRIK, ingress, delar)


def _plan(forra):
    ut = resultat(forra)
    if not ut:
        return None
    rader = [
        (
            f"{nummer}. {titel}",
            ut[nummer].lage_i_ord if nummer in ut else OBESVARAD,
            _orden(ut[nummer]) if nummer in ut else "",
        )
        for nummer, titel in forra.aktiviteter.order_by("nummer").values_list(
            "nummer", "titel"
        )
    ]
    titel = f"{forra.namnd}, planen för {forra.ar}"
    return Bilagsdel("", (), (tabell(titel, KOLUMNER, rader),))


def _orden(ett):
    delar = [ett.text, ett.skal]
    if ett.utfall:
        delar.append(f"Utfall: {ett.utfall}")
    return "\n".join(filter(None, delar))
