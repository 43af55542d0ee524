"""Rows that are sums of other rows without a word that says so.

Found by their numbers alone: a period that holds others, a word that is the sum of the
others in its column, a group above its members. What is found is left out only when its
numbers can hardly be a coincidence; else it is told of. Either way the user is told.
"""

from collections import defaultdict

from lagesbild.statistikfil.tal import DOLT

MINST_FALL = 3  # numbers that agree, before a sum is believed without words
MINST_SUMMA = 10  # events in them: small numbers agree by chance
MEST = 8  # rows named in a sentence


def dolda_summor(ut, rader):
    """Return the places in `rader` to leave out; say in `ut` which and why.

    A row is (number in the file, words, [(Tid, words of its heading, count)]).
    """
    bort = _perioder(ut, rader) | _ord_for_alla(ut, rader)
    kvar = [i for i in range(len(rader)) if i not in bort]
    return bort | _grupper(ut, rader, kvar)


def _perioder(ut, rader):
    """A year among its months: the year is left out when it is their sum."""
    per = defaultdict(list)
    for i, (_, ord_, antalen) in enumerate(rader):
        if len(antalen) == 1 and antalen[0][2] != DOLT:
            tid, namn, antal = antalen[0]
            per[(tuple(ord_), namn)].append((i, tid, antal))
    lika, olika = set(), set()
    for delar in per.values():
        if len({tid.langd for _, tid, _ in delar}) < 2:
            continue
        for i, tid, antal in delar:
            inuti = [a for _, t, a in delar if t.langd < tid.langd and _ryms(t, tid)]
            if len(inuti) > 1:
                (lika if sum(inuti) == antal else olika).add(i)
    _beratta(ut, rader, lika, "är summan av kortare perioder i filen")
    _varna(ut, rader, olika, "gäller en tid som andra rader också räknar")
    return lika


def _ryms(tid, hel):
    return hel.manad <= tid.manad and tid.sista <= hel.sista


def _ord_for_alla(ut, rader):
    """«T» beside «K» and «M»: a word whose every number is the sum of the others'."""
    bort = set()
    for kolumn in range(len(rader[0][1]) if rader else 0):
        bort |= _hela_ordet(rader, kolumn)
    _beratta(ut, rader, bort, "är summan av de andra orden i samma kolumn")
    return bort


def _hela_ordet(rader, kolumn):
    grupper = defaultdict(dict)
    for i, (_, ord_, antalen) in enumerate(rader):
        resten = tuple(o for k, o in enumerate(ord_) if k != kolumn)
        for tid, namn, antal in antalen:
            if antal != DOLT:
                grupper[(resten, tid, namn)][ord_[kolumn]] = (antal, i)
    hela = [g for g in grupper.values() if len(g) > 2]
    if len(hela) < MINST_FALL:
        return set()
    for ord_ in set.intersection(*(set(g) for g in hela)):
        egna = [g[ord_][0] for g in hela]
        andra = [sum(a for o, (a, _) in g.items() if o != ord_) for g in hela]
        if egna == andra and _racker(egna):
            return {g[ord_][1] for g in grupper.values() if ord_ in g}
    return set()


def _grupper(ut, rader, kvar):
    """A group's row above its members, or a row that is the sum of all the others."""
    vektorer = {i: _vektor(rader[i]) for i in kvar}
    vektorer = {i: v for i, v in vektorer.items() if v}
    summor = _over_sina_delar(vektorer) | _sist(vektorer)
    sakra = {i for i in summor if _racker(vektorer[i].values())}
    _beratta(ut, rader, sakra, "är summan av andra rader")
    osakra = {i for i in summor - sakra if sum(vektorer[i].values()) >= MINST_SUMMA}
    _varna(ut, rader, osakra, "är lika med summan av andra rader")
    return sakra


def _vektor(rad):
    """A row's counts by time and heading, {} for a row with something hidden."""
    _, _, antalen = rad
    if any(a == DOLT for _, _, a in antalen):
        return {}
    return {(tid, namn): a for tid, namn, a in antalen}


def _over_sina_delar(vektorer):
    """The rows that are the sum of two or more of those right below them."""
    platser, summor = list(vektorer), set()
    for start, i in enumerate(platser):
        mal, summa = _utan_noll(vektorer[i]), {}
        total, hittills = sum(mal.values()), 0
        for antal, j in enumerate(platser[start + 1 :], 1):
            if hittills >= total:
                break
            if j in summor:
                continue
            for nyckel, a in vektorer[j].items():
                summa[nyckel] = summa.get(nyckel, 0) + a
            hittills += sum(vektorer[j].values())
            if antal > 1 and _utan_noll(summa) == mal:
                summor.add(i)
    return summor


def _sist(vektorer):
    """The last row, when it is the sum of all those above it."""
    *andra, sista = list(vektorer) or [None]
    if len(andra) < 2:
        return set()
    summa = defaultdict(int)
    for i in andra:
        for nyckel, a in vektorer[i].items():
            summa[nyckel] += a
    return {sista} if _utan_noll(summa) == _utan_noll(vektorer[sista]) else set()


def _utan_noll(vektor):
    return {nyckel: a for nyckel, a in vektor.items() if a}


def _racker(antalen):
    """Whether so many numbers agree that it can hardly be chance."""
    antalen = [a for a in antalen if a]
    return len(antalen) >= MINST_FALL and sum(antalen) >= MINST_SUMMA


def _beratta(ut, rader, platser, varfor):
    if platser:
        ut.upplysningar.append(
            f"{len(platser)} {_rader(platser)} räknas inte, för att "
            f"{'den' if len(platser) == 1 else 'de'} {varfor}. "
            f"Radnummer: {_nummer(rader, platser)}."
        )


def _varna(ut, rader, platser, varfor):
    if platser:
        ut.kontroller.append(
            f"{len(platser)} {_rader(platser)} {varfor}, och räknas. Är det en summa, "
            f"ta bort raden ur filen. Radnummer: {_nummer(rader, platser)}."
        )


def _rader(platser):
    return "rad" if len(platser) == 1 else "rader"


def _nummer(rader, platser):
    forst = sorted(platser)[:MEST]
    return ", ".join(
        f"{rader[i][0]}"
        + (f" (”{ord_}”)" if (ord_ := next((o for o in rader[i][1] if o), "")) else "")
        for i in forst
    )
