"""Settings refuse loudly, in one Swedish line; with TLS everything is locked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NYCKEL = "prov-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789"
KRYPTONYCKEL = "prov:cHJvdm55Y2tlbi1wcm92bnlja2VsbjAxMjM0NTY3ODk"
GRUND = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT),
    # Said outright, so that a developer's .env has nothing to add.
    "SECRET_KEY": NYCKEL,
    "NYCKLAR": KRYPTONYCKEL,
    "NYCKELFIL": "",
    "ALLOWED_HOSTS": "vbe.example",
    "DATABASE_URL": "sqlite://:memory:",
    "DEBUG": "0",
    "DEMO": "0",
    "TLS": "0",
    "BAKOM_PROXY": "0",
}


def manage(*ord_, **miljo):
    return subprocess.run(
        [sys.executable, "manage.py", *ord_],
        cwd=ROOT, env=GRUND | miljo, capture_output=True, text=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("miljo", "ord_"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY saknas"),
        ({"SECRET_KEY": "kort"}, "kortare än 40 tecken"),
        ({"NYCKLAR": ""}, "NYCKLAR saknas"),
        ({"NYCKLAR": "prov:kort"}, "är inte rätt skriven"),
        ({"NYCKLAR": f"prov:{'A' * 43}"}, "är inte slumpad"),
        ({"NYCKELFIL": "saknas"}, "Både NYCKLAR och NYCKELFIL"),
        ({"NYCKLAR": "", "NYCKELFIL": "saknas"}, "går inte att läsa"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS saknas"),
        ({"DEMO": "1", "ALLOWED_HOSTS": "vbe.example"}, "bara köras på localhost"),
        ({"DEMO": "1", "ALLOWED_HOSTS": "localhost,*"}, "bara köras på localhost"),
        ({"DATABASE_URL": "nonsens"}, "DATABASE_URL ska börja med"),
        ({"DATABASE_URL": "mysql://a@b/c"}, "DATABASE_URL ska börja med"),
    ],
    ids=[
        "no key",
        "short key",
        "no key for texts",
        "short key for texts",
        "a key of one letter",
        "keys in two places",
        "no key file",
        "no host",
        "demo abroad",
        "demo everywhere",
        "no database address",
        "another database",
    ],
)
def test_a_setting_that_is_missing_or_unsafe_is_refused_in_one_line(miljo, ord_):
    klar = manage("check", **miljo)

    assert klar.returncode == 1
    assert ord_ in klar.stderr
    assert klar.stderr.count("\n") == 1
    assert klar.stdout == ""


@pytest.mark.parametrize("ord_", ["migrate", "ladda_demo", "runserver"])
def test_every_command_tells_the_refusal_in_the_same_line(ord_):
    klar = manage(ord_, SECRET_KEY="")

    assert klar.stderr.splitlines() == [
        "SECRET_KEY saknas eller är kortare än 40 tecken. Kör ./start, som skapar en "
        "i .env, eller sätt den i miljön."
    ]


def test_sound_settings_are_accepted():
    klar = manage("check", "--deploy", "--fail-level", "WARNING", TLS="1")

    assert klar.stderr + klar.stdout == (
        "System check identified no issues (0 silenced).\n"
    )


LAS_UT = """
import json, django
from django.conf import settings
from django.test import Client
django.setup()
sakert, osakert = (
    Client(headers={"host": "vbe.example"}).get("/halsa/", secure=val)
    for val in (True, False)
)
print(json.dumps({
    "namn": [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME],
    "secure": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE],
    "path": [settings.SESSION_COOKIE_PATH, settings.CSRF_COOKIE_PATH],
    "domain": [settings.SESSION_COOKIE_DOMAIN, settings.CSRF_COOKIE_DOMAIN],
    "hsts": sakert.headers.get("Strict-Transport-Security"),
    "status": osakert.status_code,
    "dit": osakert.headers.get("Location"),
}))
"""


def test_with_tls_cookies_are_locked_to_the_host_and_plain_http_is_sent_on():
    klar = subprocess.run(
        [sys.executable, "-c", LAS_UT],
        env=GRUND | {"TLS": "1", "DJANGO_SETTINGS_MODULE": "vbeplan.settings"},
        capture_output=True,
        text=True,
    )
    ut = json.loads(klar.stdout)

    assert ut["namn"] == ["__Host-session", "__Host-csrf"]
    assert ut["secure"] == [True, True]
    assert ut["path"] == ["/", "/"]  # a browser refuses __Host- without these three
    assert ut["domain"] == [None, None]
    assert ut["hsts"] == "max-age=31536000; includeSubDomains; preload"
    assert (ut["status"], ut["dit"]) == (301, "https://vbe.example/halsa/")
