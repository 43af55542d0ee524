"""Remarks one by one, each with its outcome and answer; all of them as Word."""

import io

import docx
import pytest

from aktiviteter.models import Yttrande
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, skicka
from tests.aktiviteter.wordpaket import granska_mot_schemat, granska_paket
from tests.bygge_samrad import nytt_samrad, nytt_yttrande


@pytest.fixture
def polisen(plan):
    return nytt_samrad(plan, "Kommunpolisen")


@pytest.fixture
def ett(polisen):
    return nytt_yttrande(polisen, "Skriv mer om skolan.")


def test_a_remark_is_written_and_stands_unanswered(klient, polisen, rader):
    vart = adress("yttrande_ny", polisen.pk)
    assert f"Aktivitet {rader[0].nummer} {rader[0].titel}" in (
        klient.get(vart).content.decode()
    )
    svar = skicka(klient, vart, text="Mer om skolan.", galler="Aktivitet 1")
    assert besked(svar) == "Sparat."
    assert "Obesvarad" in ord_pa(svar)
    assert list(Yttrande.objects.obesvarade()) == [polisen.yttranden.get()]


def test_several_are_written_after_each_other(klient, polisen):
    svar = skicka(
        klient, adress("yttrande_ny", polisen.pk), text="Den första.", fler="ja"
    )
    assert "Ny synpunkt" in ord_pa(svar)
    assert ifyllt(svar)["text"] == ""
    assert polisen.yttranden.get().text == "Den första."


def test_it_is_answered_with_an_outcome(klient, ett):
    svar = skicka(
        klient, adress("yttrande", ett.pk), utfall="delvis", svar="Ett stycke är nytt."
    )
    assert "Delvis tillgodosett" in ord_pa(svar)
    assert not Yttrande.objects.obesvarade().exists()


@pytest.mark.parametrize(
    ("andrat", "fel"),
    [
        ({"utfall": "inte", "svar": ""}, "Skriv varför"),
        ({"utfall": "", "svar": "Vi tackar."}, "Välj vad synpunkten ledde till"),
        ({"text": "  "}, "Fyll i fältet"),
        ({"utfall": "kanske"}, "Välj ett giltigt alternativ"),
    ],
)
def test_what_is_half_done_is_told_and_kept(klient, ett, andrat, fel):
    svar = skicka(klient, adress("yttrande", ett.pk), galler="Kapitel 9", **andrat)
    assert fel in fel_pa(svar)
    assert ifyllt(svar)["galler"] == "Kapitel 9"
    ett.refresh_from_db()
    assert (ett.galler, ett.utfall) == ("", "")


def test_two_who_answer_at_once_both_see_both_texts(bada, ett):
    vart = adress("yttrande", ett.pk)
    svar = bada(
        vart,
        {"utfall": "noterat", "svar": "Hans svar"},
        {"utfall": "inte", "svar": "Mitt svar"},
    )
    assert "Någon annan sparade medan du skrev" in fel_pa(svar)
    assert ifyllt(svar)["svar"] == "Mitt svar"
    ord_ = ord_pa(svar, "//*[@class='kort annans']")
    assert "Hans" in ord_
    assert "Noterat" in ord_


def test_after_the_clash_the_chosen_text_is_saved(bada, klient, ett):
    vart = adress("yttrande", ett.pk)
    svar = bada(vart, {"galler": "Kapitel 1"}, {"galler": "Kapitel 2"})
    svar = klient.post(vart, ifyllt(svar), follow=True)
    assert besked(svar) == "Sparat."
    ett.refresh_from_db()
    assert ett.galler == "Kapitel 2"


def test_the_same_text_saved_by_both_is_saved_once(bada, ett):
    svar = bada(
        adress("yttrande", ett.pk), {"galler": "Kapitel 1"}, {"galler": "Kapitel 1"}
    )
    assert besked(svar) == "Sparat."


def test_a_remark_that_points_somebody_out_is_saved_with_a_warning(klient, polisen):
    svar = skicka(
        klient,
        adress("yttrande_ny", polisen.pk),
        text="Ring 070-174 06 35 om det här.",
    )
    assert "kan peka ut någon" in besked(svar)
    assert polisen.yttranden.exists()


def test_it_is_taken_away_after_a_question(klient, ett, polisen):
    bort = adress("yttrande_ta_bort", ett.pk)
    assert "Skriv mer om skolan." in ord_pa(klient.get(bort))
    assert besked(klient.post(bort, follow=True)) == "Synpunkten är borttagen."
    assert not polisen.yttranden.exists()


# ---- As Word ----------------------------------------------------------------------


def ord_i(data):
    fil = docx.Document(io.BytesIO(data))
    celler = [c.text for t in fil.tables for rad in t.rows for c in rad.cells]
    return " ".join([*(p.text for p in fil.paragraphs), *celler]).replace("\xad", "")


def test_all_remarks_with_answers_are_a_word_file(klient, plan, polisen, ett):
    ett.svar, ett.utfall = "Ett stycke är nytt.\nOch en rad.", "delvis"
    ett.save()
    nytt_samrad(plan, "Skolan", status="svarat", svar="Vi ställer oss bakom planen.")
    svar = klient.get(adress("plan_yttranden_word", plan.namnd.kort, plan.ar))
    assert svar["Content-Disposition"].startswith("attachment")
    granska_paket(svar.content)
    granska_mot_schemat(svar.content)
    ord_ = ord_i(svar.content)
    for vad in (
        "Synpunkter och svar",
        "Skriv mer om skolan.",
        "Delvis tillgodosett",
        "Och en rad.",
        "Vi ställer oss bakom planen.",
        "Inga synpunkter.",
    ):
        assert vad in ord_


def test_who_has_not_answered_is_never_said_to_have_no_remarks(klient, plan):
    nytt_samrad(plan, "Skolan", status="fragad")
    nytt_samrad(plan, "Bostadsbolaget", status="uteblev")
    url = adress("plan_yttranden_word", plan.namnd.kort, plan.ar)
    ord_ = ord_i(klient.get(url).content)
    assert "Inget svar än." in ord_
    assert "Svarade inte." in ord_
    assert "Inga synpunkter" not in ord_


def test_what_is_sent_back_holds_only_their_own(klient, plan, polisen, ett):
    nytt_yttrande(nytt_samrad(plan, "Skolan"), "Skolans egen synpunkt.")
    ord_ = ord_i(klient.get(adress("samrad_word", polisen.pk)).content)
    assert "Skriv mer om skolan." in ord_
    assert "Skolans egen" not in ord_


def test_a_plan_that_nobody_was_asked_about_says_so_in_word(klient, plan):
    svar = klient.get(adress("plan_yttranden_word", plan.namnd.kort, plan.ar))
    assert "Ingen är tillfrågad än." in ord_i(svar.content)
