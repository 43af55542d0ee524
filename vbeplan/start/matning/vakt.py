"""What the identity guard costs: texts a second, and a process that has just begun."""

import subprocess
import sys
import time

from django.conf import settings

from vbeplan.start.matning.tabell import Rad

GRUPP = "Identitetsvakten"
VARMT = 40  # times through the texts
TEXTER = (
    "Klistermärken med okänd symbol sitter på skåpen utanför matsalen i Ekhamra.",
    "Amira Öberg i 7C berättade att någon lagt lappar i hennes skåp förra veckan.",
    "Ring mig på 070-174 06 12 eller mejla skolan@granby.example om ni vill veta mer.",
    "på fritids sa viggo att alla lärare ljuger å att han sett det på en film",
    "Enhetschefen och kuratorn träffas i oktober för att se över rutinen vid oro.",
    "Bilen ABC 12D stod utanför Åkervägen 31 under hela mötet, enligt en granne.",
    "Nordiska motståndsrörelsen delade ut flygblad på torget lördagen den 14 mars.",
    "Brukaren, 850312-9876, blev uppjagad av nyheterna och ville inte ha besök.",
    "Under en sten låg en plastpåse med broschyrer om 1488 och en karta över skolan.",
    "Elever i årskurs 8 skämtade om Hitler i korridoren, mentorn pratade med dem.",
    "Hans mössa hade siffran 18 på sig. Det kan vara ett lagnummer, vi vet inte.",
    "Vi utgår från lag 2023:196 och stadens riktlinjer när vi bedömer vad som hänt.",
)
# Run in a process of its own: seconds to import, MiB that it took.
BORJAN = """
import time
from vbeplan.start.matning.minne import topp_mib
fore, start = topp_mib(), time.perf_counter()
from blanketter.avidentifiering import hitta
hitta("Amira i 7C har numret 070-174 06 12.")
print(time.perf_counter() - start, topp_mib() - fore)
"""


def mat_vakten(varv):
    """Return the rows: speed on one core, the first answer's time and memory."""
    from blanketter.avidentifiering import hitta

    for text in TEXTER:
        hitta(text)
    takt = [_texter_per_sekund(hitta) for _ in range(max(3, varv // 8))]
    sekunder, mib = _borjan()
    return [
        Rad(GRUPP, "Texter i sekunden", "texter/s", takt),
        Rad(
            GRUPP,
            "Tid per text",
            "ms",
            [1000 / t for t in takt],
            hogst={"median": 0.5},
        ),
        Rad(
            GRUPP,
            "Första svaret i en ny process",
            "s",
            [sekunder],
            minne_mib=mib,
            hogst={"median": 0.3, "minne_mib": 60},
        ),
    ]


def _texter_per_sekund(hitta):
    start = time.perf_counter()
    for _ in range(VARMT):
        for text in TEXTER:
            hitta(text)
    return VARMT * len(TEXTER) / (time.perf_counter() - start)


def _borjan():
    svar = subprocess.run(  # noqa: S603 — our own words, our own interpreter
        [sys.executable, "-c", BORJAN],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    sekunder, mib = map(float, svar.stdout.split())
    return sekunder, mib
