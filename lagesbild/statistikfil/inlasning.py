"""From a file's bytes to its sheets, and to what is proposed to become of them."""

import re
from dataclasses import dataclass, field

from django.utils import timezone

from blanketter.avidentifiering import SAKER
from blanketter.avidentifiering import hitta as hitta_utan_listor
from blanketter.models import Frageversion
from blanketter.vakten import hitta
from lagesbild.statistikfil.gissa import Val, gissa
from lagesbild.statistikfil.ord import (
    ANTAL,
    DATUM,
    DELOMRADE,
    KODADE,
    MANAD,
    MILJO,
    PERSON,
    PLATS,
    SLAG,
    TIDER,
    VARDE,
    VECKA,
    rubrikroller,
)
from lagesbild.statistikfil.oversatt import Koder
from lagesbild.statistikfil.tid import ar_i_text
from lagesbild.statistikfil.tolka import tolka
from vbeplan.filer.barn import kor_i_barn
from vbeplan.filer.fel import FilFel
from vbeplan.filer.filslag import STATISTIK
from vbeplan.organisation.models import Delomrade, Namnd
from vbeplan.text.svenska import normalisera

MAX_BYTE = 20 * 1024 * 1024
LASARE = "lagesbild.statistikfil.las:las_statistik"
# When a report was drawn is not what it is about.
UTTAGET = re.compile(
    r"uttag|utskr|hämtad|uppdat|skapad|upprätt|jämför|senast", re.IGNORECASE
)
NAMNPROV = 40  # different words of a column, looked at for names
SEKUNDER, MINNE_MIB = 30, 900  # of addresses; the peak in memory is far below
ANONYMT_FILNAMN = "fil med personnamn i filnamnet"


def las_fil(data, *, framsteg=None):
    """Return the sheets of a file (see las.py), read in a child process.

    `framsteg` is told in words how far it is. Raises FilFel.
    """
    if len(data) > MAX_BYTE:
        raise FilFel(
            f"Filen är {len(data) // 1024**2} MB och får vara högst "
            f"{MAX_BYTE // 1024**2} MB. {STATISTIK.dela}"
        )
    bladen = kor_i_barn(
        LASARE,
        data,
        sekunder=SEKUNDER,
        minne_mib=MINNE_MIB,
        slag=STATISTIK,
        framsteg=framsteg,
    )["blad"]
    for blad in bladen:
        blad["kolumner"] = [_utan_namn(k) for k in blad["kolumner"]]
    return bladen


def _utan_namn(kolumn):
    """The column, dropped when its words are mostly people's names, whatever its head.

    It happens before the sheets are kept anywhere: no register of persons.
    """
    prov = [v for v in kolumn.get("varden", ()) if v != ""][:NAMNPROV]
    orden = [v for v in prov if re.fullmatch(r"[^\W\d]\D*", str(v))]
    if len(orden) * 2 <= len(prov) or DELOMRADE in rubrikroller(kolumn["rubrik"]):
        return kolumn
    # The municipality's own lists are asked only about what looks like names.
    funna = [o for o in orden if any(f.typ == "namn" for f in hitta_utan_listor(o))]
    if sum(map(ser_ut_som_person, funna)) * 2 <= len(prov):
        return kolumn
    return {
        "rubrik": kolumn["rubrik"],
        "bokstav": kolumn["bokstav"],
        "slappt": PERSON,
        "dubbletter": 0,
    }


def koderna(namnd):
    """Return the Koder of a board: the city's questions, its own delområden."""
    version = Frageversion.objects.gallande()
    val = {falt: dict(version.val(falt)) for falt in (MILJO, SLAG, PLATS)}
    val[DELOMRADE] = {str(d.pk): d.namn for d in namnd.delomraden.all()}
    andra = Namnd.objects.exclude(pk=namnd.pk).values_list("namn", flat=True)
    delar = Delomrade.objects.exclude(namnd=namnd).values_list("namn", flat=True)
    egna = {normalisera(namn) for namn in val[DELOMRADE].values()}
    namn = {normalisera(ett) for ett in (*andra, *delar)}
    namn |= {kort for ett in andra if (kort := _stadsdel(ett))}
    return Koder(val, namnd.namn, frozenset(namn - egna - {_stadsdel(namnd.namn)}))


def _stadsdel(namn):
    """Return the district that a district board is named for: Sjöviks … → sjövik."""
    forst, *resten = normalisera(namn).split()
    if resten and resten[0].startswith(("stadsdel", "områdes", "kommundel")):
        return forst.removesuffix("s")
    return ""


@dataclass
class Bladforslag:
    """A sheet with what is guessed of it and what comes of that."""

    nr: int
    blad: dict
    val: Val
    utfall: object
    andra: list = field(default_factory=list)

    @property
    def namn(self):
        return self.blad["namn"] or "Filen"

    @property
    def varningar(self):
        """What the user should know of how the sheet was read, in sentences."""
        svar = [
            f"{dubbla} ärendenummer i {kolumn['rubrik']} står mer än en gång. Alla "
            "rader räknas: ta bort dubbletter ur filen om de inte ska med."
            for kolumn in self.blad["kolumner"]
            if (dubbla := kolumn.get("dubbletter"))
        ]
        if self.utfall.dolda:
            svar.append(
                f"{self.utfall.dolda} rutor är dolda eller saknar uppgift (till "
                "exempel <5 eller ..). De räknas inte som noll: summan är minst det "
                "som står."
            )
        return [*svar, *self._om_dolt(), *self.utfall.upplysningar, *self._om_andra()]

    def _om_dolt(self):
        delar = [
            f"{antal} {ord_}"
            for antal, ord_ in (
                (self.blad.get("dolda_rader"), "rader"),
                (self.blad.get("dolda_kolumner"), "kolumner"),
            )
            if antal
        ]
        if not delar:
            return []
        return [
            f"{' och '.join(delar)} är dolda i bladet, till exempel av ett filter. De "
            "räknas också: ta bort dem ur filen om de inte ska med."
        ]

    def _om_andra(self):
        rader = [f"{f.namn} ({f.utfall.rader})" for f in self.andra if f.utfall.rader]
        if not rader:
            return []
        return [
            f"Bara {self.namn} läses in. Filen har fler tabeller med rader: "
            f"{', '.join(rader[:6])}. Läs in dem var för sig om de ska med."
        ]

    @property
    def poang(self):
        """How likely the sheet is to be the one with the figures."""
        roller = set(self.val.roller)
        return (
            bool(self.utfall.rader)
            and 10 * bool(self.blad["synligt"])
            + 6 * bool(roller & set(TIDER) or self.utfall.tider)
            + 3 * len(roller & {*KODADE, VARDE, ANTAL})
            + min(self.utfall.rader, 100) / 20
            - 4 * self.utfall.saknar_ar
        )


def foresla(bladen, koder, filnamn, *, ar=None, dagordning=""):
    """Return a Bladforslag for each sheet, the likeliest first."""
    forslag, idag = [], timezone.localdate()
    for nr, blad in enumerate(bladen):
        val = gissa(blad, koder)
        val.dagordning = dagordning
        val.ar = ar or ar_i_tidrubriken(blad, val) or gissat_ar(blad, filnamn)
        forslag.append(Bladforslag(nr, blad, val, tolka(blad, val, idag=idag)))
    forslag.sort(key=lambda ett: -ett.poang)
    for ett in forslag:
        ett.andra = [f for f in forslag if f is not ett and f.blad["synligt"]]
    return forslag


def ar_i_tidrubriken(blad, val):
    """Return the year that the months' own heading speaks of: «2026», «Månad 2026»."""
    delar = [
        str(del_)
        for kolumn, roll in zip(blad["kolumner"], val.roller, strict=True)
        if roll in (MANAD, VECKA, DATUM)
        for del_ in kolumn["delar"]
    ]
    return ar_i_text(delar)


def gissat_ar(blad, filnamn):
    """Return the year that the sheet's name, its titles or the file's name speak of."""
    titlar = [UTTAGET.split(str(t))[0] for t in blad["titlar"]]
    if len({ar for t in titlar if (ar := ar_i_text([t]))}) > 1:
        return ar_i_text([blad["namn"]])
    return ar_i_text([blad["namn"], *titlar, filnamn, *blad["noter"]])


def ofarligt_filnamn(filnamn):
    """Return the file's name, or words in its stead when it may name a person."""
    namn = filnamn.replace("\\", "/").rsplit("/", 1)[-1][-200:]
    orden = namn.rsplit(".", 1)[0].replace("_", " ").replace("-", " ")
    if hitta(orden):
        return ANONYMT_FILNAMN
    return namn


def ser_ut_som_person(ord_):
    """Return whether the guard takes a category's word for somebody's."""
    return any(f.visshet == SAKER or f.typ == "namn" for f in hitta(str(ord_)))
