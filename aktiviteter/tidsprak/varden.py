"""The values that the time language yields: what a cell means, beside its words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tidtyp(StrEnum):
    """What kind of time a Tidplan cell states."""

    SAKNAS = "saknas"
    LOPANDE = "lopande"
    DATUM = "datum"
    PERIOD = "period"
    TILL_OCH_MED = "till_och_med"
    FRAN_OCH_MED = "fran_och_med"
    ATERKOMMANDE = "aterkommande"
    VILLKOR = "villkor"
    AVSLUTAD = "avslutad"
    OKLAR = "oklar"

    @property
    def etikett(self) -> str:
        """The Swedish word that a user reads."""
        return _TIDTYP[self]


class Precision(StrEnum):
    """How exactly the dates were written; TERMIN is a school term."""

    INGEN = ""
    DAG = "dag"
    VECKA = "vecka"
    MANAD = "manad"
    KVARTAL = "kvartal"
    TERTIAL = "tertial"
    ARSTID = "arstid"
    TERMIN = "termin"
    HALVAR = "halvar"
    AR = "ar"


class Aterkommer(StrEnum):
    """How often something comes back."""

    INGEN = ""
    LOPANDE = "lopande"
    DAGLIGEN = "dagligen"
    VECKOVIS = "veckovis"
    VARANNAN_VECKA = "varannan_vecka"
    MANADSVIS = "manadsvis"
    VARANNAN_MANAD = "varannan_manad"
    KVARTALSVIS = "kvartalsvis"
    TERTIALVIS = "tertialvis"
    TERMINSVIS = "terminsvis"
    HALVARSVIS = "halvarsvis"
    TRE_GANGER_PER_AR = "tre_ganger_per_ar"
    FYRA_GANGER_PER_AR = "fyra_ganger_per_ar"
    FLERA_GANGER_PER_AR = "flera_ganger_per_ar"
    ARLIGEN = "arligen"
    VARTANNAT_AR = "vartannat_ar"
    VART_TREDJE_AR = "vart_tredje_ar"
    VART_FJARDE_AR = "vart_fjarde_ar"
    FLERARSVIS = "flerarsvis"
    MANDATPERIODSVIS = "mandatperiodsvis"
    REGELBUNDET = "regelbundet"
    VID_BEHOV = "vid_behov"

    @property
    def etikett(self) -> str:
        """The Swedish word that a user reads."""
        return _ATERKOMMER[self]


class Kanal(StrEnum):
    """Where an activity is followed up."""

    SAKNAS = "saknas"
    ORDINARIE = "ordinarie"
    TERTIALRAPPORT = "tertialrapport"
    DELARSRAPPORT = "delarsrapport"
    VERKSAMHETSBERATTELSE = "verksamhetsberattelse"
    ARSREDOVISNING = "arsredovisning"
    KVARTALSRAPPORT = "kvartalsrapport"
    MANADSRAPPORT = "manadsrapport"
    ANNAN = "annan"
    OKLAR = "oklar"

    @property
    def etikett(self) -> str:
        """The Swedish word that a user reads."""
        return _KANAL[self]


@dataclass(frozen=True, slots=True)
class Tidplan:
    """A Tidplan cell as understood.

    ``text`` holds the writer's own words (trimmed, soft hyphens removed). ``start`` and
    ``slut`` are inclusive days and None where nothing is certain. ``fel`` is a Swedish
    sentence when the words cannot be true, ``forslag`` the whole wording that could
    replace ``text``. ``hanvisning`` holds the words that a reference such as «Se ovan»
    finally points at. ``tillfallen`` lists the single spells when there are several
    with gaps («mars och oktober»); ``start`` and ``slut`` then enclose them all.
    """

    text: str = ""
    typ: Tidtyp = Tidtyp.SAKNAS
    start: date | None = None
    slut: date | None = None
    precision: Precision = Precision.INGEN
    aterkommer: Aterkommer = Aterkommer.INGEN
    fel: str = ""
    forslag: str = ""
    hanvisning: str = ""
    tillfallen: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Rapport:
    """One reporting occasion; ``period`` is its short name, such as «T2 2025»."""

    kanal: Kanal
    period: str = ""
    start: date | None = None
    slut: date | None = None


@dataclass(frozen=True, slots=True)
class Uppfoljning:
    """An Uppföljning cell as understood.

    ``kanal``, ``period``, ``start`` and ``slut`` give the first channel named (the days
    that the report covers, inclusive), ``fler`` the others in reading order. The other
    fields are those of Tidplan.
    """

    text: str = ""
    kanal: Kanal = Kanal.SAKNAS
    period: str = ""
    start: date | None = None
    slut: date | None = None
    aterkommer: Aterkommer = Aterkommer.INGEN
    fel: str = ""
    forslag: str = ""
    hanvisning: str = ""
    fler: tuple[Rapport, ...] = ()


_TIDTYP = {
    Tidtyp.SAKNAS: "Saknas",
    Tidtyp.LOPANDE: "Löpande",
    Tidtyp.DATUM: "Ett datum",
    Tidtyp.PERIOD: "En period",
    Tidtyp.TILL_OCH_MED: "Till och med",
    Tidtyp.FRAN_OCH_MED: "Från och med",
    Tidtyp.ATERKOMMANDE: "Återkommande",
    Tidtyp.VILLKOR: "Styrs av en händelse",
    Tidtyp.AVSLUTAD: "Genomfört",
    Tidtyp.OKLAR: "Oklart",
}
_ATERKOMMER = {
    Aterkommer.INGEN: "",
    Aterkommer.LOPANDE: "löpande",
    Aterkommer.DAGLIGEN: "varje dag",
    Aterkommer.VECKOVIS: "varje vecka",
    Aterkommer.VARANNAN_VECKA: "varannan vecka",
    Aterkommer.MANADSVIS: "varje månad",
    Aterkommer.VARANNAN_MANAD: "varannan månad",
    Aterkommer.KVARTALSVIS: "varje kvartal",
    Aterkommer.TERTIALVIS: "varje tertial",
    Aterkommer.TERMINSVIS: "varje termin",
    Aterkommer.HALVARSVIS: "två gånger per år",
    Aterkommer.TRE_GANGER_PER_AR: "tre gånger per år",
    Aterkommer.FYRA_GANGER_PER_AR: "fyra gånger per år",
    Aterkommer.FLERA_GANGER_PER_AR: "flera gånger per år",
    Aterkommer.ARLIGEN: "varje år",
    Aterkommer.VARTANNAT_AR: "vartannat år",
    Aterkommer.VART_TREDJE_AR: "vart tredje år",
    Aterkommer.VART_FJARDE_AR: "vart fjärde år",
    Aterkommer.FLERARSVIS: "med flera års mellanrum",
    Aterkommer.MANDATPERIODSVIS: "en gång per mandatperiod",
    Aterkommer.REGELBUNDET: "regelbundet",
    Aterkommer.VID_BEHOV: "vid behov",
}
_KANAL = {
    Kanal.SAKNAS: "Saknas",
    Kanal.ORDINARIE: "Ordinarie uppföljning",
    Kanal.TERTIALRAPPORT: "Tertialrapport",
    Kanal.DELARSRAPPORT: "Delårsrapport",
    Kanal.VERKSAMHETSBERATTELSE: "Verksamhetsberättelse",
    Kanal.ARSREDOVISNING: "Årsredovisning eller bokslut",
    Kanal.KVARTALSRAPPORT: "Kvartalsrapport",
    Kanal.MANADSRAPPORT: "Månadsrapport",
    Kanal.ANNAN: "Annan uppföljning",
    Kanal.OKLAR: "Oklart",
}
