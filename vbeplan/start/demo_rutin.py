"""The demo city's routine, and its units with what they have answered.

Units answer by quarter, with so long to answer that the latest one is always open.
"""

import json
from pathlib import Path

from blanketter.handlingar import svara_for_enhet
from blanketter.models import Enhet, Kontakt, Rapportering, Rutinsteg, Rutinval
from blanketter.models.rapportperiod import Periodtyp

DEMO = Path(__file__).with_name("demo")
SVARSTID = 92
SVARAT = "1"  # in enheter.json, by period, the oldest first; 0 is no answer


def ladda_rutin(namnder):
    """Write the city's routine and that of the boards (by short name)."""
    data = json.loads((DEMO / "rutin.json").read_text("utf-8"))
    for modell, rader in ((Rutinsteg, data["steg"]), (Kontakt, data["kontakter"])):
        for rad in rader:
            namnd = namnder.get(rad["namnd"])
            modell.objects.create(**rad | {"namnd": namnd, "version": 1})
    for kort, ordning in data["ordning"].items():
        Rutinval.objects.create(namnd=namnder[kort], ordning=ordning)


def ladda_enheter(namnder):
    """Write the boards' reporting units and their answers for the latest quarters."""
    for kort, rader in json.loads((DEMO / "enheter.json").read_text("utf-8")).items():
        namnd = namnder[kort]
        val = Rapportering.objects.create(
            namnd=namnd, periodtyp=Periodtyp.KVARTAL, svarstid=SVARSTID
        )
        delar = {d.namn: d for d in namnd.delomraden.all()}
        for namn, arbetsplats, del_, svar in rader:
            perioder = _perioder(val, len(svar))
            enhet = Enhet.objects.create(
                namnd=namnd,
                namn=namn,
                arbetsplats=arbetsplats,
                delomrade=delar.get(del_),
                epost=f"{_brevlada(namn)}@{kort}.example",
                fran=perioder[0].start,
            )
            for period, ett in zip(perioder, svar, strict=True):
                if ett == SVARAT:
                    svara_for_enhet(enhet, period)


def _perioder(val, antal):
    """Return the latest periods that have ended, the oldest first."""
    perioder = [val.pagaende().forra]
    while len(perioder) < antal:
        perioder.insert(0, perioder[0].forra)
    return perioder


def _brevlada(namn):
    utan = str.maketrans("åäöé", "aaoe", ", ")
    return namn.lower().translate(utan)
