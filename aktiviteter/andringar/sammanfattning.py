"""The board's one page: what is new, ended and changed, what was found, what to decide.

It is one page however much has changed: lists are cut, and say how many are left out.
"""

from dataclasses import dataclass

from django.utils.formats import date_format

from aktiviteter.andringar.bilaga import valet
from aktiviteter.andringar.jamforelse import andringar
from aktiviteter.andringar.varden import ANDRAT
from aktiviteter.bilagor.bilaga import BORTA, NYTT
from aktiviteter.models import Beslut
from aktiviteter.planbild import planens_bild
from vbeplan.tema.for_mallar import ForMallar
from vbeplan.text.upprakning import uppraknat

FLEST = 8  # rows of a list
LANGST = 170  # letters of a row
IAKTTAGELSER = 3


@dataclass(frozen=True, slots=True)
class Lista(ForMallar):
    """A heading, its rows as (words, what is said of them), and how many are left."""

    rubrik: str
    rader: tuple[tuple[str, str], ...]
    fler: int = 0

    def kortad(self, antal):
        kvar = self.rader[:antal]
        return Lista(self.rubrik, kvar, self.fler + len(self.rader) - len(kvar))


@dataclass(frozen=True, slots=True)
class Sammanfattning(ForMallar):
    """All that the page says. `siffror` are (how many, of what)."""

    kommun_namnd: str
    titel: str
    rubrik: str
    ingress: str
    siffror: tuple[tuple[int, str], ...]
    listor: tuple[Lista, ...]
    forslag_rubrik: str
    forslag: tuple[str, ...]
    farg: str = ""

    def kortad(self, antal):
        """Return it with at most so many rows in each list; 0 leaves only how many."""
        listor = tuple(lista.kortad(antal) for lista in self.listor)
        return Sammanfattning(
            self.kommun_namnd,
            self.titel,
            self.rubrik,
            self.ingress,
            self.siffror,
            listor,
            self.forslag_rubrik,
            self.forslag,
            self.farg,
        )


def sammanfattning(plan, a=...):
    """Return a plan's `Sammanfattning`, its lists whole; the page cuts them.

    `a`: its `andringar`, when they have been read.
    """
    a = andringar(plan) if a is ... else a
    rubrik, forslag = forslaget(plan)
    return Sammanfattning(
        kommun_namnd=plan.namnd.namn,
        titel=plan.titel_med_ar,
        rubrik="Sammanfattning för nämnden",
        ingress=_ingress(plan, a),
        siffror=_siffror(plan, a),
        listor=(*_andringslistor(a), *_iakttagelser(plan)),
        forslag_rubrik=rubrik,
        forslag=forslag,
        farg=plan.namnd.farg,
    )


def _ingress(plan, a):
    om = f" {a.oforandrade} aktiviteter är oförändrade." if a and a.oforandrade else ""
    mot = f"Det här har ändrats sedan {a.mot}.{om}" if a else "Nämndens första plan."
    if plan.sammantrade and plan.ar_oppen:
        dag = date_format(plan.sammantrade, "j F Y")
        return f"Till sammanträdet {dag}. {mot}"
    return mot


def _siffror(plan, a):
    if a is None:
        return (
            (plan.avsnitt.filter(overordnat=None).count(), "kapitel"),
            (plan.aktiviteter.count(), "aktiviteter"),
        )
    return (
        _antal(a.nya, "ny aktivitet", "nya aktiviteter"),
        _antal(a.andrade, "ändrad", "ändrade"),
        _antal(a.upphorda, "upphörd", "upphörda"),
        _antal(a.kapitel, "ändrat kapitel", "ändrade kapitel"),
    )


def _antal(rader, en, flera):
    return len(rader), en if len(rader) == 1 else flera


def _andringslistor(a):
    if a is None:
        return ()
    listor = (
        Lista("Nytt", tuple((_namn(r), kort(r.ansvarig)) for r in a.nya)),
        Lista(
            "Upphör",
            tuple((_namn(r), kort(f"{valet(r)}{r.skal}".strip())) for r in a.upphorda),
        ),
        Lista("Ändras", tuple((_namn(r), kort(_vad(r))) for r in a.andrade)),
        Lista("Kapitel", tuple(_kapitel(a.kapitel))),
    )
    return tuple(lista for lista in listor if lista.rader)


def _namn(rad):
    return kort(f"{rad.nummer}. {rad.titel}")


def _vad(rad):
    """Return why an activity was changed, else which of its facts were."""
    if rad.skal:
        return rad.skal
    falt = [par.etikett.lower().replace("måltal", "mål") for par in rad.falt]
    vad = uppraknat(dict.fromkeys([*falt, *(["kapitel"] if rad.fran else [])]))
    return f"ändrat i {vad}"


def _kapitel(kapitel):
    """Yield (kind, the chapters of it) in as many rows as there are kinds."""
    for ord_, slag in (("Nya", NYTT), ("Utgår", BORTA), ("Ändras", ANDRAT)):
        if namn := [k.namn for k in kapitel if k.slag == slag]:
            yield ord_, kort(", ".join(namn))


def _iakttagelser(plan):
    """Return the first findings of the picture: those with a need before the others."""
    last = planens_bild(plan, med_utkast=True)
    alla = sorted(
        last.innehall.iakttagelser if last else (), key=lambda rad: not rad.har_behov
    )
    rader = tuple(
        (kort(rad.rubrik), kort(rad.stallningstagande or rad.behov_ord))
        for rad in alla[:IAKTTAGELSER]
    )
    return (Lista("Ur lägesbilden", rader),) if rader else ()


def forslaget(plan):
    """Return (heading, lines): what the board is asked to decide, or has decided."""
    if plan.ar_beslutad:
        galler = plan.besluten.gallande().exclude(utfall=Beslut.Utfall.STRUKET)
        fattade = tuple(_beslutet(b) for b in galler.order_by("dag", "pk"))
        return "Beslut", fattade or ("Planen är beslutad.",)
    forslag = [f"anta {plan.titel_med_ar}"]
    if plan.namnd.ks_godkanner:
        forslag.append("överlämna planen till kommunstyrelsen för godkännande")
    return f"{plan.namnd.beslutande_organ} föreslås besluta att", tuple(forslag)


def _beslutet(beslut):
    dag = date_format(beslut.dag, "j F Y")
    vilket = ", ".join(filter(None, [f"{beslut.organ} {dag}", beslut.paragraf]))
    return f"{vilket}: {beslut.get_utfall_display().lower()}"


def kort(text):
    """Return words as one line, cut at a word when they are too many."""
    text = " ".join(text.split())
    if len(text) <= LANGST:
        return text
    return f"{text[:LANGST].rsplit(' ', 1)[0].rstrip('.,;:')} …"
