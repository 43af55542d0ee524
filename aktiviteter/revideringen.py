"""Reads: last year's activities, what came of them, and what this year's plan decides.

No request. What others print is in words; what a decision contradicts is told.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from aktiviteter.models import Aktivitet, Handlingsplan, Revidering
from aktiviteter.models.ansvar import Ansvar
from aktiviteter.tidsprak.arsskifte import relativt
from aktiviteter.uppfoljning.resultat import rapporterade, som_resultat
from vbeplan.text.svenska import normalisera
from vbeplan.text.upprakning import uppraknat

Val = Revidering.Val
BORTTAGEN = (
    "Aktiviteten står inte i planen. Välj Slutförd eller Avsluta och skriv "
    "varför, eller Behåll eller Ändra så kommer den tillbaka."
)
STAR_KVAR = (
    "Någon har hämtat tillbaka aktiviteten, så den står i planen. Välj Behåll eller "
    "Ändra, eller Slutförd eller Avsluta så lämnar den planen igen."
)
ANDRAD = "Aktiviteten är ändrad i planen. Välj Ändra och skriv vad som är nytt."


@dataclass(frozen=True, slots=True)
class Revideringsrad:
    """One activity of an earlier plan and its decision, in words.

    `titel` and what follows are the earlier plan's, `forra`. `fanns` says where it
    comes from when its number is new or its board another, `lage` how it stood when
    it was last followed up (a code of `Uppfoljning.Status`, or ""), `motsagt` what in
    the plan speaks against the decision; `stoppar` when that has to be mended first.
    """

    pk: int
    nummer: int
    titel: str
    val: str
    skal: str
    resultat: str
    lage: str
    ansvarig: str
    tidplan: str
    mal: str
    forra: str  # the earlier plan: its board and year
    fanns: str
    samma: str  # those with its title that came from another plan: «4 och 9»
    motsagt: str
    stoppar: bool
    version: int
    i_planen: int | None  # the id of its row in this year's plan

    @property
    def ar_beslutad(self):
        return bool(self.val) and not self.stoppar


def revideringslaget(plan):
    """Return (how many wait, all): undecided, or decided otherwise than the plan is.

    Two queries.
    """
    finns = set(plan.aktiviteter.order_by().values_list("nummer", flat=True))
    return laget_av(list(plan.revideringar.values_list("val", "nummer")), finns)


def laget_av(rader, finns):
    """Return the same of (decision, number) of each and the numbers in the plan."""
    kvar = sum(_vantar(val, nummer in finns) for val, nummer in rader)
    return kvar, len(rader)


def att_ta_upp(plan, user=None):
    """Return the earlier plans that this one can still be revised against, by name.

    Its own board's nearest, and the last of each board that has become this one and
    that `user` coordinates too. None when it is locked or has no chapter, nor any
    without activities or whose board is in its revision already. Two questions.
    """
    if not plan.ar_oppen:
        return []
    med = plan.revideringar.filter(forlaga__plan__namnd=OuterRef("namnd"))
    planer = Handlingsplan.objects.filter(ar__lte=plan.ar).exclude(pk=plan.pk)
    planer = planer.filter(Exists(plan.avsnitt.all())).exclude(Exists(med))
    egna = planer.filter(namnd=plan.namnd_id, ar__lt=plan.ar)
    if user is not None:
        gamla = plan.namnd.var() - {plan.namnd}
        egna = egna | planer.filter(namnd__in=gamla).samordnade(user)
    sista = {}
    rader = Exists(Aktivitet.objects.filter(plan=OuterRef("pk")))
    for en in egna.annotate(har_rader=rader).select_related("namnd").order_by("ar"):
        sista[en.namnd_id] = en
    ordning = sorted(sista.values(), key=lambda en: en.namnd_id != plan.namnd_id)
    return [en for en in ordning if en.har_rader]


def lediga(plan):
    """Return [(number, title)] of the activities that no earlier one has become."""
    tagna = plan.revideringar.order_by().values("nummer")
    rader = plan.aktiviteter.exclude(nummer__in=tagna).order_by("nummer")
    return list(rader.values_list("nummer", "titel"))


def forra_i_ord(plan, forra):
    """Return an earlier plan as «2026», with its board's name when it is another."""
    annan = forra.namnd_id != plan.namnd_id
    return f"{forra.namnd} {forra.ar}" if annan else str(forra.ar)


def _vantar(val, finns):
    return not val or motsager(val, finns)


def motsager(val, finns):
    """Tell whether a decision says otherwise than the plan: `finns`, it is there."""
    return finns != (val in (Val.BEHALL, Val.ANDRA))


def revideringsrader(plan):
    """Return a `Revideringsrad` for each activity of the earlier plans, by number.

    Six queries at most, however many they are.
    """
    rader = plan.revideringar.select_related("forlaga__plan__namnd").order_by("nummer")
    rader = list(rader)
    forlagor = [rad.forlaga for rad in rader]
    _bar_ansvar(forlagor)
    nya = {a.nummer: a for a in plan.aktiviteter.med_ansvar()} if rader else {}
    resultat, samma = _resultat(forlagor), _samma_i_bada(rader)
    return tuple(
        _rad(plan, rad, nya.get(rad.nummer), resultat.get(rad.forlaga_id), samma)
        for rad in rader
    )


def fast_de_skulle_behallas(plan):
    """Return the numbers, as words, of what is kept as it was and yet is changed."""
    return [str(rad.nummer) for rad in revideringsrader(plan) if rad.motsagt == ANDRAD]


def _samma_i_bada(rader):
    """Return {row's id: [numbers]} of those with the same title in another plan."""
    lika = {}
    for rad in rader:
        lika.setdefault(normalisera(rad.forlaga.titel), []).append(rad)
    return {
        en.pk: [str(a.nummer) for a in grupp if a.forlaga.plan_id != en.forlaga.plan_id]
        for grupp in lika.values()
        for en in grupp
    }


def _rad(plan, rad, ny, resultat, samma):
    gammal = rad.forlaga
    motsagt = _motsagt(rad, ny)
    return Revideringsrad(
        pk=rad.pk,
        nummer=rad.nummer,
        titel=gammal.titel,
        val=rad.get_val_display() if rad.val else "",
        skal=rad.skal,
        resultat=_i_ord(resultat) if resultat else "",
        lage=resultat.lage if resultat else "",
        ansvarig=Ansvar.som_ord(gammal.ansvariga),
        tidplan=_tid(gammal.tidplan),
        mal=gammal.mal,
        forra=f"{gammal.plan.namnd} {gammal.plan.ar}",
        fanns=_fanns(plan, rad),
        samma=uppraknat(samma[rad.pk]) if samma[rad.pk] else "",
        motsagt=motsagt,
        stoppar=bool(motsagt) and motsagt != ANDRAD,
        version=rad.version,
        i_planen=ny.pk if ny else None,
    )


def _motsagt(rad, ny):
    if rad.val in (Val.SLUTFORD, Val.AVSLUTA):
        return STAR_KVAR if ny else ""
    if ny is None:
        return BORTTAGEN
    if rad.val == Val.BEHALL and ar_andrad(rad.forlaga, ny):
        return ANDRAD
    return ""


def _fanns(plan, rad):
    """Tell whose it was when that says something: another board, another number."""
    forra = rad.forlaga.plan
    nummer = rad.forlaga.nummer
    vems = f"{forra.namnd} {forra.ar}"
    if nummer != rad.nummer:
        return f"Hade nummer {nummer} i planen för {vems}"
    return f"Ur planen för {vems}" if forra.namnd_id != plan.namnd_id else ""


def ar_andrad(gammal, ny):
    """Tell whether this year's row says something else than last year's.

    Times that have moved on with the year say the same, and so do those left as they
    stood.
    """
    tider = zip(_tider(gammal), _tider(ny), strict=True)
    samma_tid = all(
        a == b or relativt(a, gammal.plan.ar) == relativt(b, ny.plan.ar)
        for a, b in tider
    )
    return not samma_tid or _ord(gammal) != _ord(ny)


def _ord(a):
    falt = ("titel", "beskrivning", "insatsomrade", "malgrupp", "niva")
    falt += ("strategiomrade", "mal", "maltal", "malenhet")
    roller = sorted((normalisera(x.roll), x.art) for x in a.ansvariga)
    return [*(getattr(a, f) for f in falt), roller]


def _tider(a):
    return [_tid(a.tidplan), _tid(a.uppfoljning)]


def _tid(tid):
    return tid.hanvisning or tid.text


def _bar_ansvar(aktiviteter):
    med = Aktivitet.objects.filter(pk__in=[a.pk for a in aktiviteter]).only("pk")
    ansvar = {a.pk: a.ansvariga for a in med.order_by().med_ansvar()}
    for aktivitet in aktiviteter:
        aktivitet.ansvariga = ansvar[aktivitet.pk]


def _resultat(aktiviteter):
    """Return {activity's id: Resultat}, the latest of each; one query."""
    rader = rapporterade().filter(aktivitet__in=aktiviteter)
    return {rad.aktivitet_id: som_resultat(rad) for rad in rader}


def _i_ord(resultat):
    return f"{resultat.i_ord} ({resultat.tillfalle})"
