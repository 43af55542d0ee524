"""Every page's HTML, as the server sends it: W3C's checker has nothing to say.

No browser: a browser mends what it is given, and this looks at what is given. Each page
also has a language, one h1 and a title that no other page has.
"""

from collections import defaultdict
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction
from django.template.loader import render_to_string
from django.test import Client
from lxml import html

from tests.webblasare import vnu
from tests.webblasare.sidor import bygg_varld, session, sidor

FALT = ".//*[self::input or self::select or self::textarea][@name]"


@pytest.fixture(scope="module")
def svar(django_db_setup, django_db_blocker):
    """All pages with their HTML and where it is; nothing is left in the database."""
    cache.clear()  # the limit on failed sign-ins
    with (
        pytest.MonkeyPatch.context() as andrat,
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        andrat.setattr("django.conf.settings.DEMO", True)
        alla = [(sida, *_hamta(sida)) for sida in sidor(bygg_varld())]
        transaction.set_rollback(True)
    return alla


def _hamta(sida):
    klient = Client(enforce_csrf_checks=True)
    if sida.vem:
        klient.cookies["sessionid"] = session(sida.vem)
    svar = klient.get(sida.url, follow=True)
    if sida.skicka:
        svar = klient.post(svar.request["PATH_INFO"], _ifyllt(svar, sida.skicka))
    assert svar.status_code == sida.status, sida
    return svar.content.decode(), svar.request["PATH_INFO"]


def _ifyllt(svar, skicka):
    """Return the fields of the page's form, filled in as the browser test does it."""
    form = html.fromstring(svar.content.decode()).xpath("//main//form")[0]
    falt = {}
    for e in form.xpath(FALT):
        gomd = e.get("type") == "hidden"
        nytt = skicka.get(e.name, None if gomd else skicka.get("*"))
        falt[e.name] = e.value if nytt is None else nytt
    return {namn: varde for namn, varde in falt.items() if varde is not None}


@pytest.mark.django_db
def test_the_checker_has_nothing_to_say(svar, tmp_path):
    mallar = ["400.html", "429.html", "500.html", "503.html"]
    alla = [*svar, *((mall, render_to_string(mall), "") for mall in mallar)]
    for nr, (_, text, _) in enumerate(alla):
        (tmp_path / f"{nr}.html").write_text(text, "utf-8")

    fel = defaultdict(list)
    for ett in vnu.granska(tmp_path):
        nr = int(Path(ett["url"]).stem)
        fel[ett["message"], ett.get("extract", "")].append(alla[nr][0])

    assert not fel, "\n".join(
        f"{text}: {bit!r} ({len(var)} pages, {var[0]})"
        for (text, bit), var in fel.items()
    )


def test_the_checker_sees_what_is_wrong(tmp_path):
    (tmp_path / "fel.html").write_text(
        "<!doctype html><html lang=sv><title>Fel</title><p><div>Fel</p><h1>Fel</h1>"
    )
    assert any("No “p” element" in ett["message"] for ett in vnu.granska(tmp_path))


@pytest.mark.django_db
def test_a_page_tells_what_it_is_in_one_heading_and_a_title_of_its_own(svar):
    titlar = defaultdict(set)
    for sida, text, adress in svar:
        dokument = html.fromstring(text)
        assert dokument.get("lang") == "sv", sida
        assert len(dokument.xpath("//h1")) == 1, sida
        titel = dokument.findtext(".//title").strip()
        assert titel.split("–")[0].strip(), sida
        # Everybody who is invited to one enkät has her own address to one page.
        en = "enkat_svara" if sida.adress == "enkat_svara" else adress
        titlar[titel].add(sida.adress and en)
    assert {t: var for t, var in titlar.items() if len(var) > 1} == {}
