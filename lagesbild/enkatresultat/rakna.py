"""The raw counts of an enkät's answers. They never leave this package."""

import json
from collections import Counter
from dataclasses import dataclass, field

OKAND = "okand"  # an open link, or a group that is too small to be told


@dataclass
class Hog:
    """The answers of one group to one question: how many, and of each code."""

    svarande: int = 0
    per_kod: Counter = field(default_factory=Counter)

    def lagg_till(self, koder):
        self.svarande += 1
        self.per_kod.update(set(koder))

    def __add__(self, andra):
        return Hog(self.svarande + andra.svarande, self.per_kod + andra.per_kod)


@dataclass
class Raknat:
    """What was answered to one question."""

    per_grupp: dict[str, Hog] = field(default_factory=dict)
    tal: list[float] = field(default_factory=list)
    texter: int = 0

    @property
    def alla(self):
        return sum(self.per_grupp.values(), Hog())


def rakna(fragor, svaren, *, per_grupp=True):
    """Return {code: Raknat} of the questions, from the enkät's counted answers;
    without `per_grupp` all are of one group.

    What was stored of a code that no question has, or of a choice that it lacks, isn't
    counted: it can only have come about by hand.
    """
    ut = {f["kod"]: Raknat() for f in fragor}
    for rad in svaren:
        grupp = rad.grupp if per_grupp and rad.grupp else OKAND
        texter = json.loads(rad.texter) if rad.texter else {}
        for fraga in fragor:
            kod = fraga["kod"]
            ut[kod].texter += kod in texter
            if kod in rad.svar:
                _ett(ut[kod], fraga, rad.svar[kod], grupp)
    return ut


def koder_i(fraga):
    """Return the codes that a question can be answered with, in its order."""
    if fraga["slag"] == "skala":
        return [str(n) for n in range(fraga["min"], fraga["max"] + 1)]
    return [v["kod"] for v in fraga.get("val", ())]


def _ett(raknat, fraga, svar, grupp):
    if fraga["slag"] == "tal":
        raknat.tal.append(svar)
        return
    valda = [str(ett) for ett in (svar if isinstance(svar, list) else [svar])]
    if koder := [kod for kod in valda if kod in koder_i(fraga)]:
        raknat.per_grupp.setdefault(grupp, Hog()).lagg_till(koder)
