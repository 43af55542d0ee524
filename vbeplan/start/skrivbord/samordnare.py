"""Read: what waits on a coordinator's desk about plans and roles."""

from django.urls import reverse

from lagesbild.models.bild import planens_ar
from vbeplan.organisation.models import Innehav, Namnd, Ratt
from vbeplan.start.skrivbord.post import ord_antal, post, samordnade
from vbeplan.text.svenska import ordningsnyckel


def samordnarens(user, egna, idag):
    """What is missing in the newest plans (`egna`, the newest first) and roles."""
    namnder = samordnade(user)
    if not namnder:
        return
    senaste = {}
    for plan in egna:
        senaste.setdefault(plan.namnd_id, plan)
    ur = _tar_over(namnder, senaste)
    for namnd in [n for n in namnder if not n.har_upphort(idag)]:
        plan = senaste.get(namnd.pk)
        if plan is None:
            yield _forsta_planen(namnd, ur.get(namnd.pk))
        elif plan.ar_oppen:
            yield from _planens(plan)
        elif plan.ar + namnd.revideras_vart <= planens_ar(idag):
            yield _nasta_planen(plan, plan.ar + namnd.revideras_vart)
    if vakanta := _vakanta(user, idag):
        yield post(
            ord_antal(len(vakanta), "roll är vakant", "roller är vakanta"),
            f"Ingen svarar just nu för {vakanta[0]}"
            + (" med flera." if len(vakanta) > 1 else "."),
            reverse("roller"),
            "Visa roller",
        )


def _tar_over(namnder, senaste):
    """Return {board: the last plans of those that have become it}; one query, none
    when none of hers ends."""
    slut = [n.pk for n in namnder if n.upphor and n.pk in senaste]
    par = Namnd.efterfoljare.through.objects.filter(from_namnd__in=slut)
    ut = {}
    for gammal, ny in par.values_list("from_namnd", "to_namnd") if slut else ():
        ut.setdefault(ny, []).append(senaste[gammal])
    return ut


def _forsta_planen(namnd, ur):
    """Return that a board has no plan: begin from `ur`, if there are any, or Word."""
    if ur:
        vilka = " och ".join(f"{plan.namnd} {plan.ar}" for plan in ur)
        return post(
            f"{namnd} har ingen plan än",
            f"Börja från den plan som nämnden tar över: {vilka}.",
            f"{reverse('plan_ny')}?namnd={namnd.kort}",
            "Börja på planen",
        )
    return post(
        f"{namnd} har ingen plan än",
        "Hämta in förra årets plan från Word, eller börja på en ny.",
        reverse("plan_importera"),
        "Hämta in",
    )


def _nasta_planen(plan, ar):
    """Return that it is time for the next one: the newest has left her hands."""
    return post(
        f"Börja på planen för {ar}",
        f"{plan.namnd}: texter och aktiviteter följer med från planen för {plan.ar}, "
        "med vad det blev av dem.",
        f"{reverse('plan_ny')}?ur={plan.pk}",
        "Börja på planen",
    )


def _planens(plan):
    adress, titel = (
        f"{plan.get_absolute_url()}#granskning",
        f"Planen för {plan.ar}, {plan.namnd}",
    )
    if plan.anmarkningar_kvar:
        yield post(
            ord_antal(plan.anmarkningar_kvar, "anmärkning", "anmärkningar")
            + " från inläsningen att gå igenom",
            f"{titel}: det som inte gick att tolka står kvar som text.",
            adress,
            "Gå igenom",
        )
    if plan.fel_tider:
        yield post(
            ord_antal(plan.fel_tider, "tid som inte finns", "tider som inte finns"),
            f"{titel}: rätta innan planen går till nämnden.",
            adress,
            "Rätta",
        )
    if plan.utan_avstamning:
        yield post(
            ord_antal(
                plan.utan_avstamning,
                "löpande aktivitet saknar avstämning",
                "löpande aktiviteter saknar avstämning",
            ),
            f"{titel}: välj en dag då ni ser efter hur det går.",
            adress,
            "Välj dag",
        )
    if plan.utan_ansvar:
        yield post(
            ord_antal(
                plan.utan_ansvar,
                "aktivitet saknar ansvarig",
                "aktiviteter saknar ansvarig",
            ),
            f"{titel}: skriv vilken roll som svarar för den.",
            adress,
            "Välj roll",
        )


def _vakanta(user, idag):
    """Return the names of roles that had a holder once, but have none today."""
    innehav = Innehav.objects.filter(roll__namnd__in=user.namnd_id(Ratt.SAMORDNARE))
    hafta, innehavda = {}, set()
    for rad in innehav.select_related("roll"):
        hafta[rad.roll_id] = rad.roll.namn
        if rad.galler(idag):
            innehavda.add(rad.roll_id)
    vakanta = [namn for roll, namn in hafta.items() if roll not in innehavda]
    return sorted(vakanta, key=ordningsnyckel)
