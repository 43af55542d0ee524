"""Stored rich text on the screen: headings that fit in, footnotes after the text."""

import re

_NOT = re.compile(r'\s*<span class="fotnot">(.*?)</span>', re.DOTALL)


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


def med_rubriker(text, tagg):
    """Give a stored rich text's headings another tag: "h4", or "strong" in a cell."""
    if tagg == "h3":
        return text
    fore, efter = (
        ("<p><strong>", "</strong></p>")
        if tagg == "strong"
        else (
            f"<{tagg}>",
            f"</{tagg}>",
        )
    )
    return text.replace("<h3>", fore).replace("</h3>", efter)
