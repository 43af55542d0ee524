"""Who was asked about the plan, what they answered and what came of it."""

from aktiviteter.bilagor.bilaga import Bilaga, Bilagsdel, tabell
from aktiviteter.samraden import samradsrader

NYCKEL, RUBRIK = "samrad", "Samråd och yttranden"
OBESVARAD = "Inte besvarad än"


def samradsbilaga(plan, forra=None):
    """Return the `Bilaga` of a plan's consultation; None when nobody was asked."""
    rader = samradsrader(plan)
    if not rader:
        return None
    delar = (_tillfragade(rader), _synpunkter(rader))
    return Bilaga(NYCKEL, RUBRIK, _ingress(rader), tuple(filter(None, delar)))


def _ingress(rader):
    antal = len(rader)
    svar = sum(bool(rad.svarade or rad.svar or rad.yttranden) for rad in rader)
    return f"{antal} har fått frågan om förslaget till plan. {svar} har svarat."


def _tillfragade(rader):
    celler = [
        (
            rad.part,
            "\n".join(
                f"{ord_} {dag}"
                for ord_, dag in (("Frågad", rad.fragad), ("Svarade", rad.svarade))
                if dag
            )
            or rad.lage,
            _svaret(rad),
            rad.ledde_till,
        )
        for rad in rader
    ]
    kolumner = ("Vem", "När", "Vad de svarade", "Vad det ledde till")
    tabellen = tabell("Tillfrågade", kolumner, celler, form=NYCKEL)
    return Bilagsdel("", (), (tabellen,))


def _svaret(rad):
    """Return what they answered; of who has not answered, only that."""
    if rad.svar or rad.yttranden:
        return rad.svar or "Se synpunkterna nedan."
    return "Inga synpunkter." if rad.har_svarat else f"{rad.slut}."


def _synpunkter(rader):
    celler = [
        (
            "\n".join(filter(None, [rad.part, ett.galler])),
            ett.text,
            "\n".join(filter(None, [ett.utfall or OBESVARAD, ett.svar])),
        )
        for rad in rader
        for ett in rad.yttranden
    ]
    if not celler:
        return None
    kolumner = ("Från", "Synpunkt", "Svar")
    tabellen = tabell("Synpunkter, en för en", kolumner, celler)
    return Bilagsdel("Synpunkter och svar", (), (tabellen,))
