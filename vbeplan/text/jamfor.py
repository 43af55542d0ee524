"""Two versions of a text beside each other, with the changed words marked.

Marks are `<del>` and `<ins>` round words, never round a tag: inside a list's points,
links, bold words and notes. `static/tema/jamforelse.css` strikes and underlines them.
"""

import re
from collections import Counter
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from vbeplan.text import ordmarken
from vbeplan.text.block import delar, stada
from vbeplan.text.ordmarken import BORTA, NYTT, Markt, Ord, las_ord
from vbeplan.text.passning import LIKA_NOG, lika_nog_par, lika_par, pase

STYCKETECKEN = Ord("¶", luft=" ")  # a paragraph cut in two, or two made one
# How much of a piece must come from the block it is said to be cut from.
AV_SAMMA = 0.6
_ENSAM = {"borta", "nytt"}
_BLOCK = re.compile(r"<(p|h3|ul|ol)>(.*)</\1>", re.DOTALL)
_LISTTAGG = re.compile(r"<(/?)(ul|ol|li)>((?:(?!</?(?:ul|ol|li)>).)*)", re.DOTALL)


class Blockpar(NamedTuple):
    """A block of the old text and what became of it.

    `slag` is "lika", "andrat", "nytt" or "borta"; `fore` and `efter` are the blocks, ""
    where there is none; `markerat` is safe HTML. A paragraph cut in two is two
    "andrat", the second without `fore`; two made one are two, the second without
    `efter` and `markerat`. `flyttat`: a "nytt" or "borta" that stands, unchanged,
    somewhere else in the other text.
    """

    slag: str
    fore: str
    efter: str
    markerat: SafeString
    flyttat: bool = False


class _Block:
    """A block with what comparing asks of it, each asked for once."""

    def __init__(self, text):
        self.text = text
        self.tagg, self.inre = _BLOCK.fullmatch(text).groups()
        self.ord = pase(text)


def jamfor_ord(fore: str, efter: str) -> SafeString:
    """Return plain words as escaped HTML with <del> and <ins> round what differs.

    Texts that share less than a third are shown whole, the old before the new.
    """
    gamla, nya = (las_ord(text or "", markup=False) for text in (fore, efter))
    return mark_safe(ordmarken.skriv(_jamfor(gamla, nya)))  # noqa: S308 — written there


def jamfor_block(fore: str, efter: str) -> list[Blockpar]:
    """Return two rich texts as one list of blocks, in the order one reads them."""
    gamla = delar(stada(fore))
    nya = gamla if fore == efter else delar(stada(efter))
    if gamla == nya:
        return [_lika(block) for block in nya]
    ut, i, j = [], 0, 0
    for x, y in [*lika_par(gamla, nya), (len(gamla), len(nya))]:
        ut += _stracka(gamla[i:x], nya[j:y])
        ut += map(_lika, nya[y : y + 1])
        i, j = x + 1, y + 1
    return _med_flyttade(ut)


def _jamfor(gamla, nya):
    markta = ordmarken.jamfor(gamla, nya)
    if ordmarken.andel_lika(markta) >= LIKA_NOG:
        return markta
    return ordmarken.som_borta(gamla) + ordmarken.som_nya(nya)


def _lika(block):
    return Blockpar("lika", block, block, mark_safe(block))  # noqa: S308 — from stada


def _stracka(gamla, nya):
    """Compare blocks none of which is equal to any other of them."""
    if not (gamla and nya):
        return [*map(_borta, gamla), *map(_nytt, nya)]
    gamla, nya = [_Block(b) for b in gamla], [_Block(b) for b in nya]
    ut = []
    for fore, efter in _grupper(gamla, nya):
        if fore and efter:
            ut += _andrat(fore, efter)
        else:
            ut += [_borta(b.text) for b in fore] or [_nytt(b.text) for b in efter]
    return ut


def _grupper(gamla, nya):
    """Yield ([old …], [new …]): one of each, one cut in several, several made one."""
    grupper, i, j = [], 0, 0
    par = lika_nog_par([b.ord for b in gamla], [b.ord for b in nya])
    for x, y in [*par, (len(gamla), len(nya))]:
        grupper += [([b], []) for b in gamla[i:x]] + [([], [b]) for b in nya[j:y]]
        if x < len(gamla):
            grupper.append(([gamla[x]], [nya[y]]))
        i, j = x + 1, y + 1
    return _med_kluvna(_med_kluvna(grupper)[::-1], bakvant=True)[::-1]


def _med_kluvna(grupper, bakvant=False):
    """Join to each pair the lone blocks next to it that were cut from it or made it."""
    ut = []
    for fore, efter in grupper:
        if ut and (sida := _ledig_sida(ut[-1], (fore, efter))) is not None:
            par = ut[-1]
            bitar = (fore, efter)[sida]
            par[sida][:] = bitar + par[sida] if bakvant else par[sida] + bitar
        else:
            ut.append((fore, efter))
    return ut


def _ledig_sida(par, ensam):
    """Return 0 or 1, the side of the pair that a lone block belongs to, or None."""
    if not all(par) or all(ensam):
        return None
    sida = 1 if ensam[1] else 0
    bit, (hela, *fler) = ensam[sida][0], par[1 - sida]
    if fler or not bit.tagg == hela.tagg == "p":
        return None
    rest = hela.ord.copy()
    for block in par[sida]:
        rest -= block.ord
    kommer = (rest & bit.ord).total()
    return sida if kommer and kommer >= AV_SAMMA * bit.ord.total() else None


def _andrat(fore, efter):
    """Compare a group of blocks that belong together."""
    if fore[0].tagg in ("ul", "ol"):
        markerat = _lista(fore[0].tagg, _punkter(fore[0].text), _punkter(efter[0].text))
        return [_par_av(fore[0].text, efter[0].text, markerat)]
    markta = _jamfor(_ihop(fore), _ihop(efter))
    stycken = [
        f"<{efter[0].tagg}>{ordmarken.skriv(bit)}</{efter[0].tagg}>"
        for bit in _vid_nya_slut(markta, len(efter))
    ]
    antal = max(len(fore), len(efter))
    gamla = [b.text for b in fore] + [""] * (antal - len(fore))
    nya = [b.text for b in efter] + [""] * (antal - len(efter))
    stycken += [""] * (antal - len(stycken))
    return [*map(_par_av, gamla, nya, stycken)]


def _par_av(fore, efter, markerat):
    return Blockpar("andrat", fore, efter, mark_safe(markerat))  # noqa: S308


def _ihop(block):
    """Return the words of several paragraphs, a paragraph sign between them."""
    ord_ = las_ord(block[0].inre)
    for nasta in block[1:]:
        ord_ += [STYCKETECKEN, *las_ord(nasta.inre)]
    return ord_


def _vid_nya_slut(markta, antal):
    """Cut after each new paragraph sign; with one new block nothing is cut."""
    bit = []
    for m in markta:
        bit.append(m)
        if antal > 1 and m.ord == STYCKETECKEN and m.slag == NYTT:
            yield bit
            bit = []
    yield bit


class _Punkt(NamedTuple):
    """A point of a list: how deep, in what kind of list, and its words as HTML."""

    djup: int
    lista: str
    inre: str


def _punkter(block):
    oppna, ut = [], []
    for slut, tagg, inre in _LISTTAGG.findall(block):
        if tagg != "li" and slut:
            oppna.pop()
        elif tagg != "li":
            oppna.append(tagg)
        elif not slut:
            ut.append(_Punkt(len(oppna) - 1, oppna[-1], inre))
    return ut


def _lista(tagg, gamla, nya):
    """Return two lists' points as one list, nested as they were."""
    rader, i, j = [], 0, 0
    for x, y in [*lika_par(gamla, nya), (len(gamla), len(nya))]:
        rader += _ojamna_punkter(gamla[i:x], nya[j:y])
        rader += ((p, p.inre) for p in nya[y : y + 1])
        i, j = x + 1, y + 1
    return _skriv_lista(tagg, rader)


def _ojamna_punkter(gamla, nya):
    """Yield (point, marked words) for points none of which are equal."""
    i, j = 0, 0
    # A point that only moved in or out is told as moved, not as the same.
    pasar = [[pase(p.inre, p[:2]) for p in sida] for sida in (gamla, nya)]
    for x, y in [*lika_nog_par(*pasar), (len(gamla), len(nya))]:
        yield from ((p, _helt(p.inre, BORTA)) for p in gamla[i:x])
        yield from ((p, _helt(p.inre, NYTT)) for p in nya[j:y])
        if x < len(gamla):
            ord_ = las_ord(gamla[x].inre), las_ord(nya[y].inre)
            yield nya[y], ordmarken.skriv(_jamfor(*ord_))
        i, j = x + 1, y + 1


def _skriv_lista(tagg, rader):
    """Nest points by how deep they stand; one that stands too deep comes nearer."""
    ut, oppna = [f"<{tagg}>"], [tagg]
    for nr, (punkt, inre) in enumerate(rader):
        djup = min(punkt.djup, len(oppna)) if nr else 0
        while len(oppna) > djup + 1:
            ut.append(f"</li></{oppna.pop()}>")
        if len(oppna) == djup + 1 and nr:
            ut.append("</li>")
        if djup and len(oppna) == djup + 1 and oppna[-1] != punkt.lista:
            ut.append(f"</{oppna.pop()}>")
        if len(oppna) == djup:
            ut.append(f"<{punkt.lista}>")
            oppna.append(punkt.lista)
        ut.append(f"<li>{inre}")
    ut += (f"</li></{lista}>" for lista in reversed(oppna))
    return "".join(ut)


def _helt(inre, slag):
    return ordmarken.skriv([Markt(o, slag, o.luft, o.luft) for o in las_ord(inre)])


def _hel(block, slag):
    """Return a block with all its words marked."""
    tagg, inre = _BLOCK.fullmatch(block).groups()
    if tagg in ("ul", "ol"):
        rader = [(p, _helt(p.inre, slag)) for p in _punkter(block)]
        return mark_safe(_skriv_lista(tagg, rader))  # noqa: S308
    return mark_safe(f"<{tagg}>{_helt(inre, slag)}</{tagg}>")  # noqa: S308


def _borta(block):
    return Blockpar("borta", block, "", _hel(block, BORTA))


def _nytt(block):
    return Blockpar("nytt", "", block, _hel(block, NYTT))


def _med_flyttade(par):
    """Tell the blocks that left one place and came back, unchanged, at another."""
    borta = Counter(p.fore for p in par if p.slag == "borta")
    nya = Counter(p.efter for p in par if p.slag == "nytt")
    flyttade = borta & nya
    return [
        p._replace(flyttat=True)
        if flyttade[p.fore or p.efter] and p.slag in _ENSAM
        else p
        for p in par
    ]
