"""The answers to one question through lagesbild/rojande: what may be shown of them.

How many answered is public, of all and of each group: the response rate tells it. The
answers of all come first, and no group is shown at their cost; a group's answers are
shown when enough of them can be.
"""

from dataclasses import dataclass, replace

from lagesbild.enkatresultat.delar import Andel
from lagesbild.enkatresultat.grupper import sammanforda, visningsbar
from lagesbild.rojande import ALLA, Axel, Rojer, Tabell, skydda

VIDARE = "vidare"
MINST_VISAT = 0.5  # of the cells with answers: a table of «visas inte» tells nothing


@dataclass(frozen=True)
class Skyddad:
    """A question's cells: `svarande` of all and by group, `per_kod` likewise.

    Keys of groups are those of `grupper`; "" is all of them.
    """

    grupper: dict[str, tuple[str, ...]]
    svarande: dict[str, Andel]
    per_kod: dict[str, dict[str, Andel]]


@dataclass(frozen=True)
class Fraga:
    """What is asked: the name of its series, its codes, if several may be chosen.

    `vidare` are codes that lead on to other questions, whose result tells their sum.
    """

    serie: str
    koder: tuple[str, ...]
    flerval: bool
    vidare: tuple[str, ...] = ()

    @property
    def axel(self):
        grupper = ((VIDARE, self.vidare),) if self.vidare else ()
        return Axel("svar", self.koder, flerval=self.flerval, grupper=grupper)

    def med_kand_summa(self, hog, troskel):
        """Return the question, without `vidare` when no result tells their sum."""
        kand = set(self.vidare) <= set(self.koder) and self.summa(hog) >= troskel
        return self if kand else replace(self, vidare=())

    def summa(self, hog):
        return sum(hog.per_kod[kod] for kod in self.vidare)

    def tabell(self, hogar):
        """Return the table of group × answer, or of the answers alone."""
        axlar = [self.axel] if list(hogar) == [""] else [_grupper(hogar), self.axel]
        tal = {}
        for grupp, hog in hogar.items():
            forst = (grupp,) if len(axlar) > 1 else ()
            tal |= {(*forst, kod): hog.per_kod[kod] for kod in self.koder}
            if self.flerval:
                tal[(*forst, ALLA)] = hog.svarande
        return Tabell(self.serie, tuple(axlar), tal)

    def cell(self, skyddat, grupp="", **svar):
        return skyddat.cell(self.serie, **({"grupp": grupp} if grupp else {}), **svar)


def skyddad(fraga, raknat, *, troskel, visat=()):
    """Return a Skyddad of what a Fraga was answered, None when nothing may be shown.

    `visat`: [{code: number, None when hidden}], what earlier results have shown.
    """
    alla = raknat.alla
    if not visningsbar(alla, troskel):
        return None
    fraga = fraga.med_kand_summa(alla, troskel)
    kant = [(fraga.serie, (), alla.svarande)]
    if fraga.vidare:
        kant.append((fraga.serie, (("svar", VIDARE),), fraga.summa(alla)))
    kant += [
        (fraga.serie, (("svar", kod),), antal)
        for forut in visat
        for kod, antal in forut.items()
    ]
    try:
        summor = skydda([fraga.tabell({"": alla})], troskel=troskel, kant=kant)
    except Rojer:
        return None
    grupper = sammanforda(raknat.per_grupp, troskel)
    per_grupp = _per_grupp(fraga, grupper, summor, kant, troskel) if grupper else None
    if per_grupp is None:
        return _lagd(fraga, summor, {})
    return _lagd(fraga, per_grupp, {g: vilka for g, (_, vilka) in grupper.items()})


def _per_grupp(fraga, grupper, summor, kant, troskel):
    """Return the protected table by group; None when it would cost, or show, too much.

    What is shown of all is public when the groups are to be hidden.
    """
    hogar = {g: hog for g, (hog, _) in grupper.items()}
    visade = {kod: fraga.cell(summor, svar=kod).tal for kod in fraga.koder}
    kant = [
        *kant,
        *((fraga.serie, (("grupp", g),), hog.svarande) for g, hog in hogar.items()),
        *(
            (fraga.serie, (("svar", kod),), tal)
            for kod, tal in visade.items()
            if tal is not None
        ),
    ]
    try:
        skyddat = skydda([fraga.tabell(hogar)], troskel=troskel, kant=kant)
    except Rojer:
        return None
    svarade = [
        (g, k) for g, hog in hogar.items() for k in fraga.koder if hog.per_kod[k]
    ]
    synliga = sum(fraga.cell(skyddat, g, svar=k).tal is not None for g, k in svarade)
    summorna = [
        fraga.cell(skyddat, svar=k).tal for k, t in visade.items() if t is not None
    ]
    kostar = skyddat.redan_ute or None in summorna
    return None if kostar or synliga < MINST_VISAT * len(svarade) else skyddat


def _grupper(hogar):
    return Axel("grupp", tuple(hogar))


def _lagd(fraga, skyddat, grupper):
    nycklar = ("", *grupper)
    svarande = {g: fraga.cell(skyddat, g) for g in nycklar}
    per_kod = {
        kod: {g: andel(fraga.cell(skyddat, g, svar=kod), svarande[g]) for g in nycklar}
        for kod in fraga.koder
    }
    return Skyddad(grupper, {g: andel(c) for g, c in svarande.items()}, per_kod)


def andel(cell, av=None):
    """Return a protected cell as an Andel, with its share of another when both show."""
    if cell.tal is None or av is None or not av.tal:
        return Andel(cell.tal, None, cell.text)
    procent = round(100 * cell.tal / av.tal)
    return Andel(cell.tal, procent, f"{cell.tal} ({procent}\u00a0%)")
