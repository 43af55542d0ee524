"""Codes of choices: made once, never used for anything else."""

import hashlib
import json
import re
import unicodedata

from blanketter.models.fragor import OKLART

LANGD = 12  # thirty of them, and what separates them, fit in a column of Koder
# What the program itself leans on: the answer when nothing was chosen.
LASTA = {"miljo": {OKLART}, "arbetsplats": {"vill_inte"}}
_ANNAT = re.compile(r"[^a-z0-9]+")


def ny_kod(text, upptagna):
    """Return a code for a new choice that no version has had: «Bilar på torg» → bilar.

    Made of its first word, with a number when that is taken.
    """
    platt = unicodedata.normalize("NFKD", text.lower())
    ord_ = _ANNAT.sub(" ", platt.encode("ascii", "ignore").decode()).split()
    stam = (ord_[0] if ord_ else "val")[:LANGD]
    kod, nr = stam, 2
    while kod in upptagna:
        kod = f"{stam[: LANGD - len(str(nr))]}{nr}"
        nr += 1
    return kod


def ord_genom_tiden(versioner):
    """Return {code: its words, in the order of `versioner`} of one question, of which
    each version is {"val": [{"kod", "text"}], …} or has no choices."""
    ut = {}
    for fraga in versioner:
        for val in fraga.get("val", ()):
            ut.setdefault(val["kod"], []).append(val["text"])
    return ut


def avtryck(innehall):
    """Return a fingerprint of a question, or of all: has anybody changed it since?"""
    text = json.dumps(innehall, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
