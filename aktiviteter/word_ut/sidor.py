"""The page: A4, margins, and what runs at the head and foot of every page."""

from aktiviteter.models.handlingsplan import med_ar
from aktiviteter.word_ut.xml import Element, R, falt, lopa, mm, stycke, tabb, w

A4 = (mm(210), mm(297))
MARGINALER = {
    "top": mm(27),
    "right": mm(22),
    "bottom": mm(25),
    "left": mm(22),
    "header": mm(15),
    "footer": mm(13),
    "gutter": 0,
}
LANGST = 100  # letters that the head holds on its line


def sektion(huvud: str, fot: str) -> Element:
    """The section's properties; the cover alone has neither head nor foot."""
    return w(
        "sectPr",
        _pekar("headerReference", huvud),
        _pekar("footerReference", fot),
        w("pgSz", w=A4[0], h=A4[1]),
        w("pgMar", **MARGINALER),
        w("titlePg"),
    )


def _pekar(namn: str, rid: str) -> Element:
    e = w(namn, type="default")
    e.set(f"{{{R}}}id", rid)
    return e


def sidhuvud(plan: dict) -> Element:
    namnd, titel = plan["namnd"], med_ar(plan["titel"], plan["ar"])
    if len(titel) + len(namnd) > LANGST:
        titel = f"Handlingsplan {plan['ar']}"
    hoger = [tabb(), lopa(titel)] if len(titel) + len(namnd) <= LANGST else []
    return w("hdr", stycke("", [lopa(namnd), *hoger], id_="Header"))


def sidfot(plan: dict) -> Element:
    delar = (plan["kommun"], plan["dnr"], "" if plan["datum"] else "Utkast")
    sida = [
        lopa("Sida "),
        *falt("PAGE", "2"),
        lopa(" ("),
        *falt("NUMPAGES", "2"),
        lopa(")"),
    ]
    vanster = lopa(" · ".join(filter(None, delar)))
    return w("ftr", stycke("", [vanster, tabb(), *sida], id_="Footer"))
