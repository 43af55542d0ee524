"""Last year's enkät to the same groups, and which of its questions were the same."""

from lagesbild.enkatfragor.koder import samma_fraga
from lagesbild.models import Enkat

INGEN = "Det finns ingen stängd enkät till samma grupper från året före."
ANDRA_ORD = "Frågan hade andra ord eller svar {ar}, så åren går inte att jämföra."
NY = "Frågan ställdes inte {ar}."
FOR_FA = "Svaren från {ar} är för få för att visas."
JAMFORS = "Jämförs med {ar}: samma fråga till samma grupper."


def aret_fore(enkat, forra=None):
    """Return the closed enkät of the year before to the same groups, else None.

    `forra` are the board's closed ones of that year, when they have been read.
    """
    if forra is None:
        forra = Enkat.objects.filter(
            lagesbild__namnd=enkat.lagesbild.namnd_id,
            lagesbild__ar=enkat.lagesbild.ar - 1,
            status=Enkat.Status.STANGD,
        ).select_related("lagesbild__namnd")
    samma = (e for e in forra if set(e.grupper) == set(enkat.grupper))
    return next(samma, None)


def jamfor(fraga, forra_fragor, forra_svar, ar):
    """Return (last year's Frageresultat or None, with what it compares or why not).

    `forra_fragor` and `forra_svar` are last year's by code; None without an enkät.
    """
    if forra_fragor is None:
        return None, INGEN
    fore = forra_fragor.get(fraga["kod"])
    if fore is None:
        return None, NY.format(ar=ar)
    if not samma_fraga(fore, fraga):
        return None, ANDRA_ORD.format(ar=ar)
    svar = forra_svar.get(fraga["kod"])
    if not svar or not (svar.rader or svar.tal):
        return None, FOR_FA.format(ar=ar)
    return svar, JAMFORS.format(ar=ar)
