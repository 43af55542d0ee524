"""Reads: a plan as its page, its paper and its exchange file show it. No request."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from aktiviteter import granskning
from aktiviteter.bilagor import Bilaga
from aktiviteter.granskning import Brist, brister
from aktiviteter.granskningsunderlag import granskningsunderlag
from aktiviteter.models import Aktivitet, Ansvar, Handlingsplan
from aktiviteter.models.handlingsplan import med_ar
from aktiviteter.planbild import Planbild, planens_bilder
from aktiviteter.tidsprak import Tidtyp
from blanketter.rutin.flode import Flode
from blanketter.rutin.kapitel import planens_flode, rutinkapitlet
from vbeplan.organisation.models import Kommun, Namnd
from vbeplan.tema.for_mallar import ForMallar

NIVAER = dict(Aktivitet.Niva.choices)
STRATEGIOMRADEN = dict(Aktivitet.Strategiomrade.choices)


@dataclass(frozen=True, slots=True)
class AktivitetRad(ForMallar):
    """One row of an activity table, in words."""

    pk: int
    nummer: int
    titel: str
    beskrivning: str
    insatsomrade: str
    malgrupp: str
    niva: str
    strategiomrade: str
    mal: str
    ansvarig: str
    tidplan: str
    uppfoljning: str
    ankare: str
    brister: tuple[Brist, ...] = ()
    lopande: bool = False
    egna: tuple[str, ...] = ()  # the roles that answer for it
    roller: tuple[str, ...] = ()  # and those that are consulted
    oandrad: int | None = None  # the year of its words, when older than the plan

    @property
    def fakta(self):
        """What is filled in beside the table's columns, as (label, words)."""
        rader = (
            ("Mål", self.mal),
            ("Insatsområde", self.insatsomrade),
            ("Målgrupp" if self.malgrupp else "Inriktning", self._malgrupp()),
        )
        return [(etikett, varde) for etikett, varde in rader if varde]

    def _malgrupp(self):
        """Target group, level and the national strategy's area, in one line."""
        niva = f"{self.niva.lower()} nivå" if self.niva else ""
        delar = (self.malgrupp, niva, self.strategiomrade.lower())
        text = " · ".join(filter(None, delar))
        return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class AvsnittInnehall(ForMallar):
    """A chapter ("4") or a section of one ("4.1") with its rich text and rows."""

    pk: int
    nummer: str
    niva: int
    rubrik: str
    text: str
    ankare: str
    aktiviteter: tuple[AktivitetRad, ...]
    flode: Flode | None = None  # the routine's chart, drawn after the text
    bild: Planbild | None = None  # and the picture's figures and tables
    intern: bool = False  # left out of what anybody may read
    oandrad: int | None = None  # the year of its text, when older than the plan

    @property
    def tabelltitel(self):
        """Caption of the activity table: how many, and of what chapter.

        Not their numbers: those follow the activities over the years and have gaps.
        """
        antal = len(self.aktiviteter)
        enhet = "aktivitet" if antal == 1 else "aktiviteter"
        return f"{self.nummer} {self.rubrik}: {antal} {enhet}"


@dataclass(frozen=True, slots=True)
class PlanInnehall(ForMallar):
    """Everything that a plan's page and paper show, read once."""

    kommun: str
    namnd: str
    ar: int
    titel: str
    dnr: str
    datum: date | None
    farg: str
    logotyp: str
    status: str
    dokument: tuple[tuple[str, str], ...]
    avsnitt: tuple[AvsnittInnehall, ...]
    bilagor: tuple[Bilaga, ...] = ()

    @property
    def titel_med_ar(self):
        return med_ar(self.titel, self.ar)


def plan_innehall(plan, *, med_utkast=False):
    """Return a plan (with `namnd` loaded) as `PlanInnehall`; six queries, any size.

    Three more when a chapter is about the routine, which has its own words; two when
    one is about the local picture and there is one. A picture that isn't published is
    shown only `med_utkast` (see `Handlingsplan.visar_utkast_for`).
    """
    rader = {}
    for aktivitet in _aktiviteter(plan):
        rader.setdefault(aktivitet.avsnitt_id, []).append(_rad(aktivitet, plan))
    avsnitten = plan.avsnitt.i_lasordning()
    rutinens = rutinkapitlet(a.rubrik for a in avsnitten)
    floden = {} if rutinens is None else {rutinens: planens_flode(plan.namnd)}
    bilder = planens_bilder(plan, avsnitten, med_utkast=med_utkast)
    return PlanInnehall(
        kommun=Kommun.den().namn,
        namnd=plan.namnd.namn,
        ar=plan.ar,
        titel=plan.titel,
        dnr=plan.dnr,
        datum=plan.datum,
        farg=plan.namnd.farg,
        logotyp="",  # rapport.innehall adds it to the paper
        status="" if plan.datum else plan.lage,  # on paper the day says it
        dokument=tuple(_dokumentruta(plan)),
        avsnitt=tuple(
            AvsnittInnehall(
                a.pk,
                a.nummer,
                a.niva,
                a.rubrik,
                a.text,
                a.ankare,
                tuple(rader.get(a.pk, ())),
                floden.get(i),
                bilder.get(i),
                a.intern,
                _oandrad(a, plan) if a.text else None,
            )
            for i, a in enumerate(avsnitten)
        ),
    )


def stadens_lage():
    """Return each board that goes on with its newest plan or None, in Swedish order.

    Two queries.

    For the city's coordinator: which year and how far, never a word of a draft.
    """
    planer = {plan.namnd_id: plan for plan in Handlingsplan.objects.senaste()}
    namnder = Namnd.objects.verksamma().i_ordning()
    rader = [(namnd, planer.get(namnd.pk)) for namnd in namnder]
    for namnd, plan in rader:
        if plan:
            plan.namnd = namnd
    return rader


def _aktiviteter(plan):
    return plan.aktiviteter.order_by("ordning", "pk").med_ansvar()


def _rad(a, plan):
    return AktivitetRad(
        pk=a.pk,
        nummer=a.nummer,
        titel=a.titel,
        beskrivning=a.beskrivning,
        insatsomrade=a.insatsomrade,
        malgrupp=a.malgrupp,
        niva=NIVAER.get(a.niva, ""),
        strategiomrade=STRATEGIOMRADEN.get(a.strategiomrade, ""),
        mal=_mal(a),
        ansvarig=Ansvar.som_ord(a.ansvariga),
        # «Se ovan» is printed as what it points at: rows may have changed places.
        tidplan=a.tidplan.hanvisning or a.tidplan.text,
        uppfoljning=a.uppfoljning.hanvisning or a.uppfoljning.text,
        ankare=a.ankare,
        brister=brister(a, plan),
        lopande=a.tidplan.typ == Tidtyp.LOPANDE,
        egna=tuple(x.roll for x in a.ansvariga if x.art != Ansvar.Art.I_SAMRAD_MED),
        roller=tuple(x.roll for x in a.ansvariga),
        oandrad=_oandrad(a, plan),
    )


def _oandrad(rad, plan):
    return rad.text_ar if rad.text_ar and rad.text_ar < plan.ar else None


def _mal(a):
    """Return the goal in words, with its number where the words don't carry it."""
    if a.maltal is None:
        return a.mal
    tal = f"{a.maltal.normalize():f}".replace(".", ",")
    malet = f"{tal} {a.malenhet}".strip()
    if not a.mal:
        return malet
    return a.mal if tal in a.mal else f"{a.mal} ({malet})"


def granskningen(plan, innehall, idag=None):
    """Return what the margin shows of a plan as `granskning.Samling`; two queries.

    `innehall` is the plan's `PlanInnehall`. What an import noted stands beside what is
    read from the plan; what somebody has put away is listed by itself.
    """
    idag = idag or timezone.localdate()
    kort, last = plan.namnd.kort, granskningsunderlag(plan)
    brister = [
        *granskning.granska(innehall, kort, idag),
        *granskning.granska_behov(last.behov, innehall, kort),
        *granskning.granska_bild(last.inlagda, innehall, kort),
        *(a.som_brist() for a in last.anmarkningar),
    ]
    return granskning.samla(brister, plan.avfardade.select_related("av"))


def _dokumentruta(plan):
    rader = [
        ("Nämnd", plan.namnd.namn),
        ("Diarienummer", plan.dnr),
        ("Datum", _dag(plan.datum)),
        ("Gäller till", _dag(plan.giltig_till)),
        ("Dokumenttyp", plan.dokumenttyp),
        ("Dokumentägare", plan.dokumentagare),
        ("Mål i budgeten", plan.budgetmal),
        ("Nästa revidering", plan.nasta_revidering),
    ]
    return ((etikett, varde) for etikett, varde in rader if varde)


def _dag(dag):
    return dag.isoformat() if dag else ""
