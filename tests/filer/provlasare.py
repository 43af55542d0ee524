"""Parsers that behave in every way a parser can, for the child to run."""

import os
import resource
import sys
import time

from vbeplan.filer.fel import FilFel


def langd(data: bytes, plus: int = 0) -> dict:
    return {"langd": len(data) + plus}


def pratar(data: bytes) -> str:
    print("prat")  # noqa: T201 — what a careless library does
    os.write(1, b"mer prat")
    return "svar"


def vagrar(data: bytes) -> None:
    raise FilFel("Filen är fel på sitt sätt.")


def faller(data: bytes) -> None:
    raise KeyError(data.decode())


def dor(data: bytes) -> None:
    os._exit(7)


def minne(data: bytes) -> int:
    return len(bytearray(500 * 1024 * 1024))


def sover(data: bytes) -> None:
    time.sleep(30)


def snurrar(data: bytes) -> None:
    while True:
        pass


def miljo(data: bytes) -> dict:
    return {
        "env": dict(os.environ),
        "core": resource.getrlimit(resource.RLIMIT_CORE),
        "session": os.getsid(0),
    }


def moduler(data: bytes) -> list[str]:
    from aktiviteter.word import las_word

    las_word(data, ar=2025)
    return [m for m in sys.modules if m.split(".")[0] == "django"]
