"""Words that the desk's pages need: `{% load blankett %}`."""

from django import template

from blanketter.models import Maskering

register = template.Library()
_MASKORD = {typ: ord_.lower() for typ, ord_ in Maskering.Typ.choices}


@register.filter
def maskord(typ):
    """Return what a masked part is, in lower case: «namn», «telefonnummer»."""
    return _MASKORD.get(typ, typ)
