"""Words that were to be replaced: «xx», «[fyll i]», «TODO», dots to write on."""

import re

from aktiviteter.granskning.brist import brist, kort

_MONSTER = (
    r"(?<![\w/.])[xX]{2,}(?:[-\s][xX]{2,})*(?![\w])",
    r"\b20[xX]{1,2}\b",
    r"\b(?:ÅÅÅÅ|åååå)(?:-?(?:MM|mm)(?:-?(?:DD|dd))?)?\b",
    r"(?i:\[(?:fyll|skriv|ange|infoga|lägg|komplettera|välj|namn|datum|text|nämnd|år|roll|"
    r"siffra|antal|kommun|förvaltning|diarienummer|ev\b|eventuell)[^\]]{0,200}\])",
    r"\[(?:\s|\.|…|_)*\]",
    r"(?i:\b(?:todo|tbd|fixme)\b)",
    r"(?i:\blorem ipsum\b)",
    r"(?i:klicka (?:eller tryck )?här för att (?:ange|skriva|infoga))",
    r"\?{2,}",
    r"\.{5,}|…{2,}|_{3,}",
    r"\bN\.?\s?N\.?(?=[\s,.]|$)(?!\w)",
    r"(?i:^\(?(?:text (?:kommer|saknas|här)|(?:ska )?kompletteras(?: senare)?|"
    r"skrivs senare|ej klart?|under arbete|(?:fylls|fyll) i(?: senare)?)\)?[.!…]*$)",
    r"(?i:\((?:ska )?(?:kompletteras|fylls i|uppdateras|kontrolleras)(?: senare)?"
    r"[^)]{0,40}\))",
)  # fmt: skip
_PLATSHALLARE = re.compile("|".join(_MONSTER))
# One of these is in every such word; looking for them costs a tenth of the pattern.
_SPAR = (
    "xx|20x|åååå|[|todo|tbd|fixme|lorem|klicka|??|.....|……|___|n.n|n. n|kompletteras|"
    "skrivs senare|ej klar|under arbete|uppdateras|kontrolleras|fyll|text "
).split("|")


def granska(text):
    """Yield at most one remark on words of any kind, a heading's or a role's too."""
    if not kan_finnas(text):
        return
    if traff := _PLATSHALLARE.search(text):
        vad = traff[0].strip()
        runt = f" i {kort(text, 70)}" if vad != text else ""
        rad = f"{kort(vad)} står kvar{runt}. Skriv det som ska stå där."
        yield brist("platshallare", rad, text)


def kan_finnas(text):
    """Tell whether a text is worth looking into; nearly none is."""
    litet = text.lower()
    return any(spar in litet for spar in _SPAR) or "NN" in text
