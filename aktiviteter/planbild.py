"""Read: what the plan's chapter «Lokal lägesbild» shows of the board's picture.

The picture knows nothing of the plan: this is where they meet.
"""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from aktiviteter.behovssvar import svar_i_ord
from lagesbild.bildnyckel import fryst_innehall, sparat_innehall
from lagesbild.iakttagelser import Iakttagelserad, med_svar
from lagesbild.innehall import BildInnehall
from lagesbild.kalltabell import Kalltabell
from lagesbild.kapitel import lagesbildskapitlet
from lagesbild.models import Bilddel, Frysning, Lagesbild
from lagesbild.som_json import avtryck
from vbeplan.tema.for_mallar import ForMallar


@dataclass(frozen=True, eq=False, slots=True)
class Planbild(ForMallar):
    """A part of the picture, drawn after a chapter's text; equal by its fingerprint.

    Empty is what the part doesn't hold. `utkast`: it isn't published yet.
    """

    avtryck: str
    ar: int
    kort: str
    utkast: bool = False
    kallor: Kalltabell | None = None
    innehall: BildInnehall | None = None
    iakttagelser: tuple[Iakttagelserad, ...] = ()

    def __eq__(self, other):
        return isinstance(other, Planbild) and self.avtryck == other.avtryck

    def __hash__(self):
        return hash(self.avtryck)

    @property
    def diagram(self):
        return self.innehall.diagram if self.innehall else ()


@dataclass(frozen=True, slots=True)
class Bildlaset:
    """The picture of a plan's year: its content, fingerprint, and if published."""

    bild: Lagesbild
    innehall: BildInnehall
    avtryck: str
    utkast: bool


def planens_bild(plan, *, med_utkast=False):
    """Return the `Bildlaset` that a plan shows, or None; one query when nothing is new.

    That of the plan's own year: as it was last published, else, `med_utkast`, as it
    is now. A draft is its board's alone, also when the plan itself is shared.
    """
    sist = Frysning.objects.filter(lagesbild=OuterRef("pk")).order_by("-nummer")
    bild = (
        Lagesbild.objects.filter(namnd=plan.namnd_id, ar=plan.ar, i_planen=True)
        .annotate(
            fryst=Subquery(sist.values("pk")[:1]),
            sigill=Subquery(sist.values("sha256")[:1]),
        )
        .first()
    )
    if bild is None:
        return None
    bild.namnd = plan.namnd
    if bild.fryst:
        return Bildlaset(
            bild, fryst_innehall(bild.fryst, bild.sigill), bild.sigill, False
        )
    if not med_utkast:
        return None
    return Bildlaset(bild, *sparat_innehall(bild), utkast=True)


def planens_bilder(plan, avsnitten, *, med_utkast=False):
    """Return {place: `Planbild`} of a plan's chapters in reading order.

    Sources and figures stand with Kartläggning, findings with Ställningstagande. Asks
    nothing of the database when no chapter is about the picture. `med_utkast`: see
    `planens_bild`.
    """
    kapitel = lagesbildskapitlet([(a.rubrik, a.niva) for a in avsnitten])
    last = kapitel and planens_bild(plan, med_utkast=med_utkast)
    if not last:
        return {}
    innehall = last.innehall
    rader = innehall.iakttagelser
    rader = med_svar(rader, svar_i_ord(plan)) if rader else ()
    ut = {}
    for bilddel, falt in (
        (Bilddel.KARTLAGGNING, {"kallor": innehall.kallor, "innehall": innehall}),
        (Bilddel.STALLNINGSTAGANDE, {"iakttagelser": rader}),
    ):
        ut.setdefault(kapitel.for_del(bilddel), {}).update(falt)
    return {plats: _del(last, falt) for plats, falt in ut.items() if any(falt.values())}


def _del(last, falt):
    svar = [[rad.pk, rad.svar] for rad in falt.get("iakttagelser", ())]
    nyckel = avtryck([last.avtryck, last.utkast, sorted(falt), svar])
    return Planbild(nyckel, last.bild.ar, last.bild.namnd.kort, last.utkast, **falt)
