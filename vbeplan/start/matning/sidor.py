"""How long pages take, as a ratio to an empty page, and how much they ask.

Pages are fetched as gunicorn does it, through WSGI and every middleware, and round by
round: what slows the machine down for a while slows all pages alike.
"""

import time
from dataclasses import dataclass, field
from http import HTTPStatus
from statistics import median
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.contrib.auth import login
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest
from django.urls import reverse

from aktiviteter.models import Aktivitet, Avsnitt
from vbeplan.organisation.models import Anvandare, Roll
from vbeplan.start.matning.data import CENTRAL, FORVALTARE, PROV, samordnare
from vbeplan.start.matning.minne import topp_mib
from vbeplan.start.matning.sokningar import sokningar
from vbeplan.start.matning.tabell import Rad

GRUPP = "Sidor"
PLAN = {"kvot": 6, "fragor": 15}
LISTA = {"kvot": 4}
# Shown, or saved in its place with nothing more to show.
VANTADE = tuple(str(k.value) for k in (HTTPStatus.OK, HTTPStatus.NO_CONTENT))
FA, MANGA = 5, 100  # activities in the plans whose queries must be equally many


@dataclass(frozen=True)
class Sida:
    """An address, who asks for it, and its budget as in `tabell.Rad`."""

    namn: str
    adress: str
    epost: str
    hogst: dict[str, float] = field(default_factory=dict)


class FelSvar(Exception):  # noqa: N818 — Swedish: wrong answer
    """A page did not answer 200; the time of an error page is no measurement."""


def mat_sidor(stad, varv):
    """Return rows for all pages, `varv` visits each, and for what they imply.

    `stad` is what `data.storstad` returned. Raises FelSvar.
    """
    hamta = Besokare()
    sidor = [Sida("Tom sida med inloggning", reverse("tom"), stad.samordnare)]
    sidor += [Sida("Bart svar, utan mall", reverse("svar"), stad.samordnare)]
    sidor += _sidor(stad.samordnare, stad.namnd, stad.ar)
    for sida in sidor:  # the first visit compiles templates and sets the PDF
        hamta(sida)
    tider = {sida: [] for sida in range(len(sidor))}
    for _ in range(varv):
        for i, sida in enumerate(sidor):
            tider[i].append(hamta(sida))
    minne = topp_mib()
    grund = median(tider[0])
    rader = [
        Rad(
            GRUPP,
            sida.namn,
            "ms",
            tider[i],
            kvot=median(tider[i]) / grund,
            fragor=hamta.antal_fragor(sida),
            hogst=sida.hogst,
        )
        for i, sida in enumerate(sidor)
    ]
    return [*rader, _lika_manga(rader), _minne(minne)]


def _sidor(jag, namnd, ar):
    plan = {"namnd": namnd, "ar": ar}
    aktivitet = Aktivitet.objects.filter(plan__namnd__kort=namnd, plan__ar=ar).first()
    avsnitt = Avsnitt.objects.filter(plan__namnd__kort=namnd, plan__ar=ar).first()
    roll = Roll.objects.filter(namnd__kort=namnd).first()

    def prov(antal):
        adress = reverse("plan", args=[PROV, antal])
        namn = f"Planen med {antal} aktiviteter"
        return Sida(namn, adress, samordnare(PROV), {"fragor": 15})

    return [
        Sida("Planen", reverse("plan", kwargs=plan), jag, PLAN),
        Sida("Planen, central läser", _delad(namnd, ar), CENTRAL, PLAN),
        prov(FA),
        prov(MANGA),
        Sida("Förhandsvisning", reverse("plan_forhandsvisning", kwargs=plan), jag),
        Sida("PDF ur cachen", reverse("plan_pdf", kwargs=plan), jag, {"median": 20}),
        Sida(
            "Planen jämförd med förra årets",
            f"{reverse('plan_jamfor', kwargs=plan)}?fran=ar-{ar - 1}",
            jag,
            {"median": 200, "fragor": 15},
        ),
        Sida("Startsidan, samordnare", "/", jag, LISTA),
        Sida("Startsidan, central", "/", CENTRAL, LISTA),
        Sida("Startsidan, förvaltare", "/", FORVALTARE, LISTA),
        Sida("Planer, samordnare", reverse("planer"), jag, LISTA),
        Sida("Planer, central", reverse("planer"), CENTRAL, LISTA),
        Sida("Roller", reverse("roller"), jag, LISTA),
        Sida("Organisation, förvaltare", reverse("organisation"), FORVALTARE, LISTA),
        Sida("Formulär: planen", reverse("plan_redigera", kwargs=plan), jag),
        Sida("Formulär: kapitel", reverse("avsnitt_redigera", args=[avsnitt.pk]), jag),
        Sida(
            "Formulär: aktivitet",
            reverse("aktivitet_redigera", args=[aktivitet.pk]),
            jag,
        ),
        Sida("Formulär: roll", reverse("roll_redigera", args=[roll.pk]), jag),
        Sida("Hämta in en plan", reverse("plan_importera"), jag),
        *(Sida(*sokning) for sokning in sokningar(jag)),
    ]


def _delad(namnd, ar):
    return reverse("plan", args=[namnd, ar - 1])


def _lika_manga(rader):
    fragor = [r.fragor for r in rader if r.namn.endswith(" aktiviteter")]
    return Rad(
        GRUPP,
        f"Fler frågor för {MANGA} aktiviteter än för {FA}",
        "frågor",
        [max(fragor) - min(fragor)],
        hogst={"median": 0},
    )


def _minne(mib):
    return Rad(GRUPP, "Webbprocessens minne, högst", "MiB", [mib], minne_mib=mib)


class Besokare:
    """Fetches pages as their visitors, signed in once each."""

    def __init__(self):
        self.app = WSGIHandler()
        self.kakor = {}

    def __call__(self, sida, **mer):
        """Fetch a page and return how many milliseconds it took.

        `mer` goes into the WSGI environment; `svar` is then the page's bytes.
        """
        miljo = self._miljo(sida) | mer
        kod = []
        start = time.perf_counter()
        svar = self.app(miljo, lambda status, *_: kod.append(status))
        self.svar = b"".join(svar)
        svar.close()  # ends the request: SQLite is closed, PostgreSQL kept
        tid = time.perf_counter() - start
        if not kod[0].startswith(VANTADE):
            raise FelSvar(f"{sida.namn} ({sida.adress}) svarade {kod[0]}.")
        return tid * 1000

    def antal_fragor(self, sida):
        """Fetch a page once more and return its number of database queries."""
        fragor = []

        def rakna(execute, sql, *resten):
            fragor.append(sql)
            return execute(sql, *resten)

        with connection.execute_wrapper(rakna):
            self(sida)
        return len(fragor)

    def kaka(self, sida):
        """Return the cookie of the page's visitor, signed in by now."""
        if sida.epost not in self.kakor:
            self.kakor[sida.epost] = _logga_in(sida.epost)
        return f"{settings.SESSION_COOKIE_NAME}={self.kakor[sida.epost]}"

    def _miljo(self, sida):
        vag, _, fraga = sida.adress.partition("?")
        miljo = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": vag,
            "QUERY_STRING": fraga,
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": self.kaka(sida),
        }
        setup_testing_defaults(miljo)
        return miljo


def _logga_in(epost):
    """Return the session key of a sign-in without a password."""
    request = HttpRequest()
    request.session = SessionStore()
    anvandare = Anvandare.objects.get(epost=epost)
    login(request, anvandare, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.save()
    return request.session.session_key
