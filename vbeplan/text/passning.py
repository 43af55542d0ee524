"""Which parts of one sequence belong to which of another, in their order.

Ground of comparing (`jamfor`) and merging (`sammanfoga`). Time grows with the length of
the sequences, not with its square, whatever they hold: only short stretches are
compared thoroughly, long ones are first cut at what stands once in both.
"""

import re
from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher

from vbeplan.text.block import som_ord

# Pairs of equal parts that one stretch is searched for; more of them are cut first.
MAX_PAR = 20_000
# Parts of one times parts of the other that are paired by likeness.
MAX_LIKHETER = 10_000
LIKA_NOG = 1 / 3
_ORDEN = re.compile(r"\w+")
_SLAG = re.compile(r"<(\w+)")


def lika_par(a, b):
    """Return [(i, j), …]: equal parts, both rising; as many as reads well."""
    par = []
    vantar = [(0, len(a), 0, len(b))]
    while vantar:
        a0, a1, b0, b1 = vantar.pop()
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            par.append((a0, b0))
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1, b1 = a1 - 1, b1 - 1
            par.append((a1, b1))
        if a0 < a1 and b0 < b1:
            vantar += _dela(a, b, (a0, a1, b0, b1), par)
    return sorted(par)


def _dela(a, b, ruta, par):
    """Add the equal pairs of a stretch to `par`, or return it cut in shorter ones."""
    a0, a1, b0, b1 = ruta
    antal_a, antal_b = Counter(a[a0:a1]), Counter(b[b0:b1])
    gemensamma = antal_a.keys() & antal_b.keys()
    if not gemensamma:
        return []
    if sum(antal_a[x] * antal_b[x] for x in gemensamma) <= MAX_PAR and (
        max(a1 - a0, b1 - b0) <= MAX_PAR // 20
    ):
        jamforare = SequenceMatcher(None, a[a0:a1], b[b0:b1], autojunk=False)
        for i, j, langd in jamforare.get_matching_blocks():
            par += ((a0 + i + k, b0 + j + k) for k in range(langd))
        return []
    enda = {x for x in gemensamma if antal_a[x] == antal_b[x] == 1}
    i_b = {b[j]: j for j in range(b0, b1) if b[j] in enda}
    fasta = _langsta_stigande([(i, i_b[a[i]]) for i in range(a0, a1) if a[i] in enda])
    par += fasta
    return _mellan(fasta, ruta) if fasta else []


def _mellan(fasta, ruta):
    a0, a1, b0, b1 = ruta
    for i, j in [*fasta, (a1, b1)]:
        if a0 < i and b0 < j:
            yield a0, i, b0, j
        a0, b0 = i + 1, j + 1


def _langsta_stigande(par):
    """Return the longest run of pairs whose second part rises too (patience)."""
    hogar, sista, fore = [], [], {}
    for nr, (_, j) in enumerate(par):
        plats = bisect_left(hogar, j)
        hogar[plats : plats + 1] = [j]
        sista[plats : plats + 1] = [nr]
        fore[nr] = sista[plats - 1] if plats else None
    ut, nr = [], sista[-1] if sista else None
    while nr is not None:
        ut.append(par[nr])
        nr = fore[nr]
    return ut[::-1]


def pase(text, slag=None):
    """Return a block's words as a bag; only blocks of the same kind are ever alike."""
    slag = slag or _SLAG.match(text)[1]
    return Counter((slag, ord_) for ord_ in _ORDEN.findall(som_ord(text)))


def blockpar(a, b):
    """Return [(i, j), …]: blocks that are equal or that one was made of the other."""
    par, i, j = [], 0, 0
    for x, y in [*lika_par(a, b), (len(a), len(b))]:
        pasar = [[pase(block) for block in sida] for sida in (a[i:x], b[j:y])]
        par += ((i + k, j + m) for k, m in lika_nog_par(*pasar))
        par += [(x, y)] if x < len(a) else []
        i, j = x + 1, y + 1
    return par


def likhet(a, b):
    """Return how much two bags of words (Counter) share, 0 to 1."""
    antal = a.total() + b.total()
    if not antal:
        return 1.0
    return 2 * sum(min(a[x], b[x]) for x in a.keys() & b.keys()) / antal


def lika_nog_par(a, b):
    """Return [(i, j), …]: parts so like each other that one was made of the other.

    `a` and `b` are lists of bags of words; None takes part in no pair. Of all ways to
    pair them in order, the one with the greatest sum of likeness.
    """
    if len(a) * len(b) > MAX_LIKHETER:
        return []
    lika = [[_vikt(x, y) for y in b] for x in a]
    bast = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            bast[i][j] = max(
                bast[i + 1][j], bast[i][j + 1], lika[i][j] + bast[i + 1][j + 1]
            )
    par, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if lika[i][j] and bast[i][j] == lika[i][j] + bast[i + 1][j + 1]:
            par.append((i, j))
            i, j = i + 1, j + 1
        elif bast[i][j] == bast[i + 1][j]:
            i += 1
        else:
            j += 1
    return par


def _vikt(a, b):
    vikt = likhet(a, b) if a and b else 0.0
    return vikt if vikt >= LIKA_NOG else 0.0
