"""Sends what waits: each letter claimed first, and what became of it noted."""

import time
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from vbeplan.organisation.models import Brev, Spar
from vbeplan.organisation.post.servern import EFTER_DAD, Epostserver, Hur

PAUSER = [timedelta(minutes=m) for m in (5, 15, 60, 180, 360)]  # then the last again
GES_UPP_EFTER = timedelta(days=4)
MINST_FORSOK = 3  # also for a letter that waited for days while nothing ran
TAPPADE = 2  # connections lost in a row: the server is not well, the rest wait
Status = Brev.Status


@dataclass
class Utfall:
    """Numbers of letters that went, and that were tried and did not."""

    skickade: int = 0
    misslyckade: int = 0


def skicka_vantande(*, sekunder=None):
    """Send the letters whose pause is over, the oldest first; return `Utfall`.

    Takes no new letter after `sekunder`, which is for a page that waits; without it
    the server gets more time to answer. Safe in many processes at once.
    """
    utfall, tappade = Utfall(), 0
    slut = time.monotonic() + (sekunder or 24 * 3600)
    tid = settings.EMAIL_TIMEOUT if sekunder else settings.EMAIL_TALAMOD
    with Epostserver(tid) as server:
        for pk in _mogna():
            if time.monotonic() > slut or tappade >= TAPPADE:
                break
            if fel := server.oppna():
                utfall.misslyckade += _alla_vantar(fel)
                break
            if (brev := _ta(pk)) is None:
                continue
            svar = server.skicka(brev)
            _notera(brev, svar)
            tappade = _tappade_i_rad(tappade, svar.hur)
            utfall.skickade += svar.hur is Hur.SKICKAT
            utfall.misslyckade += svar.hur is not Hur.SKICKAT
    return utfall


def skicka_alla_igen(breven):
    """Try anew, after commit, those of the letters that were given up; return how many.

    Not what may have gone, nor what has no address.
    """
    uppgivna = breven.gar_att_prova().defer("text", "bilaga")
    antal = sum(brev.forsok_igen(brev.till) for brev in uppgivna)
    transaction.on_commit(partial(skicka_vantande, sekunder=EFTER_DAD), robust=True)
    return antal


def _tappade_i_rad(tappade, hur):
    if hur is Hur.OSAKERT:
        return TAPPADE  # one that nobody knows of is enough
    return tappade + 1 if hur is Hur.TAPPAT else 0


def _mogna():
    """Return the keys of the letters that wait and whose pause is over."""
    nu, rader = timezone.now(), Brev.objects.vantar().order_by("lagt", "pk")
    return [
        pk
        for pk, forsok, senast in rader.values_list("pk", "forsok", "senast_forsok")
        if _ar_mogen(forsok, senast, nu)
    ]


def _ar_mogen(forsok, senast, nu):
    """Tell whether a letter is to be tried; a clock set back doesn't hold it."""
    if not forsok or senast > nu:
        return True
    return nu - senast >= PAUSER[min(forsok, len(PAUSER)) - 1]


def _ta(pk):
    """Return the letter claimed for this process; None when another has it.

    Durable: a claim that could be rolled back would let the letter go twice.
    """
    with transaction.atomic(durable=True):
        tagen = Brev.objects.vantar().filter(pk=pk)
        if not tagen.update(
            status=Status.SKICKAS,
            forsok=F("forsok") + 1,
            senast_forsok=timezone.now(),
        ):
            return None
    return Brev.objects.filter(pk=pk).first()


def _notera(brev, svar):
    """Note what became of a claimed letter."""
    if svar.hur is Hur.SKICKAT:
        _har_gatt(brev)
    elif svar.hur is Hur.OSAKERT:
        _denna(brev).update(status=Status.OSAKERT, fel=svar.fel)
    else:
        gammalt = timezone.now() - brev.lagt >= GES_UPP_EFTER
        slut = svar.hur is Hur.UPPGIVET or (gammalt and brev.forsok >= MINST_FORSOK)
        lage = Status.UPPGIVET if slut else Status.VANTAR
        _denna(brev).update(status=lage, fel=svar.fel)


def _har_gatt(brev):
    """Note that a letter has gone, in the trail too; nothing of its text is left."""
    with transaction.atomic():
        if brev.gloms:
            _denna(brev).delete()
        else:
            ord_ = {"text": None, "bilaga": None, "fel": ""}
            if brev.ar_personligt:  # the row is only what makes it go once
                ord_ |= {"amne": "", "till": ""}
            _denna(brev).update(status=Status.SKICKAT, skickat=timezone.now(), **ord_)
        if brev.kvitto:
            gjort = Spar.Handling.SKICKAD
            Spar.objects.skriv(gjort, brev.kvitto, av=brev.lagt_av, namnd=brev.namnd)


def _denna(brev):
    return Brev.objects.filter(pk=brev.pk, status=Status.SKICKAS)


def _alla_vantar(fel):
    """Note why no conversation was had for all whose turn it was; return how many."""
    rader = Brev.objects.vantar().filter(pk__in=_mogna())
    antal = rader.update(forsok=F("forsok") + 1, senast_forsok=timezone.now(), fel=fel)
    gammalt = timezone.now() - GES_UPP_EFTER
    trott = Brev.objects.vantar().filter(fel=fel, lagt__lte=gammalt)
    trott.filter(forsok__gte=MINST_FORSOK).update(status=Status.UPPGIVET)
    return antal
