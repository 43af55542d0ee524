"""One series' raw counts → its picture, through the control."""

from dataclasses import dataclass

from django.utils.formats import date_format

from lagesbild.sammanstallning.bas import Tackning, fragade, fragebyten
from lagesbild.sammanstallning.handelser import UTAN_MANAD, Tal
from lagesbild.sammanstallning.skydd import Koder, skydda_period
from lagesbild.sammanstallning.tabeller import (
    INGEN,
    Rad,
    Seriebild,
    Visningstabell,
)

BLANKETTER = "blanketter"
RUBRIKER = {
    "per_miljo": "Miljö",
    "per_slag": "Händelse",
    "per_plats": "Plats",
    "per_delomrade": "Delområde",
}
MANADER_PER_AR = 12


@dataclass(frozen=True)
class Serie:
    """A series with its raw counts and what they cover, both by period."""

    nyckel: str
    namn: str
    raknar: str
    art: str
    beror_pa_personal: bool
    tal: list[Tal]
    tackning: list[Tackning]

    @property
    def ar_blanketter(self):
        return self.nyckel == BLANKETTER

    def anvanda(self, axel):
        """Return the codes of an axis that have an event in some period."""
        return {
            kod for tal in self.tal for kod in _per(tal, axel) if _per(tal, axel)[kod]
        }

    @property
    def har_hela_manader(self):
        return [not any(m == UTAN_MANAD for m, _ in tal.tid) for tal in self.tal]


def _per(tal, axel):
    """Return {code: count} of one axis."""
    if axel == "miljo":
        ut = {}
        for (_, miljo), antal in tal.tid.items():
            ut[miljo] = ut.get(miljo, 0) + antal
        return ut
    if axel == "delomrade":
        ut = {}
        for (del_, _), antal in tal.delomrade.items():
            ut[del_] = ut.get(del_, 0) + antal
        return ut
    return getattr(tal, axel)


def bild_av(serie, perioder, grund, publicerat):
    """Return the `Seriebild` of a series. `grund` is the words of the codes."""
    return _Bildbygge(serie, perioder, grund, publicerat).bild()


class _Bildbygge:
    def __init__(self, serie, perioder, grund, publicerat):
        self.serie, self.perioder, self.grund = serie, perioder, grund
        alla = serie.ar_blanketter
        self.koder = Koder(
            *(
                grund.koder(axel, serie.anvanda(axel), alla=alla)
                for axel in ("miljo", "slag", "plats", "delomrade")
            ),
            flerval=alla,
        )
        self.publicerat = {
            nr: publicerat[p]
            for nr, p in enumerate(perioder)
            if p in publicerat and publicerat[p].har(serie.nyckel)
        }
        self.skydd = [
            None
            if nr in self.publicerat or not tackning
            else skydda_period(serie.tal[nr], self.koder, perioder[nr])
            for nr, tackning in enumerate(serie.tackning)
        ]

    def bild(self):
        s = self.serie
        return Seriebild(
            s.nyckel,
            s.namn,
            s.raknar,
            s.art,
            s.beror_pa_personal,
            totalt=self._totalt(),
            **{
                f"per_{axel}": self._per(axel)
                for axel in ("miljo", "slag", "plats", "delomrade")
            },
            per_manad=self._per_manad(),
            per_tertial=self._per_tertial(),
            per_miljo_och_tertial=self._korsad_tertial(),
            per_miljo_och_delomrade=self._korsad_delomrade(),
            jamforbar=tuple(t.ar_hel for t in s.tackning),
            noter=self._noter(),
        )

    def _kolumner(self):
        return tuple(p.etikett for p in self.perioder)

    def _cell(self, nr, tabell, kod, **koder):
        if nr in self.publicerat:
            return self.publicerat[nr].cell(self.serie.nyckel, tabell, kod)
        return self.skydd[nr].cell(**koder) if self.skydd[nr] else INGEN

    def _celler(self, tabell, kod, **koder):
        return tuple(
            self._cell(nr, tabell, kod, **koder) for nr in range(len(self.perioder))
        )

    def _totalt(self):
        ord_ = self.serie.raknar.capitalize()
        rad = Rad("", ord_, self._celler("totalt", ""))
        return Visningstabell("totalt", "Totalt", self._kolumner(), (rad,))

    def _per(self, axel):
        namn = f"per_{axel}"
        koder = getattr(self.koder, axel)
        rader = tuple(
            Rad(kod, self.grund.ord_for(axel, kod), self._axelceller(axel, kod))
            for kod in koder
        )
        return Visningstabell(
            namn,
            RUBRIKER[namn],
            self._kolumner(),
            rader if any(koder) else (),
            self._byten(axel),
            flerval=axel == "slag" and self.koder.flerval,
        )

    def _axelceller(self, axel, kod):
        """Nought where it could not be answered is no figure."""
        celler = self._celler(f"per_{axel}", kod, **{axel: kod})
        if not self._ar_fraga(axel):
            return celler
        return tuple(
            cell
            if cell.tal != 0 or kod in fragade(self.grund.versioner, axel, period)
            else INGEN
            for cell, period in zip(celler, self.perioder, strict=True)
        )

    def _ar_fraga(self, axel):
        return self.serie.ar_blanketter and axel != "delomrade"

    def _byten(self, axel):
        if not self._ar_fraga(axel):
            return ()
        return fragebyten(self.grund.versioner, axel, self.perioder)

    def _per_manad(self):
        manader = self._lika_lange([p.manader for p in self.perioder])
        rader = [
            Rad(
                f"{i + 1:02}",
                date_format(forsta, "F").capitalize(),
                tuple(
                    self._tidcell(
                        nr, "per_manad", f"{i + 1:02}", manad=m[i].isoformat()
                    )
                    for nr, m in enumerate(manader)
                ),
            )
            for i, forsta in enumerate(manader[0])
        ]
        return self._tidtabell("per_manad", "Månad", len(manader), rader)

    def _per_tertial(self):
        tertial = self._lika_lange([p.tertial for p in self.perioder])
        rader = [
            Rad(
                f"{i + 1}",
                kod,
                tuple(
                    self._tidcell(nr, "per_tertial", f"{i + 1}", tertial=t[i][0])
                    for nr, t in enumerate(tertial)
                ),
            )
            for i, (kod, _) in enumerate(tertial[0])
        ]
        return self._tidtabell("per_tertial", "Tertial", len(tertial), rader)

    def _lika_lange(self, delar):
        """Only whole years have the same months, beside each other."""
        hela_ar = len(self.perioder[0].manader) % MANADER_PER_AR == 0
        return delar if hela_ar else delar[:1]

    def _tidcell(self, nr, tabell, kod, **koder):
        """A year's number tells nothing of its months."""
        if nr not in self.publicerat and not self.serie.har_hela_manader[nr]:
            return INGEN
        return self._cell(nr, tabell, kod, **koder)

    def _tidtabell(self, namn, rubrik, antal, rader):
        nagot = any(c != INGEN for rad in rader for c in rad.celler)
        kolumner = self._kolumner()[:antal]
        return Visningstabell(namn, rubrik, kolumner, tuple(rader) if nagot else ())

    def _korsad_tertial(self):
        kolumner = [kod for kod, _ in self.perioder[0].tertial]
        visas = self.serie.har_hela_manader[0]
        return self._korsad("tertial", "Miljö och tertial", kolumner, kolumner, visas)

    def _korsad_delomrade(self):
        koder = self.koder.delomrade
        ord_ = [self.grund.ord_for("delomrade", kod) for kod in koder]
        return self._korsad("delomrade", "Miljö och delområde", koder, ord_, any(koder))

    def _korsad(self, axel, rubrik, koder, kolumner, visas):
        namn = f"per_miljo_och_{axel}"
        if not (visas and self.skydd[0]):
            return Visningstabell(namn, rubrik, tuple(kolumner))
        rader = tuple(
            Rad(
                miljo,
                self.grund.ord_for("miljo", miljo),
                tuple(self.skydd[0].cell(miljo=miljo, **{axel: kod}) for kod in koder),
            )
            for miljo in self.koder.miljo
        )
        return Visningstabell(namn, rubrik, tuple(kolumner), rader)

    def _noter(self):
        return tuple(
            f"{period.etikett} finns bara {tackning.i_ord}."
            for period, tackning in zip(self.perioder, self.serie.tackning, strict=True)
            if tackning and not tackning.ar_hel
        )
