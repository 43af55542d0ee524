"""What every answer carries, and what no page contains."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from lxml import html

from blanketter.tystnad import OPPET
from tests import bygge
from tests.hus.test_rattigheter import OPPNA, REGLER
from tests.hus.varld import (
    EGEN,
    FORVALTARE,
    FRAMMANDE,
    LASARE,
    SAMORDNARE,
    UTAN,
    bygg_stad,
)

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HUVUDEN = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@pytest.fixture(scope="module")
def stad(django_db_setup, django_db_blocker):
    """One city for the whole file; nothing of it is left afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield bygg_stad([EGEN, FRAMMANDE])
        transaction.set_rollback(True)


def saknade(svar):
    """Return the headers that are not as they should be."""
    return {
        namn: svar.headers.get(namn)
        for namn, varde in HUVUDEN.items()
        if svar.headers.get(namn) != varde
    }


def test_the_policy_sent_is_the_policy_set():
    delar = [f"{namn} {' '.join(val)}" for namn, val in settings.SECURE_CSP.items()]

    assert "; ".join(delar) == CSP


@pytest.mark.langsam
@pytest.mark.django_db
@pytest.mark.parametrize("namn", [*REGLER, *OPPNA])
def test_every_address_answers_with_the_headers(stad, namn):
    """To a coordinator and to a stranger: pages, files, redirects, 404 and 405."""
    url = reverse(namn, kwargs=stad.argument[EGEN].get(namn))
    # What is read in confidence is told to no page that is gone to next.
    annat = {"Referrer-Policy": "no-referrer"} if url.startswith(OPPET) else {}

    svar = [klient.get(url) for klient in (stad.klient(SAMORDNARE), Client())]

    assert [saknade(s) for s in svar] == [annat, annat]


@pytest.mark.django_db
def test_a_refusal_has_the_headers(stad):
    url = reverse("plan_redigera", kwargs=stad.argument[EGEN]["plan_redigera"])
    utan_bevis = Client(enforce_csrf_checks=True)

    svar = [stad.klient(LASARE).get(url), utan_bevis.post(reverse("account_login"))]

    assert [s.status_code for s in svar] == [403, 403]
    assert [saknade(s) for s in svar] == [{}, {}]


@pytest.mark.django_db
def test_a_page_that_is_not_there_has_the_headers(stad):
    svar = stad.klient(UTAN).get("/finns/inte/")

    assert svar.status_code == 404
    assert saknade(svar) == {}


@pytest.mark.parametrize(
    "fraga",
    [
        {"headers": {"host": "annan.example"}},
        {"query_params": {"a": "x"}, "data": "x" * (4 * 1024 * 1024)},
    ],
    ids=["foreign host", "four megabytes"],
)
def test_what_can_not_be_received_is_told_in_swedish_with_the_headers(fraga):
    svar = Client().post(
        reverse("account_login"), content_type="application/x-www-form-urlencoded",
        **({"data": ""} | fraga),
    )  # fmt: skip

    assert svar.status_code == 400
    assert "Det gick inte att ta emot" in svar.content.decode()
    assert saknade(svar) == {}


@pytest.mark.urls("tests.hus.trasiga_adresser")
def test_a_fault_of_ours_tells_nothing_of_itself_and_has_the_headers():
    svar = Client(raise_request_exception=False).get("/halsa/trasig/")

    text = svar.content.decode()
    assert svar.status_code == 500
    assert "Felet är vårt, inte ditt" in text
    assert not any(ord_ in text for ord_ in ("hemlighet", "RuntimeError", "Traceback"))
    assert saknade(svar) == {}


def test_a_static_file_has_the_headers():
    fil = Path(settings.STATIC_ROOT) / "prov.css"
    fil.write_text("p {}")

    svar = Client().get(f"/{settings.STATIC_URL.strip('/')}/prov.css")

    assert svar.status_code == 200
    assert b"".join(svar) == b"p {}"
    assert saknade(svar) == {}


# --- Pages ------------------------------------------------------------------------


def inline(svar):
    """Return what a page's HTML holds that the policy would stop, or should."""
    sida = html.document_fromstring(svar.content)
    fel = [f"<{e.tag}>" for e in sida.xpath("//style | //base | //script[not(@src)]")]
    for element in sida.iter(html.etree.Element):
        for namn, varde in element.attrib.items():
            handelse = namn.startswith("on") or namn == "style"
            if handelse or varde.strip().lower().startswith("javascript:"):
                fel.append(f"<{element.tag} {namn}={varde!r}>")
    hamtas = (
        "//script/@src | //img/@src | //link/@href | //iframe/@src | //object/@data"
    )
    return fel + [
        adress for adress in sida.xpath(hamtas)
        if not adress.startswith(("/", "data:image/")) or adress.startswith("//")
    ]  # fmt: skip


@pytest.mark.langsam
@pytest.mark.django_db
@pytest.mark.parametrize("namn", [*REGLER, *OPPNA])
def test_no_page_has_inline_style_script_or_handler(stad, namn):
    url = reverse(namn, kwargs=stad.argument[EGEN].get(namn))
    roller = (SAMORDNARE, FORVALTARE, None)
    svar = [stad.klient(roll).get(url) for roll in roller]
    sidor = [
        s for s in svar if s.headers.get("Content-Type", "").startswith("text/html")
    ]
    sidor = [s for s in sidor if s.content]

    assert [inline(sida) for sida in sidor] == [[] for _ in sidor]


@pytest.mark.django_db
@pytest.mark.parametrize("namn", ["plan_redigera", "aktivitet_redigera", "roll_ny"])
def test_a_form_with_errors_has_no_inline_style_script_or_handler(stad, namn):
    url = reverse(namn, kwargs=stad.argument[EGEN].get(namn))

    svar = stad.klient(SAMORDNARE).post(url, {"titel": "", "namn": "", "ar": "x"})

    assert "felsammanfattning" in svar.content.decode()
    assert inline(svar) == []


def test_the_search_for_inline_code_finds_what_it_looks_for():
    class Svar:
        content = (
            b'<html><style>p{}</style><p style="x" onclick="y"><a href="javascript:1">'
            b'<script>1</script><img src="https://example.com/x.png"></p></html>'
        )

    assert len(inline(Svar)) == 6


@pytest.mark.django_db
def test_cookies_are_out_of_reach_for_scripts_and_end_with_the_browser(client):
    anvandare = bygge.ny_anvandare(losenord=bygge.LOSENORD)
    client.get(reverse("account_login"))
    uppgifter = {"login": anvandare.epost, "password": bygge.LOSENORD}
    client.post(reverse("account_login"), uppgifter)

    for namn in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        kaka = client.cookies[namn]
        assert kaka["httponly"], namn
        assert kaka["samesite"] == "Lax", namn
        assert kaka["domain"] == "", namn
    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == ""


@pytest.mark.django_db
def test_only_two_cookies_are_ever_set(stad):
    klient = stad.klient(SAMORDNARE)
    for namn in ("skrivbord", "planer", "roll_ny", "account_change_password"):
        klient.get(reverse(namn))

    assert set(klient.cookies) == {
        settings.SESSION_COOKIE_NAME,
        settings.CSRF_COOKIE_NAME,
    }
