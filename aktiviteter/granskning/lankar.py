"""Links that can't lead anywhere, told by their address alone: nothing is fetched."""

import re
from html import unescape

from aktiviteter.granskning.brist import brist, kort
from aktiviteter.granskning.stycken import ord_

_LANK = re.compile(r'<a href="([^"]*)">(.*?)</a>')
_WEBB = re.compile(r"https?://(?:[^\s/@:]+@)?([^\s/:?#]+)(?::\d+)?(?:[/?#]\S*)?", re.I)
_VARD = re.compile(
    r"(?:[^\s.]+\.)+[^\W\d_]{2,}|\d{1,3}(?:\.\d{1,3}){3}|(?:[^\s.]+\.)+xn--\S+"
)
_EPOST = re.compile(r"mailto:[^\s@]+@[^\s@]+\.[^\W\d_]{2,}(?:\?.*)?", re.I)
_TELEFON = re.compile(r"tel:\+?[\d\s()-]{3,}", re.I)


def granska(html):
    """Yield remarks on the links of a stored rich text."""
    if "<a " not in html:
        return
    for adress, ord_i in _LANK.findall(html):
        adress, orden = unescape(adress), ord_(ord_i)
        if fel := _fel(adress):
            yield brist(
                "trasig_lank",
                f"Länken {kort(orden)} går till {adress[:80]}. {fel}",
                adress,
            )


def _fel(adress):
    schema = adress.split(":", 1)[0].lower()
    if schema == "mailto":
        return "" if _EPOST.fullmatch(adress) else "Skriv hela e-postadressen."
    if schema == "tel":
        return "" if _TELEFON.fullmatch(adress) else "Skriv numret med siffror."
    if schema not in ("http", "https"):
        return "Adressen ska börja med https://."
    traff = _WEBB.fullmatch(adress)
    if not traff or "http" in adress[8:16]:
        return "Adressen är felskriven. Kopiera den från webbläsaren."
    if not _VARD.fullmatch(traff[1]):
        return "Utanför kommunens nät går den inte att nå. Skriv hela adressen."
    return ""
