"""Stored rich text where it is shown: headings that fit in, and what becomes of notes.

On the screen the footnotes stand after their text; on paper at the foot of the page.
"""

import re

from vbeplan.text.avstavning import avstava_html

FOTNOT = '<span class="fotnot">'
_NOT = re.compile(rf"\s*{FOTNOT}(.*?)</span>", re.DOTALL)
# WeasyPrint 70 drops words when the notes of one block outgrow the foot of a page.
MEST_NOTTEXT = 2500  # letters in the notes of one block; about a third of a page
# The text's own headings are h3. Below an h3 they are h4; a cell has no headings.
_RUBRIKER = {2: ("<h4>", "</h4>"), "cell": ("<p><strong>", "</strong></p>")}


def lyft_ur(text, markera):
    """Take the footnotes out of a stored rich text.

    `text` is in the closed set of blocks of `vbeplan.text.block`, where a footnote is a
    span that holds no other span. `markera()` is called once per note, in reading
    order, and gives the HTML that stands in its place. Returns the text with the marks
    and the list of the notes' HTML.
    """
    noter = []

    def byt(traff):
        noter.append(traff[1])
        return markera()

    return _NOT.sub(byt, text), noter


def med_rubriker(text, plats):
    """Fit a stored rich text's headings to its place: chapter level 1, 2 or "cell"."""
    if plats not in _RUBRIKER:
        return text
    fore, efter = _RUBRIKER[plats]
    return text.replace("<h3>", fore).replace("</h3>", efter)


def pa_papper(text):
    """Return rich text for print: words with joints, notes where they have room."""
    return avstava_html("\n".join(map(_rymliga_noter, text.split("\n"))))


def _rymliga_noter(block):
    """Put the notes in place of their marks when no page foot can hold them."""
    if sum(map(len, _NOT.findall(block))) <= MEST_NOTTEXT:
        return block
    return block.replace('class="fotnot"', 'class="not-i-text"')
