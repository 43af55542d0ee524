"""How many events were reported beside how many units reported, and what it carries."""

from lagesbild.barighet.dolda import bara_nu, for_fa, med_dolt, om_dolt
from lagesbild.barighet.enhetsord import enhetsbisats, okanda_enheter, riktning
from lagesbild.barighet.jamforelse import FARRE, FLER, GAR_EJ, LIKA
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.provning import FOR_FA
from lagesbild.barighet.storlek import hur_mycket, spannet

_ORDEN = {1: "Fler", -1: "Färre"}
_BESTAMT = {FLER: "ökningen", FARRE: "minskningen"}
_INTE_OFORANDRAT = (
    "betyder inte att nivån säkert är oförändrad; för det är siffrorna för små."
)
LIKA_STORA = 1e-9


def handelsemeningar(grund, provning):
    """Return the sentences on events: how many, what the test says, what it doesn't."""
    if grund.handelser is None:
        return []
    if not grund.forr or grund.handelser_forr is None:
        return [bara_nu(grund)]
    okanda = okanda_enheter(grund)
    kanda_inte = [okanda] if okanda else []
    if None in (grund.handelser.tal, grund.handelser_forr.tal):
        om = om_dolt(grund, provning)
        return [med_dolt(grund), *kanda_inte, *om, *_utan_enheter(provning)]
    return [_bada(grund), *kanda_inte, *_om_provet(grund, provning)]


def _bada(grund):
    nu, forr = grund.handelser, grund.handelser_forr
    skillnad, inga = riktning(nu.tal, forr.tal), nu.tal == forr.tal == 0
    text = _antalen(grund, skillnad, inga)
    tal = (
        ("period", grund.nu),
        (f"händelser {grund.nu}", nu.text),
        ("period", grund.forr),
        (f"händelser {grund.forr}", forr.text),
    )
    if grund.enheter_kanda:
        bisats, enhetstal = enhetsbisats(grund, skillnad, inga=inga)
        text, tal = f"{text}, {bisats}", tal + enhetstal
    if grund.pagar:
        text += f". Perioden {grund.nu} är inte slut, och fler uppgifter kan komma"
    return Mening(f"{text}.", tal, Slag.HANDELSER)


def _antalen(grund, skillnad, inga):
    nu, forr = grund.handelser, grund.handelser_forr
    gjordes = "har hittills rapporterats" if grund.pagar else "rapporterades"
    an = "än under hela" if grund.pagar else "än"
    if inga:
        return f"Inga händelser {gjordes} {grund.nu} eller {grund.forr}"
    if skillnad:
        return (
            f"{_ORDEN[skillnad]} händelser {gjordes} {grund.nu} {an} {grund.forr} "
            f"({nu.text} mot {forr.text})"
        )
    return (
        f"Lika många händelser {gjordes} {grund.nu} som {grund.forr} "
        f"({nu.text} {grund.bada})"
    )


def _om_provet(grund, provning):
    """Return what the test of two shown numbers says, and what it doesn't say."""
    if provning.utfall == GAR_EJ:
        text = "Att ingen har rapporterat något betyder inte att inget har hänt."
        return [Mening(text, (), Slag.FORBEHALL)]
    if provning.utfall == FOR_FA:
        return [for_fa()]
    if provning.utfall in (FLER, FARRE):
        return [_skillnaden(grund, provning), *_utan_enheter(provning)]
    if provning.utfall == LIKA:
        spann, tal = spannet(provning.jamforelse)
        text = f"{grund.per} är nivån i stort sett oförändrad ({spann})."
        return [Mening(text, tal, Slag.PROV), *_utan_enheter(provning)]
    return _ovisst(grund, provning)


def _skillnaden(grund, provning):
    rakt = riktning(grund.handelser.tal, grund.handelser_forr.tal)
    provat = 1 if provning.utfall == FLER else -1
    storlek, tal = hur_mycket(provning.jamforelse)
    borjan = grund.per
    if rakt == provat:
        if provning.per_enhet:
            borjan = f"Även {borjan[0].lower()}{borjan[1:]}"
        text = f"{borjan} är {_BESTAMT[provning.utfall]} större än slumpen: {storlek}."
    else:
        text = (
            f"{borjan} blev händelserna däremot {_ORDEN[provat].lower()}, och "
            f"skillnaden är större än slumpen: {storlek}."
        )
    return Mening(text, tal, Slag.PROV)


def _ovisst(grund, provning):
    lika = abs(provning.jamforelse.kvot - 1) < LIKA_STORA
    if lika and not provning.per_enhet and not grund.pagar:
        return [Mening(f"Det {_INTE_OFORANDRAT}", (), Slag.FORBEHALL)]
    vad = "det lika många" if lika else "skillnaden inte större än slumpen"
    return [
        Mening(f"{grund.per} är {vad}.", (), Slag.PROV),
        Mening(f"Det {_INTE_OFORANDRAT}", (), Slag.FORBEHALL),
    ]


def _utan_enheter(provning):
    if provning.per_enhet or provning.utfall not in (FLER, FARRE):
        return []
    text = (
        "Om det beror på händelserna eller på hur många som rapporterade går inte att "
        "säga."
    )
    return [Mening(text, (), Slag.FORBEHALL)]
