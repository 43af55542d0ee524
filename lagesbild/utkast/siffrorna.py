"""The figures per environment, kind, place, part and time, as they are shown."""

from blanketter.models.fragor import OKLART
from lagesbild.barighet.orden import liten, stor
from lagesbild.barighet.tal import antal_ord, hogst, i_tal, i_text
from lagesbild.sammanstallning import INGEN_UPPGIFT, samma_manader
from lagesbild.sammanstallning.ord import fore_ord
from lagesbild.sammanstallning.tabeller import TILL_OCH_MED
from lagesbild.utkast.delar import Del, Stycke
from vbeplan.text.upprakning import uppraknat

_UPPDELAT = (
    ("per_slag", "Efter händelse.", "Andra slags händelser"),
    ("per_plats", "Efter plats.", "Andra platser"),
    ("per_delomrade", "Efter delområde.", "Andra delområden"),
    ("per_tertial", "Över tid.", "Andra tertial"),
)
MILJOORD = {OKLART: "Okänd miljö", "annan": "Andra miljöer"}  # not as one answers
PLATSER = ("per_plats", "per_delomrade")
FLERVAL = "Samma händelse kan vara av flera slag och räknas då i varje."


def ar_dold(cell):
    """Tell if a cell has a number that isn't shown."""
    return cell.tal is None and cell.text != INGEN_UPPGIFT


def jamforbar(serie):
    """Tell if this period and the one before stand on the same base."""
    return len(serie.jamforbar) > 1 and all(serie.jamforbar[:2])


def handelsedel(underlag):
    """Return what was reported by the forms, in all and in parts."""
    serie = underlag.blanketter
    if serie is None or _cell(serie.totalt.rader[0], 0) is None:
        return Del("Rapporterade händelser", ())
    stycken = [Stycke(f"{stor(totalen(underlag, serie))}.")]
    if visas_uppdelat(serie):
        stycken += _miljoerna(underlag, serie)
        for namn, ledord, ovriga in _UPPDELAT:
            stycken += _fordelning(
                underlag, serie, getattr(serie, namn), ledord, ovriga
            )
    return Del("Rapporterade händelser", tuple(stycken))


def visas_uppdelat(serie):
    """Tell if there is anything to divide: nought has no parts."""
    return serie.totalen.tal != 0


def totalen(underlag, serie):
    """Return a series' total of this period beside the one before, as a clause."""
    if samma := samma_manader(underlag, serie):
        nu, fore = samma_ord(samma, serie.raknar)
        hittills = samma.ar_alla and bool(serie.hittills)
        togs_upp = _togs_upp(serie, hittills=hittills)
        return f"{nu} {togs_upp} {samma.nar}, mot {fore}"
    nu, fore = _par(serie, serie.totalt.rader[0])
    period, antal = underlag.perioder[0], _antalet(nu, serie.raknar)
    togs_upp = _togs_upp(serie, hittills=bool(serie.hittills))
    text = f"{antal} {togs_upp} {period.etikett}"
    if fore is None:
        return text
    mot = "inga" if fore.tal == 0 else _kort(fore)
    return f"{text}, mot {mot} {fore_ord(underlag, serie)}"


def samma_ord(samma, raknar):
    """Return the two counts of the same months in words."""
    fore = "inga" if samma.fore == 0 else i_text(samma.fore)
    return antal_ord(samma.nu, raknar), f"{fore} under samma månader {samma.ar_fore}"


def _togs_upp(serie, *, hittills):
    if hittills:
        ord_ = "rapporterats" if serie.nyckel == "blanketter" else "registrerats"
        return f"har hittills {ord_}"
    return "rapporterades" if serie.nyckel == "blanketter" else "registrerades"


def _antalet(cell, raknar):
    if cell.tal is None:
        return f"{_kort(cell)} {raknar}"
    return (
        f"inga {raknar}" if cell.tal == 0 else f"{cell.text} {i_tal(cell.tal, raknar)}"
    )


def _kort(cell):
    okant = cell.tal is None and hogst(cell.text) is None
    return "ett dolt antal" if okant else cell.text


def _cell(rad, nr):
    """Return a row's cell, None when there is no figure."""
    cell = rad.celler[nr] if nr < len(rad.celler) else None
    return None if cell is None or cell.text == INGEN_UPPGIFT else cell


def _par(serie, rad):
    """Return this period's cell and the one before when they stand on one base."""
    return _cell(rad, 0), _cell(rad, 1) if jamforbar(serie) else None


def _miljoerna(underlag, serie):
    """Return each environment that has events, then the names of the others."""
    rader = [(_miljo(rad), *_par(serie, rad)) for rad in serie.per_miljo.rader]
    med = [rad for rad in rader if any(c is not None and c.tal != 0 for c in rad[1:])]
    utan = [rad[0] for rad in rader if rad not in med and rad[1] is not None]
    if med:
        fore = fore_ord(underlag, serie)
        punkter = tuple(_punkt(*rad, fore, serie.raknar) for rad in med)
        yield Stycke("Händelserna fördelar sig så här på miljöer:", punkter)
    if utan:
        vilka = uppraknat([liten(namn) for namn in utan])
        yield Stycke(f"Inga händelser har rapporterats om {vilka}.")


def _miljo(rad):
    return MILJOORD.get(rad.kod, rad.rubrik)


def _punkt(namn, nu, fore, fore_ord_, raknar):
    antal = "ingen uppgift" if nu is None else _antalet(nu, raknar)
    mot = "" if fore is None else f" ({_kort(fore)} {fore_ord_})"
    return f"{namn}: {antal}{mot}"


def _fordelning(underlag, serie, tabell, ledord, ovriga):
    """Return one division in a sentence; what isn't shown is said to be so.

    A place that stands alone with a small number could point somebody out, so only
    those whose number is shown are named.
    """
    rader = [(rad.rubrik, *_par(serie, _lika_lang(rad))) for rad in tabell.rader]
    visade = [rad for rad in rader if rad[1] is not None and rad[1].tal]
    ar_tid = tabell.namn == "per_tertial"
    if not ar_tid:
        visade.sort(key=lambda rad: -rad[1].tal)
    if not visade:
        return
    nar = fore_ord(underlag, None if ar_tid else serie)
    delar = _radernas(visade, tabell, nar)
    text = stor(f"{'; '.join(delar)}.")
    if tabell.flerval:
        text += f" {FLERVAL}"
    if any(nu is not None and ar_dold(nu) for _, nu, _ in rader):
        text += f" {ovriga} har antal som inte visas."
    yield Stycke(text, ledord=ledord)


def _lika_lang(rad):
    """Return a row without what a tertial that isn't over can't stand beside."""
    return rad._replace(celler=rad.celler[:1]) if TILL_OCH_MED in rad.rubrik else rad


def _rubrik(tabell, namn):
    if tabell.namn == "per_tertial":
        return namn.replace("T", "tertial ", 1)
    return namn if tabell.namn == "per_delomrade" else liten(namn)


def _radernas(visade, tabell, nar):
    """Return each row with its figure before; the first of them says when it was.

    No place stands beside a number that is hidden.
    """
    ut = []
    for namn, nu, fore in visade:
        text = f"{_rubrik(tabell, namn)}: {nu.text}"
        if fore is not None and not (tabell.namn in PLATSER and ar_dold(fore)):
            text += f" ({_kort(fore)}{nar and f' {nar}'})"
            nar = ""
        ut.append(text)
    return ut


def statistikdel(underlag):
    """Return each series of statistics with its total beside the one before."""
    punkter = tuple(
        f"{serie.namn}: {totalen(underlag, serie)}"
        for serie in underlag.statistik
        if _cell(serie.totalt.rader[0], 0) is not None
    )
    stycken = (Stycke("Statistik från andra källor:", punkter),) if punkter else ()
    return Del("Statistik", stycken)
