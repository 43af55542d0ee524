"""A count as files write it → a whole number, hidden, nothing, or why it is none."""

import re

from lagesbild.statistikfil.tidord import kort

DOLT = "dolt"  # something that the file doesn't say: never the same as zero
NOLLTECKEN = {"-", "–", "—", "−", "‒", "―"}
_DOLDA = re.compile(
    r"[<≤]\s*\d+|färre än \d+|mindre än \d+|\.{1,3}|…|x+|\*+|n/?a|#n/?a|#saknas!?|"
    r"(?:uppgift(?:er)? )?saknas|ingen uppgift|ej uppgift|uppg\.? saknas|sekretess|"
    r"ej (?:rapporterat|tillgängligt?|känt)|okänt?|\d{1,3}\s*[-–]\s*\d{1,3}|"
    r"null|none|nan"
)
_GRUPPERAT = re.compile(r"\d{1,3}(?:[ .,'’]\d{3})+")
_NOLLDECIMALER = re.compile(r"(?<=\d{3})[.,]0{1,2}$")
_HELT = re.compile(r"\d+(?:[.,]0+)?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_NEGATIVT = re.compile(r"[-−–]\s*\d[\d .,]*|\(\s*\d[\d .,]*\)")
_ENHET = re.compile(r"\s*(?:st\.?|stycken|ärenden|händelser|fall)$")
_NOT = re.compile(r"(?<=\d)\s*(?:\*+|\d?\)|[¹²³⁴⁵])$")
# A formula that no program has counted, or an error: both stand for a number.
_FEL = re.compile(r"#[\w/åäö]+[!?]?")
HOGST = 10_000_000


class TalFel(ValueError):  # noqa: N818 — «fel» is Swedish for error
    """Words that are no count; the text is Swedish and says what to do."""


def las_antal(varde):
    """Return an int, DOLT, or None for an empty cell. Raises TalFel."""
    if varde is None or varde == "":
        return None
    if isinstance(varde, (int, float)) and not isinstance(varde, bool):
        return _helt(float(varde), varde)
    text = " ".join(str(varde).replace("\u202f", " ").split()).casefold()
    text = text.removeprefix("'")
    if not text:
        return None
    if text in NOLLTECKEN:
        return 0
    if _DOLDA.fullmatch(text):
        return DOLT
    if not _NEGATIVT.fullmatch(text):
        text = _NOT.sub("", _ENHET.sub("", text))
    return _ur_text(text, varde)


def _ur_text(text, varde):
    if _GRUPPERAT.fullmatch(utan := _NOLLDECIMALER.sub("", text)):
        text = utan
        return _helt(float(re.sub(r"\D", "", text)), varde)
    if _HELT.fullmatch(text) or _DECIMAL.fullmatch(text):
        return _helt(float(text.replace(",", ".")), varde)
    if _NEGATIVT.fullmatch(text):
        raise TalFel(
            f"”{kort(varde)}” är ett negativt antal. Rätta cellen i filen, eller ta "
            "bort raden om den är en rättelse av en annan."
        )
    if _FEL.fullmatch(text):
        raise TalFel(
            f"Cellen visar {kort(varde)}. Öppna filen i Excel, så att formlerna "
            "räknas, eller skriv talet i stället. Spara och ladda upp igen."
        )
    raise TalFel(
        f"”{kort(varde)}” är inget antal. Skriv ett helt tal, eller lämna cellen tom "
        "om uppgiften saknas."
    )


def _helt(tal, varde):
    if tal < 0:
        raise TalFel(
            f"”{kort(varde)}” är ett negativt antal. Rätta cellen i filen, eller ta "
            "bort raden om den är en rättelse av en annan."
        )
    if not tal.is_integer():
        text = str(varde).replace(".", ",")
        raise TalFel(
            f"”{text}” är inget helt tal. Ett antal kan inte ha decimaler: är det en "
            "annan sorts uppgift, välj det för kolumnen."
        )
    if tal > HOGST:
        raise TalFel(f"”{kort(varde)}” är för stort för ett antal. Rätta cellen.")
    return int(tal)


def ar_tallikt(varde):
    """Return whether a cell could be a count: a number, a sign for none, or hidden."""
    if isinstance(varde, str) and varde[:4].casefold() == "okän":
        return False  # a category's word as often as a missing number
    try:
        return las_antal(varde) is not None
    except TalFel:
        text = str(varde).strip()
        return bool(re.fullmatch(r"[-−]?\d[\d .,]*", text))


def ar_decimal(varde):
    if isinstance(varde, float):
        return not varde.is_integer()
    text = str(varde).strip()
    hel = _GRUPPERAT.fullmatch(_NOLLDECIMALER.sub("", text)) or _HELT.fullmatch(text)
    return bool(_DECIMAL.fullmatch(text)) and not hel
