"""A table and the choices about it → counts by month and word, and what was refused."""

import re
from collections import Counter
from functools import lru_cache

from lagesbild.statistikfil.delsummor import dolda_summor
from lagesbild.statistikfil.ord import (
    DATUM,
    KODADE,
    ROLLORD,
    UPPDELNING,
)
from lagesbild.statistikfil.radlasare import Avvisad, Radlasare, cell
from lagesbild.statistikfil.summor import Summarad, kontrollera
from lagesbild.statistikfil.tal import DOLT, TalFel
from lagesbild.statistikfil.tidord import TidFel, Tidord

TOMT = "(tomt)"
STORRE = re.compile(r"stad(?!sdel)|kommun|län|land|rike|region", re.IGNORECASE)
PERSON = (
    "Raden innehåller något som ser ut som ett personnummer eller en e-postadress och "
    "läses inte. Ta bort uppgiften ur filen och ladda upp den igen."
)


def tolka(blad, val, *, idag):
    """Return the Utfall of a sheet (`las_statistik`) read by a `Val` (`gissa`)."""
    return _Tolk(blad, val, idag).allt()


class _Tolk(Radlasare):
    def __init__(self, *args):
        super().__init__(*args)
        self.rader, self.summarader = [], []

    def allt(self):
        etiketter = self._etiketter()
        nedfyllda = self.nedfyllda(etiketter)
        person = self.med_personuppgift()
        matt = self._mattrader()
        for plats, nr in enumerate(self.blad["nr"]):
            if plats in matt:
                continue
            if plats in etiketter:
                self._summarad(plats, nr, etiketter[plats])
                continue
            try:
                if plats in person:
                    raise Avvisad(PERSON)
                self.rader.append((nr, *self.rad(plats, nedfyllda)))
            except (Avvisad, TidFel, TalFel) as fel:
                if self._ar_omarkt_summa(plats):
                    self._summarad(plats, nr, "")
                else:
                    self.ut.avvisade.append((nr, str(fel)))
        bort = kontrollera(self.ut, self.rader, self.summarader)
        if self.ar_tabell and not bort:
            bort = dolda_summor(self.ut, self.rader)
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

    def _ar_omarkt_summa(self, plats):
        """A row of numbers under the others, with no word at all."""
        ord_ = [cell(k, plats) for k, _ in self.kategorier]
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
        ord_ = [cell(k, plats) for k, _ in self.kategorier]
        ord_ += [cell(k, plats) for k in self.tidkolumner.values()]
        ovriga = [o for o in ord_ if o != "" and o != etikett]
        helt = not any(str(o) for o in ovriga)
        vektor = self._vektor(plats)
        self._radsumma(nr, [(None, "", v) for v in vektor if v is not None])
        if self.varden and any(v is not None for v in vektor):
            self.summarader.append(Summarad(nr, len(self.rader), etikett, vektor, helt))

    def _rakna(self, rad):
        nr, ord_, antalen = rad
        kvar = [ett for ett in antalen if not self._utelamnad(ord_, *ett)]
        if not kvar:
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


@lru_cache(maxsize=1000)
def manadsord(tid):
    if tid.langd == 12:
        return f"{tid.manad:%Y}"
    return f"{tid.manad:%Y-%m}" + (f"–{tid.sista:%m}" if tid.langd > 1 else "")


def _efter_kolumn(antalen, varden):
    svar = [0] * len(varden)
    platser = {}
    for i, (_, _, tidord, namn) in enumerate(varden):
        platser.setdefault((tidord, namn), i)
    for i, (_, _, antal) in enumerate(antalen):
        if len(antalen) == len(varden) and antal != DOLT:
            svar[i] += antal
    return svar
