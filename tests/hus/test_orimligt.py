"""No value in an address or a hidden field is a fault of ours, whichever page it is."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from tests.hus.test_rattigheter import REGLER
from tests.hus.varld import CENTRAL, EGEN, SAMORDNARE, bygg_stad

pytestmark = pytest.mark.django_db
VARDEN = {
    "ett nolltecken": "a\x00b",
    "fler siffror än en databas rymmer": "9" * 30,
    "fler siffror än Python läser": "9" * 5000,
    "siffror som inte är våra": "١٢",
    "ett upphöjt tal": "²",
    "databasernas egna tecken": "\"-*()[]^~:' OR NEAR/2 & | ! <->",
}
# What pages read of an address, and what forms carry that nobody types.
LASES = (
    "q ar namnd aldre i ordning plan sida fore efter fran till vem vad dag ord ansvarig"
    " omrade strategi niva tid under slutar_fore avstams_fore uppfoljning rapport med"
    " namn next"
).split()
DOLDA = (
    "version krock sett nyckel som_nytt val-text-0 text-slag avsnitt plats sedda "
    "ansvar-TOTAL_FORMS ansvar-INITIAL_FORMS innehav-TOTAL_FORMS innehav-INITIAL_FORMS "
    "innehav-0-id skribent borja_med roll"
).split()


# Each of these is read by itself: with an odd one beside it the others may be let be.
VAR_FOR_SIG = {
    "inkorg": "namnd status ord miljo slag delomrade plats arbetsplats bedomning "
    "hande_fran hande_till fran till ordning efter fore",
    "inkorg_flera": "vald efter fore status",
    "diarium": "namnd fran till",
    "diarium_fil": "namnd fran till",
    "gallring": "namnd sida",
    "gallring_forvarnade": "namnd sida",
    "gallring_protokoll": "namnd sida",
    "gallring_stopp": "namnd sida",
    "gallring_stopp_nytt": "namnd blankett",
    "enheter": "namnd",
    "kontakt_ny": "steg",
    "inkommen": "meddelande",
    "inkommen_dolj": "meddelande",
    "utlamna": "visa",
    "oro": "namnd q kommun",
    "kvitto": "kod",
    "blankett": "bevis text nar",
}
UDDA = [
    *VARDEN.values(),
    "2026-11-03.\x00",
    "2026-11-03.7K3M-92QF\x00",
    "2026-11-03." + "A" * 5000,
    "0001-01-01.7K3M-92QF",
    "9999-12-31.7K3M-92QF",
    "٢٠٢٦-١١-٠٣.7K3M-92QF",
    "2026-11-03.\u202e\ufdd0\U0010ffff🙂",
    "7K3M\x00",
]
# As the wire may bring them: half a character, and a lone surrogate
TRASIGA = ["2026-11-03.%00", "%ED%A0%80", "%C3", "2026-11-03.%FF%FE", "%u0000"]


@pytest.fixture
def stad():
    return bygg_stad([EGEN])


def sidor(stad):
    for namn in REGLER:
        yield reverse(namn, kwargs=stad.argument[EGEN].get(namn))


@pytest.mark.parametrize("varde", VARDEN)
@pytest.mark.parametrize("roll", [SAMORDNARE, CENTRAL])
def test_no_address_is_a_fault(stad, roll, varde):
    klient = stad.klient(roll)
    fragat = dict.fromkeys(LASES, VARDEN[varde])
    svar = {url: klient.get(url, fragat).status_code for url in sidor(stad)}
    assert [url for url, kod in svar.items() if kod >= 500] == []


@pytest.mark.parametrize("namn", VAR_FOR_SIG)
def test_no_part_of_an_address_is_a_fault_by_itself(stad, namn):
    klient = stad.klient(SAMORDNARE)
    url = reverse(namn, kwargs=stad.argument[EGEN].get(namn))
    fel = []
    for del_ in VAR_FOR_SIG[namn].split():
        fragor = [urlencode({del_: varde}) for varde in UDDA]
        fragor += [f"{del_}={varde}" for varde in TRASIGA]
        fel += [f[:80] for f in fragor if klient.get(f"{url}?{f}").status_code >= 500]
    assert fel == []


@pytest.mark.parametrize("varde", VARDEN)
def test_no_hidden_field_is_a_fault(stad, varde):
    klient = stad.klient(SAMORDNARE)
    skickat = dict.fromkeys((*LASES, *DOLDA), VARDEN[varde])
    borttagningar = [url for url in sidor(stad) if url.endswith("/ta-bort/")]
    for url in set(sidor(stad)) - set(borttagningar):
        assert klient.post(url, skickat).status_code < 500, url


def test_a_form_too_large_to_read_is_no_fault_where_there_is_no_page(stad, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    svar = stad.klient(SAMORDNARE).post("/planer/finns-inte/", {"text": "å" * 1000})
    assert svar.status_code == 404
