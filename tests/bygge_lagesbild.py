"""Builds what tests of the local picture need out of the real models."""

from datetime import date

from lagesbild.handlingar.publicera import publicera
from lagesbild.innehall import levande_innehall
from lagesbild.models import Lagesbild
from lagesbild.som_json import avtryck, till_json

AR = 2027


def ny_lagesbild(namnd, ar=AR, **falt):
    """Return a saved picture of the calendar year before `ar`, with believable texts.

    `fran` and `till` are days; `status` and the texts as the model's fields.
    """
    bild = Lagesbild.ny(namnd, ar)
    for namn, varde in {"version": 1, **falt}.items():
        setattr(bild, namn, varde)
    bild.save()
    return bild


def skriv_klart(bild):
    """Give a picture its three texts and its consultation; it can then be published."""
    var = f"i {bild.namnd.kort}"
    bild.kartlaggning = f"<p>Kartläggning {var}</p>"
    bild.analys = f"<p>Analys {var}</p>"
    bild.stallningstagande = f"<p>Ställningstagande {var}</p>"
    bild.samradd, bild.samrad_med = date(bild.ar, 3, 2), f"kommunpolisen {var}"
    bild.status = Lagesbild.Status.SAMRADD
    bild.save()
    return bild


def publicera_bild(bild, *, av=None):
    """Publish a picture as it stands, written out when it isn't; return `Frysning`."""
    if bild.status != Lagesbild.Status.SAMRADD:
        skriv_klart(bild)
    bild.refresh_from_db()
    return publicera(bild, sett=avtryck(till_json(levande_innehall(bild))), av=av)
