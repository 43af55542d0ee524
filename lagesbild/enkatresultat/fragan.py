"""The result of one question, whatever its kind."""

from django.conf import settings

from lagesbild.enkatfragor.standard import LEDER_VIDARE
from lagesbild.enkatresultat import ord as orden
from lagesbild.enkatresultat.delar import Andel, Frageresultat, Svarsrad
from lagesbild.enkatresultat.rakna import koder_i
from lagesbild.enkatresultat.skydd import Fraga, skyddad
from lagesbild.enkatresultat.talen import talmatt
from lagesbild.forms.enkatsvar import skalsteg


def frageresultat(fraga, raknat, jamfort, visat=()):
    """Return a Frageresultat of what was counted.

    `jamfort` is (last year's Frageresultat or None, with what it compares or why not),
    `visat` what earlier results of the enkät have shown: [{answer: how many or None}].
    """
    troskel = settings.SMATALSGRANS
    if gor := {"tal": _tal, "text": _text}.get(fraga["slag"]):
        return gor(fraga, raknat, jamfort, troskel)
    return _val(fraga, raknat, jamfort, troskel, visat)


def svarsord(fraga):
    """Return the choices as (code, words)."""
    if fraga["slag"] == "skala":
        return skalsteg(fraga)
    return [(v["kod"], v["text"]) for v in fraga["val"]]


def _val(fraga, raknat, jamfort, troskel, visat):
    antal = raknat.alla.svarande
    flerval = fraga["slag"] == "flera"
    vidare = () if flerval else LEDER_VIDARE.get(fraga["kod"], ())
    fragad = Fraga(fraga["kod"], tuple(koder_i(fraga)), flerval, vidare)
    skydd = skyddad(fragad, raknat, troskel=troskel, visat=visat)
    if not skydd:
        sats = orden.FOR_FA if antal else orden.INGEN
        return _resultat(fraga, _antal(antal, troskel), sats)
    forra, jamforelse = jamfort
    rader = _rader(fraga, skydd, forra)
    antal = skydd.svarande[""].antal
    sats = orden.vanligast(rader, antal, flerval=flerval)
    return _resultat(
        fraga,
        skydd.svarande[""],
        sats,
        grupper=tuple(orden.gruppnamn(g, d) for g, d in skydd.grupper.items()),
        gruppsvarande=tuple(skydd.svarande[g] for g in skydd.grupper),
        rader=rader,
        jamforelse=jamforelse,
    )


def _rader(fraga, skydd, forra):
    fore = {r.kod: r.alla for r in forra.rader} if forra else {}
    return tuple(
        Svarsrad(
            kod=kod,
            text=text,
            alla=skydd.per_kod[kod][""],
            grupper=tuple(skydd.per_kod[kod][g] for g in skydd.grupper),
            forra=fore.get(kod),
        )
        for kod, text in svarsord(fraga)
    )


def _tal(fraga, raknat, jamfort, troskel):
    antal = len(raknat.tal)
    matt = talmatt(raknat.tal, fraga.get("enhet", ""), troskel)
    sats = orden.FOR_FA if antal else orden.INGEN
    if matt:
        sats = orden.med_tal(matt, antal)
        if jamfort[0] and jamfort[0].tal:
            sats += f" Förra året: {jamfort[0].sats}"
    return _resultat(
        fraga, _antal(antal, troskel), sats, tal=matt, jamforelse=jamfort[1]
    )


def _text(fraga, raknat, jamfort, troskel):
    antal = _antal(raknat.texter, troskel)
    sats = (
        f"{antal.text.capitalize()} svarade med egna ord. Orden visas bara för "
        "samordnaren."
        if raknat.texter
        else orden.INGEN
    )
    return _resultat(fraga, antal, sats)


def _antal(antal, troskel):
    if 0 < antal < troskel:
        return Andel(None, None, f"färre än {troskel}")
    return Andel(antal, None, str(antal))


def _resultat(fraga, svarande, sats, **mer):
    tomt = {"grupper": (), "gruppsvarande": (), "rader": (), "tal": None}
    return Frageresultat(
        kod=fraga["kod"],
        slag=fraga["slag"],
        fraga=fraga["fraga"],
        svarande=svarande,
        sats=sats,
        **(tomt | {"jamforelse": ""} | mer),
    )
