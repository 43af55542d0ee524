"""What can be seen only of all activities at once: times, roles, titles."""

import re
from collections import Counter, defaultdict
from functools import lru_cache

from aktiviteter.granskning.brist import Brist, brist
from aktiviteter.granskning.rubriker import bojning, inom_tva
from vbeplan.text.svenska import normalisera

FA, ANDEL_LOPANDE, ANDEL_ROLL = 4, 0.8, 0.5
_KOLLEKTIV = re.compile(r"^(?:respektive|samtliga|alla|varje|berörd)", re.I)
_ORD = re.compile(r"\w+")
_FYLLNAD = {"och", "för", "i", "av"}


def lopande(rader):
    """Yield advice when nearly all rows go on without an end."""
    antal = sum(rad.lopande for rad in rader)
    if len(rader) < FA or antal < ANDEL_LOPANDE * len(rader):
        return
    hur = "Alla" if antal == len(rader) else f"{antal} av {len(rader)}"
    text = (
        f"{hur} aktiviteter är löpande. Då syns det inte när något ska vara klart. Ge "
        "dem som går ett slutdatum, och de andra en dag för avstämning."
    )
    yield brist("allt_lopande", text, f"{antal} {len(rader)}")


def en_roll(rader):
    """Yield advice on each role that answers for most of the rows."""
    tal = Counter(roll for rad in rader for roll in rad.egna)
    for roll, antal in tal.most_common(1):
        if antal < FA or antal <= ANDEL_ROLL * len(rader) or _KOLLEKTIV.match(roll):
            continue
        text = f"{roll} ansvarar för {antal} av {len(rader)} aktiviteter. "
        if "samordnare" in roll.lower():
            text += (
                "Samordnaren håller ihop arbetet. Kan den som leder verksamheten svara?"
            )
        else:
            text += "Går det att fördela på fler, så att planen håller om någon slutar?"
        yield Brist(
            "en_roll", "En roll bär det mesta", text, f"{roll} {antal} {len(rader)}"
        )


def dubbla_titlar(rader):
    """Yield (row, remark) of each whose title stands on an earlier row."""
    sedda = {}
    for rad in rader:
        titel = normalisera(rad.titel).rstrip(".")
        if titel in sedda:
            text = (
                f"Aktivitet {sedda[titel]} heter också ”{rad.titel}”. Ta bort den ena, "
                "eller ge dem namn som skiljer dem åt."
            )
            yield rad, brist("dubbel_aktivitet", text, rad.titel)
        else:
            sedda[titel] = rad.nummer


def tva_stavningar(rader):
    """Yield advice on pairs of roles that look like one, with the rows of the rarer."""
    rader_av = defaultdict(list)
    for rad in rader:
        for roll in rad.roller:
            rader_av[roll].append(rad.nummer)
    for par in _lika(tuple(rader_av)):
        vanlig, ovanlig = sorted(par, key=lambda r: -len(rader_av[r]))
        nr = ", ".join(map(str, rader_av[ovanlig][:8]))
        text = (
            f"”{ovanlig}” (aktivitet {nr}) och ”{vanlig}”. Är det samma roll, använd "
            "ett namn överallt."
        )
        yield brist("roll_tva_stavningar", text, f"{vanlig}\n{ovanlig}")


@lru_cache(maxsize=256)
def _lika(roller):
    return [
        (a, b) for i, a in enumerate(roller) for b in roller[i + 1 :] if _samma(a, b)
    ]


glom = _lika.cache_clear


def _samma(a, b):
    if a[:1].lower() != b[:1].lower() or abs(len(a) - len(b)) > 6:
        return False
    orden_a, orden_b = _orden(a), _orden(b)
    if orden_a == orden_b:
        return True
    if len(orden_a) != len(orden_b):
        return "".join(orden_a) == "".join(orden_b)
    skilda = [(x, y) for x, y in zip(orden_a, orden_b, strict=True) if x != y]
    return all(_samma_ord(x, y) for x, y in skilda)


def _orden(roll):
    return sorted(o for o in _ORD.findall(roll.lower()) if o not in _FYLLNAD)


def _samma_ord(x, y):
    if x.isdigit() or y.isdigit():
        return False
    if bojning(x, y):
        return not (x + "er" == y or y + "er" == x)  # one, or several: not the same
    return len(x) >= 8 and len(y) >= 8 and x[:3] == y[:3] and inom_tva(x, y)
