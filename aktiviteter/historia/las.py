"""Reads for the pages of the history; no request."""

from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef
from django.db.models.functions import TruncDate

from aktiviteter.behovssvar import iakttagelsenamn
from aktiviteter.historia.avtryck import rollnamn
from aktiviteter.historia.i_ord import Faltpar, i_ord, jamfor_falt
from aktiviteter.historia.ordning import SLAG, flyttade, syskon
from aktiviteter.historia.senaste import namn_ur, senaste, sista
from aktiviteter.models import Andring, Version

Slag = Version.Slag
HOGST_I_EN_ANDRING = 30  # a plan read in has hundreds of versions, all of them new


@dataclass(frozen=True, slots=True)
class Tingjamforelse:
    """What became of one thing: `slag` is "andrat", "nytt" or "borta"."""

    slag: str
    vad: str
    namn: str
    falt: tuple[Faltpar, ...]
    version: Version | None = None
    senare: bool = False


@dataclass(frozen=True, slots=True)
class Omordning:
    """The names of some siblings in their order before and after a move."""

    fore: tuple[str, ...]
    efter: tuple[str, ...]


def version(objekt, nummer):
    """Return the content of a row's version as `innehall` wrote it, or None."""
    rader = Version.objects.for_objekt(objekt).filter(nummer=nummer)
    return rader.values_list("innehall", flat=True).first()


def logg(plan):
    """Return a plan's deeds, the newest first, each knowing if it is undone.

    One undoing that is itself undone leaves the deed standing.
    """
    angringar = Andring.objects.filter(angrar=OuterRef("pk"))
    omangrad = Andring.objects.filter(angrar=OuterRef("pk"))
    angringar = angringar.filter(~Exists(omangrad))
    rader = plan.andringar.select_related("av").annotate(ar_angrad=Exists(angringar))
    return rader.order_by("-pk")


def stunder(plan, user=None):
    """Return [(a deed's id, its words)]: moments to compare a plan from, or at.

    The beginning, the user's own latest deed and the end of each day, newest first.
    """
    dagar = plan.andringar.order_by().annotate(dag=TruncDate("tid"))
    dagar = dagar.values("dag").annotate(sist=Max("pk")).order_by("-dag")[:60]
    rader = [(rad["sist"], rad["dag"]) for rad in dagar]
    forsta = plan.andringar.order_by("pk").values_list("pk", flat=True).first()
    min_egen = user and plan.andringar.filter(av=user).values_list("pk", flat=True)
    return rader, forsta, min_egen.first() if user else None


def borttagna(plan):
    """Return the newest version of each chapter and activity that is removed now.

    Each has its `andring` with who took it away, and `namn`. One query.
    """
    rader = sista(Version.objects.filter(andring__plan=plan)).filter(borttagen=True)
    rader = rader.select_related("andring__av")
    rader = list(rader.order_by("-pk"))
    for rad in rader:
        rad.namn = namn_ur(rad.slag, rad.innehall)
    return rader


def kapitelnamn(versioner):
    """Return headings by chapter id, of what is there and what is gone.

    `versioner` is a plan's `senaste`.
    """
    return {
        pk: v.innehall["rubrik"]
        for (slag, pk), v in versioner.items()
        if slag == Slag.AVSNITT
    }


def _varden(plan, versioner):
    """Return what `i_ord` needs to name what a content has by its id."""
    return {
        "kapitel": kapitelnamn(versioner),
        "roller": rollnamn(plan.namnd_id),
        "iakttagelser": iakttagelsenamn(plan),
    }


def jamfor_versioner(fore, efter):
    """Return the fields that differ between two versions (`Version`) of a thing."""
    plan = efter.andring.plan
    varden = _varden(plan, senaste(plan))
    return jamfor_falt(i_ord(fore.innehall, **varden), i_ord(efter.innehall, **varden))


def andringens_ting(andring):
    """Return what a deed did: [Tingjamforelse], an Omordning or None, and how many
    things more it touched than are shown."""
    plan = andring.plan
    egna = {(v.slag, v.objekt_id): v for v in andring.versioner.order_by("pk")}
    forst = min((v.pk for v in egna.values()), default=0)
    fore = senaste(plan, fore=forst, objekt=egna)
    nu = senaste(plan)
    varden = _varden(plan, nu)
    ordningen = egna.pop((Slag.ORDNING, plan.pk), None)
    omordning = None
    if andring.handling == Andring.Handling.FLYTTAD and ordningen:
        omordning = _omordning(fore.get((Slag.ORDNING, plan.pk)), ordningen, nu)
    ting = [
        _ting(fore.get(nyckel), egen, varden)
        for nyckel, egen in list(egna.items())[:HOGST_I_EN_ANDRING]
    ]
    return ting, omordning, max(0, len(egna) - HOGST_I_EN_ANDRING)


def _ting(fore, egen, varden):
    gammalt = fore.innehall if fore and not fore.borttagen else None
    nytt = None if egen.borttagen else egen.innehall
    if egen.borttagen:  # as it last was, whatever its row was called before that
        gammalt = egen.innehall
    return ting(egen.slag, gammalt, nytt, varden, version=egen)


def ting(slag, fore, efter, varden, **mer):
    """Return one thing's `Tingjamforelse`; None on either side is «not there»."""
    return Tingjamforelse(
        "andrat" if fore and efter else "nytt" if efter else "borta",
        slag,
        namn_ur(slag, efter or fore),
        jamfor_falt(
            i_ord(fore, **varden) if fore else {},
            i_ord(efter, **varden) if efter else {},
        ),
        **mer,
    )


def vagens_ting(plan, vag):
    """Return what a `Tillbaka` would do, as [Tingjamforelse]."""
    varden = _varden(plan, senaste(plan))
    return [
        ting(ett.slag, ett.nu, ett.sedan, varden, senare=ett.senare) for ett in vag.steg
    ]


def _omordning(fore, efter, nu):
    if fore is None:
        return None
    for slag, vad in zip(SLAG, (Slag.AVSNITT, Slag.AKTIVITET), strict=True):
        bytta = flyttade(fore.innehall[slag], efter.innehall[slag])
        gamla, nya = syskon(fore.innehall[slag]), syskon(efter.innehall[slag])
        for over, rad in nya.items():
            if bytta & set(rad):
                return Omordning(
                    tuple(_namnen(gamla.get(over, ()), vad, nu)),
                    tuple(_namnen(rad, vad, nu)),
                )
    return None


def _namnen(pk, slag, nu):
    return (namn_ur(slag, nu[slag, ett].innehall) for ett in pk if (slag, ett) in nu)
