"""One thing that waits on a desk, and what its readers share."""

from datetime import timedelta

from django.urls import reverse
from django.utils.formats import date_format

from vbeplan.organisation.models import Ratt
from vbeplan.text.svenska import ordningsnyckel

# What has no day of its own comes after what is due within the week.
UTAN_DAG = timedelta(days=7)


def ord_antal(antal, en, flera):
    """Return «1 roll» or «3 roller»."""
    return f"1 {en}" if antal == 1 else f"{antal} {flera}"


def post(vad, varfor, url, knapp, *, dag=None, nar="", i_brev=True):
    """Return one thing: what, why, where to, and what the button there says.

    `dag` says how urgent it is, `nar` tells it in words. `i_brev` is what the weekly
    mail says of it: True for the same words, None for what is there only to be read.
    """
    return {
        "vad": vad,
        "varfor": varfor,
        "url": url,
        "knapp": knapp,
        "dag": dag,
        "nar": nar,
        "i_brev": vad if i_brev is True else i_brev,
    }


def senast(dag, idag):
    """Return the `dag` and `nar` of a thing that is to be done by a day."""
    return {"dag": dag, "nar": _nar(dag, idag)}


def _nar(dag, idag):
    kvar = (dag - idag).days
    nara = {-1: "Skulle vara klart i går", 0: "Senast i dag", 1: "Senast i morgon"}
    if kvar in nara:
        return nara[kvar]
    ord_ = datum(dag, idag)
    if kvar < 0:
        return f"Skulle vara klart den {ord_}, för {-kvar} dagar sedan"
    return f"Senast den {ord_}, om {kvar} dagar"


def datum(dag, idag):
    """Return «22 april», with its year when that isn't this one."""
    return date_format(dag, "j F" if dag.year == idag.year else "j F Y")


def bradskande_forst(poster, idag):
    """Return the things by their day, `sen` when it has passed; those of one day as
    they came."""
    for rad in poster:
        rad["sen"] = bool(rad["dag"] and rad["dag"] < idag)
    return sorted(poster, key=lambda rad: rad["dag"] or idag + UTAN_DAG)


def planlank(namn, plan):
    """Return a page of the plan's year."""
    return reverse(namn, args=[plan.namnd.kort, plan.ar])


def plantitel(plan):
    return f"Planen för {plan.ar}, {plan.namnd}"


def samordnade(user):
    """Return the boards that she coordinates, in Swedish order."""
    return _i_ordning(m.namnd for m in user.medlemskapen if m.ratt == Ratt.SAMORDNARE)


def nya_samordnade(user):
    """Return those of them whose first steps she has not put away, in order."""
    return _i_ordning(m.namnd for m in user.medlemskapen if m.visar_kom_igang)


def _i_ordning(namnder):
    return sorted(set(namnder), key=lambda namnd: ordningsnyckel(namnd.namn))
