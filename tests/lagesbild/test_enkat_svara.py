"""The open page of an enkät: answered once, words kept through every hindrance."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blanketter import bevis, hink
from lagesbild.handlingar.oppna_igen import oppna_igen
from lagesbild.handlingar.stang_enkat import stang_enkat
from lagesbild.models import Enkat, Enkatsvar, Enkatversion, Inbjudan
from lagesbild.views.enkatsida import Sida
from tests import bygge, bygge_lagesbild
from tests.blanketter.blanketten import felen, sida
from tests.bygge_lagesbild import enkatsvaret, ett_bevis, ny_enkat

pytestmark = pytest.mark.django_db
TEXT = "Klistermärken har suttit på tavlan i entrén i flera veckor."
HEMLIGT = "Ring Anna Svensson på 070-174 06 12, hon vet mer."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def enkat(namnd):
    return ny_enkat(bygge_lagesbild.ny_lagesbild(namnd))


@pytest.fixture
def inbjudan(enkat):
    return enkat.inbjudningar.select_related("respondent").first()


def textfalt(enkat):
    return "svar_" + next(f["kod"] for f in enkat.fragor if f["slag"] == "text")


def tackar(svar):
    return "Tack! Svaret är mottaget" in svar.content.decode()


def test_the_link_opens_the_questions_and_takes_an_answer(client, enkat, inbjudan):
    oppnad = client.get(inbjudan.lank()).content.decode()
    assert str(inbjudan.respondent) in oppnad
    assert all(fraga["fraga"] in oppnad for fraga in enkat.fragor)

    svar = client.post(
        inbjudan.lank(), enkatsvaret(enkat, inbjudan, **{textfalt(enkat): TEXT})
    )

    assert tackar(svar)
    rad = Enkatsvar.objects.get()
    assert rad.svar["kunskap_egen"] == "medelhog"
    assert TEXT in rad.texter
    assert Inbjudan.objects.get(har_svarat=True) == inbjudan


def test_opening_the_link_stores_nothing(client, inbjudan):
    """Mail scanners open every link of a mail."""
    for metod in (client.get, client.head):
        assert metod(inbjudan.lank()).status_code == 200

    assert not Enkatsvar.objects.exists()
    assert not Inbjudan.objects.filter(har_svarat=True).exists()


def test_the_page_says_what_is_stored_and_what_is_not(client, inbjudan):
    text = " ".join(sida(client.get(inbjudan.lank())).text_content().split())

    assert f"att {inbjudan.respondent} har svarat, i en annan lista" in text
    assert "vilket svar som är ert" in text
    assert "klockslag, IP-adress" in text
    assert "Skriv aldrig om en enskild person" in text


def test_a_small_group_is_told_that_its_name_is_left_out(client, namnd):
    fragade = {"egen": 6, "forening": 3, "bostad": 2}
    enkat = ny_enkat(bygge_lagesbild.ny_lagesbild(namnd), fragade=fragade)
    liten = enkat.inbjudningar.filter(grupp="bostad").first()
    stor = enkat.inbjudningar.filter(grupp="egen").first()

    orden = [client.get(i.lank()).content.decode() for i in (liten, stor)]

    assert "vilken grupp svaret kommer från, för den är liten" in orden[0]
    assert "svaret kommer från gruppen Egna enheter" in orden[1]


def test_who_answers_without_a_group_gets_no_question_that_tells_it(client, namnd):
    fragade = {"egen": 6, "forening": 3, "bostad": 2}
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    egen = {"kod": "egen_bara_forening", "slag": "tal", "fraga": "Medlemmar?",
            "hjalp": "", "kravs": False, "grupper": ["forening"]}  # fmt: skip
    enkat = ny_enkat(bild, fragade=fragade, egna_fragor=[egen])
    liten = enkat.inbjudningar.filter(grupp="forening").first()

    assert "Medlemmar?" not in client.get(liten.lank()).content.decode()


def test_what_is_not_answered_is_asked_for_and_the_rest_stands(client, enkat, inbjudan):
    falt = enkatsvaret(enkat, inbjudan, svar_kunskap_egen="", **{textfalt(enkat): TEXT})

    svar = client.post(inbjudan.lank(), falt)

    assert "Välj ett av svaren" in felen(svar)
    assert TEXT in svar.content.decode()
    assert sida(svar).xpath("//input[@name='svar_kunskap_personal'][@checked]/@value")
    assert not Enkatsvar.objects.exists()


def test_the_same_press_twice_is_one_answer_and_both_are_thanked(
    client, enkat, inbjudan
):
    falt = enkatsvaret(enkat, inbjudan)

    assert all(tackar(client.post(inbjudan.lank(), falt)) for _ in range(2))
    assert Enkatsvar.objects.count() == 1


def test_another_answer_on_a_used_link_is_not_taken_and_its_words_come_back(
    client, enkat, inbjudan
):
    client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan))

    svar = client.post(
        inbjudan.lank(), enkatsvaret(enkat, inbjudan, **{textfalt(enkat): TEXT})
    )

    assert svar.status_code == 409
    assert "Länken var redan använd" in svar.content.decode()
    assert TEXT in svar.content.decode()
    assert Enkatsvar.objects.count() == 1


def test_changed_by_the_back_button_it_is_not_taken_and_says_so(
    client, enkat, inbjudan
):
    falt = enkatsvaret(enkat, inbjudan)
    client.post(inbjudan.lank(), falt)

    svar = client.post(inbjudan.lank(), falt | {textfalt(enkat): TEXT})

    assert "Svaret är redan mottaget" in svar.content.decode()
    assert TEXT in svar.content.decode()


def test_a_used_link_says_so_and_shows_no_form(client, enkat, inbjudan):
    client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan))

    svar = client.get(inbjudan.lank())

    assert f"{inbjudan.respondent} har svarat" in svar.content.decode()
    assert not sida(svar).xpath("//main//form")


def test_after_closing_the_words_are_given_back(client, enkat, inbjudan):
    falt = enkatsvaret(enkat, inbjudan, **{textfalt(enkat): TEXT})
    stang_enkat(enkat)

    svar = client.post(inbjudan.lank(), falt)

    assert svar.status_code == 409
    assert "Enkäten är stängd" in svar.content.decode()
    assert TEXT in svar.content.decode()
    assert not Enkatsvar.objects.exists()


def test_the_day_after_the_last_it_is_closed_by_itself(client, enkat, inbjudan):
    falt = enkatsvaret(enkat, inbjudan)
    with time_machine.travel(timezone.now() + timedelta(days=15), tick=False):
        svar = client.post(inbjudan.lank(), falt)

    assert "Enkäten är stängd" in svar.content.decode()


def test_opened_again_it_takes_the_answer(client, enkat, inbjudan):
    stang_enkat(enkat)
    oppna_igen(enkat, enkat.stanger, av=None)

    assert tackar(client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan)))


def test_a_link_of_one_that_has_left_the_register_takes_nothing(
    client, enkat, inbjudan
):
    i_gar = timezone.localdate() - timedelta(days=1)
    inbjudan.respondent.avsluta(i_gar, av=None)

    svar = client.post(
        inbjudan.lank(), enkatsvaret(enkat, inbjudan, **{textfalt(enkat): TEXT})
    )

    assert "Ni tillfrågas inte längre" in svar.content.decode()
    assert TEXT in svar.content.decode()
    assert not Enkatsvar.objects.exists()


@pytest.mark.parametrize("namn", ["enkat_svara", "enkat_oppen"])
@pytest.mark.parametrize("nyckel", ["a", "a" * 32, "2" * 300])
def test_a_guessed_link_leads_nowhere_and_the_words_are_given_back(
    client, enkat, namn, nyckel
):
    url = reverse(namn, args=[nyckel])

    svar = [client.get(url), client.post(url, {"svar_hjalp": TEXT})]

    assert {s.status_code for s in svar} == {404}
    assert "Länken gäller inte" in svar[0].content.decode()
    assert TEXT in svar[1].content.decode()


def test_a_renewed_link_replaces_the_old_one(client, enkat, inbjudan):
    gammal = inbjudan.lank()
    inbjudan.fornya_lank(av=None)

    assert client.get(gammal).status_code == 404
    assert tackar(client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan)))


def test_a_token_of_another_link_is_not_taken(client, enkat, inbjudan):
    annan = enkat.inbjudningar.exclude(pk=inbjudan.pk).first()

    svar = client.post(
        inbjudan.lank(), enkatsvaret(enkat, inbjudan, bevis=ett_bevis(enkat, annan))
    )

    assert svar.status_code == 400
    assert "kom från vår sida" in felen(svar)
    assert not Enkatsvar.objects.exists()


@pytest.mark.parametrize(
    ("sekunder", "ord_"), [(1, "gick så fort"), (13 * 3600, "mer än tolv timmar")]
)
def test_too_fast_or_too_old_is_asked_again(client, enkat, inbjudan, sekunder, ord_):
    gammalt = ett_bevis(enkat, inbjudan, sekunder)
    svar = client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan, bevis=gammalt))

    assert ord_ in felen(svar)
    assert not Enkatsvar.objects.exists()
    nytt = sida(svar).xpath("string(//input[@name='bevis']/@value)")
    assert bevis.las(Sida(enkat, inbjudan).vilken, nytt)


def test_a_full_bucket_gives_the_words_back(client, enkat, inbjudan, settings):
    settings.HINKAR = settings.HINKAR | {"enkatsvar": 0}
    hink.tom_alla()

    svar = client.post(
        inbjudan.lank(), enkatsvaret(enkat, inbjudan, **{textfalt(enkat): TEXT})
    )

    assert svar.status_code == 429
    assert svar.headers["Retry-After"] == "60"
    assert TEXT in svar.content.decode()


def test_a_program_that_fills_the_trap_is_told(client, enkat, inbjudan):
    svar = client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan, lamna_tomt="x"))

    assert "Fältet ska vara tomt" in felen(svar)
    assert not Enkatsvar.objects.exists()


def test_without_the_right_cookie_the_form_comes_back_with_its_words(enkat, inbjudan):
    klient = Client(enforce_csrf_checks=True)
    falt = enkatsvaret(enkat, inbjudan, **{textfalt(enkat): TEXT})

    svar = klient.post(inbjudan.lank(), falt)

    assert svar.status_code == 403
    assert TEXT in svar.content.decode()
    assert not Enkatsvar.objects.exists()


def test_a_question_decided_meanwhile_changes_nothing_in_an_open_one(
    client, enkat, inbjudan
):
    fore = client.get(inbjudan.lank()).content.decode()
    Enkatversion.objects.update(fragor=[])
    Enkat.objects.update(egna_fragor=[{"kod": "ny"}])

    assert client.get(inbjudan.lank()).content.decode().count("<legend>") == fore.count(
        "<legend>"
    )
    assert tackar(client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan)))


# ---- The guard ----


def test_a_certain_find_must_go_and_an_uncertain_may_stay_after_a_yes(
    client, enkat, inbjudan
):
    namn = textfalt(enkat)
    falt = enkatsvaret(enkat, inbjudan, **{namn: HEMLIGT})

    svar = client.post(inbjudan.lank(), falt)

    assert "Texten kan peka ut någon på" in felen(svar)
    assert not Enkatsvar.objects.exists()
    val = {
        n.get("name"): "behall"
        for n in sida(svar).xpath("//fieldset[contains(@class,'fynd')]//input")
    }
    assert len(val) >= 2

    igen = client.post(inbjudan.lank(), falt | val)

    assert "Texten kan peka ut någon på ett ställe" in felen(igen)  # the number
    utan_numret = HEMLIGT.replace(" på 070-174 06 12", "")
    assert tackar(client.post(inbjudan.lank(), falt | val | {namn: utan_numret}))
    assert utan_numret in Enkatsvar.objects.get().texter


def test_a_chosen_wording_takes_the_words_place(client, enkat, inbjudan):
    namn = textfalt(enkat)
    falt = enkatsvaret(enkat, inbjudan, **{namn: HEMLIGT})
    svar = client.post(inbjudan.lank(), falt)
    val = {}
    for fynd in sida(svar).xpath("//fieldset[contains(@class,'fynd')]"):
        ett = fynd.xpath(".//input[starts-with(@value,'byt:')]")[0]
        val[ett.get("name")] = ett.get("value")

    assert tackar(client.post(inbjudan.lank(), falt | val))
    sparat = Enkatsvar.objects.get().texter
    assert "Svensson" not in sparat
    assert "070" not in sparat


def test_every_text_of_several_is_read(client, namnd):
    egna = [
        {"kod": kod, "slag": "text", "fraga": f"Berätta om {kod}", "hjalp": "",
         "kravs": False, "grupper": []}
        for kod in ("egen_a", "egen_b")
    ]  # fmt: skip
    enkat = ny_enkat(bygge_lagesbild.ny_lagesbild(namnd), egna_fragor=egna)
    inbjudan = enkat.inbjudningar.first()
    falt = enkatsvaret(enkat, inbjudan, svar_egen_a=TEXT, svar_egen_b=HEMLIGT)

    svar = client.post(inbjudan.lank(), falt)

    fel = sida(svar).xpath("//p[@data-vakt]/@id")
    assert fel == ["id_svar_egen_b_error"]
    assert TEXT in svar.content.decode()


# ---- What no browser sends ----


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script> hej", "Nollan \x00 är borta", "\u202eomvänt på"]
)
def test_odd_words_are_shown_as_words(client, enkat, inbjudan, text):
    falt = enkatsvaret(enkat, inbjudan, svar_kunskap_egen="", **{textfalt(enkat): text})

    svar = client.post(inbjudan.lank(), falt).content.decode()

    assert "<script>alert" not in svar
    assert "\x00" not in svar
    assert "\u202e" not in svar
    klar = falt | {"svar_kunskap_egen": "lag"}
    assert tackar(client.post(inbjudan.lank(), klar))


def test_ten_megabytes_are_refused(client, enkat, inbjudan):
    falt = enkatsvaret(enkat, inbjudan, **{textfalt(enkat): "x " * 5_000_000})

    assert client.post(inbjudan.lank(), falt).status_code == 413
    assert not Enkatsvar.objects.exists()


def test_too_many_fields_give_the_words_back(client, enkat, inbjudan):
    falt = enkatsvaret(enkat, inbjudan, **{textfalt(enkat): TEXT})
    falt |= {f"a{nr}": "1" for nr in range(3000)}

    svar = client.post(
        inbjudan.lank(),
        "&".join(f"{n}={v}" for n, v in falt.items()),
        content_type="application/x-www-form-urlencoded",
    )

    assert svar.status_code == 400
    assert TEXT in svar.content.decode()


@pytest.mark.parametrize(
    ("falt", "ord_"),
    [
        ({"svar_kunskap_egen": "finns_inte"}, "finns inte bland dem"),
        ({"svar_kunskap_egen": ["lag", "hog"]}, None),
    ],
)
def test_a_code_that_no_question_has_is_not_stored(client, enkat, inbjudan, falt, ord_):
    svar = client.post(inbjudan.lank(), enkatsvaret(enkat, inbjudan, **falt))

    if ord_:
        assert ord_ in felen(svar)
        assert not Enkatsvar.objects.exists()
    else:
        assert Enkatsvar.objects.get().svar["kunskap_egen"] == "hog"


# ---- The open link ----


@pytest.fixture
def oppen(namnd):
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    return ny_enkat(bild, fragade={}, oppen_lank=True, grupper=["forening"])


def test_anybody_answers_by_the_open_link_and_nobody_is_noted(client, oppen):
    falt = {"svar_kunskap_egen": "lag", "svar_handelser": "nej"}

    for _ in range(2):
        assert tackar(client.post(oppen.lank(), falt | {"bevis": ett_bevis(oppen)}))

    assert [rad.grupp for rad in Enkatsvar.objects.all()] == ["forening"] * 2
    assert not Inbjudan.objects.exists()


def test_its_page_says_nothing_of_a_list(client, oppen):
    text = client.get(oppen.lank()).content.decode()

    assert "i en annan lista" not in text
    assert "Vi sparar inte vem du är" in text


def test_an_open_link_of_one_with_personal_links_leads_nowhere(client, enkat):
    assert client.get(enkat.lank()).status_code == 404


def test_before_it_opens_the_link_leads_nowhere(client, namnd):
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    utkast = ny_enkat(bild, oppen=False, oppen_lank=True)

    assert client.get(utkast.lank()).status_code == 404


@pytest.mark.parametrize("ord_", ["inget", "Mer tid."])
def test_one_word_is_given_back_too_and_no_choice(client, enkat, inbjudan, ord_):
    falt = enkatsvaret(enkat, inbjudan, **{textfalt(enkat): ord_})
    stang_enkat(enkat)

    svar = sida(client.post(inbjudan.lank(), falt))

    assert [r.text.strip() for r in svar.xpath("//textarea")] == [ord_]


def test_one_word_is_given_back_by_a_link_that_leads_nowhere(client):
    url = reverse("enkat_svara", args=["a" * 32])

    svar = sida(client.post(url, {"svar_behov": "Utbildning!", "svar_kunskap": "lag"}))

    assert [r.text.strip() for r in svar.xpath("//textarea")] == ["Utbildning!"]
