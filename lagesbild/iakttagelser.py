"""Read: a picture's findings in words, for page, paper and what is published.

Which activities answer them is the plan's matter: whoever knows it gives the words to
`med_svar`.
"""

from dataclasses import dataclass, replace

from blanketter.models import Frageversion
from lagesbild.bildrader import bildrader
from lagesbild.models import Iakttagelse


@dataclass(frozen=True, slots=True)
class Iakttagelserad:
    """One finding: nothing but words, beside its id and the code of its need.

    `svar` names the activities that answer it, as the plan says it.
    """

    pk: int
    rubrik: str
    beskrivning: str
    kallor: tuple[str, ...]
    miljo: str
    behov: str
    behov_ord: str
    stallningstagande: str
    svar: str = ""

    @property
    def har_behov(self):
        return self.behov == Iakttagelse.Behov.JA


def iakttagelser(lagesbild, rader=None):
    """Return the picture's findings in their order, as `Iakttagelserad`.

    `rader`: the picture's `Bildrader`, when they have been read; else one query.
    """
    rader = rader or bildrader(lagesbild)
    ord_ = dict(rader.gallande.val("miljo"))
    return tuple(
        Iakttagelserad(
            pk=rad.pk,
            rubrik=rad.rubrik,
            beskrivning=rad.beskrivning,
            kallor=tuple(kalla.namn for kalla in rader.iakttagelsekallor[rad.pk]),
            miljo=ord_.get(rad.miljo, rad.miljo),
            behov=str(rad.behov),
            behov_ord=rad.get_behov_display(),
            stallningstagande=rad.stallningstagande,
        )
        for rad in rader.iakttagelser
    )


def miljoord():
    """Return {code: words} of the environments that the form asks about today."""
    return dict(Frageversion.objects.gallande().val("miljo"))


def med_svar(rader, svar):
    """Return findings with their activities: `svar` is {finding's id: words}."""
    return tuple(replace(rad, svar=svar.get(rad.pk, "")) for rad in rader)
