"""Which words stand in the plans that somebody may read."""

from django.db.models import Case, Max, When

from aktiviteter.models import Handlingsplan
from aktiviteter.sok import databas
from aktiviteter.sok.databas import Uttryck


def star_i_hennes(user):
    """Return what tells which groups of numbers stand in her plans; one query."""

    def star(grupperna):
        grupperna = list(grupperna)
        fraga = {
            f"nr_{i}": Max(
                Case(
                    When(databas.planer(Uttryck((numren,)), fa=not user.ar_central),
                         then=1),
                    default=0,
                )
            )
            for i, numren in enumerate(grupperna)
        }  # fmt: skip
        synliga = Handlingsplan.objects.for_user(user).order_by()
        with databas.genom_ordindex(fa=not user.ar_central):
            svar = synliga.aggregate(**fraga)
        return {n for i, n in enumerate(grupperna) if svar[f"nr_{i}"]}

    return star
