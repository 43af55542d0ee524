"""A plan's chapter as HTML: the same template for the page, the preview and the PDF.

A chapter is shown many times between two changes, and a plan has forty. What it looks
like follows from its content alone, so each is set once and then kept.
"""

from functools import lru_cache
from itertools import count

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vbeplan.tema.brodtext import FOTNOT

MALL = "komponenter/kapitel.html"
# Some dozens of plans in daily use; a chapter with its HTML is about 15 kB.
SPARADE_KAPITEL = 1024


@lru_cache(SPARADE_KAPITEL)
def kapitel_html(avsnitt, forsta_not: int = 1, *, redigera=False, papper=False):
    """Return one chapter (a frozen `AvsnittInnehall`) as safe HTML.

    `forsta_not` is the number of its first footnote. `redigera` adds the ways to
    change it; `papper` is for the printed page, where notes go to the foot of it.
    """
    varden = {
        "avsnitt": avsnitt,
        "raknare": count(forsta_not),
        "redigera": redigera,
        "papper": papper,
    }
    return SafeString(render_to_string(MALL, varden))


def kapitlen_html(avsnitt, *, redigera=False, papper=False):
    """Return chapters in reading order as safe HTML, their notes numbered 1, 2, 3 …"""
    ut, nummer = [], 1
    for ett in avsnitt:
        noter = 0 if papper else antal_noter(ett)
        forsta = nummer if noter else 1
        ut.append(kapitel_html(ett, forsta, redigera=redigera, papper=papper))
        nummer += noter
    return SafeString("".join(ut))


def antal_noter(avsnitt):
    """Return how many footnotes a chapter has, those of its activities included."""
    i_rader = sum(rad.beskrivning.count(FOTNOT) for rad in avsnitt.aktiviteter)
    return avsnitt.text.count(FOTNOT) + i_rader
