"""Read: what was last reported on each activity of a plan, in words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from aktiviteter.models import Uppfoljning

_SVENSKT = str.maketrans({",": "\u00a0", ".": ","})


def tal_i_ord(tal):
    """Return a number as a Swede writes it, «0,5», «80 000»; "" for None."""
    if tal is None:
        return ""
    return f"{Decimal(tal).normalize():,f}".translate(_SVENSKT)


@dataclass(frozen=True, slots=True)
class Resultat:
    """One report in words. `lage` is its status (a code), `lage_i_ord` what it says."""

    nummer: int
    lage: str
    lage_i_ord: str
    text: str
    skal: str
    utfall: str
    tillfalle: str
    dag: date | None

    @property
    def i_ord(self):
        """Return it on one line: «Pågår. Två träffar. Utfall: 80 av 120 platser.»"""
        delar = [self.lage_i_ord, self.text, self.skal]
        if self.utfall:
            delar.append(f"Utfall: {self.utfall}")
        return " ".join(_mening(d) for d in delar if d)


def _mening(text):
    return text if text[-1] in ".!?" else f"{text}."


def utfall_i_ord(utfall, maltal, enhet):
    """Return what came out beside what was aimed at: «80 av 120 platser»."""
    if utfall is None:
        return ""
    mal = f" av {tal_i_ord(maltal)}" if maltal is not None else ""
    return f"{tal_i_ord(utfall)}{mal} {enhet}".strip()


def som_resultat(rad):
    """Return a report, read with its activity and occasion, as `Resultat`."""
    a = rad.aktivitet
    tid = rad.rapporterad
    return Resultat(
        nummer=a.nummer,
        lage=rad.status,
        lage_i_ord=rad.get_status_display(),
        text=rad.resultat.strip(),
        skal=rad.skal.strip(),
        utfall=utfall_i_ord(rad.utfall, a.maltal, a.malenhet),
        tillfalle=str(rad.tillfalle),
        dag=timezone.localdate(tid) if tid else None,
    )


def rapporterade():
    """Return the reports that say how it stands, the oldest occasion first."""
    rader = Uppfoljning.objects.exclude(status="")
    rader = rader.select_related("aktivitet", "tillfalle").defer(
        "aktivitet__beskrivning"
    )
    return rader.order_by("tillfalle__ar", "tillfalle__senast", "tillfalle", "pk")


def resultat(plan):
    """Return {activity's number: `Resultat`}, the latest of each; one query.

    Activities that nobody has reported on are not there. `plan` may be any year's.
    """
    rader = rapporterade().filter(tillfalle__plan=plan)
    return {rad.aktivitet.nummer: som_resultat(rad) for rad in rader}
