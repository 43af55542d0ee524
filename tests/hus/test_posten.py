"""Everything that is mailed goes through the outbox: nobody else talks to a server."""

import ast
from pathlib import Path

import pytest

ROT = Path(__file__).parents[2]
POSTEN = ROT / "vbeplan/organisation/post"
RUM = ("vbeplan", "aktiviteter", "lagesbild", "blanketter")
FILER = sorted(
    fil for rum in RUM for fil in (ROT / rum).rglob("*.py") if POSTEN not in fil.parents
)
SERVERNS = {"django.core.mail", "smtplib"}
# What Django and allauth send with, by the names of its functions and methods.
SKICKAR = {"send_mail", "send_mass_mail", "mail_admins", "mail_managers", "email_user"}


def sander(kod):
    """Return what a module takes in or calls that mails past the outbox."""
    if not any(ord_ in kod for ord_ in ("mail", "smtplib")):
        return  # most modules; to read them all takes seconds
    for nod in ast.walk(ast.parse(kod)):
        if isinstance(nod, ast.ImportFrom):
            moduler = {nod.module or "", *(f"{nod.module}.{a.name}" for a in nod.names)}
        elif isinstance(nod, ast.Import):
            moduler = {a.name for a in nod.names}
        elif isinstance(nod, ast.Call) and isinstance(nod.func, ast.Attribute):
            moduler = {nod.func.attr} & SKICKAR
        else:
            continue
        yield from (m for m in moduler if m in SKICKAR or _ar_serverns(m))


def _ar_serverns(modul):
    return any(modul == s or modul.startswith(f"{s}.") for s in SERVERNS)


def test_no_code_but_the_outbox_talks_to_a_mail_server():
    brott = {
        str(fil.relative_to(ROT)): list(funna)
        for fil in FILER
        if (funna := set(sander(fil.read_text())))
    }
    assert brott == {}


@pytest.mark.parametrize(
    "kod",
    [
        "from django.core.mail import EmailMessage",
        "from django.core import mail",
        "import django.core.mail as m",
        "import smtplib",
        "from smtplib import SMTP",
        "user.email_user('Hej', 'Hej')",
    ],
)
def test_the_ways_around_it_are_noticed(kod):
    assert list(sander(kod))
