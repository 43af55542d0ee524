"""The rows of decided plans against the fingerprints that their editions hold.

A plan's rows are those of its last edition. They may leave it in one way, as a new
version; then the edition has a note of that (`Oppning`), and stands without rows.
"""

import json
from collections import Counter, defaultdict

from aktiviteter.models import Beslut, Steg
from aktiviteter.models.handlingsplan import BESLUTADE, OPPNA
from aktiviteter.radavtryck import TABELLER, kolumner, radavtryck
from vbeplan.rapport.forsegling import FAKTA

NAMN = {m._meta.model_name: str(m._meta.verbose_name) for m in TABELLER}


def andrade(utgavor):
    """Return {edition: [what is wrong, in words]} of editions with plan; few questions.

    Columns that the program no longer has can't be compared, and are left out.
    """
    ut = {utgava.pk: list(_planen(utgava)) for utgava in utgavor}
    for kolumnerna, gruppen in _grupper(filter(_har_raderna, utgavor)):
        nu = radavtryck([u.plan_id for u, _ in gruppen], kolumnerna)
        for utgava, forseglade in gruppen:
            ut[utgava.pk] += _skillnader(forseglade, nu[utgava.plan_id])
    for utgava in _oppnade_utan_steg(utgavor):
        ut[utgava.pk].append("en ny version står inte bland stegen i Planens gång")
    for utgava in _utan_sitt_beslut(utgavor):
        ut[utgava.pk].append("det registrerade beslutet är borta eller ändrat")
    return ut


def ny_version_skrivs(utgava):
    """Tell whether its plan was opened from it, and the next isn't decided yet."""
    plan = utgava.plan
    pa_vag = not plan.ar_beslutad and plan.omgang == utgava.omgang + 1
    return pa_vag and utgava.oppnad is not None


def _har_raderna(utgava):
    return utgava.oppnad is None


def _planen(utgava):
    plan = utgava.plan
    if _har_raderna(utgava):
        if not plan.ar_beslutad:
            yield "planen står inte längre som beslutad"
        if plan.omgang != utgava.omgang:
            yield "planen står som en annan version, fast ingen ny är påbörjad"
    elif plan.omgang <= utgava.omgang:
        yield "en ny version är påbörjad, men planen står som den gamla"


def _grupper(utgavor):
    """Yield ({table: columns}, [(edition, its fingerprints)]): those alike as one."""
    grupper = defaultdict(list)
    for utgava in utgavor:
        try:
            rader = json.loads(utgava.innehall)["rader"]
            kolumnerna = {namn: [*map(str, r["kolumner"])] for namn, r in rader.items()}
            alla = all(isinstance(rad["rader"], dict) for rad in rader.values())
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # its seal is broken too, which is told
        if alla and kolumnerna.keys() <= NAMN.keys():
            grupper[json.dumps(kolumnerna)].append((utgava, rader))
    idag = {modell._meta.model_name: set(kolumner(modell)) for modell in TABELLER}
    for nyckel, gruppen in grupper.items():
        kolumnerna = json.loads(nyckel)
        if all(set(falt) <= idag.get(namn, set()) for namn, falt in kolumnerna.items()):
            yield kolumnerna, gruppen


def _skillnader(forseglade, nu):
    for namn, tabellen in forseglade.items():
        var, ar = tabellen["rader"], nu[namn]["rader"]
        for pk in sorted(var.keys() | ar.keys(), key=lambda pk: (len(pk), pk)):
            if var.get(pk) != ar.get(pk):
                yield f"{NAMN[namn]} {pk} är {_hur(pk, var, ar)}"


def _hur(pk, var, ar):
    if pk not in ar:
        return "borttagen"
    return "ändrad" if pk in var else "tillagd"


def _oppnade_utan_steg(utgavor):
    """Return those whose plan took fewer steps back to draft than they tell of."""
    oppnade = [u for u in utgavor if u.oppningarna]
    steg = Steg.objects.filter(
        plan__in={u.plan_id for u in oppnade}, fran__in=BESLUTADE, till=OPPNA[0]
    )
    tagna = Counter(steg.values_list("plan_id", flat=True)) if oppnade else {}
    return [
        u
        for u in oppnade
        if sum(not rad.nedlagd for rad in u.oppningarna) > tagna[u.plan_id]
    ]


def _utan_sitt_beslut(utgavor):
    """Return those whose entries of the decision aren't what they and their
    corrections say: as sealed, as corrected, and the last of them in force."""
    falt = ("plan_id", "omgang", *FAKTA)
    rader = Beslut.objects.filter(
        plan__in=[u.plan_id for u in utgavor], utfall=Beslut.Utfall.BESLUTAD
    )
    finns = set(rader.values_list(*falt))
    galler = set(rader.gallande().values_list(*falt))
    return [
        u
        for u in utgavor
        if not {_raden(u, u.uppgifter), *_rattade(u)} <= finns
        or _raden(u, u.gallande) not in galler
    ]


def _rattade(utgava):
    return {_raden(utgava, rad.uppgifter) for rad in utgava.rattelserna}


def _raden(utgava, uppgifter):
    fakta = (getattr(uppgifter, falt) for falt in FAKTA)
    return utgava.plan_id, utgava.omgang, *fakta
