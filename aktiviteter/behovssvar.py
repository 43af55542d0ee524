"""Reads: the picture's findings beside the plan's activities, loose ends both ways."""

from dataclasses import dataclass

from django.db.models import Exists

from aktiviteter.models import Aktivitet, Behovssvar
from lagesbild.models import Iakttagelse, Kalla


@dataclass(frozen=True, slots=True)
class Losa:
    """What hangs on nothing: findings with a need that no activity answers, activities
    that answer no finding, sources that came and that no finding leans on.
    """

    iakttagelser: tuple[Iakttagelse, ...]
    aktiviteter: tuple[Aktivitet, ...]
    kallor: tuple[Kalla, ...]

    def __bool__(self):
        return bool(self.iakttagelser or self.aktiviteter or self.kallor)


def planens_iakttagelser(plan):
    """The findings of the board's picture that is made for the plan's year."""
    return Iakttagelse.objects.filter(
        lagesbild__namnd=plan.namnd_id, lagesbild__ar=plan.ar
    )


def losa_tradar(plan):
    """Return a plan's `Losa`; three queries.

    Without any finding there is nothing for an activity to answer: then none is loose.
    """
    iakttagelser = planens_iakttagelser(plan)
    besvarade = Behovssvar.objects.filter(aktivitet__plan=plan)
    utan_svar = iakttagelser.med_behov().exclude(pk__in=besvarade.values("iakttagelse"))
    aktiviteter = plan.aktiviteter.exclude(pk__in=besvarade.values("aktivitet"))
    kallor = Kalla.objects.filter(
        lagesbild__namnd=plan.namnd_id,
        lagesbild__ar=plan.ar,
        status=Kalla.Status.INKOMMEN,
        iakttagelser=None,
    )
    return Losa(
        tuple(utan_svar),
        tuple(aktiviteter.filter(Exists(iakttagelser)).order_by("nummer")),
        tuple(kallor),
    )


def svar_i_ord(plan):
    """Return {finding's id: "2, 5"}: the numbers of the activities that answer it.

    For `lagesbild.iakttagelser.med_svar`; one query.
    """
    svar = {}
    rader = Behovssvar.objects.filter(aktivitet__plan=plan)
    for pk, nummer in rader.order_by("aktivitet__nummer").values_list(
        "iakttagelse", "aktivitet__nummer"
    ):
        svar.setdefault(pk, []).append(str(nummer))
    return {pk: ", ".join(nummer) for pk, nummer in svar.items()}
