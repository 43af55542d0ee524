"""Every word form that a Hunspell dictionary holds, for building the word data."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path


def ordformer(mapp: Path, *, svensk: bool) -> Iterator[tuple[str, str]]:
    """Yield (form, flags of its entry) for each word and each suffixed form of it.

    `mapp` holds index.aff and index.dic in UTF-8 with one-letter flags. In the Swedish
    one forbidden words are left out, and those that only stand inside a compound get a
    hyphen at the end.
    """
    andelser = _lasta_andelser((mapp / "index.aff").read_text("utf-8"))
    for rad in (mapp / "index.dic").read_text("utf-8").splitlines()[1:]:
        ord_, _, flaggor = rad.split("\t")[0].partition("/")
        if (svensk and "%" in flaggor) or not ord_.strip():
            continue
        bara_i_sammansattning = svensk and "Z" in flaggor
        yield (ord_ + "-" if bara_i_sammansattning else ord_), flaggor
        if not bara_i_sammansattning:
            for flagga in flaggor:
                yield from _bojda(ord_, flaggor, andelser.get(flagga, ()))


def _bojda(ord_, flaggor, andelser):
    for bort, till, villkor in andelser:
        if ord_.endswith(bort) and villkor.search(ord_):
            form = ord_[: len(ord_) - len(bort)] + till
            if form and not form.endswith("-"):
                yield form, flaggor


def _lasta_andelser(aff):
    andelser = defaultdict(list)
    for rad in aff.splitlines():
        delar = rad.split()
        if len(delar) >= 5 and delar[0] == "SFX":
            _, flagga, bort, till, villkor = delar[:5]
            andelser[flagga].append(
                (
                    "" if bort == "0" else bort,
                    "" if till == "0" else till.partition("/")[0],
                    re.compile("" if villkor == "." else villkor + r"\Z"),
                )
            )
    return andelser
