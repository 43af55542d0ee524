"""Tags for the components that need more than `{% include %}`."""

from functools import cache
from itertools import count

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe

from vbeplan.tema.brodtext import FOTNOT, lyft_ur, med_rubriker, pa_papper
from vbeplan.tema.falten import falten as formularets_falt
from vbeplan.tema.kapitel import kapitlen_html
from vbeplan.text.avstavning import avstava

register = template.Library()

# Petrol is what goes on, amber what waits, green what is done, red what stops.
_TONER = {
    "utkast": "vantar",
    "på samråd": "vantar",
    "vakant": "vantar",
    "ny": "vantar",
    "läst": "pagar",
    "klassad": "pagar",
    "ingår i lägesbilden": "klar",
    "pågår": "pagar",
    "till beslut": "pagar",
    "daterad": "pagar",
    "hos nämnden": "pagar",
    "hos kommunstyrelsen": "pagar",
    "hos kommunfullmäktige": "pagar",
    "beslutad": "klar",
    "godkänd av ks": "klar",
    "klar": "klar",
    "försenad": "stopp",
    "ej påbörjad": "vantar",
    "genomförd": "klar",
    "underlag samlas in": "pagar",
    "samrådd med polisen": "pagar",
    "begärd": "vantar",
    "inkommen": "klar",
    "utebliven": "stopp",
    "väntar": "vantar",
    "skickas": "pagar",
    "gick inte att skicka": "stopp",
    "kan ha gått": "stopp",
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
def falten(form):
    """Return a form's fields by name, each to be drawn with {% falt %}."""
    return formularets_falt(form)


@register.simple_tag
def falt(ett, *, utan_frivilligt=False):
    """Draw one of `falten`. `utan_frivilligt`: say not what is optional."""
    return ett.rita(utan_frivilligt=utan_frivilligt)


@register.simple_tag
def kapitlen(avsnitt, redigera=False, papper=False):
    """Show the chapters of a plan (`AvsnittInnehall`) in reading order."""
    return kapitlen_html(avsnitt, redigera=bool(redigera), papper=papper)


@register.simple_tag
def brodtext(text, ankare, raknare=None, plats=1, papper=False):
    """Show a stored rich text, and its footnotes after it.

    `ankare` is unique on the page and makes the notes' ids, counted in each text. With
    one `raknare` for all texts of a page the numbers that are shown run on, as they do
    in the PDF. `plats` is the level of the chapter, or "cell" in a table: it sets the
    headings. With `papper` the notes are left where they are, for the typesetter.
    """
    text = med_rubriker(text or "", plats)
    if papper:
        return _saker(pa_papper(text))
    if FOTNOT not in text:  # most texts, and a plan's page has sixty
        return _saker(text)
    raknare = raknare or count(1)
    nummer = []

    def markera():
        nummer.append(str(next(raknare)))  # an int is localised at every mention
        varden = {"not_id": _not_id(ankare, nummer), "nummer": nummer[-1]}
        return render_to_string("komponenter/notmarke.html", varden).strip()

    text, noter = lyft_ur(text, markera)
    ider = (_not_id(ankare, nummer[: i + 1]) for i in range(len(noter)))
    rader = list(zip(ider, nummer, map(_saker, noter), strict=True))
    efter = render_to_string("komponenter/fotnoter.html", {"noter": rader})
    return _saker(text + efter)


def _not_id(ankare, nummer):
    return f"{ankare}-not-{len(nummer)}"


def _saker(html):
    """Say that stored rich text is HTML; block.stada sanitised it on write."""
    return mark_safe(html)  # noqa: S308 (the one place where the tags trust a text)
