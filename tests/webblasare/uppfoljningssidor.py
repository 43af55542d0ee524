"""The pages of follow-up: the coordinator's, the ansvarig's, and behind a link."""

from django.urls import reverse

from tests import bygge, bygge_uppfoljning
from vbeplan.organisation.models import Namnd, Ratt

INGEN_SIDA = {
    "tillfalle_pdf": "a file",
    "tillfalle_word": "a file",
    "tillfalle_ny_lank": "a deed by POST",
}
KORT, AR = "ekhamra", 2019
FEL = {"status": "utgar", "skal": "", "utfall": "många"}
KROCK = {"status": "genomford", "resultat": "Klart sedan i maj.", "version": "0"}
LANG = "Enhetschefen för förebyggande ungdomsarbete och fritid i norra delen"


def uppfoljningssidor(sida, anonym, samordnare, ansvarig):
    """Yield each page in the states that look different."""
    namnd = Namnd.objects.get(kort=KORT)
    roll = bygge.ny_roll(namnd, LANG, innehavare="Siv Ek")
    ansvarigs = namnd.medlemskap.get(ratt=Ratt.ANSVARIG, anvandare__epost=ansvarig)
    ansvarigs.roller.add(roll)
    plan = bygge_uppfoljning.beslutad_plan(namnd, AR, roll=roll, aktiviteter=5)
    ny = bygge_uppfoljning.beslutad_plan(namnd, AR - 1, roll=roll)
    rapporter = [
        {"nummer": nummer, "status": status, "skal": "Skolan lades ner"}
        for nummer, status in enumerate(("pagar", "genomford", "utgar"), 1)
    ]
    stangt = bygge_uppfoljning.stangt_tillfalle(plan, "t1", rapporter=rapporter)
    ett = bygge_uppfoljning.nytt_tillfalle(plan, "t2")
    for rapport in rapporter:
        bygge_uppfoljning.ny_rapport(ett, **rapport)
    lank = bygge_uppfoljning.ny_rapportlank(ett, roll)
    yield from _samordnarens(sida, samordnare, ny, stangt, ett)
    yield sida(ansvarig, reverse("uppfoljningar"))
    yield sida(ansvarig, reverse("mina_rapporter"))
    raden = reverse("uppfoljning_rad", args=[ett.pk, 2])
    yield sida(ansvarig, raden)
    yield sida(ansvarig, raden, FEL)
    yield sida(ansvarig, raden, KROCK)
    yield from _lankens(sida, anonym, lank)


def _samordnarens(sida, vem, ny, stangt, ett):
    for ar in (AR, AR - 1, 2027):
        yield sida(vem, reverse("plan_uppfoljning", args=[KORT, ar]))
    for ar in (AR, AR - 1):
        yield sida(vem, reverse("plan_uppfoljning_aren", args=[KORT, ar]))
    nytt = reverse("tillfalle_nytt", args=[KORT, ny.ar])
    yield sida(vem, nytt)
    yield sida(vem, nytt, {"*": "", "senast": "2019-01-01"})
    for tillfalle in (stangt, ett):
        yield sida(vem, tillfalle.get_absolute_url())
        yield sida(vem, reverse("tillfalle_rapport", args=[tillfalle.pk]))
    for namn in ("lankar", "paminn", "stang", "dag"):
        yield sida(vem, reverse(f"tillfalle_{namn}", args=[ett.pk]))
    yield sida(vem, reverse("tillfalle_oppna", args=[stangt.pk]), {"senast": "fel"})
    yield sida(vem, reverse("tillfalle_lankar", args=[ett.pk]), {"*": "fel"})
    yield sida(vem, reverse("uppfoljning_rad", args=[ett.pk, 5]))


def _lankens(sida, anonym, lank):
    rad = reverse("rapportlank_rad", args=[lank.lanknyckel, 1])
    yield sida(anonym, lank.lank())
    yield sida(anonym, rad)
    yield sida(anonym, rad, FEL)
    yield sida(anonym, rad, KROCK)
    gissad = reverse("rapportlank", args=["gissad"])
    yield sida(anonym, gissad, status=404)
