"""One series' raw counts → its picture, through the control."""

from dataclasses import replace

from django.utils.formats import date_format

from lagesbild.sammanstallning.bas import Tackning, fragebyten
from lagesbild.sammanstallning.period import MANADER_PER_AR
from lagesbild.sammanstallning.samma import manadsnamn, samma_av
from lagesbild.sammanstallning.serien import AXLAR
from lagesbild.sammanstallning.skydd import manadskoder, skydda_period
from lagesbild.sammanstallning.tabeller import (
    INGEN,
    TILL_OCH_MED,
    Cell,
    Rad,
    Seriebild,
    Visningstabell,
    ar_mest_dold,
    hittills_note,
)
from vbeplan.text.upprakning import uppraknat

RUBRIKER = {
    "miljo": "Miljö",
    "slag": "Händelse",
    "plats": "Plats",
    "delomrade": "Delområde",
}
FOR_SMA = "Visas inte: talen är för små för att delas upp så."


def bild_av(serie, publicerat):
    """Return the `Seriebild` of a `Serie`. `publicerat` is what is public already."""
    return _Bildbygge(serie, publicerat).bild()


class _Bildbygge:
    def __init__(self, serie, publicerat):
        self.serie, self.perioder = serie, serie.perioder
        self.kolumner = tuple(map(self._kolumnrubrik, serie.perioder))
        self.publicerat = [publicerat.kolumn(serie.nyckel, p) for p in self.perioder]
        self.axlar = [serie.axlar(nr) for nr in range(len(self.perioder))]
        self.kant = [
            publicerat.kant(serie.nyckel, period, axlar.tertial)
            for period, axlar in zip(self.perioder, self.axlar, strict=True)
        ]
        self.skydd = [self._skyddad(nr) for nr in range(len(self.perioder))]

    def _kolumnrubrik(self, period):
        gar = self.serie.hittills and period == self.perioder[0]
        return f"{period.etikett} hittills" if gar else period.etikett

    def _skyddad(self, nr):
        if self.publicerat[nr] or not self.serie.tackning[nr]:
            return None
        return skydda_period(self.serie.tal[nr], self.axlar[nr], self.kant[nr])

    def bild(self):
        s, perioder = self.serie, self.perioder
        manad, tertial, noter = _utan_glesa_manader(
            self._per_manad(), self._per_tertial()
        )
        bild = Seriebild(
            s.nyckel,
            s.namn,
            s.raknar,
            s.art,
            s.beror_pa_personal,
            totalt=self._totalt(),
            **{f"per_{axel}": self._per(axel) for axel in AXLAR},
            per_manad=manad,
            per_tertial=tertial,
            per_miljo_och_tertial=self._korsad_tertial(),
            per_miljo_och_delomrade=self._korsad_delomrade(),
            jamforbar=tuple(map(self._ar_jamforbar, range(len(self.perioder)))),
            noter=(*self._noter(), *noter),
            hittills=manadsnamn(perioder[0], s.hittills[-1]) if s.hittills else "",
            hela_manader=len(s.hittills) - s.tackning[0].pagar if s.hittills else None,
        )
        samma = samma_av(bild, *perioder[:2]) if len(perioder) > 1 else None
        return replace(bild, samma_manader=_samma_tabell(samma, s)) if samma else bild

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
            for i, (ord_, _) in enumerate(self._tertial_i_ord()):
                koder = [
                    {"tertial": a.tertial[i][0]} if i < len(a.tertial) else None
                    for a in self.axlar[: len(tertial)]
                ]
                rader.append(self._tidrad("per_tertial", str(i + 1), ord_, koder))
        tabell = self._tidtabell("per_tertial", "Tertial", len(tertial), rader)
        oavslutad = any(TILL_OCH_MED in rad.rubrik for rad in tabell.rader)
        if not oavslutad:
            return tabell
        sist = manadsnamn(self.perioder[0], self.serie.hittills[-1])
        return replace(
            tabell, noter=(*tabell.noter, hittills_note(self.kolumner[0], sist))
        )

    def _tertial_i_ord(self):
        """Return [(words, code)]; one that isn't over says how far it goes."""
        har = dict(self.axlar[0].tertial)
        for kod, manader in self.perioder[0].tertial:
            sist = self.serie.hittills[-1:] if har.get(kod) else ()
            ar_hel = har.get(kod) == manader and not self.serie.tackning[0].pagar
            if sist and sist[0] in manader and not ar_hel:
                sista = manadsnamn(self.perioder[0], sist[0])
                yield f"{kod}{TILL_OCH_MED}{sista}", kod
            else:
                yield kod, kod

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
        koder = tuple(kod for kod, _ in self.axlar[0].tertial)
        ord_ = tuple(ord_ for ord_, kod in self._tertial_i_ord() if kod in koder)
        return self._korsad("tertial", "Miljö och tertial", koder, ord_)

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
        andra_delar = self._nya_delomraden(nr) or self._stangda_delomraden(nr)
        return self.serie.tackning[nr].ar_hel and not andra_delar

    def _nya_delomraden(self, nr):
        """Return the parts of the board that came after a period."""
        return [
            self.serie.namnd.ord_for("delomrade", kod)
            for kod in self.serie.koder["delomrade"]
            if kod in self.axlar[0].delomrade and kod not in self.axlar[nr].delomrade
        ]

    def _stangda_delomraden(self, nr):
        """Return the parts of the board that were closed since a period."""
        return [
            self.serie.namnd.ord_for("delomrade", kod)
            for kod in self.serie.koder["delomrade"]
            if kod in self.axlar[nr].delomrade and kod not in self.axlar[0].delomrade
        ]

    def _noter(self):
        return (*self._tackningsnoter(), *self._delomradesnoter())

    def _tackningsnoter(self):
        if har := self.serie.hittills:
            hittills = Tackning(har, ar_hel=False).i_ord
            yield (
                f"Siffrorna för {self.perioder[0].etikett} gäller hittills, {hittills}."
                " Jämför dem inte med ett helt år."
            )
        alla = enumerate(zip(self.perioder, self.serie.tackning, strict=True))
        for nr, (period, tackning) in alla:
            if tackning and not tackning.ar_hel and not (nr == 0 and har):
                yield (
                    f"Siffrorna för {period.etikett} gäller bara {tackning.i_ord}"
                    f"{self._efterat(nr)}. De går inte att jämföra med ett helt år."
                )

    def _efterat(self, nr):
        """Return what forms tell of the time before the first of them came."""
        forst = self.serie.tackning[nr].manader[0] == self.perioder[nr].manader[0]
        if forst or not self.serie.ar_blanketter:
            return ""
        return ", och det som blanketterna sedan berättade om månaderna före"

    def _delomradesnoter(self):
        for nr, period in enumerate(self.perioder):
            if self.serie.tackning[nr] and (nya := self._nya_delomraden(nr)):
                yield (
                    f"{uppraknat(nya)} ingick inte {period.etikett}. Summorna "
                    "kan då gälla ett annat område och jämförs inte."
                )
        fore = range(1, len(self.perioder))
        delar = (del_ for nr in fore for del_ in self._stangda_delomraden(nr))
        if stangda := list(dict.fromkeys(delar)):
            yield (
                f"{uppraknat(stangda)} är stängt och ingår inte "
                f"{self.perioder[0].etikett}. Summorna kan då gälla ett "
                "annat område och jämförs inte."
            )


def _utan_glesa_manader(manad, tertial):
    """Return months, tertials and notes: without the months when most are hidden.

    A few numbers among hidden ones are twelve rows that tell less than three.
    """
    vet = any(rad.celler[0] != INGEN for rad in manad.rader)
    if not (vet and ar_mest_dold(manad.rader, 0)):
        return manad, tertial, ()
    utan = replace(manad, rader=())
    vad = "Tertialen" if tertial else "Summan för hela tiden"
    note = f"Mer än hälften av månaderna är dolda. {vad} visas i stället."
    if not tertial:
        return utan, tertial, (note,)
    return utan, replace(tertial, noter=(*tertial.noter, note)), ()


def _samma_tabell(samma, serie):
    rad = Rad("", serie.raknar.capitalize(), (_talet(samma.nu), _talet(samma.fore)))
    kolumner = (samma.nar, samma.nar_fore)
    return Visningstabell("samma_manader", "Samma månader", kolumner, (rad,))


def _talet(tal):
    return Cell(str(tal), tal)


def _sager_nagot(rader):
    """Tell if some row has a number that is more than nought."""
    return any(cell.tal for rad in rader for cell in rad.celler)


def _manadsord(manad):
    return date_format(manad, "F").capitalize()
