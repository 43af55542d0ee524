"""The answers to one question through lagesbild/rojande: what may be shown of them."""

from dataclasses import dataclass

from lagesbild.enkatresultat.delar import Andel
from lagesbild.enkatresultat.grupper import sammanforda, visningsbar
from lagesbild.rojande import ALLA, Axel, Rojer, Tabell, skydda


@dataclass(frozen=True)
class Skyddad:
    """A question's cells: `svarande` of all and by group, `per_kod` likewise.

    Keys of groups are those of `grupper`; "" is all of them.
    """

    grupper: dict[str, tuple[str, ...]]
    svarande: dict[str, Andel]
    per_kod: dict[str, dict[str, Andel]]


def skyddad(serie, raknat, koder, *, flerval, troskel):
    """Return a Skyddad of what a question was answered, None when nothing may be shown.

    When the groups can't be shown without giving somebody away the total stands alone.
    """
    alla = raknat.alla
    if not visningsbar(alla, troskel):
        return None
    grupper = sammanforda(raknat.per_grupp, troskel)
    for hogar in (grupper, {}):
        hogar = {g: hog for g, (hog, _) in hogar.items()}
        try:
            skyddat = skydda(
                [_tabell(serie, hogar or {"": alla}, koder, flerval)], troskel=troskel
            )
        except Rojer:
            continue
        delarna = {g: vilka for g, (_, vilka) in grupper.items() if g in hogar}
        return _lagd(skyddat, serie, delarna, koder)
    return None


def _tabell(serie, hogar, koder, flerval):
    """Return the table of group × answer, or of the answers alone."""
    svar = Axel("svar", tuple(koder), flerval=flerval)
    utan_grupp = set(hogar) == {""}
    axlar = (svar,) if utan_grupp else (Axel("grupp", tuple(hogar)), svar)
    tal = {}
    for grupp, hog in hogar.items():
        forst = () if utan_grupp else (grupp,)
        tal |= {(*forst, kod): hog.per_kod[kod] for kod in koder}
        if flerval:
            tal[(*forst, ALLA)] = hog.svarande
    return Tabell(serie, axlar, tal)


def _lagd(skyddat, serie, grupper, koder):
    nycklar = ("", *grupper)

    def cell(grupp, **svar):
        return skyddat.cell(serie, **({"grupp": grupp} if grupp else {}), **svar)

    svarande = {g: cell(g) for g in nycklar}
    per_kod = {
        kod: {g: andel(cell(g, svar=kod), svarande[g]) for g in nycklar}
        for kod in koder
    }
    return Skyddad(grupper, {g: andel(c) for g, c in svarande.items()}, per_kod)


def andel(cell, av=None):
    """Return a protected cell as an Andel, with its share of another when both show."""
    if cell.tal is None or av is None or not av.tal:
        return Andel(cell.tal, None, cell.text)
    procent = round(100 * cell.tal / av.tal)
    return Andel(cell.tal, procent, f"{cell.tal} ({procent}\u00a0%)")
