"""A ready-made, true draft of the picture's texts, for the coordinator to edit.

kallorna, siffrorna, enkaterna   Kartläggning: what came, and what it shows
analysen, sticker_ut, fragor     Analys: what it carries, and what stays open
delar                            a draft as plain data; a template makes it rich text

Nothing at random: the same figures give the same words. Each sentence stands there
only if its figures do, and no number that isn't shown.
"""

from typing import NamedTuple

from django.template.loader import render_to_string

from lagesbild.utkast.analysen import barighetsdel
from lagesbild.utkast.enkaterna import enkatdel
from lagesbild.utkast.fragor import fragedel
from lagesbild.utkast.kallorna import gransdel, underlagsdel
from lagesbild.utkast.siffrorna import handelsedel, statistikdel
from lagesbild.utkast.sticker_ut import utmarkande_del
from vbeplan.text import block

MALL = "lagesbild/utkast/text.html"


class Utkast(NamedTuple):
    """The two texts as stored rich text (vbeplan/text/block.py); "" without figures."""

    kartlaggning: str
    analys: str


def utkast(underlag, *, meningar=(), kallor=None, enkater=()):
    """Return the `Utkast` of a picture's shown figures; no question to the database.

    `underlag` is from lagesbild.sammanstallning, `meningar` from barighet, `kallor` a
    Kalltabell, `enkater` Enkatresultat.
    """
    siffror = (handelsedel(underlag), statistikdel(underlag), enkatdel(enkater))
    if not any(del_.stycken for del_ in siffror):
        return Utkast("", "")
    kartlaggning = (
        underlagsdel(underlag, kallor),
        gransdel(underlag, kallor),
        *siffror,
    )
    analys = (
        barighetsdel(meningar),
        utmarkande_del(underlag),
        fragedel(underlag, kallor, meningar),
    )
    return Utkast(_som_text(kartlaggning), _som_text(analys))


def _som_text(delar):
    delar = [del_ for del_ in delar if del_.stycken]
    return block.stada(render_to_string(MALL, {"delar": delar}))
