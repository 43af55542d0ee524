"""Who opened a form, so that her words can be given back to her alone."""

from django import template

from vbeplan.organisation.skrivet import skribent as signera

register = template.Library()


@register.simple_tag(takes_context=True)
def skribent(context, sida=None):
    """Return the signature of the user and the page; "" for a stranger.

    `sida` is where the form goes, when that isn't the page it stands on.
    """
    request = context.get("request")
    if request is None or not request.user.is_authenticated:
        return ""
    return signera(request.user, sida or request.get_full_path())
