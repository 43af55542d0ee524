"""What has changed since the last plan, as an appendix: before beside now."""

from aktiviteter.andringar.jamforelse import andringar
from aktiviteter.andringar.varden import ANDRAT
from aktiviteter.bilagor.bilaga import (
    BORTA,
    NYTT,
    Bilaga,
    Bilagsdel,
    Bilagstabell,
    Lopa,
    tabell,
)
from vbeplan.text.upprakning import uppraknat

NYCKEL, RUBRIK = "andringar", "Ändringar sedan föregående plan"
FORE, NU = "Förra planen", "Den här planen"
INGET = (Lopa("–"),)
UTAN_SKAL = "Inget skäl är angivet."


def andringsbilaga(plan, forra=None):
    """Return the `Bilaga` of a plan's changes; None when there are none to tell.

    `forra`: as for `andringar`.
    """
    ut = andringar(plan, forra)
    return None if ut is None or ut.lika else som_bilaga(ut)


def som_bilaga(a):
    """Return `Andringar` as a `Bilaga`."""
    delar = (_nya(a), _upphorda(a), _andrade(a), _kapitel(a), _framsida(a))
    return Bilaga(NYCKEL, RUBRIK, _ingress(a), tuple(filter(None, delar)))


def _ingress(a):
    lika = [
        f"{antal} {ord_[antal != 1]}"
        for antal, *ord_ in (
            (a.oforandrade, "aktivitet", "aktiviteter"),
            (a.lika_kapitel, "kapitel", "kapitel"),
        )
        if antal
    ]
    ut = f"Jämfört med {a.mot}: {uppraknat(a.i_ord)}."
    if lika:
        ut += f" Utan ändring: {uppraknat(lika)}."
    return f"{ut} Det som är borta är överstruket och det som är nytt understruket."


def _nya(a):
    if not a.nya:
        return None
    rader = [
        (f"{ny.nummer}. {ny.titel}", ny.kapitel, ny.ansvarig, ny.tidplan)
        for ny in a.nya
    ]
    kolumner = ("Aktivitet", "Kapitel", "Ansvarig", "Tidplan")
    return Bilagsdel("Nya aktiviteter", (), (tabell(_nytt(a), kolumner, rader),))


def _nytt(a):
    return f"Aktiviteter som inte fanns i {a.mot}"


def _upphorda(a):
    if not a.upphorda:
        return None
    med_skal = any(rad.skal or rad.val for rad in a.upphorda)
    med_resultat = any(rad.resultat for rad in a.upphorda)
    kolumner = (
        "Aktivitet",
        "Beslut och skäl" if med_skal else "Kapitel",
        *(["Resultat"] * med_resultat),
    )
    rader = [
        (
            f"{rad.nummer}. {rad.titel}",
            f"{valet(rad)}{rad.skal or UTAN_SKAL}" if med_skal else rad.kapitel,
            *([rad.resultat] * med_resultat),
        )
        for rad in a.upphorda
    ]
    titel = f"Aktiviteter i {a.mot} som inte följer med"
    return Bilagsdel("Upphörda aktiviteter", (), (tabell(titel, kolumner, rader),))


def valet(rad):
    """Return what was decided of one that ended: «Slutförd. », «Avslutas. » or ""."""
    return {"Avsluta": "Avslutas. "}.get(rad.val, f"{rad.val}. " if rad.val else "")


def _andrade(a):
    if not a.andrade:
        return None
    rader = tuple(
        (
            (Lopa(f"{rad.nummer}. {rad.titel}{_gammalt(rad)}"),),
            _falten([(p.etikett, p.fore) for p in rad.falt], "Kapitel", rad.fran),
            _falten(
                [(p.etikett, p.efter) for p in rad.falt],
                "Kapitel",
                rad.fran and rad.kapitel,
                skal=rad.skal,
            ),
        )
        for rad in a.andrade
    )
    titel = "Aktiviteter som är ändrade, med det som skiljer"
    tabellen = Bilagstabell(titel, ("Aktivitet", FORE, NU), rader)
    return Bilagsdel("Ändrade aktiviteter", (), (tabellen,))


def _gammalt(rad):
    return f"\nTidigare nummer {rad.gammalt_nummer}" if rad.gammalt_nummer else ""


def _falten(falt, etikett="", ord_="", skal=""):
    """Return fields as a cell, one a line: «Tidplan: hösten 2027»."""
    par = [*falt, *([(etikett, (Lopa(ord_),))] if ord_ else [])]
    par += [("Skäl", (Lopa(skal),))] if skal else []
    ut = []
    for nr, (namn, lopor) in enumerate(par):
        ut += [Lopa(f"{chr(10) * bool(nr)}{namn}: "), *(lopor or INGET)]
    return tuple(ut)


def _kapitel(a):
    if not a.kapitel:
        return None
    stycken = [
        f"{ledord}: {uppraknat(namn)}."
        for ledord, namn in (
            ("Nya kapitel", [k.namn for k in a.kapitel if k.slag == NYTT]),
            ("Utgångna kapitel", [k.rubrik for k in a.kapitel if k.slag == BORTA]),
            ("Flyttade kapitel", [k.namn for k in a.kapitel if _flyttat(k)]),
        )
        if namn
    ]
    rader = tuple(
        ((Lopa(k.namn),), fore or INGET, efter or INGET)
        for k in a.kapitel
        if k.slag == ANDRAT
        for fore, efter in _stycken(k)
    )
    tabeller = (Bilagstabell("Ändrade stycken", ("Kapitel", FORE, NU), rader),)
    return Bilagsdel("Kapitel", tuple(stycken), tabeller if rader else ())


def _flyttat(kapitel):
    return kapitel.slag == ANDRAT and kapitel.flyttat


def _stycken(kapitel):
    """Yield (before, now) of a chapter's heading and blocks, those that differ."""
    if any(slag for _, slag in kapitel.rubriken):
        rubrik = [
            tuple(lopa for lopa in kapitel.rubriken if lopa.slag != utan)
            for utan in (NYTT, BORTA)
        ]
        yield rubrik[0], rubrik[1]
    for ett in kapitel.block:
        yield ett.fore, ett.efter


def _framsida(a):
    if not a.framsida:
        return None
    rader = tuple(
        ((Lopa(par.etikett),), par.fore or INGET, par.efter or INGET)
        for par in a.framsida
    )
    tabellen = Bilagstabell("Uppgifter som är ändrade", ("Uppgift", FORE, NU), rader)
    return Bilagsdel("Framsidan", (), (tabellen,))
