"""The child of `manage.py matning`: fills the database, or measures on it.

    python -m vbeplan.start.matning fyll|mat|lagesbild OPTIONS-AS-JSON

Two children, so that what filling held does not count as the web process's memory.
The answer is one JSON line on standard output. Refuses any database but a fresh one.
"""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

import django


def main():
    """Do the deed and write its answer."""
    gor, val = sys.argv[1], json.loads(sys.argv[2])
    os.environ["DJANGO_SETTINGS_MODULE"] = "vbeplan.settings"
    django.setup()
    svar = {"fyll": fyll, "mat": mat, "lagesbild": lagesbild}[gor](val)
    sys.stdout.write(json.dumps(svar) + "\n")


def fyll(val):
    """Make the tables and the city; return the city's figures."""
    from django.core.management import call_command
    from django.db import connection

    from aktiviteter.sok.index import bygg
    from blanketter.gallring.indexen import rakna_indexen
    from vbeplan.start.matning.blankettdata import blankettnamnder
    from vbeplan.start.matning.data import provplaner, storstad
    from vbeplan.start.matning.sidor import FA, MANGA

    if connection.introspection.table_names():
        raise SystemExit("Databasen är inte tom. Mätningen gör en egen.")
    call_command("migrate", verbosity=0)
    storlek = val["namnder"], val["ar"], val["aktiviteter"]
    stad = storstad(*storlek, kort=val["snabb"])
    provplaner(FA, MANGA, kort=val["snabb"])
    blankettnamnder(val["blanketter"])
    bygg()
    rakna_indexen()  # as every night
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return asdict(stad)


def mat(val):
    """Measure everything on the city `val["stad"]`; return the rows."""
    from vbeplan.start.matning.andringar import mat_andringar
    from vbeplan.start.matning.data import Storstad
    from vbeplan.start.matning.granskning import mat_granskning
    from vbeplan.start.matning.inkorg import mat_inkorgen
    from vbeplan.start.matning.inlasning import mat_inlasning
    from vbeplan.start.matning.kalkyl import mat_kalkyl
    from vbeplan.start.matning.pa_plats import mat_pa_plats
    from vbeplan.start.matning.pdf import mat_plan_pdf
    from vbeplan.start.matning.sidor import mat_sidor
    from vbeplan.start.matning.skrivare import mat_skrivare
    from vbeplan.start.matning.statistik import mat_statistik
    from vbeplan.start.matning.utgava import mat_utgavan
    from vbeplan.start.matning.vakt import mat_vakten
    from vbeplan.start.matning.word import mat_word_ut

    _som_i_drift()
    stad, varv = Storstad(**val["stad"]), val["varv"]
    rader = [
        *mat_sidor(stad, varv),
        *mat_pa_plats(stad, varv),
        *mat_granskning(stad, varv),
        *mat_inlasning(stad, varv),
        *mat_plan_pdf(stad, max(1, varv // 10)),
        *mat_word_ut(stad, varv),
        *mat_andringar(stad, varv),
        *mat_kalkyl(stad, varv),
        *mat_inkorgen(val["blanketter"], varv),
        *mat_vakten(varv),
        *mat_statistik(stad, varv),
        *mat_skrivare(val["skrivare"], val["sekunder"]),
        *mat_utgavan(stad),
    ]
    return [asdict(rad) for rad in rader]


def lagesbild(val):
    """Fill and measure the local picture, on a database of its own; return the rows."""
    from django.core.management import call_command
    from django.db import connection

    from vbeplan.start.matning.lagesbild import mat_lagesbilden
    from vbeplan.start.matning.rojande import TABELLER, mat_rojandekontroll

    if connection.introspection.table_names():
        raise SystemExit("Databasen är inte tom. Mätningen gör en egen.")
    call_command("migrate", verbosity=0)
    _som_i_drift()
    storlek = val["namnder"], val["ar"], val["handelser"]
    rader = [
        *mat_lagesbilden(*storlek, val["varv"]),
        *mat_rojandekontroll(val["varv"] if val["snabb"] else TABELLER),
    ]
    return [asdict(rad) for rad in rader]


def _som_i_drift():
    """Hashed static files as in production, and the empty page's address."""
    from django.conf import settings
    from django.core.management import call_command

    settings.ROOT_URLCONF = "vbeplan.start.matning.urls"
    # Without the compression: it costs ten seconds and no page notices.
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    }
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)


if __name__ == "__main__":
    main()
