"""What a person wrote, without the signs that no person writes.

Signs that can't be seen could hide a name from the guard, and those that turn the
reading direction show the coordinator another text than the one that is stored.
"""

import re
import unicodedata

# Controls other than tab and line feed, lone surrogates, reading direction, invisible
# spaces and joints, tags. Emoji keep their joiner where it stands between symbols.
_OSYNLIGA = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_FOGAR = re.compile("(?<=[\\w@.+-])[\u200c\u200d]|[\u200c\u200d](?=[\\w@.+-])")


def stada(text: str) -> str:
    """Return the text in NFC, lines ended by \\n, without invisible signs."""
    text = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text)
    text = _FOGAR.sub("", _OSYNLIGA.sub("", text))
    return unicodedata.normalize("NFC", text).strip()
