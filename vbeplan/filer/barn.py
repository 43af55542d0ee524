"""Runs a parser of foreign files in a child process with limits.

A 161 KiB file can cost a parser 2 GiB; here that costs one child. The limits are set
by the child itself, not by a preexec function, which is unsafe in a worker's thread.
"""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vbeplan.filer.fel import FilFel
from vbeplan.filer.filslag import WORD, Filslag

log = logging.getLogger(__name__)
ROT = Path(__file__).resolve().parents[2]
FOLJ_VAR = 0.1  # seconds between two looks at how far the child is
BARNET = Path(__file__).with_name("barnet.py")


@dataclass(frozen=True)
class Forbrukning:
    """What one run cost: wall seconds, CPU seconds and peak memory in MiB."""

    sekunder: float
    cpu: float
    minne_mib: float


def kor_i_barn(
    funktion: str,
    data: bytes,
    *,
    sekunder: int = 20,
    minne_mib: int = 512,
    argument: dict[str, Any] | None = None,
    slag: Filslag = WORD,
    framsteg: Callable[[str], None] | None = None,
) -> Any:
    """The result of `funktion` ("module:name"), called as name(data, **argument).

    The result and the arguments pass as JSON. `sekunder` bounds both wall and CPU
    time, `minne_mib` the address space (the peak resident set is far below it). `slag`
    gives an error its words. `framsteg` is told now and then what the reader last said
    of how far it is (see framsteg.py). Raises FilFel: the child's own, or one for time,
    memory or a crash.
    """
    return mat_i_barn(
        funktion,
        data,
        sekunder=sekunder,
        minne_mib=minne_mib,
        argument=argument,
        slag=slag,
        framsteg=framsteg,
    )[0]


def mat_i_barn(
    funktion: str,
    data: bytes,
    *,
    sekunder: int = 20,
    minne_mib: int = 512,
    argument: dict[str, Any] | None = None,
    slag: Filslag = WORD,
    framsteg: Callable[[str], None] | None = None,
) -> tuple[Any, Forbrukning]:
    """As kor_i_barn, with what the run cost, for the benchmark."""
    uppdrag = {
        "funktion": funktion,
        "argument": argument or {},
        "sekunder": sekunder,
        "minne_mib": minne_mib,
    }
    start = time.monotonic()
    # Files, not pipes: no reader threads, and RLIMIT_FSIZE bounds the answer.
    with (
        tempfile.TemporaryFile() as in_,
        tempfile.TemporaryFile() as ut,
        tempfile.TemporaryFile() as steg,
    ):
        uppdrag["steg"] = steg.fileno() if framsteg else None
        in_.write(json.dumps(uppdrag).encode() + b"\n" + data)
        in_.seek(0)
        kod = _vanta(in_, ut, sekunder, slag, (steg.fileno(), framsteg))
        ut.seek(0)
        rapport = ut.read()
    svar = _las_rapport(rapport, kod, funktion, slag)
    tid = time.monotonic() - start
    return svar["svar"], Forbrukning(round(tid, 3), svar["cpu"], svar["minne_mib"])


def _vanta(in_: Any, ut: Any, sekunder: int, slag: Filslag, steg: tuple) -> int:
    """Starts the child in a session of its own and kills the whole of it after."""
    fil, framsteg = steg
    barn = subprocess.Popen(  # noqa: S603 — our own file, our own interpreter
        [sys.executable, "-I", "-X", "utf8", str(BARNET), str(ROT)],
        stdin=in_,
        stdout=ut,
        stderr=subprocess.DEVNULL,
        # Nothing inherited: settings, keys and passwords live in the environment.
        env={"PATH": os.defpath, "LANG": "C.UTF-8"},
        cwd="/",
        pass_fds=(fil,) if framsteg else (),
        start_new_session=True,
    )
    utgangen = threading.Event()

    def avbryt() -> None:
        utgangen.set()
        _avsluta(barn.pid)

    # A timer and a blocking wait: wait(timeout=…) polls, up to 50 ms late.
    vakt = threading.Timer(sekunder, avbryt)
    vakt.start()
    try:
        kod = _folj(barn, fil, framsteg) if framsteg else barn.wait()
    finally:
        vakt.cancel()
        _avsluta(barn.pid)
    if utgangen.is_set():
        raise FilFel(f"Filen tog mer än {sekunder} sekunder att läsa. {slag.dela}")
    return kod


def _folj(barn: subprocess.Popen, fil: int, framsteg: Callable[[str], None]) -> int:
    """Waits, and passes on each new thing that the child says of how far it is."""
    sagt = ""
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return barn.wait(FOLJ_VAR)
        if (nu := os.pread(fil, 200, 0).decode("utf-8", "replace").strip()) != sagt:
            sagt = nu
            framsteg(sagt)


def _avsluta(grupp: int) -> None:
    """Kills what is left of the child's session; a group already gone is as wished."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(grupp, signal.SIGKILL)


def _las_rapport(
    rapport: bytes, kod: int, funktion: str, slag: Filslag
) -> dict[str, Any]:
    """The child's report, or FilFel for every way it can end badly."""
    if kod in (-signal.SIGXCPU, -signal.SIGKILL):
        raise FilFel(
            f"Filen tog för lång tid eller för mycket minne att läsa. {slag.dela}"
        )
    try:
        svar = json.loads(rapport)
    except ValueError:
        svar = {"krasch": f"slutkod {kod}"}
    if "filfel" in svar:
        raise FilFel(svar["filfel"])
    if "slut" in svar:
        raise FilFel(f"Filen kräver för mycket minne för att läsas. {slag.dela}")
    if "krasch" in svar:
        log.error("Läsaren %s föll: %s", funktion, svar["krasch"])
        raise FilFel(
            f"Filen gick inte att läsa. {slag.forsok_igen} Hjälper det inte: "
            f"{slag.nytt}"
        )
    return svar
