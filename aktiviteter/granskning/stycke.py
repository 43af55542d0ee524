"""Paragraphs that have lost their beginning or their end."""

import re

from aktiviteter.granskning.brist import brist, kort

_SKILJETECKEN = re.compile(r"[.,;:!?](?=\s|[A-ZÅÄÖa-zåäö])(?!\.)|\)")
_LITEN = re.compile(r"[a-zåäö]{2,}(?=[\s,.])")
_UPPRAKNAD = re.compile(r"[–—:=]")  # a definition: «selektiv – riktad till …»
_MENING = re.compile(r"[.!?][”\")»]?$")
_SLUTAD = re.compile(r"[.!?…:;][”\"’»)\]]*$")
# Words that nothing ends with.
_BINDEORD = (
    "och|eller|att|av|för|med|som|i|på|till|samt|den|det|en|ett|de|från|inom|mellan|"
    "genom|om|vid|hos|mot|utan|inklusive|bland|ska|kan|dess|deras|sin|sina|årliga|"
    "respektive|såsom|där|när|eftersom|även|både"
)
_AVKLIPPT = re.compile(rf"(?:^|\s)(?:{_BINDEORD})$|[,–(]$")
_OPPEN_PUNKT = re.compile(r"(?:\s(?:och|samt|eller)|,)$")
_INNE = re.compile(r"[.!?]\s+[A-ZÅÄÖ]")
_RADBRUTEN = re.compile(r"[–—•*-]\s|att\s|\d+[.)]\s|[a-z]\)\s|[a-zåäö]")
_ADRESS = re.compile(r"(?:https?://|www\.|@)\S*$")
LANGT = 12  # words, from which a paragraph without a stop is no label or line


def granska(delar, *, tabell=False):
    """Yield remarks on pieces of a chapter's text; `tabell` when rows follow it."""
    brodtext = [s for s in delar if s.slag != "not"]
    for i, s in enumerate(brodtext):
        fore = brodtext[i - 1] if i else None
        efter = brodtext[i + 1] if i + 1 < len(brodtext) else None
        if b := borjan(s):
            yield b
        elif s.slag == "p":
            yield from _stycke(s, fore, efter, tabell)
        elif s.slag == "li" and s.sist and s.efter != "p":
            yield from _sista_punkt(s)


def borjan(s):
    """Return a remark on a piece that begins with a sign, or None."""
    if not _SKILJETECKEN.match(s.text) or s.slag not in ("p", "li"):
        return None
    text = f"Stycket börjar {kort(s.text)}. Skriv dit det som fattas före."
    return brist("borjar_med_skiljetecken", text, s.text)


def _stycke(s, fore, efter, tabell):
    sist = efter is None
    if s.text.endswith(":"):
        if sist and not tabell:
            yield _slutet(s, "slutar med kolon men inget följer")
        return
    if s.efter in ("ul", "ol"):
        return
    if (
        _AVKLIPPT.search(s.text[-20:])
        and not (sist and tabell)
        and not _fortsatter(efter)
    ):
        yield _slutet(s, "slutar mitt i en mening")
    elif _utan_punkt(s, fore, efter):
        text = f"Stycket slutar ”… {s.text[-40:]}”. Sätt punkt, eller skriv klart."
        yield brist("utan_punkt", text, s.text)
    if _liten(s, fore, efter):
        text = (
            f"Stycket börjar {kort(s.text)}. Sätt ihop det med stycket före, eller "
            "skriv dit början på meningen."
        )
        yield brist("borjar_med_liten_bokstav", text, s.text)


def _slutet(s, hur):
    text = f"”… {s.text[-60:].lstrip()}” {hur}. Skriv klart, eller stryk."
    return brist("oavslutat_stycke", text, s.text)


def _sista_punkt(s):
    if _OPPEN_PUNKT.search(s.text[-8:]):
        yield _slutet(s, "är listans sista punkt men lovar en till")


def _fortsatter(efter):
    """Tell whether the next paragraph goes on: lines cut in two, or typed lists."""
    return efter is not None and bool(_RADBRUTEN.match(efter.text))


def _utan_punkt(s, fore, efter):
    if _SLUTAD.search(s.text[-8:]) or _ADRESS.search(s.text) or _fortsatter(efter):
        return False
    if len(s.text.split()) < LANGT or _RADBRUTEN.match(s.text):
        return False
    grannar = [g for g in (fore, efter) if g is not None and g.slag == "p"]
    return bool(_INNE.search(s.text)) and all(
        _SLUTAD.search(g.text[-8:]) for g in grannar
    )


def _liten(s, fore, efter):
    if not _LITEN.match(s.text) or not _MENING.search(s.text[-4:]):
        return False
    if _UPPRAKNAD.search(s.text[:40]) or len(s.text.split()) < 6:
        return False
    if efter is not None and efter.slag == "p" and _LITEN.match(efter.text):
        return False
    if fore is None:
        return True
    return fore.slag == "p" and bool(_MENING.search(fore.text[-4:]))
