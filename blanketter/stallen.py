"""The places in a text that may point at somebody, and what its writer says of each.

A choice is bound to the words, not to where they stand, so it holds while she edits
the rest: the key of «8B» is the same everywhere. `val` maps `val-<key>` to
`byt:<other words>`, `sjalv` (she writes it anew) or `behall` (it points at nobody).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate

from blanketter.avidentifiering import SAKER, Forslag, Fynd, forklaring, forslag
from blanketter.models.blankett import STORSTA_TEXT
from blanketter.vakten import hitta

BYT, SJALV, BEHALL = "byt:", "sjalv", "behall"
VISAS = 100  # places asked of at a time; nobody answers more in one go
_BMP = 0xFFFF  # above it a sign is two units in UTF-16
_OMGANGAR = 5  # other words may hold a find of their own, but not for ever


@dataclass(frozen=True)
class Stalle:
    """Words that point at somebody (`saker`) or may do so.

    Its wordings cost some time, so they are looked for first when they are asked for.
    """

    text: str
    fynd: Fynd
    sant: Mapping[str, str]

    @property
    def start(self):
        return self.fynd.start

    @property
    def slut(self):
        return self.fynd.end

    @property
    def saker(self):
        return self.fynd.visshet == SAKER

    @property
    def forklaring(self):
        return forklaring(self.fynd.typ)

    @cached_property
    def ord(self):
        return self.text[self.start : self.slut]

    @cached_property
    def namn(self):
        """Return the name of the choice among what a form sends."""
        return namn_for(self.ord)

    @cached_property
    def byten(self) -> tuple[tuple[str, str, Forslag], ...]:
        """Return the wordings: the choice's value, its label, what it does."""
        return tuple(
            (BYT + ett.text, _med_ord(self.text, self.fynd, ett), ett)
            for ett in forslag(self.text, self.fynd)
        )

    @cached_property
    def val(self):
        """Return what was chosen, or nothing when it isn't among the choices."""
        sant = self.sant.get(self.namn, "")
        if sant == SJALV or (sant == BEHALL and not self.saker):
            return sant
        return BYT + self.valt_byte.text if self.valt_byte else ""

    @property
    def ar_behallet(self):
        return self.val == BEHALL

    @cached_property
    def valt_byte(self):
        """Return the wording that was chosen, or None.

        The same words may open another sentence, so capitals don't count.
        """
        sant = self.sant.get(self.namn, "").casefold()
        if not sant.startswith(BYT):
            return None
        return next((e for varde, _, e in self.byten if varde.casefold() == sant), None)


def namn_for(ord_) -> str:
    return f"val-{blake2b(ord_.casefold().encode(), digest_size=8).hexdigest()}"


def stallena(text, val) -> list[Stalle]:
    """Return every place that the guard finds, in order, with what was chosen."""
    return [Stalle(text, fynd, val) for fynd in hitta(text)]


def en_gang(alla) -> list[Stalle]:
    """Return the places, each words' first."""
    return list({ett.namn: ett for ett in reversed(alla)}.values())[::-1]


def de_forsta(alla) -> list[Stalle]:
    """Return the places that are shown: those answered, and VISAS of the others."""
    obesvarade = [ett.namn for ett in alla if not ett.val]
    senare = set(obesvarade[VISAS:])
    return [ett for ett in alla if ett.namn not in senare]


def bitar(text, alla) -> list[tuple[str, Stalle | None]]:
    """Return the text in pieces, those that were found with their place."""
    ut, slut = [], 0
    for ett in alla:
        ut += [(text[slut : ett.start], None), (ett.ord, ett)]
        slut = ett.slut
    return [(bit, ett) for bit, ett in [*ut, (text[slut:], None)] if bit]


def tillampa(text, val) -> str:
    """Return the text with the wordings that were chosen."""
    if not any(str(vad).startswith(BYT) for vad in val.values()):
        return text
    for _ in range(_OMGANGAR):
        if len(text) > STORSTA_TEXT:  # other words are often longer
            break
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
    """Return what is found, as the form's script wants it: places in UTF-16 units.

    Only the first places have wordings; the others get theirs when those are gone.
    """
    alla = stallena(text, {})
    forsta = {ett.namn for ett in en_gang(alla)[:VISAS]}
    plats = list(accumulate((1 + (ord(ett) > _BMP) for ett in text), initial=0))
    return [
        {
            "start": plats[ett.start],
            "slut": plats[ett.slut],
            "namn": ett.namn,
            "saker": ett.saker,
            "forklaring": ett.forklaring,
            "byten": [
                {
                    "start": plats[byte.start],
                    "slut": plats[byte.end],
                    "ord": ord_,
                    "nytt": byte.text,
                }
                for _, ord_, byte in (ett.byten if ett.namn in forsta else ())
            ],
        }
        for ett in alla
    ]


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
