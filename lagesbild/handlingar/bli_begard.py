"""Notes by hand that a source was asked, or that it never answered."""

from django.db import transaction

from lagesbild.models import Kalla
from vbeplan.organisation.models import Spar


@transaction.atomic
def bli_begard(kalla, version, begard, svar_senast, *, av):
    """Note that the source was asked by letter or telephone.

    False when somebody has changed it since `version`.
    """
    kalla.bli_begard(begard, svar_senast)
    if not kalla.spara_over(version, av=av):
        return False
    _spar(kalla, av)
    return True


@transaction.atomic
def bli_utebliven(kalla, *, av):
    """Note that nothing came; False when no answer is waited for."""
    if not kalla.ar_begard:
        return False
    kalla.status = Kalla.Status.UTEBLIVEN
    if not kalla.spara_over(kalla.version, av=av):
        return False
    _spar(kalla, av)
    return True


def _spar(kalla, av):
    Spar.objects.skriv(
        Spar.Handling.ANDRAD, f"källan {kalla}", av=av, namnd=kalla.namnd
    )
