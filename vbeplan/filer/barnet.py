"""The child's side of barn.py: limits first, then the parser, then JSON out.

Run as `python -I barnet.py ROOT` with one line of JSON (what to run) and the file's
bytes on stdin. Imports as little as it can: its start is part of every upload.
"""

import json
import os
import resource
import sys

MIB = 1024 * 1024
HOGST_SVAR = 64 * MIB


def _begransa(sekunder: int, minne_mib: int) -> None:
    """Set before anything from outside is touched; the child cannot raise them."""
    minne = minne_mib * MIB
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (sekunder, sekunder + 1))
    resource.setrlimit(resource.RLIMIT_AS, (minne, minne))
    resource.setrlimit(resource.RLIMIT_FSIZE, (HOGST_SVAR, HOGST_SVAR))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _kor(uppdrag: dict, data: bytes) -> dict:
    """{"svar": …}, {"filfel": text}, {"slut": "minne"} or {"krasch": where}."""
    from importlib import import_module

    from vbeplan.filer.fel import FilFel
    from vbeplan.filer.framsteg import oppna

    oppna(uppdrag.get("steg"))
    modul, _, funktion = uppdrag["funktion"].partition(":")
    try:
        anropa = getattr(import_module(modul), funktion)
        return {"svar": anropa(data, **uppdrag["argument"])}
    except FilFel as fel:
        return {"filfel": str(fel)}
    except (MemoryError, RecursionError):
        return {"slut": "minne"}
    # Every other error is named without its message, which may hold the file's text.
    except Exception as fel:
        return {"krasch": _var(fel)}


def _var(fel: BaseException) -> str:
    """The kind of error and the last line of code, without the message."""
    spar = fel.__traceback__
    while spar is not None and spar.tb_next is not None:
        spar = spar.tb_next
    fil = os.path.basename(spar.tb_frame.f_code.co_filename) if spar else "?"
    return f"{type(fel).__name__} i {fil}:{spar.tb_lineno if spar else 0}"


def main() -> None:
    # Whatever a library prints goes to stderr, so that stdout is JSON only.
    ut = os.dup(1)
    os.dup2(2, 1)
    sys.path.insert(0, sys.argv[1])
    indata = sys.stdin.buffer
    uppdrag = json.loads(indata.readline())
    _begransa(uppdrag["sekunder"], uppdrag["minne_mib"])
    svar = _kor(uppdrag, indata.read())
    matt = resource.getrusage(resource.RUSAGE_SELF)
    svar["minne_mib"] = _hogsta_minne()
    svar["cpu"] = round(matt.ru_utime + matt.ru_stime, 3)
    with os.fdopen(ut, "wb") as fil:
        fil.write(json.dumps(svar, ensure_ascii=False).encode("utf-8", "replace"))


def _hogsta_minne() -> float:
    """Peak resident memory in MiB; ru_maxrss would begin at the parent's size."""
    with open("/proc/self/status", "rb") as status:
        rad = next(rad for rad in status if rad.startswith(b"VmHWM:"))
    return round(int(rad.split()[1]) / 1024, 1)


if __name__ == "__main__":
    main()
