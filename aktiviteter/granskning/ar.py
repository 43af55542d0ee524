"""Years that were true when the plan was last written.

A year is told only where the sentence speaks of what is or will be: «Under 2024 ska»,
«Planen gäller 2021–2024». What has happened, laws, case numbers, sources and titles of
documents keep their years.
"""

import re

from aktiviteter.granskning.brist import brist, kort
from aktiviteter.granskning.datum import MANADER

FRAM = r"ska|skall|kommer|bör|måste|får|kan|vill"
_TID = (
    r"under(?: hela)?|år|hösten|våren|sommaren|vintern|vårterminen|höstterminen|"
    rf"läsåret|i (?:{'|'.join(MANADER)})|från och med(?: år)?|fr\.?o\.?m\.?|inför|"
    r"till och med|t\.?o\.?m\.?|senast|senast (?:år|under)|före|innan"
)
_AR = re.compile(r"(?<![\d:/.-])20[0-3]\d(?!\d|:\d|/\d{3})")
_HAR_AR = re.compile(r"20[0-3]\d")
# A time first, then the verb: «Under 2024 ska», «Hösten 2024 genomförs».
_FORST = re.compile(
    rf"(?:^|[.!?]\s+|, )(?:{_TID})(?: (?:av|för))?(?: slutet av)? (20[0-3]\d)\b,?"
    r" (?:så )?([a-zåäö]+)",
    re.I,
)
# The verb first: «ska vara känd på alla enheter senast i mars 2025».
_SIST = re.compile(
    r"\b(?:ska|skall|kommer(?: \w+){0,2} att|planeras|avses|bör|måste)\b[^.;]{0,90}?"
    rf"\b(?:{_TID})(?: (?:av|i|den|slutet|utgången|mitten|början|halvåret|"
    rf"{'|'.join(MANADER)}|\d\d?)){{0,4}} (20[0-3]\d)\b",
    re.I,
)
_DAG_SIST = re.compile(
    r"\b(?:ska|skall|kommer att|planeras|bör|måste)\b[^.;]{0,90}?\b(?:senast|"
    r"till och med|före|t\.?o\.?m\.?|den) (20[0-3]\d)-\d\d-\d\d",
    re.I,
)
_GALLER = re.compile(
    r"\b(?:planen|handlingsplanen|dokumentet|programmet|budgeten|lägesbilden|lägesbild)"
    r" (?:gäller|avser|sträcker sig|omfattar|är giltig)\b[^.;]{0,45}?"
    r"(20[0-3]\d)(?:\s?[–—-]\s?(20[0-3]\d))?\b(?!-\d)",
    re.I,
)
_NASTA = re.compile(
    r"(?:\bnästa (?:revidering|uppföljning|översyn|lägesbild|enkät|plan)\b|"
    r"\b(?:revideras|ses över|uppdateras|följs upp)\b)[^.;]{0,70}?"
    r"\b(20[0-3]\d)\b(?!\s?[–—-])",
    re.I,
)
_MAL = re.compile(r"\b(?:årsmål|målvärde|mål)(?: för)?(?: år)? (20[0-3]\d)\b", re.I)
_DATID = re.compile(
    r"\b(?:\w+ades?|\w+(?:de|te)s|var|blev|fick|gick|kom|tog|gav|fanns|gjorde|hade|"
    r"skulle|visade|skrev|hölls|utgick|ledde|började|innebar|deltog|pågick)\b"
)
_UNDANTAG = re.compile(
    r"\b(?:sedan|jämfört med|från|redan|enligt|mellan)\b[^,;.]{0,30}$", re.I
)
_BLEV = re.compile("[dt]es$|^(?:fanns|gavs|togs|sågs|skrevs|hölls|drogs|bjöds|lades)$")
_INTE_NU = set("har var år för under efter eller över inför är".split())


def aktuella(texter):
    """Return the sentences that name a year, out of pieces' words without titles."""
    return tuple(mening for t in texter if _HAR_AR.search(t) for mening in _meningar(t))


def _meningar(text):
    return [m for m in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", text) if _AR.search(m)]


def granska(mening, ar, idag):
    """Yield at most one remark on a sentence of a plan for the year `ar`."""
    if (gammalt := _gammalt(mening, ar, idag)) is not None:
        text = (
            f"{kort(mening, 90)} talar om {gammalt} som om det inte har varit, men "
            f"planen gäller {ar}. Byt årtal eller skriv om."
        )
        yield brist("gammalt_ar", text, mening)


def _gammalt(mening, ar, idag):
    """Return the year that is out of date, or None."""
    for fraga in (_i_planen, _i_tid, _i_framtid):
        if (gammalt := fraga(mening, ar, idag)) is not None:
            return gammalt
    return None


def _i_planen(mening, ar, idag):
    """What the plan says of itself: what it is for, its next revision, its goals."""
    if _DATID.search(mening):
        return None
    for traff in _GALLER.finditer(mening):
        slut = max(int(traff[1]), int(traff[2] or 0))
        if slut < ar - traff[0].lower().startswith("lägesbild"):
            return slut
    for monster in (_NASTA, _MAL):
        if (traff := monster.search(mening)) and int(traff[1]) < ar:
            return int(traff[1])
    return None


def _i_tid(mening, ar, idag):
    for traff in _FORST.finditer(mening):
        if int(traff[1]) < ar and _nutid(traff[2]):
            return int(traff[1])
    return None


def _i_framtid(mening, ar, idag):
    """A year that was to come; one that is not over yet may still be meant."""
    if _DATID.search(mening):
        return None
    for monster in (_SIST, _DAG_SIST):
        for traff in monster.finditer(mening):
            fore = mening[: traff.start(1)][-40:]
            undantag = _UNDANTAG.search(fore) and "från och med" not in fore.lower()
            if int(traff[1]) < min(ar, idag.year) and not undantag:
                return int(traff[1])
    return None


def _nutid(verb):
    """Tell whether a word is a verb of now or later, by its ending."""
    verb = verb.lower()
    if verb in _INTE_NU:
        return verb == "är"
    if re.fullmatch(FRAM, verb):
        return True
    return verb.endswith("r") or (verb.endswith("s") and not _BLEV.search(verb))


def i_titel(titel, ar):
    """Yield a remark on an activity's title that names a year long past."""
    aren = [int(a) for a in _AR.findall(titel)]
    if (
        aren
        and max(aren) <= ar - 2
        and not re.search(r"\bsedan\b|\bfrån\b|SOU|lag", titel)
    ):
        text = f"Titeln nämner {max(aren)}, men planen gäller {ar}. Byt årtal."
        yield brist("gammalt_ar", text, titel)
