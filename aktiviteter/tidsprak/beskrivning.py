"""Values put into good Swedish, for the form's «så här tolkades det» and for lists."""

from datetime import date

from . import kalender
from .kalender import manadsnamn
from .varden import Kanal, Precision, Rapport, Tidplan, Tidtyp, Uppfoljning

_ARSTID = {3: "våren", 6: "sommaren", 9: "hösten", 12: "vintern"}
_TERMIN = {1: "vårterminen", 8: "höstterminen"}
_HALVAR = {1: "första halvåret", 7: "andra halvåret"}
_RAPPORT = {
    Kanal.ORDINARIE: "Ordinarie uppföljning",
    Kanal.TERTIALRAPPORT: "Tertialrapport",
    Kanal.DELARSRAPPORT: "Delårsrapport",
    Kanal.VERKSAMHETSBERATTELSE: "Verksamhetsberättelsen",
    Kanal.ARSREDOVISNING: "Årsredovisningen",
    Kanal.KVARTALSRAPPORT: "Kvartalsrapport",
    Kanal.MANADSRAPPORT: "Månadsrapport",
    Kanal.ANNAN: "Annan uppföljning",
}


def dag_ord(dagen: date) -> str:
    """«30 april 2027»."""
    return f"{dagen.day} {manadsnamn(dagen)} {dagen.year}"


def spann_ord(
    start: date, slut: date, precision: Precision, *, kort: bool = False
) -> str:
    """A spell in words, «hösten 2025 (september–november)»; ``kort`` drops brackets."""
    if start == slut:
        return dag_ord(start)
    helar = (start.month, start.day, slut.month, slut.day) == (1, 1, 12, 31)
    if helar and precision != Precision.DAG:
        return (
            f"{start.year}" if start.year == slut.year else f"{start.year}–{slut.year}"
        )
    if precision == Precision.DAG:
        return _dagar_ord(start, slut)
    hela_manader = start.day == 1 and slut == kalender.sista_dag(slut.year, slut.month)
    if not hela_manader:
        return _dagar_ord(start, slut)
    manader = _manader_ord(start, slut)
    namn = _namn(start, slut, precision)
    if not namn:
        return manader
    return namn if kort else f"{namn} ({manader.removesuffix(f' {start.year}')})"


def _dagar_ord(start: date, slut: date) -> str:
    if start.year != slut.year:
        return f"{dag_ord(start)}–{dag_ord(slut)}"
    if start.month != slut.month:
        return f"{start.day} {manadsnamn(start)}–{dag_ord(slut)}"
    return f"{start.day}–{dag_ord(slut)}"


def _manader_ord(start: date, slut: date) -> str:
    sista = f"{manadsnamn(slut)} {slut.year}"
    if start.year != slut.year:
        return f"{manadsnamn(start)} {start.year}–{sista}"
    return sista if start.month == slut.month else f"{manadsnamn(start)}–{sista}"


def _namn(start: date, slut: date, precision: Precision) -> str:
    """The name of a whole quarter, tertial, season, term or half-year, else ""."""
    langd = (slut.year - start.year) * 12 + slut.month - start.month + 1
    manad, ar = start.month, start.year
    if precision == Precision.KVARTAL and langd == 3 and manad % 3 == 1:
        return f"kvartal {manad // 3 + 1} {ar}"
    if precision == Precision.TERTIAL and langd == 4 and manad % 4 == 1:
        return f"tertial {manad // 4 + 1} {ar}"
    if precision == Precision.ARSTID and langd == 3 and manad in _ARSTID:
        ar_ord = f"{ar}/{ar + 1}" if manad == 12 else f"{ar}"
        return f"{_ARSTID[manad]} {ar_ord}"
    if precision == Precision.TERMIN and langd in (5, 6) and manad in _TERMIN:
        return f"{_TERMIN[manad]} {ar}"
    if precision == Precision.HALVAR and langd == 6 and manad in _HALVAR:
        return f"{_HALVAR[manad]} {ar}"
    return ""


def beskriv_tidplan(tidplan: Tidplan, *, avstamning: date | None = None) -> str:
    """How a Tidplan was understood, in one Swedish phrase without a full stop.

    ``avstamning`` is the next check date, kept beside the value: «Löpande – nästa
    avstämning 30 april 2027». A flagged value gives its sentence and suggestion.
    """
    if tidplan.fel:
        return _med_fel(_tidtyp_vid_fel(tidplan), tidplan.fel, tidplan.forslag)
    orden = _stor(", ".join(filter(None, _tidplansled(tidplan))))
    if avstamning:
        return f"{orden} – nästa avstämning {dag_ord(avstamning)}"
    return orden


def _tidplansled(tidplan: Tidplan) -> list[str]:
    aterkommer = tidplan.aterkommer.etikett
    dagar = _tidplansdagar(tidplan)
    if tidplan.typ == Tidtyp.SAKNAS:
        return ["ingen tidplan angiven"]
    if tidplan.typ == Tidtyp.OKLAR:
        return ["kunde inte tolkas som tid, orden behålls som de står"]
    if tidplan.typ == Tidtyp.VILLKOR:
        return ["styrs av en händelse", aterkommer, dagar]
    if tidplan.typ in (Tidtyp.LOPANDE, Tidtyp.AVSLUTAD):
        return [tidplan.typ.etikett, aterkommer, dagar]
    return [aterkommer, dagar]


def _tidplansdagar(tidplan: Tidplan) -> str:
    start, slut, precision = tidplan.start, tidplan.slut, tidplan.precision
    if tidplan.tillfallen:
        spann = [spann_ord(*par, precision, kort=True) for par in tidplan.tillfallen]
        return f"{', '.join(spann[:-1])} och {spann[-1]}"
    if start and slut:
        return spann_ord(start, slut, precision)
    if slut:
        return f"till och med {dag_ord(slut)}"
    return f"från och med {dag_ord(start)}" if start else ""


def _tidtyp_vid_fel(tidplan: Tidplan) -> str:
    if tidplan.typ in (Tidtyp.OKLAR, Tidtyp.SAKNAS, Tidtyp.ATERKOMMANDE):
        return tidplan.aterkommer.etikett
    return tidplan.typ.etikett


def _med_fel(sakert: str, fel: str, forslag: str) -> str:
    fraga = f" Menas ”{forslag}”?" if forslag else ""
    return f"{_stor(sakert)}: {fel}{fraga}" if sakert else f"{fel}{fraga}"


def _stor(orden: str) -> str:
    return orden[:1].upper() + orden[1:]


def beskriv_uppfoljning(uppfoljning: Uppfoljning) -> str:
    """How an Uppföljning was understood, «Verksamhetsberättelsen 2027»."""
    if uppfoljning.kanal == Kanal.SAKNAS and not uppfoljning.fel:
        return "Ingen uppföljning angiven"
    forsta = Rapport(
        uppfoljning.kanal, uppfoljning.period, uppfoljning.start, uppfoljning.slut
    )
    delar = [rapport_ord(rapport) for rapport in (forsta, *uppfoljning.fler)]
    orden = " och ".join(filter(None, [", ".join(delar[:-1]), _liten(delar)]))
    if aterkommer := uppfoljning.aterkommer.etikett:
        orden = f"{orden}, {aterkommer}" if orden else _stor(aterkommer)
    if uppfoljning.fel:
        return _med_fel(orden, uppfoljning.fel, uppfoljning.forslag)
    return orden or "Kunde inte tolkas, orden behålls som de står"


def _liten(delar: list[str]) -> str:
    sista = delar[-1]
    return sista[:1].lower() + sista[1:] if len(delar) > 1 else sista


def rapport_ord(rapport: Rapport) -> str:
    """One reporting occasion in words, «Tertialrapport 2 2025»; "" when unclear."""
    namn = _RAPPORT.get(rapport.kanal, "")
    period = rapport.period
    if rapport.kanal == Kanal.TERTIALRAPPORT:
        period = period.removeprefix("T")
    if rapport.kanal == Kanal.KVARTALSRAPPORT:
        period = period.removeprefix("Q")
    if rapport.kanal == Kanal.DELARSRAPPORT:
        period = period.removeprefix("delår ")
    if rapport.kanal in (Kanal.ANNAN, Kanal.ORDINARIE) and period:
        return f"{namn}, {period}"
    return f"{namn} {period}".strip()
