"""The city writes the form's next questions; what a code once meant it always means."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from blanketter.models import Blankett, Frageversion, Fragutkast
from tests import bygge
from tests.blanketter.blanketten import adress, falten, felen, ifylld, koden
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
NY = "Ekologisk extremism"


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def central():
    return bygge.ny_anvandare(Ratt.CENTRAL)


@pytest.fixture
def klient(client, central):
    client.force_login(central)
    return client


def fragan(klient, namn="miljo"):
    """Return a question's address, and its form as a browser would send it."""
    hit = reverse("fraga", args=[namn])
    return hit, falten(klient.get(hit))


def raden(falt, text):
    """Return the place in the form of the choice with these words ("" an empty row)."""
    namn = next(n for n, v in falt.items() if n.endswith("-text") and v == text)
    return namn.removesuffix("-text")


def lagg_till(klient, text=NY):
    hit, falt = fragan(klient)
    return klient.post(hit, falt | {f"{raden(falt, '')}-text": text})


def faststall(klient, dag=None):
    hit = reverse("fragor_faststall")
    falt = falten(klient.get(hit))
    return klient.post(hit, falt | ({"galler_fran": str(dag)} if dag else {}))


def miljoer():
    return dict(Frageversion.objects.gallande().val("miljo"))


def test_the_city_adds_an_environment_and_it_can_be_chosen(klient, client, namnd):
    assert lagg_till(klient).url == reverse("fragor")
    assert NY not in miljoer().values()  # a draft changes no form

    assert faststall(klient).url == reverse("fragor")

    [kod] = [kod for kod, text in miljoer().items() if text == NY]
    client.logout()
    assert koden(client.post(adress(namnd), ifylld(namnd, miljo=kod)))
    assert Blankett.objects.get().miljo == kod


def test_the_page_shows_what_differs_before_it_is_settled(klient):
    hit, falt = fragan(klient)
    autonom = raden(falt, "Den autonoma miljön")
    lagg_till(klient)
    hit, falt = fragan(klient)
    klient.post(hit, falt | {f"{autonom}-DELETE": "on", "hjalp": "Välj en."})

    for namn in ("fragor", "fragor_faststall"):
        html = klient.get(reverse(namn)).content.decode()
        assert f"Nytt svar: <ins>{NY}</ins>" in html
        assert "Utgår: <del>Den autonoma miljön</del>" in html
        assert "Ordlydelsen:" in html


def test_the_draft_can_be_seen_as_a_form_and_thrown_away(klient, namnd):
    lagg_till(klient)
    html = klient.get(reverse("fragor_forhandsvisning")).content.decode()
    assert NY in html
    assert 'type="submit"' not in html

    klient.post(reverse("fragor_kasta"))

    assert not Fragutkast.objects.exists()
    assert "Inget är ändrat" in klient.get(reverse("fragor")).content.decode()


def test_a_version_can_be_settled_for_a_later_day(klient, time_machine):
    lagg_till(klient)
    dag = timezone.localdate() + timedelta(days=10)

    faststall(klient, dag)

    assert NY not in miljoer().values()
    assert "Gäller senare" in klient.get(reverse("fragor")).content.decode()
    time_machine.move_to(timezone.now() + timedelta(days=10))
    assert NY in miljoer().values()


@pytest.mark.parametrize("dagar", [-1, 400])
def test_a_version_begins_neither_in_the_past_nor_in_a_distant_future(klient, dagar):
    lagg_till(klient)

    svar = faststall(klient, timezone.localdate() + timedelta(days=dagar))

    assert "Välj en dag mellan" in felen(svar)
    assert Frageversion.objects.count() == 1


def test_settling_leaves_a_trace_and_nothing_to_settle_is_told(klient, central):
    lagg_till(klient)
    faststall(klient)

    spar = Spar.objects.filter(handling=Spar.Handling.FASTSTALLD).get()
    assert spar.av == central
    svar = klient.get(reverse("fragor_faststall"), follow=True)
    assert "inget att fastställa" in svar.content.decode()


def test_an_old_form_keeps_the_words_that_it_was_filled_in_with(klient, namnd):
    gammal = bygge.ny_blankett(namnd, miljo="vit_makt")
    hit, falt = fragan(klient)
    rad = raden(falt, "Vit makt-miljön")
    nytt = {f"{rad}-text": "Vit makt- och nazistmiljön", f"{rad}-samma": "on"}
    klient.post(hit, falt | nytt)
    faststall(klient)
    ny = bygge.ny_blankett(namnd, miljo="vit_makt")

    ord_ = [dict(b.svaren)["Vilken miljö handlar det om?"] for b in (gammal, ny)]

    assert ord_ == [["Vit makt-miljön"], ["Vit makt- och nazistmiljön"]]
    assert gammal.miljo == ny.miljo


def test_a_form_that_was_opened_before_a_new_version_is_received(klient, namnd):
    falt = ifylld(namnd, miljo="autonom")
    hit, fraga = fragan(klient)
    klient.post(hit, fraga | {f"{raden(fraga, 'Den autonoma miljön')}-DELETE": "on"})
    faststall(klient)
    assert "autonom" not in miljoer()
    klient.logout()

    assert koden(klient.post(adress(namnd), falt))
    assert Blankett.objects.get().version.nummer == 1


@pytest.mark.parametrize("nytt", ["Djurrättsrörelsen", "Den djurrättsliga miljön"])
def test_other_words_have_to_be_confirmed_to_mean_the_same(klient, nytt):
    hit, falt = fragan(klient)
    rad = raden(falt, "Den autonoma miljön")
    falt |= {f"{rad}-text": nytt}

    svar = klient.post(hit, falt)

    assert "Förut stod det ”Den autonoma miljön”" in felen(svar)
    assert nytt in svar.content.decode()
    assert not Fragutkast.objects.exists()
    assert klient.post(hit, falt | {f"{rad}-samma": "on"}).status_code == 302


def test_a_mended_spelling_needs_no_confirming(klient):
    hit, falt = fragan(klient)
    rad = raden(falt, "Vit makt-miljön")

    assert klient.post(hit, falt | {f"{rad}-text": "Vit maktmiljön"}).status_code == 302


def test_words_of_another_choice_are_refused_in_every_version(klient):
    hit, falt = fragan(klient)
    rad = raden(falt, "Den autonoma miljön")
    svar = klient.post(hit, falt | {f"{rad}-text": "Vit makt-miljön "})
    assert "Svaret står redan i listan" in felen(svar)

    svar = klient.post(
        hit,
        falt
        | {f"{raden(falt, 'Vit makt-miljön')}-DELETE": "on"}
        | {f"{rad}-text": "Vit makt-miljön", f"{rad}-samma": "on"},
    )
    assert "De orden har hört till ett annat svar" in felen(svar)


def test_a_retired_choice_comes_back_under_its_own_code(klient):
    hit, falt = fragan(klient)
    klient.post(hit, falt | {f"{raden(falt, 'Den autonoma miljön')}-DELETE": "on"})
    faststall(klient)
    hit, falt = fragan(klient)

    svar = klient.post(hit, falt | {f"{raden(falt, '')}-text": "Den autonoma miljön"})
    assert "Bocka i det under Utgångna svar" in felen(svar)

    klient.post(hit, falt | {"tillbaka": "autonom"})
    faststall(klient)
    assert miljoer()["autonom"] == "Den autonoma miljön"


@pytest.mark.parametrize("kod", ["vit_makt", "autonom", "islamistisk", "påhittad"])
def test_a_forged_code_can_not_take_over_what_another_means(klient, kod):
    hit, falt = fragan(klient)
    rad = raden(falt, "")
    fore = miljoer()

    klient.post(hit, falt | {f"{rad}-text": NY, f"{rad}-kod": kod})
    if Fragutkast.objects.exists():
        faststall(klient)

    assert {k: miljoer()[k] for k in fore} == fore
    assert miljoer().get("påhittad") is None


@pytest.mark.parametrize(
    ("namn", "ord_"), [("miljo", "Vet inte"), ("arbetsplats", "Vill inte säga")]
)
def test_the_answer_that_is_always_needed_can_not_go(klient, namn, ord_):
    hit, falt = fragan(klient, namn)

    svar = klient.post(hit, falt | {f"{raden(falt, ord_)}-DELETE": "on"})

    assert f"Svaret ”{ord_}” behövs alltid" in felen(svar)


@pytest.mark.parametrize(
    ("ord_", "plats", "blir"),
    [
        ("Vet inte", 1, ["oklart", "vit_makt", "autonom", "islamistisk", "annan"]),
        ("Vit makt-miljön", 3, ["autonom", "islamistisk", "vit_makt"]),
        ("Den autonoma miljön", 9, ["vit_makt", "islamistisk", "annan", "oklart"]),
    ],
)
def test_a_choice_gets_the_place_that_it_is_given(klient, ord_, plats, blir):
    hit, falt = fragan(klient)

    klient.post(hit, falt | {f"{raden(falt, ord_)}-plats": plats})
    html = klient.get(reverse("fragor")).content.decode()
    faststall(klient)

    assert "Svaren står i en annan ordning." in html
    assert list(miljoer())[: len(blir)] == blir


def test_a_new_choice_without_a_place_stands_before_what_fits_when_none_does(klient):
    lagg_till(klient)
    faststall(klient)

    assert list(miljoer().values())[-3:] == [NY, "En annan miljö", "Vet inte"]


def test_who_saves_second_sees_both_and_loses_nothing(klient):
    hit, falt = fragan(klient)
    klient.post(hit, falt | {"hjalp": "Den förstas hjälp."})

    svar = klient.post(hit, falt | {"hjalp": "Den andras hjälp."})

    html = svar.content.decode()
    assert "Någon annan ändrade frågan medan du skrev" in html
    assert "Den andras hjälp." in html
    assert "förstas" in html
    _, falt2 = fragan(klient)
    assert falt2["hjalp"] == "Den förstas hjälp."
    assert klient.post(hit, falten(svar)).status_code == 302
    assert fragan(klient)[1]["hjalp"] == "Den andras hjälp."


def test_what_was_settled_is_what_was_read(klient):
    lagg_till(klient)
    hit = reverse("fragor_faststall")
    last = falten(klient.get(hit))
    lagg_till(klient, "En till miljö")

    svar = klient.post(hit, last, follow=True)

    assert "Läs igenom det som står nu" in svar.content.decode()
    assert Frageversion.objects.count() == 1


def test_the_free_text_has_a_wording_and_no_choices(klient):
    hit, falt = fragan(klient, "text")
    assert not [n for n in falt if n.startswith("val-")]

    klient.post(hit, falt | {"fraga": "Berätta vad som hände"})
    faststall(klient)

    fragor = Frageversion.objects.gallande().fragor
    assert fragor["text"]["fraga"] == "Berätta vad som hände"


@pytest.mark.parametrize("namn", ["finns-inte", "lamna_tomt"])
def test_a_question_that_is_not_there_is_not_found(klient, namn):
    assert klient.get(reverse("fraga", args=[namn])).status_code == 404


def test_html_in_a_choice_is_words(klient, namnd, client):
    lagg_till(klient, "<b>Miljö</b> & mer")
    faststall(klient)
    client.logout()

    html = client.get(adress(namnd)).content.decode()

    assert "<b>Miljö" not in html
    assert "&lt;b&gt;Miljö&lt;/b&gt; &amp; mer" in html


@pytest.mark.parametrize(
    "roll", [Ratt.SAMORDNARE, Ratt.ANSVARIG, Ratt.LASARE, Ratt.FORVALTARE]
)
def test_only_the_citys_coordinator_writes_the_questions(client, namnd, roll):
    egen = None if roll == Ratt.FORVALTARE else namnd
    client.force_login(bygge.ny_anvandare(roll, egen))
    for hit in (reverse("fragor"), reverse("fraga", args=["miljo"])):
        assert client.get(hit).status_code == 404
        assert client.post(hit, {"fraga": "X"}).status_code == 404
    assert not Fragutkast.objects.exists()
