"""A table and the choices about it → counts by month and word, and what was refused."""

import re
from collections import Counter
from functools import lru_cache

from lagesbild.statistikfil.gissa import ROLLORD
from lagesbild.statistikfil.kolumner import PERSONMARKE
from lagesbild.statistikfil.ord import (
    AR,
    DATUM,
    KATEGORIER,
    KODADE,
    MANAD,
    SUMMA,
    TIDER,
    UPPDELNING,
    VECKA,
)
from lagesbild.statistikfil.summor import Summarad, kontrollera
from lagesbild.statistikfil.tal import DOLT, TalFel
from lagesbild.statistikfil.tid import (
    FORSTA_AR,
    TidFel,
    Tidord,
    las_vecka,
)
from lagesbild.statistikfil.utfall import Utfall
from lagesbild.statistikfil.varden import taltabell, tidtabell, vardekolumner

TOMT = "(tomt)"
STORRE = re.compile(r"stad(?!sdel)|kommun|län|land|rike|region", re.IGNORECASE)
UTAN_ETIKETT = (
    "Raden har tal men ingen text som säger vad de gäller. Fyll i raden, eller ta bort "
    "den, och ladda upp filen igen."
)
PERSON = (
    "Raden innehåller något som ser ut som ett personnummer eller en e-postadress och "
    "läses inte. Ta bort uppgiften ur filen och ladda upp den igen."
)
INGEN_TID = "Datum saknas. Fyll i datum eller månad på raden och ladda upp filen igen."


def tolka(blad, val, *, idag):
    """Return the Utfall of a sheet (`las_statistik`) read by a `Val` (`gissa`)."""
    return _Tolk(blad, val, idag).allt()


class _Tolk:
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
        self.plats = {nr: plats for plats, nr in enumerate(blad["nr"])}
        self.ut = Utfall()
        self.rader, self.summarader = [], []

    def allt(self):
        etiketter = self._etiketter()
        nedfyllda = self._nedfyllda(etiketter)
        person = self._med_personuppgift()
        matt = self._mattrader()
        for plats, nr in enumerate(self.blad["nr"]):
            if plats in matt:
                continue
            if plats in etiketter:
                self._summarad(plats, nr, etiketter[plats])
                continue
            try:
                if plats in person:
                    raise _Avvisad(PERSON)
                self.rader.append((nr, *self._rad(plats, nedfyllda)))
            except (_Avvisad, TidFel, TalFel) as fel:
                if self._ar_omarkt_summa(plats):
                    self._summarad(plats, nr, "")
                else:
                    self.ut.avvisade.append((nr, str(fel)))
        bort = kontrollera(self.ut, self.rader, self.summarader)
        for i, rad in enumerate(self.rader):
            if i not in bort:
                self._rakna(rad)
        self.ut.summarader += len(bort)
        return self.ut

    def _etiketter(self):
        """Return {place: label} of the rows that are sums, by their words."""
        svar = {int(p): text for p, text in self.blad["summor"].items()}
        if self.ar_tabell:
            svar |= {int(p): text for p, text in self.blad["alla"].items()}
            svar = {p: text for p, text in svar.items() if self._ar_hela(p, text)}
        return {p: text for p, text in svar.items() if self._kan_vara_summa(p)}

    def _mattrader(self):
        """Rows that are means, changes or parts of another: told of, not read."""
        if not self.ar_tabell:
            return {}
        svar = {int(p): text for p, text in self.blad.get("matt", {}).items()}
        if svar:
            orden = ", ".join(
                f"{self.blad['nr'][p]} (”{text}”)" for p, text in list(svar.items())[:6]
            )
            self.ut.upplysningar.append(
                f"{len(svar)} {'rad' if len(svar) == 1 else 'rader'} räknas inte, för "
                "att de är medelvärden, förändringar eller delar av andra rader. "
                f"Radnummer: {orden}."
            )
        return svar

    def _ar_hela(self, plats, text):
        """«Hela Ekhamra» is the sum of its parts, or a part that nobody could name."""
        if not text.casefold().startswith("hela ") or STORRE.search(text):
            return True
        andra = [self._vektor(p) for p in range(len(self.blad["nr"])) if p < plats]
        summor = [sum(v or 0 for v in kolumn) for kolumn in zip(*andra, strict=True)]
        return [v or 0 for v in self._vektor(plats)] == summor

    def _kan_vara_summa(self, plats):
        """In a list of cases a sum has no day of its own."""
        if DATUM not in self.tidkolumner:
            return bool(self.varden) or not self.tidkolumner
        k = self.tidkolumner[DATUM]
        return not isinstance(self.tidtal[DATUM][k["ix"][plats]], Tidord)

    def _nedfyllda(self, etiketter):
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
                elif nu is not None and any(_cell(k, plats) != "" for k in efter):
                    ix[plats] = nu
            svar[id(kolumn)] = ix
        return svar

    def _med_personuppgift(self):
        svar = set()
        for kolumn, _ in self.kolumner:
            if PERSONMARKE in kolumn["varden"]:
                nr = kolumn["varden"].index(PERSONMARKE)
                svar |= {p for p, i in enumerate(kolumn["ix"]) if i == nr}
        return svar

    def _rad(self, plats, nedfyllda):
        """Return (words per category column, [(Tid, words of its heading, count)])."""
        ord_ = [
            kolumn["varden"][nedfyllda.get(id(kolumn), kolumn["ix"])[plats]]
            for kolumn, _ in self.kategorier
        ]
        if self.ar_tabell and self._saknar_etikett(plats, ord_):
            raise _Avvisad(UTAN_ETIKETT)
        radtid = self._radtid(plats, nedfyllda)
        return ord_, self._antalen(plats, radtid)

    def _saknar_etikett(self, plats, ord_):
        tider = [_cell(k, plats) for k in self.tidkolumner.values()]
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
            raise _Avvisad(INGEN_TID)
        if svar is None:
            if MANAD in funna:
                raise _Avvisad(INGEN_TID)
            return Tidord(ar)
        return Tidord(svar.ar or ar or self.val.ar, svar.manad, svar.langd)

    def _antalen(self, plats, radtid):
        if not self.varden:
            return [(self._provad(radtid), "", 1)]
        svar = []
        for kolumn, tabell, tidord, namn in self.varden:
            antal = tabell[kolumn["ix"][plats]]
            if isinstance(antal, TalFel):
                raise TalFel(f"{kolumn['rubrik']}: {antal}")
            if antal is None and len(self.varden) > 1:
                continue
            if antal is None:
                antal = DOLT
            svar.append((self._provad(_forenade(radtid, tidord)), namn, antal))
        return svar

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

    def _ar_omarkt_summa(self, plats):
        """A row of numbers under the others, with no word at all."""
        ord_ = [_cell(k, plats) for k, _ in self.kategorier]
        if not (self.ar_tabell and self.rader and self._saknar_etikett(plats, ord_)):
            return False
        vektor = self._vektor(plats)
        kolumnsummor = [0] * len(self.varden)
        for _, _, antalen in self.rader:
            for i, antal in enumerate(_efter_kolumn(antalen, self.varden)):
                kolumnsummor[i] += antal
        sist = plats == len(self.blad["nr"]) - 1
        return sist or vektor == kolumnsummor

    def _vektor(self, plats):
        return [
            t if isinstance(t := tabell[k["ix"][plats]], int) else None
            for k, tabell, _, _ in self.varden
        ]

    def _summarad(self, plats, nr, etikett):
        self.ut.summarader += 1
        ord_ = [_cell(k, plats) for k, _ in self.kategorier]
        ord_ += [_cell(k, plats) for k in self.tidkolumner.values()]
        ovriga = [o for o in ord_ if o != "" and o != etikett]
        helt = not any(str(o) for o in ovriga)
        vektor = self._vektor(plats)
        self._radsumma(nr, [(None, "", v) for v in vektor if v is not None])
        if self.varden and any(v is not None for v in vektor):
            self.summarader.append(Summarad(nr, len(self.rader), etikett, vektor, helt))

    def _rakna(self, rad):
        nr, ord_, antalen = rad
        kvar = [ett for ett in antalen if not self._utelamnad(ord_, *ett)]
        if antalen and not kvar:
            return
        self.ut.rader += 1
        for tid, namn, antal in kvar:
            self.ut.tider.add(tid)
            if antal == DOLT:
                self.ut.dolda += 1
                continue
            self.ut.summa += antal
            self.ut.per_manad[manadsord(tid)] += antal
            self._kategorisera(ord_, namn, antal)
            self.ut.poster[(tid, self._koder(ord_, namn))] += antal
        self._radsumma(nr, antalen)

    def _utelamnad(self, ord_, _tid, namn, antal):
        if not self.val.bort:
            return False
        for par in zip(KODADE, self._koder(ord_, namn), strict=True):
            if par in self.val.bort:
                per = self.ut.utelamnade.setdefault(par[0], Counter())
                per[par[1]] += 0 if antal == DOLT else antal
                return True
        return False

    def _kategorisera(self, ord_, namn, antal):
        for (kolumn, _), ett in zip(self.kategorier, ord_, strict=True):
            self._per(kolumn["rubrik"])[str(ett) if ett != "" else TOMT] += antal
        if self.val.kolumnfalt:
            self._per(ROLLORD[self.val.kolumnfalt])[namn or TOMT] += antal

    def _per(self, rubrik):
        if rubrik not in self.ut.per_kategori:
            self.ut.per_kategori[rubrik] = Counter()
        return self.ut.per_kategori[rubrik]

    def _koder(self, ord_, namn):
        per_roll = {
            roll: str(ett)
            for (_, roll), ett in zip(self.kategorier, ord_, strict=True)
            if roll != UPPDELNING
        }
        if self.val.kolumnfalt:
            per_roll.setdefault(self.val.kolumnfalt, namn)
        return tuple(per_roll.get(falt) for falt in KODADE)

    def _radsumma(self, nr, antalen):
        """Hold the row's own sum, where the file gives one, against its numbers."""
        if len(self.varden) < 2 or len(self.summakolumner) != 1:
            return
        kolumn, tabell = self.summakolumner[0]
        summa = tabell[kolumn["ix"][self.plats[nr]]]
        if any(a == DOLT for _, _, a in antalen) or not isinstance(summa, int):
            return
        raknad = sum(a for _, _, a in antalen)
        # A formula that was never counted is saved as 0.
        if summa and summa != raknad:
            self.ut.kontroller.append(
                f"Rad {nr}: filens egen summa är {summa}, men talen på raden blir "
                f"{raknad}."
            )


class _Avvisad(Exception):  # noqa: N818 — Swedish: refused
    """A row that cannot be taken; the text says why and what to do."""


def _cell(kolumn, plats):
    return kolumn["varden"][kolumn["ix"][plats]]


@lru_cache(maxsize=1000)
def manadsord(tid):
    if tid.langd == 12:
        return f"{tid.manad:%Y}"
    return f"{tid.manad:%Y-%m}" + (f"–{tid.sista:%m}" if tid.langd > 1 else "")


def _forenade(radtid, tidord):
    """Row and heading may each say a part: the month in one, the year in the other."""
    if tidord is None:
        return radtid
    if tidord.manad:
        return Tidord(tidord.ar or radtid.ar, tidord.manad, tidord.langd)
    return Tidord(tidord.ar or radtid.ar, radtid.manad, radtid.langd)


def _efter_kolumn(antalen, varden):
    svar = [0] * len(varden)
    platser = {}
    for i, (_, _, tidord, namn) in enumerate(varden):
        platser.setdefault((tidord, namn), i)
    for i, (_, _, antal) in enumerate(antalen):
        if len(antalen) == len(varden) and antal != DOLT:
            svar[i] += antal
    return svar
