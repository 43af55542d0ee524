"""What the sentences are made of: shown figures and who reported. No database here."""

from dataclasses import dataclass

from lagesbild.barighet.tal import hogst, i_text
from lagesbild.sammanstallning import SammaManader


@dataclass(frozen=True, slots=True)
class Antal:
    """A count as the page shows it: its words, and its number when that is shown."""

    text: str
    tal: int | None = None

    @classmethod
    def med(cls, tal):
        return cls(i_text(tal), tal)

    @property
    def hogst(self):
        """Return the most it can be by its words, None when they don't say."""
        return self.tal if self.tal is not None else hogst(self.text)


@dataclass(frozen=True, slots=True)
class Enheter:
    """Who reported in a period that was asked about in parts.

    `svar` of `tillfragade` (units times parts) came. `snitt` and `fragade_snitt` are
    units in the mean over the parts; `del_ord` is «tertial» when that is a mean of
    several that differ, else "". `ar_delvis` tells that nobody was asked about a part
    of the period, `ar_bytt` that one changed how often to ask in the middle of it,
    `ar_stangd` that no more answers can come. `minst_inget` of the
    answers had nothing to tell; None when that can't be said.
    """

    tillfragade: int = 0
    svar: int = 0
    snitt: float = 0
    fragade_snitt: float = 0
    del_ord: str = ""
    ar_delvis: bool = False
    ar_bytt: bool = False
    ar_stangd: bool = True
    minst_inget: int | None = None

    @property
    def snitt_ord(self):
        return _snitt(self.snitt)

    @property
    def fragade_ord(self):
        return _snitt(self.fragade_snitt)


@dataclass(frozen=True, slots=True)
class Seriepar:
    """A series of statistics now and before; `forr` None when it can't be compared.

    `samma` has the same months of the year before, when this year's aren't all here
    (`ar_hittills`).
    """

    namn: str
    raknar: str
    nu: Antal | None
    forr: Antal | None = None
    ar_klotter: bool = False
    samma: SammaManader | None = None
    ar_hittills: bool = False

    @property
    def har(self):
        return "har hittills" if self.ar_hittills else "har"

    @property
    def amne(self):
        return "Klotterstatistiken" if self.ar_klotter else f"Serien ”{self.namn}”"


@dataclass(frozen=True, slots=True)
class Grund:
    """All that something may be said of. `forr` is "" without a period to compare.

    `varfor` says why there is none. `manader` are the lengths of the two periods, of
    one that isn't over so much as has been (`pagar`). `grans` is the threshold below
    which numbers are hidden.
    """

    nu: str
    forr: str
    handelser: Antal | None
    handelser_forr: Antal | None = None
    enheter: Enheter = Enheter()
    enheter_forr: Enheter = Enheter()
    oberoende: tuple[Seriepar, ...] = ()
    beroende: tuple[Seriepar, ...] = ()
    miljoer: tuple[tuple[str, Antal, Antal], ...] = ()
    varfor: str = ""
    manader: tuple[float, float] = (12, 12)
    grans: int = 5
    pagar: bool = False

    @property
    def bada(self):
        """Return the words for both periods."""
        ar = self.nu.isdigit() and self.forr.isdigit()
        return "båda åren" if ar else "båda perioderna"

    @property
    def enheter_kanda(self):
        """Tell if so many reported both times that events can be counted on them."""
        par = (self.enheter, self.enheter_forr)
        return not any(fattas(enheter, self.grans) for enheter in par)

    @property
    def baser(self):
        """Return what the events of the two periods are counted on."""
        nu, forr = self.manader
        if self.enheter_kanda:
            return self.enheter.snitt * nu, self.enheter_forr.snitt * forr
        return nu, forr

    @property
    def per(self):
        """Return in words what the events are counted on, first in a sentence."""
        if self.enheter_kanda:
            return "Per rapporterande enhet" + (" och månad" if self.pagar else "")
        return "Per månad" if self.pagar else "I antal"


INGA, OBESVARAT, BYTT = "inga", "obesvarat", "bytt"
DELVIS, FA = "delvis", "fa"


def fattas(enheter, grans):
    """Return why events can't be counted on the units of a period, "" when they can."""
    if not enheter.tillfragade:
        return INGA
    if not enheter.svar:
        return OBESVARAT
    if enheter.ar_bytt:
        return BYTT
    if enheter.ar_delvis:
        return DELVIS
    return FA if enheter.snitt < grans else ""


def _snitt(tal):
    """Return a mean of units in whole ones: nobody has seen 0.7 of a school."""
    return i_text(int(tal + 0.5))
