"""Headings: misspelt ones, and the same one twice among its neighbours."""

import re
from functools import lru_cache

from aktiviteter.granskning.brist import brist
from aktiviteter.granskning.hanvisning import rubriknorm
from aktiviteter.granskning.upprepning import inom_ett

# What chapters of such plans are called.
_VANLIGA = set(
    """
    inledning bakgrund syfte ansvar ansvarsfördelning samverkan samordning
    organisation rutin rutiner händelse blankett avidentifierad avidentifierade
    information lokal lokala lägesbild kartläggning analys delområden förebyggande
    förebygga förhindrande förhindra skydda hantera arbete tidig upptäckt
    aktiviteter aktivitet åtgärder insatser insatsområden föreningsbidrag upplåtande
    lokaler kompetenshöjande kompetens utbildning kompetensutveckling uppföljning
    utvärdering revidering våldsbejakande extremism radikalisering handlingsplan
    socialtjänstens socialtjänsten avhoppare anhöriga individer begrepp definitioner
    miljöer förändringar resultat ställningstagande målgrupp målgrupper
    kommunikation krisberedskap sekretess personuppgifter omvärldsbevakning
    riskfaktorer skyddsfaktorer orosanmälan säkerhet trygghet demokrati
    civilsamhället trossamfund kommunens nämndens stadsdelsnämndens kommunstyrelsen
    brottsförebyggande styrdokument lagstiftning ordlista bilagor sammanfattning
    metoder framtagande genomförande tidsplan källor referenser
    """.split()
)
_ANDELSER = set(
    "a an ar are arna ad ade at d de e en er era erna et ets ens es n na nas nen ns or "
    "orna r s t te ts".split()
) | {""}  # fmt: skip
_ORD = re.compile(r"[a-zåäöé]+")
KORTAST, LANG = 6, 12


def stavning(rubrik):
    """Yield a remark on each word that is a letter from a usual one."""
    for ordet in _ORD.findall(rubrik.lower()):
        if ratt := _menat(ordet):
            text = f"”{ordet}” i rubriken ”{rubrik}”. Menade du ”{ratt}”?"
            yield brist("felstavad_rubrik", text, rubrik)


@lru_cache(maxsize=4096)
def _menat(ordet):
    """Return the usual word that a word is a slip of, or ""."""
    if len(ordet) < KORTAST or ordet in _VANLIGA:
        return ""
    for vanligt in sorted(_VANLIGA):
        if abs(len(vanligt) - len(ordet)) <= 2 and _nara(ordet, vanligt):
            return vanligt
    return ""


glom = _menat.cache_clear


def _nara(ordet, vanligt):
    if len(vanligt) < KORTAST or bojning(ordet, vanligt):
        return False
    if inom_ett(ordet, vanligt):
        return ordet[0] == vanligt[0] or len(vanligt) >= 9
    return (
        len(vanligt) >= LANG and ordet[:2] == vanligt[:2] and inom_tva(ordet, vanligt)
    )


def inom_tva(a, b):
    """Tell whether two words are at most two letters added, lost or changed apart."""
    fore = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        rad = [i]
        for j, y in enumerate(b, 1):
            rad.append(min(fore[j] + 1, rad[-1] + 1, fore[j - 1] + (x != y)))
        fore = rad
    return fore[-1] <= 2


def bojning(a, b):
    """Tell whether two words are one word in two forms, or parts of a compound."""
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return i >= 4 and a[i:] in _ANDELSER and b[i:] in _ANDELSER


def dubbla(avsnitt):
    """Yield (chapter, remark) of each whose heading a neighbour has had before."""
    sedda = {}
    for a in avsnitt:
        over = a.nummer.split(".")[0] if a.niva == 2 else ""
        nyckel = (over, rubriknorm(a.rubrik))
        if nyckel in sedda:
            text = (
                f"Även kapitel {sedda[nyckel]} heter ”{a.rubrik}”. Slå ihop dem, eller "
                "ge dem olika namn."
            )
            yield a, brist("dubbel_rubrik", text, a.rubrik)
        else:
            sedda[nyckel] = a.nummer
