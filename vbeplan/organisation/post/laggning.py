"""Puts a letter in the outbox, once, and has it sent after the deed."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection, transaction
from django.utils import timezone

from vbeplan.organisation.models import Brev
from vbeplan.organisation.models.brev import INGEN_ADRESS
from vbeplan.organisation.post.sandning import PAUSER, skicka_vantande
from vbeplan.organisation.post.servern import EFTER_DAD, NERE

LANGST = Brev._meta.get_field("till").max_length
Status = Brev.Status


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
    ersatter="",
    gloms=False,
    genast=True,
):
    """Put a letter in the outbox and have it sent after commit; return its `Brev`.

    `nyckel` makes it once: put again it is the letter that is there, unchanged.
    `slag` is a word for the list, `namnd` the board whose coordinators are told when
    it doesn't go (None: the city's förvaltare). `bilaga` is (file name, bytes).
    `kvitto` is what the trail says, as the deed of `av`, when it has gone. Letters
    whose key begins with `ersatter` and that haven't gone are thrown away: the newest
    word is enough. With `gloms` the row goes too when the letter has gone. Without
    `genast` whoever calls has it sent. Never raises for an address: a wrong one is a
    letter that could not be sent.
    """
    namn, data = bilaga or ("", None)
    duger = _duger(till)
    brev, nytt = Brev.objects.get_or_create(
        nyckel=nyckel,
        defaults={
            "slag": slag,
            "till": till[:LANGST],
            "amne": " ".join(amne.split())[:200],
            "text": text,
            "namnd": namnd,
            "svar_till": svar_till if _duger(svar_till) else "",
            "bilaga": data,
            "bilaga_namn": namn,
            "lagt_av": av,
            "kvitto": kvitto[:200],
            "gloms": gloms,
            "status": Status.VANTAR if duger else Status.UPPGIVET,
            "fel": "" if duger else INGEN_ADRESS,
        },
    )
    if nytt and ersatter:
        Brev.objects.vilande().med_nyckel(ersatter).exclude(pk=brev.pk).delete()
    # One sending for all letters of a transaction.
    redan = any(vad is _efter_dad for _, vad, *_ in connection.run_on_commit)
    if genast and not redan:
        transaction.on_commit(_efter_dad, robust=True)
    return brev


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
    return len(adress) <= LANGST
