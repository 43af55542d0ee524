"""Links that lead to somebody's profile; links to authorities and papers are left.

A link counts when its site is a social one and it goes on past the front page, when
the path says so (`/user/…`, `/@…`), or when the words before it say so.
"""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

TECKEN = re.compile(
    r"://|\w\.\w{1,12}/|www\.|\.(?:com|me|gg|tv) /| (?:punkt|dot) (?:com|se|me|gg|"
    r"net|org|tv)(?!\w)|\.(?:blogspot|wordpress|tumblr|blogg|substack)\.",
    re.I,
)
_LANK = re.compile(
    r"(?<![\w@.-])(?:h(?:tt|"
    r"xx)ps?://)?(?:[\w-]{1,63}\.){1,5}[a-zåäö]{2,12}(?::\d{2,5})?"
    r"(?:[/?#][^\s<>\"”“\[\]{}|]{0,400})?",
    re.IGNORECASE,
)
_SOCIALA = re.compile(
    r"(?:^|\.)(?:facebook|fb|instagram|instagr|tiktok|snapchat|twitter|x|t|telegram|"
    r"youtube|youtu|vk|vkontakte|ok|linkedin|lnkd|discord|discordapp|reddit|redd|"
    r"twitch|steamcommunity|roblox|pinterest|tumblr|threads|bsky|gab|gettr|parler|"
    r"truthsocial|bitchute|odysee|rumble|minds|mewe|soundcloud|onlyfans|patreon|"
    r"linktr|ask|tellonym|curiouscat|wa|whatsapp|signal|kik|line|m|messenger|flickr|"
    r"github|gitlab|mastodon|"
    r"jodel|yubo|bereal|ngl|buymeacoffee|paypal|about|beacons|bio|carrd|hoo|keybase|"
    r"matrix|kick|nouw|bigo|likee|trovo|dlive|xing|poshmark|vinted|strava|hitta|eniro|"
    r"ratsit|merinfo|mrkoll|birthday|lexbase|upplysning)"
    r"\.(?:com|se|me|be|ru|net|org|gg|tv|ee|fm|link|social|app|bio|in|co|info|in|nu|"
    r"tm)$",
    re.IGNORECASE,
)
_KORTA = re.compile(  # short links: where they lead can't be seen
    r"^(?:www\.)?(?:bit\.ly|tinyurl\.com|t\.co|cutt\.ly|is\.gd|rb\.gy|goo\.gl|ow\.ly|"
    r"shorturl\.at|tiny\.cc|t\.ly|kortlank\.se|v\.gd|dub\.sh)$",
    re.IGNORECASE,
)
_UTSKRIVEN = re.compile(  # facebook punkt com snedstreck namn, facebook.com / namn
    r"(?<![\w@.-])(?P<vard>[a-z]{1,20})(?:\.| (?P<ord>punkt|dot) )"
    r"(?P<topp>com|se|me|gg|net|org|tv)(?: / ?|(?(ord)/|(?!))| (?:snedstreck|slash) "
    r")(?P<vag>@?\w[\w.-]{1,60}\w)",
    re.IGNORECASE,
)
_EGNA_HUS = re.compile(
    r"^(?!www\.)[\w-]+\.(?:blogspot|wordpress|tumblr|substack|blogg|bandcamp|"
    r"livejournal|"
    r"carrd|wixsite|webnode|github|neocities|deviantart)\.\w+",
    re.IGNORECASE,
)
_PROFILVAG = re.compile(
    r"[/?&#](?:@|~|u/|u\d|user|users/|profil|people/|member|medlem|konto/|account/|"
    r"id=|in/|"
    r"anvandare|användare|author|channel/|c/)",
    re.IGNORECASE,
)
_EJ_PROFIL = re.compile(
    r"/(?:watch|hashtag|search|explore|help|about|policies|policy|privacy|legal|terms|"
    r"login|signup|feed|results|playlist|shorts|embed|tags?|home|settings|directory|"
    r"press|jobs|intl|download|news|groups|events)(?:[/?#.]|$)",
    re.IGNORECASE,
)
_ORD_FORE = re.compile(
    r"(?:profil|konto|kanal|användare|sida|blogg|hemsid|länk till (?:hans|hennes|hens))"
    r"\w{0,4}[^.!?\n]{0,25}\Z",
    re.IGNORECASE,
)
_MYNDIGHET = re.compile(
    r"(?:^|\.)(?:polisen|sakerhetspolisen|krisinformation|socialstyrelsen|skolverket|"
    r"folkhalsomyndigheten|barnombudsmannen|bris|raddabarnen|umo|1177|msb|mcf|bra|cve|"
    r"stockholm|goteborg|malmo|uppsala|riksdagen|regeringen|skatteverket|foi|"
    r"segerstedtinstitutet|levandehistoria|mediemyndigheten|statensmedierad|"
    r"\w*kommun\w*|region\w*)"
    r"\.(?:se|nu|org|eu)$",
    re.IGNORECASE,
)
_OFFENTLIGA = re.compile(
    r"/@?(?:polisen\w*|stockholmsstad|\w*kommun\w*|sakerhetspolisen|myndigheten\w*|"
    r"krisinfo\w*|raddabarnen|svt\w*|sverigesradio|sweden)/?$",
    re.IGNORECASE,
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield links to profiles from a text where `TECKEN` was found."""
    for traff in _LANK.finditer(text):
        start, end = traff.start(), _utan_skiljetecken(text, *traff.span())
        if _ar_profil(text[start:end], text, start):
            yield Fynd(start, end, "profil_url", SAKER)
    for traff in _UTSKRIVEN.finditer(text):
        if _ar_profil("{vard}.{topp}/{vag}".format_map(traff.groupdict()), text, 0):
            yield Fynd(*traff.span(), "profil_url", SAKER)


def _utan_skiljetecken(text, start, end):
    slut = ".,;:!?'*" if "(" in text[start:end] else ".,;:!?'*)"
    return start + len(text[start:end].rstrip(slut))


def _ar_profil(lank, text, start):
    adress = re.sub(r"^h(?:tt|xx)ps?://", "", lank, flags=re.IGNORECASE)
    vard, skilje, vag = re.match(
        r"([^/?#:]*)(?::\d+)?([/?#]?)(.*)", adress, re.S
    ).groups()
    ej_profil = _EJ_PROFIL.match(skilje + vag) and "/user/" not in vag
    if ej_profil or _MYNDIGHET.search(vard):
        return False
    if _OFFENTLIGA.search(skilje + vag):
        return False
    if _EGNA_HUS.search(vard):
        return True
    if not vag.strip("/ "):
        return False
    if _SOCIALA.search(vard) or _KORTA.search(vard) or _PROFILVAG.search(skilje + vag):
        return True
    return bool(_ORD_FORE.search(text, max(0, start - 45), start))
