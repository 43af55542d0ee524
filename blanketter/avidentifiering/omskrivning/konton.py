"""Wordings for accounts and profiles: the platform may stay, the account not."""

import re

from blanketter.avidentifiering.omskrivning.plats import fore, i_stallet

_HETER = re.compile(
    r"(?<!\w)(?:heter|hette|kallar sig|kallas|går under namnet|går under) \Z", re.I
)
_KONTO = re.compile(
    r"(?<!\w)(?:(?:spel)?kontot?|användaren|användarnamnet|användarnamn|profilen|"
    r"signaturen|"
    r"aliaset|alias|nicket|nick)(?: är| var)?:? \Z",
    re.IGNORECASE,
)
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
    if traff := _HETER.search(innan):
        start = fynd.start - len(traff[0])
        yield i_stallet(text, start, fynd.end, "har ett konto")
    elif traff := _KONTO.search(innan):
        yield i_stallet(text, fynd.start - len(traff[0]), fynd.end, "ett konto")
    else:
        yield i_stallet(text, fynd.start, fynd.end, "ett konto")


def om_profil(text, fynd):
    """Yield «en profil på Tiktok», or «på nätet» where the site isn't well known."""
    vard = _VARD.match(text[fynd.start : fynd.end])
    plats = _NAMN.get(vard[1].lower()) if vard else None
    if fore(text, fynd.start).endswith(" på "):
        yield i_stallet(text, fynd.start, fynd.end, plats or "nätet")
    ord_ = f"en profil på {plats or 'nätet'}"
    yield i_stallet(text, fynd.start, fynd.end, ord_)
