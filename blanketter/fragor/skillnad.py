"""What differs between two versions of the questions."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from blanketter.models.fragor import FRAGOR
from vbeplan.text.jamfor import jamfor_ord

ALLA = (*FRAGOR, "text")


@dataclass(frozen=True)
class Skillnad:
    """What a version changes in one question; words are marked as safe HTML."""

    namn: str
    fraga: str
    ord: tuple[SafeString, ...]
    nya: tuple[str, ...]
    utgar: tuple[str, ...]
    omdopta: tuple[SafeString, ...]
    ny_ordning: bool
    mer: tuple[str, ...] = ()  # in words, what else is not the same


def skillnader(fore, efter):
    """Return a `Skillnad` for each question that is not the same in both."""
    return [
        skillnad(namn, fore[namn], efter[namn])
        for namn in ALLA
        if fore[namn] != efter[namn]
    ]


def skillnad(namn, fore, efter, mer=()):
    """Return the `Skillnad` of one question."""
    gamla, nya = (
        {v["kod"]: v["text"] for v in sida.get("val", ())} for sida in (fore, efter)
    )
    kvar = [kod for kod in nya if kod in gamla]
    return Skillnad(
        namn=namn,
        fraga=efter["fraga"],
        ord=tuple(
            jamfor_ord(fore[del_], efter[del_])
            for del_ in ("fraga", "hjalp")
            if fore[del_] != efter[del_]
        ),
        nya=tuple(text for kod, text in nya.items() if kod not in gamla),
        utgar=tuple(text for kod, text in gamla.items() if kod not in nya),
        omdopta=tuple(jamfor_ord(gamla[k], nya[k]) for k in kvar if gamla[k] != nya[k]),
        ny_ordning=kvar != [kod for kod in gamla if kod in nya],
        mer=tuple(mer),
    )
