"""Fills in a letter's words: {nämnd}, {period}, {år}, {svara senast}."""

import re

from django.utils.formats import date_format

from lagesbild.kalltabell import period_i_ord

ORD = ("nämnd", "period", "år", "svara senast")
_I_KLAMMER = re.compile(r"\{([^{}\n]*)\}")


def fyll_i(text, lagesbild, svar_senast, *, begard=None):
    """Return a letter with its words filled in; unknown ones stand as they are.

    `svar_senast` None leaves the day as a line to write on, for the printed letter.
    `begard` is the day of the request, for a reminder.
    """
    varden = {
        "begard": _dag(begard),
        "nämnd": str(lagesbild.namnd),
        "period": period_i_ord(lagesbild.fran, lagesbild.till),
        "år": str(lagesbild.ar),
        "svara senast": _dag(svar_senast),
    }
    return _I_KLAMMER.sub(lambda m: varden.get(m[1].strip().lower(), m[0]), text)


def _dag(dag):
    return date_format(dag, "j F Y") if dag else "____________"


def okanda_ord(text):
    """Return the words within braces that nothing fills in."""
    return [
        ord_ for ord_ in _I_KLAMMER.findall(text) if ord_.strip().lower() not in ORD
    ]
