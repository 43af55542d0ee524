"""The whole: chains, rows, decided plans without an edition, the database's locks."""

from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from django.db import connection
from django.db.models import Exists, OuterRef
from django.utils.formats import date_format

from aktiviteter.models import Handlingsplan
from vbeplan import radlas
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.verifiering.kedjan import brott
from vbeplan.rapport.verifiering.raderna import andrade, ny_version_skrivs
from vbeplan.rapport.verifiering.vittnen import motsagelser

OLASLIG = "raden är förvanskad, eller så är planen som den hör till borta"
LASTA = 40  # editions in memory at once, each with its files


@dataclass
class Utfall:
    """How many editions were read, what is wrong and what is only odd, in words."""

    antal: int = 0
    fel: list[str] = field(default_factory=list)
    anmarkningar: list[str] = field(default_factory=list)


def verifiera(namnd=None):
    """Return the `Utfall` of all boards, or of one (`Namnd`). Changes nothing."""
    utfall = Utfall()
    nycklar = _nycklar(namnd)
    while bunt := list(islice(nycklar, LASTA)):
        _bunten(bunt, utfall)
    dess = Utgava.objects.filter(plan=OuterRef("pk"), omgang=OuterRef("omgang"))
    utan = Handlingsplan.objects.beslutade().exclude(Exists(dess))
    utan = utan.filter(namnd=namnd) if namnd else utan
    for plan in utan.select_related("namnd"):
        utfall.fel.append(f"{plan}: planen är beslutad men har ingen utgåva")
    utfall.fel += motsagelser(namnd)
    for las in radlas.brutna(connection):
        utfall.fel.append(
            f"Databasens lås {las.namn} saknas eller är ändrat. Kör manage.py migrate "
            "när ni vet varför."
        )
    return utfall


def _nycklar(namnd):
    """Yield (key of an edition, key of the one before it in its board's chain)."""
    rader = Utgava.objects.filter(namnd=namnd) if namnd else Utgava.objects.all()
    fore = (None, None)
    for pk, namnden in rader.order_by("namnd", "nummer").values_list("pk", "namnd"):
        yield pk, fore[0] if fore[1] == namnden else None
        fore = pk, namnden


def _lasbara(nycklar):
    """Return {key: edition} of those whose row is of the right kind and has its plan.

    SQLite lets a date be a word and a file a number; that is tampering, not a fault.
    """
    rader = Utgava.objects.select_related("plan__namnd").med_pateckningar()
    try:
        funna = rader.in_bulk(nycklar)
    except (TypeError, ValueError):
        if len(nycklar) == 1:
            return {}
        delar = [_lasbara([pk]) for pk in nycklar]
        return {pk: rad for del_ in delar for pk, rad in del_.items()}
    return {pk: rad for pk, rad in funna.items() if _ar_hel(rad)}


def _ar_hel(utgava):
    slag = {
        date: [utgava.dag, utgava.skapad],
        str: [utgava.innehall, utgava.sigill, utgava.forra, utgava.fingeravtryck],
        int: [utgava.nummer, utgava.omgang],
        bytes | memoryview: [utgava.pdf],
        bytes | memoryview | None: [utgava.publik_pdf],
    }
    return all(isinstance(v, typ) for typ, varden in slag.items() for v in varden)


def _bunten(bunt, utfall):
    alla = {pk for par in bunt for pk in par if pk}
    egna = [pk for pk, _ in bunt]
    rader = _lasbara(egna)
    forra = Utgava.objects.only("nummer", "sigill", "skapad").in_bulk(alla - set(egna))
    raderna = andrade(list(rader.values()))
    for pk, fore in bunt:
        utfall.antal += 1
        if pk not in rader:
            utfall.fel.append(f"Utgåva med nyckel {pk}: {OLASLIG}")
            continue
        utgava, den_fore = rader[pk], rader.get(fore) or forra.get(fore)
        namn = f"{utgava.plan}, utgåva {utgava.nummer}"
        utfall.fel += [
            f"{namn}: {vad}" for vad in (*brott(utgava, den_fore), *raderna[pk])
        ]
        utfall.anmarkningar += [f"{namn}: {ord_}" for ord_ in _rattat(utgava)]
        if ny_version_skrivs(utgava):
            dag = date_format(utgava.oppnad.skapad, "j F Y")
            utfall.anmarkningar.append(
                f"{namn}: en ny version av planen är påbörjad {dag}. Utgåvan står "
                "kvar, men planens rader är inte längre de som förseglades."
            )
        if den_fore and den_fore.skapad > utgava.skapad:
            utfall.anmarkningar.append(
                f"{namn}: serverns klocka har gått bakåt sedan utgåvan före. Kedjan "
                "visar rätt ordning."
            )


def _rattat(utgava):
    """Yield what is put right of its decision, in words."""
    for rad, skillnader in utgava.rattat:
        vad = ", ".join(
            f"{etikett.lower()} {nu}, inte {fore}" for etikett, fore, nu in skillnader
        )
        yield f"rättelse {rad.nummer}, {date_format(rad.skapad, 'j F Y')}: {vad}."
