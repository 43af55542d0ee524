"""What a remark is."""

import re
from dataclasses import dataclass
from hashlib import blake2b

from aktiviteter.granskning.slagen import SLAGEN, Vikt

_FORSTA = re.compile(r".*?[.?!](?=\s[A-ZÅÄÖ«]|$)|.*", re.S)


@dataclass(frozen=True, slots=True)
class Brist:
    """One remark: what is wrong and what to do, where it is and where it is mended.

    `citat` are the words it is about, `plats` the place in words and `kort` its number,
    `ankare` the place on the plan's page, `redigera` the form's address. `nyckel`
    stands for kind, place and words: a dismissal of it ends when the words change.
    `aktivitet` is the activity's id, `inlast` that of a stored remark by an import.
    """

    slag: str
    rubrik: str
    text: str
    citat: str = ""
    plats: str = ""
    kort: str = ""
    ankare: str = ""
    redigera: str = ""
    nyckel: str = ""
    aktivitet: int | None = None
    inlast: int | None = None

    @property
    def borjan(self):
        """What is wrong, without what to do: for a list of many of a kind."""
        return _FORSTA.match(self.text)[0]

    @property
    def vikt(self):
        return Vikt.INLAST if self.inlast else SLAGEN[self.slag].vikt


def brist(slag, text, citat=""):
    """Return a remark of a kind in `SLAGEN`, as yet without a place."""
    return Brist(slag, SLAGEN[slag].rubrik, text, citat)


def nyckel(*delar):
    """Return the fingerprint of some words: 32 signs, the same in every process."""
    return blake2b("\0".join(delar).encode(), digest_size=16).hexdigest()


def kort(text, langd=60):
    """Return a quotation: the beginning of a text in quotation marks."""
    text = " ".join(text.split())
    if len(text) > langd:
        text = text[: langd - 1].rsplit(" ", 1)[0] + " …"
    return f"”{text}”"
