"""What the pages below a picture's have in common."""

from django.urls import reverse

from lagesbild.models import Lagesbild
from vbeplan.organisation.behorighet import redigerbar

BILDER = Lagesbild.objects.select_related("namnd")


def redigerbar_bild(request, namnd, ar):
    """Return the picture that she may change; 404 or 403 as `redigerbar`."""
    return redigerbar(BILDER, request.user, namnd__kort=namnd, ar=ar)


def bildram(bild, rubrik, *vag):
    """Return the context of a page below a picture's; `vag` are more crumbs."""
    return {
        "rubrik": rubrik,
        "bild": bild,
        "aktuell_namnd": bild.namnd,
        "smulor": [
            ("Lägesbilder", reverse("lagesbilder_alla")),
            (f"Lägesbild {bild.ar}", bild.get_absolute_url()),
            *vag,
        ],
    }


def under(bild, namn):
    """Return the address of a page below the picture's, by its name."""
    return reverse(namn, args=[bild.namnd.kort, bild.ar])
