"""Read: a picture's content as it is now, computed anew only when something came in."""

from django.conf import settings
from django.core.cache import cache
from django.db.models import CharField, Count, IntegerField, Max, Sum, Value
from django.utils import timezone

from blanketter.models import Blankett, Enhet, Enhetssvar
from lagesbild.innehall import levande_innehall
from lagesbild.models import (
    AnnatResultat,
    Enkatsvar,
    Frysning,
    Iakttagelse,
    Inbjudan,
    Kalla,
    Statistikimport,
)
from lagesbild.som_json import avtryck

EN_DAG = 24 * 3600
INGET = Value(0, IntegerField())


def sparat_innehall(lagesbild):
    """Return (`BildInnehall`, its fingerprint) of a picture that isn't published.

    One question when it is as it was; that it was computed before is known by what it
    is made of, so whoever changes something sees it the next time.
    """
    nyckel = f"lagesbild-{lagesbild.pk}-{avtryck(_tecken(lagesbild))}"
    if (fanns := cache.get(nyckel)) is None:
        innehall = levande_innehall(lagesbild)
        fanns = innehall, avtryck(innehall.till_json())
        cache.set(nyckel, fanns, EN_DAG)
    return fanns


def _tecken(bild):
    """Return numbers and words that change whenever the content does."""
    delar = [
        rader.order_by()
        .values(vad=Value(rader.model.__name__, CharField()))
        .annotate(antal=Count("pk"), summa=summa)
        for rader, summa in _underlaget(bild)
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
    yield Enkatsvar.objects.filter(enkat__lagesbild=bild), INGET
    yield Inbjudan.objects.filter(enkat__lagesbild=bild, har_svarat=True), INGET
    yield AnnatResultat.objects.filter(lagesbild=bild), Max("pk")
    yield Frysning.objects.filter(lagesbild__namnd=namnd), INGET
