"""One series' raw counts → its picture, through the control."""

from django.utils.formats import date_format

from lagesbild.sammanstallning.bas import fragebyten
from lagesbild.sammanstallning.serien import AXLAR
from lagesbild.sammanstallning.skydd import manadskoder, skydda_period
from lagesbild.sammanstallning.tabeller import INGEN, Rad, Seriebild, Visningstabell

RUBRIKER = {
    "miljo": "Miljö",
    "slag": "Händelse",
    "plats": "Plats",
    "delomrade": "Delområde",
}
MANADER_PER_AR = 12
FOR_SMA = "Visas inte: talen är för små för att delas upp så."


def bild_av(serie, publicerat):
    """Return the `Seriebild` of a `Serie`. `publicerat` is what is public already."""
    return _Bildbygge(serie, publicerat).bild()


class _Bildbygge:
    def __init__(self, serie, publicerat):
        self.serie, self.perioder = serie, serie.perioder
        self.kolumner = tuple(p.etikett for p in serie.perioder)
        self.publicerat = [publicerat.kolumn(serie.nyckel, p) for p in self.perioder]
        self.axlar = [serie.axlar(nr) for nr in range(len(self.perioder))]
        self.kant = [
            publicerat.kant(serie.nyckel, period, axlar.tertial)
            for period, axlar in zip(self.perioder, self.axlar, strict=True)
        ]
        self.skydd = [self._skyddad(nr) for nr in range(len(self.perioder))]

    def _skyddad(self, nr):
        if self.publicerat[nr] or not self.serie.tackning[nr]:
            return None
        return skydda_period(self.serie.tal[nr], self.axlar[nr], self.kant[nr])

    def bild(self):
        s = self.serie
        return Seriebild(
            s.nyckel,
            s.namn,
            s.raknar,
            s.art,
            s.beror_pa_personal,
            totalt=self._totalt(),
            **{f"per_{axel}": self._per(axel) for axel in AXLAR},
            per_manad=self._per_manad(),
            per_tertial=self._per_tertial(),
            per_miljo_och_tertial=self._korsad_tertial(),
            per_miljo_och_delomrade=self._korsad_delomrade(),
            jamforbar=tuple(map(self._ar_jamforbar, range(len(self.perioder)))),
            noter=self._noter(),
        )

    def _cell(self, nr, tabell, kod, koder):
        """Return the cell of a period; `koder` None: it can't tell of it."""
        if fryst := self.publicerat[nr]:
            return fryst.cell(tabell, kod)
        if koder is None or not self.skydd[nr]:
            return INGEN
        return self.skydd[nr].cell(**koder)

    def _totalt(self):
        celler = tuple(
            self._cell(nr, "totalt", "", {}) for nr in range(len(self.perioder))
        )
        rad = Rad("", self.serie.raknar.capitalize(), celler)
        return Visningstabell("totalt", "Totalt", self.kolumner, (rad,))

    def _per(self, axel):
        namn, serie = f"per_{axel}", self.serie
        rader = tuple(
            Rad(
                kod,
                serie.namnd.ord_for(axel, kod),
                tuple(
                    self._cell(
                        nr, namn, kod, {axel: kod} if kod in getattr(a, axel) else None
                    )
                    for nr, a in enumerate(self.axlar)
                ),
            )
            for kod in serie.koder[axel]
        )
        ar_fraga = serie.ar_blanketter and axel != "delomrade"
        if axel != "miljo" and not _sager_nagot(rader):
            return self._om_nagot(namn, RUBRIKER[axel], self.kolumner, rader)
        return Visningstabell(
            namn,
            RUBRIKER[axel],
            self.kolumner,
            rader,
            fragebyten(serie.namnd.versioner, axel, self.perioder) if ar_fraga else (),
            flerval=ar_fraga and axel == "slag",
        )

    def _per_manad(self):
        manader = self._lika_lange([p.manader for p in self.perioder])
        rader = [
            self._tidrad("per_manad", f"{i + 1:02}", _manadsord(manader[0][i]), koder)
            for i, koder in enumerate(self._manadskoder(manader))
        ]
        return self._tidtabell("per_manad", "Månad", len(manader), rader)

    def _manadskoder(self, manader):
        """Yield, for each month of the year, how it is named in each period."""
        for i in range(len(manader[0])):
            yield [
                manadskoder(axlar.tertial, egna[i])
                if egna[i] in axlar.manader
                else None
                for egna, axlar in zip(manader, self.axlar, strict=False)
            ]

    def _per_tertial(self):
        tertial = self._lika_lange([p.tertial for p in self.perioder])
        rader = []
        if self.perioder[0].har_hela_tertial:
            for i, (ord_, _) in enumerate(tertial[0]):
                koder = [
                    {"tertial": a.tertial[i][0]} if a.tertial else None
                    for a in self.axlar[: len(tertial)]
                ]
                rader.append(self._tidrad("per_tertial", str(i + 1), ord_, koder))
        return self._tidtabell("per_tertial", "Tertial", len(tertial), rader)

    def _lika_lange(self, delar):
        """Only whole years have the same months, beside each other."""
        hela_ar = len(self.perioder[0].manader) % MANADER_PER_AR == 0
        return delar if hela_ar else delar[:1]

    def _tidrad(self, tabell, kod, ord_, koder):
        celler = (self._cell(nr, tabell, kod, k) for nr, k in enumerate(koder))
        return Rad(kod, ord_, tuple(celler))

    def _tidtabell(self, namn, rubrik, antal, rader):
        return self._om_nagot(namn, rubrik, self.kolumner[:antal], tuple(rader))

    def _om_nagot(self, namn, rubrik, kolumner, rader):
        """Return the table, without rows when no number of it can be shown."""
        visas = _sager_nagot(rader)
        dolt = any(c.tal is None and c != INGEN for rad in rader for c in rad.celler)
        noter = (FOR_SMA,) if dolt and not visas else ()
        return Visningstabell(namn, rubrik, kolumner, rader if visas else (), noter)

    def _korsad_tertial(self):
        kolumner = tuple(kod for kod, _ in self.axlar[0].tertial)
        return self._korsad("tertial", "Miljö och tertial", kolumner, kolumner)

    def _korsad_delomrade(self):
        koder = self.axlar[0].delomrade
        ord_ = tuple(self.serie.namnd.ord_for("delomrade", kod) for kod in koder)
        return self._korsad("delomrade", "Miljö och delområde", koder, ord_)

    def _korsad(self, axel, rubrik, koder, kolumner):
        namn = f"per_miljo_och_{axel}"
        if not (koder and self.skydd[0]):
            return Visningstabell(namn, rubrik, kolumner)
        rader = tuple(
            Rad(
                miljo,
                self.serie.namnd.ord_for("miljo", miljo),
                tuple(self.skydd[0].cell(miljo=miljo, **{axel: kod}) for kod in koder),
            )
            for miljo in self.axlar[0].miljo
        )
        return self._om_nagot(namn, rubrik, kolumner, rader)

    def _ar_jamforbar(self, nr):
        return self.serie.tackning[nr].ar_hel and not self._nya_delomraden(nr)

    def _nya_delomraden(self, nr):
        """Return the parts of the board that came after a period."""
        return [
            self.serie.namnd.ord_for("delomrade", kod)
            for kod in self.serie.koder["delomrade"]
            if kod in self.axlar[0].delomrade and kod not in self.axlar[nr].delomrade
        ]

    def _noter(self):
        return (*self._tackningsnoter(), *self._delomradesnoter())

    def _tackningsnoter(self):
        for period, tackning in zip(self.perioder, self.serie.tackning, strict=True):
            if tackning and not tackning.ar_hel:
                yield (
                    f"Siffrorna för {period.etikett} gäller bara {tackning.i_ord}. De"
                    " går inte att jämföra med ett helt år."
                )

    def _delomradesnoter(self):
        for nr, period in enumerate(self.perioder):
            if self.serie.tackning[nr] and (nya := self._nya_delomraden(nr)):
                yield (
                    f"{_och(nya)} ingick inte {period.etikett}. Summorna gäller då"
                    " färre delområden och jämförs inte."
                )


def _sager_nagot(rader):
    """Tell if some row has a number that is more than nought."""
    return any(cell.tal for rad in rader for cell in rad.celler)


def _manadsord(manad):
    return date_format(manad, "F").capitalize()


def _och(ord_):
    *forst, sist = ord_
    return f"{', '.join(forst)} och {sist}" if forst else sist
