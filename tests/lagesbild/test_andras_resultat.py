"""Other boards' results: by hand, and by the file that their page gives."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lagesbild.enkatresultat.andras import visade
from lagesbild.enkatresultat.kolumner import KOLUMNER
from lagesbild.models import AnnatResultat
from tests import bygge, bygge_lagesbild
from tests.blanketter.blanketten import falten, felen
from tests.bygge_enkat import annat_resultat, bjud_in, stangd
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
KODER = ("lag", "medelhog", "hog")


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def bild(namnd):
    return bygge_lagesbild.ny_lagesbild(namnd)


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def sidan(bild):
    return reverse("andras", args=[bild.namnd.kort, bild.ar])


def rad(svar="lag", antal=12, **andra):
    falt = {"Nämnd": "Sjövik", "År": 2027, "Frågekod": "kunskap_egen",
            "Svarskod": svar, "Antal": antal, "Svarande": 30}  # fmt: skip
    return [str((falt | andra).get(k, "")) for k in KOLUMNER]


def csvfil(*rader, kodning="utf-8", huvud=KOLUMNER):
    text = "\n".join(";".join(r) for r in (huvud, *rader))
    return SimpleUploadedFile("resultat.csv", text.encode(kodning))


def ta_in(klient, bild, fil):
    return klient.post(sidan(bild), {"fil": fil}, follow=True)


def skriv(klient, bild, fraga="kunskap_egen", **falt):
    hit = reverse("andras_ny", args=[bild.namnd.kort, bild.ar, fraga])
    start = {"fran": "Sjövik", "svarande": "30", "antal_lag": "12",
             "antal_medelhog": "10", "antal_hog": "8"}  # fmt: skip
    return klient.post(hit, falten(klient.get(hit)) | start | falt)


def test_results_are_written_in_by_hand(klient, bild):
    assert skriv(klient, bild, tillfragade="40").url == sidan(bild)

    ett = AnnatResultat.objects.get()
    assert ett.antal == {"lag": 12, "medelhog": 10, "hog": 8}
    assert (ett.svarande, ett.tillfragade) == (30, 40)
    assert "30 av 40" in klient.get(sidan(bild)).text
    assert Spar.objects.filter(objekt="enkätresultat från Sjövik").exists()


def test_an_answer_that_the_board_hides_is_left_empty(klient, bild):
    skriv(klient, bild, antal_hog="", antal_lag="")

    assert AnnatResultat.objects.get().antal == {"medelhog": 10}


@pytest.mark.parametrize(
    ("falt", "fel"),
    [
        ({"antal_lag": "31"}, "Bara 30 svarade"),
        ({"antal_lag": "11"}, "tillsammans 29, men det står att 30"),
        ({"tillfragade": "20"}, "fler än de tillfrågade"),
        ({"svarande": "-1"}, "större än eller lika med 0"),
        ({"antal_hog": "åtta"}, "heltal"),
        ({"fran": "Ekhamra stadsdelsnämnd"}, "er egen nämnd"),
        ({"fran": ""}, "Fyll i fältet"),
    ],
)
def test_numbers_that_can_not_be_right_are_refused(klient, bild, falt, fel):
    assert fel in str(felen(skriv(klient, bild, **falt)))
    assert not AnnatResultat.objects.exists()


def test_of_several_choices_each_who_answered_has_one_at_least(klient, bild):
    antal = dict.fromkeys(("vit_makt", "autonom", "islamistisk", "annan", "oklart"), 2)
    falt = {f"antal_{kod}": str(n) for kod, n in antal.items()}

    svar = skriv(klient, bild, fraga="miljo", svarande="11", **falt)
    assert "tillsammans 10, men det står att 11" in str(felen(svar))
    assert skriv(klient, bild, fraga="miljo", svarande="8", **falt).status_code == 302


def test_the_same_board_and_question_is_written_once(klient, bild):
    skriv(klient, bild)

    assert "redan inlagda" in str(felen(skriv(klient, bild)))


def test_results_are_changed_and_taken_away(klient, bild):
    ett = annat_resultat(bild)
    hit = reverse("annat_resultat", args=[ett.pk])
    klient.post(hit, falten(klient.get(hit)) | {"antal_lag": "10", "svarande": "28"})
    ett.refresh_from_db()
    assert (ett.antal["lag"], ett.svarande) == (10, 28)

    klient.post(reverse("annat_resultat_bort", args=[ett.pk]))
    assert not AnnatResultat.objects.exists()


def test_another_boards_own_list_is_not_hers(klient):
    ett = annat_resultat(bygge_lagesbild.ny_lagesbild(bygge.ny_namnd("sjovik")))

    for namn in ("annat_resultat", "annat_resultat_bort"):
        assert klient.post(reverse(namn, args=[ett.pk])).status_code == 404


# ---- The file ----


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_one_board_fetches_another_takes_in(client, klient, bild, form):
    sjovik = bygge.ny_namnd("sjovik")
    svar = [("egen", {"kunskap_egen": "lag", "samverkan": 4})] * 12
    svar += [("egen", {"kunskap_egen": "medelhog", "samverkan": 4})] * 10
    svar += [("egen", {"kunskap_egen": "hog", "samverkan": 4})] * 8
    enkat = stangd(sjovik, svar)
    bjud_in(enkat, "egen", 36, 30)
    deras = bygge.ny_anvandare(Ratt.SAMORDNARE, sjovik)
    vi = bygge.ny_anvandare(Ratt.SAMORDNARE, bild.namnd)
    client.force_login(deras)
    fil = client.get(reverse("enkat_resultat_fil", args=[enkat.pk, form])).content
    client.force_login(vi)
    for _ in range(2):  # twice doubles nothing
        ta_in(client, bild, SimpleUploadedFile(f"r.{form}", fil))

    ett = AnnatResultat.objects.get(fraga="kunskap_egen")
    assert ett.fran == str(sjovik)
    assert ett.antal == {"lag": 12, "medelhog": 10, "hog": 8}
    assert (ett.svarande, ett.tillfragade) == (30, 36)
    assert AnnatResultat.objects.get(fraga="samverkan").antal["4"] == 30


def test_hidden_numbers_stay_hidden(klient, bild):
    ta_in(klient, bild, csvfil(rad(), rad("medelhog", ""), rad("hog", "färre än 5")))

    assert AnnatResultat.objects.get().antal == {"lag": 12}


def test_rows_of_groups_are_left_aside(klient, bild):
    ta_in(klient, bild, csvfil(rad(), rad(antal=99, Grupp="Föreningar")))

    assert AnnatResultat.objects.get().antal == {"lag": 12}


def test_an_old_alphabet_and_titles_above_are_read(klient, bild):
    fil = csvfil(rad(), huvud=("Resultat\n\n" + KOLUMNER[0], *KOLUMNER[1:]),
                 kodning="cp1252")  # fmt: skip
    ta_in(klient, bild, fil)

    assert AnnatResultat.objects.get().fran == "Sjövik"


@pytest.mark.parametrize(
    ("fel", "varfor"),
    [
        ({"Frågekod": "hittepa"}, "finns inte bland stadens frågor"),
        ({"Svarskod": "mellan"}, "går inte att välja"),
        ({"År": 2026}, "gäller 2026, men lägesbilden är för 2027"),
        ({"Antal": "tolv"}, "är inget antal"),
        ({"Antal": "-3"}, "negativt antal"),
        ({"Svarande": ""}, "hur många som svarade"),
        ({"Nämnd": ""}, "namn saknas"),
    ],
)
def test_a_row_that_can_not_be_read_is_told_by_its_number(klient, bild, fel, varfor):
    svar = ta_in(klient, bild, csvfil(rad("hog", 8), rad(**fel)))

    assert "Rad 3: " in svar.text
    assert varfor in svar.text
    assert AnnatResultat.objects.get().antal == {"hog": 8}


def test_more_answers_than_answered_is_no_result(klient, bild):
    svar = ta_in(klient, bild, csvfil(rad(antal=31)))

    assert "fler än de 30 som svarade" in svar.text
    assert not AnnatResultat.objects.exists()


@pytest.mark.parametrize(
    ("data", "varfor"),
    [
        (b"", "Filen är tom"),
        (b"a;b\n1;2", "saknar kolumnen"),
        ("Nämnd;Frågekod;Svarskod;Antal\nx;y;z;1".encode(), "”Svarande”"),
        (b"PK\x03\x04trasig", "Fil"),
        (b"\x00\x01\x02" * 50, "ingen textfil"),
    ],
)
def test_what_is_no_such_file_is_told(klient, bild, data, varfor):
    svar = ta_in(klient, bild, SimpleUploadedFile("r.csv", data))

    assert varfor in str(felen(svar))
    assert not AnnatResultat.objects.exists()


def test_ones_own_file_is_not_another_boards(klient, bild):
    fil = csvfil(rad(Nämnd="Ekhamra stadsdelsnämnd"))

    assert "er egen nämnd" in ta_in(klient, bild, fil).text


# ---- What is shown of them ----


def synliga(bild, antal, svarande, *, flerval=False):
    ett = annat_resultat(bild, antal=antal, svarande=svarande)
    celler = visade(ett, KODER, flerval=flerval)
    return {k: c.tal for k, c in celler.items() if c.tal is not None}


def test_a_small_number_that_was_written_in_is_hidden_with_another(bild):
    assert len(synliga(bild, {"lag": 20, "medelhog": 8, "hog": 2}, 30)) == 1


def test_the_only_one_left_out_is_counted_and_hidden_too(bild):
    assert len(synliga(bild, {"lag": 20, "medelhog": 8}, 30)) == 1


def test_what_was_left_out_well_is_left_as_it_is(bild):
    assert synliga(bild, {"lag": 20}, 30) == {"lag": 20}


def test_too_few_answers_of_another_board_are_not_shown(bild):
    assert synliga(bild, {"lag": 4, "medelhog": 0, "hog": 0}, 4) == {}
