"""One row of a table: its words, its time, its counts; or why it can't be taken."""

import re

from lagesbild.statistikfil.kolumner import PERSONMARKE
from lagesbild.statistikfil.ord import (
    AR,
    DATUM,
    KATEGORIER,
    MANAD,
    SUMMA,
    TAL,
    TIDER,
    VECKA,
)
from lagesbild.statistikfil.spalter import dela_rubrik
from lagesbild.statistikfil.tal import DOLT, TalFel
from lagesbild.statistikfil.tid import las_vecka
from lagesbild.statistikfil.tidord import FORSTA_AR, TidFel, Tidord
from lagesbild.statistikfil.utfall import Utfall
from lagesbild.statistikfil.varden import taltabell, tidtabell, vardekolumner

UTAN_ETIKETT = (
    "Raden har tal men ingen text som säger vad de gäller. Fyll i raden, eller ta bort "
    "den, och ladda upp filen igen."
)
INGEN_TID = "Datum saknas. Fyll i datum eller månad på raden och ladda upp filen igen."


class Radlasare:
    """Reads the rows of a sheet by a Val; what it meets is told in `ut`."""

    def __init__(self, blad, val, idag):
        self.blad, self.val, self.sista_ar = blad, val, idag.year + 1
        par = list(zip(blad["kolumner"], val.roller, strict=True))
        self.kolumner = [(k, r) for k, r in par if "varden" in k]
        self.kategorier = [(k, r) for k, r in self.kolumner if r in KATEGORIER]
        self.tidkolumner = {r: k for k, r in self.kolumner if r in TIDER}
        self.tidtal = {
            r: tidtabell(k, r, idag=idag, dagordning=val.dagordning)
            for r, k in self.tidkolumner.items()
        }
        self.varden = vardekolumner(self.kolumner, val)
        self.summakolumner = [(k, taltabell(k)) for k, r in self.kolumner if r == SUMMA]
        self.ar_tabell = bool(self.varden) and DATUM not in self.tidkolumner
        self.utan_antal = self._tal_under_tider()
        self.plats = {nr: plats for plats, nr in enumerate(blad["nr"])}
        self.ut = Utfall()

    def _tal_under_tider(self):
        """The columns of a table over time that have no counts, "" in a list of cases.

        Such rows are places or questions, not a case each.
        """
        tal = [k for k, r in self.kolumner if r == TAL and dela_rubrik(k["delar"])[0]]
        if self.varden or self.tidkolumner or not tal:
            return ""
        return ", ".join(k["rubrik"] for k in tal[:6])

    def nedfyllda(self, etiketter):
        """Return {column: words per row}: a label stands for the rows below it too.

        Only in tables, and only where a label further in says what the row is.
        """
        if not self.ar_tabell:
            return {}
        etikettkolumner = [k for k, r in self.kolumner if r in (*KATEGORIER, AR, MANAD)]
        svar = {}
        for kolumn in etikettkolumner[:-1]:
            efter = etikettkolumner[etikettkolumner.index(kolumn) + 1 :]
            nu, ix = None, list(kolumn["ix"])
            for plats, i in enumerate(ix):
                if kolumn["varden"][i] != "":
                    nu = i if plats not in etiketter else None
                elif nu is not None and any(cell(k, plats) != "" for k in efter):
                    ix[plats] = nu
            svar[id(kolumn)] = ix
        return svar

    def med_personuppgift(self):
        svar = set()
        for kolumn, _ in self.kolumner:
            if PERSONMARKE in kolumn["varden"]:
                nr = kolumn["varden"].index(PERSONMARKE)
                svar |= {p for p, i in enumerate(kolumn["ix"]) if i == nr}
        return svar

    def rad(self, plats, nedfyllda):
        """Return (words per category column, [(Tid, words of its heading, count)])."""
        ord_ = [
            kolumn["varden"][nedfyllda.get(id(kolumn), kolumn["ix"])[plats]]
            for kolumn, _ in self.kategorier
        ]
        if self.ar_tabell and self._saknar_etikett(plats, ord_):
            raise Avvisad(UTAN_ETIKETT)
        radtid = self._radtid(plats, nedfyllda)
        return ord_, self._antalen(plats, radtid)

    def _saknar_etikett(self, plats, ord_):
        tider = [cell(k, plats) for k in self.tidkolumner.values()]
        return bool(ord_ or tider) and not any(o != "" for o in (*ord_, *tider))

    def _radtid(self, plats, nedfyllda):
        """Return what the row says of time, as far as it says anything."""
        funna = {}
        for roll, kolumn in self.tidkolumner.items():
            i = nedfyllda.get(id(kolumn), kolumn["ix"])[plats]
            svar = self.tidtal[roll][i]
            if isinstance(svar, TidFel):
                raise svar
            funna[roll] = svar
        if not funna:
            return Tidord(self.val.ar)
        ar = funna[AR].ar if funna.get(AR) else None
        if veckan := funna.get(VECKA):
            return las_vecka(veckan, ar or self.val.ar)
        svar = funna.get(DATUM) or funna.get(MANAD)
        if svar is None and not ar:
            raise Avvisad(INGEN_TID)
        if svar is None:
            if MANAD in funna:
                raise Avvisad(INGEN_TID)
            return Tidord(ar)
        return Tidord(svar.ar or ar or self.val.ar, svar.manad, svar.langd)

    def _antalen(self, plats, radtid):
        if not self.varden and self.utan_antal:
            raise Avvisad(
                f"Talen i {self.utan_antal} är inga hela antal, utan till exempel "
                "andelar eller medelvärden. Be om tabellen med antal."
            )
        if not self.varden:
            return [(self._provad(radtid), "", 1)]
        svar = []
        for kolumn, tabell, tidord, namn in self.varden:
            antal = tabell[kolumn["ix"][plats]]
            if isinstance(antal, TalFel):
                fel = TalFel(f"{kolumn['rubrik']}: {antal}")
                if not self._ar_ensamt_ord(plats):
                    raise fel
                resten = f"{fel} Resten av raden räknas."
                self.ut.avvisade.append((self.blad["nr"][plats], resten))
                continue
            if antal is None and len(self.varden) > 1:
                continue
            if antal is None:
                antal = DOLT
            svar.append((self._provad(_forenade(radtid, tidord)), namn, antal))
        return svar

    def _ar_ensamt_ord(self, plats):
        """Whether words stand where a number should, in a row of counts otherwise.

        A number that is no count says that the row is a mean or a share: none is taken.
        """
        alla = [(cell(k, plats), t[k["ix"][plats]]) for k, t, _, _ in self.varden]
        fel = [v for v, tal in alla if isinstance(tal, TalFel)]
        antal = sum(isinstance(tal, int) for _, tal in alla)
        return antal > len(fel) and not any(re.search(r"\d|^#", str(v)) for v in fel)

    def _provad(self, tidord):
        if tidord.ar is None and self.val.ar is None:
            self.ut.saknar_ar = True
        tid = tidord.tid(self.val.ar)
        if not FORSTA_AR <= tid.manad.year <= self.sista_ar:
            raise TidFel(
                f"År {tid.manad.year} kan inte stämma. Rätta datumet i filen och ladda "
                "upp den igen."
            )
        return tid


class Avvisad(Exception):  # noqa: N818 — Swedish: refused
    """A row that cannot be taken; the text says why and what to do."""


def cell(kolumn, plats):
    return kolumn["varden"][kolumn["ix"][plats]]


def _forenade(radtid, tidord):
    """Row and heading may each say a part: the month in one, the year in the other."""
    if tidord is None:
        return radtid
    if tidord.manad:
        return Tidord(tidord.ar or radtid.ar, tidord.manad, tidord.langd)
    return Tidord(tidord.ar or radtid.ar, radtid.manad, radtid.langd)
