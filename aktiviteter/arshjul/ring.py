"""The year wheel as a ring: where each month, day and word of the drawing stands.

templates/aktiviteter/arshjul_ring.html draws it, the same on the page and on paper.
The days are numbered as in the list, which carries the words.
"""

from dataclasses import dataclass
from datetime import date
from math import cos, hypot, radians, sin

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.formats import date_format

from aktiviteter.arshjul.hjul import Lage
from aktiviteter.models import Moment
from vbeplan.tema.for_mallar import ForMallar

SIDA, MITT = 400, 200
YTTRE, INRE = 192, 160  # of the band with the months
MANADERNAS, FORSTA_BANAN, STEG = 176, 140, 31
BANOR = 3
FORKLARINGAR = {
    Lage.NASTA: "Fylld: nästa.",
    Lage.FORSENAD: "Kvadrat: försenad.",
    Lage.KLAR: "Grön utan kant: klar.",
}
PRICK = 14  # radius of a day's dot
RUTA = 12  # half of the side of a late day's square
LUFT = 2 * PRICK + 2


@dataclass(frozen=True, slots=True)
class Manad(ForMallar):
    """A month's name, and the line (x1, y1, x2, y2) where it begins."""

    namn: str
    x: float
    y: float
    grans: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Prick(ForMallar):
    """A day's dot and its number in the list; `lage` is that of the day."""

    nummer: int
    x: float
    y: float
    lage: Lage
    ar_motet: bool
    aret_efter: bool

    @property
    def ruta(self):
        """Return the upper left corner and the side of a square around it."""
        return round(self.x - RUTA, 1), round(self.y - RUTA, 1), 2 * RUTA


@dataclass(frozen=True, slots=True)
class Ring(ForMallar):
    """The drawing in units of its own view box; `titel` is all that it says.

    `visare` is the line of today, None when it is not within the year. `fler` tells
    that the list goes on after the year that is drawn.
    """

    ar: int
    titel: str
    manader: tuple[Manad, ...]
    prickar: tuple[Prick, ...]
    visare: tuple[float, float, float, float] | None
    motet: str
    fler: bool
    sida: int = SIDA
    mitt: int = MITT

    @property
    def forklaringar(self):
        """Return the sentences that say what the looks of its dots mean."""
        lagen = {p.lage for p in self.prickar}
        satser = [sats for lage, sats in FORKLARINGAR.items() if lage in lagen]
        if any(p.aret_efter and p.lage == Lage.KOMMER for p in self.prickar):
            satser.append("Streckad kant: året efter.")
        if self.visare:
            satser.append("Strecket är i dag.")
        if self.fler:
            satser.append("Ringen visar planens första år; resten står i listan.")
        return satser


def ringen(hjul):
    """Return the `Ring` of the first year of a plan's wheel."""
    ar = hjul.plan.ar
    daterade = [(nr, d) for nr, d in enumerate(hjul.dagar, 1) if d.dag]
    arets = [(nr, dag) for nr, dag in daterade if dag.ar == ar]
    motet = hjul.motesdag
    return Ring(
        ar,
        _titel(ar, arets),
        tuple(_manad(nr, namn) for nr, namn in MONTHS_3.items()),
        tuple(_prickar(arets)),
        _linje(_vinkel(hjul.idag), INRE - 34, YTTRE) if hjul.idag.year == ar else None,
        date_format(motet, "j F Y") if motet else "",
        len(arets) < len(daterade),
    )


def _titel(ar, dagar):
    """Return the whole drawing in words, for who does not see it."""
    delar = [
        f"{nr}. {dag.namn} {date_format(dag.dag, 'j F Y')}, {dag.lage.label.lower()}"
        for nr, dag in dagar
    ]
    return f"Årshjulet {ar}. " + (". ".join(delar) + "." if delar else "Tomt.")


def _vinkel(dag):
    """Return a day's place in its year in degrees, January at the top, sunwise."""
    borjan = date(dag.year, 1, 1)
    langd = date(dag.year, 12, 31).toordinal() - borjan.toordinal() + 1
    return 360 * (dag.toordinal() - borjan.toordinal()) / langd


def _punkt(vinkel, radie):
    v = radians(vinkel)
    return round(MITT + radie * sin(v), 1), round(MITT - radie * cos(v), 1)


def _linje(vinkel, fran, till):
    return *_punkt(vinkel, fran), *_punkt(vinkel, till)


def _manad(nr, namn):
    borjan, mitten = _vinkel(date(2027, nr, 1)), _vinkel(date(2027, nr, 15))
    x, y = _punkt(mitten, MANADERNAS)
    helt = namn.rstrip(".") if len(MONTHS[nr]) > 4 else MONTHS[nr]
    return Manad(helt[:3], x, y, _linje(borjan, INRE, YTTRE))


def _prickar(dagar):
    """Place each dot on the outermost lane where it covers no other."""
    satta = []
    for nr, dag in dagar:
        lagen = [
            _punkt(_vinkel(dag.dag), FORSTA_BANAN - STEG * b) for b in range(BANOR)
        ]
        fria = (xy for xy in lagen if all(_avstand(xy, p) >= LUFT for p in satta))
        x, y = next(fria, lagen[-1])
        motet, efter = dag.moment == Moment.NAMND, dag.dag.year > dag.ar
        satta.append(Prick(nr, x, y, dag.lage, motet, efter))
    return satta


def _avstand(xy, prick):
    return hypot(xy[0] - prick.x, xy[1] - prick.y)
