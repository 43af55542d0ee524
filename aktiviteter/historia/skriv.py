"""Writes the history, in the transaction of the deed itself."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from aktiviteter.behovssvar import bar_svar
from aktiviteter.historia.innehall import innehall
from aktiviteter.models import Andring, Avsnitt, Handlingsplan, Version
from aktiviteter.models.historia import SLAG

Handling = Andring.Handling
PER_GANG = 500  # rows in one insert, so that a large import keeps its memory


def las_planen(plan, *, aven_last=False):
    """Hold a plan's row until the transaction ends; for deeds that change the order.

    Taken before any other row, so that two deeds wait for each other instead of locking
    each other out. Saving a single row needs it not: `no_key` lets it by. Raises
    Http404 when the plan is gone, and PermissionDenied with the reason when it has been
    locked, unless `aven_last`: the pages of both give back what was written.
    """
    rader = Handlingsplan.objects.select_for_update(no_key=True).only("status")
    nu = rader.filter(pk=plan.pk).first()
    if nu is None:
        raise Http404
    plan.status = nu.status
    if plan.las_skal and not aven_last:
        raise PermissionDenied(plan.las_skal)


def skriv(handling, objekt, *, av, nyckel=None, ordning=None):
    """Write that `av` did something with a plan or something in it.

    Call it after the save, in the same transaction; two inserts and no reads, except
    of what an activity answers and where the order of the plan changed: `ordning`, by
    default for what is new or moved.
    `nyckel` is a form's one-time key: the same form sent twice raises IntegrityError.
    Returns the `Andring`.
    """
    if ordning is None:
        ordning = handling in (Handling.SKAPAD, Handling.FLYTTAD)
    plan = objekt if isinstance(objekt, Handlingsplan) else objekt.plan
    andring = ny_andring(handling, plan, namn_pa(objekt), av=av, nyckel=nyckel)
    objekten = [] if handling == Handling.FLYTTAD else [objekt]
    skriv_versioner(andring, objekten, ordning=ordning)
    return andring


def skriv_plan(handling, plan, *, av):
    """Write the first version of everything in a new plan; returns the `Andring`."""
    andring = ny_andring(handling, plan, namn_pa(plan), av=av)
    objekten = [
        Handlingsplan.objects.get(pk=plan.pk),
        *plan.avsnitt.order_by("pk"),
        *plan.aktiviteter.order_by("pk").med_ansvar(),
        *plan.revideringar.order_by("pk"),
    ]
    skriv_versioner(andring, objekten, ordning=True)
    return andring


def ny_andring(handling, plan, vad, *, av, **mer):
    """Return a new deed on what `vad` names; its versions follow."""
    return Andring.objects.create(
        handling=handling, plan=plan, vad=vad[:200], av=av, **mer
    )


def skriv_versioner(andring, objekt=(), *, borta=(), ordning=False):
    """Write what a deed left behind.

    `objekt` stand as they were just saved; `borta` are about to be removed, and keep
    how they last were; `ordning` is the plan's order as it is now.
    """
    objekt, borta = list(objekt), list(borta)
    bar_svar([*objekt, *borta])
    versioner = [_version(andring, ett, ett.version, innehall(ett)) for ett in objekt]
    if borta:
        versioner += _borttagna(andring, borta)
    if ordning:
        versioner.append(_ordningen(andring))
    Version.objects.bulk_create(versioner, batch_size=PER_GANG)


def namn_pa(objekt):
    """Return the words by which a deed names what it changed; true when it is gone."""
    match SLAG[objekt._meta.model_name]:
        case Version.Slag.PLAN:
            namn = f"planen för {objekt.ar}"
        case Version.Slag.AVSNITT:
            namn = f"kapitlet {objekt.rubrik}"
        case Version.Slag.REVIDERING:
            namn = f"beslutet om aktivitet {objekt.nummer}"
        case _:
            namn = f"aktivitet {objekt}"
    return namn


def _version(andring, objekt, nummer, data, *, borttagen=False):
    return Version(
        andring=andring,
        slag=SLAG[objekt._meta.model_name],
        objekt_id=objekt.pk,
        nummer=nummer,
        innehall=data,
        borttagen=borttagen,
    )


def _borttagna(andring, borta):
    """Keep also which remarks stood at each row: they lose their place with it."""
    vid = {}
    for pk, *rader in andring.plan.anmarkningar.values_list(
        "pk", "avsnitt", "aktivitet"
    ):
        for slag, rad in zip(("avsnitt", "aktivitet"), rader, strict=True):
            vid.setdefault((slag, rad), []).append(pk)
    for ett in borta:
        slag = ett._meta.model_name
        data = innehall(ett) | {"anmarkningar": vid.get((slag, ett.pk), [])}
        yield _version(andring, ett, ett.version + 1, data, borttagen=True)


def _ordningen(andring):
    return Version(
        andring=andring,
        slag=Version.Slag.ORDNING,
        objekt_id=andring.plan_id,
        nummer=0,
        innehall=ordningen(andring.plan),
    )


def ordningen(plan):
    """Return a plan's order: each chapter [id, the one above], each activity [id,
    chapter], siblings in their order; two queries."""
    avsnitt = Avsnitt.objects.filter(plan=plan).order_by("ordning", "pk")
    aktiviteter = plan.aktiviteter.order_by("ordning", "pk")
    return {
        "avsnitt": [list(r) for r in avsnitt.values_list("pk", "overordnat")],
        "aktiviteter": [list(r) for r in aktiviteter.values_list("pk", "avsnitt")],
    }
