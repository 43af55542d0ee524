"""Read: the three layers of the routine as one frozen value. No request."""

import re
from dataclasses import dataclass

from blanketter.models import Kontakt, Rutinsteg, Rutinval
from blanketter.rutin.standard import AKUT, BLANKETT, LASTA, NODNUMMER, STANDARD
from vbeplan.tema.for_mallar import ForMallar
from vbeplan.text.jamfor import jamfor_ord

TEXTER = ("fraga", "gor", "mer", "telefon", "lank", "lanktext")
_INTE_I_NUMMER = re.compile(r"[^\d+]")


def tel(nummer):
    """Return the number as an address that a telephone dials."""
    return f"tel:{_INTE_I_NUMMER.sub('', nummer)}"


@dataclass(frozen=True, slots=True)
class Kontaktrad(ForMallar):
    """Whom to reach, as it is shown."""

    pk: int
    funktion: str
    telefon: str
    epost: str
    tider: str
    jour: bool
    stadens: bool

    @property
    def tel(self):
        return tel(self.telefon)


@dataclass(frozen=True, slots=True)
class Steg(ForMallar):
    """One step as it stands.

    `eget` says whose words it has: the board's (or, for the city, other than the
    program's); `bara_har` that nothing lies below them to go back to. `stadens_val`
    says that the city has hidden the step in every board: a board can't show it.
    """

    kod: str
    fraga: str
    gor: str
    mer: str = ""
    telefon: str = ""
    lank: str = ""
    lanktext: str = ""
    kontakter: tuple[Kontaktrad, ...] = ()
    eget: bool = False
    bara_har: bool = False
    dolt: bool = False
    stadens_val: bool = False

    @property
    def tel(self):
        return tel(self.telefon)

    @property
    def akut(self):
        return self.kod == AKUT

    @property
    def blankett(self):
        return self.kod == BLANKETT

    @property
    def last(self):
        """Whether its place is fixed and it can't be hidden."""
        return self.kod in LASTA

    @property
    def saknar_vag(self):
        """Whether it says to report worry for a child, but not where."""
        return self.kod == "barn" and not (self.telefon or self.lank or self.kontakter)

    @property
    def dagtid(self):
        return [k for k in self.kontakter if not k.jour]

    @property
    def jour(self):
        return [k for k in self.kontakter if k.jour]

    @property
    def i_ord(self):
        """The step as one sentence: the chart for whoever can't see it."""
        numren = [self.telefon, *(f"{k.funktion} {k.telefon}" for k in self.kontakter)]
        sagt = [n.strip() for n in numren if n.strip() and n not in self.gor]
        return f"{self.fraga} Ja: {', '.join([self.gor.rstrip('.'), *sagt])}."


@dataclass(frozen=True, slots=True)
class Rutin(ForMallar):
    """A board's routine, or the city's (`namnd` and `kort` empty)."""

    namnd: str
    kort: str
    farg: str
    alla: tuple[Steg, ...]
    i_planen: bool

    @property
    def steg(self):
        """The steps that are shown, in order."""
        return tuple(s for s in self.alla if not s.dolt)

    @property
    def dolda(self):
        """The steps that nobody who reads the routine is shown."""
        return tuple(s for s in self.alla if s.dolt)

    @property
    def forst(self):
        return self.alla[0]

    @property
    def sedan(self):
        """The steps between the emergency and the form."""
        return [s for s in self.steg if not s.last]

    @property
    def sist(self):
        return self.alla[-1]

    def steget(self, kod):
        """Return the step of that code, or None."""
        return next((s for s in self.alla if s.kod == kod), None)


def under(namnd, kod):
    """Return the words that a layer's own hide, as a dict, or None.

    For a board those are the city's; for the city what follows with the program.
    """
    if namnd and (rad := Rutinsteg.objects.filter(namnd=None, kod=kod).first()):
        return {falt: getattr(rad, falt) for falt in TEXTER}
    return STANDARD.get(kod)


def skillnad(steg, ord_):
    """Return (label, safe HTML) of each text that is another in `ord_` (as `under`).

    What one would lose is struck, what one would get is underlined.
    """
    etiketter = {f: Rutinsteg._meta.get_field(f).verbose_name for f in TEXTER}
    par = [(namn, steg[namn], (ord_ or {}).get(namn, "")) for namn in TEXTER]
    return [
        (etiketter[namn].capitalize(), jamfor_ord(mitt, deras))
        for namn, mitt, deras in par
        if mitt != deras and namn in _synliga(steg)
    ]


def _synliga(steg):
    return [namn for namn in TEXTER if not (steg.akut and namn == "telefon")]


def rutinen(namnd=None):
    """Return the routine of a board, or of the city, as `Rutin`; three queries."""
    stad, namndens = _lager(Rutinsteg.objects.som_galler(namnd))
    val = {rad.namnd_id: rad for rad in Rutinval.objects.som_galler(namnd)}
    agare = namnd and namnd.pk
    under = {kod: dict(ord_) for kod, ord_ in STANDARD.items()}
    koder = _ordnade(list(under), list(stad), val.get(None))
    egna = stad
    if namnd:
        under, egna = under | stad, namndens
        koder = _ordnade(koder, list(namndens), val.get(agare))
    eget_val = val.get(agare) or Rutinval()
    stadens = set(val[None].dolda if namnd and None in val else ()) - set(LASTA)
    dolda = (set(eget_val.dolda) | stadens) - set(LASTA)
    kontakter = _kontakterna(namnd)
    return Rutin(
        namnd=namnd.namn if namnd else "",
        kort=namnd.kort if namnd else "",
        farg=namnd.farg if namnd else "",
        alla=tuple(
            Steg(
                kod,
                **_skyddat(kod, egna.get(kod) or under[kod]),
                kontakter=tuple(kontakter.get(kod, ())),
                eget=kod in egna,
                bara_har=kod not in under,
                dolt=kod in dolda,
                stadens_val=kod in stadens,
            )
            for kod in koder
        ),
        i_planen=eget_val.i_planen,
    )


def _skyddat(kod, ord_):
    """No layer changes the number that saves lives."""
    return ord_ | {"telefon": NODNUMMER} if kod == AKUT else ord_


def _lager(rader):
    """Return the words by code: the city's, the board's."""
    stad, namndens = {}, {}
    for rad in rader.order_by("pk"):
        lager = namndens if rad.namnd_id else stad
        lager[rad.kod] = {falt: getattr(rad, falt) for falt in TEXTER}
    return stad, namndens


def _ordnade(koder, nya, val):
    """Return the codes in the order that the layer has chosen.

    A code that it has not placed stands after the one that it follows in `koder`; the
    layer's own new steps stand last. The locked ones keep both ends.
    """
    alla = [*koder, *(kod for kod in nya if kod not in koder)]
    ordning = [kod for kod in (val.ordning if val else ()) if kod in alla]
    for plats, kod in enumerate(alla):
        if kod not in ordning:
            fore = alla[plats - 1] if plats else None
            dit = ordning.index(fore) + 1 if fore in ordning else len(ordning)
            ordning.insert(dit, kod)
    return [AKUT, *(kod for kod in ordning if kod not in LASTA), BLANKETT]


def _kontakterna(namnd):
    """Return the contacts by step, the board's own before the city's."""
    rader = {}
    for k in sorted(Kontakt.objects.som_galler(namnd), key=lambda k: not k.namnd_id):
        rader.setdefault(k.kod, []).append(
            Kontaktrad(
                pk=k.pk,
                funktion=k.funktion,
                telefon=k.telefon,
                epost=k.epost,
                tider=k.tider,
                jour=k.jour,
                stadens=not k.namnd_id,
            )
        )
    return rader
