"""The mail server: one conversation, and in words what it answers to a letter."""

import contextlib
from dataclasses import dataclass
from enum import Enum
from smtplib import (
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)
from ssl import SSLError

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from vbeplan.nycklar.ring import GarInteAttLasa
from vbeplan.organisation.models.brev import INGEN_ADRESS

EFTER_DAD = 8  # seconds that the page of a deed waits for the mail at the most

DJANGOS = "django.core.mail.backends.smtp.EmailBackend"
VAR = "vbeplan.organisation.post.forbindelse.EmailBackend"
STANGER = 421  # the server ends the conversation, whatever was asked of it

NERE = "E-postservern svarar inte."
INLOGGNING = "E-postservern godtar inte programmets inloggning (EMAIL_URL)."
KRYPTERING = "Det går inte att tala krypterat med e-postservern (TLS)."
AVSANDARE = "E-postservern tar inte emot brev från {} (FRAN_ADRESS, svar {})."
OLASLIG = "Brevets text gick inte att läsa: nyckeln saknas."
MOTTAGAREN = "Mottagarens server tar inte emot brev till adressen ({})."
SENARE = "Mottagarens server tar inte emot brev till adressen just nu ({})."
BREVET = "E-postservern tog inte emot brevet ({})."
TYST = "E-postservern fick hela brevet men svarade aldrig."


class Hur(Enum):
    """What became of an attempt: gone, tried again, given up, unknown, cut off."""

    SKICKAT = "skickat"
    VANTAR = "väntar"
    UPPGIVET = "uppgivet"
    OSAKERT = "osäkert"
    TAPPAT = "tappat"


@dataclass(frozen=True)
class Svar:
    """What became of one attempt, and why in words when it didn't go."""

    hur: Hur
    fel: str = ""


class Epostserver:
    """A conversation, opened when it is needed; `tid` is the seconds for an answer."""

    def __init__(self, tid):
        ar_smtp = settings.EMAIL_BACKEND == DJANGOS
        self._talar = get_connection(VAR if ar_smtp else None, timeout=tid)

    def __enter__(self):
        return self

    def __exit__(self, *fel):
        self.stang()

    def oppna(self):
        """Return why there is no conversation; "" when there is one."""
        try:
            self._talar.open()
        except (SMTPException, OSError) as fel:
            self.stang()
            return _varfor(fel)
        return ""

    def stang(self):
        with contextlib.suppress(SMTPException, OSError):
            self._talar.close()

    def skicka(self, brev):
        """Hand over one letter; return `Svar`."""
        try:
            _epost(brev, self._talar).send()
        except GarInteAttLasa:
            return Svar(Hur.VANTAR, OLASLIG)
        except (SMTPException, OSError) as fel:
            if self._ar_osakert(fel):
                self.stang()
                return Svar(Hur.OSAKERT, TYST)
            svar = _svaret(fel)
            if svar.hur is Hur.TAPPAT:
                self.stang()
            return svar
        except ValueError:  # what the mail's own format can't hold
            return Svar(Hur.UPPGIVET, INGEN_ADRESS)
        return Svar(Hur.SKICKAT)

    def _ar_osakert(self, fel):
        """Tell whether the server had the whole letter and gave no clear answer."""
        if isinstance(fel, SMTPDataError):
            return not 400 <= fel.smtp_code < 600
        return getattr(self._talar.connection, "overlamnat", False)


def _varfor(fel):
    if isinstance(fel, SMTPAuthenticationError):
        return INLOGGNING
    if isinstance(fel, SSLError | SMTPNotSupportedError):
        return KRYPTERING
    return NERE


def _svaret(fel):
    """Return `Svar` of what smtplib raised for a letter that has not been taken."""
    if isinstance(fel, SMTPRecipientsRefused):
        ((kod, _),) = fel.recipients.values()
        svar = Svar(_om(kod), (MOTTAGAREN if kod >= 500 else SENARE).format(kod))
    elif isinstance(fel, SMTPSenderRefused):
        # What the sender is refused for may be mended in the settings.
        kod = fel.smtp_code
        fran = settings.DEFAULT_FROM_EMAIL
        svar = Svar(Hur.VANTAR, AVSANDARE.format(fran, kod)[:200])
    elif isinstance(fel, SMTPResponseException):
        kod = fel.smtp_code
        slut = isinstance(fel, SMTPDataError)
        svar = Svar(_om(kod) if slut else Hur.VANTAR, BREVET.format(kod))
    else:
        return Svar(Hur.TAPPAT, NERE)
    return Svar(Hur.TAPPAT, NERE) if kod == STANGER else svar


def _om(kod):
    return Hur.UPPGIVET if kod >= 500 else Hur.VANTAR


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
