"""A coordinator puts her first steps away."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from vbeplan.organisation.behorighet import bara
from vbeplan.organisation.models import Ratt


@require_POST
@bara(Ratt.SAMORDNARE)
def undan(request):
    """Take the list from her desk, for every board that she coordinates now."""
    request.user.medlemskap.filter(ratt=Ratt.SAMORDNARE).update(kom_igang_undan=True)
    messages.success(
        request, "Listan är undanlagd. Allt i den finns under Blanketter och Rutin."
    )
    return redirect("skrivbord")
