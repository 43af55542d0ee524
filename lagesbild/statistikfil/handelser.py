"""Which columns of counts count events: «Antal sjukdagar» counts days."""

import re

from lagesbild.statistikfil.ord import KODADE

KALLAD_ANTAL = re.compile(r"antal\b|frekvens\b|count\b", re.IGNORECASE)
_HANDELSER = re.compile(
    r"(?:st|stycken|antal|frekvens|count|totalt?)?|(?:\w+ )*(?:ärenden|händelser|fall|"
    r"anmälningar|incidenter|tillfällen|rapporter|avvikelser|brott|tillbud|poster|"
    r"rader|objekt|klotter|tagg(?:ar|s)?|klistermärken|affischer|iakttagelser|gånger)"
    r"(?: (?:19|20)\d\d)?",
    re.IGNORECASE,
)
# «Antal sjukdagar», «Antal inblandade elever»: counted, but no events.
_ANNAT_ANTAL = re.compile(
    r"antal\b.*(?:dagar|dygn|timmar|minuter|veckor|månader|år|elever|barn|vuxna|"
    r"personer|individer|inblandade|drabbade|skadade|närvarande|deltagare|anställda|"
    r"medarbetare|boende|hushåll|lägenheter|invånare|besök\w*|tjänster|bilder|bilagor|"
    r"sidor|platser|meter|kvm|m2|m²|kvadrat\w*|kronor|kr|liter|kg|fordon)\b",
    re.IGNORECASE,
)


def _av_handelser(s, koder):
    """Whether what a list's column counts is known to be events, or just is «Antal»."""
    vad = re.sub(r"\W+", " ", utan_antal(s.rubrik)).strip()
    if not KALLAD_ANTAL.match(s.rubrik) or _HANDELSER.fullmatch(vad):
        return True
    return any(koder.andel(falt, {vad}) == 1 for falt in KODADE)


def handelserna(antal, val, koder, *, ar_lista):
    """Of the columns of counts, those of events: «Antal sjukdagar» counts days."""
    andra = [
        s
        for s in antal
        if _ANNAT_ANTAL.match(s.rubrik) or (ar_lista and not _av_handelser(s, koder))
    ]
    kvar = [s for s in antal if s not in andra]
    if not andra or not (kvar or ar_lista):
        return antal
    namn = ", ".join(s.rubrik for s in andra[:6])
    hur = "" if kvar else " Varje rad räknas som en händelse."
    val.skal.append(f"{namn} räknar något annat än händelser och läses inte.{hur}")
    return kvar


def utan_antal(namn):
    """Return a heading without its «Antal»."""
    return re.sub(r"^antal\s+", "", namn, flags=re.IGNORECASE)
