"""The Nu HTML checker, W3C's own, out of the npm package vnu-jar (needs Java 17).

package-lock.json pins its version and what its bytes must be; `npm ci` fetches it into
var/ the first time and refuses anything else. `granska(filer)` returns its messages.
"""

import functools
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

LAS = Path(__file__).with_name("package-lock.json")


def granska(katalog: Path) -> list[dict]:
    """Check all HTML files of a directory; url, lastLine, message, extract of each."""
    svar = subprocess.run(
        ["java", "-jar", jar(), "--format", "json", "--stdout", "--exit-zero-always",
         "--skip-non-html", katalog],
        capture_output=True,
        text=True,
        timeout=180,
        check=True,
    )  # fmt: skip
    return json.loads(svar.stdout)["messages"]


@functools.cache
def jar() -> Path:
    """Return the checker; skips when a program is missing, but fails in CI."""
    fingeravtryck = hashlib.sha256(LAS.read_bytes()).hexdigest()[:16]
    katalog = settings.BASE_DIR / "var" / "vnu" / fingeravtryck
    fil = katalog / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not _finns("java"):
        _saknas("Java 17 saknas (apt-get install default-jdk-headless)")
    if not fil.exists():
        if not _finns("npm"):
            _saknas("npm saknas, som hämtar HTML-granskaren (apt-get install npm)")
        _hamta(katalog)
    return fil


def _hamta(katalog: Path) -> None:
    # Fetched aside and then moved: two test processes may do it at once. The package's
    # script would fetch a Java of its own.
    egen = katalog.with_name(f"{katalog.name}-{os.getpid()}")
    shutil.rmtree(egen, ignore_errors=True)
    egen.mkdir(parents=True)
    for namn in ("package.json", "package-lock.json"):
        shutil.copy(LAS.with_name(namn), egen)
    flaggor = ["--ignore-scripts", "--no-audit", "--no-fund"]
    svar = subprocess.run(
        ["npm", "ci", *flaggor], cwd=egen, capture_output=True, text=True, timeout=300
    )
    if svar.returncode:
        shutil.rmtree(egen)
        _saknas(f"HTML-granskaren gick inte att hämta: {svar.stderr[-500:]}")
    try:
        egen.rename(katalog)
    except OSError:
        shutil.rmtree(egen)


def _finns(program: str) -> bool:
    return shutil.which(program) is not None


def _saknas(text: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(text)
    pytest.skip(text)
