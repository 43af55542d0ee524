"""The letters of an enkät: what its coordinator has written, the link and its day.

Nothing is left of a letter in the outbox when it has gone: the invitation tells its
day, until it is answered. Answers take letters that still wait with them.
"""

from django.template.loader import render_to_string
from django.utils import timezone

from vbeplan.organisation.post import lagg_brev, ta_tillbaka


def brevtext(enkat, vem, lank, *, paminnelse=False):
    """Return the whole letter to `vem`, as it is sent and as it is shown before."""
    varden = {
        "enkat": enkat,
        "vem": vem,
        "lank": lank,
        "text": enkat.paminnelse if paminnelse else enkat.brev,
    }
    return render_to_string("lagesbild/enkat/brev.txt", varden)


def lagg_enkatbrev(inbjudan, lank, *, paminnelse=False):
    """Put the letter to one that is invited in the outbox."""
    enkat, vem = inbjudan.enkat, inbjudan.respondent
    lagg_brev(
        f"{_nyckel(enkat, inbjudan)}{timezone.localdate()}",
        "enkät",
        vem.epost,
        f"Påminnelse: {enkat.amne}" if paminnelse else enkat.amne,
        brevtext(enkat, vem, lank, paminnelse=paminnelse),
        namnd=enkat.lagesbild.namnd,
        svar_till=enkat.svar_till,
        gloms=True,
    )


def ta_tillbaka_breven(enkat, inbjudan=None):
    """Take away what waits for one that is invited, else all; return how many."""
    return ta_tillbaka(_nyckel(enkat, inbjudan))


def _nyckel(enkat, inbjudan):
    return f"enkat:{enkat.pk}:{inbjudan.pk}:" if inbjudan else f"enkat:{enkat.pk}:"
