"""The open pages of the routine: for a phone, without a sign-in."""

import re

import pytest
from django.urls import reverse

from blanketter.handlingar.ordna_rutinen import dolj_steg
from tests import bygge

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


def sida(client, namnd):
    svar = client.get(reverse("rutin", args=[namnd.kort]))
    assert svar.status_code == 200
    return svar.content.decode()


def test_the_guide_begins_with_112_and_ends_with_the_form(client, namnd):
    html = sida(client, namnd)

    delar = [
        'href="tel:112"',
        'href="tel:11414"',
        reverse("blankett", args=["ekhamra"]),
    ]
    platser = [html.index(del_) for del_ in delar]
    assert platser == sorted(platser)
    assert "Är någon i akut fara?" in html
    assert reverse("kvitto") in html
    assert reverse("loften") in html


def test_it_asks_nobody_to_sign_in_and_leaves_no_cookie(client, namnd):
    svar = client.get(reverse("rutin", args=[namnd.kort]))

    assert svar.status_code == 200
    assert not svar.cookies


def test_contacts_show_number_and_hours_and_those_of_the_night_by_themselves(
    client, namnd
):
    bygge.ny_kontakt(namnd, tider="vardagar 8–16.30", epost="barn@ekhamra.example")
    bygge.ny_kontakt(None, funktion="Socialjouren", telefon="08-123 456", jour=True)

    html = sida(client, namnd)

    assert 'href="tel:0101234560"' in html
    assert 'href="mailto:barn@ekhamra.example"' in html
    assert "vardagar 8–16.30" in html
    natt = html.index("Kvällar, nätter och helger")
    assert html.index("Mottagningsgruppen i ekhamra") < natt < html.index("08-123 456")


def test_a_board_without_contacts_shows_none_of_their_headings(client, namnd):
    html = sida(client, namnd)

    assert "Kvällar, nätter och helger" not in html
    assert 'class="kontakter"' not in html


def test_the_chart_is_followed_by_the_same_steps_as_a_list(client, namnd):
    html = sida(client, namnd)

    assert html.count('role="img"') == 2  # wide and narrow, of which one is shown
    lista = re.search(r'<ol class="visually-hidden">(.*?)</ol>', html, re.S)[1]
    assert lista.count("<li>") == 5
    assert "Ja: Anmäl till polisen, 114 14." in lista


def test_html_in_a_text_is_shown_as_it_was_written(client, namnd):
    bygge.ny_stegtext(namnd, gor="<script>alert(1)</script>", mer="<b>fet</b>")

    html = sida(client, namnd)

    assert "<script>alert" not in html
    assert "<b>fet" not in html
    assert "&lt;script&gt;" in html


def test_a_hidden_step_is_not_shown(client, namnd):
    dolj_steg(namnd, "skola", True, av=bygge.ny_anvandare())
    assert "rektor" not in sida(client, namnd)


@pytest.mark.parametrize("namn", ["rutin", "rutin_utskrift", "rutin_anslag"])
def test_an_unknown_board_is_not_found(client, namn):
    bygge.ny_namnd()
    assert client.get(reverse(namn, args=["finns-inte"])).status_code == 404


def test_the_citys_page_lets_one_choose_a_board(client, namnd):
    annan = bygge.ny_namnd("sjovik")

    html = client.get(reverse("oro")).content.decode()

    assert 'href="tel:112"' in html
    for ett in (namnd, annan):
        assert f'href="{reverse("rutin", args=[ett.kort])}"' in html


def test_with_one_board_the_citys_page_leads_to_its_guide(client, namnd):
    svar = client.get(reverse("oro"))
    assert svar.headers["Location"] == reverse("rutin", args=[namnd.kort])


def test_without_a_board_the_citys_page_still_tells_what_to_do(client, db):
    html = client.get(reverse("oro")).content.decode()
    assert 'href="tel:112"' in html
    assert "ingen nämnd än" in html


def test_a_boards_short_name_can_not_be_a_word_of_the_addresses_own():
    for kort in ("kvitto", "loften", "staden"):
        with pytest.raises(Exception, match="upptaget"):
            bygge.Namnd(namn=f"{kort}nämnden", kort=kort).full_clean()


def test_the_sheet_says_the_guides_address_as_the_visitor_knows_it(client, namnd):
    svar = client.get(
        reverse("rutin_utskrift", args=[namnd.kort]), headers={"host": "localhost"}
    )

    html = svar.content.decode()
    assert "http://localhost/oro/ekhamra/" in html
    assert "<title id=" in html
    assert "QR-kod som leder till http://localhost/oro/ekhamra/" in html


def test_behind_a_proxy_with_tls_the_address_is_https(client, namnd, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    svar = client.get(
        reverse("rutin_utskrift", args=[namnd.kort]),
        headers={"host": "testserver", "x-forwarded-proto": "https"},
    )
    assert "https://testserver/oro/ekhamra/" in svar.content.decode()


@pytest.mark.parametrize("namn", ["oro", "rutin"])
def test_the_pages_cost_the_same_with_1_and_30_steps_and_contacts(
    client, namnd, namn, django_assert_num_queries
):
    bygge.ny_namnd("sjovik")
    args = [namnd.kort] if namn == "rutin" else []
    for nr in range(30):
        bygge.ny_stegtext(None, f"eget-{nr}")
        bygge.ny_stegtext(namnd, f"eget-{nr}")
        bygge.ny_kontakt(namnd, f"eget-{nr}")
    client.get(reverse(namn, args=args))  # the municipality's name is kept

    with django_assert_num_queries(4):
        client.get(reverse(namn, args=args))


def test_who_has_lost_the_address_finds_the_way_from_the_sign_in_page(client, db):
    html = client.get(reverse("account_login")).content.decode()
    assert html.count(f'href="{reverse("oro")}"') >= 1
    assert "Då behöver du inget konto" in html


@pytest.mark.parametrize("adress", ["/oro/finns-inte/", "/oro/ekhamra/fel/"])
def test_a_wrong_address_leads_back_to_the_guide(client, namnd, adress):
    svar = client.get(adress)

    assert svar.status_code == 404
    assert 'href="/oro/"' in svar.content.decode()


def test_the_address_without_its_last_stroke_works(client, namnd):
    assert client.get("/oro").headers["Location"] == "/oro/"
    assert client.get("/oro/ekhamra").headers["Location"] == "/oro/ekhamra/"
