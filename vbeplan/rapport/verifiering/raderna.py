"""The rows of decided plans against the fingerprints that their editions hold."""

import json
from collections import defaultdict

from aktiviteter.models import Beslut
from aktiviteter.radavtryck import TABELLER, kolumner, radavtryck

NAMN = {m._meta.model_name: str(m._meta.verbose_name) for m in TABELLER}


def andrade(utgavor):
    """Return {edition: [what is wrong, in words]} of editions with plan; few questions.

    Columns that the program no longer has can't be compared, and are left out.
    """
    ut = {utgava.pk: list(_planen(utgava)) for utgava in utgavor}
    for kolumnerna, gruppen in _grupper(utgavor):
        nu = radavtryck([u.plan_id for u, _ in gruppen], kolumnerna)
        for utgava, forseglade in gruppen:
            ut[utgava.pk] += _skillnader(forseglade, nu[utgava.plan_id])
    for utgava in _utan_sitt_beslut(utgavor):
        ut[utgava.pk].append("det registrerade beslutet är borta eller ändrat")
    return ut


def _planen(utgava):
    if not utgava.plan.ar_beslutad:
        yield "planen står inte längre som beslutad"


def _grupper(utgavor):
    """Yield ({table: columns}, [(edition, its fingerprints)]): those alike as one."""
    grupper = defaultdict(list)
    for utgava in utgavor:
        try:
            rader = json.loads(utgava.innehall)["rader"]
        except (ValueError, KeyError):
            continue  # its seal is broken too, which is told
        nyckel = json.dumps({namn: rad["kolumner"] for namn, rad in rader.items()})
        grupper[nyckel].append((utgava, rader))
    idag = {modell._meta.model_name: set(kolumner(modell)) for modell in TABELLER}
    for nyckel, gruppen in grupper.items():
        kolumnerna = json.loads(nyckel)
        if all(set(falt) <= idag.get(namn, set()) for namn, falt in kolumnerna.items()):
            yield kolumnerna, gruppen


def _skillnader(forseglade, nu):
    for namn, tabellen in forseglade.items():
        var, ar = tabellen["rader"], nu[namn]["rader"]
        for pk in sorted(var.keys() | ar.keys(), key=int):
            if var.get(pk) != ar.get(pk):
                yield f"{NAMN[namn]} {pk} är {_hur(pk, var, ar)}"


def _hur(pk, var, ar):
    if pk not in ar:
        return "borttagen"
    return "ändrad" if pk in var else "tillagd"


def _utan_sitt_beslut(utgavor):
    falt = ("plan_id", "organ", "dag", "paragraf", "dnr")
    rader = Beslut.objects.filter(
        plan__in=[u.plan_id for u in utgavor], utfall=Beslut.Utfall.BESLUTAD
    )
    finns = set(rader.values_list(*falt))
    return [u for u in utgavor if tuple(getattr(u, f) for f in falt) not in finns]
