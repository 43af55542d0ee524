"""Working in the plan's page as in a document: in place, by keyboard, by mouse, without
JavaScript, and with the network gone."""

import pytest
from django.urls import reverse

from aktiviteter.models import Handlingsplan
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

PLAN = "/planer/ekhamra/2027/"


@pytest.fixture
def plan(transactional_db):
    return ny_plan(ny_namnd(), aktiviteter=3, kapitel=3)


@pytest.fixture
def oppna(plan, logga_in):
    """A function that signs the coordinator in and opens the plan's page."""

    def oppna_planen(page):
        person = ny_anvandare(
            Ratt.SAMORDNARE, plan.namnd, losenord="granby-demo", namn="Karin Lind"
        )
        logga_in(page, person.epost)
        page.goto(PLAN)
        return page

    return oppna_planen


def ordning(plan):
    rader = plan.aktiviteter.order_by("avsnitt__ordning", "ordning")
    return list(rader.values_list("nummer", flat=True))


def rubriker(plan):
    return [a.rubrik.split(" i ")[0] for a in plan.avsnitt.i_lasordning()]


def lank(page, vad):
    return page.get_by_role("link", name=vad)


def fokus(page):
    return page.evaluate(
        "document.activeElement.name || document.activeElement.textContent.trim()"
    )


def stangd(page):
    page.wait_for_selector(".ruta", state="detached")


def test_an_activity_is_edited_where_it_stands_with_the_keyboard_alone(
    oppna, page, plan, axe
):
    oppna(page)
    lank(page, "Redigera aktivitet 2").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".ruta form")
    assert fokus(page) == "titel"
    axe(page)
    page.keyboard.press("Control+a")
    page.keyboard.type("Skrivet på plats")
    page.keyboard.press("Control+s")
    stangd(page)
    assert page.url.endswith(PLAN)
    assert "Sparat: 2. Skrivet på plats." in page.inner_text("#besked")
    assert "Skrivet på plats" in page.inner_text("#aktivitet-2")
    assert fokus(page) == "Redigera aktivitet 2"
    axe(page)


def test_escape_closes_but_asks_when_something_is_written(oppna, page, plan):
    oppna(page)
    lank(page, "Redigera aktivitet 1").click()
    page.wait_for_selector(".ruta form")
    page.keyboard.press("Escape")
    stangd(page)
    assert fokus(page) == "Redigera aktivitet 1"

    page.keyboard.press("Enter")
    page.wait_for_selector(".ruta form")
    page.keyboard.type("Ny ")
    page.keyboard.press("Escape")
    assert fokus(page) == "Kasta det"
    page.keyboard.press("Escape")
    assert fokus(page) == "titel"
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    stangd(page)
    assert "Ny " not in page.inner_text("#aktivitet-1")


def test_several_are_open_at_once_and_saving_one_leaves_the_other(oppna, page, plan):
    oppna(page)
    lank(page, "Redigera aktivitet 1").click()
    page.fill("[name=titel]", "Påbörjad")
    lank(page, "Redigera kapitel 1").click()
    page.wait_for_selector("[name=rubrik]")
    page.fill("[name=rubrik]", "Ny rubrik")
    page.locator(".ruta", has=page.locator("[name=rubrik]")).get_by_role(
        "button", name="Spara"
    ).click()
    page.wait_for_selector("[name=rubrik]", state="detached")
    assert page.input_value("[name=titel]") == "Påbörjad"
    assert "Ny rubrik" in page.inner_text(".kapitellista")


def test_what_must_be_mended_has_focus_in_its_place(oppna, page, plan, axe):
    oppna(page)
    lank(page, "Redigera aktivitet 1").click()
    page.fill("[name=titel]", "")
    page.locator(".ruta").get_by_role("button", name="Spara").click()
    page.wait_for_selector(".ruta .felsammanfattning")
    assert "En sak behöver rättas" in fokus(page)
    axe(page)


def test_what_is_new_opens_where_it_will_stand(oppna, page, plan):
    oppna(page)
    lank(page, "Lägg till aktivitet i kapitel 1").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".ruta form")
    page.keyboard.type("Den nya")
    page.keyboard.press("Control+s")
    stangd(page)
    assert "Den nya" in page.inner_text("section.kapitel >> nth=0")
    assert fokus(page) == "Redigera aktivitet 4"
    lank(page, "Lägg till kapitel").click()
    page.fill("[name=rubrik]", "Sist")
    page.keyboard.press("Control+s")
    stangd(page)
    assert rubriker(plan)[-1] == "Sist"


def test_a_removal_is_asked_in_its_place(oppna, page, plan):
    oppna(page)
    lank(page, "Redigera aktivitet 2").click()
    lank(page, "Ta bort aktiviteten").click()
    page.get_by_role("button", name="Ta bort aktiviteten").click()
    stangd(page)
    page.wait_for_selector("#aktivitet-2", state="detached")
    assert ordning(plan) == [1, 3]


def test_an_activity_is_moved_several_steps_with_the_keyboard(oppna, page, plan):
    oppna(page)
    lank(page, "Flytta aktivitet 1").focus()
    page.keyboard.press("Enter")
    for plats in (2, 3):
        page.keyboard.press("ArrowDown")
        page.wait_for_selector(f"#besked >> text=Flyttad till plats {plats} av 3.")
        assert fokus(page) == "Upp"
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#flyttbesked") == "Står redan sist."
    page.keyboard.press("Escape")
    assert fokus(page) == "Flytta aktivitet 1"
    assert ordning(plan) == [2, 3, 1]


def test_an_activity_is_moved_to_another_chapter_by_the_list(oppna, page, plan, axe):
    oppna(page)
    lank(page, "Flytta aktivitet 1").click()
    page.select_option("#flyttrad-till", index=0)
    axe(page)
    page.get_by_role("button", name="Flytta dit").click()
    page.wait_for_selector("section.kapitel >> nth=0 >> #aktivitet-1")
    assert ordning(plan)[0] == 1


def dra(page, fran, till, nedre=True):
    till.scroll_into_view_if_needed()
    fran.hover()
    page.mouse.down()
    ruta = till.bounding_box()
    y = ruta["y"] + (ruta["height"] - 3 if nedre else 3)
    page.mouse.move(ruta["x"] + 20, y - 8, steps=4)
    page.mouse.move(ruta["x"] + 20, y, steps=4)
    page.mouse.up()


def test_an_activity_is_dragged_down_and_onto_a_chapter_in_the_contents(
    oppna, ny_sida, plan
):
    page = oppna(ny_sida(height=1600))
    dra(page, lank(page, "Flytta aktivitet 1"), page.locator("#aktivitet-2"))
    page.wait_for_selector("#besked >> text=Flyttad till plats 2 av 3.")
    assert ordning(plan) == [2, 1, 3]
    dra(
        page, lank(page, "Flytta aktivitet 3"), page.locator(".kapitellista a >> nth=0")
    )
    page.wait_for_selector("#besked >> text=Flyttad till plats 1 av 1.")
    assert ordning(plan) == [3, 2, 1]


def test_a_chapter_is_dragged(oppna, ny_sida, plan):
    page = oppna(ny_sida(height=1600))
    forsta = page.locator("section.kapitel >> nth=0")
    page.locator("section.kapitel >> nth=2").hover()
    dra(page, lank(page, "Flytta kapitel 3"), forsta, nedre=False)
    page.wait_for_selector("#besked >> text=Flyttad till plats 1 av 3.")
    assert rubriker(plan) == ["Kapitel 3", "Kapitel 1", "Kapitel 2"]


def test_who_moves_in_an_old_order_is_shown_the_true_one(oppna, page, plan):
    oppna(page)
    sist = plan.aktiviteter.get(nummer=3)
    sist.stall(0)
    lank(page, "Flytta aktivitet 1").click()
    page.get_by_role("button", name="Ner").click()
    page.wait_for_selector("#besked >> text=Någon annan ändrade ordningen samtidigt")
    rader = page.locator("tr[data-pk]").evaluate_all("alla => alla.map((e) => e.id)")
    assert rader == ["aktivitet-3", "aktivitet-1", "aktivitet-2"]


def test_leaving_the_page_with_something_written_asks(oppna, page, plan):
    oppna(page)
    lank(page, "Redigera aktivitet 1").click()
    page.wait_for_selector(".ruta form")
    page.keyboard.type("Ny ")
    fragor = []
    page.on("dialog", lambda ruta: (fragor.append(ruta.type), ruta.accept()))
    page.goto(reverse("planer"))
    assert fragor == ["beforeunload"]


def test_without_javascript_every_deed_has_its_page(oppna, ny_sida, plan):
    page = oppna(ny_sida(java_script_enabled=False))
    lank(page, "Redigera aktivitet 1").click()
    page.fill("[name=titel]", "Utan skript")
    page.get_by_role("button", name="Spara").click()
    assert "Utan skript" in page.inner_text("#aktivitet-1")
    lank(page, "Flytta aktivitet 1").click()
    page.get_by_role("button", name="Flytta ner aktiviteten").click()
    assert ordning(plan) == [2, 1, 3]
    lank(page, "Flytta aktivitet 1").click()
    page.select_option("[name=till]", index=0)
    page.get_by_role("button", name="Flytta", exact=True).click()
    assert ordning(plan)[0] == 1
    assert Handlingsplan.objects.get(pk=plan.pk).aktiviteter.count() == 3


def test_a_removed_chapter_leaves_the_paper_and_comes_back_by_undo(oppna, page, plan):
    oppna(page)
    antal = page.locator("section.kapitel").count()
    lank(page, "Redigera kapitel 2").first.click()
    page.locator(".ruta").get_by_role("link", name="Ta bort").click()
    page.get_by_role("button", name="Ta bort kapitlet").click()
    stangd(page)
    assert page.locator("section.kapitel").count() == antal - 1
    assert fokus(page).startswith("Borttaget:")
    page.get_by_role("button", name="Ångra").click()
    page.get_by_role("button", name="Gör om").wait_for()
    assert page.locator("section.kapitel").count() == antal
    assert page.url.endswith(PLAN)


@pytest.mark.parametrize("bredd", [1280, 360])
def test_save_stays_in_reach_in_a_long_form(oppna, ny_sida, plan, bredd):
    page = oppna(ny_sida(width=bredd, height=640))
    lank(page, "Redigera aktivitet 2").click()
    spara = page.locator(".ruta").get_by_role("button", name="Spara")
    for falt in ("titel", "uppfoljning_text"):
        page.locator(f".ruta [name={falt}]").focus()
        ruta = spara.bounding_box()
        assert 0 <= ruta["y"] <= 640 - ruta["height"]
        assert page.evaluate(
            "!document.activeElement.closest('.falt').querySelector('input')"
            ".checkVisibility() || document.activeElement.getBoundingClientRect()"
            ".bottom <= document.querySelector('.ruta form > .knapprad')"
            ".getBoundingClientRect().top"
        )
    assert not page.locator(".tumrad").is_visible()


def test_a_remark_opens_the_form_at_its_field(oppna, page, plan):
    rad = plan.aktiviteter.get(nummer=2)
    rad.tolka_tider("T.o.m. 2027-31-12", None)
    rad.save()
    oppna(page)
    lank(page, "Rätta Aktivitet 2").click()
    page.wait_for_selector(".ruta form")
    assert fokus(page) == "tidplan_text"


def test_a_plan_that_is_locked_meanwhile_says_so_and_the_words_stay(
    oppna, page, plan, axe, webbfel
):
    oppna(page)
    lank(page, "Redigera aktivitet 2").click()
    page.fill(".ruta [name=titel]", "Skrivet medan den låstes")
    Handlingsplan.objects.filter(pk=plan.pk).update(status="till_namnd")
    page.keyboard.press("Control+s")
    page.wait_for_selector(".natfel")
    assert "Planen har låsts medan du skrev" in page.inner_text(".natfel")
    assert page.input_value(".ruta [name=titel]") == "Skrivet medan den låstes"
    axe(page)
    lank(page, "Redigera aktivitet 1").click()
    page.wait_for_selector("#besked .natfel")
    assert "Planen har låsts sedan du öppnade sidan" in page.inner_text("#besked")
    webbfel[:] = [fel for fel in webbfel if " 403 " not in fel]
