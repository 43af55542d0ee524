"""The words of a question: how it is answered, and by whom."""

from django import template

from lagesbild.enkatfragor.skillnad import till_vilka
from lagesbild.forms.enkatfraga import HUR_SVARAR_MAN
from lagesbild.forms.enkatsvar import skalsteg

register = template.Library()


@register.filter
def slagord(fraga):
    return HUR_SVARAR_MAN[fraga["slag"]] if fraga["slag"] != "skala" else "En skala"


@register.filter
def stalls_till(fraga):
    return till_vilka(fraga)


@register.filter
def svaras(fraga):
    """Return in words what a question without choices is answered with."""
    if fraga["slag"] == "skala":
        return " · ".join(text for _, text in skalsteg(fraga))
    if fraga["slag"] == "text":
        return "Fritext"
    return f"{fraga['min']}–{fraga['max']} {fraga.get('enhet', '')}".strip()
