"""Read: a picture's content as it is now, computed anew only when something came in."""

from functools import lru_cache

from django.conf import settings
from django.core.cache import cache
from django.db.models import CharField, Count, IntegerField, Max, Sum, Value
from django.utils import timezone

from blanketter.models import Blankett, Enhet, Enhetssvar, Frageversion
from lagesbild.innehall import BildInnehall, levande_innehall
from lagesbild.models import (
    AnnatResultat,
    Enkat,
    Enkatsvar,
    Frysning,
    Iakttagelse,
    Inbjudan,
    Kalla,
    Serie,
    Statistikimport,
)
from lagesbild.som_json import avtryck
from vbeplan.organisation.models import Delomrade

EN_DAG = 24 * 3600
SPARADE = 64  # published pictures that a process keeps read
INGET = Value(0, IntegerField())


@lru_cache(SPARADE)
def fryst_innehall(pk, sigill):
    """Return what a `Frysning` of that fingerprint holds; read once by a process."""
    return BildInnehall.fran_json(Frysning.objects.get(pk=pk).data)


def sparat_innehall(lagesbild):
    """Return (`BildInnehall`, its fingerprint) of a picture that isn't published.

    One question when it is as it was; that it was computed before is known by what it
    is made of, so whoever changes something sees it the next time.
    """
    nyckel = _nyckel(lagesbild)
    return cache.get(nyckel) or _spara(nyckel, lagesbild)


def farskt_innehall(lagesbild):
    """Return the same two, computed now, and if somebody may have seen other figures.

    For the moment before it is published: then nothing may be taken on trust.
    """
    nyckel = _nyckel(lagesbild)
    sett = cache.get(nyckel)
    innehall, fingret = _spara(nyckel, lagesbild)
    return innehall, fingret, sett is not None and sett[1] != fingret


def _nyckel(lagesbild):
    return f"lagesbild-{lagesbild.pk}-{avtryck(_tecken(lagesbild))}"


def _spara(nyckel, lagesbild):
    innehall = levande_innehall(lagesbild)
    par = innehall, avtryck(innehall.till_json())
    cache.set(nyckel, par, EN_DAG)
    return par


def _tecken(bild):
    """Return numbers and words that change whenever the content does."""
    delar = [
        rader.order_by()
        .values(vad=Value(f"{nr} {rader.model.__name__}", CharField()))
        .annotate(antal=Count("pk"), summa=summa)
        for nr, (rader, summa) in enumerate(_underlaget(bild))
    ]
    tal = sorted(
        delar[0].union(*delar[1:], all=True).values_list("vad", "antal", "summa")
    )
    idag = timezone.localdate().isoformat()
    return [bild.version, settings.SMATALSGRANS, idag, *map(list, tal)]


def _underlaget(bild):
    namnd = bild.namnd_id
    yield Blankett.objects.filter(namnd=namnd), Sum("rakning")
    yield Enhet.objects.filter(namnd=namnd), INGET
    yield Enhetssvar.objects.filter(enhet__namnd=namnd), INGET
    yield Statistikimport.objects.filter(serie__namnd=namnd), Max("pk")
    yield Kalla.objects.filter(lagesbild=bild), Sum("version")
    yield Iakttagelse.objects.filter(lagesbild=bild), Sum("version")
    yield Serie.objects.filter(namnd=namnd), INGET
    yield Delomrade.objects.filter(namnd=namnd), INGET
    yield Frageversion.objects.all(), INGET
    yield Enkatsvar.objects.filter(enkat__lagesbild=bild), INGET
    for status in Enkat.Status.values:
        yield Enkat.objects.filter(lagesbild=bild, status=status), Max("pk")
    yield Inbjudan.objects.filter(enkat__lagesbild=bild, har_svarat=True), INGET
    yield AnnatResultat.objects.filter(lagesbild=bild), Max("pk")
    yield Frysning.objects.filter(lagesbild__namnd=namnd), INGET
