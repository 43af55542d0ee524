"""Whether the coordinator wants the day's mail about what is new."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from blanketter.models import UtanSammandrag
from vbeplan.organisation.behorighet import bara_samordnare
from vbeplan.organisation.models import Brev

PA = "Du får ett brev de dagar det finns något nytt i inkorgen."
AV = "Du får inga brev om nytt i inkorgen. Titta in själv då och då."


@bara_samordnare
def brev(request):
    """Show the choice, and take it: a box that is ticked or not."""
    nej = UtanSammandrag.objects.filter(anvandare=request.user)
    if request.method == "POST":
        vill = "vill" in request.POST
        if vill:
            nej.delete()
        else:
            UtanSammandrag.objects.get_or_create(anvandare=request.user)
        messages.success(request, PA if vill else AV)
        return redirect("inkorg")
    context = {
        "rubrik": "Brev om nytt",
        "vill": not nej.exists(),
        "gick_inte": Brev.objects.uppgivna()
        .med_nyckel(f"sammandrag:{request.user.pk}:")
        .first(),
        "smulor": [("Blanketter", reverse("inkorg"))],
    }
    return render(request, "blanketter/brev.html", context)
