"""Wordings for school classes: the stage, which is a fact of the class."""

import re

from blanketter.avidentifiering.omskrivning.plats import fore, i_stallet

_STADIER = ("lågstadiet", "mellanstadiet", "högstadiet")
_ELEV = re.compile(
    r"(?<!\w)(?:(?:en|den|vår) (?:\w{1,15} )?)?(?:elev|kille|tjej|pojke|flicka|"
    r"grabb|ungdom|"
    r"tonåring|elever?n|killen|tjejen|pojken|flickan|grabben) (?:i|från|ur) \Z",
    re.IGNORECASE,
)
_PLATS = re.compile(
    r"(?<!\w)(?:i|från|till|hos|med|för|av|mot|bland|mellan|och|hela|ur) \Z", re.I
)


def om_skolklass(text, fynd):
    """Yield «en elev i högstadiet» for «killen i 8B», «högstadiet» for «8B»."""
    innan = fore(text, fynd.start)
    stadiet = stadium(text[fynd.start : fynd.end])
    if traff := _ELEV.search(innan):
        start = fynd.start - len(traff[0])
        yield i_stallet(text, start, fynd.end, f"en elev i {stadiet}")
    if _PLATS.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, stadiet)
    yield i_stallet(text, fynd.start, fynd.end, f"en klass i {stadiet}")


def stadium(klass: str) -> str:
    """Return the stage of a class as it is written: «8B», «klass 4 c», «BA23»."""
    kod = re.sub(r"^(?:klass\w*|åk\.?|årskurs|kl\.)\s+", "", klass, flags=re.I)
    if kod[:1] in "123456789" and kod[:1]:
        return _STADIER[(int(kod[0]) - 1) // 3]
    return "gymnasiet" if re.search(r"\d", kod) else "skolan"
