"""The environments compared one by one, with so many comparisons taken into account."""

from lagesbild.barighet.jamforelse import holm, jamfor
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.orden import liten
from vbeplan.text.upprakning import uppraknat

FLERA = 2  # as many as make it a comparison of several


def miljomeningar(grund):
    """Return one sentence on the environments whose numbers are shown both times."""
    visade = [
        (namn, nu, forr)
        for namn, nu, forr in grund.miljoer
        if nu.tal is not None and forr.tal is not None and nu.tal + forr.tal
    ]
    if not grund.forr or len(visade) < FLERA:
        return []
    basa, basb = grund.baser
    p = [jamfor(nu.tal, basa, forr.tal, basb).p for _, nu, forr in visade]
    haller = [rad for rad, star in zip(visade, holm(p), strict=True) if star]
    antal = (("jämförda miljöer", str(len(visade))),)
    if not haller:
        text = (
            f"Ingen av de {len(visade)} miljöer vars antal visas {grund.bada} skiljer "
            "sig mer än slumpen"
        )
        return [Mening(f"{text}{_hur(grund)}.", antal, Slag.MILJOER)]
    vilka = uppraknat(
        [f"{liten(namn)} ({nu.text} mot {forr.text})" for namn, nu, forr in haller]
    )
    tal = []
    for namn, nu, forr in haller:
        tal += [("miljö", namn), (f"{namn} {grund.nu}", nu.text)]
        tal.append((f"{namn} {grund.forr}", forr.text))
    text = (
        f"Av de {len(visade)} miljöer vars antal visas {grund.bada} är skillnaden "
        f"större än slumpen för {vilka}"
    )
    return [Mening(f"{text}{_hur(grund)}.", (*antal, *tal), Slag.MILJOER)]


def _hur(grund):
    bas = "per rapporterande enhet" if grund.enheter_kanda else "i antal"
    return f", räknat {bas} och med hänsyn till att flera jämförs på en gång"
