"""Every promise of the form is kept by tests that are there and are run."""

import subprocess
import sys

import pytest
from django.urls import reverse

from blanketter.loften import LOFTEN
from tests.underprocess import ROOT

# What the form must hold, point by point, and the promise that says so.
KRAV = {
    "answers, text, board and date are stored, and no time of day": "sparas",
    "a random key, no number in a row": "sparas",
    "no order that can be read back": "ordning",
    "no IP, agent, referer, language in table, log, mail, cache or report": "vem",
    "also on 400, 403, 413, 429 and 500": "vem",
    "no user and no session": "inloggad",
    "a signed-in coordinator fills it in herself": "inloggad",
    "one cookie that ends with the browser, and no-store": "kakor",
    "a 500's text is in no log and no mail": "fel",
    "the unsent text is never stored or logged": "osant",
    "the text is encrypted, bound to row and field; keys can be changed": "krypterad",
    "no person is left in it by mistake": "vakten",
    "a failed POST gives the text back": "kvar",
    "a full disk, a stopped database, no network": "kvar",
    "double click, resend and back button are one row with the same receipt": "en_gang",
    "killed in the middle: none or one": "en_gang",
    "token, trap, limits and one bucket for the installation": "skrap",
    "nothing is silently dropped": "skrap",
    "works with JavaScript off": "utan_skript",
    "the receipt is stored only hashed, and guessing is slowed without an IP": "kvitto",
    "the kind of workplace names no unit": "arbetsplats",
    "a unit's nil answer cannot be worked out": "enhet",
    "one digest a day, no content, no count of one": "brev",
    "text goes by decision only, and wholly": "gallring",
    "an enkät's answer and who gave it share no key, time or order": "enkat_vem",
    "no answer is shown while it is open, nor one of few": "enkat_visas",
    "the enkät's page forgets who came as the form's does": "enkat_besok",
    "an enkät's words are given back, and stored once": "enkat_kvar",
    "reminders only to those who have not answered": "enkat_brev",
}  # fmt: skip


def test_every_demand_has_its_promise_and_every_promise_its_demand():
    assert {ett.kod for ett in LOFTEN} == set(KRAV.values())
    assert len({ett.kod for ett in LOFTEN}) == len(LOFTEN)
    assert all(ett.prov and ett.text and ett.utanfor for ett in LOFTEN)


@pytest.mark.langsam
def test_every_named_test_is_there_and_is_collected():
    namnda = {prov for ett in LOFTEN for prov in ett.prov}
    filer = sorted({prov.partition("::")[0] for prov in namnda})
    klar = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "--db=sqlite",
         "-p", "no:xdist", "-p", "no:cacheprovider", *filer],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip

    assert klar.returncode == 0, klar.stdout
    samlade = {rad.partition("[")[0] for rad in klar.stdout.splitlines()}
    assert sorted(namnda - samlade) == []


@pytest.mark.django_db
def test_the_page_says_each_promise_what_it_does_not_cover_and_its_tests(client):
    sidan = client.get(reverse("loften")).content.decode()

    for ett in LOFTEN:
        assert ett.rubrik in sidan
        assert ett.text in sidan
        assert ett.utanfor in sidan
        assert all(f"<code>{prov}</code>" in sidan for prov in ett.prov)


@pytest.mark.django_db
def test_the_form_leads_to_the_promises_in_a_window_of_its_own(client):
    from tests.bygge import ny_namnd

    sidan = client.get(reverse("blankett", args=[ny_namnd().kort])).content.decode()

    assert f'href="{reverse("loften")}" target="_blank"' in sidan
    assert "Arbetsgivarens nät kan se att du har varit på sidan" in sidan
