"""Wordings for school classes: the stage, which is a fact of the class."""

import re

from blanketter.avidentifiering.omskrivning.plats import (
    bort,
    fore,
    i_stallet,
    inskott,
)

_STADIER = ("lågstadiet", "mellanstadiet", "högstadiet")
_KLASSER = {
    "lågstadiet": "en lågstadieklass",
    "mellanstadiet": "en mellanstadieklass",
    "högstadiet": "en högstadieklass",
    "gymnasiet": "en gymnasieklass",
    "skolan": "en skolklass",
}
_TALORD = ("ett", "två", "tre", "fyr", "fem", "sex", "sju", "ått", "nia")
_ELEV = re.compile(
    r"(?<!\w)(?:(?:en|den|vår) (?:\w{1,15} )?)?(?:elev|kille|tjej|pojke|flicka|"
    r"grabb|ungdom|tonåring|elever?n|killen|tjejen|pojken|flickan|grabben) "
    r"(?:som går )?(?:i|från|ur) \Z",
    re.IGNORECASE,
)
_I_STADIET = re.compile(r"(?:(?<!\w)(?:i|från|till|bland|ur|på) |: ?)\Z", re.IGNORECASE)
_HELA = re.compile(r"(?<!\w)hela \Z", re.IGNORECASE)
_EN_TILL = re.compile(r"\w(?: och | eller | samt |, |/|-)\Z")
_KLASSORD = re.compile(r"(?<![\w-])(?P<ord>[\w-]*klass)(?P<en>en)? \Z", re.IGNORECASE)
_SAMMANSATT = re.compile(r"-(?P<led>[a-zåäö]{3,})")


def om_skolklass(text, fynd):
    """Yield «en elev i högstadiet» for «killen i 8B», «högstadiet» for «8B»."""
    innan = fore(text, fynd.start)
    stadiet = stadium(text[fynd.start : fynd.end])
    klass = _KLASSER[stadiet]
    if led := _SAMMANSATT.match(text, fynd.end):  # «8b-killarna»
        yield i_stallet(text, fynd.start, led.end(), f"{led['led']} i {stadiet}")
    elif re.search(r"[A-Ha-h](?::s|'s|s)\Z", text[fynd.start : fynd.end]):
        yield i_stallet(text, fynd.start, fynd.end, klass)
    elif ut := inskott(text, fynd, r"(?i:klass(?:en)? )"):
        yield ut
    elif traff := _KLASSORD.search(innan):  # the word itself isn't in the find
        yield _vid_klassord(text, fynd, traff, klass)
    elif traff := _ELEV.search(innan):
        start = fynd.start - len(traff[0])
        yield i_stallet(text, start, fynd.end, f"en elev i {stadiet}")
        yield i_stallet(text, fynd.start, fynd.end, stadiet)
    elif _I_STADIET.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, stadiet)
        yield i_stallet(text, fynd.start, fynd.end, klass)
    else:
        yield from _ensam(text, fynd, innan, klass)


def _vid_klassord(text, fynd, traff, klass):
    if traff["en"] or not text[fynd.start].isdecimal():
        ord_ = traff[0].rstrip() if traff["en"] else f"en {traff['ord'].lower()}"
        return i_stallet(text, fynd.start - len(traff[0]), fynd.end, ord_)
    return i_stallet(text, fynd.start - len(traff[0]), fynd.end, klass)


def _ensam(text, fynd, innan, klass):
    if _HELA.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, "klassen")
    elif _EN_TILL.search(innan):
        yield i_stallet(
            text, fynd.start, fynd.end, klass.replace("en ", "en annan ", 1)
        )
    elif re.search(r"(?<!\w)(?:den|vår|deras) \Z", innan, re.IGNORECASE):
        yield bort(text, fynd)
    else:
        yield i_stallet(text, fynd.start, fynd.end, klass)


def stadium(klass: str) -> str:
    """Return the stage of a class as it is written: «8B», «klass 4 c», «BA23»."""
    kod = re.sub(r"^(?:klass\w*|åk\.?|årskurs|kl\.)\s*", "", klass, flags=re.I).lower()
    if kod[:3] in _TALORD:
        return _STADIER[_TALORD.index(kod[:3]) // 3]
    if kod[:1] in "123456789" and kod[:1]:
        return _STADIER[(int(kod[0]) - 1) // 3]
    return "gymnasiet" if re.search(r"\d", kod) else "skolan"
