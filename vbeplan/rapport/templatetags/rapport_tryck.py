"""What the printed plan needs from its content: the cover, its box, the foot.

Every filter takes parts of `PlanInnehall` and gives text; nothing here reads the
database.
"""

from datetime import date

from django import template
from django.utils.dateformat import format as datumtext
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from vbeplan.text.avstavning import avstava

register = template.Library()


@register.filter
def mjuk(text: str) -> SafeString:
    """Escape plain text and give its long words soft hyphens at their joints."""
    return mark_safe(escape(avstava(str(text))))  # noqa: S308 - escaped right here


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
