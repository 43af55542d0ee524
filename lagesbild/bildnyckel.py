"""Read: a picture's content as it is now, computed anew only when something came in."""

from functools import lru_cache

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from lagesbild.bildrader import bildrader
from lagesbild.innehall import BildInnehall, levande_innehall
from lagesbild.models import Frysning
from lagesbild.som_json import avtryck

EN_DAG = 24 * 3600
SPARADE = 64  # published pictures that a process keeps read


@lru_cache(SPARADE)
def fryst_innehall(pk, sigill):
    """Return what a `Frysning` of that fingerprint holds; read once by a process."""
    return BildInnehall.fran_json(Frysning.objects.get(pk=pk).data)


def sparat_innehall(lagesbild, rader=None):
    """Return (`BildInnehall`, its fingerprint) of a picture that isn't published.

    One question when it is as it was; that it was computed before is known by what it
    is made of, so whoever changes something sees it the next time. `rader`: the
    picture's `Bildrader`, when they have been read.
    """
    rader = rader or bildrader(lagesbild)
    nyckel = _nyckel(rader)
    return cache.get(nyckel) or _spara(nyckel, rader)


def farskt_innehall(lagesbild):
    """Return the same two, computed now, and if somebody may have seen other figures.

    For the moment before it is published: then nothing may be taken on trust.
    """
    rader = bildrader(lagesbild)
    nyckel = _nyckel(rader)
    sett = cache.get(nyckel)
    innehall, fingret = _spara(nyckel, rader)
    return innehall, fingret, sett is not None and sett[1] != fingret


def _nyckel(rader):
    """Return a key that is another whenever the content is."""
    bild = rader.lagesbild
    delar = [
        bild.version,
        bild.namnd.namn,
        settings.SMATALSGRANS,
        timezone.localdate().isoformat(),
        rader.tecken,
    ]
    return f"lagesbild-{bild.pk}-{avtryck(delar)}"


def _spara(nyckel, rader):
    innehall = levande_innehall(rader.lagesbild, rader)
    par = innehall, avtryck(innehall.till_json())
    cache.set(nyckel, par, EN_DAG)
    return par
