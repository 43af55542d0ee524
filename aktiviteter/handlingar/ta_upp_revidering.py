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
from vbeplan.text.svenska import normalisera

EGNA = {"id", "plan", "avsnitt", "version", "andrad", "andrad_av", "ordning"}


@transaction.atomic
def ta_upp_revidering(plan, forlaga, *, av):
    """Let each activity of an earlier plan of the board wait for its decision.

    An activity goes on under its number. One that is not in the plan is put among what
    is removed from it, so that it can be kept after all. Nothing happens when it has
    been done already, or the plan has no chapter.
    """
    las_planen(plan)
    gamla = (
        forlaga.aktiviteter.select_related("avsnitt").order_by("nummer").med_ansvar()
    )
    if plan.revideringar.exists() or not (gamla and plan.avsnitt.exists()):
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
    _lagg_bland_borttagna(andring, [a for a in gamla if a.nummer not in finns])
    rader = Revidering.objects.bulk_create(
        Revidering(plan=plan, forlaga=a, nummer=a.nummer, andrad_av=av) for a in gamla
    )
    skriv_versioner(andring, rader)


def _lagg_bland_borttagna(andring, gamla):
    """Put rows into the plan, and take them out again: the history then has them."""
    plan = andring.plan
    kapitel = {normalisera(a.rubrik): a for a in plan.avsnitt.all()}
    forsta = plan.avsnitt.i_lasordning()[0]
    nya = [
        _kopia(a, plan, kapitel.get(normalisera(a.avsnitt.rubrik), forsta))
        for a in gamla
    ]
    Aktivitet.objects.bulk_create(nya)
    Ansvar.objects.bulk_create(
        Ansvar(aktivitet=ny, roll_id=x.roll_pk, art=x.art, ordning=i)
        for ny, gammal in zip(nya, gamla, strict=True)
        for i, x in enumerate(gammal.ansvariga)
    )
    if nya:
        ta_bort_rader(andring, aktiviteter=nya)
        skriv_versioner(andring, ordning=True)


def _kopia(gammal, plan, kapitel):
    """Return a row in this plan with the words of last year's, its times read anew."""
    falt = {f.name for f in Aktivitet._meta.concrete_fields} - EGNA - {"avstamning"}
    ny = Aktivitet(plan=plan, avsnitt=kapitel, **{f: getattr(gammal, f) for f in falt})
    ny.text_ar = gammal.text_ar or gammal.plan.ar
    tider = (gammal.tidplan, gammal.uppfoljning)
    ny.tolka_tider(*(tid.hanvisning or tid.text for tid in tider))
    return ny
