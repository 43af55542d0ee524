"""Decides a plan in a process of its own; stopped dead by `kill -9` at a statement.

python besluta_i_barn.py PLAN ORD    ORD: begins the statement after which it dies
"""

import os
import signal
import sys
from datetime import date

import django

django.setup()

from django.db import connection  # noqa: E402 — after the setup

from aktiviteter.models import Handlingsplan  # noqa: E402
from vbeplan.rapport.forsegling import Uppgifter  # noqa: E402
from vbeplan.rapport.handlingar.besluta import besluta, sett_nu  # noqa: E402

UPPGIFTER = Uppgifter("Ekhamra stadsdelsnämnd", date(2026, 11, 12), "§ 47", "E 1")


def doda_efter(ord_):
    def vakt(execute, sql, params, many, context):
        svar = execute(sql, params, many, context)
        if sql.replace('"', "").startswith(ord_):
            os.kill(os.getpid(), signal.SIGKILL)
        return svar

    return connection.execute_wrapper(vakt)


def main(pk, ord_):
    plan = Handlingsplan.objects.select_related("namnd__logotyp").get(pk=pk)
    with doda_efter(ord_):
        besluta(plan, UPPGIFTER, sett=sett_nu(plan), av=None)


main(*sys.argv[1:])
