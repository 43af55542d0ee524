"""The one way out for figures: a series' tables of one period through the control.

A period's events are in no other period, so each stands alone. What the control has
once worked out is remembered by the counts' keyed fingerprint.
"""

import json
from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.utils.crypto import salted_hmac

from lagesbild.rojande import ALLA, Axel, Rojer, Tabell, skydda
from lagesbild.sammanstallning.tabeller import Cell

DOLD = Cell("visas inte")
SERIE = "serien"  # the control sees one at a time
MINST_DELAR = 3  # times the threshold, to be spread over a year
UTAN = "_"  # what has no code; the control keeps the empty one to itself
# Raised when the control or the tables change, so that nothing old is remembered.
UPPLAGA = 4


@dataclass(frozen=True)
class Axlar:
    """The codes of each axis that are shown of a period, those without events too.

    `tertial` is [(code, its months)]; the last can be one that goes on. Empty when
    they can't be told of.
    `korsas`: environments are shown by tertial and by part of the board too.
    """

    miljo: tuple[str, ...]
    slag: tuple[str, ...]
    plats: tuple[str, ...]
    delomrade: tuple[str, ...]
    tertial: tuple[tuple[str, tuple], ...]
    manader: tuple
    flerval: bool
    korsas: bool


class Skyddade:
    """The cells of one series and period: `cell(miljo="vit_makt")`, `cell()`."""

    def __init__(self, celler):
        self._celler = {_nyckel(koder): Cell(*cell) for koder, cell in celler}

    def cell(self, **koder):
        """Return a cell; DOLD when nothing of its kind can be shown."""
        return self._celler.get(_nyckel(koder.items()), DOLD)


def manadskoder(tertial, manad):
    """Return how a month is named among the cells."""
    for kod, manader in tertial:
        if manad in manader:
            return {"tertial": kod, "nr": str(manader.index(manad) + 1)}
    return {"manad": manad.isoformat()}


def skydda_period(tal, axlar, kant=()):
    """Return `Skyddade` of a period's raw counts.

    `kant`: each earlier publication of the same period, [[({axis: code}, number)]],
    with None for what it hid. No more is shown than all of them showed: with a few late
    events between them, the second picture would tell what the first one hid.

    Also when many came in: events only become more, so 9 now, by at most the 5 that the
    shown total grew with, was 4 when it said «färre än 5». To show it again would take
    both pictures and their difference as one system, so it stays hidden.
    """
    tabeller = _tabeller(tal, axlar)
    ute = [
        [[sorted((a, _kod(k)) for a, k in koder.items()), n] for koder, n in celler]
        for celler in kant
    ]
    kanda = _kommande_manader(axlar.tertial)
    avtryck = _avtryck(tabeller, ute, kanda)
    celler = caches["rojande"].get(avtryck)
    if celler is None:
        celler = _skyddade_celler(tabeller, ute, kanda)
        caches["rojande"].set(avtryck, celler)
    return Skyddade(celler)


def _kommande_manader(tertial):
    """Return the cells of the months that a tertial doesn't have yet.

    Everybody knows that they are nought: none of them can hide anything.
    """
    langst = max((len(manader) for _, manader in tertial), default=0)
    return [
        (("nr", str(nr)), ("tertial", kod))
        for kod, manader in tertial
        for nr in range(len(manader) + 1, langst + 1)
    ]


def _skyddade_celler(tabeller, ute, kanda=()):
    """Return the cells of as many tables as can be shown, the coarsest first.

    A finer table is let in only when no figure of the coarser ones must be hidden for
    it: how many there were of an environment is worth more than its months.
    """
    ute = [[(tuple(map(tuple, koder)), n) for koder, n in celler] for celler in ute]
    nu = _antalen(tabeller)
    kant = [(SERIE, *cell) for celler in ute for cell in _binder(celler, nu)]
    kant += [(SERIE, cell, 0) for cell in kanda]
    for celler in ute:
        tabeller = _visade_forut(tabeller, {koder for koder, _ in celler})
    grupper, valda, klara = tabeller, [], {}
    for grupp in tabeller:
        forsok = [grupp, *([ett] for ett in grupp if len(grupp) > 1)]
        for nya in forsok:
            nu = _skydda([*valda, *nya], kant)
            if nu is not None and _lika_mycket(klara, nu):
                valda, klara = [*valda, *nya], nu
                if nya is grupp:
                    break
    visas = [(koder, (cell.text, cell.tal)) for koder, cell in klara.items()]
    return visas + [(koder, ("0", 0)) for koder in _nollor(grupper, klara, kant)]


def _binder(celler, nu):
    """Return what an earlier publication still binds, of its cells.

    When the threshold has been raised since, some of what it showed is small by now and
    must be hidden, which takes others with it: those that haven't changed may be.
    """
    if not any(0 < (antal or 0) < settings.SMATALSGRANS for _, antal in celler):
        return celler
    return [(koder, n) for koder, n in celler if not n or n != nu.get(koder)]


def _antalen(grupper):
    """Return {cell: its number} of the tables' parts."""
    return {
        _cellen(tabell.axlar, koder): antal
        for grupp in grupper
        for tabell in grupp
        for koder, antal in tabell.tal.items()
        if ALLA not in koder
    }


def _nollor(grupper, klara, kant):
    """Yield the zeros of those divisions that can't be shown otherwise.

    Each of the other parts must be left free from 1 past the threshold: so not when a
    single one is hidden, nor when they are nearly as many as their known sum. Nor when
    an earlier publication hid one of the zeros.
    """
    summa = klara[()].tal if () in klara else None
    enkla = [t for grupp in grupper for t in grupp if len(t.axlar) == 1]
    for tabell in enkla if summa else ():
        (axel,) = tabell.axlar
        namn = {kod: ((axel.namn, kod),) for kod in axel.varden}
        tomma = [cell for kod, cell in namn.items() if not tabell.tal.get((kod,))]
        dolda = len(namn) - len(tomma)
        ute = any((SERIE, cell, None) in kant for cell in tomma)
        delas = not axel.flerval and not any(cell in klara for cell in namn.values())
        if delas and not ute and 1 < dolda < summa - settings.SMATALSGRANS:
            yield from tomma


def _visade_forut(grupper, namn):
    """Return the groups with those tables alone that an earlier publication had."""
    visade = [[t for t in grupp if _ar_bland(t, namn)] for grupp in grupper]
    return [grupp for grupp in visade if grupp]


def _ar_bland(tabell, namn):
    celler = (_cellen(tabell.axlar, koder) for koder in tabell.tal if ALLA not in koder)
    return not tabell.axlar or any(cell in namn for cell in celler)


def _cellen(axlar, koder):
    return tuple(sorted(zip((axel.namn for axel in axlar), koder, strict=True)))


def _skydda(tabeller, kant):
    try:
        skyddat = skydda(tabeller, troskel=settings.SMATALSGRANS, kant=kant)
    except Rojer:
        return None
    return skyddat.serier[SERIE].celler


def _lika_mycket(forut, nu):
    """Tell if every number that could be shown still can."""
    return all(cell.tal is None or nu[n].tal is not None for n, cell in forut.items())


def _tabeller(tal, axlar):
    """Return groups of tables of one series in one period, the coarsest first."""
    summa = sum(tal.tid.values())
    miljo = _axel("miljo", axlar.miljo)
    slag = _axel("slag", axlar.slag, flerval=axlar.flerval)
    alla = {(ALLA,): summa} if axlar.flerval else {}
    delomrade = _axel("delomrade", axlar.delomrade)
    grova = [
        (slag, lambda: _enkel(tal.slag) | alla),
        (_axel("plats", axlar.plats), lambda: _enkel(tal.plats)),
        (delomrade, lambda: _enkel(_summor(tal.delomrade, 0))),
    ]
    grupper = [
        [Tabell(SERIE, (), {(): summa})],
        [Tabell(SERIE, (miljo,), _enkel(_summor(tal.tid, 1)))],
        [Tabell(SERIE, (axel,), rakna()) for axel, rakna in grova if axel.varden],
    ]
    fina = _tidtabeller(tal, axlar, miljo)
    if axlar.korsas and axlar.delomrade:
        korsade = {(_kod(d), _kod(m)): n for (d, m), n in tal.delomrade.items() if n}
        fina.append(Tabell(SERIE, (delomrade, miljo), korsade))
    grupper += ([tabell] for tabell in fina if _gar_att_dela(tabell, summa))
    return [grupp for grupp in grupper if grupp]


def _gar_att_dela(tabell, summa):
    """Tell if a fine table is worth trying: few events spread out are all hidden."""
    grans = settings.SMATALSGRANS
    nagot_litet = any(0 < antal < grans for antal in tabell.tal.values())
    return summa >= MINST_DELAR * grans or not nagot_litet


def _tidtabeller(tal, axlar, miljo):
    """Return tertials, their months and environments; or only months."""
    per_manad = _summor(tal.tid, 0)
    if not axlar.tertial:
        manad = Axel("manad", tuple(m.isoformat() for m in axlar.manader))
        antal = {(m.isoformat(),): per_manad.get(m, 0) for m in axlar.manader}
        return [Tabell(SERIE, (manad,), antal)] if axlar.manader else []
    langst = max(len(manader) for _, manader in axlar.tertial)
    tertial = Axel("tertial", tuple(kod for kod, _ in axlar.tertial))
    # A month has its place in its tertial as an axis: the tertial is then their sum.
    nr = Axel("nr", tuple(str(i + 1) for i in range(langst)))
    i_tertial = {m: kod for kod, manader in axlar.tertial for m in manader}
    per_tertial, korsade, manader = Counter(), Counter(), {}
    for (manad, kod), antal in tal.tid.items():
        if not antal:
            continue  # of a code that perhaps never had any, and so isn't shown
        per_tertial[i_tertial[manad],] += antal
        korsade[_kod(kod), i_tertial[manad]] += antal
    for manad in i_tertial:
        koder = manadskoder(axlar.tertial, manad)
        manader[koder["tertial"], koder["nr"]] = per_manad.get(manad, 0)
    ut = [
        Tabell(SERIE, (tertial,), per_tertial),
        Tabell(SERIE, (tertial, nr), manader),
    ]
    return [*ut, Tabell(SERIE, (miljo, tertial), korsade)] if axlar.korsas else ut


def _axel(namn, koder, *, flerval=False):
    return Axel(namn, tuple(map(_kod, koder)), flerval=flerval)


def _kod(kod):
    return kod or UTAN


def _nyckel(par):
    return frozenset((axel, _kod(kod)) for axel, kod in par)


def _enkel(per_kod):
    return {(_kod(kod),): antal for kod, antal in per_kod.items() if antal}


def _summor(per_par, plats):
    ut = {}
    for par, antal in per_par.items():
        ut[par[plats]] = ut.get(par[plats], 0) + antal
    return ut


def _avtryck(tabeller, ute, kanda):
    """Return a fingerprint that nobody can guess small counts from."""
    allt = [
        UPPLAGA,
        settings.SMATALSGRANS,
        ute,
        kanda,
        [
            [[[a.namn, a.varden] for a in t.axlar], sorted(t.tal.items())]
            for grupp in tabeller
            for t in grupp
        ],
    ]
    hemligt = salted_hmac("lagesbild.rojande", json.dumps(allt), algorithm="sha256")
    return f"rojande:{hemligt.hexdigest()}"
