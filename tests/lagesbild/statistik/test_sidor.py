"""From a chosen file to stored figures and back, as the coordinator does it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from lagesbild.forms import statistikfil as formular
from lagesbild.models import Manadstal, Serie, Statistikfil, Statistikimport
from tests import bygge, bygge_statistik
from tests.bygge_lagesbild import ny_lagesbild
from tests.lagesbild.statistik.korpus import bok, csv, fall, lista
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
NY = "/lagesbild/statistik/ny/"


@pytest.fixture
def namnd():
    namnd = bygge.ny_namnd()
    for namn in ("Ekbacken", "Åsen", "Norrgläntan"):
        namnd.delomraden.create(namn=namn)
    return namnd


@pytest.fixture
def samordnare(namnd, client):
    anvandare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(anvandare)
    return anvandare


def ladda_upp(client, data, filnamn="klotter.csv", **falt):
    falt = {"serie": "ny", "namn": "Klotter", **falt}
    return client.post(NY, {"fil": SimpleUploadedFile(filnamn, data), **falt})


def val(client, adress, **byt):
    """Return what the page's form would send, with some choices changed."""
    form = client.get(adress).context["form"]
    sant = {n: form[n].value() for n in form.fields if form[n].value() is not None}
    return {**sant, "sett": form.granskning.sett, **byt}


def ordfalt(form, ord_):
    return next(namn for namn, ett in form.orden if ett.ord == ord_)


def test_a_file_is_chosen_read_and_stored(client, samordnare):
    rader = fall(40)

    adress = ladda_upp(client, csv(lista(rader))).url

    assert Manadstal.objects.count() == 0
    assert "40 ärenden från 40 rader" in client.get(adress).content.decode()
    svar = client.post(adress, {**val(client, adress), "spara": "1"}, follow=True)
    assert "Sparat: 40 ärenden från 40 rader." in svar.content.decode()
    serie = Serie.objects.get()
    assert serie.senaste.av == samordnare
    assert sum(serie.tal.values_list("antal", flat=True)) == 40
    assert not Statistikfil.objects.exists()
    assert Spar.objects.filter(handling=Spar.Handling.IMPORTERAD).exists()


def test_an_unknown_word_must_be_answered(client, samordnare):
    rader = lista(fall(5))
    rader[1][4] = "Månskensfolket"
    adress = ladda_upp(client, csv(rader)).url

    svar = client.post(adress, {**val(client, adress), "spara": "1"})

    assert "Välj vad som ska hända med ”Månskensfolket”" in svar.content.decode()
    assert not Statistikimport.objects.exists()
    falt = ordfalt(svar.context["form"], "Månskensfolket")
    client.post(adress, {**val(client, adress, **{falt: "kod:annan"}), "spara": "1"})
    assert Manadstal.objects.get(miljo="annan").antal == 1
    assert Serie.objects.get().oversattningar.get(ord="månskensfolket").kod == "annan"


def test_a_word_can_be_left_out(client, samordnare):
    rader = lista(fall(5))
    rader[1][4] = rader[2][4] = "Månskensfolket"
    adress = ladda_upp(client, csv(rader)).url
    falt = ordfalt(client.get(adress).context["form"], "Månskensfolket")

    client.post(adress, val(client, adress, **{falt: "-"}))

    assert "Utelämnas:" in client.get(adress).content.decode()
    client.post(adress, {**val(client, adress), "spara": "1"})
    assert Statistikimport.objects.get().summa == 3


def test_a_column_can_be_corrected(client, samordnare):
    rader = [["Datum", "Typ", "Yta m2"], ["2024-01-02", "Klotter", "3"],
             ["2024-02-02", "Klotter", "4"]]  # fmt: skip
    adress = ladda_upp(client, csv(rader)).url
    assert client.get(adress).context["g"].utfall.summa == 2

    andrat = {**val(client, adress, roll_2="antal"), "spara": "1"}
    svar = client.post(adress, andrat, follow=True)

    assert "Du har ändrat hur filen läses" in svar.content.decode()
    assert svar.context["g"].utfall.summa == 7
    client.post(adress, {**val(client, adress), "spara": "1"})
    assert Statistikimport.objects.get().summa == 7


def test_another_sheet_can_be_chosen(client, samordnare):
    tabell = [["Typ", "jan", "feb"], ["Hot", 1, 2]]
    data = bok(("2023", tabell), ("2024", [tabell[0], ["Hot", 3, 4]]))
    adress = ladda_upp(client, data, "ia.xlsx").url

    client.post(adress, val(client, adress, blad="1", ar=""))

    utfall = client.get(adress).context["g"].utfall
    assert (utfall.summa, utfall.fran.year) == (7, 2024)


def test_a_file_without_a_year_asks_for_it(client, samordnare):
    adress = ladda_upp(client, csv([["Typ", "jan", "feb"], ["Hot", 1, 2]])).url

    svar = client.post(adress, {**val(client, adress), "spara": "1"})

    assert "Året framgår inte" in svar.content.decode()
    client.post(adress, val(client, adress, ar="2023"))
    assert client.get(adress).context["g"].utfall.fran.year == 2023


def test_what_stands_already_is_shown_before_it_is_replaced(client, samordnare):
    rader = sorted(fall(30))
    serie = bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd)
    data = "\n".join(";".join(map(str, rad)) for rad in lista(rader[:20]))
    bygge_statistik.las_in(serie, data)

    adress = ladda_upp(client, csv(lista(rader)), serie=serie.pk).url

    sidan = client.get(adress)
    assert "Det här ändras i serien" in sidan.content.decode()
    assert sum(efter - fore for _, _, fore, efter in sidan.context["g"].andras) == 10
    client.post(adress, {**val(client, adress), "spara": "1"})
    assert sum(serie.tal.values_list("antal", flat=True)) == 30


def test_the_same_file_again_is_told_and_not_stored(client, samordnare):
    serie = bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd)
    bygge_statistik.las_in(serie)
    adress = ladda_upp(client, bygge_statistik.LISTA.encode(), serie=serie.pk).url

    assert "Filen är redan inläst" in client.get(adress).content.decode()
    client.post(adress, {**val(client, adress), "spara": "1"})

    assert Statistikimport.objects.count() == 1
    assert Statistikfil.objects.count() == 1


def test_what_changed_meanwhile_is_shown_first(client, samordnare):
    serie = bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd)
    adress = ladda_upp(client, csv(lista(fall(9))), serie=serie.pk).url
    skickat = {**val(client, adress), "spara": "1"}
    bygge_statistik.las_in(serie)

    svar = client.post(adress, skickat)

    assert "Serien har ändrats" in svar.content.decode()
    assert Statistikimport.objects.count() == 1


def test_the_second_press_of_a_double_click_is_told_so(client, samordnare):
    adress = ladda_upp(client, csv(lista(fall(3)))).url
    skickat = {**val(client, adress), "spara": "1"}
    client.post(adress, skickat)

    svar = client.post(adress, skickat, follow=True)

    assert "redan inläst" in svar.content.decode()
    assert Statistikimport.objects.count() == 1


def test_an_import_is_undone_and_what_stood_before_comes_back(client, samordnare):
    serie = bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd)
    bygge_statistik.las_in(serie)
    fore = list(serie.tal.order_by("manad").values_list("manad", "antal", "import_av"))
    andra = bygge_statistik.las_in(
        serie, bygge_statistik.LISTA + "K4;2024-02-02;Hot;Okänt;1"
    )
    sidan = reverse("statistik_angra", args=[andra.pk])

    assert "kommer tillbaka" in client.get(sidan).content.decode()
    client.post(sidan)

    rader = serie.tal.order_by("manad").values_list("manad", "antal", "import_av")
    assert list(rader) == fore
    assert Statistikimport.objects.count() == 1


def test_only_the_last_import_can_be_undone(client, samordnare):
    serie = bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd)
    forsta = bygge_statistik.las_in(serie)
    bygge_statistik.las_in(serie, bygge_statistik.LISTA + "K4;2024-02-02;Hot;Okänt;1")

    svar = client.post(reverse("statistik_angra", args=[forsta.pk]), follow=True)

    assert "Bara den senaste" in svar.content.decode()
    assert Statistikimport.objects.count() == 2


def test_a_large_file_is_read_on_a_page_that_says_how_far(
    client, samordnare, monkeypatch
):
    monkeypatch.setattr(formular, "LAS_GENAST", 100)
    adress = ladda_upp(client, csv(lista(fall(30)))).url

    sidan = b"".join(client.get(adress).streaming_content).decode()

    assert "Filen är läst." in sidan
    assert f"url={adress}" in sidan
    assert bytes(Statistikfil.objects.get().fil) == b""
    assert client.get(adress).context["g"].utfall.rader == 30


def test_a_large_file_that_is_bad_says_so_on_that_page(client, samordnare, monkeypatch):
    monkeypatch.setattr(formular, "LAS_GENAST", 3)
    adress = ladda_upp(client, b"%PDF-1.7 hej").url

    sidan = b"".join(client.get(adress).streaming_content).decode()

    assert "Filen kunde inte läsas" in sidan
    assert not Statistikfil.objects.exists()
    assert not Serie.objects.exists()


def test_a_bad_file_is_told_at_the_field_and_the_name_is_kept(client, samordnare):
    svar = ladda_upp(client, b"%PDF-1.7 hej")

    assert "Det här är en PDF" in svar.content.decode()
    assert svar.context["form"]["namn"].value() == "Klotter"
    assert not Serie.objects.exists()


def test_a_series_needs_a_name_of_its_own(client, samordnare):
    bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd, "Klotter")

    svar = ladda_upp(client, csv(lista(fall(3))), namn=" klotter ")
    assert "redan en serie" in svar.content.decode()
    svar = ladda_upp(client, csv(lista(fall(3))), "Anna Andersson.csv", namn="")
    assert svar.content.decode().count("Skriv vad den nya serien ska heta") == 2


def test_a_series_without_a_name_gets_the_files(client, samordnare):
    ladda_upp(client, csv(lista(fall(3))), "klotter-2026.csv", serie="", namn="")
    assert not Serie.objects.exists()

    ladda_upp(client, csv(lista(fall(3))), "klotter-2026.csv", namn="")
    assert Serie.objects.get().namn == "klotter-2026"


def test_the_series_is_asked_for_in_the_browser_and_is_not_said_to_be_optional(
    client, samordnare
):
    ladda_upp(client, csv(lista(fall(3))), namn="Saneringar")

    sida = client.get(reverse("statistik_ny")).content.decode()

    valet = sida[sida.index('for="id_serie"') : sida.index("</select>")]
    assert "frivilligt" not in valet
    assert "required" in valet


def test_a_taken_in_file_leads_to_the_picture_that_it_stands_in(client, samordnare):
    adress = ladda_upp(client, csv(lista(fall(3)))).url
    client.post(adress, {**val(client, adress), "spara": "1"})
    serie = Serie.objects.get().get_absolute_url()
    assert reverse("lagesbild_ny") in client.get(serie).content.decode()

    bild = ny_lagesbild(Serie.objects.get().namnd)
    assert bild.get_absolute_url() in client.get(serie).content.decode()


def test_a_new_name_is_a_new_series_though_none_is_chosen(client, samordnare):
    ladda_upp(client, csv(lista(fall(3))), serie="", namn="Saneringar")

    assert Serie.objects.get().namn == "Saneringar"


def test_a_name_in_the_files_name_is_not_kept(client, samordnare):
    ladda_upp(client, csv(lista(fall(3))), "Anna Andersson klotter.csv")

    assert "Anna" not in Statistikfil.objects.get().filnamn


def test_a_file_can_be_thrown_away_with_its_empty_series(client, samordnare):
    ladda_upp(client, csv(lista(fall(3))))
    fil = Statistikfil.objects.get()

    client.post(reverse("statistikfil_bort", args=[fil.pk]))

    assert not Statistikfil.objects.exists()
    assert not Serie.objects.exists()


def test_a_file_goes_away_after_two_days(client, samordnare):
    ladda_upp(client, csv(lista(fall(3))))
    Statistikfil.objects.update(tid=timezone.now() - timedelta(days=2, hours=1))

    ladda_upp(client, csv(lista(fall(3))), namn="Andra")

    assert Statistikfil.objects.get().serie.namn == "Andra"


def test_another_coordinator_does_not_see_the_file(client, samordnare, namnd):
    adress = ladda_upp(client, csv(lista(fall(3)))).url
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))

    assert client.get(adress).status_code == 404


def test_the_series_page_shows_raw_months_and_says_so(client, samordnare):
    serie = bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd)
    bygge_statistik.las_in(serie)

    sidan = client.get(serie.get_absolute_url())

    [rad] = sidan.context["siffror"].ar
    assert (rad.ar, rad.manader[:4], rad.summa) == (2024, (2, 0, 1, None), 3)
    assert "Råsiffror, bara för dig" in sidan.content.decode()


def test_the_list_says_what_came_when(client, samordnare):
    serie = bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd)
    bygge_statistik.las_in(serie)

    sidan = client.get(reverse("statistik")).content.decode()

    assert "3 ärenden" in sidan
    assert "klotter.csv" in sidan


def test_a_series_can_be_renamed(client, samordnare):
    serie = bygge_statistik.ny_statistikserie(samordnare.medlemskap.get().namnd)

    client.post(
        reverse("statistik_andra", args=[serie.pk]),
        {"namn": "Klottret", "art": "klotter", "raknar": "saneringar"},
    )

    serie.refresh_from_db()
    assert (serie.namn, serie.raknar) == ("Klottret", "saneringar")


def test_her_unknown_month_is_said_by_row_number(client, samordnare):
    rader = lista(fall(4))
    rader[2][1] = "2020-31-12"
    adress = ladda_upp(client, csv(rader)).url

    sidan = client.get(adress).content.decode()

    assert "<strong>Rad 3:</strong>" in sidan
    assert "Menar du 2020-12-31?" in sidan


def test_two_digit_years_are_asked_about_with_the_guess_shown(client, samordnare):
    data = csv([["Nr", "Datum"], ["1", "24-03-25"], ["2", "25-04-24"]])
    adress = ladda_upp(client, data).url

    sida = client.get(adress).content.decode()
    assert "Året framgår inte säkert." in sida
    assert "2 rader väntar på svaret." in sida
    assert "Välj (troligen år-månad-dag (2024-03-25))" in sida
    svar = client.post(adress, {**val(client, adress), "spara": "1"})
    assert "Välj hur 24-03-25 ska läsas." in svar.content.decode()

    client.post(adress, val(client, adress, dagordning="dma"))

    g = client.get(adress).context["g"]
    assert set(g.utfall.per_manad) == {"2025-03", "2024-04"}
    client.post(adress, {**val(client, adress), "spara": "1"})
    assert Statistikimport.objects.get().summa == 2


def test_parts_that_the_file_leaves_out_are_asked_about(client, samordnare):
    huvud = ["Månad", "Delområde", "Antal"]
    data = csv([huvud, ["2024-01", "Ekbacken", 2], ["2024-01", "Åsen", 4]])
    adress = ladda_upp(client, data).url
    client.post(adress, {**val(client, adress), "spara": "1"})
    serie = str(Serie.objects.get().pk)
    data = csv([huvud, ["2024-01", "Ekbacken", 3]])
    adress = ladda_upp(client, data, serie=serie).url

    assert "inga rader för Åsen (4 ärenden" in client.get(adress).content.decode()
    svar = client.post(adress, {**val(client, adress), "spara": "1"})
    assert "Välj vad som ska hända med det som redan" in svar.content.decode()

    client.post(adress, val(client, adress, omraden="behall"))
    client.post(adress, {**val(client, adress), "spara": "1"})
    tal = Serie.objects.get().tal.values_list("delomrade__namn", "antal")
    assert sorted(tal) == [("Ekbacken", 3), ("Åsen", 4)]
