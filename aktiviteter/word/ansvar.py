"""Who is responsible: a cell's words split into roles.

«och», a comma and a slash split only where what follows is itself a role, so that
«Enhetschef ungdom och fritid» stays one role. After «i samråd med» and its like come
those who are consulted. The plan names roles, never persons: a name is taken out and
told in a remark.
"""

import re
from collections.abc import Iterable, Sequence

HUVUDANSVARIG, MEDANSVARIG, I_SAMRAD_MED = (
    "huvudansvarig",
    "medansvarig",
    "i_samrad_med",
)

_SAMRAD = re.compile(
    r"[,;]?\s*\(?\b(?:i\s+)?(?:nära\s+)?(?:samråd|samverkan|samarbete|dialog)\s+med\b:?\s*"
    r"|[,;]?\s*\(?\btillsammans\s+med\b:?\s*"
    r"|[,;]?\s*\(?\bmed\s+stöd\s+(?:av|från)\b:?\s*"
    r"|[,;]?\s*\(?\b(?:samverkan|samråd|samverkanspart(?:er)?|medverkande)\s*:\s*",
    re.I,
)
_DELARE = re.compile(
    r"\s*[\n;•·]\s*|\s*,\s+(?:och|samt)\s+|\s+(?:och|samt|&)\s+|\s*,\s*|\s*/\s*"
)
_HUVUD = (
    r"chef|direktör|samordnare|rektor|konsulent|strateg|handläggare|sekreterare|ledare"
    r"|ansvarig|utvecklare|controller|pedagog|kurator|sköterska|polis|fältare|assistent"
    r"|koordinator|lärare|vaktmästare|bibliotekarie|inspektör|specialist|rådgivare"
    r"|ordförande|psykolog|terapeut|sekretariat|planerare|coach|coacher|jurist"
    r"|kommunikatör|ekonom|ombud|team|grupp|nätverk|råd|förebyggare|föreståndare|präst"
    r"|imam|diakon|mentor|personal|arbetare|väktare|värd|sakkunnig|expert|analytiker"
)
_ROLL = re.compile(rf"(?:{_HUVUD})(?:e|er|en|n|na|erna|arna|ar|or|s|a|et)?$", re.I)
# A unit is a role only in a compound or in its definite form: «socialförvaltningen» is
# one, «Enhetschef ekonomi och förvaltning» holds none.
_ENHET = re.compile(
    r"(?:\w+(?:förvaltning|avdelning|nämnd|enhet|kontor|bolag|styrelse|sektor)"
    r"|förvaltning|avdelning|nämnd|enhet|kontor|bolag|styrelse|sektor)"
    r"(?:en|et|n|ar|erna|arna|er|s|ens|ernas|arnas)?$",
    re.I,
)
_BAR_ENHET = {"förvaltning", "avdelning", "nämnd", "enhet", "kontor", "bolag", "sektor"}
_ORGAN = re.compile(
    r"(?:social|hem|räddnings)tjänsten?$|lokalpolisområdet?$|.*polis(?:en|området|område)$"
    r"|.*myndighet(?:en|er)?$|region(?:en)?$|försäkringskassan$|arbetsförmedlingen$"
    r"|brottsförebyggande$|bup$|hr$|hr-|ssp|ssp[fs]|elevhälsan?$|ungdomsmottagningen$"
    r"|.*(?:skolan|skolor|skolorna|gården|gårdar|gårdarna|föreningar|föreningarna"
    r"|föreningsliv(?:et)?|trossamfund(?:en)?|församling(?:en|ar)?|fältverksamhet(?:en)?"
    r"|kommunen|staden|näringsliv(?:et)?|verksamheter(?:na)?|biblioteket|biblioteken)$",
    re.I,
)
_OMRADE = re.compile(r"(?:chef|direktör|ansvarig)\w* (?:för|inom|på)\b", re.I)
_KOMMUN = re.compile(r"[A-ZÅÄÖ][\wåäö-]+ (?:kommun|stad)", re.I)
_INLEDER = {"respektive", "resp", "samtliga", "alla", "berörd", "berörda", "övriga"}
_TITELRAD = re.compile(r"^(?:ansvarig(?:a)?|huvudansvarig|utförare)\s*:\s*", re.I)

_FORNAMN = frozenset(
    """
    anna maria eva karin lena kerstin sara ulla kristina christina ingrid linda susanne
    malin birgitta marie elisabeth helena jenny emma annika margareta monica johanna
    camilla carina åsa elin sofia cecilia hanna ida julia katarina lisa jessica ulrika
    therese pia yvonne barbro gunilla agneta marianne anette maja amanda fatima erika
    lars anders per mikael michael johan erik jan peter fredrik karl daniel hans thomas
    tomas stefan mats bo magnus marcus markus mattias andreas jonas martin henrik ulf
    leif roger patrik robert tobias niklas joakim christer christian david björn göran
    kent oskar emil simon viktor ali mohammed ahmed hassan ola pär håkan tommy kjell
    """.split()
)
_FORNAMNSPLATS = re.compile(r"(?<![\w-])[A-ZÅÄÖ][a-zåäöé]+(?=[ -])")
_EFTERNAMN = re.compile(r"(?:[ -][A-ZÅÄÖ][a-zåäöé]+){1,2}(?![\w-])")


def ar_roll(text: str, roller: Iterable[str] = ()) -> bool:
    """Whether words begin as a role: «respektive X», a role noun, or a known role."""
    text = text.strip()
    if not text:
        return False
    if any(text.lower().startswith(r.lower()) for r in roller if r):
        return True
    ord_ = [o.strip(".,()") for o in text.split()]
    if ord_[0].lower() in _INLEDER:
        return len(ord_) > 1
    for i, o in enumerate(ord_[:4]):
        if o.lower() in ("för", "med", "inom", "på", "av") and i:
            return False
        if _ROLL.search(o) or _ORGAN.match(o):
            return True
        if _ENHET.match(o) and o.lower() not in _BAR_ENHET:
            return True
    return False


def ansvariga(
    rader: Sequence[str], roller: Iterable[str] = (), forsta: str = HUVUDANSVARIG
) -> tuple[list[dict[str, str]], list[str]]:
    """Roles with their part, and the persons' names that were taken out.

    `rader` are the cell's lines, `forsta` the part of the first role (the column's);
    with HUVUDANSVARIG the further ones become MEDANSVARIG.
    """
    ut: list[dict[str, str]] = []
    text, namnen = _utan_namn(_hopfogad([_TITELRAD.sub("", r) for r in rader]), roller)
    delar = _SAMRAD.split(text)
    for i, del_ in enumerate(delar):
        for roll in _parter(del_, list(roller)) if i else _dela(del_, list(roller)):
            art = I_SAMRAD_MED if i else forsta
            roll, egen = _egen_art(roll)
            art = egen or art
            har = next((a for a in ut if a["art"] == HUVUDANSVARIG), None)
            if art == HUVUDANSVARIG and har:
                # A mark says more than the order they stand in.
                (har if egen else {})["art"] = MEDANSVARIG
                art = art if egen else MEDANSVARIG
            if roll.lower() not in {a["roll"].lower() for a in ut}:
                ut.append({"roll": roll, "art": art})
    return ut, namnen


_ART = re.compile(
    r"\s*\((?:(?P<huvud>huvudansvar(?:ig|iga)?|sammankallande|ansvarig)"
    r"|(?P<med>med\s?ansvar(?:ig|iga)?|delansvarig)"
    r"|(?P<samrad>samverkan|samråd|stöd(?:jande)?|medverkande))\)\s*$",
    re.I,
)


def _egen_art(roll: str) -> tuple[str, str]:
    """«Socialchef (huvudansvarig)» → the role, and the part it is marked with."""
    traff = _ART.search(roll)
    if traff is None or not roll[: traff.start()].strip():
        return roll, ""
    art = {"huvud": HUVUDANSVARIG, "med": MEDANSVARIG, "samrad": I_SAMRAD_MED}
    return roll[: traff.start()].strip(), art[traff.lastgroup]


def _hopfogad(rader: Iterable[str]) -> str:
    """Lines as one text; one that goes on («… och», «ungdom och fritid») is joined."""
    ut = ""
    for rad in (r.strip() for r in rader):
        if not rad:
            continue
        fortsatter = (
            not ut
            or re.search(r"(?:[,/&-]|\b(?:och|samt|med|för|av|inom))$", ut)
            or re.match(r"(?:och|samt|i samråd|i samverkan|tillsammans)\b", rad, re.I)
            or (rad[0].islower() and not ar_roll(rad))
        )
        ut = f"{ut} {rad}".strip() if fortsatter else f"{ut}\n{rad}"
    return ut


def _dela(text: str, roller: list[str]) -> list[str]:
    """One stretch of text as roles, cut only where a role begins."""
    ut: list[str] = []
    vid = 0
    for delare in _DELARE.finditer(text):
        fore, efter = text[vid : delare.start()], text[delare.end() :]
        if not fore.strip():
            vid = delare.end()
            continue
        if _skiljer(delare[0], fore, efter, roller):
            ut.append(fore)
            vid = delare.end()
    ut.append(text[vid:])
    return [r for r in map(_putsad, ut) if any(c.isalpha() for c in r)]


def _parter(text: str, roller: list[str]) -> list[str]:
    """Those consulted: «polis, skola och socialtjänst» is a list of short names."""
    delar = [
        d.strip(" .")
        for d in re.split(r",\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+", text)
    ]
    kanda = any(r.lower() in text.lower() for r in roller if r)
    korta = all(d and len(d.split()) <= 2 and not d.endswith("-") for d in delar)
    if "," in text and not kanda and korta and not _OMRADE.search(text):
        ut = [r for r in map(_putsad, delar) if r]
        if len(ut) > 2:
            return ut
    return _dela(text, roller)


def _skiljer(delare: str, fore: str, efter: str, roller: list[str]) -> bool:
    if any(_delas_av(r.lower(), fore, delare, efter) for r in roller):
        return False
    if "\n" in delare or ";" in delare or "•" in delare:
        return True
    # «kultur- och fritidschef»: the first half is only the beginning of a word.
    if fore.rstrip().endswith("-") or not efter.strip():
        return False
    nasta = _SAMRAD.split(_DELARE.split(efter)[0])[0]
    if _OMRADE.search(fore) and not _har_yrke(nasta):
        return False
    if _KOMMUN.fullmatch(nasta.strip()):
        return True
    return ar_roll(nasta, roller)


def _har_yrke(text: str) -> bool:
    """A role by its noun, not only a unit: «… för unga och skolan» has none."""
    ord_ = [o.strip(".,()") for o in text.split()[:4]]
    return ord_[:1] != [] and (
        ord_[0].lower() in _INLEDER or any(_ROLL.search(o) for o in ord_)
    )


def _delas_av(roll: str, fore: str, delare: str, efter: str) -> bool:
    """Whether a known role stands across the cut, so that it must not be made."""
    return any(
        (fore + delare).lower().endswith(roll[:i])
        and efter.lower().startswith(roll[i:])
        for i in range(len(delare), len(roll))
        if roll[:i].endswith(delare.lower())
    )


def _putsad(text: str) -> str:
    text = re.sub(r"^[\s•·*–—-]+(?=\S)", "", text)
    text = " ".join(text.split()).strip(" ,;:/&")
    if text.endswith(")") and "(" not in text:
        text = text[:-1]
    if text.endswith(".") and not re.search(r"\b\w{1,3}\.$", text):
        text = text[:-1]
    return text


def _utan_namn(text: str, roller: Iterable[str]) -> tuple[str, list[str]]:
    """Takes «Anna Andersson» out when a role stands beside it; names are returned."""
    namnen = []
    for traff in _FORNAMNSPLATS.finditer(text):
        efter = _EFTERNAMN.match(text, traff.end())
        if efter is None or traff[0].lower() not in _FORNAMN:
            continue
        helt = traff[0] + efter[0]
        if helt.lower() in map(str.lower, roller):
            continue
        if any(_ROLL.search(o) or _ENHET.match(o) for o in efter[0].split()):
            continue
        namnen.append(helt)
    kvar = text
    for namn in namnen:
        kvar = re.sub(rf"\s*[,(/–-]?\s*{re.escape(namn)}\)?\s*[,/–-]?\s*", " ", kvar)
    # A cell with only a name keeps it: somebody must choose the role.
    return (kvar.strip(), namnen) if kvar.strip() else (text, namnen)
