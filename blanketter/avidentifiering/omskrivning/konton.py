"""Wordings for accounts and profiles: the platform may stay, the account not."""

import re

from blanketter.avidentifiering.omskrivning.etikett import (
    BORTTAGEN,
    monster,
    vid_etikett,
)
from blanketter.avidentifiering.omskrivning.plats import (
    fore,
    i_stallet,
    inskott,
    med_citat,
)

_HETER = re.compile(
    r"(?<!\w)(?:heter|hette|kallar|kallas|går)(?: (?P<vem>han|hon|hen|de))?"
    r"(?: sig| under(?: namnet)?)? \Z",
    re.IGNORECASE,
)
_ORD = (
    r"[\w-]{0,20}konto(?:t)?|[\w-]{0,14}användare(?:n)?|\w{0,14}(?:profil|"
    r"kanal)(?:en)?|"
    r"[\w-]{0,14}namn(?:et)?|signatur(?:en)?|alias(?:et)?|nick(?:et)?|"
    r"gamer ?tag(?:gen)?|\w{0,10}-id|"
    r"snap(?:chat|pen|en)?|insta(?:gram|n)?|tiktok|discord|telegram|kik|reddit|ig|sc"
)
_MONSTER = monster(_ORD)
_INSKOTT = rf"(?i:{_ORD}):? "
_LANKORD = monster(r"länk(?:en)?|sida(?:n)?|profil(?:en)?|kanal(?:en)?|adress(?:en)?")
_NAMN = {
    "facebook": "Facebook",
    "fb": "Facebook",
    "instagram": "Instagram",
    "tiktok": "Tiktok",
    "snapchat": "Snapchat",
    "twitter": "X",
    "x": "X",
    "t": "Telegram",
    "telegram": "Telegram",
    "youtube": "Youtube",
    "vk": "VK",
    "linkedin": "Linkedin",
    "discord": "Discord",
    "reddit": "Reddit",
    "twitch": "Twitch",
    "steamcommunity": "Steam",
    "roblox": "Roblox",
}
_VARD = re.compile(r"(?:\w+://)?(?:[\w-]+\.)*?([\w-]+)\.\w+(?:[/:?#]|$)")


def om_konto(text, fynd):
    """Yield «har ett konto» for «kallar sig X», else «ett konto»."""
    innan = fore(text, fynd.start)
    if ut := inskott(text, fynd, _INSKOTT):
        yield ut
    elif traff := _HETER.search(innan):
        start = fynd.start - len(traff[0])
        vem = f"{traff['vem']} " if traff["vem"] else ""
        yield i_stallet(text, start, fynd.end, f"har {vem}ett konto")
    elif vid := list(vid_etikett(text, fynd, _MONSTER, "ett konto", " av oss")):
        yield from vid
    else:
        hela = med_citat(text, fynd)
        ord_ = "ett annat konto" if "tt konto och " in innan else "ett konto"
        yield i_stallet(text, hela.start, hela.end, ord_)


def om_profil(text, fynd):
    """Yield «en profil på Tiktok», or «på nätet» where the site isn't well known."""
    vard = _VARD.match(text[fynd.start : fynd.end])
    plats = (_NAMN.get(vard[1].lower()) if vard else None) or "nätet"
    innan = fore(text, fynd.start)
    if ut := inskott(text, fynd):
        yield ut
    elif _HETER.search(innan):
        start = fynd.start - len(_HETER.search(innan)[0])
        yield i_stallet(text, start, fynd.end, f"ligger på {plats}")
    elif re.search(r"(?<!\w)på \Z", innan, re.IGNORECASE):
        yield i_stallet(text, fynd.start, fynd.end, plats)
    elif innan.endswith(": "):
        yield i_stallet(text, fynd.start, fynd.end, BORTTAGEN)
    elif vid := list(vid_etikett(text, fynd, _LANKORD, f"en profil på {plats}")):
        yield from vid
    else:
        yield i_stallet(text, fynd.start, fynd.end, f"en profil på {plats}")
