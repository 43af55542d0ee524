"""Begins the revision of a plan that came by another way, out of Word for instance."""

from django.db import transaction

from aktiviteter.handlingar.ta_bort import ta_bort_rader
from aktiviteter.historia.las import borttagna
from aktiviteter.historia.skriv import (
    Handling,
    las_planen,
    ny_andring,
    skriv_versioner,
)
from aktiviteter.historia.tillbaka import Slag
from aktiviteter.models import Aktivitet, Ansvar, Revidering
from vbeplan.organisation.models import Roll
from vbeplan.text.svenska import normalisera

EGNA = {"id", "plan", "avsnitt", "version", "andrad", "andrad_av", "ordning"}


@transaction.atomic
def ta_upp_revidering(plan, forlaga, *, av):
    """Let each activity of an earlier plan wait for its decision.

    An activity of the board goes on under its number, one of a board that has become
    this one under that of the activity with its title. One that is not in the plan is
    put among what is removed from it, so that it can be kept after all. Nothing happens
    when it has been done already, or the plan has no chapter.
    """
    las_planen(plan)
    gamla = (
        forlaga.aktiviteter.select_related("avsnitt").order_by("nummer").med_ansvar()
    )
    redan = plan.revideringar.filter(forlaga__plan=forlaga).exists()
    if redan or not (gamla and plan.avsnitt.exists()):
        return
    andring = ny_andring(
        Handling.INTAGEN, plan, f"revideringen av planen för {forlaga.ar}", av=av
    )
    finns = set(plan.aktiviteter.values_list("nummer", flat=True))
    finns |= {
        version.innehall["nummer"]
        for version in borttagna(plan)
        if version.slag == Slag.AKTIVITET
    }
    nummer = _nummer(plan, forlaga, gamla)
    _lagg_bland_borttagna(
        andring, [(a, nummer[a.pk]) for a in gamla if nummer[a.pk] not in finns]
    )
    rader = Revidering.objects.bulk_create(
        Revidering(plan=plan, forlaga=a, nummer=nummer[a.pk], andrad_av=av)
        for a in gamla
    )
    skriv_versioner(andring, rader)


def _nummer(plan, forlaga, gamla):
    """Return {earlier activity's id: its number in the plan}.

    None takes one that another earlier plan's activity has: it gets a new one.
    """
    tagna = set(plan.revideringar.values_list("nummer", flat=True))
    rader = plan.aktiviteter.order_by("-nummer").values_list("titel", "nummer")
    lika = {normalisera(titel): nummer for titel, nummer in rader}
    nasta = max([Aktivitet.objects.storsta_nummer(plan.namnd_id), *tagna]) + 1
    egen, ut = forlaga.namnd_id == plan.namnd_id, {}
    for a in gamla:
        nummer = a.nummer if egen else lika.get(normalisera(a.titel))
        if nummer is None or nummer in tagna:
            nummer, nasta = nasta, nasta + 1
        tagna.add(nummer)
        ut[a.pk] = nummer
    return ut


def _lagg_bland_borttagna(andring, gamla):
    """Put rows, [(earlier one, its number)], into the plan and take them out again: the
    history then has them."""
    plan = andring.plan
    kapitel = {normalisera(a.rubrik): a for a in plan.avsnitt.all()}
    forsta = plan.avsnitt.i_lasordning()[0]
    nya = [
        _kopia(a, nr, plan, kapitel.get(normalisera(a.avsnitt.rubrik), forsta))
        for a, nr in gamla
    ]
    # Another board's roles are this one's of the same name.
    namn = [x.roll for a, _ in gamla for x in a.ansvariga]
    roller = Roll.objects.med_namnen(plan.namnd, namn)
    Aktivitet.objects.bulk_create(nya)
    Ansvar.objects.bulk_create(
        Ansvar(aktivitet=ny, roll=roller[normalisera(x.roll)], art=x.art, ordning=i)
        for ny, (gammal, _) in zip(nya, gamla, strict=True)
        for i, x in enumerate(gammal.ansvariga)
    )
    if nya:
        ta_bort_rader(andring, aktiviteter=nya)
        skriv_versioner(andring, ordning=True)


def _kopia(gammal, nummer, plan, kapitel):
    """Return a row in this plan with the words of last year's, its times read anew."""
    falt = {f.name for f in Aktivitet._meta.concrete_fields} - EGNA - {"avstamning"}
    ny = Aktivitet(plan=plan, avsnitt=kapitel, **{f: getattr(gammal, f) for f in falt})
    ny.nummer = nummer
    ny.text_ar = gammal.text_ar or gammal.plan.ar
    tider = (gammal.tidplan, gammal.uppfoljning)
    ny.tolka_tider(*(tid.hanvisning or tid.text for tid in tider))
    return ny
