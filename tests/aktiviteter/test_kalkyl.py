"""Activities as a workbook: fetched, filled in, previewed and taken in."""

import io
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from python_calamine import CalamineWorkbook

from aktiviteter.handlingar import angra, ta_bort_aktivitet
from aktiviteter.models import Aktivitet, Andring, Inlasning
from aktiviteter.utbyte import plan_data
from tests.aktiviteter.arbetsbok import XLSX, bok, hamtad, rader_ur
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.fixture
def adress(plan):
    return reverse("kalkyl_ta_in", args=[plan.namnd.kort, plan.ar])


def ta_in(klient, adress, data, namn="ifylld.xlsx"):
    """Send a file and follow to the preview, or back to the form with its error."""
    fil = SimpleUploadedFile(namn, data, content_type=XLSX)
    return klient.post(adress, {"fil": fil}, follow=True)


def spara(klient, svar, *mer, utan=()):
    """Send the preview as it is ticked, with some more and without some."""
    kedja = svar.redirect_chain
    sida = kedja[-1][0] if kedja else svar.request["PATH_INFO"]
    val = (svar.context["valda"] | set(mer)) - set(utan)
    data = {"val": sorted(val), "sett": svar.context["skillnader"].sett}
    return klient.post(sida, data, follow=True)


def text(svar):
    return svar.content.decode()


def ifylld(plan, rad=0, **celler):
    rader = rader_ur(plan)
    rader[rad] |= celler
    return bok(rader)


def test_the_workbook_is_fetched_by_whoever_reads_the_plan(client, plan):
    client.force_login(ny_anvandare(Ratt.LASARE, plan.namnd))

    svar = client.get(reverse("plan_kalkyl", args=[plan.namnd.kort, plan.ar]))

    assert svar["Content-Type"] == XLSX
    assert "attachment" in svar["Content-Disposition"]
    assert ".xlsx" in svar["Content-Disposition"]
    assert svar.content[:2] == b"PK"


def test_filled_in_previewed_and_saved(klient, plan, adress, rader):
    data = ifylld(plan, mål="40 ungdomar", måltal="40", tidplan="Hösten 2027")

    granska = ta_in(klient, adress, data)
    assert "<ins>Hösten 2027</ins>" in text(granska)
    assert Aktivitet.objects.get(pk=rader[0].pk).mal == ""

    svar = spara(klient, granska)

    ny = Aktivitet.objects.get(pk=rader[0].pk)
    assert (ny.mal, ny.maltal, ny.tidplan.text) == ("40 ungdomar", 40, "Hösten 2027")
    assert ny.tidplan.slut.month in (10, 11, 12)
    assert ny.version == rader[0].version + 1
    assert "1 aktivitet är ändrad" in text(svar)
    assert not Inlasning.objects.exists()


def test_one_deed_that_is_undone_whole(klient, plan, adress, samordnare):
    fore = plan_data(plan)
    rader = rader_ur(plan)
    rader[0] |= {"mål": "Nytt", "ansvariga": "Rektor\nKurator (i samråd)"}
    ny = dict.fromkeys(rader[0], "") | {
        "aktivitet": "Feriejobb",
        "kapitel": "Kapitel 1 i ekhamra",
        "tidplan": "Sommaren 2027",
    }
    granska = ta_in(klient, adress, bok([rader[0], ny]))
    bort = granska.context["skillnader"].saknade[0].val

    spara(klient, granska, bort)
    efter = plan_data(plan)
    andring = Andring.objects.latest("pk")
    angra(andring, av=samordnare)

    assert [a["titel"] for a in efter["aktiviteter"]] == [
        "Feriejobb",
        "Aktivitet 1 i ekhamra",
    ]
    assert andring.vad == "arbetsboken ifylld.xlsx"
    tillbaka = plan_data(plan)
    assert tillbaka["aktiviteter"] == fore["aktiviteter"]


def test_what_is_not_ticked_is_not_taken(klient, plan, adress, rader):
    granska = ta_in(klient, adress, ifylld(plan, mål="Ja", målgrupp="Nej"))

    spara(klient, granska, utan=[f"{rader[0].pk}:malgrupp"])

    ny = Aktivitet.objects.get(pk=rader[0].pk)
    assert (ny.mal, ny.malgrupp) == ("Ja", "")


def test_missing_rows_stay_unless_they_are_ticked(klient, plan, adress):
    granska = ta_in(klient, adress, bok(rader_ur(plan)[:1]))

    assert "Ta bort 2. Aktivitet 2 i ekhamra" in text(granska)
    assert granska.context["valda"] == set()


def test_nothing_ticked_asks_for_something(klient, plan, adress, rader):
    granska = ta_in(klient, adress, ifylld(plan, mål="Ja"))

    svar = spara(klient, granska, utan=[f"{rader[0].pk}:mal"])

    assert "Kryssa för det som ska med, eller avbryt." in text(svar)
    assert Inlasning.objects.exists()


def test_an_untouched_file_says_so(klient, plan, adress):
    granska = ta_in(klient, adress, hamtad(plan))

    assert "Arbetsboken säger samma sak som planen" in text(granska)


def test_a_clash_is_shown_and_not_ticked(klient, plan, adress, rader, samordnare):
    data = ifylld(plan, mål="I filen")
    sida = reverse("aktivitet_redigera", args=[rader[0].pk])
    formular = klient.get(sida).context["form"]
    falt = {f.html_name: f.value() or "" for f in formular}
    for form in formular.ansvariga.forms:
        falt |= {f.html_name: f.value() or "" for f in form}
    for namn, varde in formular.ansvariga.management_form.initial.items():
        falt[f"ansvar-{namn}"] = varde
    klient.post(sida, {**falt, "mal": "I planen"})
    assert Aktivitet.objects.get(pk=rader[0].pk).mal == "I planen"

    granska = ta_in(klient, adress, data)

    assert "har också ändrats i planen" in text(granska)
    assert f"{rader[0].pk}:mal" not in granska.context["valda"]


def test_a_plan_changed_since_the_preview_is_shown_anew(
    klient, plan, adress, rader, samordnare
):
    granska = ta_in(klient, adress, ifylld(plan, rad=1, mål="Ja"))
    ta_bort_aktivitet(rader[0], av=samordnare)

    svar = spara(klient, granska)

    assert "Planen har ändrats sedan du såg förhandsvisningen" in text(svar)
    assert Aktivitet.objects.get(pk=rader[1].pk).mal == ""
    spara(klient, svar)
    assert Aktivitet.objects.get(pk=rader[1].pk).mal == "Ja"


def test_a_double_press_saves_once(klient, plan, adress):
    granska = ta_in(klient, adress, ifylld(plan, mål="Ja"))

    spara(klient, granska)
    svar = spara(klient, granska)

    assert "redan intagen" in text(svar)
    assert Andring.objects.filter(vad__startswith="arbetsboken").count() == 1


def test_a_bad_file_is_told_and_nothing_changes(klient, adress):
    svar = ta_in(klient, adress, b"Nr;Aktivitet", "lista.csv")

    assert "Det här är ingen Excel-fil" in text(svar)
    assert not Inlasning.objects.exists()


def test_another_boards_file_is_nobody_elses(client, plan, klient, adress):
    ta_in(klient, adress, ifylld(plan, mål="Ja"))
    sida = Inlasning.objects.get().get_absolute_url()
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, plan.namnd))

    assert client.get(sida).status_code == 404
    assert client.get(reverse("kalkyl_granska", args=[uuid4()])).status_code == 404


def test_a_workbook_is_not_a_plan_to_be_made(klient, plan, adress):
    ta_in(klient, adress, ifylld(plan, mål="Ja"))

    url = reverse("plan_granska_import", args=[Inlasning.objects.get().pk])

    assert klient.get(url).status_code == 404


def test_words_that_look_like_html_are_words(klient, plan, adress):
    granska = ta_in(klient, adress, ifylld(plan, mål="<script>alert(1)</script>"))

    assert "<script>alert" not in text(granska)
    assert "&lt;script&gt;" in text(granska)


def test_a_file_without_a_name_or_words_is_asked_for(klient, adress):
    assert "Välj en fil." in text(klient.post(adress, {"x": "y"}))
    tom = SimpleUploadedFile("tom.xlsx", io.BytesIO().getvalue())
    assert "Filen är tom" in text(klient.post(adress, {"fil": tom}))


def test_filtered_rows_of_several_plans_are_fetched(klient, plan, namnd):
    ny_plan(namnd, 2026, aktiviteter=3)
    ny_plan(ny_namnd("sjovik"), 2027, aktiviteter=1)

    svar = klient.get(reverse("aktiviteter_kalkyl"), {"plan": "alla"})

    bok = CalamineWorkbook.from_filelike(io.BytesIO(svar.content))
    rubriker, *rader = bok.get_sheet_by_index(0).to_python()
    assert rubriker[:4] == ["Nämnd", "År", "Nr", "Kapitel"]
    assert sorted(rad[1] for rad in rader) == [2026, 2026, 2026, 2027, 2027]
    assert {rad[0] for rad in rader} == {namnd.namn}
    assert rader[0][3] == "Kapitel 3 i ekhamra"


def test_a_filter_that_can_not_be_read_gives_no_rows(klient, plan):
    svar = klient.get(reverse("aktiviteter_kalkyl"), {"slutar_fore": "fel"})

    bok = CalamineWorkbook.from_filelike(io.BytesIO(svar.content))
    assert len(bok.get_sheet_by_index(0).to_python()) == 1
