"""Stored rich text on the screen: headings that fit in, footnotes after the text."""

import re

FOTNOT = '<span class="fotnot">'
_NOT = re.compile(rf"\s*{FOTNOT}(.*?)</span>", re.DOTALL)
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
