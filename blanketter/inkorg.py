"""Read: a board's received forms, a page at a time and counted, however many."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q

from blanketter.models import Blankett, Frageversion

PER_SIDA = 25
EN_TILL = PER_SIDA + 1
SVAR = "svar"  # beside the statuses: forms with an answer that nobody has read
NYAST, ALDST = ("-inkom", "regnr"), ("inkom", "-regnr")
PLATS = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9A-Z]{4}-[0-9A-Z]{4})")
RAKNAS = 200  # a tab with more says «200+»: nobody needs it to the one


class Inkorgsrad(NamedTuple):
    """A form as the inbox shows it: in words, without its text."""

    blankett: Blankett
    slag: str
    miljo: str
    var: tuple
    lage: str


def raderna(blanketter, versioner):
    """Return forms as rows, worded by their own versions of the questions."""
    return [_rad(blankett, versioner[blankett.version_id]) for blankett in blanketter]


def _rad(blankett, version):
    ar = blankett.lagesbild_ar
    plats = blankett.plats and version.ord_for("plats", blankett.plats)
    return Inkorgsrad(
        blankett,
        ", ".join(version.orden_for("slag", blankett.galler_slag)),
        version.ord_for("miljo", blankett.galler_miljo),
        tuple(filter(None, (blankett.delomrade and blankett.delomrade.namn, plats))),
        f"I lägesbilden {ar}" if ar else blankett.get_status_display(),
    )


class Blad(NamedTuple):
    """One page; `nasta` and `forra` are places for the address, or ""."""

    rader: list
    nasta: str = ""
    forra: str = ""


def bladet(rader, *, efter="", fore="", aldst=False):
    """Return the page of a queryset by day, the newest first or the oldest (`aldst`),
    after or before a place.

    A place is a form's day and number, «2026-11-03.7K3M-92QF», so the last page costs
    what the first one does. What can't be read is no place.
    """
    ordning, bakat = (ALDST, NYAST) if aldst else (NYAST, ALDST)
    bortom, hitom = (_fore, _efter) if aldst else (_efter, _fore)
    if fran := _las_plats(fore):
        lista = list(rader.filter(hitom(*fran)).order_by(*bakat)[:EN_TILL])
        if len(lista) == EN_TILL:
            lista = lista[:PER_SIDA][::-1]
            return Blad(lista, plats(lista[-1]), plats(lista[0]))
    fran = None if fran else _las_plats(efter)  # what was left is the first page
    rader = rader.filter(bortom(*fran)) if fran else rader
    lista = list(rader.order_by(*ordning)[:EN_TILL])
    mer, lista = len(lista) == EN_TILL, lista[:PER_SIDA]
    return Blad(
        lista,
        plats(lista[-1]) if mer else "",
        plats(lista[0]) if fran and lista else "",
    )


def plats(blankett):
    """Return a form's place in the order, as an address says it."""
    return f"{blankett.inkom.isoformat()}.{blankett.regnr}"


def _las_plats(text):
    if not (delar := PLATS.fullmatch(text)):
        return None
    try:
        return date.fromisoformat(delar[1]), delar[2]
    except ValueError:
        return None


def _efter(dag, regnr):
    return Q(inkom__lte=dag) & (Q(inkom__lt=dag) | Q(regnr__gt=regnr))


def _fore(dag, regnr):
    return Q(inkom__gte=dag) & (Q(inkom__gt=dag) | Q(regnr__lt=regnr))


def antal_per_flik(rader):
    """Return how many rows of a queryset each status has, and SVAR, those with a new
    answer; at most RAKNAS + 1 of each.

    One question, which stops counting: a hundred thousand forms cost what a few
    hundred do.
    """
    delar, varden = [], []
    flikar = [(status, rader.filter(status=status)) for status in Blankett.Status]
    for status, fa in [*flikar, (SVAR, rader.med_nya_svar())]:
        # By a column of the index, so that no row is looked up to be counted
        fa = fa.order_by().values("namnd")[: RAKNAS + 1]
        try:
            sql, med = fa.query.sql_with_params()
        except EmptyResultSet:
            return {}
        # Both parts are Django's own SQL, their values beside them
        delar.append(f"SELECT %s, COUNT(*) FROM ({sql}) AS n")  # noqa: S608
        varden += [str(status), *med]
    with connection.cursor() as fraga:
        fraga.execute(" UNION ALL ".join(delar), varden)
        return dict(fraga.fetchall())


def olasta_intill(blankett):
    """Return (the unread form before it in the inbox, the one after), or None."""
    rader = Blankett.objects.filter(namnd=blankett.namnd_id).olasta().defer("text")
    har = blankett.inkom, blankett.regnr
    fore = rader.filter(_fore(*har)).order_by("inkom", "-regnr").first()
    return fore, rader.filter(_efter(*har)).first()


def liknande(blankett, antal=5):
    """Return forms that may tell of the same event: same time and place, one kind.

    Only a hint: those that are doubles themselves or taken back are left out.
    """
    utanfor = (Blankett.Status.DUBBLETT, Blankett.Status.ATERTAGEN)
    fran, till = blankett.period_start, blankett.period_slut
    tidigast = fran - timedelta(days=31)  # a month that began then reaches into it
    rader = (
        Blankett.objects.filter(namnd=blankett.namnd_id, plats=blankett.plats)
        .filter(period_start__gte=tidigast, period_start__lte=till)
        .exclude(pk=blankett.pk)
        .exclude(status__in=utanfor)
        .defer("text")[:200]
    )
    slag = set(blankett.galler_slag)
    lika = [r for r in rader if r.period_slut >= fran and slag & set(r.galler_slag)]
    return lika[:antal]


def versionerna():
    """Return every version of the questions by its key, the newest first."""
    return {version.pk: version for version in Frageversion.objects.all()}
