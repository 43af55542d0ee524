"""Pages as a person meets them: what is read there, and what their form sends."""

from django.urls import reverse
from lxml import html


def adress(namn, *args):
    """Return a page's address by its name in urls."""
    return reverse(namn, args=args)


def trad(svar):
    """Return a page's element tree."""
    return html.fromstring(svar.content.decode())


def ord_pa(svar, var="//main"):
    """Return the words of a page's main part, spaces and soft hyphens tidied."""
    delar = (" ".join(nod.itertext()) for nod in trad(svar).xpath(var))
    return " ".join(" ".join(delar).replace("\u00ad", "").split())


def fel_pa(svar):
    """Return what the page says must be mended, "" when nothing."""
    return ord_pa(svar, "//*[@class='felsammanfattning']//li")


def besked(svar):
    """Return the messages that stand on top of the page."""
    return ord_pa(svar, "//*[@class='meddelanden']")


def ifyllt(svar):
    """Return what the page's own form would send as it stands."""
    formular = trad(svar).xpath("//main//form[not(@action)]")[0]
    ut = {}
    for falt in formular.xpath(".//input[@name] | .//textarea | .//select"):
        if falt.tag == "select":
            valda = falt.xpath(".//option[@selected]") or falt.xpath(".//option")[:1]
            ut[falt.name] = valda[0].get("value") if valda else ""
        elif falt.tag == "textarea":
            ut[falt.name] = (falt.text or "").removeprefix("\n")
        elif falt.type not in ("checkbox", "radio") or falt.checked:
            ut[falt.name] = falt.get("value", "")
    ut.pop("csrfmiddlewaretoken", None)
    return ut


def skicka(klient, adress, **andrat):
    """Open a page, change some of its fields, press Spara; return the answer."""
    return klient.post(adress, {**ifyllt(klient.get(adress)), **andrat}, follow=True)
