"""The places in a text that may point at somebody, and what its writer says of each.

A choice is bound to the words, not to where they stand, so it holds while she edits
the rest: the key of «8B» is the same everywhere. `val` maps `val-<key>` to
`byt:<other words>`, `sjalv` (she writes it anew) or `behall` (it points at nobody).
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

from blanketter.avidentifiering import SAKER, Forslag, forklaring, forslag
from blanketter.vakten import hitta

BYT, SJALV, BEHALL = "byt:", "sjalv", "behall"
_OMGANGAR = 5  # other words may hold a find of their own, but not for ever


@dataclass(frozen=True)
class Stalle:
    """Words that point at somebody (`saker`) or may do so; `val` is what was chosen."""

    start: int
    slut: int
    ord: str
    typ: str
    saker: bool
    byten: tuple[tuple[str, str, Forslag], ...]
    val: str = ""

    @property
    def namn(self):
        """Return the name of the choice among what a form sends."""
        return namn_for(self.ord)

    @property
    def forklaring(self):
        return forklaring(self.typ)

    @property
    def ar_behallet(self):
        return self.val == BEHALL and not self.saker

    @property
    def valt_byte(self):
        """Return the wording that was chosen, or None."""
        return next((ett for varde, _, ett in self.byten if varde == self.val), None)


def namn_for(ord_) -> str:
    return f"val-{blake2b(ord_.casefold().encode(), digest_size=8).hexdigest()}"


def stallena(text, val) -> list[Stalle]:
    """Return every place that the guard finds, in order, with what was chosen."""
    return [_stalle(text, fynd, val) for fynd in hitta(text)]


def en_gang(alla) -> list[Stalle]:
    """Return the places, each words' first."""
    return list({ett.namn: ett for ett in reversed(alla)}.values())[::-1]


def bitar(text, alla) -> list[tuple[str, Stalle | None]]:
    """Return the text in pieces, those that were found with their place."""
    ut, slut = [], 0
    for ett in alla:
        ut += [(text[slut : ett.start], None), (ett.ord, ett)]
        slut = ett.slut
    return [(bit, ett) for bit, ett in [*ut, (text[slut:], None)] if bit]


def tillampa(text, val) -> str:
    """Return the text with the wordings that were chosen."""
    for _ in range(_OMGANGAR):
        nytt = _en_omgang(text, val)
        if nytt == text:
            break
        text = nytt
    return text


def _en_omgang(text, val):
    granse = len(text)  # a wording may take in more than its find, even another
    for ett in reversed(stallena(text, val)):
        byte = ett.valt_byte
        if byte and byte.end <= granse:
            text = byt(text, byte.start, byte.end, byte.text)
            granse = byte.start
    return text


def byt(text, start, slut, nytt) -> str:
    """Return the text with other words in a place; none leaves no hole after it."""
    fore, efter = text[:start], text[slut:]
    if not nytt and (not efter or re.match(r"[\s,.;:!?)]", efter)):
        fore = re.sub(r"[^\S\n]$", "", fore)
    return f"{fore}{nytt}{efter}"


def for_skript(text) -> list[dict]:
    """Return what is found, as the form's script wants it: places in UTF-16 units."""
    return [
        {
            "start": _utf16(text, ett.start),
            "slut": _utf16(text, ett.slut),
            "namn": ett.namn,
            "saker": ett.saker,
            "forklaring": ett.forklaring,
            "byten": [
                {
                    "start": _utf16(text, byte.start),
                    "slut": _utf16(text, byte.end),
                    "ord": ord_,
                    "nytt": byte.text,
                }
                for _, ord_, byte in ett.byten
            ],
        }
        for ett in stallena(text, {})
    ]


def _utf16(text, plats):
    return len(text[:plats].encode("utf-16-le", "surrogatepass")) // 2


def _stalle(text, fynd, val):
    ord_ = text[fynd.start : fynd.end]
    byten = tuple(
        (BYT + ett.text, _med_ord(text, fynd, ett), ett) for ett in forslag(text, fynd)
    )
    saker = fynd.visshet == SAKER
    valt = val.get(namn_for(ord_), "")
    mojliga = {SJALV, *(ett[0] for ett in byten)} | (set() if saker else {BEHALL})
    valt = valt if valt in mojliga else ""
    return Stalle(fynd.start, fynd.end, ord_, fynd.typ, saker, byten, valt)


def _med_ord(text, fynd, ett):
    """Return a wording as it is offered, with what more than the find it replaces."""
    bort = text[ett.start : ett.end].strip(" ,.;:()\t\n")
    if not ett.text:
        return (
            "Ta bort det"
            if bort == text[fynd.start : fynd.end]
            else f"Ta bort ”{bort}”"
        )
    if (ett.start, ett.end) == (fynd.start, fynd.end):
        return f"Skriv ”{ett.text}”"
    return f"Skriv ”{ett.text}” i stället för ”{bort}”"
