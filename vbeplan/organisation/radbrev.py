"""Letters to the rows of a list: read first, each put in the outbox once.

A row is somebody that is asked (a source, a part of a consultation): a model with
`version`, `epost` and `andrad_av`.
"""

from dataclasses import dataclass, field

from django.db import models, transaction

from vbeplan.organisation.post import lagg_brev


@dataclass(frozen=True)
class Radbrev:
    """A letter as it was read; `version` is the row's when it was shown."""

    rad: models.Model
    version: int
    epost: str
    amne: str
    text: str


@dataclass
class Utskick:
    """What became of the letters, by row.

    `redan` had been sent to, or changed, since they were shown: nothing goes to them.
    """

    skickade: list[models.Model] = field(default_factory=list)
    redan: list[models.Model] = field(default_factory=list)


@transaction.atomic
def lagg_radbrev(breven, rader, nytt, slag, *, namnd, av, bilaga=None):
    """Put the letters of those of `rader` that still stand as shown; return `Utskick`.

    The rows that get one take `nytt` and the letter's address; answers go to `av`.
    """
    utskick = Utskick()
    for brev in breven:
        version = brev.version + 1
        denna = rader.filter(pk=brev.rad.pk, version=brev.version)
        # Taken first: of two who press at once, one sends.
        lage = nytt | {"version": version, "epost": brev.epost, "andrad_av": av}
        if not denna.update(**lage):
            utskick.redan.append(brev.rad)
            continue
        lagg_brev(
            f"{brev.rad._meta.model_name}:{brev.rad.pk}:{version}",
            slag,
            brev.epost,
            brev.amne,
            brev.text,
            namnd=namnd,
            svar_till=av.epost,
            bilaga=bilaga,
            av=av,
        )
        utskick.skickade.append(brev.rad)
    return utskick
