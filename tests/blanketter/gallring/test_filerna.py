"""What was removed is in no file; killed and crowded runs come right."""

import secrets
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection

from blanketter.models import Blankett, Forvarning, Gallringsprotokoll, Meddelande
from tests import bygge
from tests.blanketter.gallring.conftest import IDAG, gallra, inkommen, med_dialog
from tests.underprocess import ROOT, miljo

pytestmark = pytest.mark.django_db(transaction=True)

GAMMAL = date(2020, 1, 1)
ANTAL = 60


def databasens_filer():
    """Return every file in which the database keeps its tables."""
    if connection.vendor == "sqlite":
        namn = Path(connection.settings_dict["NAME"])
        return list(namn.parent.glob(f"{namn.name}*"))
    with connection.cursor() as sql:
        sql.execute("CHECKPOINT")
        sql.execute("SHOW data_directory")
        (rot,) = sql.fetchone()
        sql.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        (oid,) = sql.fetchone()
    return [f for f in Path(rot, "base", str(oid)).iterdir() if f.is_file()]


def finns(delar):
    """Return which of the pieces stand in some file."""
    innehall = b"".join(fil.read_bytes() for fil in databasens_filer())
    return {del_ for del_ in delar if del_ in innehall}


def lagrade():
    """Return a piece of every stored text, as it lies in the database."""
    delar = set()
    for modell in (Blankett, Meddelande):
        tabell = modell._meta.db_table
        with connection.cursor() as sql:
            sql.execute(f"SELECT text FROM {tabell} WHERE text IS NOT NULL")  # noqa: S608
            delar |= {rad[0][10:60].encode() for rad in sql.fetchall()}
    return delar


def forvarnade(namnd, antal=ANTAL):
    """Forms that a run of IDAG removes, short and long."""
    langd = [60, 900, 9000]
    blanketter = [
        inkommen(namnd, GAMMAL, text=secrets.token_urlsafe(langd[nr % 3]))
        for nr in range(antal)
    ]
    for blankett in blanketter[:5]:
        med_dialog(blankett, GAMMAL)
    gallra(IDAG - timedelta(days=1))
    Forvarning.objects.update(dag=IDAG - timedelta(days=14))
    return blanketter


@pytest.fixture
def namnd_med_regel(namnd, forvaltare):
    bygge.ny_gallringsregel(forvaltare)
    return namnd


def test_the_removed_ciphertext_is_in_no_file_and_the_kept_one_is(namnd_med_regel):
    forvarnade(namnd_med_regel)
    borta = lagrade()
    kvar = inkommen(namnd_med_regel, date(2027, 3, 1))
    (egen,) = lagrade() - borta
    with connection.cursor() as sql:
        if connection.vendor == "postgresql":
            sql.execute("ANALYZE")  # as the server does by itself: it samples columns
    assert finns(borta) == borta

    ut = gallra(IDAG)

    assert f"{ANTAL} gallrade" in ut
    assert "Databasens filer är städade." in ut
    assert finns(borta) == set()
    assert finns({egen}) == {egen}
    kvar.refresh_from_db()
    assert "Klistermärken" in kvar.text


def test_redacted_words_are_cleared_by_the_next_run(
    namnd_med_regel, samordnare, monkeypatch
):
    from blanketter.dolda_delar import Spann
    from blanketter.handlingar.bortredigera import bortredigera

    blankett = inkommen(namnd_med_regel, IDAG)
    fore = lagrade()
    bortredigera(blankett, [Spann(0, 5, "namn")], av=samordnare, sedd=blankett.rakning)
    assert finns(fore) == fore

    assert "Databasens filer är städade." in gallra(IDAG)

    assert finns(fore) == set()


def test_a_run_with_somebody_in_the_way_says_so_and_the_next_one_clears(
    namnd_med_regel, monkeypatch
):
    """A reader in the middle of something holds the journal, or the table."""
    from django.core.management import CommandError

    from vbeplan.nycklar import rensning

    forvarnade(namnd_med_regel, 2)
    monkeypatch.setattr(rensning, "FORSOK", 4)
    with subprocess.Popen(
        [sys.executable, "-c", LASARE],
        env=miljo(DJANGO_SETTINGS_MODULE="vbeplan.settings"),
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as lasare:  # fmt: skip
        assert lasare.stdout.readline() == "läser\n"
        with pytest.raises(CommandError, match="kunde inte städas"):
            gallra(IDAG)
        assert Gallringsprotokoll.objects.get().stadad is None
        lasare.stdin.close()

    assert "Databasens filer är städade." in gallra(IDAG)
    assert Gallringsprotokoll.objects.get().stadad == IDAG


def test_a_long_report_elsewhere_does_not_let_removed_words_stay_unsaid(
    namnd_med_regel, monkeypatch
):
    """What an older snapshot may still see is carried over by PostgreSQL's VACUUM."""
    from django.core.management import CommandError

    from blanketter.management.commands import gallra as gallra_kommando
    from vbeplan.nycklar import rensning

    if connection.vendor == "sqlite":
        pytest.skip("SQLite: a reader holds the whole journal, as in the test above")
    forvarnade(namnd_med_regel, 2)
    borta = lagrade()
    monkeypatch.setattr(rensning, "FORSOK", 2)
    monkeypatch.setattr(gallra_kommando, "NATTENS_TALAMOD", 1)
    with subprocess.Popen(
        [sys.executable, "-c", RAPPORT],
        env=miljo(DJANGO_SETTINGS_MODULE="vbeplan.settings"),
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as rapport:  # fmt: skip
        assert rapport.stdout.readline() == "läser\n"
        with pytest.raises(CommandError, match="kunde inte städas"):
            gallra(IDAG)
        rapport.stdin.close()

    assert "Databasens filer är städade." in gallra(IDAG)
    assert finns(borta) == set()


LASARE = """
import sys
import django
django.setup()
from django.db import connection
with connection.cursor() as sql:
    sql.execute("BEGIN")
    sql.execute("SELECT count(*) FROM blanketter_blankett")
    print("läser", flush=True)
    sys.stdin.read()
"""

RAPPORT = """
import sys
import django
django.setup()
from django.db import connection
with connection.cursor() as sql:
    sql.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    sql.execute("SELECT count(*) FROM organisation_namnd")
    print("läser", flush=True)
    sys.stdin.read()
"""

LANGSAMT = """
import sys
from datetime import date
import django
django.setup()
from blanketter.gallring.korning import gallra
from vbeplan.organisation.models import Namnd
print("börjar", flush=True)
gallra(Namnd.objects.get(), date(2027, 3, 15), bunt=1)
"""


def korning():
    """Start a run in a process of its own, one form at a time."""
    return subprocess.Popen(
        [sys.executable, "-c", LANGSAMT],
        env=miljo(DJANGO_SETTINGS_MODULE="vbeplan.settings"),
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_killed_half_way_the_protocol_is_right_and_the_next_run_goes_on(
    namnd_med_regel,
):
    forvarnade(namnd_med_regel)
    with korning() as process:
        while Blankett.objects.exclude(gallrad=None).count() < 5:
            assert process.poll() is None
        process.kill()
    gallrade = Blankett.objects.filter(text=None).count()
    assert 5 <= gallrade < ANTAL
    assert Gallringsprotokoll.objects.get().antal == gallrade
    assert Blankett.objects.exclude(gallrad=None).count() == gallrade

    assert f"{ANTAL - gallrade} gallrade" in gallra(IDAG)

    assert not Blankett.objects.exclude(text=None).exists()
    assert Gallringsprotokoll.objects.get().antal == ANTAL


def test_two_at_once_remove_and_count_each_form_once(namnd_med_regel):
    forvarnade(namnd_med_regel)
    tva = [korning(), korning()]
    assert [process.wait() for process in tva] == [0, 0]
    for process in tva:
        process.stdout.close()

    assert Blankett.objects.filter(text=None, gallrad=IDAG).count() == ANTAL
    assert Gallringsprotokoll.objects.get().antal == ANTAL
