"""Nothing of who came is found anywhere, whatever she did: the real server is asked.

One visitor, odd in everything that a computer tells of itself, opens, sends, fails,
is refused and breaks off. Then every file and every table is read.
"""

import hashlib
import json
import secrets
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from django.db import connection
from django.urls import reverse

from blanketter.models import Blankett
from lagesbild.models import Enkatsvar
from tests.blanketter.blanketten import TEXT, adress, ifylld, koden
from tests.blanketter.drift import TYP, Drift
from tests.bygge import ny_enhet, ny_namnd
from tests.bygge_lagesbild import enkatsvaret, ny_enkat, ny_lagesbild

pytestmark = pytest.mark.django_db(transaction=True)

IP = "127.83.17.59"  # on Linux the whole of 127 is this computer
FAGEL = f"kanarie{secrets.token_hex(4)}"  # no other test's, in no other's log
SANT = f"En {FAGEL} sjöng i korridoren i måndags, tyckte vi."
OSANT = f"En {FAGEL} dansade på torget, men det skickade hon aldrig."
HUVUDEN = {
    "User-Agent": f"Webben/9.9 {FAGEL}",
    "X-Forwarded-For": "192.0.2.231",
    "X-Real-IP": "192.0.2.232",
    "Forwarded": "for=192.0.2.233",
    "Referer": f"http://localhost/{FAGEL}",
    "Accept-Language": f"x-{FAGEL}",
    "Cookie": f"sessionid={FAGEL}; sparning={FAGEL}",
    "Sec-CH-UA": FAGEL,
    "X-Eget": FAGEL,
}
TECKEN = [IP, "192.0.2.23", FAGEL]


@pytest.fixture
def namnd():
    return ny_namnd("ekhamra")


def besoket(server, namnd):
    """Do all that one can do on the open pages; return what was answered."""
    hem, utan_spar = adress(namnd), dict(HUVUDEN)
    kontroll = reverse("blankettkontroll", args=[namnd.kort])
    ny_namnd("sjovik")  # with one board only, the first page leads on to it
    enhet = ny_enhet(namnd).lank()

    def oppna(vag):
        return server.fraga("GET", vag, huvuden=utan_spar, fran=IP)

    def skicka(vag, falt, **mer):
        return server.skicka(vag, falt, IP, **HUVUDEN | mer)

    ja = ifylld(namnd, text=SANT)
    nej = ifylld(namnd, text=OSANT)
    svar = {
        "opened": [oppna(v) for v in (hem, reverse("oro"), reverse("loften"), enhet)],
        "received": [skicka(hem, ja), skicka(hem, ja)],
        "asked again": [skicka(hem, nej | fel) for fel in (
            {"slag": []}, {"lamna_tomt": "x"}, {"text": f"{OSANT} 070-174 06 12"})],
        "checked": [skicka(kontroll, {"text": OSANT})],
        "no such page": [oppna(f"/oro/finns/inte/?{FAGEL}=1")],
        "forged": [skicka(hem, nej | {"bevis": FAGEL})],
        "no cookie": [skicka(hem, nej | {"csrfmiddlewaretoken": "b" * 32})],
        "another site": [skicka(hem, nej, Origin=f"https://{FAGEL}.example")],
        "foreign host": [skicka(hem, nej, Host=f"{FAGEL}.example")],
        "too large": [server.fraga("POST", hem, FAGEL.encode() * 700_000,
                                   utan_spar | {"Content-Type": TYP}, IP)],
        "wrong way": [skicka(reverse("loften"), nej)],
        "no code": [skicka(reverse("kvitto"), {"kod": "1111 2222 3333 4444 5555"})],
    }  # fmt: skip
    (server.mapp / "faller").touch()
    svar["fault"] = [skicka(hem, ifylld(namnd, text=OSANT))]
    (server.mapp / "faller").unlink()
    svar["full"] = [skicka(hem, ifylld(namnd, text=OSANT))]
    _daliga_ord(server, hem)
    return svar


def enkatbesoket(server, enkat):
    """Do all that one can do on an enkät's open page; return what was answered."""
    inbjudan, sista, *_ = enkat.inbjudningar.all()
    hem, okand = inbjudan.lank(), reverse("enkat_svara", args=[FAGEL])
    ja = enkatsvaret(enkat, inbjudan, svar_behov=SANT)
    nej = ja | {"svar_behov": OSANT}
    osant = enkatsvaret(enkat, sista, svar_behov=OSANT)

    def oppna(vag):
        return server.fraga("GET", vag, huvuden=dict(HUVUDEN), fran=IP)

    def skicka(vag, falt, **mer):
        return server.skicka(vag, falt, IP, **HUVUDEN | mer)

    svar = {
        "opened": [oppna(hem)],
        "forged": [skicka(hem, nej | {"bevis": FAGEL})],
        "asked again": [skicka(hem, nej | {"svar_kunskap_egen": ""}),
                        skicka(hem, nej | {"svar_behov": f"{OSANT} 070-174 06 12"})],
        "received": [skicka(hem, ja), skicka(hem, ja), oppna(hem)],
        "used": [skicka(hem, nej)],
        "no such page": [oppna(okand), skicka(okand, nej)],
        "no cookie": [skicka(sista.lank(), osant | {"csrfmiddlewaretoken": "b" * 32})],
        "another site": [skicka(hem, nej, Origin=f"https://{FAGEL}.example")],
        "foreign host": [skicka(hem, nej, Host=f"{FAGEL}.example")],
        "too large": [server.fraga("POST", hem, FAGEL.encode() * 700_000,
                                   dict(HUVUDEN) | {"Content-Type": TYP}, IP)],
    }  # fmt: skip
    (server.mapp / "faller").touch()
    svar["fault"] = [skicka(sista.lank(), osant)]
    (server.mapp / "faller").unlink()
    svar["full"] = [skicka(sista.lank(), osant)]
    _daliga_ord(server, hem)
    return svar


def _daliga_ord(server, hem):
    """Break off, and send what isn't HTTP."""
    rad = f"POST {hem} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: {FAGEL}\r\n"
    for ord_ in (
        f"{rad}Content-Length: 5000\r\nContent-Type: {TYP}\r\n\r\ntext={FAGEL}",
        f"{rad}Content-Length: {FAGEL}\r\n\r\n",
        f"{rad}{FAGEL} utan kolon\r\n\r\n",
        f"GET {hem} {FAGEL}/9.9\r\n\r\n",
        f"GET {hem}{FAGEL * 700} HTTP/1.1\r\n\r\n",
        f"{rad}Transfer-Encoding: chunked\r\n\r\n{FAGEL}\r\n",
    ):
        server.ra(ord_.encode(), fran=IP)


VANTAT = {
    "opened": 200, "received": 200, "asked again": 200, "checked": 200,
    "no such page": 404, "forged": 400, "no cookie": 403, "another site": 403,
    "foreign host": 400, "too large": 413, "no code": 200, "fault": 500,
    "full": 429, "wrong way": 405,
}  # fmt: skip


def test_nothing_of_a_visitor_is_found_in_any_file_or_table(namnd, tmp_path):
    besok = tmp_path / "besok"
    with Drift(
        tmp_path,
        GUNICORN_CMD_ARGS=f"--access-logfile {besok}",
        BLANKETTER_PER_MINUT="2",
    ) as server:
        server.fraga("GET", reverse("halsa"), huvuden={"User-Agent": "vanlig"})
        svar = besoket(server, namnd)
        tal = {vad: {s.status_code for s in alla} for vad, alla in svar.items()}
        allt = _allt(tmp_path)

    assert tal == {vad: {status} for vad, status in VANTAT.items()}
    assert len({koden(s) for s in svar["received"]}) == 1
    assert Blankett.objects.get().text == SANT
    assert "vanlig" in besok.read_text(), "this is not the log of visits"
    brev = "".join(b.read_text() for b in (tmp_path / "brev").iterdir())
    assert "500 in view blankett: RuntimeError at" in brev
    assert _funna(allt, ["ekhamra"]), "this is not where the house keeps its rows"
    assert not _funna(allt, _former(TECKEN))


ENKATEN_VANTAT = {vad: VANTAT.get(vad) for vad in VANTAT} | {"used": 409}


def test_nothing_of_who_answers_an_enkat_is_found_in_any_file_or_table(namnd, tmp_path):
    enkat, besok = ny_enkat(ny_lagesbild(namnd)), tmp_path / "besok"
    with Drift(
        tmp_path,
        GUNICORN_CMD_ARGS=f"--access-logfile {besok}",
        ENKATSVAR_PER_MINUT="2",
    ) as server:
        server.fraga("GET", reverse("halsa"), huvuden={"User-Agent": "vanlig"})
        svar = enkatbesoket(server, enkat)
        tal = {vad: {s.status_code for s in alla} for vad, alla in svar.items()}
        allt = _allt(tmp_path)

    assert tal == {vad: {ENKATEN_VANTAT[vad]} for vad in svar}
    assert json.loads(Enkatsvar.objects.get().texter) == {"behov": SANT}
    assert "vanlig" in besok.read_text(), "this is not the log of visits"
    assert "/enkat/" not in besok.read_text()
    brev = "".join(b.read_text() for b in (tmp_path / "brev").iterdir())
    assert "500 in view enkat_svara: RuntimeError at" in brev
    nycklar = [i.lanknyckel for i in enkat.inbjudningar.all()]
    assert not _funna(allt, _former([*TECKEN, *nycklar]))


def test_of_an_answer_to_an_enkat_no_day_or_hour_is_found(namnd, tmp_path):
    """Nor any row but the answer itself, and the one that says who has answered."""
    enkat = ny_enkat(ny_lagesbild(namnd))
    inbjudan = enkat.inbjudningar.first()
    fore = _rader()
    with Drift(tmp_path) as server:
        falt = enkatsvaret(enkat, inbjudan, svar_behov=TEXT)
        assert "Svaret är mottaget" in server.skicka(inbjudan.lank(), falt).text

    nya = [rad for rad in _rader() if rad not in fore]
    assert sorted(rad.split(":")[0] for rad in nya) == [
        "lagesbild_enkatsvar", "lagesbild_inbjudan",
    ]  # fmt: skip
    assert not any("datetime" in rad for rad in nya)
    assert inbjudan.pk.hex not in nya[0].replace("-", "")


def test_of_a_form_that_was_received_no_more_is_found_than_its_day(namnd, tmp_path):
    """No hour, in any column of any table that grew."""
    fore = _rader()
    with Drift(tmp_path) as server:
        assert koden(server.skicka(adress(namnd), ifylld(namnd, text=TEXT)))

    nya = [rad for rad in _rader() if rad not in fore]
    (ny,) = [rad for rad in nya if rad.startswith("blanketter_blankett:")]
    assert repr(Blankett.objects.get().inkom) in ny
    assert not any("datetime.datetime" in rad for rad in nya)
    # Beside it: the questions, and what keyed hashes are made with, the first time.
    assert {rad.split(":")[0] for rad in nya} <= {
        "blanketter_blankett", "blanketter_frageversion", "nycklar_hemlighet",
    }  # fmt: skip


def _former(tecken):
    """Return what each sign could have been written as, plain or as a hash."""
    hashar = [
        hashlib.new(art, ett.encode()).hexdigest()
        for art in ("md5", "sha1", "sha256", "blake2b")
        for ett in (IP, FAGEL, HUVUDEN["User-Agent"])
    ]
    return [*tecken, *map(quote_plus, tecken), *hashar]


def _allt(mapp):
    """Return the bytes of every file that the server, or its database, may write."""
    val = connection.settings_dict
    if connection.vendor == "sqlite":
        databas = [Path(f"{val['NAME']}{slut}") for slut in ("", "-wal", "-shm")]
    else:
        with connection.cursor() as sql:
            sql.execute("CHECKPOINT")
        databas = [*(Path(val["HOST"]) / "data").rglob("*"), Path(val["HOST"]) / "logg"]
    egna = [f for f in mapp.rglob("*") if f.is_file()]
    filer = {f: f.read_bytes() for f in [*databas, *egna] if f.is_file()}
    return filer | {"tables": "\n".join(_rader()).encode()}


def _rader():
    """Return every row of every table, as text."""
    rader = []
    with connection.cursor() as sql:
        for tabell in connection.introspection.table_names(sql):
            sql.execute(f"SELECT * FROM {connection.ops.quote_name(tabell)}")  # noqa: S608
            rader += [f"{tabell}:{rad!r}" for rad in sql.fetchall()]
    return rader


def _funna(allt, ord_):
    """Return (where, what) of every word that is found, in either width of letters."""
    return [
        (str(var), ett)
        for var, innehall in allt.items()
        for ett in ord_
        if ett.encode() in innehall or ett.encode("utf-16-le") in innehall
    ]
