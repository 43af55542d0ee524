"""The series of statistics, above all those that don't depend on who reports."""

from lagesbild.barighet.dolda import SKYDD, antalet
from lagesbild.barighet.jamforelse import FARRE, FLER, GAR_EJ, LIKA, OVISST, jamfor
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.provning import vid_gransen
from lagesbild.barighet.storlek import hur_mycket, spannet
from lagesbild.barighet.tal import antal_ord, i_tal, i_text

BISATS = ", som inte beror på vem som rapporterar,"
INGEN = (
    "Det finns ingen klotterstatistik eller annan serie som är oberoende av hur mycket "
    "personalen rapporterar."
)
_SKILLNAD = {
    FLER: "Ökningen är större än slumpen.",
    FARRE: "Minskningen är större än slumpen.",
    LIKA: "Det är i stort sett oförändrat.",
    OVISST: "Skillnaden är inte större än slumpen.",
    GAR_EJ: "",
}


def utfallet(par, grund):
    """Return the outcome of a series' comparison, "" when it can't be made."""
    jamforelse = _jamforelse(par, grund)
    return jamforelse.ord if jamforelse else _vid_gransen(par, grund)


def _vid_gransen(par, grund):
    """Return FLER or FARRE when that holds whatever the hidden number is, else ""."""
    if not _jamfors(par, grund):
        return ""
    ordet = vid_gransen(par.nu, par.forr, grund.manader)
    return ordet if ordet in (FLER, FARRE) else ""


def _jamfors(par, grund):
    """Tell if a series has two periods to compare: one that goes on isn't whole."""
    bada = par.nu is not None and par.forr is not None
    return bool(grund.forr) and bada and not grund.pagar


def _jamforelse(par, grund):
    if par.samma:
        lika_lange = par.samma.manader
        return jamfor(par.samma.nu, lika_lange, par.samma.fore, lika_lange)
    if not _jamfors(par, grund) or None in (par.nu.tal, par.forr.tal):
        return None
    return jamfor(par.nu.tal, grund.manader[0], par.forr.tal, grund.manader[1])


def seriemening(par, grund, slag, bisats=""):
    """Return one sentence on a series, with its figures."""
    amne = f"{par.amne}{bisats}"
    if par.nu is None:
        text = f"{par.amne} saknas för {grund.nu}."
        return Mening(text, (("serie", par.namn), ("period", grund.nu)), slag)
    if par.samma:
        return _samma_manader(par, grund, slag, amne)
    if par.nu.tal is None:
        return _dold(par, grund, slag, amne)
    if not _jamfors(par, grund):
        return _ensam(par, grund, slag, amne)
    if par.forr.tal is None:
        return _dold(par, grund, slag, amne)
    return _jamford(par, grund, slag, amne)


def oberoende_meningar(grund):
    """Return the sentences on the series without staff, or that there is none."""
    if not grund.oberoende:
        return [Mening(INGEN, (), Slag.OBEROENDE)]
    return [
        seriemening(par, grund, Slag.OBEROENDE, "" if nr else BISATS)
        for nr, par in enumerate(grund.oberoende)
    ]


def _dold(par, grund, slag, amne):
    visas = [(grund.nu, par.nu), (grund.forr, par.forr)]
    visas = [(nar, antal) for nar, antal in visas if nar and antal is not None]
    text = " och ".join(f"{antalet(antal, par.raknar)} {nar}" for nar, antal in visas)
    tal = [("serie", par.namn)]
    for nar, antal in visas:
        tal += [("period", nar), (f"{par.namn} {nar}", antal.text)]
    if utfall := _vid_gransen(par, grund):
        vad = "Ökningen" if utfall == FLER else "Minskningen"
        slut = f"{vad} är större än slumpen, vilket det dolda talet än är."
    else:
        slut = (
            f"Utan det som är dolt, {SKYDD}, går det inte att säga något säkert om "
            "utvecklingen."
        )
    return Mening(f"{amne} {par.har} {text}. {slut}", tuple(tal), slag)


def _ensam(par, grund, slag, amne):
    slut = "och inget tidigare på samma grund att jämföra med"
    if grund.pagar and par.forr is not None:
        slut = "och jämförs när perioden är slut"
    text = f"{amne} {par.har} {antal_ord(par.nu.tal, par.raknar)} {grund.nu}, {slut}."
    tal = (("serie", par.namn), ("period", grund.nu))
    return Mening(text, (*tal, (f"{par.namn} {grund.nu}", par.nu.text)), slag)


def _samma_manader(par, grund, slag, amne):
    samma, jamforelse = par.samma, _jamforelse(par, grund)
    fore = "inga" if samma.fore == 0 else i_text(samma.fore)
    har = "har hittills" if samma.ar_alla and par.ar_hittills else "har"
    if par.ar_hittills and not samma.ar_alla:
        return _en_del_av_det(par, grund, slag, amne)
    text = (
        f"{amne} {har} {antal_ord(samma.nu, par.raknar)} {samma.nar}, mot {fore} under "
        f"samma månader {samma.ar_fore}. {_SKILLNAD[jamforelse.ord]}"
    )
    tal = (("serie", par.namn), (f"{par.namn} {samma.nar}", i_text(samma.nu)))
    tal += ((f"{par.namn}, samma månader {samma.ar_fore}", fore),)
    tal += (("period", samma.nar), ("period", samma.ar_fore))
    return Mening(text.rstrip(), tal, slag)


def _en_del_av_det(par, grund, slag, amne):
    """Say how many there are so far, and compare those months that can be."""
    samma, jamforelse = par.samma, _jamforelse(par, grund)
    fore = "inga" if samma.fore == 0 else i_text(samma.fore)
    de = "inga" if samma.nu == 0 else i_text(samma.nu)
    text = (
        f"{amne} har hittills {antalet(par.nu, par.raknar)} {grund.nu}. Under "
        f"{samma.nar} var de {de}, mot {fore} under samma månader {samma.ar_fore}. "
        f"{_SKILLNAD[jamforelse.ord]}"
    )
    tal = (("serie", par.namn), (f"{par.namn} {grund.nu}", par.nu.text))
    tal += (("period", grund.nu), (f"{par.namn} {samma.nar}", de))
    tal += ((f"{par.namn}, samma månader {samma.ar_fore}", fore),)
    tal += (("period", samma.nar), ("period", samma.ar_fore))
    return Mening(text.rstrip(), tal, slag)


def _jamford(par, grund, slag, amne):
    jamforelse = _jamforelse(par, grund)
    antalen = f"{par.nu.text} mot {par.forr.text} {i_tal(par.forr.tal, par.raknar)}"
    tal = (("serie", par.namn), (f"{par.namn} {grund.nu}", par.nu.text))
    tal += ((f"{par.namn} {grund.forr}", par.forr.text),)
    if jamforelse.kvot is None:
        text = f"{amne} har inga {par.raknar} {grund.nu} eller {grund.forr}."
        tal += (("period", grund.nu), ("period", grund.forr))
    elif jamforelse.ar_skillnad:
        vad = "ökade" if jamforelse.ord == FLER else "minskade"
        storlek, fler = hur_mycket(jamforelse)
        text = f"{amne} {vad} mer än slumpen ({antalen}): {storlek}."
        tal += fler
    elif jamforelse.ord == LIKA:
        spann, fler = spannet(jamforelse)
        text = f"{amne} är i stort sett oförändrad ({antalen}), {spann}."
        tal += fler
    elif par.nu.tal == par.forr.tal:
        text = (
            f"{amne} har lika många {par.raknar} som förut ({par.nu.text} "
            f"{grund.bada}), men är för liten för att säkert kallas oförändrad."
        )
    else:
        text = f"{amne} visar ingen förändring som är större än slumpen ({antalen})."
    return Mening(text, tal, slag)


def samlat(grund):
    """Return one outcome of all the independent series: FLER, FARRE, LIKA, "" or None.

    None when there is none to compare; "" when they don't agree or can't tell.
    """
    utfall = {utfallet(par, grund) for par in grund.oberoende} - {""}
    if not utfall:
        return None
    ett = utfall.pop() if len(utfall) == 1 else ""
    return ett if ett in (FLER, FARRE, LIKA) else ""
