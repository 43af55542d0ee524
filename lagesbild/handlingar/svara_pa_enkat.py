"""Receive an answer: once, beside who gave it but with nothing that joins the two."""

import json
from enum import Enum, auto

from django.db import transaction

from blanketter.blandning import blanda, ensam
from lagesbild.enkatbrev import ta_tillbaka_breven
from lagesbild.enkatfragor.svarande import svarets_grupp
from lagesbild.models import Enkat, Enkatsvar, Inbjudan
from vbeplan import nycklar

BLANDAS = 300  # rows; more than most enkäter have, so all their rows are written anew


class Mottagande(Enum):
    """What became of an answer."""

    MOTTAGET = auto()
    SAMMA_IGEN = auto()  # the same form, with the same answers
    REDAN_ANNAT = auto()  # the same form, or the link, was used for other answers
    STANGT = auto()


def svara_pa_enkat(enkat, svar, texter, bevis, inbjudan=None):
    """Store an answer and that the invited has answered; return the Mottagande.

    `bevis` is what is random in the form's token; without `inbjudan` it came by the
    open link.
    """
    with transaction.atomic():
        # Asked first, for PostgreSQL logs the clock and the values of what it refuses.
        ensam(Enkatsvar)
        if tidigare := redan_mottaget(enkat, bevis):
            lika = _sager_samma(tidigare, svar, texter)
            return Mottagande.SAMMA_IGEN if lika else Mottagande.REDAN_ANNAT
        # Held, so that it doesn't close meanwhile
        enkat = Enkat.objects.select_for_update().get(pk=enkat.pk)
        if not enkat.tar_emot:
            return Mottagande.STANGT
        if inbjudan and not _notera(enkat, inbjudan):
            return Mottagande.REDAN_ANNAT
        _skriv(enkat, svar, texter, bevis, inbjudan)
    return Mottagande.MOTTAGET


def redan_mottaget(enkat, bevis):
    """Return the answer that came with this token before, or None."""
    return enkat.svaren.filter(engangsnyckel=_nyckel(bevis)).first()


def _notera(enkat, inbjudan):
    """Note that the invited has answered; tell whether it hadn't.

    The days of its letters go: a reminder after a reopening would else tell whose the
    answers are that wait to be counted.
    """
    denna = Inbjudan.objects.filter(pk=inbjudan.pk, har_svarat=False)
    if not denna.update(har_svarat=True, skickad=None, paminnd=None):
        return False
    ta_tillbaka_breven(enkat, inbjudan)
    rad = Inbjudan.objects.get(pk=inbjudan.pk)
    blanda(rad, enkat.inbjudningar.all(), BLANDAS)
    return True


def _skriv(enkat, svar, texter, bevis, inbjudan):
    rad = Enkatsvar.objects.create(
        enkat=enkat,
        grupp=svarets_grupp(enkat, inbjudan),
        svar=svar,
        texter=_som_text(texter) if texter else None,
        engangsnyckel=_nyckel(bevis),
    )
    blanda(rad, enkat.svaren.all(), BLANDAS)


def _sager_samma(rad, svar, texter):
    return rad.svar == svar and json.loads(rad.texter or "{}") == texter


def _som_text(texter):
    return json.dumps(texter, ensure_ascii=False, sort_keys=True)


def _nyckel(bevis):
    return nycklar.hmac("enkatbevis", bevis)
