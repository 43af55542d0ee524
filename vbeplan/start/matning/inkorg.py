"""What the inbox costs when a board has had very many forms, as a ratio to few."""

from statistics import median

from django.urls import reverse

from vbeplan.start.matning.blankettdata import FA, INKORG_FA, INKORG_MANGA
from vbeplan.start.matning.data import samordnare
from vbeplan.start.matning.sidor import Besokare, Sida
from vbeplan.start.matning.tabell import Rad

GRUPP = "Inkorgen"
HOGST = {"kvot": 1.5, "fragor": 12}
VYER = (
    ("Inkorgen", ""),
    ("Inkorgen, alla", "?flik=alla"),
    ("Inkorgen, ett slags händelse", "?flik=alla&slag=klotter"),
    ("Inkorgen, en miljö och en arbetsplats", "?miljo=vit_makt&arbetsplats=skola"),
)


def mat_inkorgen(antal_manga, varv):
    """Return a row for each view: with FA forms, and with `antal_manga`."""
    hamta, rader = Besokare(), []
    for namn, fraga in VYER:
        sidor = [
            Sida(f"{namn}, {antal} blanketter", _inkorg(fraga), samordnare(kort), HOGST)
            for kort, antal in ((INKORG_FA, FA), (INKORG_MANGA, antal_manga))
        ]
        tider = [[], []]
        for sida in sidor:
            hamta(sida)
        for _ in range(varv):
            for egna, sida in zip(tider, sidor, strict=True):
                egna.append(hamta(sida))
        grund = median(tider[0])
        rader += [
            Rad(
                GRUPP,
                sida.namn,
                "ms",
                egna,
                kvot=median(egna) / grund,
                fragor=hamta.antal_fragor(sida),
                hogst=sida.hogst,
            )
            for egna, sida in zip(tider, sidor, strict=True)
        ]
    return rader


def _inkorg(fraga):
    return reverse("inkorg") + fraga
