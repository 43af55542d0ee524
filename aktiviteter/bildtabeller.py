"""Read: the picture's part of a chapter as words and tables, where nothing is drawn."""

from aktiviteter.word_ut.bild import Bildtabell

INGEN = "–"


def bildens_tabeller(bild):
    """Return a `Planbild` as sentences and `Bildtabell`, in the order of the page."""
    innehall, ut = bild.innehall, []
    if bild.utkast:
        ut.append(
            f"Lägesbilden för {bild.ar} är inte publicerad än: siffror och tabeller är "
            "ett utkast."
        )
    if innehall:
        for diagram in innehall.diagram:
            ut += [_siffror(diagram.tabell), *diagram.noter]
        for enkat, bilder, _ in innehall.enkatbilder:
            ut += _enkat(enkat, bilder) if bilder else ()
        ut += map(_siffror, filter(None, [innehall.delomraden]))
        ut += [mening.text for mening in innehall.meningar]
    if bild.kallor and bild.kallor.rader:
        ut += [_kallor(bild.kallor), *bild.kallor.brister]
    if bild.iakttagelser:
        ut.append(_iakttagelser(bild.iakttagelser))
    return tuple(ut)


def _enkat(enkat, bilder):
    yield f"{enkat.namn}: {enkat.sats}"
    for fraga, diagram in bilder:
        yield _siffror(diagram.tabell, fraga.fraga)


def _siffror(tabell, rubrik=""):
    rader = ((namn, *(text for _, text in celler)) for namn, celler in tabell.rader)
    return Bildtabell(rubrik or tabell.rubrik, ("", *tabell.kolumner), tuple(rader))


def _kallor(kallor):
    rader = (
        (
            "\n".join(filter(None, [rad.namn, rad.tillfragad])),
            "\n".join(filter(None, [rad.lage_ord, rad.tider])),
            "\n".join(filter(None, [rad.period, rad.underlag])) or INGEN,
            rad.begransning or INGEN,
        )
        for rad in kallor.rader
    )
    kolumner = ("Källa", "Läge", "Underlag", "Vad källan inte visar")
    return Bildtabell("Källor", kolumner, tuple(rader))


def _iakttagelser(rader):
    kolumner = ("Iakttagelse", "Behov", "Ställningstagande", "Aktivitet")
    ut = (
        (
            "\n".join(filter(None, [rad.rubrik, rad.beskrivning])),
            rad.behov_ord,
            rad.stallningstagande or INGEN,
            rad.svar or INGEN,
        )
        for rad in rader
    )
    return Bildtabell("Iakttagelser, behov och ställningstagande", kolumner, tuple(ut))
