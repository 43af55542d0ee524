"""Who was asked and answered, how many had nothing to tell, and events per unit."""

from lagesbild.barighet.grund import fattas
from lagesbild.barighet.jamforelse import takt
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.orden import stor
from lagesbild.barighet.tal import i_text

TIO = 10


def svarsmeningar(grund):
    """Return how the units have answered this period, and the nil reports."""
    e = grund.enheter
    if not e.tillfragade or e.snitt < grund.grans:
        return []
    andel = str(round(100 * e.svar / e.tillfragade))
    i_snitt, per = ("i snitt ", f" per {e.del_ord}") if e.del_ord else ("", "")
    text = (
        f"{stor(grund.nu)} rapporterade {i_snitt}{e.snitt_ord} av {e.fragade_ord} "
        f"tillfrågade enheter{per} ({andel} %)."
    )
    tal = (
        ("period", grund.nu),
        ("enheter som rapporterade", e.snitt_ord),
        ("tillfrågade enheter", e.fragade_ord),
        ("svarsandel i procent", andel),
    )
    ut = [Mening(text, tal, Slag.SVAR)]
    if not e.ar_stangd:
        text = "Fler svar kan komma: det går fortfarande att rapportera för perioden."
        ut.append(Mening(text, (), Slag.SVAR))
    if e.minst_inget:
        minst, svar = i_text(e.minst_inget), i_text(e.svar)
        text = (
            f"Av enheternas {svar} svar betydde minst {minst} ”inget att rapportera”."
        )
        tal = (("svar", svar), ("inget att rapportera, minst", minst))
        ut.append(Mening(text, tal, Slag.SVAR))
    return ut


def taktmeningar(grund):
    """Return events per ten reporting units, each period with its interval.

    Not of a period that is going on, which a whole one can't stand beside.
    """
    if grund.pagar:
        return []
    delar, tal = [], []
    par = ((grund.nu, grund.handelser, grund.enheter),)
    if grund.forr:
        par += ((grund.forr, grund.handelser_forr, grund.enheter_forr),)
    for nar, antal, enheter in par:
        if antal is None or antal.tal is None or fattas(enheter, grund.grans):
            continue
        t = takt(antal.tal, enheter.snitt / TIO)
        per, lag, hog = (i_text(tal_, 1) for tal_ in (t.per, t.lag, t.hog))
        delar.append(f"{per} för {nar} ({lag}–{hog})")
        tal += [("period", nar), ("händelser per tio enheter", per)]
        tal += [("minst", lag), ("högst", hog)]
    if not delar or not any(antal and antal.tal for _, antal, _ in par):
        return []
    text = (
        "Händelser per tio rapporterande enheter, med slumpen inräknad inom parentes: "
        f"{' och '.join(delar)}."
    )
    return [Mening(text, tuple(tal), Slag.TAKT)]
