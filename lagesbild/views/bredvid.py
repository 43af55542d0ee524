"""Two pictures side by side: of two boards that become one, or of two years."""

from django.shortcuts import render
from django.urls import reverse

from lagesbild.bildnyckel import fryst_innehall, sparat_innehall
from lagesbild.forms.bredvid import BredvidForm
from lagesbild.models import Lagesbild


def bredvid(request):
    """Choose two pictures, and read them beside each other; nothing is summed."""
    bilder = Lagesbild.objects.for_user(request.user).nyast_forst()
    form = BredvidForm(request.GET or None, bilder=bilder)
    valda = form.valda() if form.is_valid() else []
    context = {
        "rubrik": "Två lägesbilder bredvid varandra",
        "form": form,
        "for_fa": len(form.bilder) < BredvidForm.ANTAL,
        "par": [(nr, bild, _innehall(bild)) for nr, bild in enumerate(valda, 1)],
        "smulor": [("Lägesbilder", reverse("lagesbilder_alla"))],
    }
    return render(request, "lagesbild/bredvid.html", context)


def _innehall(bild):
    frysning = bild.frysningar.defer("data").last() if bild.ar_klar else None
    if frysning:
        return fryst_innehall(frysning.pk, frysning.sha256)
    return sparat_innehall(bild)[0]
