"""The outbox: a letter is put in the deed's own transaction and sent after it.

    with transaction.atomic():
        ...the deed...
        lagg_brev(f"samrad:{samrad.pk}", "samråd", adress, amne, text, namnd=namnd)

A mail server that is down never stops the deed and never loses the letter: it waits,
is tried again with growing pauses, and given up after days, which the desk tells.
A letter is claimed before it is sent, so two processes never send the same. One that
was killed between the two leaves it as «kan ha gått»: nobody but a person sends it
again. When the connection breaks in the middle of a letter it is tried again, as SMTP
prescribes (RFC 5321, 4.5.4.1): the server had not said yes. Its Message-ID is the same
each time, so a server that had taken it after all can tell.
"""

import contextlib
import time
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from smtplib import (
    SMTPDataError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from vbeplan.nycklar.ring import GarInteAttLasa
from vbeplan.organisation.models import Brev, Spar

PAUSER = [timedelta(minutes=m) for m in (5, 15, 60, 180, 360)]  # then the last again
GES_UPP_EFTER = timedelta(days=4)
KASTAS_EFTER = timedelta(days=90)
MINST_FORSOK = 3  # also for a letter that waited for days while nothing ran
EFTER_DAD = 8  # seconds that the page of a deed waits for the mail at the most
TAPPADE = 2  # connections lost in a row: the server is not well, the rest wait

NERE = "E-postservern svarar inte."
INGEN_ADRESS = "Det är ingen e-postadress."
OLASLIG = "Brevets text gick inte att läsa: nyckeln saknas."
Status = Brev.Status


class Hur(Enum):
    """What became of one attempt."""

    SKICKAT = "skickat"
    NEKAT = "nekat"
    TAPPAT = "tappat"


@dataclass
class Utfall:
    """Numbers of letters that went, and that were tried and did not."""

    skickade: int = 0
    misslyckade: int = 0


def lagg_brev(
    nyckel,
    slag,
    till,
    amne,
    text,
    *,
    namnd,
    svar_till="",
    bilaga=None,
    av=None,
    kvitto="",
):
    """Put a letter in the outbox and have it sent after commit; return its `Brev`.

    `nyckel` makes it once: put again it is the letter that is there, unchanged.
    `slag` is a word for the list, `namnd` the board whose coordinators are told when
    it doesn't go (None: the city's förvaltare). `bilaga` is (file name, bytes).
    `kvitto` is what the trail says, as the deed of `av`, when it has gone. Never
    raises for an address: a wrong one is a letter that could not be sent.
    """
    namn, data = bilaga or ("", None)
    duger = _duger(till) and (not svar_till or _duger(svar_till))
    brev, _ = Brev.objects.get_or_create(
        nyckel=nyckel,
        defaults={
            "slag": slag,
            "till": till,
            "amne": " ".join(amne.split())[:200],
            "text": text,
            "namnd": namnd,
            "svar_till": svar_till,
            "bilaga": data,
            "bilaga_namn": namn,
            "lagt_av": av,
            "kvitto": kvitto[:200],
            "status": Status.VANTAR if duger else Status.UPPGIVET,
            "fel": "" if duger else INGEN_ADRESS,
        },
    )
    # One sending for all letters of a transaction.
    if not any(vad is _efter_dad for _, vad, *_ in connection.run_on_commit):
        transaction.on_commit(_efter_dad, robust=True)
    return brev


def skicka_vantande(*, sekunder=None):
    """Send the letters whose pause is over, the oldest first; return `Utfall`.

    Takes no new letter after `sekunder`. Safe in many processes at once.
    """
    utfall, tappade = Utfall(), 0
    slut = time.monotonic() + (sekunder or 24 * 3600)
    forbindelse = get_connection()
    try:
        for pk in _mogna():
            if time.monotonic() > slut or tappade == TAPPADE:
                break
            if not _oppna(forbindelse):
                utfall.misslyckade += _alla_vantar()
                break
            if (brev := _ta(pk)) is None:
                continue
            hur = _skicka(brev, forbindelse)
            tappade = tappade + 1 if hur is Hur.TAPPAT else 0
            utfall.skickade += hur is Hur.SKICKAT
            utfall.misslyckade += hur is not Hur.SKICKAT
    finally:
        _stang(forbindelse)
    return utfall


def slang_gamla():
    """Empty letters that never went and that nobody has looked after for months.

    That they were to be sent is still told; a personal link doesn't lie about.
    """
    gammalt = timezone.now() - KASTAS_EFTER
    rader = Brev.objects.kvar().filter(lagt__lt=gammalt)
    rader = rader.filter(status=Status.UPPGIVET) | rader.strandade()
    Brev.objects.filter(pk__in=list(rader.values_list("pk", flat=True))).update(
        status=Status.SLANGT, text=None, bilaga=None
    )


def _efter_dad():
    """Send, unless the server was down just now: the next page needn't wait for it."""
    nyss = timezone.now() - PAUSER[0]
    nere = Brev.objects.vantar().filter(fel=NERE, senast_forsok__gt=nyss)
    if not nere.exists():
        skicka_vantande(sekunder=EFTER_DAD)


def _duger(adress):
    try:
        validate_email(adress)
    except ValidationError:
        return False
    return True


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
    return Brev.objects.get(pk=pk)


def _skicka(brev, forbindelse):
    """Send a claimed letter and note what became of it; return `Hur`."""
    try:
        _epost(brev, forbindelse).send()
    except SMTPRecipientsRefused as fel:
        kod, _ = next(iter(fel.recipients.values()))
        vad = f"Mottagarens server tar inte emot brev till adressen ({kod})."
        return _gick_inte(brev, vad, for_gott=kod >= 500)
    except SMTPResponseException as fel:
        vad = f"E-postservern tog inte emot brevet ({fel.smtp_code})."
        # What the sender is refused for may be mended in the settings.
        nej = isinstance(fel, SMTPDataError) and fel.smtp_code >= 500
        return _gick_inte(brev, vad, for_gott=nej)
    except ValueError:  # what the mail's own format can't hold
        return _gick_inte(brev, INGEN_ADRESS, for_gott=True)
    except GarInteAttLasa:
        return _gick_inte(brev, OLASLIG)
    except (SMTPException, OSError):
        _stang(forbindelse)
        _gick_inte(brev, NERE)
        return Hur.TAPPAT
    _har_gatt(brev)
    return Hur.SKICKAT


def _epost(brev, forbindelse):
    doman = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ")
    post = EmailMessage(
        brev.amne,
        brev.text,
        to=[brev.till],
        reply_to=[brev.svar_till] if brev.svar_till else None,
        headers={"Message-ID": f"<{brev.pk}@{doman}>"},
        connection=forbindelse,
    )
    if brev.bilaga is not None:
        post.attach(brev.bilaga_namn, bytes(brev.bilaga))
    return post


def _har_gatt(brev):
    """Note that a letter has gone, in the trail too; nothing of its text is left."""
    with transaction.atomic():
        _denna(brev).update(
            status=Status.SKICKAT,
            skickat=timezone.now(),
            text=None,
            bilaga=None,
            fel="",
        )
        if brev.kvitto:
            gjort = Spar.Handling.SKICKAD
            Spar.objects.skriv(gjort, brev.kvitto, av=brev.lagt_av, namnd=brev.namnd)


def _gick_inte(brev, vad, *, for_gott=False):
    """Note why a letter didn't go; it waits again, or is given up."""
    gammal = timezone.now() - brev.lagt >= GES_UPP_EFTER
    slut = for_gott or (gammal and brev.forsok >= MINST_FORSOK)
    _denna(brev).update(status=Status.UPPGIVET if slut else Status.VANTAR, fel=vad)
    return Hur.NEKAT


def _denna(brev):
    return Brev.objects.filter(pk=brev.pk, status=Status.SKICKAS)


def _alla_vantar():
    """Note that the server was down for all whose turn it was; return how many."""
    rader = Brev.objects.vantar().filter(pk__in=_mogna())
    antal = rader.update(forsok=F("forsok") + 1, senast_forsok=timezone.now(), fel=NERE)
    gammalt = timezone.now() - GES_UPP_EFTER
    trott = Brev.objects.vantar().filter(fel=NERE, lagt__lte=gammalt)
    trott.filter(forsok__gte=MINST_FORSOK).update(status=Status.UPPGIVET)
    return antal


def _oppna(forbindelse):
    try:
        forbindelse.open()
    except (SMTPException, OSError):
        _stang(forbindelse)
        return False
    return True


def _stang(forbindelse):
    with contextlib.suppress(SMTPException, OSError):
        forbindelse.close()
