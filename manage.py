#!/usr/bin/env python
"""Django's command line for VBE-plan."""

import os
import sys

INGEN_DATABAS = """Databasen gick inte att använda: {}
Se efter att den är igång, att DATABASE_URL stämmer och att disken inte är full. Är \
programmet nytt eller uppgraderat: kör python manage.py migrate. Hela felet visas med \
--traceback."""


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vbeplan.settings")
    from django.core.exceptions import ImproperlyConfigured  # after the line above
    from django.core.management import execute_from_command_line
    from django.db import OperationalError, ProgrammingError

    from vbeplan.nycklar.ring import GarInteAttLasa

    try:
        execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, GarInteAttLasa) as fel:
        sys.exit(str(fel))  # says in one sentence what to set
    except (OperationalError, ProgrammingError) as fel:
        if "--traceback" in sys.argv:
            raise
        # The first line: the next ones may quote the question, and who it was about.
        sys.exit(INGEN_DATABAS.format(str(fel).partition("\n")[0]))


if __name__ == "__main__":
    main()
