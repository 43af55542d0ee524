"""What every test of the house may count on.

The database and the environment are laid by tests/databas.py, before this file.
"""

import contextlib
import gc
import os
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase

from blanketter import hink
from tests.databas import wait_for_server
from tests.databasmall import PostgresMall, SqliteMall, alone
from vbeplan.nycklar.hemlighet import glom

# How long an example takes says nothing on a busy machine. With CI set, hypothesis
# chooses a profile of its own, with the same examples every time.
if not os.environ.get("CI"):
    hypothesis.settings.register_profile("hus", deadline=None)
    hypothesis.settings.load_profile("hus")


def pytest_configure(config):
    """Change the few settings that would only make tests slow or need a build."""
    # Manifest storage wants collectstatic first; start's own test runs that for real.
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    # Scrypt is meant to be slow; the test of the login checks the real list.
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        *settings.PASSWORD_HASHERS,
    ]


FILE_MARKERS = {
    "test_aldre.py": pytest.mark.langsam,
    "test_andras_resultat.py": pytest.mark.langsam,
    "test_anslag.py": pytest.mark.pdfgrind,
    "test_avbrott.py": pytest.mark.langsam,
    "test_avidentifiera.py": pytest.mark.langsam,
    "test_barn.py": pytest.mark.langsam,
    "test_besluta.py": pytest.mark.langsam,
    "test_besluta_avbrott.py": pytest.mark.langsam,
    "test_besluta_samtidigt.py": pytest.mark.langsam,
    "test_besluta_sidan.py": pytest.mark.langsam,
    "test_daliga_filer.py": pytest.mark.langsam,
    "test_databas.py": pytest.mark.langsam,
    "test_demoplaner.py": pytest.mark.pdfgrind,
    "test_diagram_papper.py": pytest.mark.pdfgrind,
    "test_driftstopp.py": pytest.mark.langsam,
    "test_enkat_avbrott.py": pytest.mark.langsam,
    "test_enkat_lagring.py": pytest.mark.langsam,
    "test_enkatgallring.py": pytest.mark.langsam,
    "test_filerna.py": pytest.mark.langsam,
    "test_forseglade_bilagor.py": pytest.mark.langsam,
    "test_fragor.py": pytest.mark.langsam,
    "test_fragor_blanketter.py": pytest.mark.langsam,
    "test_fragor_enkat.py": pytest.mark.langsam,
    "test_fragor_enkatresultat.py": pytest.mark.langsam,
    "test_fragor_gallring.py": pytest.mark.langsam,
    "test_fragor_gang.py": pytest.mark.langsam,
    "test_fragor_lagesbild.py": pytest.mark.langsam,
    "test_fragor_statistik.py": pytest.mark.langsam,
    "test_gallra.py": pytest.mark.langsam,
    "test_gang_samtidigt.py": pytest.mark.langsam,
    "test_grind.py": pytest.mark.pdfgrind,
    "test_historia_rundresa.py": pytest.mark.langsam,
    "test_historia_samtidigt.py": pytest.mark.langsam,
    "test_historiens_borjan.py": pytest.mark.langsam,
    "test_import_daliga_filer.py": pytest.mark.langsam,
    "test_import_langa_ord.py": pytest.mark.langsam,
    "test_importera_statistik.py": pytest.mark.langsam,
    "test_installningar.py": pytest.mark.langsam,
    "test_isolering.py": pytest.mark.langsam,
    "test_jamfor.py": pytest.mark.langsam,
    "test_kanarie.py": pytest.mark.langsam,
    "test_kommando_importera_plan.py": pytest.mark.langsam,
    "test_kommando_skapa_pdf.py": pytest.mark.langsam,
    "test_krock.py": pytest.mark.langsam,
    "test_ladda_demo.py": pytest.mark.langsam,
    "test_lagesbild_staden.py": pytest.mark.langsam,
    "test_lagesbildskapitel.py": pytest.mark.pdfgrind,
    "test_last_plan.py": pytest.mark.langsam,
    "test_libreoffice.py": pytest.mark.langsam,
    "test_matning.py": pytest.mark.langsam,
    "test_minnesloshet.py": pytest.mark.langsam,
    "test_namnlosa.py": pytest.mark.langsam,
    "test_oppet.py": pytest.mark.langsam,
    "test_orimligt.py": pytest.mark.langsam,
    "test_overlamning.py": pytest.mark.pdfgrind,
    "test_process.py": pytest.mark.langsam,
    "test_rojande_egenskaper.py": pytest.mark.langsam,
    "test_rojande_utrakning.py": pytest.mark.langsam,
    "test_rotera_nycklar.py": pytest.mark.langsam,
    "test_rundresa.py": pytest.mark.langsam,
    "test_rutinkapitel.py": pytest.mark.pdfgrind,
    "test_sammanfattning.py": pytest.mark.langsam,
    "test_sammanfoga.py": pytest.mark.langsam,
    "test_samradsbrev.py": pytest.mark.langsam,
    "test_samtidigt_borta.py": pytest.mark.langsam,
    "test_samtidigt_tryck.py": pytest.mark.langsam,
    "test_sidor.py": pytest.mark.langsam,
    "test_sla_samman_roller.py": pytest.mark.langsam,
    "test_sok_ratt.py": pytest.mark.langsam,
    "test_sok_sidan.py": pytest.mark.langsam,
    "test_stallen_tid.py": pytest.mark.langsam,
    "test_taggtrad.py": pytest.mark.langsam,
    "test_tidsprak_egenskaper.py": pytest.mark.langsam,
    "test_tidsprak_ur_planer.py": pytest.mark.langsam,
    "test_uppfoljning_och_brev.py": pytest.mark.langsam,
    "test_uppfoljningsbrev.py": pytest.mark.langsam,
    "test_uppfoljningspdf.py": pytest.mark.pdfgrind,
    "test_utgavelas.py": pytest.mark.langsam,
    "test_utlamna.py": pytest.mark.langsam,
    "test_utskrift.py": pytest.mark.langsam,
    "test_vakten_tid.py": pytest.mark.langsam,
    "test_verifiera.py": pytest.mark.langsam,
    "test_word_daliga_filer.py": pytest.mark.langsam,
    "test_word_inget_tappat.py": pytest.mark.langsam,
    "test_word_rundresa.py": pytest.mark.langsam,
    "webblasare": pytest.mark.webblasare,
}


def pytest_ignore_collect(collection_path, config):
    """Let what is left out by its marker not even be imported, in every worker."""
    marke, val = FILE_MARKERS.get(collection_path.name), config.option.markexpr
    left_out = marke and f"not {marke.name}" in val.split(" and ")
    return True if left_out else None


def pytest_collection_modifyitems(items):
    """Mark the files that want Java or many seconds, so that ./test can choose."""
    for item in items:
        if item.path.name in FILE_MARKERS:
            item.add_marker(FILE_MARKERS[item.path.name])


def pytest_collection_finish():
    """Let the collector of garbage be: what was imported stays as long as the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(autouse=True)
def tom_cache(monkeypatch):
    """No test finds in memory what another one's database held."""
    cache.clear()
    glom()
    hink.tom_alla()
    # A test that fills a bucket must not have the minute turn under its hands.
    monkeypatch.setattr(hink, "minuten", lambda: 1)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Make the database ready, just before pytest-django creates the tests' own."""
    if connection.vendor == "postgresql":
        wait_for_server(connection.settings_dict["HOST"])
    else:
        # Django's own choice is memory, where WAL and locks are not the real ones.
        name = Path(os.environ["VAR_DIR"]) / "prov.sqlite3"
        connection.settings_dict["TEST"]["NAME"] = str(name)


@pytest.fixture(scope="session")
def databasmall(request, django_db_modify_db_settings):
    """The migrated database that is copied."""
    if connection.vendor == "sqlite" and hasattr(request.config, "cache"):
        return SqliteMall(request.config.cache.mkdir("databasmall"))
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    room = Path(os.environ["VAR_DIR"])
    mall = SqliteMall if connection.vendor == "sqlite" else PostgresMall
    return mall(room.parent if worker else room)


@pytest.fixture(scope="session")
def django_db_keepdb(databasmall):
    """Whether the database is there already, copied: pytest-django asks.

    Who finds no template makes it, and holds the others back until it is kept.
    """
    with contextlib.ExitStack() as last:
        last.enter_context(alone(databasmall.place))
        funnen = databasmall.fetch(connection.creation._get_test_db_name())
        databasmall.las = None if funnen else last.pop_all()
    return funnen


@pytest.fixture(scope="session")
def django_db_setup(databasmall, django_db_setup, django_db_blocker):
    """After pytest-django's own: keep what was migrated, for who comes next.

    What a test leaves that can't be rolled back is taken away by `restore`.
    """
    if databasmall.las:
        with databasmall.las, django_db_blocker.unblock():
            databasmall.keep()
    with django_db_blocker.unblock():
        databasmall.remember()
    with pytest.MonkeyPatch.context() as instead:
        instead.setattr(
            TransactionTestCase, "_fixture_teardown", lambda _: databasmall.restore()
        )
        yield
