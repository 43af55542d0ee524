"""A coordinator with a plan, who opens its forms in a real browser."""

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.urls import reverse

from tests import bygge
from tests.webblasare.sidor import session
from vbeplan.organisation.models import Kommun, Ratt


@pytest.fixture
def varld(transactional_db):
    """The coordinator, her plan and the addresses of two of its forms."""
    Kommun.objects.create(namn="Granby stad")
    namnd = bygge.ny_namnd()
    vem = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd, losenord=bygge.LOSENORD)
    plan = bygge.ny_plan(namnd, aktiviteter=2, kapitel=2, av=vem)
    kapitel, rad = plan.avsnitt.i_lasordning()[0], plan.aktiviteter.first()
    return SimpleNamespace(
        vem=vem,
        plan=plan,
        kapitel=kapitel,
        rad=rad,
        kapitelsida=reverse("avsnitt_redigera", args=[kapitel.pk]),
        radsida=reverse("aktivitet_redigera", args=[rad.pk]),
    )


@pytest.fixture
def sitter(live_server):
    """A function that signs a user in without the form, and opens a page."""

    def oppna(page, vem, dit):
        kaka = {"name": settings.SESSION_COOKIE_NAME, "value": session(vem.epost)}
        page.context.add_cookies([kaka | {"url": live_server.url}])
        page.goto(dit)

    return oppna


@pytest.fixture
def vantat(webbfel):
    """What the console may say: Chromium tells every failed request as an error."""
    ord_ = []
    yield ord_.append
    webbfel[:] = [fel for fel in webbfel if not any(o in fel for o in ord_)]
