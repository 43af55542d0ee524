"""Take in what a file of statistics says, and take it back again."""

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.db.models import Q, Sum
from django.utils import timezone

from lagesbild.models import Manadstal, Oversattning, Serie, Statistikimport
from lagesbild.statistikfil.inlasning import ofarligt_filnamn
from vbeplan.organisation.models import Spar

RUTA = ("manad", "precision", "delomrade_id", "miljo", "slag", "plats")
MEST_AVVISADE = 500
BEHALL, ERSATT = "behall", "ersatt"  # of delområden that a file doesn't tell of
UTAN_DELOMRADE = "hela nämnden, eller okänt"
_CITAT = re.compile("”[^”]*”")


class IngenAndring(Exception):  # noqa: N818 — Swedish: no change
    """The file says just what stands already: it has been taken in before."""


class NagonHannFore(Exception):  # noqa: N818 — Swedish: somebody came first
    """The series has changed since the user saw what the file would change."""


@dataclass
class Underlag:
    """What is taken in: counts (see Rutor.tal), the months they cover, the file.

    `bara`: the delområden (ids, None for those of none) whose figures it takes the
    place of; without it, the whole board's.
    """

    tal: Counter
    fran: date
    till: date  # the first day of the last month
    filnamn: str
    rader: int
    avvisade: list
    bara: frozenset | None = None

    @property
    def delomraden(self):
        """The delområden of its counts: only {None} when the file tells of none."""
        return frozenset(ruta[RUTA.index("delomrade_id")] for ruta in self.tal)


def tackta(serie, underlag):
    """Return the counts of a series that the file's months take the place of.

    A number for a quarter or a year goes when any month of it comes: it would count
    twice.
    """
    villkor = Q()
    for precision in Manadstal.Precision:
        forst = _manader_fore(underlag.fran, precision.manader - 1)
        villkor |= Q(precision=precision, manad__range=(forst, underlag.till))
    rader = Manadstal.objects.filter(villkor, serie=serie)
    return rader if underlag.bara is None else rader.filter(_i(underlag.bara))


def _i(delomraden):
    ingen = Q(delomrade=None) if None in delomraden else Q()
    return Q(delomrade__in=[d for d in delomraden if d]) | ingen


def utanfor(serie, underlag):
    """Return {delområde's name: count} that stand in the file's months, not in it.

    Empty for a file that tells of no delområde: it is about the whole board.
    """
    egna = underlag.delomraden
    if egna <= {None} or serie.pk is None:
        return {}
    rader = tackta(serie, replace(underlag, bara=None)).exclude(_i(egna))
    per = rader.order_by().values_list("delomrade__namn").annotate(Sum("antal"))
    return {namn or UTAN_DELOMRADE: antal for namn, antal in per}


def _manader_fore(manad, antal):
    nr = manad.year * 12 + manad.month - 1 - antal
    return date(nr // 12, nr % 12 + 1, 1)


def gissat(underlag):
    """Return what is likely of the others: an extract of one delområde leaves them."""
    return BEHALL if len(underlag.delomraden) == 1 else ERSATT


def star_nu(serie, underlag):
    """Return {cell: count} of what stands in the months that the file covers."""
    return {
        tuple(rad): antal
        for *rad, antal in tackta(serie, underlag).values_list(*RUTA, "antal")
    }


def skillnad(serie, underlag):
    """Return [(month, precision, before, after)] for each month that changes."""
    fore, efter = Counter(), Counter()
    for ruta, antal in star_nu(serie, underlag).items():
        fore[ruta[:2]] += antal
    for ruta, antal in underlag.tal.items():
        efter[ruta[:2]] += antal
    nycklar = sorted(fore.keys() | efter.keys())
    return [(*n, fore[n], efter[n]) for n in nycklar if fore[n] != efter[n]]


def avtryck(rutor):
    """Return a mark of the counts that stand: the same counts, the same mark."""
    rader = sorted((str(k), n) for k, n in rutor.items() if n)
    return hashlib.sha256(json.dumps(rader).encode()).hexdigest()


def ta_in(serie, underlag, *, av, sett=None):
    """Store the counts and return the `Statistikimport`.

    What stood in the months that the file covers is kept in the import. `sett` is the
    `avtryck` of what the user saw stand there. Raises IngenAndring when the file says
    what stands already, NagonHannFore when that is no longer what she saw.
    """
    with transaction.atomic():
        Serie.objects.select_for_update().get(pk=serie.pk)
        nu = star_nu(serie, underlag)
        if sett is not None and sett != avtryck(nu):
            raise NagonHannFore
        tal = {ruta: n for ruta, n in underlag.tal.items() if n}
        if nu == tal and serie.importer.exists():
            raise IngenAndring
        intagen = _importen(serie, underlag, av)
        gamla = tackta(serie, underlag)
        intagen.ersatte = [
            [m.isoformat(), *resten]
            for m, *resten in gamla.values_list(*RUTA, "antal", "import_av_id")
        ]
        intagen.save()
        gamla.delete()
        Manadstal.objects.bulk_create(
            [
                Manadstal(
                    serie=serie,
                    import_av=intagen,
                    antal=n,
                    **dict(zip(RUTA, ruta, strict=True)),
                )
                for ruta, n in tal.items()
            ],
            batch_size=500,
        )
        Spar.objects.skriv(
            Spar.Handling.IMPORTERAD, serie.namn, av=av, namnd=serie.namnd
        )
    return intagen


def _importen(serie, underlag, av):
    return Statistikimport(
        serie=serie,
        filnamn=ofarligt_filnamn(underlag.filnamn),
        fingeravtryck=avtryck(underlag.tal),
        fran=underlag.fran,
        till=_manadens_sista(underlag.till),
        rader=underlag.rader,
        summa=sum(underlag.tal.values()),
        # Not the cell's own words: nobody has looked at what stood there.
        avvisade=[
            [rad, _CITAT.sub("”…”", skal)]
            for rad, skal in underlag.avvisade[:MEST_AVVISADE]
        ],
        dag=timezone.localdate(),
        av=av,
    )


def _manadens_sista(manad):
    nasta = date(manad.year + manad.month // 12, manad.month % 12 + 1, 1)
    return date.fromordinal(nasta.toordinal() - 1)


def minns_orden(serie, valen):
    """Remember what each word became, but no word that may be somebody's name."""
    for val in valen:
        if val.kod is not None and not val.person:
            Oversattning.objects.update_or_create(
                serie=serie, falt=val.falt, ord=val.norm, defaults={"kod": val.kod}
            )


def angra(intagen, *, av):
    """Take back the last import of a series: what it took the place of stands again."""
    serie = intagen.serie
    with transaction.atomic():
        Serie.objects.select_for_update().get(pk=serie.pk)
        if serie.senaste != intagen:
            raise NagonHannFore
        ersatte = intagen.ersatte
        intagen.delete()
        kvar = set(serie.importer.values_list("pk", flat=True))
        Manadstal.objects.bulk_create(
            [
                Manadstal(
                    serie=serie,
                    import_av_id=import_av,
                    antal=antal,
                    **dict(zip(RUTA, (date.fromisoformat(m), *ruta), strict=True)),
                )
                for m, *ruta, antal, import_av in ersatte
                if import_av in kvar
            ],
            batch_size=500,
        )
        Spar.objects.skriv(
            Spar.Handling.BORTTAGEN,
            f"{serie.namn}: {intagen.filnamn}"[:200],
            av=av,
            namnd=serie.namnd,
        )
