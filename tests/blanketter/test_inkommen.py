"""One received form: its words are opened by a deed, and read by the coordinators."""

import pytest
from django.urls import reverse

from blanketter.handlingar import stalla_fraga, svara, ta_tillbaka
from blanketter.handlingar.lasa import lasa
from blanketter.models import Blankett
from tests import bygge
from tests.blanketter import bordet
from tests.blanketter.bordet import adress, last_blankett, orden
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
TEXT = "Märken på ”skåpen” & <b>dörren</b>.\n\nVaktmästaren tog bort dem."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def blankett(namnd):
    return bygge.ny_blankett(namnd, text=TEXT)


def oppna(klient, blankett):
    return klient.post(adress("inkommen_oppna", blankett), follow=True)


def test_an_unread_form_shows_what_was_chosen_and_its_words_after_a_press(
    klient, blankett
):
    fore = orden(klient.get(blankett.get_absolute_url()))
    assert "Klotter eller klistermärken" in fore
    assert "vecka 40 2026" in fore.lower()
    assert "skåpen" not in fore

    efter = oppna(klient, blankett)

    assert "Märken på ”skåpen” & <b>dörren</b>." in orden(efter)
    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.LAST
    assert Spar.objects.get().handling == Spar.Handling.LAST


def test_looking_at_an_unread_form_does_not_open_it(klient, blankett):
    klient.get(blankett.get_absolute_url())
    klient.get(adress("inkommen_oppna", blankett))

    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.NY
    assert not Spar.objects.exists()


def test_opened_twice_it_is_read_once(klient, blankett):
    for _ in range(2):
        oppna(klient, blankett)

    assert Spar.objects.filter(handling=Spar.Handling.LAST).count() == 1


def test_a_form_taken_back_meanwhile_is_not_shown(klient, blankett):
    klient.get(blankett.get_absolute_url())
    ta_tillbaka(blankett)

    svar = oppna(klient, blankett)

    assert "just tagit tillbaka" in bordet.besked(svar)
    assert "skåpen" not in svar.content.decode()
    assert "har tagit tillbaka blanketten" in orden(svar)
    assert not Spar.objects.exists()


def test_a_text_removed_by_rule_is_told_of_and_what_was_chosen_stays(klient, blankett):
    lasa(blankett, av=None)
    Blankett.objects.update(text=None, gallrad="2027-02-01")

    sidan = orden(klient.get(blankett.get_absolute_url()))

    assert "Texten är gallrad." in sidan
    assert "1 februari 2027" in sidan
    assert "Klotter eller klistermärken" in sidan


def test_the_page_tells_no_hour_of_when_it_came(klient, blankett):
    sidan = orden(klient.get(blankett.get_absolute_url()))

    assert "Vem som skrev och när på dagen finns inte sparat." in sidan


def test_what_has_been_done_with_it_stands_on_the_page(klient, namnd, samordnare):
    blankett = bygge.ny_blankett(namnd)
    lasa(blankett, av=samordnare)
    annan = bygge.ny_blankett(namnd)
    lasa(annan, av=None)

    svar = klient.get(blankett.get_absolute_url())

    (rader,) = bordet.sida(svar).find_class("handelselista")
    handelser = " ".join(rader.text_content().split())
    assert f"{samordnare} läste Blankett {blankett.regnr}" in handelser
    assert annan.regnr not in handelser


@pytest.mark.parametrize(
    ("falt", "nasta"),
    [
        ({"status": "last"}, "Läst, men inte klassad."),
        ({"status": "klassad"}, "Klassad, men räknas inte än."),
        ({"status": "ingar", "lagesbild_ar": 2027}, "räknas i lägesbilden 2027"),
        ({"status": "ej_vbe"}, "handlar inte om våldsbejakande extremism"),
    ],
)
def test_every_status_says_what_to_do_next(klient, blankett, falt, nasta):
    Blankett.objects.filter(pk=blankett.pk).update(**falt)

    assert nasta in orden(klient.get(blankett.get_absolute_url()))


def test_a_double_points_at_the_one_that_counts(klient, namnd, blankett):
    forsta = last_blankett(namnd)
    Blankett.objects.filter(pk=blankett.pk).update(
        status="dubblett", dubblett_av=forsta
    )

    assert f"räknas i {forsta.regnr}" in orden(klient.get(blankett.get_absolute_url()))


def test_words_that_may_point_somebody_out_are_told_of_first(klient, namnd):
    blankett = last_blankett(namnd, text=bordet.LAGRET)

    sidan = orden(klient.get(blankett.get_absolute_url()))

    assert "2 ställen i texten kan peka ut någon." in sidan
    assert "ber du den i nämnden som får maskera" in sidan


def test_a_new_answer_is_told_of(klient, blankett, samordnare):
    lasa(blankett, av=samordnare)
    stalla_fraga(blankett, "Minns du mer?", "f", av=samordnare)
    svara(blankett, "Nej, inget mer.", "s")

    assert "Den som skrev har svarat." in orden(klient.get(blankett.get_absolute_url()))


def test_one_can_go_from_one_unread_form_to_the_next(klient, namnd):
    tre = sorted((bygge.ny_blankett(namnd) for _ in range(3)), key=lambda b: b.regnr)

    sidan = bordet.sida(klient.get(tre[1].get_absolute_url()))

    assert sidan.xpath("//a[@rel='prev']/@href") == [tre[0].get_absolute_url()]
    assert sidan.xpath("//a[@rel='next']/@href") == [tre[2].get_absolute_url()]


def test_html_in_a_text_is_only_words(klient, namnd):
    blankett = last_blankett(namnd, text="<script>alert(1)</script>" * 3)

    svar = klient.get(blankett.get_absolute_url())

    assert "<script>alert" not in svar.content.decode()


@pytest.mark.parametrize(
    "text",
    ["Ord " * 2_500, "🙂" * 5_000, "é" * 40 + "e\u0301" * 40, "\u202egnällkab" * 3],
)
def test_a_long_or_odd_text_is_shown_whole(klient, namnd, text):
    blankett = last_blankett(namnd, text=text)

    svar = klient.get(blankett.get_absolute_url())

    visat = bordet.sida(svar).xpath("//p[@class='blankettext']")[0].text_content()
    assert visat.removesuffix("\n") == text


@pytest.mark.parametrize("namn", ["inkommen", "inkommen_oppna", "inkommen_klassa",
    "inkommen_status", "inkommen_fraga", "inkommen_svar_last", "inkommen_dolj",
    "utlamna", "utlamna_pdf"])  # fmt: skip
@pytest.mark.parametrize("metod", ["get", "post"])
def test_to_everybody_else_the_form_does_not_exist(client, blankett, namn, metod):
    """The central coordinator reads no forms, nor does any other board."""
    namnd = blankett.namnd
    for vem, person in bordet.utan_ratt(namnd).items():
        client.force_login(person)
        svar = getattr(client, metod)(adress(namn, blankett))
        assert svar.status_code in ((404,) if metod == "post" else (404, 405)), vem
        assert blankett.regnr not in svar.content.decode()
    blankett.refresh_from_db()
    assert blankett.rakning == 1


def test_without_a_sign_in_one_is_led_to_it(client, blankett):
    svar = client.get(blankett.get_absolute_url())

    assert svar.headers["Location"].startswith(reverse("account_login"))


def test_a_key_that_is_nobodys_is_404(klient):
    svar = klient.get("/blanketter/00000000-0000-4000-8000-000000000000/")

    assert svar.status_code == 404


@pytest.mark.parametrize("namn", ["klassa", "status", "fraga"])
def test_the_address_of_a_refusal_leads_back_to_the_form(klient, namnd, namn):
    blankett = last_blankett(namnd)
    hit = reverse(f"inkommen_{namn}", args=[blankett.pk])

    assert klient.get(hit).url == blankett.get_absolute_url()
    frammande = last_blankett(bygge.ny_namnd("sjovik"))
    hit = reverse(f"inkommen_{namn}", args=[frammande.pk])
    assert klient.get(hit).status_code == 404
