"""What it costs to open, save and close an activity in its place on the plan's page."""

from io import BytesIO
from statistics import median
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from lxml import html

from aktiviteter.models import Aktivitet
from vbeplan.start.matning.sidor import Besokare, FelSvar, Sida
from vbeplan.start.matning.tabell import Rad
from vbeplan.tema.kapitel import kapitel_html

GRUPP = "På plats"
HEMLIGT = "m" * 32  # a token of the right length; the bench's own
DELAR = {
    "oppna": ("Öppna en aktivitet", 2),
    "spara": ("Spara den", 2),
    "visa": ("Planen efter det, med allt annat som är nytt", 6),
}


def mat_pa_plats(stad, varv):
    """Return rows for each step, against an empty page, and for a cold plan page."""
    hamta = PaPlats()
    rad = Aktivitet.objects.filter(plan__namnd__kort=stad.namnd, plan__ar=stad.ar)
    form = reverse("aktivitet_redigera", args=[rad.first().pk])
    plan = reverse("plan", args=[stad.namnd, stad.ar])
    tider = {del_: [] for del_ in ("tom", *DELAR, "kall")}
    for nr in range(varv + 1):
        tider["tom"].append(
            Besokare.__call__(hamta, _sida("tom", reverse("tom"), stad))
        )
        tider["oppna"].append(hamta(_sida("oppna", form, stad)))
        tider["spara"].append(hamta.spara(_sida("spara", form, stad), f"Titel {nr}"))
        tider["visa"].append(hamta(_sida("visa", plan, stad)))
        kapitel_html.cache_clear()
        tider["kall"].append(hamta(_sida("kall", plan, stad)))
    # The first round compiles the templates
    tider = {del_: varden[1:] for del_, varden in tider.items()}
    grund = median(tider["tom"])
    steg = [_rad(namn, tider[d], grund, hogst) for d, (namn, hogst) in DELAR.items()]
    return [*steg, _rad("Planen, inget kapitel sparat", tider["kall"], grund)]


def _sida(namn, adress, stad):
    return Sida(namn, adress, stad.samordnare)


def _rad(namn, varden, grund, hogst=None):
    budget = {"kvot": hogst} if hogst else {}
    return Rad(GRUPP, namn, "ms", varden, kvot=median(varden) / grund, hogst=budget)


class PaPlats(Besokare):
    """Asks as the page itself does when something opens where it stands."""

    def __call__(self, sida, **mer):
        return super().__call__(sida, HTTP_HX_REQUEST="true", **mer)

    def spara(self, sida, titel):
        """Open a form, change the title; return the milliseconds that saving took."""
        self(sida)
        falt = _ifyllt(self.svar) | {"titel": titel, "csrfmiddlewaretoken": HEMLIGT}
        kropp = urlencode(falt).encode()
        tid = self(
            sida,
            REQUEST_METHOD="POST",
            CONTENT_TYPE="application/x-www-form-urlencoded",
            CONTENT_LENGTH=str(len(kropp)),
            HTTP_REFERER=f"http://localhost{sida.adress}",
            HTTP_COOKIE=f"{self.kaka(sida)}; {settings.CSRF_COOKIE_NAME}={HEMLIGT}",
            **{"wsgi.input": BytesIO(kropp)},
        )
        if self.svar:
            raise FelSvar(f"{sida.namn} ({sida.adress}) sparades inte.")
        return tid


def _ifyllt(sidan):
    return dict(html.fromstring(sidan.decode()).forms[0].form_values())
