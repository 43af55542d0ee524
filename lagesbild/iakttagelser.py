"""Read: a picture's findings in words, for page, paper and what is published.

Which activities answer them is the plan's matter: whoever knows it gives the words to
`med_svar`.
"""

from dataclasses import dataclass, replace

from blanketter.models import Frageversion
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


def iakttagelser(lagesbild):
    """Return the picture's findings in their order, as `Iakttagelserad`; 3 queries."""
    rader = list(lagesbild.iakttagelser.prefetch_related("kallor"))
    ord_ = miljoord() if any(rad.miljo for rad in rader) else {}
    return tuple(
        Iakttagelserad(
            pk=rad.pk,
            rubrik=rad.rubrik,
            beskrivning=rad.beskrivning,
            kallor=tuple(kalla.namn for kalla in rad.kallor.all()),
            miljo=ord_.get(rad.miljo, rad.miljo),
            behov=str(rad.behov),
            behov_ord=rad.get_behov_display(),
            stallningstagande=rad.stallningstagande,
        )
        for rad in rader
    )


def miljoord():
    """Return {code: words} of the environments that the form asks about today."""
    return dict(Frageversion.objects.gallande().val("miljo"))


def med_svar(rader, svar):
    """Return findings with their activities: `svar` is {finding's id: words}."""
    return tuple(replace(rad, svar=svar.get(rad.pk, "")) for rad in rader)
