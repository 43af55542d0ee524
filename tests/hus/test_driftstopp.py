"""The database is down: a static page that says so, nothing lost, nothing revealed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hus.test_installningar import GRUND

ROOT = Path(__file__).parents[2]
SKRIPT = """
import json, logging
from django.conf import settings
settings.STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
import django
django.setup()
logging.disable()
from django.test import Client
klient = Client(raise_request_exception=False, headers={"host": "vbe.example"})
klient.cookies[settings.SESSION_COOKIE_NAME] = "a" * 32
fragor = [("get", "/"), ("get", "/planer/"), ("get", "/halsa/"),
          ("get", "/tillganglighet/"), ("get", "/finns-inte/"),
          ("post", "/konto/logga-in/")]
svar = [getattr(klient, metod)(url, {"login": "a@b.se", "password": "hemligt"})
        for metod, url in fragor]
print(json.dumps([
    [s.status_code, s.content.decode(), dict(s.headers)] for s in svar
]))
"""


@pytest.mark.parametrize(
    "databas",
    ["postgres://vbeplan:losenord@127.0.0.1:1/vbeplan", "sqlite:////finns/inte/x.db"],
    ids=["postgresql", "sqlite"],
)
def test_every_page_says_that_we_are_closed_when_the_database_is_gone(databas):
    klar = subprocess.run(
        [sys.executable, "-c", SKRIPT],
        env=GRUND
        | {"DATABASE_URL": databas, "DJANGO_SETTINGS_MODULE": "vbeplan.settings"},
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip

    svar = json.loads(klar.stdout)
    assert [status for status, _, _ in svar] == [503] * 6
    for _, text, huvuden in svar:
        assert "Stängt en kort stund" in text
        assert not any(
            o in text for o in ("losenord", "127.0.0.1", "finns/inte", "Err")
        )
        assert huvuden["Retry-After"] == "60"
        assert huvuden["Content-Security-Policy"].startswith("default-src 'none'")
        assert huvuden["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    ("databas", "vad"),
    [
        ("postgres://vbeplan:losenord@127.0.0.1:1/vbeplan", "Connection refused"),
        ("sqlite://:memory:", "no such table"),
    ],
    ids=["down", "not migrated"],
)
def test_a_nightly_command_says_in_two_lines_that_the_database_is_gone(databas, vad):
    klar = subprocess.run(
        [sys.executable, "manage.py", "gallra"],
        env=GRUND | {"DATABASE_URL": databas},
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip

    assert klar.returncode == 1
    fel, rad = klar.stderr.splitlines()
    assert fel.startswith("Databasen gick inte att använda: ")
    assert vad in fel
    assert "manage.py migrate" in rad
    assert "losenord" not in klar.stderr


def test_the_server_has_read_its_pages_before_anybody_asks_for_one():
    """Else a worker reads them at its first visitor, from files changed meanwhile."""
    ord_ = "import sys, vbeplan.wsgi; print('lagesbild.views.enkatsida' in sys.modules)"

    svar = subprocess.run(
        [sys.executable, "-c", ord_],
        cwd=ROOT, env=GRUND, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert svar.stdout.strip() == "True"
