"""The city writes the enkät's next questions; a code means what it always has meant."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lagesbild.enkatfragor.lista import enkatversion_gallande, fragor_for
from lagesbild.enkatfragor.standard import STANDARD
from lagesbild.models import Enkat, Enkatutkast, Enkatversion
from tests import bygge
from tests.blanketter.blanketten import falten, felen
from tests.bygge_enkat import EN, ny_enkat
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
FRAGAN = "Hur ofta pratar ni om det här på arbetsplatsträffar?"


@pytest.fixture
def central():
    return bygge.ny_anvandare(Ratt.CENTRAL)


@pytest.fixture
def klient(client, central):
    client.force_login(central)
    return client


def sidan(klient, namn, *argument):
    """Return a page's address, and its form as a browser would send it."""
    hit = reverse(namn, args=argument)
    return hit, falten(klient.get(hit))


def raden(falt, text):
    """Return the place of the choice with these words ("" an empty row)."""
    namn = next(n for n, v in falt.items() if n.endswith("-text") and v == text)
    return namn.removesuffix("-text")


def lagg_till(klient, fraga=FRAGAN, slag="text", **mer):
    hit, falt = sidan(klient, "enkatfragor_ny", slag)
    return klient.post(hit, falt | {"fraga": fraga} | mer)


def faststall(klient, dag=None):
    hit, falt = sidan(klient, "enkatfragor_faststall")
    return klient.post(hit, falt | ({"galler_fran": str(dag)} if dag else {}))


def gallande():
    return {f["kod"]: f for f in enkatversion_gallande().fragor}


def utkastet():
    return {f["kod"]: f for f in Enkatutkast.objects.get().fragor}


def test_a_new_installation_asks_the_standard_questions():
    assert enkatversion_gallande().fragor == STANDARD
    assert Enkatversion.objects.count() == 1


def test_codes_of_the_standard_questions_are_unique():
    fragorna = [f["kod"] for f in STANDARD]
    valen = [[v["kod"] for v in f.get("val", ())] for f in STANDARD]
    for koder in (fragorna, *valen):
        assert len(set(koder)) == len(koder)


def test_the_city_adds_a_question_and_settles_it(klient, central):
    assert lagg_till(klient).url == reverse("enkatfragor")
    assert FRAGAN not in [f["fraga"] for f in gallande().values()]  # only a draft
    assert FRAGAN in klient.get(reverse("enkatfragor")).text
    assert FRAGAN in klient.get(reverse("enkatfragor_forhandsvisning")).text

    assert faststall(klient).url == reverse("enkatfragor")

    assert list(gallande().values())[-1]["fraga"] == FRAGAN
    assert enkatversion_gallande().faststalld_av == central
    assert Spar.objects.filter(handling=Spar.Handling.FASTSTALLD, av=central).exists()


def test_a_version_holds_from_its_day(klient):
    lagg_till(klient)
    om_en_vecka = timezone.localdate() + timedelta(7)
    faststall(klient, om_en_vecka)

    assert enkatversion_gallande().nummer == 1
    assert enkatversion_gallande(om_en_vecka).nummer == 2


def test_a_question_with_choices_gets_codes_for_them(klient):
    hit, falt = sidan(klient, "enkatfragor_ny", "en")
    svar = {"fraga": FRAGAN, "val-0-text": "Varje vecka", "val-1-text": "Aldrig"}
    klient.post(hit, falt | svar)

    (ny,) = [f for f in utkastet().values() if f["fraga"] == FRAGAN]
    assert ny["val"] == [
        {"kod": "varje", "text": "Varje vecka"},
        {"kod": "aldrig", "text": "Aldrig"},
    ]


def test_a_question_gets_the_place_that_it_is_given(klient):
    lagg_till(klient, plats="2")

    assert [f["fraga"] for f in Enkatutkast.objects.get().fragor][1] == FRAGAN


def test_whom_it_is_asked_and_if_it_must_be_answered_can_change(klient):
    hit, falt = sidan(klient, "enkatfraga", "samverkan")
    klient.post(hit, falt | {"grupper": ["forening"], "kravs": "on"})

    fraga = utkastet()["samverkan"]
    assert (fraga["grupper"], fraga["kravs"]) == (["forening"], True)
    html = klient.get(reverse("enkatfragor")).text
    assert "Ställs till: Föreningar (förut Alla)" in html
    assert "Måste besvaras." in html


def test_other_words_must_mean_the_same(klient):
    hit, falt = sidan(klient, "enkatfraga", "samverkan")
    ny = falt | {"fraga": "Hur många möten har ni haft med polisen?"}
    svar = klient.post(hit, ny)

    assert "Frågar den efter samma sak" in str(felen(svar))
    assert not Enkatutkast.objects.exists()

    klient.post(hit, ny | {"samma": "on"})
    assert utkastet()["samverkan"]["fraga"] == ny["fraga"]


def test_a_mended_spelling_needs_no_promise(klient):
    hit, falt = sidan(klient, "enkatfraga", "samverkan")
    klient.post(
        hit, falt | {"fraga": falt["fraga"].replace("Hur viktig", "Hur  viktigt")}
    )

    assert "viktigt" in utkastet()["samverkan"]["fraga"]


def test_a_choice_can_not_become_another_choice(klient):
    hit, falt = sidan(klient, "enkatfraga", "kunskap_egen")
    svar = klient.post(hit, falt | {f"{raden(falt, 'Låg')}-text": "Obefintlig"})

    assert "Förut stod det ”Låg”" in svar.text
    assert not Enkatutkast.objects.exists()


def test_a_scale_that_has_been_asked_keeps_its_steps(klient):
    hit, falt = sidan(klient, "enkatfraga", "samverkan")
    assert "max" not in falt
    klient.post(hit, falt | {"max": "10", "hjalp": "Välj ett steg."})

    assert utkastet()["samverkan"]["max"] == 5


@pytest.mark.parametrize(
    ("minst", "hogst", "fel"),
    [("5", "5", "ska vara mer än"), ("0", "50", "högst 11 steg"), ("", "5", "Fyll i")],
)
def test_a_scale_has_some_steps_and_not_too_many(klient, minst, hogst, fel):
    svar = lagg_till(klient, slag="skala", min=minst, max=hogst)

    assert fel in svar.text
    assert FRAGAN in svar.text  # nothing typed is lost


def test_the_same_question_is_not_asked_twice(klient):
    assert "finns redan" in lagg_till(klient, fraga=STANDARD[0]["fraga"]).text


def test_a_question_goes_out_and_comes_back_as_it_was(klient):
    klient.post(reverse("enkatfraga_bort", args=["behov"]))
    assert "behov" not in utkastet()
    assert "Frågan utgår." in klient.get(reverse("enkatfragor")).text

    klient.post(reverse("enkatfraga_tillbaka", args=["behov"]))
    assert utkastet()["behov"] == STANDARD[-1]


def test_the_code_of_a_retired_question_is_never_given_to_another(klient):
    lagg_till(klient, fraga="Behöver ni stöd?")
    (kod,) = [k for k, f in utkastet().items() if f["fraga"] == "Behöver ni stöd?"]
    faststall(klient)
    klient.post(reverse("enkatfraga_bort", args=[kod]))
    faststall(klient)
    lagg_till(klient, fraga="Behöver någon hjälp?")

    (nyare,) = [
        k for k, f in utkastet().items() if f["fraga"] == "Behöver någon hjälp?"
    ]
    assert nyare != kod


def test_who_saves_second_sees_both_and_loses_nothing(klient):
    hit, falt = sidan(klient, "enkatfraga", "behov")
    klient.post(hit, falt | {"hjalp": "Den första hann före."})
    svar = klient.post(hit, falt | {"hjalp": "Den andra skrev det här."})

    assert "Någon annan ändrade frågan" in svar.text
    assert "Den andra skrev det här." in svar.text
    assert utkastet()["behov"]["hjalp"] == "Den första hann före."


def test_nothing_is_settled_when_nothing_has_changed(klient):
    svar = klient.get(reverse("enkatfragor_faststall"), follow=True)

    assert "inget att fastställa" in svar.text


def test_a_new_order_alone_can_be_settled(klient):
    hit, falt = sidan(klient, "enkatfraga", "behov")
    klient.post(hit, falt | {"plats": "1"})
    assert "annan ordning" in klient.get(reverse("enkatfragor")).text

    faststall(klient)
    assert enkatversion_gallande().fragor[0]["kod"] == "behov"


def test_a_draft_is_thrown_away(klient):
    lagg_till(klient)
    klient.post(reverse("enkatfragor_kasta"))

    assert not Enkatutkast.objects.exists()


@pytest.mark.parametrize("hit", ["fraga/finns-inte/", "ny/dans/", "version/9/"])
def test_what_is_not_there_is_not_found(klient, hit):
    assert klient.get(f"{reverse('enkatfragor')}{hit}").status_code == 404


def test_html_in_a_question_is_words(klient):
    lagg_till(klient, fraga="<b>Fet</b> fråga?")

    assert "<b>Fet" not in klient.get(reverse("enkatfragor_forhandsvisning")).text


# ---- Which questions an enkät asks ----


def test_a_group_is_asked_its_own_questions_and_those_of_all():
    enkat = ny_enkat(bygge.ny_namnd(), grupper=["forening"])
    koder = [f["kod"] for f in fragor_for(enkat)]

    assert "kunskap_ledare" in koder
    assert "handelser" in koder
    assert "kunskap_personal" not in koder


def test_of_several_groups_each_is_asked_its_own():
    enkat = ny_enkat(bygge.ny_namnd(), grupper=["egen", "forening"])

    egna, deras, alla = (
        {f["kod"] for f in fragor_for(enkat, g)} for g in ("egen", "forening", "")
    )

    assert "kunskap_personal" in egna - deras
    assert "kunskap_ledare" in deras - egna
    assert egna | deras == alla


def test_the_boards_own_questions_come_last():
    enkat = ny_enkat(bygge.ny_namnd(), egna_fragor=[EN | {"kod": "egen_1"}])

    assert fragor_for(enkat)[-1]["kod"] == "egen_1"


def test_one_that_has_opened_keeps_its_questions_whatever_is_decided():
    enkat = ny_enkat(bygge.ny_namnd(), fragor=[EN])
    enkat.status = Enkat.Status.OPPEN

    assert fragor_for(enkat) == [EN]
