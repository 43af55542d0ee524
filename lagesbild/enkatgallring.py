"""The enkäter as retention sees them: answers in words, and the list of who answered.

Each of the two has a rule of its own with its own decision, and is counted from the
last day to answer. Choices and numbers stay; so does how many of each group were asked
and answered, which the response rate is made of.
"""

import secrets
from random import SystemRandom

from django.db.models import Exists, F, OuterRef

from blanketter.gallring.slag import Slag
from blanketter.models import Gallringsklass
from lagesbild.enkatbrev import ta_tillbaka_breven
from lagesbild.models import Enkat, Enkatforvarning, Enkatsvar, Inbjudan


def poster(namnd, klass):
    """The board's closed enkäter with something left of the class."""
    kvar = _kvar(klass).filter(enkat=OuterRef("pk"))
    rader = Enkat.objects.filter(lagesbild__namnd=namnd, status=Enkat.Status.STANGD)
    return rader.filter(Exists(kvar)).order_by().annotate(raknas=F("stanger"))


def ta_bort(pk, klass, idag):
    """Remove from the enkäter what the class is about; see Slag."""
    rader = Enkat.objects.filter(pk__in=pk, status=Enkat.Status.STANGD)
    enkater = list(rader.order_by("pk").select_for_update())
    for enkat in enkater:
        if klass == Gallringsklass.ENKATSVAR:
            _kvar(klass).filter(enkat=enkat).update(texter=None)
            enkat.texter_gallrade = idag
        else:
            _glom_vilka(enkat)
            enkat.lista_gallrad = idag
        enkat.save(update_fields=["texter_gallrade", "lista_gallrad"])
    Enkatforvarning.objects.filter(enkat__in=enkater, klass=klass).delete()
    return len(enkater), []


def _kvar(klass):
    if klass == Gallringsklass.ENKATSVAR:
        return Enkatsvar.objects.filter(texter__isnull=False)
    return Inbjudan.objects.filter(respondent__isnull=False)


def _glom_vilka(enkat):
    """Let new rows, that lead to nobody and have no link, stand for the invitations."""
    gamla = list(_kvar(Gallringsklass.ENKATLISTA).filter(enkat=enkat))
    nya = [
        Inbjudan(
            enkat=enkat, grupp=rad.grupp, har_svarat=rad.har_svarat,
            nyckel=secrets.token_hex(32),
        )
        for rad in gamla
    ]  # fmt: skip
    SystemRandom().shuffle(nya)
    Inbjudan.objects.filter(pk__in=[rad.pk for rad in gamla]).delete()
    Inbjudan.objects.bulk_create(nya)
    ta_tillbaka_breven(enkat)


ENKATERNA = Slag(
    ("enkät", "enkäter"),
    (Gallringsklass.ENKATSVAR, Gallringsklass.ENKATLISTA),
    Enkatforvarning,
    poster,
    ta_bort,
    (Enkatsvar, Inbjudan),
)
