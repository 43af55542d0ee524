"""Read: a picture's sources in words, what is missing, and what that limits.

Plain frozen data, the same on page and paper, and kept as JSON when it is published.
"""

from dataclasses import dataclass

from django.utils.formats import date_format

from lagesbild.bildrader import bildrader
from lagesbild.kallage import Lage, folj
from lagesbild.models import Kalla

Status = Kalla.Status
SAKNAS = {  # how a sentence on a source begins when nothing has come
    Status.EJ_BEGARD: "inget underlag har begärts",
    Status.BEGARD: "underlag är begärt men har inte kommit",
    Status.UTEBLIVEN: "inget underlag har kommit",
}


@dataclass(frozen=True, slots=True)
class Kallrad:
    """One source, as its row reads: nothing but words.

    `lage` is the code of `Kalla.Status`, `lage_ord` its word; `tider` when it was asked
    and answered, `period` what it covers, `underlag` what came.
    """

    namn: str
    tillfragad: str
    lage: str
    lage_ord: str
    tider: str
    period: str
    underlag: str
    begransning: str


@dataclass(frozen=True, slots=True)
class Kalltabell:
    """The rows, and a sentence for each source that is missing or doesn't reach."""

    rader: tuple[Kallrad, ...] = ()
    brister: tuple[str, ...] = ()


def kalltabell(lagesbild, rader=None, rapporterat=None):
    """Return the picture's `Kalltabell` as it is now; `rader`, `rapporterat`: see
    lagesbild/kallage.py."""
    rader = rader or bildrader(lagesbild)
    lagen = folj(lagesbild, rader=rader, rapporterat=rapporterat)
    return Kalltabell(*rader_och_brister(lagesbild, rader.kallor, lagen))


def rader_och_brister(lagesbild, kallor, lagen):
    """Return (rows, sentences) of sources with their `Lage` by id; no query."""
    rader = tuple(_rad(kalla, lagen[kalla.pk]) for kalla in kallor)
    brister = (_brist(kalla, lagen[kalla.pk], lagesbild) for kalla in kallor)
    return rader, tuple(filter(None, brister))


def _rad(kalla, lage):
    return Kallrad(
        namn=kalla.namn,
        tillfragad=kalla.tillfragad,
        lage=str(lage.status),
        lage_ord=Status(lage.status).label,
        tider=_tider(kalla, lage),
        period=period_i_ord(lage.fran, lage.till),
        underlag=lage.ord,
        begransning=kalla.begransning,
    )


def _tider(kalla, lage):
    delar = []
    if kalla.begard:
        delar.append(f"begärd {_dag(kalla.begard)}")
    if lage.status == Status.BEGARD and kalla.svar_senast:
        delar.append(f"svar senast {_dag(kalla.svar_senast)}")
    if lage.inkom and lage.status in (Status.INKOMMEN, Status.INGET):
        delar.append(f"inkom {_dag(lage.inkom)}")
    return ", ".join(delar)


def _dag(dag):
    return date_format(dag, "j F Y")


def period_i_ord(fran, till):
    """Return "januari–december 2026", "3 mars 2026–4 april 2027", or "" for none."""
    if not fran or not till:
        dag = fran or till
        return f"{'från' if fran else 'till och med'} {_dag(dag)}" if dag else ""
    if not _hela_manader(fran, till):
        return f"{_dag(fran)}–{_dag(till)}"
    sist = date_format(till, "F Y")
    if fran.year != till.year:
        return f"{date_format(fran, 'F Y')}–{sist}"
    return sist if fran.month == till.month else f"{date_format(fran, 'F')}–{sist}"


def _hela_manader(fran, till):
    nasta = till.toordinal() + 1
    return fran.day == 1 and type(till).fromordinal(nasta).day == 1


def _brist(kalla, lage: Lage, lagesbild):
    """Return the sentence that says what the picture lacks, or ""."""
    if lage.status in SAKNAS:
        mening = f"{kalla.namn}: {SAKNAS[lage.status]}."
        if kalla.saknas:
            saknas = kalla.saknas.strip().rstrip(".")
            mening += f" Därför saknas {saknas}."
        return mening
    kort = (lage.fran and lage.fran > lagesbild.fran) or (
        lage.till and lage.till < lagesbild.till
    )
    if lage.status == Status.INKOMMEN and kort:
        return (
            f"{kalla.namn}: underlaget gäller {period_i_ord(lage.fran, lage.till)}, "
            "inte hela perioden."
        )
    return ""
