"""The routine drawn as a flow chart: where each box, line of text and arrow stands.

Numbers only; templates/komponenter/flodesschema.html draws them. A wide chart has the
questions to the left and what to do to the right; a narrow one is a list with a rail.
On paper each step is a drawing of its own, so that a page can end between two.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from blanketter.rutin.las import Rutin, Steg
from blanketter.rutin.matt import bredd, radbryt
from vbeplan.tema.farg import palett
from vbeplan.tema.for_mallar import ForMallar

LUFT = 12  # inside a box
PIL = 7  # half the width of an arrow's head
KANT = 2  # below the last box: half of its line is outside it
FLEST_KONTAKTER = 3  # in a drawing; the text has all
# A yes doesn't end it: who has called the police may also have to report a worry.
JA, VIDARE = "Ja", "Nej, eller när det är gjort"


@dataclass(frozen=True, slots=True)
class Matt:
    """The measures of one layout, in units of its view box."""

    namn: str
    bredd: int
    fraga: tuple[int, int]  # x, width of the questions' boxes
    gor: tuple[int, int]  # of what to do
    mellan: int  # from one step to the next
    text: int
    nummer: int
    per_steg: bool = False  # a drawing each, between which a page may end


BRED = Matt("bred", 640, (0, 250), (322, 318), 34, 15, 24)
SMAL = Matt("smal", 300, (0, 300), (30, 270), 22, 16, 26)
PAPPER = replace(BRED, namn="papper", mellan=26, per_steg=True)


@dataclass(frozen=True, slots=True)
class Rad(ForMallar):
    """A line of text: where its baseline begins, how large and heavy it is."""

    x: int
    y: int
    text: str
    storlek: int
    vikt: int


@dataclass(frozen=True, slots=True)
class Ruta(ForMallar):
    """A box with its lines; `slag` is fraga, gor or akut."""

    x: int
    y: int
    bredd: int
    hojd: int
    slag: str
    rader: tuple[Rad, ...]


@dataclass(frozen=True, slots=True)
class Pil(ForMallar):
    """A line with a head, as SVG paths, and its word."""

    linje: str
    spets: str = ""
    ordet: Rad | None = None


@dataclass(frozen=True, slots=True)
class Del(ForMallar):
    """One drawing, with what it says in words."""

    hojd: int
    rubrik: str
    i_ord: str
    rutor: tuple[Ruta, ...]
    pilar: tuple[Pil, ...]


@dataclass(frozen=True, slots=True)
class Schema(ForMallar):
    """A chart in one layout."""

    namn: str
    bredd: int
    delar: tuple[Del, ...]


@dataclass(frozen=True, slots=True)
class Flode(ForMallar):
    """The chart in its layouts, with its colours and its steps in words."""

    kort: str  # the board's, empty for the city's
    steg: tuple[str, ...]
    bred: Schema
    smal: Schema
    papper: Schema
    farg: str
    text_pa_farg: str
    blek: str
    lank: str


@lru_cache(64)
def flodet(rutin: Rutin):
    """Return the chart of a routine; the same content is drawn once."""
    farger = palett(rutin.farg)
    return Flode(
        kort=rutin.kort,
        steg=tuple(steg.i_ord for steg in rutin.steg),
        bred=_schema(rutin.steg, BRED),
        smal=_schema(rutin.steg, SMAL),
        papper=_schema(rutin.steg, PAPPER),
        farg=farger["farg"],
        text_pa_farg=farger["farg-text"],
        blek=farger["farg-blek"],
        lank=farger["farg-lank"],
    )


@dataclass(slots=True)
class _Ritning:
    """A drawing while it grows."""

    matt: Matt
    foljer: bool = False  # there is a step before the one that comes
    y: int = 0
    steg: list[Steg] = field(default_factory=list)
    rutor: list[Ruta] = field(default_factory=list)
    pilar: list[Pil] = field(default_factory=list)

    @property
    def fragans_slut(self):
        """Return where the last question's box ends: the way on begins there."""
        return self.rutor[-2].y + self.rutor[-2].hojd if self.rutor else 0

    @property
    def rals(self):
        """Return how far to the right the way from question to question goes."""
        return 13 if self.matt is SMAL else self.matt.fraga[1] // 2


def _schema(steg, matt):
    grupper = [[ett] for ett in steg] if matt.per_steg else [steg]
    ritningar = []
    for grupp in grupper:
        ritning = _Ritning(matt, foljer=bool(ritningar))
        for ett in grupp:
            _rita(ritning, ett)
        ritningar.append(ritning)
    for ritning in ritningar[:-1]:
        linje = f"M{ritning.rals} {ritning.fragans_slut}V{ritning.y + KANT}"
        ritning.pilar.append(Pil(linje))
    antal = len(ritningar)
    delar = tuple(_del(r, nr, antal) for nr, r in enumerate(ritningar, 1))
    return Schema(matt.namn, matt.bredd, delar)


def _del(ritning, nr, antal):
    rubrik = "Flödesschema: rutin vid oro eller händelse"
    if antal > 1:
        rubrik += f", steg {nr} av {antal}"
    return Del(
        hojd=ritning.y + KANT,
        rubrik=rubrik,
        i_ord=f" {VIDARE}: ".join(ett.i_ord for ett in ritning.steg),
        rutor=tuple(ritning.rutor),
        pilar=tuple(ritning.pilar),
    )


def _fragans(ett, matt):
    plats = matt.fraga[1] - 2 * LUFT
    rader = radbryt(ett.fraga, matt.text, plats, 600)
    return [(text, matt.text, 600) for text in rader]


def _svarets(ett, matt):
    """Return what to do, its number large, and whom to reach: (text, size, weight)."""
    plats = matt.gor[1] - 2 * LUFT
    stor = ett.telefon and ett.telefon in ett.gor
    rader = _stora(ett.gor, matt, plats) if stor else _med(ett.gor, matt, plats, 600)
    if ett.telefon and not stor:
        rader += _stora(ett.telefon, matt, plats)
    for kontakt in ett.kontakter[:FLEST_KONTAKTER]:
        nummer = kontakt.telefon.replace(" ", "\N{NO-BREAK SPACE}")
        nas = ", ".join(filter(None, (nummer or kontakt.epost, kontakt.tider)))
        rader += _med(f"{kontakt.funktion}: {nas}", matt, plats, 400)
    if len(ett.kontakter) > FLEST_KONTAKTER:
        rader += _med("Fler kontakter står i rutinen.", matt, plats, 400)
    return rader


def _stora(text, matt, plats):
    rader = radbryt(text, matt.nummer, plats, 600)
    return [(rad, matt.nummer, 600) for rad in rader]


def _med(text, matt, plats, vikt):
    return [(rad, matt.text, vikt) for rad in radbryt(text, matt.text, plats, vikt)]


def _hojd(rader):
    return sum(_radhojd(storlek) for _, storlek, _ in rader) + 2 * LUFT - 4


def _radhojd(storlek):
    return round(storlek * 1.35)


def _rita(ritning, ett):
    """Add a step under what stands there, and the way to it from the one above."""
    matt = ritning.matt
    fraga, svar = _fragans(ett, matt), _svarets(ett, matt)
    topp = ritning.y + (matt.mellan if ritning.foljer else 1)
    slag = "akut" if ett.akut else "gor"
    if matt is SMAL:
        forst = _ruta(matt.fraga, topp, fraga, "fraga")
        sedan = _ruta(matt.gor, topp + forst.hojd + matt.mellan, svar, slag)
        ja = _ned(matt.gor[0] + 26, topp + forst.hojd, sedan.y, JA)
    else:
        mitt = topp + max(_hojd(fraga), _hojd(svar)) // 2
        forst = _ruta(matt.fraga, mitt - _hojd(fraga) // 2, fraga, "fraga")
        sedan = _ruta(matt.gor, mitt - _hojd(svar) // 2, svar, slag)
        ja = _at_hoger(sum(matt.fraga), matt.gor[0], mitt)
    if ritning.foljer:
        fran = ritning.fragans_slut
        ritning.pilar.append(_ned(ritning.rals, fran, forst.y, VIDARE))
    ritning.foljer = True
    ritning.steg.append(ett)
    ritning.rutor += [forst, sedan]
    ritning.pilar.append(ja)
    ritning.y = max(forst.y + forst.hojd, sedan.y + sedan.hojd)


def _ruta(spalt, y, rader, slag):
    x, vidd = spalt
    ut, under = [], y + LUFT - 2
    for text, storlek, vikt in rader:
        under += _radhojd(storlek)
        ut.append(Rad(x + LUFT, under - round(storlek * 0.38), text, storlek, vikt))
    # Half the stroke is outside the box: one unit in keeps it within the drawing.
    return Ruta(x + 1, y, vidd - 2, _hojd(rader), slag, tuple(ut))


def _ned(x, fran, till, ordet):
    """Return an arrow down; its word stands beside its head."""
    linje = f"M{x} {fran}V{till - PIL}"
    spets = f"M{x - PIL} {till - PIL - 2}h{2 * PIL}l-{PIL} {PIL + 2}z"
    return Pil(linje, spets, Rad(x + 12, till - 9, ordet, 13, 600))


def _at_hoger(fran, till, y):
    linje = f"M{fran} {y}H{till - PIL}"
    spets = f"M{till - PIL - 2} {y - PIL}v{2 * PIL}l{PIL + 2} -{PIL}z"
    mitt = (fran + till - PIL - bredd(JA, 14, 600)) / 2
    return Pil(linje, spets, Rad(round(mitt), y - 8, JA, 14, 600))
