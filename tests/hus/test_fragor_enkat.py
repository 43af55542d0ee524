"""The number of queries of the enkät's pages, the open one too: not by rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import bygge, bygge_lagesbild
from tests.bygge_lagesbild import enkatsvaret, ny_enkat, ny_respondent, svara
from tests.hus.test_fragor import MANGA, antal
from vbeplan import nycklar
from vbeplan.organisation.models import Kommun, Ratt

pytestmark = pytest.mark.django_db
MEST = 15
MEST_FOR_ETT_SVAR = 25


@pytest.fixture
def bild(django_capture_on_commit_callbacks):
    """A picture in a named city, whose process has read the installation's secret."""
    Kommun.objects.create(namn="Granby stad")
    with django_capture_on_commit_callbacks(execute=True):
        nycklar.hmac("prov", "prov")
    return bygge_lagesbild.ny_lagesbild(bygge.ny_namnd())


def test_the_register_and_the_enkat_cost_the_same_with_1_respondent_and_30(
    client, bild
):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, bild.namnd))
    en, manga = (ny_enkat(bild, fragade={grupp: antal}) for grupp, antal in
                 (("egen", 2), ("forening", MANGA)))  # fmt: skip
    for enkat in (en, manga):
        svara(enkat, enkat.inbjudningar.first())
        ny_respondent(bild.namnd, grupp=enkat.grupper[0])
    vad = ("enkat", "enkat_skicka", "enkat_paminn", "enkat_lankar", "enkat_prov")

    def kostar(enkat):
        return [antal(client, reverse(v, args=[enkat.pk])) for v in vad]

    assert kostar(en) == kostar(manga)
    assert max(kostar(en)) <= MEST
    assert antal(client, reverse("respondenter")) <= MEST
    assert antal(client, reverse("enkater")) <= MEST


def test_an_answer_costs_the_same_among_2_and_30(client, bild):
    def kostar(enkat):
        inbjudan = enkat.inbjudningar.select_related("respondent").get(har_svarat=False)
        client.get(inbjudan.lank())
        with CaptureQueriesContext(connection) as fragor:
            svar = client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan))
        assert "Svaret är mottaget" in svar.content.decode()
        return len(fragor)

    en = ny_enkat(bild, fragade={"egen": 2})
    manga = ny_enkat(bild, fragade={"annan": MANGA})

    for enkat in (en, manga):
        for inbjudan in list(enkat.inbjudningar.all())[1:]:
            svara(enkat, inbjudan)

    kostnad = kostar(en)
    assert kostar(manga) == kostnad
    assert kostnad <= MEST_FOR_ETT_SVAR
