"""The anonymous form as a browser sends it."""

from django.urls import reverse
from django.utils import timezone
from lxml import html

from blanketter import bevis, perioder
from blanketter.models import Frageversion

TEXT = "Flera klistermärken satt på skåpen när vi kom på morgonen."


def adress(namnd):
    return reverse("blankett", args=[namnd.kort])


def ett_bevis(namnd):
    """Return a form's token that was made long enough ago."""
    return aldrat(namnd, 60)


def aldrat(namnd, sekunder):
    """Return a token that was made so many seconds ago (below nought: ahead)."""
    import time_machine

    version = Frageversion.objects.gallande()
    with time_machine.travel(timezone.now().timestamp() - sekunder, tick=False):
        return bevis.nytt(namnd.kort, version.nummer)


def ifylld(namnd, **andra):
    """Return the fields of a form that is right, but for those in `andra`."""
    falt = {
        "slag": ["klotter"],
        "miljo": "oklart",
        "nar": perioder.veckor(timezone.localdate())[0][0],
        "manad": "",
        "plats": "skola",
        "text": TEXT,
        "arbetsplats": "",
        "lamna_tomt": "",
        "bevis": ett_bevis(namnd),
    }
    return falt | andra


def sida(svar):
    return html.document_fromstring(svar.content.decode())


def texten(svar):
    """Return what stands in the text's box of the page that came back."""
    return sida(svar).xpath("string(//textarea[@name='text'])").removeprefix("\n")


def falt(svar):
    """Return what a browser would send of the form that came back."""
    form = sida(svar).xpath("//form[@class='blankett']")[0]
    return {namn: varde for namn, varde in form.form_values() if varde is not None}


def falten(svar):
    """Return what a browser would send of the first form in the page."""
    form = sida(svar).xpath("//main//form")[0]
    tomma = form.xpath(".//input[not(@value) and @type!='checkbox']/@name")
    return dict.fromkeys(tomma, "") | dict(form.form_values())


def koden(svar):
    """Return the receipt code of the page that says thanks; None when it doesn't."""
    kod = sida(svar).xpath("//*[@data-kod]/@data-kod")
    return kod[0] if kod else None


def felen(svar):
    """Return the words of the error summary."""
    rutor = sida(svar).xpath("//main")[0].find_class("felsammanfattning")
    return " ".join(" ".join(r.text_content() for r in rutor).split())
