"""Tags for the components that need more than `{% include %}`."""

from itertools import count

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from vbeplan.tema.avstavning import avstava
from vbeplan.tema.brodtext import lyft_ur, med_rubriker

register = template.Library()

# Petrol is what goes on, amber what waits, green what is done, red what stops.
_TONER = {
    "utkast": "vantar",
    "på samråd": "vantar",
    "vakant": "vantar",
    "pågår": "pagar",
    "till beslut": "pagar",
    "daterad": "pagar",
    "beslutad": "klar",
    "klar": "klar",
    "försenad": "stopp",
}


@register.filter
def statuston(status):
    """Return the tone ("vantar", "klar" …) of a status word; "lugn" when unknown."""
    return _TONER.get(str(status).lower(), "lugn")


@register.filter
def avstavad(text):
    """Return plain text with soft hyphens in long compounds, for narrow columns."""
    return avstava(str(text))


@register.inclusion_tag("komponenter/menypost.html", takes_context=True)
def menypost(context, post):
    """Show one entry, {text, url}, of the context's `meny`.

    The page itself is marked aria-current="page". A page below it is marked "true",
    under one entry only: the one with the longest address. Everything lies below "/",
    so that one marks only itself.
    """
    har = context["request"].path
    over = [p["url"] for p in context["meny"] if p["url"] != "/"]
    narmast = max((url for url in over if har.startswith(url)), key=len, default="")
    if post["url"] == har:
        return {**post, "har": "page"}
    return {**post, "har": "true" if post["url"] == narmast else ""}


@register.simple_tag
def fotnotsraknare():
    """Return a counter that numbers a whole page's footnotes: 1, 2, 3 …"""
    return count(1)


@register.inclusion_tag("komponenter/brodtext.html")
def brodtext(text, ankare, raknare=None, rubrik="h3"):
    """Show a stored rich text with its footnotes listed after it.

    `ankare` is unique on the page and makes the notes' ids. With one `raknare` for all
    texts of a page the numbers run on from text to text, as they do in the PDF.
    `rubrik` is the tag that the text's own headings get: "h4" below an h3, "strong"
    in a table cell.
    """
    raknare = raknare or count(1)
    nummer = []

    def markera():
        nummer.append(next(raknare))
        varden = {"ankare": ankare, "nummer": nummer[-1]}
        return render_to_string("komponenter/notmarke.html", varden).strip()

    med_marken, noter = lyft_ur(med_rubriker(text or "", rubrik), markera)
    par = zip(nummer, map(_saker, noter), strict=True)
    return {"text": _saker(med_marken), "noter": list(par), "ankare": ankare}


def _saker(html):
    """Say that stored rich text is HTML; block.stada sanitised it on write."""
    return mark_safe(html)  # noqa: S308 (the one place where the tags trust a text)
