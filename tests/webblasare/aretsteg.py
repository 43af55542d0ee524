"""The year's people and their windows: what every deed of the walk stands on.

`Aret` opens one window per person and signs her in as she does it herself: from the
first letter's link, by the form, with a password of her own. What a letter says is
read from the mail backend, and nothing else is known of what the server holds.
"""

import datetime as dt
import io
import re
from functools import cached_property

import pypdf
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

FORVALTARE = "forvaltare@granby.example"
CENTRAL = "central@granby.example"
SAMORDNARE = "samordnare@ekhamra.example"
ANSVARIG = "forskola@ekhamra.example"
LASARE = "lasare@ekhamra.example"
SEKRETERARE = "sekreterare@ekhamra.example"
SAKERHET = "sakerhet@ekhamra.example"
SMULOR = "nav[aria-label='Du är här']"
TALAMOD = 30_000  # ms; the walk is long, and the machine may have other work
LOSENORD = "dimma-i-granskogen"


class Aret:
    """One year: its number, the people's windows, what is carried between deeds."""

    def __init__(self, ny_sida, webbfel):
        self.ny_sida, self.webbfel = ny_sida, webbfel
        self.idag = timezone.localdate()
        # As the program has it: in spring one works on the year's plan, then the next.
        self.ar = self.idag.year + (self.idag.month > 6)
        self._fonster = {}

    @cached_property
    def nagon(self):
        """The window of somebody who is not signed in: staff, the public."""
        return self._nytt_fonster()

    def hos(self, epost):
        """Her own window, signed in, on her desk."""
        if epost not in self._fonster:
            page = self._fonster[epost] = self._nytt_fonster()
            page.goto("/")
            page.get_by_label("E-post").fill(epost)
            page.get_by_label("Lösenord", exact=True).fill(LOSENORD)
            tryck(page, "Logga in")
        page = self._fonster[epost]
        folj(page, "Skrivbord")
        return page

    def _nytt_fonster(self):
        page = self.ny_sida()
        page.set_default_timeout(TALAMOD)
        return page

    def dag(self, om):
        """A day as the date field wants it, so many days from today."""
        return str(self.idag + dt.timedelta(days=om))


def folj(page, namn, i="body", exakt=True):
    """Follow the first link of that name, and wait for its page."""
    with page.expect_navigation():
        page.locator(i).get_by_role("link", name=namn, exact=exakt).first.click()


def tryck(page, namn, i="body", exakt=True):
    """Press the button of that name, and wait for the page that answers."""
    with page.expect_navigation():
        page.locator(i).get_by_role("button", name=namn, exact=exakt).first.click()


def falt(page, etikett):
    """The field of that label, whether it may be left empty or not."""
    ord_ = rf"^\s*{re.escape(etikett)}(\s\(frivilligt\))?\s*$"
    return page.get_by_label(re.compile(ord_)).first


def fyll(page, varden):
    """Type in fields by their labels."""
    for etikett, varde in varden.items():
        falt(page, etikett).fill(varde)


def skriver_pa_plats(page, oppna, text):
    """Open a text where it stands, write in its editor, and close it back to paper."""
    page.get_by_role("link", name=oppna, exact=True).click()
    page.locator(".ruta [contenteditable=true]").first.fill(text)
    page.locator(".ruta").get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator(".ruta")).to_have_count(0, timeout=TALAMOD)
    sager(page, text)


def sager(page, text):
    """Hold the page to telling this, wherever it stands."""
    expect(page.locator("body")).to_contain_text(text, timeout=TALAMOD)


def pa_bordet(page, vad):
    """Hold her desk to saying that this waits on her."""
    bordet = page.get_by_role("region", name="På ditt bord")
    expect(bordet).to_contain_text(vad, timeout=TALAMOD)


def inte_pa_bordet(page, vad):
    """Hold her desk to being rid of this."""
    bordet = page.get_by_role("region", name="På ditt bord")
    expect(bordet).not_to_contain_text(vad, timeout=TALAMOD)


def breven(till):
    """The letters to that address, the oldest first."""
    return [brev for brev in mail.outbox if till in brev.to]


def lanken(brev):
    """The address that a letter's text asks its reader to open, without the server."""
    return re.search(r"https?://[^/\s]+(/\S+)", brev.body)[1]


def hamta(page, namn, knapp="link"):
    """Download by pressing what has that name; return its name and its bytes."""
    with page.expect_download() as hamtning:
        page.get_by_role(knapp, name=namn).first.click()
    fil = hamtning.value
    return fil.suggested_filename, fil.path().read_bytes()


def sidorna(pdf):
    """The pages' words, without line breaks and soft hyphens."""
    sidor = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [" ".join(s.extract_text().replace("\u00ad", "").split()) for s in sidor]
