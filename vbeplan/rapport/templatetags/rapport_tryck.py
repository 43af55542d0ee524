"""What the printed plan needs from its content: soft hyphens, heading levels, labels.

Every filter takes parts of `PlanInnehall` and gives text; nothing here reads the
database.
"""

import re
from datetime import date

from django import template
from django.utils.dateformat import format as datumtext
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from vbeplan.text.avstavning import avstava, avstava_html

register = template.Library()

# WeasyPrint 70 drops words when the notes of one block outgrow the foot of a page.
MEST_NOTTEXT = 2500  # letters in the notes of one block; about a third of a page
_NOT = re.compile(r'<span class="fotnot">(.*?)</span>')


@register.filter
def mjuk(text: str) -> SafeString:
    """Escape plain text and give its long words soft hyphens at their joints."""
    return mark_safe(escape(avstava(str(text))))  # noqa: S308 - escaped right here


@register.filter
def rik_text(text: str, niva: int) -> SafeString:
    """Stored rich text, its headings one step below the chapter's (1 → h3, 2 → h4).

    Rich text knows one heading, h3. Under a chapter of level 2, itself an h3, it
    becomes h4, so that the tag tree never skips a level nor repeats the parent's.
    """
    if niva == 2:
        text = text.replace("<h3>", "<h4>").replace("</h3>", "</h4>")
    return mark_safe(avstava_html(_rymliga_noter(text)))  # noqa: S308 - sanitised on write


@register.filter
def rik_text_i_cell(text: str) -> SafeString:
    """Rich text inside a table cell, where a heading would break the outline."""
    text = text.replace("<h3>", "<p><strong>").replace("</h3>", "</strong></p>")
    return mark_safe(avstava_html(_rymliga_noter(text)))  # noqa: S308 - sanitised on write


def _rymliga_noter(text: str) -> str:
    """The text with the notes in place of those calls that no page foot can hold."""
    return "\n".join(
        block.replace('class="fotnot"', 'class="not-i-text"')
        if sum(map(len, _NOT.findall(block))) > MEST_NOTTEXT
        else block
        for block in text.split("\n")
    )


@register.filter
def visar_ar(innehall) -> bool:
    """Whether the cover adds the year: not when the title already says it."""
    return str(innehall.ar) not in innehall.titel


@register.filter
def dokumenttitel(innehall) -> str:
    """Title of the file and of the browser tab: plan, year, nämnd."""
    ar = f" {innehall.ar}" if visar_ar(innehall) else ""
    return f"{innehall.titel}{ar} – {innehall.namnd}"


@register.filter
def dokumentruta(innehall) -> list[tuple[str, str]]:
    """The cover's document box: label and value; what the band already says is out."""
    rader = {
        "Diarienummer": innehall.dnr,
        "Datum": innehall.datum.isoformat() if innehall.datum else "",
        "Status": innehall.status,
        **dict(innehall.dokument),
    }
    rader.pop("Nämnd", None)
    return [(etikett, _lang_dag(varde)) for etikett, varde in rader.items() if varde]


def _lang_dag(varde: str) -> str:
    """ "2025-04-24" → "24 april 2025"; anything else as it is."""
    try:
        return datumtext(date.fromisoformat(varde), "j F Y")
    except ValueError:
        return varde


@register.filter
def sidfot(innehall) -> str:
    """What stands at the foot of every page beside the page number."""
    delar = (innehall.kommun, innehall.dnr, innehall.status)
    return " · ".join(del_ for del_ in delar if del_)


@register.filter
def tabelltitel(avsnitt) -> str:
    """Caption of a chapter's activity table: how many, and of what chapter.

    Not their numbers: those follow the activities over the years and have gaps.
    """
    antal = len(avsnitt.aktiviteter)
    enhet = "aktivitet" if antal == 1 else "aktiviteter"
    return f"{avsnitt.nummer} {avsnitt.rubrik}: {antal} {enhet}"


@register.filter
def malgruppsrad(rad) -> str:
    """Target group, level and the national strategy's area of an activity."""
    niva = f"{rad.niva.lower()} nivå" if rad.niva else ""
    delar = (rad.malgrupp, niva, rad.strategiomrade.lower())
    text = " · ".join(del_ for del_ in delar if del_)
    return text[:1].upper() + text[1:]
