"""How it went with the activities of the plan before this one."""

from aktiviteter.andringar.forra import las_forra
from aktiviteter.bilagor.bilaga import Bilaga, Bilagsdel, tabell

NYCKEL, RUBRIK = "resultat", "Förra årets resultat"
OBESVARAD = "Inte rapporterad"
KOLUMNER = ("Aktivitet", "Läge", "Resultat")


def resultatbilaga(plan, forra=None):
    """Return the `Bilaga` of last year's results; None when nothing is reported.

    `forra`: the plan's `las_forra`, when that has been read.
    """
    forra = forra or las_forra(plan)
    delar = (_plan(en, forra.resultat[en.pk]) for en in forra.planer)
    delar = tuple(filter(None, delar))
    if not delar:
        return None
    ingress = "Det senaste som har rapporterats om varje aktivitet i förra planen."
    return Bilaga(NYCKEL, RUBRIK, ingress, delar)


def _plan(forra, ut):
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
    return Bilagsdel("", (), (tabell(titel, KOLUMNER, rader, form=NYCKEL),))


def _orden(ett):
    delar = [ett.text, ett.skal]
    if ett.utfall:
        delar.append(f"Utfall: {ett.utfall}")
    return "\n".join(filter(None, delar))
