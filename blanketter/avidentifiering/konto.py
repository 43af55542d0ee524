"""Accounts in social media, chats and games: @name, or a name beside its platform."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import OSAKER, SAKER, Fynd
from blanketter.avidentifiering.namn.ordlista import ENGELSKA, ORD, ordlista

_PLATTFORM = (
    r"(?:snap(?:chat(?:en|et)?|pen|en|et)?|sc|insta(?:gram(?:men|et)?|n)?|ig|tik[ "
    r"-]?tok|tt|facebook|fejan|fb|"
    r"messenger|"
    r"twitter|x|telegram|tg|discord|dc|kik|signal|whats ?app|wickr|threema|tumblr|"
    r"reddit|"
    r"twitch|steam|roblox|minecraft|fortnite|xbox(?: live)?|playstation|psn|ps[345]|"
    r"youtube|yt|"
    r"vk|gab|threads|bluesky|mastodon|linkedin|pinterest|jodel|yubo|omegle|viber|"
    r"session|"
    r"element|matrix|flashback|gettr|truth social|onlyfans|spotify|soundcloud|"
    r"bereal|wechat|"
    r"skype|hoop|wizz|tellonym|ask\.fm|bitchute|odysee|rumble|valorant|csgo|cs2|"
    r"counter-strike|"
    r"brawl stars|clash royale|among us|lol|league of legends|fifa|ea|battle\.?net|"
    r"epic(?: games)?|"
    r"nintendo|switch|origin|ubisoft|simplex|briar|zangi|imo|line|zello|teamspeak|ts3|"
    r"parler|minds|4chan|8kun|stormfront|familjeliv|paypal|vinted|wattpad|deviantart)"
)
_NAMN = r"[\w][\w.#-]{1,38}[\w]"
_KALLAS = (
    r"(?:hete?r?|hette|kalla(?:r|s|de|des) (?:sig|för)?|går under (?:namnet)?|"
    r"användarnamn(?:et)?|"
    r"användare[n]?|nick(?:et|name|namnet|namn)?|alias(?:et)?|smeknamn(?:et)?|"
    r"kont(?:o|ot|on|ona)|"
    r"signatur(?:en)?|handle|profil(?:en)?|gamer ?tag(?:gen)?|gt|id|spelnamn(?:et)?|"
    r"\w{3,20}namn(?:et)?|"
    r"\w{2,20}konto(?:t)?|\w{2,20}profil(?:en)?|kanal(?:en)?|\w{2,20}kanal(?:en)?)"
)
TECKEN = re.compile(
    rf"@|_|#\d|(?<!\w)u/|7656119|(?<!\w)(?=[^\W\d]){_PLATTFORM}(?!\w)|konto|profil|"
    r"kanal|namn|användar|"
    r"(?<!\w)(?:heter|kallar|nick|alias|signatur|gamer ?tag|handle|spelnamn|insta|"
    r"tiktok|youtub|stream|influencer|twitt|blogg|inlogga|logga|spelar|chattar|snap)",
    re.IGNORECASE,
)
_SNABELA = re.compile(
    r"(?<![\w.@/])@(?P<namn>\w[\w.-]{0,38}\w)(?:[@:][\w-]{1,40}(?:\.[\w-]{1,40}){1,3})?",
    re.IGNORECASE,
)
_TJANSTENS = re.compile(  # ids and signs that one service alone writes so
    r"STEAM_\d:\d:\d{5,12}|(?<!\d)7656119\d{10}(?!\d)|(?<![\w/])/?u/[\w-]{3,30}"
)
_DISCORD = re.compile(r"(?<![\w#@/])[\w.]{2,32}#\d{4,5}(?!\w)")
_UNDERSTRECK = re.compile(
    r"(?<![\w.@/-])(?=[\w.-]{0,40}[A-Za-zÅÄÖåäö])(?=[\w.-]{1,40}_)[\w.-]{3,40}\w"
    r"(?![\w@/])"
)
_ETT_NAMN = rf"(?:[\"”“'](?P<citat>[^\"”“'\n]{{2,40}})[\"”“']|(?P<namn>@?{_NAMN}))"
_PA_PLATTFORM = re.compile(
    rf"(?<!\w)(?=[^\W\d]){_KALLAS}:?[ ]{{1,2}}(?:(?:är|var|hette|blev|som|för|sig|"
    rf"han|hon|hen|"
    rf"heter)[ ]){{0,2}}"
    rf"(?:[\"”“'](?P<citat>[^\"”“'\n]{{2,40}})[\"”“']|"
    rf"(?P<namn>@?{_NAMN}(?:[ ](?!på |i |via )[\w.#-]{{1,20}}){{0,2}}))"
    rf",?[ ](?:på|i|via|inne på)[ ](?:\w{{1,12}}[ ])?{_PLATTFORM}(?!\w)",
    re.IGNORECASE,
)
_FORE_PLATTFORM = re.compile(
    r"(?<![\w@.-])(?=[\w.-]{0,38}[\d_.])(?P<namn>\w[\w.-]{1,38}\w)(?P<citat>\Z\A)?"
    rf",?[ ](?:på|i|via)[ ]{_PLATTFORM}(?!\w)",
    re.IGNORECASE,
)
_EFTER_PLATTFORM = re.compile(
    rf"(?<!\w)(?=[^\W\d])(?:(?P<fore>på|i|via)[ ])?(?:hans |hennes |hens |min "
    rf")?{_PLATTFORM}"
    r"(?P<led>[ -]?(?:konto|profil|kanal|användare|namn|grupp|id|tag|nick)\w{0,4})?"
    r"(?P<kolon>[ ]?[:=(@][ ]?@?|[ ](?:är|e|var|som|heter|hette|namnet|under|hen|hon|"
    r"han|"
    r"kallar|går)"
    r"(?:[ ](?:hen|hon|han|sig|som|under|namnet|är|för)){0,3}[ ]|[ ]{1,2})" + _ETT_NAMN,
    re.IGNORECASE,
)
_NAMNGIVET = re.compile(
    r"(?<!\w)(?=[^\W\d])(?P<ord>användarnamn(?:et)?|användare[n]?|nick(?:et|namnet|"
    r"namn|name)?|"
    r"alias(?:et)?|signatur(?:en)?|"
    r"gamer ?tag(?:gen)?|spelnamn(?:et)?|kont(?:ot|o|onamn\w*)|\w{2,20}konto(?:t|n|"
    r"na)?|"
    r"\w{2,20}profil(?:en)?|profil(?:en|namn\w*)?|kanal(?:en)?|\w{2,20}kanal(?:en)?|"
    r"handle|"
    r"(?:med|under) namnet|kallar sig|kallas|heter|går under(?: namnet)?)"
    r"(?P<kolon>[ ]?:[ ]?|[ ]{1,2})(?:(?:är|var|hette|blev|som|heter|för|"
    r"på \w{2,12}|med namnet|namnet)[ ]){0,2}" + _ETT_NAMN,
    re.IGNORECASE,
)
_UTPEKAT = re.compile(  # tiktokaren X, Instagramkontot X, spelar som X
    rf"(?<!\w)(?=[^\W\d])(?:(?:tiktokare|youtuber|streamer|influencer|twittrare|"
    rf"bloggare)n|"
    rf"{_PLATTFORM}-?(?:kontot|profilen|användaren|kanalen)|onlyfans|"
    r"(?P<som>(?:inlogga\w{1,3}|logga\w{0,3} in|spelar|streamar|chattar)(?: \w{1,12})?"
    r" som))[ ]" + _ETT_NAMN,
    re.IGNORECASE,
)
_EJ_KONTO = frozenset(
    "så det den något samma annat annan likadant någon som och att när men har var "
    "är på i med "
    "om till från för inte hen hon han dom dem de vi jag där här igår idag imorgon "
    "igen redan "
    "eller samt via bara också kan ska vill när sen sedan efter innan under gruppen "
    "grupp konto "
    "kontot profil bilder bild film filmer video videor meddelande meddelanden länk "
    "länkar "
    "inlägg stories story live finns syns visar visade skrev skriver lade lagt "
    "heter kallar okänd "
    "okänt hemligt anonym vad vem vilka flera många samtliga alla varje sitt sin "
    "min ett en "
    "nummer nr tre två fyra fem mot utan över enligt eftersom medan delar delade "
    "delas sprids "
    "spreds tydligen ofta ibland sidor sidan appen app kanaler kanal kanalen chatten "
    "chatt tråd".split()
)
_BAKOM = re.compile(r" [A-ZÅÄÖ]")  # a surname: the names' own rules see to that
_SAK = re.compile(
    r"(?:nätet|nätverket|wifi|skolan|appen|spelet|filmen|låten|gruppen|boken|filen|"
    r"sidan|"
    r"sajten|mappen|servern) \Z",
    re.IGNORECASE,
)
_FIL = re.compile(
    r"\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|mp[34]|mov|heic|txt|zip|csv)\Z|\A(?:IMG|"
    r"DSC|PXL|VID)_",
    re.I,
)
_OFFENTLIGT = re.compile(
    r"(?:polisen\w*|stockholms?stad|\w*kommun(?:en)?|sakerhetspolisen|"
    r"krisinformation\w*|"
    r"raddabarnen|svt\w*|sverigesradio|skolverket|myndigheten\w*|regering\w*)\Z",
    re.IGNORECASE,
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield accounts from a text where `TECKEN` was found."""
    for traff in _SNABELA.finditer(text):
        if not _OFFENTLIGT.match(traff["namn"]):
            yield Fynd(*traff.span(), "konto_social", SAKER)
    for monster in (_DISCORD, _TJANSTENS):
        for traff in monster.finditer(text):
            yield Fynd(*traff.span(), "konto_social", SAKER)
    for traff in _UNDERSTRECK.finditer(text):
        if not _FIL.search(traff[0]) and not traff[0].startswith("_"):
            yield Fynd(*traff.span(), "konto_social", OSAKER)
    yield from _finn_vid_plattform(text)


def _finn_vid_plattform(text):
    for traff in _PA_PLATTFORM.finditer(text):
        sak = _SAK.search(text, max(0, traff.start() - 20), traff.start())
        if not (sak or _ar_vanligt(traff)):
            yield _fynd(traff)
    for traff in _FORE_PLATTFORM.finditer(text):
        if _ar_anvandarnamn(traff):
            yield _fynd(traff)
    for traff in _EFTER_PLATTFORM.finditer(text):
        kolon = re.search(r"[:=]|hete?r|hette|kallar", traff["kolon"]) or re.search(
            "konto|använd|namn|tag|nick", traff["led"] or "", re.IGNORECASE
        )
        if traff["fore"] and "e" not in traff["kolon"]:
            kolon = None  # «på snapchat: bilder» opens a sentence
        if _ar_anvandarnamn(traff) or (kolon and _star_ensamt(text, traff)):
            yield _fynd(traff)
    yield from _finn_utpekade(text)


def _finn_utpekade(text):
    for traff in _UTPEKAT.finditer(text):
        ord_ = traff["som"] or _ar_ord(traff) or _BAKOM.match(text, traff.end())
        if _ar_anvandarnamn(traff) or not ord_:
            yield _fynd(traff)
    for traff in _NAMNGIVET.finditer(text):
        sak = _SAK.search(text, max(0, traff.start() - 20), traff.start())
        if not sak and (_ar_anvandarnamn(traff) or _ar_utpekat(traff)):
            yield _fynd(traff)


def _fynd(traff):
    grupp = "citat" if traff["citat"] else "namn"
    start, end = traff.span(grupp)
    end = start + len(traff[grupp].rstrip(" .-"))
    return Fynd(start, end, "konto_social", SAKER)


def _namn(traff):
    return traff["citat"] or traff["namn"]


def _ar_vanligt(traff):
    namn = _namn(traff).split()[0].lower()
    return namn in _EJ_KONTO or bool(_OFFENTLIGT.match(namn.lstrip("@")))


def _ar_ord(traff):
    """«kontot stängdes»: a word of the language, not a name somebody chose."""
    namn = _namn(traff)
    if _ar_vanligt(traff) or namn.lower().endswith(("des", "ade", "ats", "erna", "ar")):
        return True
    return not namn[0].isupper() and bool(ordlista()[namn] & (ORD | ENGELSKA))


def _ar_anvandarnamn(traff):
    """It looks like an account by itself: letters with a digit, point or underscore."""
    namn = _namn(traff)
    bokstav = any(tecken.isalpha() for tecken in namn)
    marke = re.search(r"[\d_#]|\w\.\w|[a-zåäö][A-ZÅÄÖ]", namn)
    return bool(bokstav and marke and " " not in namn and not _ar_vanligt(traff))


def _star_ensamt(text, traff):
    """One word alone after the colon is the name; a sentence isn't."""
    efter = text[traff.end() : traff.end() + 2]
    return not _ar_vanligt(traff) and (not efter.strip() or efter[0] in '.,;)!?\n"”')


def _ar_utpekat(traff):
    """«signaturen Nordmannen», «alias: Varg»: a word that says an account is named."""
    ord_ = traff["ord"].lower()
    if ord_.startswith(
        ("heter", "kalla", "går", "användare", "profil", "kanal", "konto")
    ):
        return bool(traff["citat"]) and ord_.startswith(
            ("kallar", "användare", "konto")
        )
    return not _ar_vanligt(traff) and _namn(traff)[0].isupper()
