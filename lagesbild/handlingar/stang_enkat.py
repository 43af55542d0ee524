"""Close an enkät: from then its answers can be counted, and it takes no more."""

from collections import Counter

from django.conf import settings
from django.db import transaction

from blanketter.blandning import ensam
from lagesbild.enkatbrev import ta_tillbaka_breven
from lagesbild.models import Enkat, Enkatsvar
from vbeplan.organisation.models import Spar

NYA = 2  # thresholds


def stang_enkat(enkat, *, av=None):
    """Close it if it is open. Without `av` it closes by itself, and leaves no trace."""
    with transaction.atomic():
        ensam(Enkatsvar)  # no answer is on its way in
        rad = Enkat.objects.select_for_update().get(pk=enkat.pk)
        if rad.status != Enkat.Status.OPPEN:
            return
        rad.status = Enkat.Status.STANGD
        _rakna(rad)
        rad.save(update_fields=["status", "omraknad"])
        rad.svaren.update(engangsnyckel=None)
        ta_tillbaka_breven(rad)
        if av:
            rad.spar(Spar.Handling.ANDRAD, f"{rad}: stängde", av)


def stang_forfallna(enkater):
    """Close those of a queryset whose last day has passed."""
    for enkat in enkater.forfallna():
        stang_enkat(enkat)


def stang_i(namnder):
    """Close the boards' enkäter whose last day has passed; return sentences of it.

    Each night, so that nobody has to ask for a result before its answers are parted
    from their forms.
    """
    rader = Enkat.objects.filter(lagesbild__namnd__in=namnder).forfallna()
    rader = list(rader.select_related("lagesbild__namnd"))
    for rad in rader:
        stang_enkat(rad)
    return [f"{rad.namnd}: {rad} är stängd, sista dagen har gått." for rad in rader]


def stangda(enkater):
    """Return the closed ones of several, those whose last day has passed too."""
    for rad in enkater:
        if rad.ar_forfallen:
            stang_enkat(rad)
            rad.refresh_from_db(fields=["status", "omraknad"])
    return [rad for rad in enkater if rad.status == Enkat.Status.STANGD]


def _rakna(enkat):
    """Let the new answers be counted that can be.

    When some were before, groups are told apart no more: which of them stand together
    follows their size, and what two results hide differently one reads out of both.
    """
    forut = enkat.svaren.raknade().exists()
    nya = enkat.svaren.filter(raknas=False)
    antal = nya.filter(grupp__in=_kan_raknas(enkat, nya)).update(raknas=True)
    enkat.omraknad = enkat.omraknad or bool(forut and antal)


def _kan_raknas(enkat, nya):
    """Return the groups whose new answers can be counted.

    Whoever saw the result of a first closing sees at the next what has come between,
    and the list tells of whom: so many it must be, of each group, that it is nobody's
    own, and in all as many as a group must be to be shown when it answers alike.
    """
    antal = Counter(nya.values_list("grupp", flat=True))
    if not enkat.svaren.raknade().exists():
        return set(antal) if antal.total() >= settings.SMATALSGRANS else set()
    nog = {grupp for grupp, n in antal.items() if n >= settings.SMATALSGRANS}
    return nog if sum(antal[grupp] for grupp in nog) >= minst_nya() else set()


def minst_nya():
    """Return how many new answers a reopening must bring before they are counted."""
    return NYA * settings.SMATALSGRANS
