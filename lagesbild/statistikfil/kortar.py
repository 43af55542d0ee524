"""Days with two-digit years: the whole column says which figure is the year.

«25-03-04» is 4 March 2025 or 25 March 2004. One cell can't tell; a column can, when
only one order gives days that exist in years that lie close.
"""

import re
from dataclasses import dataclass
from datetime import date

AR_FORST, DAG_FORST = "amd", "dma"
ORDNINGAR = {AR_FORST: "år-månad-dag", DAG_FORST: "dag-månad-år"}
NARA = 12  # years back that statistics are about
_KORT = re.compile(r"(\d{2})([-/ ])(\d{2})\2(\d{2})")


@dataclass(frozen=True)
class Ordning:
    """How a column's short days are read; `saker` when nothing else would do."""

    kod: str
    saker: bool
    exempel: str


def ordningen(texter, idag):
    """Return the Ordning of a column's cells, None when no day in it is short.

    Dots («04.03.25») always have the day first, and aren't asked about.
    """
    traffar = [t for text in texter if (t := _KORT.fullmatch(str(text).strip()))]
    if not traffar:
        return None
    aren = {
        kod: [_aret(t, kod, idag) for t in traffar] for kod in (AR_FORST, DAG_FORST)
    }
    andel = {kod: sum(map(bool, a)) / len(a) for kod, a in aren.items()}
    bast, samst = sorted(andel, key=andel.get, reverse=True)
    exempel = traffar[0][0]
    if andel[bast] >= 0.8 and andel[samst] < 0.75 * andel[bast]:
        return Ordning(bast, True, exempel)
    # Both exist: a list is about a year or a few, and days are scattered.
    olika = {kod: len(set(filter(None, a))) for kod, a in aren.items()}
    lugn, spridd = sorted(olika, key=olika.get)
    saker = andel[lugn] >= 0.8 and 4 * olika[lugn] <= olika[spridd]
    gissat = (
        lugn if olika[lugn] < olika[spridd] or andel[bast] == andel[samst] else bast
    )
    return Ordning(gissat, saker, exempel)


def _aret(traff, kod, idag):
    """The year a short day would have in an order, None when it can't be."""
    forst, _, manad, sist = traff.groups()
    ar, dag = (forst, sist) if kod == AR_FORST else (sist, forst)
    try:
        dagen = date(2000 + int(ar), int(manad), int(dag))
    except ValueError:
        return None
    return dagen.year if idag.year - NARA <= dagen.year <= idag.year else None


def utskriven(text, kod):
    """Return a short day with its century, year first; any other text as it is."""
    traff = _KORT.fullmatch(str(text).strip())
    if not traff:
        return text
    forst, _, manad, sist = traff.groups()
    ar, dag = (forst, sist) if kod == AR_FORST else (sist, forst)
    return f"20{ar}-{manad}-{dag}"
