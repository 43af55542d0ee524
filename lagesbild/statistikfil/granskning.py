"""What a waiting file says with the choices made so far: all that its page shows."""

from dataclasses import replace
from functools import cached_property

from django.utils import timezone

from lagesbild.handlingar.ta_in_statistik import (
    BEHALL,
    Underlag,
    avtryck,
    gissat,
    skillnad,
    star_nu,
    utanfor,
)
from lagesbild.statistikfil.gissa import gissa
from lagesbild.statistikfil.inlasning import Bladforslag, foresla, koderna
from lagesbild.statistikfil.kortar import ordningen
from lagesbild.statistikfil.ord import DATUM, KODADE
from lagesbild.statistikfil.ordval import (
    ordvalen,
    rutorna,
    standardkod,
    utelamnade,
)
from lagesbild.statistikfil.tolka import tolka

VALT = "valt"  # how an Ordval came about, beside those of ordval.py


class Granskning:
    """A Statistikfil, read by its choices.

    `fil.data` is {"blad": the sheets, "val": {"blad", "ar", "kolumnfalt", "roller",
    "ord": [[field, word, code]], "standard": {field: code}}}; without "val" everything
    is as guessed.
    """

    def __init__(self, fil):
        self.fil = fil
        self.bladen = fil.data["blad"]
        self.koder = koderna(fil.namnd)
        self.gjorda = fil.data.get("val") or {}

    @cached_property
    def forslagen(self):
        """The sheets as guessed, the likeliest first."""
        return foresla(self.bladen, self.koder, self.fil.filnamn)

    @cached_property
    def bladnr(self):
        return self.gjorda.get("blad", self._troligast())

    def _troligast(self):
        return 0 if len(self.bladen) == 1 else self.forslagen[0].nr

    @cached_property
    def blad(self):
        return self.bladen[self.bladnr]

    @cached_property
    def val(self):
        """The Val of the chosen sheet: as guessed, then as chosen."""
        ett = next(f for f in self.forslagen if f.nr == self.bladnr)
        val = ett.val
        if self.gjorda.get("roller") and self.gjorda.get("blad") == self.bladnr:
            val = gissa(self.blad, self.koder)
            val.roller = self.gjorda["roller"]
            val.kolumnfalt = self.gjorda["kolumnfalt"]
            val.skal = []
        val.ar = self.gjorda.get("ar") or ett.val.ar
        val.dagordning = self.gjorda.get("dagordning", "")
        return val

    @cached_property
    def korta_ar(self):
        """The Ordning of a column of days with two-digit years, None without one."""
        for kolumn, roll in zip(self.blad["kolumner"], self.val.roller, strict=True):
            if roll == DATUM and "varden" in kolumn:
                return ordningen(kolumn["varden"], timezone.localdate())
        return None

    @cached_property
    def hela(self):
        """The Utfall of every row, before any word is left out."""
        gissat = next(f for f in self.forslagen if f.nr == self.bladnr)
        if self.val is gissat.val and not self.gjorda:
            return gissat.utfall
        self.val.bort = frozenset()
        return tolka(self.blad, self.val, idag=timezone.localdate())

    @cached_property
    def ordvalen(self):
        """Each word with what it becomes; chosen on the page before all else."""
        valda = {(f, o): kod for f, o, kod in self.gjorda.get("ord", ())}
        svar = ordvalen(self.hela, self.koder, self.fil.serie)
        for ett in svar:
            if (ett.falt, ett.ord) in valda:
                ett.kod, ett.hur = valda[ett.falt, ett.ord], VALT
        return svar

    @cached_property
    def utfall(self):
        """The Utfall of the rows that are to be taken in."""
        if bort := utelamnade(self.ordvalen):
            self.val.bort = bort
            return tolka(self.blad, self.val, idag=timezone.localdate())
        return self.hela

    @property
    def forslag(self):
        return Bladforslag(self.bladnr, self.blad, self.val, self.utfall)

    @cached_property
    def standard(self):
        return {**standardkod(self.fil.serie), **self.gjorda.get("standard", {})}

    @cached_property
    def rutor(self):
        return rutorna(self.utfall, self.ordvalen, self.koder, self.standard)

    @cached_property
    def andra_omraden(self):
        """{name: count} of delområden that stand in these months and aren't told of."""
        return (
            utanfor(self.fil.serie, self._hela_underlaget) if self.utfall.rader else {}
        )

    @property
    def omraden(self):
        """What was answered about them: BEHALL, ERSATT, or "" while nobody has."""
        return self.gjorda.get("omraden", "")

    @cached_property
    def underlag(self):
        """What would be taken in; None when there is nothing."""
        if not self.utfall.rader:
            return None
        hela = self._hela_underlaget
        kvar = self.andra_omraden and (self.omraden or gissat(hela)) == BEHALL
        return replace(hela, bara=hela.delomraden) if kvar else hela

    @property
    def _hela_underlaget(self):
        return Underlag(
            self.rutor.tal,
            self.utfall.fran,
            self.utfall.till,
            self.fil.filnamn,
            self.utfall.rader,
            self.utfall.avvisade,
        )

    @cached_property
    def andras(self):
        """[(month, precision, before, after)] of months where other numbers stand."""
        rader = skillnad(self.fil.serie, self.underlag) if self.underlag else []
        return rader if any(fore for _, _, fore, _ in rader) else []

    @cached_property
    def sett(self):
        return avtryck(star_nu(self.fil.serie, self.underlag)) if self.underlag else ""

    @property
    def ar_redan_inlast(self):
        if not self.underlag:
            return False
        nu = star_nu(self.fil.serie, self.underlag)
        return bool(nu) and nu == {r: n for r, n in self.rutor.tal.items() if n}

    @property
    def utelamnade(self):
        """Return [(word, count)] of what is left out."""
        return [par for per in self.utfall.utelamnade.values() for par in per.items()]

    @property
    def obesvarade(self):
        return [v for v in self.ordvalen if v.kod is None]

    @property
    def utan_kolumn(self):
        """The coded fields that no column and no heading gives."""
        har = {*self.val.roller, self.val.kolumnfalt}
        return [falt for falt in KODADE if falt not in har]

    def tolkade(self):
        """Return [(field, [(words, count)])] in the house's words, for the preview."""
        plats = {"miljo": 3, "slag": 4, "plats": 5, "delomrade": 2}
        svar = []
        for falt in KODADE:
            per = {}
            for ruta, antal in self.rutor.tal.items():
                kod = ruta[plats[falt]]
                per[kod] = per.get(kod, 0) + antal
            ord_ = self.koder.val[falt]
            rader = [(ord_.get(str(k), "Vet inte"), n) for k, n in per.items()]
            if falt not in self.utan_kolumn:
                svar.append((falt, sorted(rader, key=lambda rad: -rad[1])))
        return svar
