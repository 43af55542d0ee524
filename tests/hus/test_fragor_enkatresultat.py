"""The number of queries of the enkät's results: not by answers, words or boards."""

import pytest
from django.urls import reverse

from tests import bygge, bygge_enkat, bygge_lagesbild
from tests.bygge_enkat import EN, TEXT
from tests.hus.test_fragor import MANGA, antal
from vbeplan.organisation.models import Kommun, Ratt

pytestmark = pytest.mark.django_db
MEST = 15


def test_the_results_cost_the_same_with_few_and_many(client):
    Kommun.objects.create(namn="Granby stad")
    namnd = bygge.ny_namnd()
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    svar = [("egen", {"kunskap": kod, "behov": "Mer tid."})
            for kod in ("lag", "hog") for _ in range(6)]  # fmt: skip
    enkat = bygge_enkat.stangd(bild=bild, svar=svar, fragor=[EN, TEXT])
    utkast = bygge_enkat.ny_enkat(bild=bild, egna_fragor=[EN | {"kod": "egen_0"}])
    bygge_enkat.annat_resultat(bild, fran="Nämnd 0", fraga="kunskap", antal={"lag": 9})
    bygge_enkat.bjud_in(enkat, "egen", 2, 1)
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    sidor = [reverse(n, args=[enkat.pk]) for n in ("enkat_resultat", "enkat_texter")]
    sidor += [reverse("enkat_fragor", args=[utkast.pk])]
    sidor += [reverse("andras", args=[namnd.kort, bild.ar])]
    fore = {url: antal(client, url) for url in sidor}

    for nr in range(1, MANGA):
        bygge_enkat.svara(enkat, "egen", svar[nr % 12][1])
        fran = f"Nämnd {nr}"
        bygge_enkat.annat_resultat(bild, fran=fran, fraga="kunskap", antal={"lag": 7})
        utkast.egna_fragor.append(EN | {"kod": f"egen_{nr}"})
    utkast.save()
    bygge_enkat.bjud_in(enkat, "forening", MANGA, 9)

    assert {url: antal(client, url) for url in sidor} == fore
    assert max(fore.values()) <= MEST
