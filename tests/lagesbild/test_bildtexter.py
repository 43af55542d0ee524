"""The picture's texts: written, undone, and nobody's words lost."""

from datetime import date

import pytest
from django.urls import reverse

from blanketter.models import Blankett
from lagesbild.handlingar.skriv_text import fingeravtryck
from lagesbild.models import Lagesbild
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, publicera_bild
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
HTML = {"text-slag": "html"}


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def bild(namnd):
    return ny_lagesbild(namnd, analys="<p>Som det var</p>")


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def adress(bild, namn="lagesbild_text", bilddel="analys", *mer):
    return reverse(namn, args=[bild.namnd.kort, bild.ar, bilddel, *mer])


def skriv(klient, bild, text, sedd="<p>Som det var</p>", **mer):
    vad = {"text": text, "sedd": fingeravtryck(sedd), **HTML}
    return klient.post(adress(bild), vad, **mer)


def analysen(bild):
    return Lagesbild.objects.get(pk=bild.pk).analys


def test_a_text_is_saved_cleaned_and_leaves_a_trace(klient, bild):
    svar = skriv(klient, bild, "<p>Ny <script>x</script><b>text</b></p>")

    assert svar["Location"] == f"{bild.get_absolute_url()}#analys"
    assert analysen(bild) == "<p>Ny <strong>text</strong></p>"
    assert Spar.objects.filter(objekt__startswith="analys i Lägesbild").exists()


def test_in_its_place_on_the_page_it_closes_and_the_page_is_fetched_anew(klient, bild):
    svar = skriv(klient, bild, "<p>Ny</p>", headers={"HX-Request": "true"})

    assert svar.status_code == 204
    assert "plan:andrad" in svar["HX-Trigger"]


def test_the_second_to_save_sees_both_and_loses_nothing(klient, bild):
    skriv(klient, bild, "<p>Den förstas</p>")

    svar = skriv(klient, bild, "<p>Den andras</p>")

    sida = svar.content.decode()
    assert "Någon annan sparade texten medan du skrev" in sida
    assert "Den andras" in sida
    assert "förstas" in sida
    assert analysen(bild) == "<p>Den förstas</p>"
    # Saved again, having seen it.
    skriv(klient, bild, "<p>Bådas</p>", sedd="<p>Den förstas</p>")
    assert analysen(bild) == "<p>Bådas</p>"


def test_the_same_text_saved_twice_is_saved_once(klient, bild):
    for _ in range(2):
        assert skriv(klient, bild, "<p>Ny</p>").status_code == 302

    assert bild.textversioner.count() == 2  # as it was, and the new one


def test_two_texts_at_once_do_not_stand_in_each_others_way(klient, bild):
    skriv(klient, bild, "<p>Ny analys</p>")

    vad = {"text": "<p>Ny</p>", "sedd": fingeravtryck(""), **HTML}
    klient.post(adress(bild, bilddel="kartlaggning"), vad)

    bild.refresh_from_db()
    assert (bild.analys, bild.kartlaggning) == ("<p>Ny analys</p>", "<p>Ny</p>")


def test_a_save_can_be_undone_while_it_is_the_last_one(klient, bild):
    skriv(klient, bild, "<p>Ny</p>")
    sist = bild.textversioner.first().nummer

    klient.post(adress(bild, "lagesbild_text_angra", "analys", sist))
    assert analysen(bild) == "<p>Som det var</p>"

    svar = klient.post(adress(bild, "lagesbild_text_angra", "analys", sist))
    assert svar["Location"] == adress(bild, "lagesbild_text_versioner")
    assert analysen(bild) == "<p>Som det var</p>"


def test_an_older_text_is_taken_out_again_but_not_saved_before_a_yes(klient, bild):
    skriv(klient, bild, "<p>Ny</p>")

    sida = klient.get(adress(bild) + "?ta=1").content.decode()

    assert "Som det var" in sida
    assert analysen(bild) == "<p>Ny</p>"
    assert (
        "Ta fram den här texten"
        in klient.get(adress(bild, "lagesbild_text_versioner")).content.decode()
    )


def test_the_draft_stands_beside_what_is_written_and_changes_nothing(klient, bild):
    sida = klient.get(adress(bild, "lagesbild_utkast")).content.decode()

    assert "inget sparas förrän du väljer Spara" in sida
    assert analysen(bild) == "<p>Som det var</p>"


def test_the_draft_is_put_after_her_own_words_in_the_form(klient, bild, monkeypatch):
    monkeypatch.setattr(
        "lagesbild.views.bildtexter.bildens_utkast",
        lambda bild: {"analys": "<p>Ur siffrorna</p>"},
    )

    sida = klient.get(adress(bild) + "?ta=bada").content.decode()

    assert sida.index("Som det var") < sida.index("Ur siffrorna")
    assert analysen(bild) == "<p>Som det var</p>"


def test_a_position_has_no_draft(klient, bild):
    url = adress(bild, "lagesbild_utkast", "stallningstagande")

    assert klient.get(url).status_code == 404


def test_a_published_text_is_not_changed_and_nothing_typed_is_lost(klient, bild):
    publicera_bild(bild)
    fore = analysen(bild)

    svar = skriv(klient, bild, "<p>För sent</p>", sedd=fore)

    assert "För sent" in svar.content.decode()
    assert "publicerades medan du skrev" in svar.content.decode()
    assert analysen(bild) == fore
    assert klient.get(adress(bild))["Location"] == bild.get_absolute_url()


def test_what_points_somebody_out_is_told_beside_the_text(klient, bild):
    skriv(klient, bild, "<p>Ring 070-123 45 67 och fråga.</p>")

    sida = klient.get(bild.get_absolute_url()).content.decode()

    assert "”070-123 45 67” kan peka ut någon" in sida


def test_a_text_that_is_none_is_404(klient, bild):
    assert klient.get(adress(bild, bilddel="nagot-annat")).status_code == 404


def test_a_text_that_nobody_has_saved_has_no_versions(klient, bild):
    url = adress(bild, "lagesbild_text_versioner", "kartlaggning")

    assert "Ingen har sparat texten än." in klient.get(url).content.decode()


def test_a_place_named_with_a_small_count_is_told_beside_the_text(klient, bild):
    del_ = bild.namnd.delomraden.create(namn="Norrgläntan")
    for manad in (3, 5):
        rad = bygge.ny_blankett(
            bild.namnd, period_typ="manad", period_start=date(2026, manad, 1)
        )
        Blankett.objects.filter(pk=rad.pk).update(status="ingar", delomrade=del_)
    skriv(klient, bild, f"<p>Två händelser rapporterades i {del_.namn}.</p>")

    sida = klient.get(bild.get_absolute_url()).content.decode()

    varningar = sida[sida.index('id="analys"') :]
    assert 'class="anmarkning"' in varningar
    assert del_.namn in varningar[varningar.index('class="anmarkning"') :]
