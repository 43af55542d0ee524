"""A time is understood while one types it, with the keyboard alone."""

TID = "[data-tolkning=tidplan_text]"


def skriv(page, falt, ord_):
    """Write words into a field as fingers do, and wait for the answer."""
    page.focus(f"[name={falt}]")
    page.keyboard.press("ControlOrMeta+A")
    with page.expect_response("**/tolka/"):
        page.keyboard.type(ord_)


def test_what_is_typed_is_understood_at_once(varld, page, sitter, axe):
    sitter(page, varld.vem, varld.radsida)
    assert page.locator("[name=visa_tolkning]").is_hidden()
    skriv(page, "tidplan_text", "Hösten 2027")
    page.wait_for_selector(f"{TID} >> text=september–november")
    skriv(page, "uppfoljning_text", "T2")
    page.wait_for_selector("[data-tolkning=uppfoljning_text] >> text=Tertialrapport 2")
    assert page.get_attribute(TID, "aria-live") == "polite"
    axe(page)


def test_the_wording_that_may_be_meant_is_a_press_away(varld, page, sitter, axe):
    sitter(page, varld.vem, varld.radsida)
    skriv(page, "tidplan_text", "T.o.m. 2027-31-12")
    page.wait_for_selector(f"{TID} button")
    axe(page)
    page.keyboard.press("Tab")
    with page.expect_response("**/tolka/"):
        page.keyboard.press("Enter")
    assert page.input_value("[name=tidplan_text]") == "T.o.m. 2027-12-31"
    assert page.evaluate("document.activeElement.name") == "tidplan_text"
    page.wait_for_selector(f"{TID} >> text=Till och med 31 december 2027")


def test_a_day_to_look_at_what_runs_on_is_a_press_away(varld, page, sitter):
    sitter(page, varld.vem, varld.radsida)
    page.fill("[name=avstamning]", "")
    skriv(page, "tidplan_text", "Tills vidare")
    page.wait_for_selector(f"{TID} button")
    page.press("[name=tidplan_text]", "Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[name=avstamning]').value")
    dag = page.input_value("[name=avstamning]")
    assert dag in ("2027-04-30", "2027-08-31", "2027-12-31") or dag > "2027-12-31"
    # The answer to the day, not one to the words that is still on its way
    page.wait_for_selector(f"{TID} button", state="detached")


def test_only_the_last_words_are_answered(varld, page, sitter):
    """An answer that comes late doesn't stand beside other words."""
    sitter(page, varld.vem, varld.radsida)
    sena = []

    def hall(route):
        if not sena:
            sena.append(route)
        else:
            route.continue_()

    page.route("**/tolka/", hall)
    page.fill("[name=tidplan_text]", "Våren 2027")
    page.wait_for_timeout(500)
    with page.expect_response("**/tolka/"):
        page.fill("[name=tidplan_text]", "Hösten 2027")
    page.wait_for_selector(f"{TID} >> text=Hösten")
    assert len(sena) == 1
    assert "Våren" not in page.inner_text(TID)


def test_without_javascript_the_form_s_button_shows_it(varld, ny_sida, sitter):
    page = ny_sida(java_script_enabled=False)
    sitter(page, varld.vem, varld.radsida)
    page.fill("[name=tidplan_text]", "T.o.m. 2027-31-12")
    with page.expect_navigation():
        page.click("text=Visa hur tiden förstås")
    assert "Menade du T.o.m. 2027-12-31? Skriv så i rutan" in page.inner_text(TID)
    assert page.locator(f"{TID} button").is_hidden()
