"""What the guard finds in a text, and what its writer chooses to do about it.

A choice is bound to the words, not to their place, so it holds while she edits the
rest: the key of «8B» is the same wherever it stands. `val` maps `val-<key>` to
`byt:<other words>`, `sjalv` (she writes it anew) or `behall` (it points at nobody).
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

try:
    from blanketter import vakten
    from blanketter.avidentifiering import forklaring, forslag
except ImportError:  # the guard is built beside this
    from types import SimpleNamespace

    vakten = SimpleNamespace(hitta=lambda text: [])
    forklaring, forslag = str, (lambda text, fynd: [])

BYT, SJALV, BEHALL = "byt:", "sjalv", "behall"


@dataclass(frozen=True)
class Stalle:
    """Words that point at somebody (`saker`) or may do so; `val` is what was chosen."""

    ord: str
    typ: str
    saker: bool
    forslag: tuple[str, ...]
    val: str = ""

    @property
    def namn(self):
        """Return the name of the choice among what a form sends."""
        return namn_for(self.ord)

    @property
    def forklaring(self):
        return forklaring(self.typ)

    @property
    def val_av_ord(self):
        """Return (value, other words) of the coarser wordings; "" takes it away."""
        return [(f"{BYT}{ett}", ett) for ett in self.forslag]

    @property
    def ar_behallet(self):
        return self.val == BEHALL and not self.saker


def namn_for(ord_) -> str:
    return f"val-{blake2b(ord_.casefold().encode(), digest_size=8).hexdigest()}"


def bitar(text, val) -> list[tuple[str, Stalle | None]]:
    """Return the text in pieces, those that were found with their Stalle."""
    ut, slut = [], 0
    for fynd in vakten.hitta(text):
        if fynd.start > slut:
            ut.append((text[slut : fynd.start], None))
        ut.append((text[fynd.start : fynd.end], _stalle(text, fynd, val)))
        slut = fynd.end
    return [*ut, (text[slut:], None)] if slut < len(text) else ut


def stallen(delar) -> list[Stalle]:
    """Return what is found in `bitar`, the same words once."""
    return list({s.namn: s for _, s in reversed(delar) if s}.values())[::-1]


def tillampa(text, val) -> str:
    """Return the text with the wordings that were chosen."""
    for fynd in reversed(vakten.hitta(text)):
        stalle = _stalle(text, fynd, val)
        if stalle.val.startswith(BYT):
            text = byt(text, fynd.start, fynd.end, stalle.val.removeprefix(BYT))
    return text


def for_skript(text) -> list[dict]:
    """Return what is found, as the form's script wants it: places in UTF-16 units."""
    fynden = ((fynd, _stalle(text, fynd, {})) for fynd in vakten.hitta(text))
    return [
        {
            "start": _utf16(text[: fynd.start]),
            "slut": _utf16(text[: fynd.end]),
            "namn": stalle.namn,
            "saker": stalle.saker,
            "forklaring": stalle.forklaring,
            "forslag": stalle.forslag,
        }
        for fynd, stalle in fynden
    ]


def _utf16(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def byt(text, start, slut, nytt) -> str:
    """Return the text with other words in a place; none leaves no hole after it."""
    fore, efter = text[:start], text[slut:]
    if not nytt and (not efter or re.match(r"[\s,.;:!?)]", efter)):
        fore = re.sub(r"[^\S\n]$", "", fore)
    return f"{fore}{nytt}{efter}"


def _stalle(text, fynd, val):
    ord_ = text[fynd.start : fynd.end]
    andra = tuple(forslag(text, fynd))
    saker = fynd.visshet == "saker"
    valt = val.get(namn_for(ord_), "")
    mojliga = {SJALV, *(BYT + ett for ett in andra)} | (set() if saker else {BEHALL})
    return Stalle(ord_, fynd.typ, saker, andra, valt if valt in mojliga else "")
