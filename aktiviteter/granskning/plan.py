"""A whole plan's remarks, each at its place."""

from dataclasses import replace
from functools import lru_cache

from django.urls import reverse

from aktiviteter.granskning import (
    aldre,
    ar,
    behov,
    bild,
    hanvisning,
    helhet,
    kapitel,
    platshallare,
    rubriker,
    upprepning,
)
from aktiviteter.granskning.brist import Brist, brist, nyckel
from aktiviteter.granskning.text import las

# Which field of a row's form a kind is mended in; these two are in either of the times.
EN_TID = {"omojligt_datum", "ogiltig_hanvisning"}
FALT = {
    "utan_tidplan": "tidplan_text",
    "oklar_tid": "tidplan_text",
    "tiden_forbi": "tidplan_text",
    "utan_avstamning": "avstamning",
    "avstamning_forbi": "avstamning",
    "utan_uppfoljning": "uppfoljning_text",
    "oklar_uppfoljning": "uppfoljning_text",
    "gammal_rapport": "uppfoljning_text",
    "uppfoljning_fore_start": "uppfoljning_text",
    "utan_ansvarig": "ansvar-0-roll",
}


@lru_cache(maxsize=64)
def granska(innehall, kort, idag):
    """Return all remarks on a plan in reading order, those on the whole last.

    `innehall` is the plan's `PlanInnehall`, `kort` the board's name in addresses. Kept
    by its arguments: an unchanged plan is not read again on the same day.
    """
    return tuple(_unika(_alla(innehall, kort, idag)))


def _unika(brister):
    """Give each its fingerprint; the same words told twice at one place is one."""
    sedda = set()
    for b in brister:
        b = replace(b, nyckel=nyckel(b.slag, b.nyckel or b.ankare, b.citat or b.text))
        if b.nyckel not in sedda:
            sedda.add(b.nyckel)
            yield b


def _alla(innehall, kort, idag):
    yield from _dokumentrutan(innehall, kort)
    finns, jamfor = _det_som_finns(innehall), upprepning.Jamforelse()
    tillagg = _per_kapitel(innehall.avsnitt)
    for i, a in enumerate(innehall.avsnitt):
        nasta = innehall.avsnitt[i + 1] if i + 1 < len(innehall.avsnitt) else None
        delar = a.niva == 1 and nasta is not None and nasta.niva == 2
        egna = [*_rubriken(a), *tillagg.get(a.pk, ()), *kapitel.gammal(a, innehall.ar)]
        text = las(a.text, tabell=bool(a.aktiviteter) or delar)
        tabell = bool(a.aktiviteter) or (
            delar and _har_rader(innehall.avsnitt[i + 1 :])
        )
        egna += _texten(text, innehall.ar, idag, finns, tabell=tabell, forst=i == 0)
        egna += _upprepade(a, text, jamfor)
        yield from (_i_kapitel(b, a) for b in egna)
        for rad in a.aktiviteter:
            yield from (_pa_rad(b, rad) for b in _raden(rad, innehall.ar, idag, finns))
    yield from _helheten([r for a in innehall.avsnitt for r in a.aktiviteter], innehall)


def granska_bild(inlagda, innehall, kort):
    """Return the remark on texts that the plan's picture has newer, if any.

    `inlagda` is {text's code: as it was put into the plan}.
    """
    bilder = [a.bild.innehall for a in innehall.avsnitt if a.bild and a.bild.innehall]
    if not bilder:
        return ()
    adress = reverse("plan_lagesbild", args=[kort, innehall.ar])
    return tuple(
        _unika(
            replace(b, plats="Lägesbilden", nyckel="lagesbilden", redigera=adress)
            for b in bild.nyare_texter(bilder[0].texter, inlagda)
        )
    )


def granska_behov(rader, innehall, kort):
    """Return the remarks on a plan's needs, each with its fingerprint.

    `rader` are the picture's `behov.Behovsrad`; kept apart from `granska`, since they
    change without a word of the plan being changed.
    """
    aktiviteter = [r for a in innehall.avsnitt for r in a.aktiviteter]
    adress = reverse("plan_iakttagelser", args=[kort, innehall.ar])
    brister = [
        replace(
            b,
            plats="Lägesbilden",
            nyckel=f"behov-{pk}",
            redigera=reverse("plan_iakttagelse", args=[kort, innehall.ar, pk]),
        )
        for pk, b in behov.utan_aktivitet(rader)
    ]
    brister += [
        replace(b, plats="Hela planen", nyckel="planen", redigera=adress)
        for b in behov.utan_behov(rader, aktiviteter)
    ]
    return tuple(_unika(brister))


def _har_rader(foljande):
    """Tell whether the sections that follow, to the next chapter, have activities."""
    for a in foljande:
        if a.niva == 1:
            return False
        if a.aktiviteter:
            return True
    return False


def _det_som_finns(innehall):
    return hanvisning.Plan(
        frozenset(a.nummer for a in innehall.avsnitt),
        frozenset(hanvisning.rubriknorm(a.rubrik) for a in innehall.avsnitt),
        frozenset(r.nummer for a in innehall.avsnitt for r in a.aktiviteter),
        any(a.rubrik.lower().startswith("bilag") for a in innehall.avsnitt),
    )


def _per_kapitel(avsnitt):
    ut = {}
    for fraga in (kapitel.tomma, kapitel.utan_aktiviteter, rubriker.dubbla):
        for a, b in fraga(avsnitt):
            ut.setdefault(a.pk, []).append(b)
    return ut


def _rubriken(a):
    yield from rubriker.stavning(a.rubrik)
    yield from platshallare.granska(a.rubrik)


def _texten(text, planens_ar, idag, finns, *, tabell=True, forst=False):
    yield from text.brister
    for mening in text.aren:
        yield from ar.granska(mening, planens_ar, idag)
    for ord_, ar_forst in text.hanvisningar:
        yield from hanvisning.granska(
            ord_, finns, tabell=tabell, forst=forst and ar_forst
        )
    for ord_ in text.aldre:
        yield from aldre.granska(ord_, planens_ar)


def _raden(rad, planens_ar, idag, finns):
    yield from rad.brister
    yield from ar.i_titel(rad.titel, planens_ar)
    falt = (rad.titel, rad.mal, rad.malgrupp, *rad.roller)
    if platshallare.kan_finnas(" ".join(falt)):
        for ord_ in falt:
            yield from platshallare.granska(ord_)
    text = las(rad.beskrivning, cell=True)
    yield from _texten(text, planens_ar, idag, finns)
    jamfor = upprepning.Jamforelse()
    for mening in text.meningar:
        if jamfor.tidigare("cellen", mening):
            rad_ = upprepning.rad(mening, "cellen", "cellen")
            yield brist("upprepad_mening", rad_, mening.text)


def _upprepade(a, text, jamfor):
    """Yield one remark per earlier chapter that has sentences of this one."""
    plats, traffar = f"kapitel {a.nummer}", {}
    for mening in text.meningar:
        if (dar := jamfor.tidigare(plats, mening)) is not None:
            traffar.setdefault(dar, []).append(mening)
    for dar, de in traffar.items():
        rad = upprepning.rad(de[0], plats, dar)
        if len(de) > 1:
            rad = f"{rad} Det gäller {len(de)} meningar."
        yield brist("upprepad_mening", rad, "\n".join(m.text for m in de))


def _helheten(rader, innehall):
    for b in (*helhet.lopande(rader), *helhet.en_roll(rader)):
        yield replace(b, plats="Hela planen", nyckel="planen")
    for b in helhet.tva_stavningar(rader):
        yield replace(
            b, plats="Hela planen", nyckel="planen", redigera=reverse("roller")
        )
    for rad, b in helhet.dubbla_titlar(rader):
        yield _pa_rad(b, rad)
    if innehall.avsnitt and not rader and any(a.text for a in innehall.avsnitt):
        text = "Lägg till aktiviteter i de kapitel där de hör hemma."
        yield replace(brist("inga_aktiviteter", text), nyckel="planen")


def _dokumentrutan(innehall, kort):
    adress = reverse("plan_redigera", args=[kort, innehall.ar])
    for ord_ in (innehall.titel, *(varde for _, varde in innehall.dokument)):
        for b in platshallare.granska(ord_):
            yield replace(b, plats="Dokumentrutan", nyckel="ruta", redigera=adress)


def _i_kapitel(b, a):
    return Brist(
        b.slag,
        b.rubrik,
        b.text,
        b.citat,
        plats=f"{a.nummer} {a.rubrik}",
        kort=a.nummer,
        ankare=a.ankare,
        redigera=reverse("avsnitt_redigera", args=[a.pk]),
    )


def _faltet(b, rad):
    """Return the place in the row's form of what a remark is about, or ""."""
    falt = FALT.get(b.slag, "")
    if b.slag in EN_TID:
        falt = "uppfoljning_text" if b.citat == rad.uppfoljning else "tidplan_text"
    return f"#id_{falt}" if falt else ""


def _pa_rad(b, rad):
    return Brist(
        b.slag,
        b.rubrik,
        b.text,
        b.citat,
        plats=f"Aktivitet {rad.nummer}, {rad.titel}",
        kort=str(rad.nummer),
        ankare=rad.ankare,
        redigera=reverse("aktivitet_redigera", args=[rad.pk]) + _faltet(b, rad),
        aktivitet=rad.pk,
    )
