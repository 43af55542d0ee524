"""Soft hyphens at the joints of long Swedish compounds.

A narrow table column holds about twelve letters, on paper and on screen. Browsers
hyphenate Swedish only when they have a dictionary, and hyphenation by the PDF's layout
engine is slow and breaks anywhere (`verksamhet-suppföljning`). So the joints
are marked before setting: after a linking element (`verksamhets|uppföljning`) and
before the words that end compounds in these plans (`tertial|rapport`). Words with no
known joint are left to `overflow-wrap`.
"""

import functools
import re

MJUKT = "\N{SOFT HYPHEN}"
KORTASTE_ORD = 12  # letters that fit the narrowest column
KORTASTE_DEL = 4  # no stump shorter than this on either side of a joint

# Endings that glue a first part to the next: verksamhets-, utbildnings-, stadsdels-.
FOGAR = (
    "hets|ions|ings|nings|skaps|doms|ments|tets|nads|dels|arbets|samhälls|kommuns|"
    "livs|stöds|familje|tertial|kvalitets|utvecklings"
)

# Words that end, or go on inside, the long compounds of plans and reports.
LEDER = (
    "uppföljning|berättelse|rapport|arbete|arbetet|arbetare|verksamhet|samordnare|"
    "chef|nämnd|förvaltning|insats|åtgärd|direktör|plan|mottagning|stöd|grupp|möte|"
    "utbildning|utvecklare|ansvarig|handledare|strateg|central|planering|"
    "förebyggande|främjande|höjande|marknad|omsorg|service|kontor|område|bidrag|"
    "lokaler|pedagog|sekreterare|assistent|konsulent|vandring|övning|samverkan|"
    "sekretess|tecken|bedömning|information|redovisning|organisation|perspektiv|"
    "beslut|styrning|enhet|avdelning|bibliotek|centrum|polis|ledning|nätverk|"
    "program|statistik"
)

_FOG = re.compile(rf"(?<=\w{{3}})(?:{FOGAR})(?=\w{{{KORTASTE_DEL}}})", re.I)
_LED = re.compile(rf"(?<=\w{{{KORTASTE_DEL}}})(?={LEDER})", re.I)
_ORD = re.compile(rf"\w{{{KORTASTE_ORD},}}")
_TEXT = re.compile(r"[^<>]+(?![^<]*>)")


@functools.lru_cache(4096)  # a plan's tables say the same few words on every row
def avstava(text: str) -> str:
    """The text with a soft hyphen at each known joint of its long words."""
    return _ORD.sub(lambda traff: _avstava_ord(traff[0]), text)


def avstava_html(html: str) -> str:
    """The same for rich text: only between the tags, never inside one."""
    return _TEXT.sub(lambda traff: avstava(traff[0]), html)


def _avstava_ord(helt: str) -> str:
    skarvar = {traff.end() for traff in _FOG.finditer(helt)}
    skarvar |= {traff.start() for traff in _LED.finditer(helt)}
    delar, borjan = [], 0
    for skarv in sorted(skarvar):
        if skarv - borjan >= KORTASTE_DEL and len(helt) - skarv >= KORTASTE_DEL:
            delar.append(helt[borjan:skarv])
            borjan = skarv
    return MJUKT.join([*delar, helt[borjan:]])
