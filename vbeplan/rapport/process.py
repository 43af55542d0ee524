"""Starts the typesetter (`pdf.py`) as a child process and kills it in time.

A runaway layout or a leak costs one child; the web worker stays small. Beside
`vbeplan.filer.barn` because that one lets no thread start, which Pango needs.
"""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vbeplan.rapport.fel import PdfFel

log = logging.getLogger(__name__)
SATTARE = Path(__file__).with_name("pdf.py")
SEKUNDER = 25  # a plan of 100 pages takes about ten; gunicorn gives up at 30
MINNE_MIB = 1024  # address space; the resident peak is about a tenth of it
PAKET = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
SAKNAS = (
    "PDF kan inte skapas på den här servern, eftersom programbibliotek saknas. Planen "
    "är oförändrad och går att läsa som förhandsvisning. Be den som sköter servern "
    f"köra: sudo apt-get install {PAKET}"
)
FOR_STOR = (
    "Planen blev för stor för att sättas som PDF. Inget har ändrats. Dela upp mycket "
    "långa tabellrader eller avsnitt och försök igen."
)
FOLL = (
    "PDF:en kunde inte skapas. Planen är oförändrad. Försök igen om en stund, och "
    "kontakta förvaltaren om felet kommer tillbaka."
)


@dataclass(frozen=True)
class Sattning:
    """One finished PDF, and what it cost: CPU seconds and peak memory in MiB."""

    pdf: bytes
    cpu: float
    minne_mib: float


def satt_i_barn(
    html: str,
    stil: str,
    *,
    stilmall: str = "",
    sekunder: int = SEKUNDER,
    minne_mib: int = MINNE_MIB,
) -> Sattning:
    """Set the document in a child; arguments as `pdf.satt`, limits for the child.

    Raises PdfFel in Swedish for missing libraries, time, memory and crashes.
    """
    uppdrag = {
        "html": html,
        "stil": stil,
        "stilmall": stilmall,
        "sekunder": sekunder,
        "minne_mib": minne_mib,
    }
    svar = _kor(json.dumps(uppdrag).encode(), sekunder)
    rapport, _, pdf = svar.partition(b"\n")
    return _las(rapport, pdf)


def _kor(uppdrag: bytes, sekunder: int) -> bytes:
    barn = subprocess.Popen(  # noqa: S603 - our own file, our own interpreter
        [sys.executable, "-I", "-X", "utf8", str(SATTARE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Nothing inherited: settings, keys and passwords live in the environment.
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        cwd="/",
        start_new_session=True,
    )
    try:
        svar, _ = barn.communicate(uppdrag, timeout=sekunder)
    except subprocess.TimeoutExpired:
        raise PdfFel(FOR_STOR) from None
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(barn.pid, signal.SIGKILL)
        barn.communicate()
    if barn.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise PdfFel(FOR_STOR)
    return svar


def _las(rapport: bytes, pdf: bytes) -> Sattning:
    """The child's report and PDF, or PdfFel for every way it can end badly."""
    try:
        utfall: dict[str, Any] = json.loads(rapport)
    except ValueError:
        utfall = {"fel": "krasch", "sort": "dog utan besked"}
    if "fel" not in utfall:
        return Sattning(pdf, utfall["cpu"], utfall["minne_mib"])
    log.error("Sättningen föll: %s %s", utfall["fel"], utfall.get("sort", ""))
    raise PdfFel({"saknas": SAKNAS, "minne": FOR_STOR}.get(utfall["fel"], FOLL))
