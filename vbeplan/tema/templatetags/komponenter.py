"""Tags for the components that need more than `{% include %}`."""

from functools import cache
from itertools import count

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe

from vbeplan.tema.brodtext import FOTNOT, lyft_ur, med_rubriker
from vbeplan.text.avstavning import avstava

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
def radlank(namn, pk):
    """Return the address of a row's page, as {% url namn pk %} would.

    A plan's page has seventy of them, and working one out costs as much as a row.
    """
    return _radmall(namn).replace("/0/", f"/{pk}/")


@cache
def _radmall(namn):
    return reverse(namn, args=[0])


@register.simple_tag
def fotnotsraknare():
    """Return a counter that numbers a whole page's footnotes: 1, 2, 3 …"""
    return count(1)


@register.simple_tag
def brodtext(text, ankare, raknare=None, plats=1):
    """Show a stored rich text, and its footnotes after it.

    `ankare` is unique on the page and makes the notes' ids. With one `raknare` for all
    texts of a page the numbers run on from text to text, as they do in the PDF.
    `plats` is the level of the chapter, or "cell" in a table: it sets the headings.
    """
    text = med_rubriker(text or "", plats)
    if FOTNOT not in text:  # most texts, and a plan's page has sixty
        return _saker(text)
    raknare = raknare or count(1)
    nummer = []

    def markera():
        nummer.append(str(next(raknare)))  # an int is localised at every mention
        varden = {"ankare": ankare, "nummer": nummer[-1]}
        return render_to_string("komponenter/notmarke.html", varden).strip()

    text, noter = lyft_ur(text, markera)
    par = list(zip(nummer, map(_saker, noter), strict=True))
    varden = {"noter": par, "ankare": ankare}
    return _saker(text + render_to_string("komponenter/fotnoter.html", varden))


def _saker(html):
    """Say that stored rich text is HTML; block.stada sanitised it on write."""
    return mark_safe(html)  # noqa: S308 (the one place where the tags trust a text)
