"""The open pages know nothing of who came, and no fault of theirs tells either."""

import io
import json
import logging

import pytest
from django.conf import settings as husets
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils.log import AdminEmailHandler

from blanketter.minnesloshet import MinneslosMiddleware
from blanketter.models import Blankett
from blanketter.tystnad import OPPET, InteOppet, Tystnad
from tests.blanketter.blanketten import TEXT, adress, ifylld, koden
from tests.bygge import ny_anvandare, ny_namnd
from vbeplan.organisation.models import Ratt, Spar

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.blanketter.spion")]
# Odd enough to be found wherever they end up.
SPAR = {
    "REMOTE_ADDR": "203.0.113.77",
    "REMOTE_PORT": "47113",
    "REMOTE_USER": "kanariefagel-anvandare",
    "HTTP_X_FORWARDED_FOR": "198.51.100.23",
    "HTTP_X_REAL_IP": "198.51.100.24",
    "HTTP_FORWARDED": "for=198.51.100.25",
    "HTTP_USER_AGENT": "Kanariefagel/9.9",
    "HTTP_REFERER": "http://testserver/kanariefagel-referer",
    "HTTP_ACCEPT_LANGUAGE": "kanariefagelska",
    "HTTP_DNT": "1",
    "HTTP_SEC_CH_UA": "Kanariefagel",
    "HTTP_X_CANARY": "kanariefagel-eget",
    "HTTP_IF_NONE_MATCH": "kanariefagel-etag",
    "QUERY_STRING": "fbclid=kanariefagel",
}
VARDEN = ("203.0.113.77", "198.51.100", "anariefagel", "47113")
HEMLIGT = "Kanariefågeln sjöng i en korridor i måndags, tyckte vi."


@pytest.fixture
def namnd():
    return ny_namnd("ekhamra")


@pytest.fixture(params=OPPET)
def rot(request):
    """Return where a family of open pages lies: the form's, the enkät's."""
    return request.param


@pytest.fixture
def loggat():
    """Return what every handler of the house writes, as it would be read."""
    strom = io.StringIO()
    handtag = {h for n in ("", "django") for h in logging.getLogger(n).handlers}
    egna = [h for h in handtag if type(h) is logging.StreamHandler]
    assert egna, "settings' own handler is not there"
    forra = [h.setStream(strom) for h in egna]
    yield strom
    for ett, strommen in zip(egna, forra, strict=True):
        ett.setStream(strommen)


def utan_undantag():
    return Client(raise_request_exception=False)


def test_a_view_is_told_nothing_of_who_came(client, rot):
    client.cookies.load({"annan": "kanariefagel", "sessionid": "kanariefagel"})

    sett = client.get(f"{rot}spion/", **SPAR).json()

    assert not any(ord_ in json.dumps(sett) for ord_ in VARDEN)
    assert sett["query"] == {}
    assert sett["kakor"] == {}
    assert not any(n.startswith("gunicorn") for n in sett["environ"])


def test_elsewhere_a_view_is_told_as_before(client):
    """Else the test above could pass for a reason of its own."""
    anvandare = ny_anvandare()
    client.force_login(anvandare)

    sett = client.get("/spion/", **SPAR).json()

    assert all(ord_ in json.dumps(sett) for ord_ in VARDEN)
    assert sett["inloggad"]


def test_the_only_cookie_that_comes_in_is_the_forms(client, namnd, rot):
    client.get(adress(namnd))
    client.cookies.load({"annan": "x"})

    sett = client.get(f"{rot}spion/").json()

    assert set(sett["kakor"]) == {husets.CSRF_COOKIE_NAME}


def test_a_cookie_that_is_not_ours_is_not_let_in(client, rot):
    client.cookies.load({husets.CSRF_COOKIE_NAME: "en-identitet@exempel.example"})

    assert client.get(f"{rot}spion/").json()["kakor"] == {}


def test_the_only_cookie_that_goes_out_is_the_forms_and_ends_with_the_browser(
    client, namnd, rot
):
    svar = [client.get(f"{rot}session/"), client.get(adress(namnd))]

    assert [set(s.cookies) for s in svar] == [set(), {husets.CSRF_COOKIE_NAME}]
    kaka = svar[1].cookies[husets.CSRF_COOKIE_NAME]
    assert (kaka["max-age"], kaka["expires"]) == ("", "")


def test_a_browser_keeps_nothing_of_the_page(client, namnd, rot):
    adresser = (
        f"{rot}session/",
        adress(namnd),
        f"{rot}finns/inte/",
        f"{rot}faller/nekad/",
    )
    for svar in map(client.get, adresser):
        assert svar.headers["Cache-Control"] == "no-store"
        assert svar.headers["Referrer-Policy"] == "no-referrer"
        assert svar.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "ETag" not in svar.headers
        assert "Last-Modified" not in svar.headers


def test_a_signed_in_coordinator_is_nobody_there_and_stays_signed_in(
    client, namnd, rot
):
    samordnare = ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(samordnare)
    session = client.cookies[husets.SESSION_COOKIE_NAME].value
    fore = Session.objects.get().session_data
    spar = Spar.objects.count()

    sett = client.get(f"{rot}spion/").json()
    svar = client.post(adress(namnd), ifylld(namnd))

    assert sett["inloggad"] is False
    assert samordnare.epost not in svar.content.decode()
    assert koden(svar)
    assert Session.objects.get().session_data == fore
    assert Spar.objects.count() == spar
    assert client.cookies[husets.SESSION_COOKIE_NAME].value == session
    assert client.get("/spion/").json()["inloggad"] is True


def test_no_session_is_made(client, namnd, rot):
    client.get(adress(namnd))
    client.post(adress(namnd), ifylld(namnd))
    client.post(adress(namnd), ifylld(namnd, text=""))
    client.get(f"{rot}session/")

    assert not Session.objects.exists()


def test_no_language_is_read(client, namnd):
    svar = client.get(adress(namnd), headers={"accept-language": "de"})

    assert "Accept-Language" not in svar.headers.get("Vary", "")
    assert "Berätta vad som hänt" in svar.content.decode()


def test_without_a_slash_the_door_is_the_same(client, rot):
    svar = client.get(rot.rstrip("/"))

    assert (svar.status_code, svar.headers["Location"]) == (301, rot)


# --- The form's cookie and where a form comes from -----------------------------------


def csrf(klient, namnd):
    klient.get(adress(namnd))
    return {"csrfmiddlewaretoken": klient.cookies[husets.CSRF_COOKIE_NAME].value}


def oppnad(namnd, **huvuden):
    klient = Client(enforce_csrf_checks=True, **huvuden)
    klient.get(adress(namnd))
    return klient, klient.cookies[husets.CSRF_COOKIE_NAME].value


@pytest.mark.parametrize("ursprung", ["null", "http://testserver", None])
def test_a_browser_that_hides_where_it_was_is_not_refused(namnd, ursprung):
    """With no-referrer browsers call our own pages «null»."""
    klient, bevis = oppnad(namnd)
    huvud = {"HTTP_ORIGIN": ursprung} if ursprung else {}

    svar = klient.post(adress(namnd), ifylld(namnd, csrfmiddlewaretoken=bevis), **huvud)

    assert koden(svar)


def test_under_tls_no_referer_is_needed(namnd, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    klient, bevis = oppnad(namnd)
    data = ifylld(namnd, csrfmiddlewaretoken=bevis)

    svar = klient.post(
        adress(namnd), data, headers={"x-forwarded-proto": "https", "origin": "null"}
    )

    assert koden(svar)


@pytest.mark.parametrize(
    "huvud",
    [{"HTTP_ORIGIN": "https://annan.example"}, {"HTTP_SEC_FETCH_SITE": "cross-site"},
     {"HTTP_ORIGIN": "null", "HTTP_SEC_FETCH_SITE": "same-site"}],
    ids=["origin", "fetch metadata", "another of the city's sites"],
)  # fmt: skip
def test_another_site_can_neither_send_nor_put_words_on_a_page(namnd, huvud):
    klient, bevis = oppnad(namnd)

    svar = klient.post(adress(namnd), ifylld(namnd, csrfmiddlewaretoken=bevis), **huvud)

    assert svar.status_code == 403
    assert TEXT not in svar.content.decode()
    assert not Blankett.objects.exists()


# --- Faults ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hur", "status"),
    [("trasig", 500), ("rader", 500), ("misstankt", 400), ("nekad", 403),
     ("borta", 404), ("stangt", 503)],
)  # fmt: skip
@pytest.mark.parametrize("debug", [False, True], ids=["drift", "DEBUG"])
def test_a_fault_tells_no_log_what_was_written(
    hur, status, debug, loggat, settings, rot
):
    settings.DEBUG = debug

    svar = utan_undantag().post(f"{rot}faller/{hur}/", {"text": HEMLIGT}, **SPAR)

    assert svar.status_code == status
    assert "Kanarie" not in loggat.getvalue()
    assert rot not in loggat.getvalue()
    assert not any(ord_ in svar.content.decode() for ord_ in VARDEN)
    assert "Traceback" not in svar.content.decode()
    vantat = "500 in view tests.blanketter.spion.faller: "
    assert loggat.getvalue().startswith(vantat) == (status in (500, 503))


@pytest.mark.parametrize("hur", ["trasig", "stangt", "nekad"])
def test_a_fault_gives_the_words_back_in_a_form(hur, rot):
    falt = {"text": HEMLIGT, "slag": ["klotter", "hot"], "bevis": "x" * 90}

    sida = utan_undantag().post(f"{rot}faller/{hur}/", falt).content.decode()

    assert f">\n{HEMLIGT}</textarea>" in sida
    assert sida.count('name="slag" hidden') == 2
    assert 'name="csrfmiddlewaretoken"' in sida
    assert "Skicka igen" in sida


def test_the_databases_own_words_are_not_logged(loggat, rot):
    svar = utan_undantag().post(f"{rot}fragar/", {"text": HEMLIGT})

    assert svar.status_code in (500, 503)
    assert "Kanarie" not in loggat.getvalue()
    assert "Error at" in loggat.getvalue()


@pytest.mark.parametrize(
    ("kropp", "huvud", "status"),
    [
        (b"x" * 4_000_000, {}, 413),
        (b"&".join(b"kanariefagel%d=1" % i for i in range(3000)), {}, 400),
        (b"text=kanariefagel", {"HTTP_HOST": "kanariefagel.example"}, 400),
        (b"text=kanariefagel", {"HTTP_ORIGIN": "https://kanariefagel.example"}, 403),
    ],
    ids=["too large", "too many fields", "foreign host", "foreign origin"],
)
def test_a_refusal_tells_no_log_anything(loggat, namnd, kropp, huvud, status):
    svar = Client(enforce_csrf_checks=True).generic(
        "POST", adress(namnd), kropp,
        content_type="application/x-www-form-urlencoded", **SPAR | huvud,
    )  # fmt: skip

    assert svar.status_code == status
    assert loggat.getvalue() == ""


def test_a_forged_csrf_token_tells_no_log_anything(loggat, namnd):
    klient, _ = oppnad(namnd)

    svar = klient.post(adress(namnd), ifylld(namnd, csrfmiddlewaretoken="b" * 64))

    assert svar.status_code == 403
    assert loggat.getvalue() == ""


def test_elsewhere_faults_are_logged_as_before(loggat, settings):
    """Else the tests above could pass since nothing is logged at all."""
    settings.DEBUG = False
    svar = utan_undantag().get("/finns/inte/")

    assert svar.status_code in (302, 404)
    logging.getLogger("django.request").error("Something %s", "else")
    assert "Something else" in loggat.getvalue()


def test_a_signed_out_form_is_not_laid_aside(client, namnd):
    """Elsewhere what was written waits for its writer's next sign-in."""
    samordnare = ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(samordnare)
    klient = Client(enforce_csrf_checks=True)
    klient.cookies = client.cookies

    svar = klient.post(adress(namnd), ifylld(namnd, skribent="1", text=HEMLIGT))

    assert svar.status_code == 403
    assert "Kanarie" not in "".join(s.session_data for s in Session.objects.all())
    assert "skrivet" not in Session.objects.get().get_decoded()


def test_no_mail_is_sent_of_a_fault(mailoutbox, settings, rot):
    settings.ADMINS = [("Driften", "driften@granby.example")]

    utan_undantag().post(f"{rot}faller/trasig/", {"text": HEMLIGT})

    assert mailoutbox == []


@pytest.mark.parametrize("logg", ["", "django", "django.request", "django.security"])
def test_an_operators_mail_of_faults_holds_no_words(
    logg, mailoutbox, settings, namnd, rot
):
    """Django's own handler, turned on in a place of its own, without our filter."""
    settings.ADMINS = [("Driften", "driften@granby.example")]
    brev, klient = AdminEmailHandler(), Client(enforce_csrf_checks=True)
    klient.raise_request_exception = False
    logging.getLogger(logg).addHandler(brev)
    try:
        klient.post(adress(namnd), {"text": HEMLIGT}, **SPAR)
        text = {"text": HEMLIGT} | csrf(klient, namnd)
        for vag in (f"{rot}faller/trasig/", f"{rot}faller/misstankt/", "/oro/loften/"):
            klient.post(vag, text, **SPAR)
        logging.getLogger(logg).error("Här är loggen")
    finally:
        logging.getLogger(logg).removeHandler(brev)

    texter = [str(ett.message()) + ett.body for ett in mailoutbox]
    assert any("Här är loggen" in text for text in texter)
    assert not any(ord_ in text for text in texter for ord_ in (*VARDEN, "jöng"))


def test_every_handler_of_the_house_has_the_silence():
    assert all(
        "tystnad" in handtag["filters"]
        for handtag in husets.LOGGING["handlers"].values()
    )


def test_the_middleware_comes_first():
    assert husets.MIDDLEWARE[0] == "blanketter.minnesloshet.MinneslosMiddleware"


def test_the_open_pages_are_the_ones_that_forget(client):
    sidor = [reverse(namn) for namn in ("oro", "loften")]
    sidor += [reverse(namn, args=["a" * 32]) for namn in ("enkat_svara", "enkat_oppen")]
    for sidan in sidor:
        assert sidan.startswith(OPPET)
        assert client.get(sidan).headers["Cache-Control"] == "no-store"


def test_a_visit_to_an_open_page_is_in_no_log_of_visits(rot):
    def besok(vag):
        return logging.makeLogRecord(
            {"args": {"U": vag, "r": f"GET {vag} HTTP/1.1"}, "msg": "%(U)s"}
        )

    def rad(vag):
        ord_ = {"name": "django.server", "msg": f'"GET {vag} HTTP/1.1" 200'}
        return logging.makeLogRecord(ord_)

    for vag in (f"{rot}abc/", rot):
        assert not InteOppet().filter(besok(vag))
        assert not Tystnad().filter(rad(f" {vag}"))
    assert InteOppet().filter(besok("/planer/"))
    assert Tystnad().filter(rad("/planer/"))


@pytest.mark.parametrize("adress", OPPET)
def test_what_asks_for_the_headers_alone_gets_no_body_that_a_log_tells_of(adress):
    """gunicorn writes a line, with the clock, of each HEAD that is given one."""
    besok = RequestFactory(SERVER_NAME="localhost").head(f"{adress}x/")

    svar = MinneslosMiddleware(lambda _: HttpResponse("ord"))(besok)

    assert svar.content == b""
