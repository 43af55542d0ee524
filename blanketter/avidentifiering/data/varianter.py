"""Other spellings of a name: how it is written without marks or in another land."""

import re

from blanketter.avidentifiering.namn.utan_marken import utan_marken

_BYTEN = tuple(
    (re.compile(fran), till)
    for fran, till in (
        ("ou", "u"),
        ("(?<=[^aeiouyåäö])oo(?=[^aeiouyåäö])", "u"),
        ("ee", "i"),
        ("kh", "ch"),
        ("kh", "h"),
        ("sch", "sh"),
        ("sj", "sh"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("w", "v"),
        ("^v", "w"),
        ("ck", "k"),
        ("k(?=[^k]|$)", "c"),
        ("c(?=[aou])", "k"),
        ("^z", "s"),
        ("z", "s"),
        ("kv", "qv"),
        ("qu", "qv"),
        ("qv", "kv"),
        ("ie", "i"),
        ("y", "i"),
        ("i(?=[aeou])", "j"),
        ("ij", "i"),
        ("^jo", "yo"),
        ("^ju", "yu"),
        ("^ja", "ya"),
        ("x", "ks"),
        ("ss", "s"),
        ("(?<=[aeiouyåäö])s(?=[aeiouyåäö])", "ss"),
        ("ll", "l"),
        ("nn", "n"),
        ("mm", "m"),
        ("tt", "t"),
        ("dd", "d"),
        ("(?<=[aeiouyåäö])l(?=[aeiouyåäö])", "ll"),
        ("(?<=[aeiouyåäö])m(?=[aeiouyåäö])", "mm"),
        ("(?<=[aeiouyåäö])n(?=[aeiouyåäö])", "nn"),
        ("ei", "ey"),
        ("ai", "ay"),
        ("ai", "aj"),
        ("ah$", "a"),
        ("a$", "ah"),
        ("h(?=[lmnr])", ""),
        ("é", "e"),
        ("e(?=[lnr]?$)", "é"),
        ("dal$", "dahl"),
        ("dahl", "dal"),
        ("ae", "e"),
        ("ae", "a"),
        ("sz", "sh"),
        ("cz", "ch"),
        ("ic$", "ich"),
        ("ić$", "itj"),
        ("oglu", "ogullari"),
        ("^abd[eu]l", "abdal"),
        ("^abd[ae]l", "abdul"),
    )
)
MOHAMMED = re.compile("m[uoae]+h+[ae]m+[aeiu]+[dt]$")
_MOHAMMED = [
    f"m{a}h{b}{m}{c}{d}"
    for a in ("o", "u", "a", "oo", "e")
    for b in "ae"
    for m in ("m", "mm")
    for c in ("e", "a", "ee", "i")
    for d in "dt"
]


def varianter(namn: str) -> set[str]:
    """Return other spellings of a name in lower case (the name itself not among them).

    One rule at a time, and each of those without its marks: enough for what people
    write, few enough not to run into other words.
    """
    ut = set()
    if len(namn) >= 4:
        for fran, till in _BYTEN:
            nytt = fran.sub(till, namn, count=1)
            if len(nytt) >= 4:
                ut.add(nytt)
        if MOHAMMED.fullmatch(namn):
            ut.update(_MOHAMMED)
    ut |= {utan_marken(ett) for ett in (namn, *ut)}
    if len(namn) >= 5:
        ut |= {utan_marken(ett, "") for ett in (namn, *ut)}
    ut.discard(namn)
    return ut
