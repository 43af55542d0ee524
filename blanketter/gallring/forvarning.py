"""Tell in advance of what will go: the only way to its removal."""

from django.db import transaction

from blanketter.gallring.slag import alla_slag, slaget
from blanketter.gallring.urval import forfaller, utan_stopp
from blanketter.models import Gallringsklass, Gallringskorning, Gallringsregel
from blanketter.models.gallringskorning import VARNAS_FORE

BUNT = 500


@transaction.atomic
def forvarna(namnd, idag):
    """Write what goes within 30 days, and take back what no longer does.

    Return whether the series was broken, so that everything is told of anew.
    """
    korning, ny = Gallringskorning.objects.get_or_create(
        namnd=namnd, defaults={"senast": idag}
    )
    (korning,) = Gallringskorning.objects.las(namnd)
    bruten = not ny and korning.ar_bruten(idag)
    if bruten:
        for slag in alla_slag():
            slag.forvarning.objects.for_namnd(namnd).delete()
    korning.senast = idag
    korning.save(update_fields=["senast"])
    regler = Gallringsregel.objects.per_klass(namnd)
    for klass in Gallringsklass:
        _forvarna_klass(namnd, klass, regler.get(klass), idag)
    return bruten


def _forvarna_klass(namnd, klass, regel, idag):
    modell = slaget(klass).forvarning
    ska = _dagar(namnd, regel, idag) if regel else {}
    gamla = modell.objects.for_namnd(namnd).filter(klass=klass)
    bort, kvar = [], set()
    for pk, post, regel_id, dag in gamla.values_list(
        "pk", modell.POST, "regel", "forfaller"
    ):
        if regel and regel.pk == regel_id and ska.get(post) == dag:
            kvar.add(post)
        else:
            bort.append(pk)
    for start in range(0, len(bort), BUNT):
        modell.objects.filter(pk__in=bort[start : start + BUNT]).delete()
    alla = {"klass": klass, "regel": regel, "dag": idag}
    nya = (
        modell(**{f"{modell.POST}_id": pk}, forfaller=dag, **alla)
        for pk, dag in ska.items()
        if pk not in kvar
    )
    modell.objects.bulk_create(nya, batch_size=BUNT)


def _dagar(namnd, regel, idag):
    """Return by record the last day that it is kept, of what goes within 30 days."""
    rader = forfaller(namnd, regel, idag + VARNAS_FORE)
    rader = utan_stopp(rader, namnd, regel.klass, idag)
    return {pk: regel.slutdag(dag) for pk, dag in rader.values_list("pk", "raknas")}
