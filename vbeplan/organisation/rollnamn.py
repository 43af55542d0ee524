"""Names of roles: which one is meant by what somebody types, and which two are one.

>>> ar_lika("Avd.chef", "Avdelningschef")
True
>>> traffgrad("cheferna", "Bitr. enhetschef") is None
False
"""

import re
import unicodedata

from vbeplan.text.svenska import normalisera

_ORD = re.compile(r"[\s/,;()–-]+")
_FOGAR = re.compile(r"[\s/.,–-]+")
# What Swedish nouns end in, definite, plural and genitive, "" among them.
_ANDELSER = frozenset(
    "a ar are aren arens arna arnas ars e en ens er ers erna ernas et ets n na nas ns "
    "or orna ornas ors r rna rnas rs s".split()
) | {""}
_KORTAST_STAM = 4
_KORTAST_STAVFEL = 5  # shorter words differ on purpose: norr, öst, 1, B


def traffgrad(sokt, namn):
    """Return how well a role answers what is typed, 0 best; None when not at all.

    Every typed word is looked for in any word of the name: at its start, inside it
    (Swedish writes compounds) or in another inflection. Accents may be left out.
    """
    sokta, namnet = _utan_prickar(sokt), _utan_prickar(namn)
    if namnet.startswith(sokta):
        return 0 if namnet == sokta else 1
    grader = [_ordets_grad(ord_, _dela(namnet)) for ord_ in _dela(sokta)]
    return None if None in grader else max(grader, default=1)


def ar_lika(a, b):
    """Tell whether two different names are probably two spellings of one role.

    Hyphen and spaces, inflection, a slip of the hand in a longer word, and
    abbreviations with a full stop; never when figures or short words differ.
    """
    a, b = normalisera(a), normalisera(b)
    if a == b:
        return False
    a, b = a.replace("&", "och"), b.replace("&", "och")
    if _FOGAR.sub("", a) == _FOGAR.sub("", b):
        return True
    if _ar_forkortning(a, b) or _ar_forkortning(b, a):
        return True
    # «säkerhets-samordnare» is one word too
    return _lika_ord(a, b) or _lika_ord(a.replace("-", ""), b.replace("-", ""))


def _lika_ord(a, b):
    par = [_dela(a), _dela(b)]
    return len(par[0]) == len(par[1]) and all(
        x == y or _bojda(x, y) or _felstavade(x, y) for x, y in zip(*par, strict=True)
    )


def _utan_prickar(text):
    delar = unicodedata.normalize("NFD", normalisera(text))
    return "".join(tecken for tecken in delar if not unicodedata.combining(tecken))


def _dela(text):
    return [ord_ for ord_ in _ORD.split(text) if ord_]


def _ordets_grad(sokt, orden):
    if any(ord_.startswith(sokt) for ord_ in orden):
        return 2
    if any(sokt in ord_ for ord_ in orden):
        return 3
    if any(stam in ord_ for stam in _stammar(sokt) for ord_ in orden):
        return 4
    return None


def _stammar(ord_):
    """Yield the word without each ending it may have."""
    for langd in range(_KORTAST_STAM, len(ord_)):
        if ord_[langd:] in _ANDELSER:
            yield ord_[:langd]


def _bojda(a, b):
    """Tell whether two words are inflections of one."""
    stam = _lika_langt(a, b)
    return any(
        a[langd:] in _ANDELSER and b[langd:] in _ANDELSER
        for langd in range(_KORTAST_STAM, stam + 1)
    )


def _felstavade(a, b):
    """Tell whether one letter is added, dropped or changed, or two have swapped."""
    if min(len(a), len(b)) < _KORTAST_STAVFEL or _siffror(a) != _siffror(b):
        return False
    lika = _lika_langt(a, b)
    a, b = a[lika:], b[lika:]
    slut = _lika_langt(a[::-1], b[::-1])
    a, b = a[: len(a) - slut], b[: len(b) - slut]
    return max(len(a), len(b)) <= 1 or (len(a) == 2 and a == b[::-1])


def _lika_langt(a, b):
    """Return how many signs two words begin alike with."""
    par = enumerate(zip(a, b, strict=False))
    return next((i for i, (x, y) in par if x != y), min(len(a), len(b)))


def _siffror(text):
    return [tecken for tecken in text if tecken.isdigit()]


def _ar_forkortning(kort, langt):
    """Tell whether the dots of `kort` stand for letters of `langt`."""
    delar = [del_.strip() for del_ in kort.strip(". ").split(".")]
    if not delar[0] or (len(delar) < 2 and not kort.endswith(".")):
        return False
    monster = r"\w*[\s-]?".join(map(re.escape, delar)) + r"\w*" * kort.endswith(".")
    return bool(re.fullmatch(monster, langt))
