"""A chapter: new, changed, laid under another."""

import pytest

from aktiviteter.models import Avsnitt
from tests.aktiviteter.sida import (
    adress,
    besked,
    fel_pa,
    ifyllt,
    ord_pa,
    skicka,
)
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

NYTT = "/planer/ekhamra/2027/nytt-kapitel/"
SKRIVET = """Vi gör det *tillsammans* med **polisen**.

### Så här

- en punkt
   - en till
- en [länk](https://granby.example/plan)

Mer finns att läsa[fotnot: Granby stad 2026.] om det."""
LAGRAT = (
    "<p>Vi gör det <em>tillsammans</em> med <strong>polisen</strong>.</p>\n"
    "<h3>Så här</h3>\n"
    "<ul><li>en punkt<ul><li>en till</li></ul></li>"
    '<li>en <a href="https://granby.example/plan">länk</a></li></ul>\n'
    '<p>Mer finns att läsa<span class="fotnot">Granby stad 2026.</span> om det.</p>'
)


def redigera(avsnitt):
    return adress("avsnitt_redigera", avsnitt.pk)


def test_a_new_chapter_comes_last_with_its_text(klient, plan):
    svar = skicka(klient, NYTT, rubrik="Uppföljning", text=SKRIVET)
    nytt = plan.avsnitt.i_lasordning()[-1]
    assert (nytt.nummer, nytt.rubrik, nytt.text) == ("4", "Uppföljning", LAGRAT)
    assert svar.redirect_chain == [(f"/planer/ekhamra/2027/#avsnitt-{nytt.pk}", 302)]
    assert "Sparat: Uppföljning" in besked(svar)
    assert "Granby stad 2026." in ord_pa(svar)


def test_a_new_chapter_can_be_laid_under_another(klient, plan, kapitel):
    skicka(klient, NYTT, rubrik="Del", overordnat=kapitel[0].pk)
    skicka(klient, NYTT, rubrik="Del två", overordnat=kapitel[0].pk)
    numrerade = [(a.nummer, a.rubrik) for a in plan.avsnitt.i_lasordning()]
    assert numrerade[1:3] == [("1.1", "Del"), ("1.2", "Del två")]


def test_the_text_comes_back_as_it_was_written(klient, kapitel):
    skicka(klient, redigera(kapitel[0]), text=SKRIVET)
    assert ifyllt(klient.get(redigera(kapitel[0])))["text"] == SKRIVET


def test_opening_and_saving_changes_nothing(klient, kapitel, plan):
    fore = [(a.rubrik, a.text) for a in kapitel]
    for ett in kapitel:
        skicka(klient, redigera(ett))
    assert [(a.rubrik, a.text) for a in plan.avsnitt.i_lasordning()] == fore


def test_a_chapter_can_become_a_section_and_a_chapter_again(klient, plan, kapitel):
    skicka(klient, redigera(kapitel[2]), overordnat=kapitel[0].pk)
    numrerade = [(a.nummer, a.rubrik) for a in plan.avsnitt.i_lasordning()]
    assert numrerade[1] == ("1.1", "Kapitel 3 i ekhamra")
    assert "1 Aktivitet 1 i ekhamra" in ord_pa(klient.get("/planer/ekhamra/2027/"))
    skicka(klient, redigera(kapitel[2]), overordnat="")
    assert plan.avsnitt.i_lasordning()[2].nummer == "3"


def test_a_chapter_with_sections_cannot_be_laid_under_another(klient, plan, kapitel):
    Avsnitt.objects.create(plan=plan, rubrik="Del", overordnat=kapitel[1])
    svar = skicka(klient, redigera(kapitel[1]), overordnat=kapitel[0].pk, text=SKRIVET)
    assert "Kapitlet har egna delar" in fel_pa(svar)
    assert "Flytta delarna först" in fel_pa(svar)
    assert ifyllt(svar)["text"] == SKRIVET
    kapitel[1].refresh_from_db()
    assert kapitel[1].overordnat is None


def test_sections_go_one_level_deep_only(klient, plan, kapitel):
    del_ = Avsnitt.objects.create(plan=plan, rubrik="Del", overordnat=kapitel[1])
    svar = skicka(klient, NYTT, rubrik="Djupare", overordnat=del_.pk)
    assert fel_pa(svar)
    assert not Avsnitt.objects.filter(rubrik="Djupare").exists()


def test_a_chapter_cannot_be_laid_under_itself_or_in_another_plan(
    klient, plan, kapitel
):
    frammande = ny_plan(plan.namnd, 2028).avsnitt.first()
    for fel in (kapitel[0].pk, frammande.pk, 987654):
        svar = skicka(klient, redigera(kapitel[0]), overordnat=fel)
        assert "Ligger under" in fel_pa(svar)
    assert not Avsnitt.objects.exclude(overordnat=None).exists()


@pytest.mark.parametrize(
    ("andrat", "ord_"),
    [
        ({"rubrik": ""}, "Rubrik"),
        ({"rubrik": "r" * 201}, "200"),
        ({"overordnat": "x"}, "Ligger under"),
    ],
)
def test_an_error_keeps_the_text_as_it_was_written(klient, kapitel, andrat, ord_):
    svar = skicka(klient, redigera(kapitel[0]), text=SKRIVET, **andrat)
    assert ord_ in fel_pa(svar)
    assert ifyllt(svar)["text"] == SKRIVET
    kapitel[0].refresh_from_db()
    assert kapitel[0].text.startswith("<p>Text 1 i ekhamra")


@pytest.mark.parametrize(
    "text", ["<p>a\n\nb", "<p>hej</p>", "<ul>x\n- y", "<h3>**y**", "<p>a</p><p>b</p>"]
)
def test_a_text_that_begins_like_markup_survives_an_error(klient, kapitel, text):
    svar = skicka(klient, redigera(kapitel[0]), rubrik="", text=text)
    assert ifyllt(svar)["text"] == text
    skicka(klient, redigera(kapitel[0]), text=text)
    visat = ifyllt(klient.get(redigera(kapitel[0])))["text"]
    assert "<" in visat


def test_an_endless_text_is_refused_and_kept(klient, kapitel):
    text = "ord " * 100_001
    svar = skicka(klient, redigera(kapitel[0]), text=text)
    assert "får vara högst 400000. Dela upp den" in fel_pa(svar)
    assert ifyllt(svar)["text"] == text
    kapitel[0].refresh_from_db()
    assert kapitel[0].version == 1


def test_a_reader_may_not_write_chapters(client, namnd, kapitel):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    for sida in (NYTT, redigera(kapitel[0])):
        assert client.get(sida).status_code == 403
        assert client.post(sida, {"rubrik": "Ny", "text": ""}).status_code == 403
    assert not Avsnitt.objects.filter(rubrik="Ny").exists()


def test_a_foreign_chapter_is_not_found(klient, plan):
    frammande = ny_plan(ny_namnd("sjovik")).avsnitt.first()
    assert klient.get(redigera(frammande)).status_code == 404
    assert klient.get("/planer/sjovik/2027/nytt-kapitel/").status_code == 404
