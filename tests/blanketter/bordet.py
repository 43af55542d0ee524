"""The coordinator's desk as a browser meets it."""

from django.urls import reverse
from lxml import html

from blanketter.dolda_delar import Spann
from blanketter.handlingar.lasa import lasa
from tests import bygge
from vbeplan.organisation.models import Ratt

LAGRET = "Emma Ek ringde 070-174 06 35 om klistermärken på skolans staket."


def last_blankett(namnd, **falt):
    """Return a form that somebody has opened."""
    blankett = bygge.ny_blankett(namnd, **falt)
    lasa(blankett, av=None)
    return blankett


def med_ratt(namnd, *tillagg):
    """Return a coordinator with rights more than hers."""
    person = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    for ratt in tillagg:
        person.medlemskap.create(ratt=ratt, namnd=namnd)
    return person


def utan_ratt(namnd):
    """Return by name everybody who may not know that a board's forms are there."""
    annan = bygge.ny_namnd("hamnvik")
    ratter = (Ratt.ANSVARIG, Ratt.LASARE, Ratt.CENTRAL, Ratt.FORVALTARE)
    stadens = (Ratt.CENTRAL, Ratt.FORVALTARE)
    return {
        "another board's coordinator": bygge.ny_anvandare(Ratt.SAMORDNARE, annan),
        "nobody's": bygge.ny_anvandare(),
        **{r: bygge.ny_anvandare(r, None if r in stadens else namnd) for r in ratter},
    }


def spann(varde):
    """Return «0:7:namn» as a span."""
    start, slut, typ = varde.split(":")
    return Spann(int(start), int(slut), typ)


def adress(namn, blankett, **mer):
    return reverse(namn, args=[blankett.pk, *mer.values()])


def sida(svar):
    return html.document_fromstring(svar.content.decode())


def orden(svar):
    """Return the words of the page's own part, spaces made one."""
    return " ".join(sida(svar).xpath("//main")[0].text_content().split())


def falt(svar, dit):
    """Return what a browser would send of the form that goes to the address `dit`."""
    former = sida(svar).xpath(f"//form[@action='{dit}']")
    return dict(former[0].form_values())


def felen(svar):
    """Return the words of the error summaries."""
    rutor = sida(svar).xpath("//main")[0].find_class("felsammanfattning")
    return " ".join(" ".join(r.text_content() for r in rutor).split())


def besked(svar):
    """Return what the page tells of the deed that led to it."""
    return " ".join(str(m) for m in svar.context["messages"])
