"""Read: a board's roles as a register. Who holds them, and how much hangs on each."""

from dataclasses import dataclass
from itertools import combinations

from django.db.models import Count, Q

from aktiviteter.handlingar import ansvariga_efter
from aktiviteter.models import Aktivitet, Ansvar, Handlingsplan
from aktiviteter.models.ansvar import Ansvarig
from vbeplan.organisation.models import Innehav, Roll
from vbeplan.organisation.models.roll import Period
from vbeplan.organisation.rollnamn import ar_lika

TUNG_ANDEL = 0.5  # a role on more than half of the rows carries the plan alone
MINST_RADER = 4  # below it every share is large


@dataclass(frozen=True, slots=True)
class RegisterRad:
    """One role: its holders, and its part of the board's newest plan."""

    roll: Roll
    innehav: Innehav | None
    perioder: tuple[Period, ...]
    antal: int
    huvudansvarig: int
    av_rader: int
    anvands: bool
    lika: tuple[Roll, ...]

    @property
    def ar_vakant(self):
        return bool(self.perioder) and self.innehav is None

    @property
    def ar_tung(self):
        return self.av_rader >= MINST_RADER and self.antal > TUNG_ANDEL * self.av_rader


def rollregister(roller):
    """Return a queryset of roles as `RegisterRad`, in Swedish order; five queries.

    Counted in each board's newest plan: older ones say what was, not what is to do.
    """
    roller = list(
        roller.select_related("namnd").prefetch_related("innehav").i_ordning()
    )
    namnder = {roll.namnd_id for roll in roller}
    planer = Handlingsplan.objects.senaste().filter(namnd__in=namnder)
    planer = planer.annotate(rader=Count("aktiviteter"))
    rader_i = {plan.namnd_id: plan.rader for plan in planer}
    bordor = _bordor([plan.pk for plan in planer])
    i_bruk = set(
        Ansvar.objects.filter(roll__in=roller).values_list("roll", flat=True).distinct()
    )
    lika = _lika(roller)
    return [
        RegisterRad(
            roll=roll,
            innehav=roll.nuvarande_innehav(),
            perioder=tuple(roll.perioder()),
            antal=bordor.get(roll.pk, (0, 0))[0],
            huvudansvarig=bordor.get(roll.pk, (0, 0))[1],
            av_rader=rader_i.get(roll.namnd_id, 0),
            anvands=roll.pk in i_bruk,
            lika=tuple(lika.get(roll.pk, ())),
        )
        for roll in roller
    ]


def att_se_over(rader):
    """Return what the register says first: vacancies that matter, and too much on one.

    [(sentence, roles)] of what is worth a look; empty when all is well.
    """
    vakanta = [rad.roll for rad in rader if rad.ar_vakant and rad.antal]
    tunga = [rad.roll for rad in rader if rad.ar_tung]
    ord_ = [
        (_vakanta(len(vakanta)), vakanta),
        ("Står på mer än hälften av nämndens aktiviteter:", tunga),
    ]
    return [(mening, roller) for mening, roller in ord_ if roller]


def _vakanta(antal):
    if antal == 1:
        return "En vakant roll har aktiviteter i nämndens nyaste plan:"
    return f"{antal} vakanta roller har aktiviteter i nämndens nyaste plan:"


def _bordor(planer):
    """Return (rows, rows as main responsible) by role, in those plans; one query."""
    bordor = Ansvar.objects.filter(aktivitet__plan__in=planer).order_by()
    huvud = Count("pk", filter=Q(art=Ansvar.Art.HUVUDANSVARIG))
    bordor = bordor.values_list("roll").annotate(alla=Count("pk"), huvud=huvud)
    return {roll: (alla, huvud) for roll, alla, huvud in bordor}


def _lika(roller):
    """Return, by role, the board's other roles that look like the same one."""
    lika, per_namnd = {}, {}
    for roll in roller:
        per_namnd.setdefault(roll.namnd_id, []).append(roll)
    for namndens in per_namnd.values():
        for a, b in combinations(namndens, 2):
            if ar_lika(a.namn, b.namn):
                lika.setdefault(a.pk, []).append(b)
                lika.setdefault(b.pk, []).append(a)
    return lika


@dataclass(frozen=True, slots=True)
class Bytesrad:
    """An activity that gets another role: its roles in words, before and after."""

    aktivitet: Aktivitet
    fore: str
    efter: str


def byten(bort, kvar):
    """Return what a merge of two roles changes: [(plan, [Bytesrad])], newest first."""
    rader = Aktivitet.objects.filter(ansvar__roll=bort).select_related("plan__namnd")
    per_plan = {}
    for a in rader.order_by("-plan__ar", "nummer").med_ansvar():
        namn = {x.roll_pk: x.roll for x in a.ansvariga} | {kvar.pk: kvar.namn}
        fore = [(x.roll_pk, x.art) for x in a.ansvariga]
        efter = ansvariga_efter(fore, bort.pk, kvar.pk)
        ord_ = Ansvar.som_ord(Ansvarig(namn[pk], art, pk) for pk, art in efter)
        rad = Bytesrad(a, Ansvar.som_ord(a.ansvariga), ord_)
        per_plan.setdefault(a.plan, []).append(rad)
    return list(per_plan.items())
