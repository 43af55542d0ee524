"""Undoes a deed; fetches back an old version. Both are deeds that can be undone."""

from django.db import transaction

from aktiviteter.handlingar.behovssvar import satt_svar
from aktiviteter.handlingar.ta_bort import ta_bort_rader
from aktiviteter.historia.innehall import som_falt
from aktiviteter.historia.skriv import (
    Handling,
    las_planen,
    namn_pa,
    ny_andring,
    skriv_versioner,
)
from aktiviteter.historia.tillbaka import OVER, Slag, angring, aterstallning
from aktiviteter.models import (
    Aktivitet,
    Anmarkning,
    Avsnitt,
    Handlingsplan,
    NagonHannFore,
    Revidering,
)
from vbeplan.organisation.models import Roll

MODELL = {
    Slag.PLAN: Handlingsplan,
    Slag.AVSNITT: Avsnitt,
    Slag.AKTIVITET: Aktivitet,
    Slag.REVIDERING: Revidering,
}
ANGRADES = {
    Handling.SKAPAD: "tillägget av",
    Handling.INTAGEN: "intagandet av",
    Handling.ANDRAD: "ändringen av",
    Handling.FLYTTAD: "flytten av",
    Handling.BORTTAGEN: "borttagningen av",
    Handling.ATERSTALLD: "återställningen av",
    Handling.ANGRAD: "ångrandet av",
}


class GarInteTillbaka(Exception):  # noqa: N818 — Swedish: it can't go back
    """Why, in Swedish, with what to do instead."""


@transaction.atomic
def angra(andring, *, av, sett=None):
    """Undo one deed and return the new `Andring`.

    `sett` is what the user saw of it (`Tillbaka.sett`); without it she saw nothing, and
    then it is only done when nobody has changed the same things since.

    Raises NagonHannFore when there is something that she has not seen, and
    GarInteTillbaka when it can't be done.
    """
    las_planen(andring.plan)
    vag = angring(andring)
    vad = f"{ANGRADES.get(andring.handling, '')} {andring.vad}"
    return _ga(vag, andring.plan, Handling.ANGRAD, vad, av, sett, angrar=andring)


@transaction.atomic
def aterstall(version, *, av, sett=None):
    """Make a chapter, an activity or the cover what it was in a version; as `angra`."""
    plan = version.andring.plan
    las_planen(plan)
    vag = aterstallning(version)
    objekt = _objekt(plan, version.slag, version.objekt_id, version.innehall)
    return _ga(vag, plan, Handling.ATERSTALLD, namn_pa(objekt), av, sett)


def _ga(vag, plan, handling, vad, av, sett, **mer):
    if vag.hinder:
        raise GarInteTillbaka(vag.hinder)
    if not vag.gor_nagot:
        raise GarInteTillbaka("Det är redan som det var. Inget har ändrats.")
    if vag.sett != sett if sett else vag.senare:
        raise NagonHannFore
    andring = ny_andring(handling, plan, vad, av=av, **mer)
    if gor(vag, andring):
        skriv_versioner(andring, ordning=True)
    plan.innehall_andrat()
    return andring


def gor(vag, andring):
    """Carry out a `Tillbaka` as part of a deed; tells whether the order changed."""
    plan, av = andring.plan, andring.av
    tillbaka = [ett for ett in vag.steg if ett.sedan is not None]
    bort = [ett for ett in vag.steg if ett.sedan is None]
    # Chapters before their sections, and both before the activities that stand in them.
    tillbaka.sort(key=lambda s: (s.slag == Slag.AKTIVITET, _over(s) is not None))
    rader = [_skriv(ett, plan, av) for ett in tillbaka]
    skriv_versioner(andring, rader)
    if bort:
        _ta_bort(andring, bort)
    if vag.ordning:
        _stall_i_ordning(plan, vag.ordning)
    return bool(vag.ordning or bort or any(_ny_plats(ett) for ett in tillbaka))


def _over(ett):
    return ett.sedan[OVER[ett.slag]] if ett.slag in OVER else None


def _ny_plats(ett):
    return ett.nu is None or (
        ett.slag in OVER and ett.nu[OVER[ett.slag]] != ett.sedan[OVER[ett.slag]]
    )


def _objekt(plan, slag, pk, data):
    falt = som_falt(slag, data)
    if slag == Slag.PLAN:
        return Handlingsplan(pk=pk, namnd_id=plan.namnd_id, **falt)
    return MODELL[slag](pk=pk, plan=plan, **falt)


def _skriv(ett, plan, av):
    """Write one thing as it shall be, and return it as saved."""
    if ett.nu is None:
        rad = _objekt(plan, ett.slag, ett.objekt_id, ett.sedan)
        rad.version, rad.andrad_av = ett.nummer + 1, av
        rad.stall_sist()
        rad.save(force_insert=True)
        anmarkningar = Anmarkning.objects.filter(
            plan=plan, pk__in=ett.sedan.get("anmarkningar", ())
        )
        anmarkningar.update(**{ett.slag: rad})
    else:
        rad = _andra(ett, av)
    if (
        ett.slag == Slag.AKTIVITET
        and (ett.nu or {}).get("ansvariga") != (ett.sedan["ansvariga"])
    ):
        _skriv_ansvar(rad, ett.sedan["ansvariga"])
    if ett.slag == Slag.AKTIVITET and _svar(ett.nu) != _svar(ett.sedan):
        satt_svar(rad, _svar(ett.sedan))
    return rad


def _svar(innehall):
    return (innehall or {}).get("iakttagelser", [])


def _andra(ett, av):
    rad = MODELL[ett.slag].objects.filter(pk=ett.objekt_id).first()
    if rad is None:
        raise NagonHannFore
    for falt, varde in som_falt(ett.slag, ett.sedan).items():
        setattr(rad, falt, varde)
    if _ny_plats(ett):
        rad.stall_sist()
    rad.spara_over(ett.nummer, av=av)
    return rad


def _skriv_ansvar(aktivitet, ansvariga):
    """Give an activity its roles back: by id, since a role may have a new name now."""
    namnd = aktivitet.plan.namnd
    # Held, so that nobody removes one before the activity has it.
    roller = Roll.objects.filter(namnd=namnd).select_for_update(no_key=True)
    roller = roller.order_by("pk").in_bulk([pk for *_, pk in ansvariga])
    arter = {}
    for namn, art, pk in ansvariga:
        arter.setdefault(roller.get(pk) or Roll.objects.med_namn(namnd, namn), art)
    aktivitet.satt_ansvar(list(arter.items()))


def _ta_bort(andring, steg):
    def av_slag(slag):
        return [ett.objekt_id for ett in steg if ett.slag == slag]

    plan = andring.plan
    ta_bort_rader(
        andring,
        avsnitt=plan.avsnitt.filter(pk__in=av_slag(Slag.AVSNITT)),
        aktiviteter=plan.aktiviteter.filter(pk__in=av_slag(Slag.AKTIVITET)),
    )


def _stall_i_ordning(plan, ordning):
    for modell, rader in (
        (Avsnitt, ordning["avsnitt"]),
        (Aktivitet, ordning["aktiviteter"]),
    ):
        platser = {pk: plats for plats, (pk, _) in enumerate(rader)}
        andrade = [
            rad
            for rad in modell.objects.filter(plan=plan, pk__in=platser).only("ordning")
            if rad.ordning != platser[rad.pk]
        ]
        for rad in andrade:
            rad.ordning = platser[rad.pk]
        modell.objects.bulk_update(andrade, ["ordning"])
