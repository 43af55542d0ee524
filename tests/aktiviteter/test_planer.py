"""The list of plans."""

from aktiviteter.views.planer import PER_SIDA
from tests.aktiviteter.sida import adress, ord_pa, trad
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt


def test_the_list_shows_the_board_s_plans_the_newest_first(klient, namnd, plan):
    ny_plan(namnd, 2028)
    svar = klient.get("/planer/")
    lankar = trad(svar).xpath("//tbody//th/a")
    assert [a.get("href") for a in lankar] == [
        "/planer/ekhamra/2028/",
        "/planer/ekhamra/2027/",
    ]
    assert "EKHAMRA 2027/88-1.3" in ord_pa(svar)
    assert "Utkast" in ord_pa(svar)


def test_the_empty_list_says_how_to_begin(klient):
    svar = klient.get("/planer/")
    assert "Här finns ingen plan än" in ord_pa(svar)
    assert trad(svar).xpath(f"//main//a[@href='{adress('plan_importera')}']")


def test_a_reader_gets_no_buttons_to_make_plans(client, namnd, plan):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    svar = client.get("/planer/")
    assert "Handlingsplan i ekhamra" in ord_pa(svar)
    assert "Ny plan" not in ord_pa(svar)
    assert "Hämta in" not in ord_pa(svar)


def test_the_empty_list_of_a_reader_says_whom_to_wait_for(client, namnd):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert "När samordnaren har börjat" in ord_pa(client.get("/planer/"))


def test_another_board_s_plan_is_not_listed(klient, plan):
    ny_plan(ny_namnd("sjovik"))
    assert "sjovik" not in klient.get("/planer/").content.decode().lower()


def test_the_city_sees_only_what_is_shared(client, namnd, plan):
    ny_plan(ny_namnd("sjovik"), delad=True)
    client.force_login(ny_anvandare(Ratt.CENTRAL))
    sida = ord_pa(client.get("/planer/"))
    assert "sjovik" in sida
    assert "ekhamra" not in sida


def test_a_longer_list_asks_no_more_questions(
    klient, namnd, plan, django_assert_max_num_queries
):
    klient.get("/planer/")  # reads the municipality, once a minute
    with django_assert_max_num_queries(10) as en:
        klient.get("/planer/")
    for ar in range(2028, 2040):
        ny_plan(namnd, ar, aktiviteter=0, kapitel=0)
    with django_assert_max_num_queries(10) as flera:
        klient.get("/planer/")
    assert len(en) == len(flera)


def test_a_list_longer_than_a_page_is_turned_over(klient, namnd):
    for ar in range(2030, 2030 + PER_SIDA + 2):
        ny_plan(namnd, ar, aktiviteter=0, kapitel=0)

    def rader(svar):
        return len(trad(svar).xpath("//main//tbody/tr"))

    forsta = klient.get("/planer/")
    assert rader(forsta) == PER_SIDA
    nasta = trad(forsta).xpath("//nav[@aria-label='Sidor']//a[@rel='next']/@href")[0]
    assert rader(klient.get(f"/planer/{nasta}")) == 2
    assert rader(klient.get("/planer/?sida=hundra")) == PER_SIDA
