"""The routine drawn as a flow chart: where each box, line of text and arrow stands.

Numbers only; templates/komponenter/flodesschema.html draws them. A wide chart has the
questions to the left and what to do to the right; a narrow one is a list with a rail.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from blanketter.rutin.las import Rutin, Steg
from blanketter.rutin.matt import bredd, radbryt
from vbeplan.tema.farg import palett
from vbeplan.tema.for_mallar import ForMallar

LUFT = 12  # inside a box
PIL = 7  # half the width of an arrow's head
HOGST = 820  # units: what a page of the paper holds under a heading
FLEST_KONTAKTER = 3  # in a drawing; the text has all


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


BRED = Matt("bred", 640, (0, 250), (322, 318), 34, 15, 24)
SMAL = Matt("smal", 300, (0, 300), (30, 270), 20, 16, 26)


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
    spets: str
    ordet: Rad | None = None


@dataclass(frozen=True, slots=True)
class Del(ForMallar):
    """One drawing: a long routine becomes several, each of a page at most."""

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
    """The chart in both layouts, with its colours and its steps in words."""

    steg: tuple[str, ...]
    bred: Schema
    smal: Schema
    farg: str
    text_pa_farg: str
    blek: str
    lank: str


@lru_cache(64)
def flodet(rutin: Rutin):
    """Return the chart of a routine; the same content is drawn once."""
    farger = palett(rutin.farg)
    return Flode(
        steg=tuple(steg.i_ord for steg in rutin.steg),
        bred=_schema(rutin.steg, BRED),
        smal=_schema(rutin.steg, SMAL),
        farg=farger["farg"],
        text_pa_farg=farger["farg-text"],
        blek=farger["farg-blek"],
        lank=farger["farg-lank"],
    )


@dataclass(slots=True)
class _Ritning:
    """A drawing while it grows."""

    y: int = 0
    steg: list[Steg] = field(default_factory=list)
    rutor: list[Ruta] = field(default_factory=list)
    pilar: list[Pil] = field(default_factory=list)


def _schema(steg, matt):
    ritningar = [_Ritning()]
    for ett in steg:
        rader = _fragans(ett, matt), _svarets(ett, matt)
        hojd = _stegets_hojd(*rader, matt)
        ritning = ritningar[-1]
        if ritning.steg and ritning.y + matt.mellan + hojd > HOGST:
            ritning = _Ritning()
            ritningar.append(ritning)
        _rita(ritning, ett, *rader, matt)
    delar = tuple(_del(r, nr, len(ritningar)) for nr, r in enumerate(ritningar, 1))
    return Schema(matt.namn, matt.bredd, delar)


def _del(ritning, nr, antal):
    rubrik = "Flödesschema: rutin vid oro eller händelse"
    if antal > 1:
        rubrik += f", del {nr} av {antal}"
    i_ord = " Nej: ".join(ett.i_ord for ett in ritning.steg)
    rutor, pilar = tuple(ritning.rutor), tuple(ritning.pilar)
    return Del(ritning.y + 2, rubrik, i_ord, rutor, pilar)


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
        nas = " ".join(filter(None, (kontakt.telefon or kontakt.epost, kontakt.tider)))
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


def _stegets_hojd(fraga, svar, matt):
    if matt is SMAL:
        return _hojd(fraga) + SMAL.mellan + _hojd(svar)
    return max(_hojd(fraga), _hojd(svar))


def _rita(ritning, ett, fraga, svar, matt):
    """Add a step under what stands there, and the way to it from the one above."""
    topp = ritning.y + (matt.mellan if ritning.steg else 1)
    hojd = _stegets_hojd(fraga, svar, matt)
    slag = "akut" if ett.akut else "gor"
    if matt is SMAL:
        under = topp + _hojd(fraga) + matt.mellan
        nya = [_ruta(matt.fraga, topp, fraga, "fraga")]
        nya.append(_ruta(matt.gor, under, svar, slag))
        ja = _ned(matt.gor[0] + 26, topp + nya[0].hojd, under, "Ja")
    else:
        mitt = topp + hojd // 2
        nya = [_ruta(matt.fraga, mitt - _hojd(fraga) // 2, fraga, "fraga")]
        nya.append(_ruta(matt.gor, mitt - _hojd(svar) // 2, svar, slag))
        ja = _at_hoger(sum(matt.fraga), matt.gor[0], mitt)
    if ritning.steg:
        forra = ritning.rutor[-2]
        x = 13 if matt is SMAL else matt.fraga[1] // 2
        ritning.pilar.append(_ned(x, forra.y + forra.hojd, nya[0].y, "Nej"))
    ritning.steg.append(ett)
    ritning.rutor += nya
    ritning.pilar.append(ja)
    ritning.y = topp + hojd


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
    return Pil(linje, spets, Rad(x + 12, till - 5, ordet, 13, 600))


def _at_hoger(fran, till, y):
    linje = f"M{fran} {y}H{till - PIL}"
    spets = f"M{till - PIL - 2} {y - PIL}v{2 * PIL}l{PIL + 2} -{PIL}z"
    mitt = (fran + till - PIL - bredd("Ja", 14, 600)) / 2
    return Pil(linje, spets, Rad(round(mitt), y - 8, "Ja", 14, 600))
