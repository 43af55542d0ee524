"""Uppföljning cells: every channel that plans name, its period, then the refusals."""

from datetime import date

import pytest

from aktiviteter.tidsprak import Aterkommer, Kanal, tolka_uppfoljning

AR = 2025


def rapporter(text, ar=AR):
    u = tolka_uppfoljning(text, ar=ar)
    return [(u.kanal.value, u.period), *((r.kanal.value, r.period) for r in u.fler)]


@pytest.mark.parametrize(
    ("text", "kanal", "period", "start", "slut"),
    [
        ("VB", "verksamhetsberattelse", "2025", "2025-01-01", "2025-12-31"),
        ("VB 2026", "verksamhetsberattelse", "2026", "2026-01-01", "2026-12-31"),
        ("VB -26", "verksamhetsberattelse", "2026", "2026-01-01", "2026-12-31"),
        (
            "Verksamhetsberättelse(n) 2019",
            "verksamhetsberattelse",
            "2019",
            "2019-01-01",
            "2019-12-31",
        ),
        (
            "Verksamhets berättelsen",
            "verksamhetsberattelse",
            "2025",
            "2025-01-01",
            "2025-12-31",
        ),
        (
            "2024 års verksamhetsberättelse",
            "verksamhetsberattelse",
            "2024",
            "2024-01-01",
            "2024-12-31",
        ),
        (
            "I nämndens årsredovisning",
            "arsredovisning",
            "2025",
            "2025-01-01",
            "2025-12-31",
        ),
        ("Årsbokslut 2025", "arsredovisning", "2025", "2025-01-01", "2025-12-31"),
        ("bokslut", "arsredovisning", "2025", "2025-01-01", "2025-12-31"),
        (
            "Tertialrapport 1 2020",
            "tertialrapport",
            "T1 2020",
            "2020-01-01",
            "2020-04-30",
        ),
        ("T1", "tertialrapport", "T1 2025", "2025-01-01", "2025-04-30"),
        ("TR1", "tertialrapport", "T1 2025", "2025-01-01", "2025-04-30"),
        ("T2", "tertialrapport", "T2 2025", "2025-05-01", "2025-08-31"),
        ("Tertialrapport T2", "tertialrapport", "T2 2025", "2025-05-01", "2025-08-31"),
        (
            "tertialuppföljning 2",
            "tertialrapport",
            "T2 2025",
            "2025-05-01",
            "2025-08-31",
        ),
        ("tredje tertialet", "tertialrapport", "T3 2025", "2025-09-01", "2025-12-31"),
        (
            "Delårsrapport augusti",
            "delarsrapport",
            "augusti 2025",
            "2025-01-01",
            "2025-08-31",
        ),
        (
            "Delårsrapport per 31/8",
            "delarsrapport",
            "31 augusti 2025",
            "2025-01-01",
            "2025-08-31",
        ),
        ("Delårsbokslut T2", "delarsrapport", "T2 2025", "2025-01-01", "2025-08-31"),
        ("delår", "delarsrapport", "2025", "2025-01-01", None),
        ("Delårsrapport 2", "delarsrapport", "delår 2 2025", "2025-01-01", None),
        ("Kvartalsrapport 3", "kvartalsrapport", "Q3 2025", "2025-07-01", "2025-09-30"),
        ("kvartalsrapport", "kvartalsrapport", "", None, None),
        (
            "Månadsrapport mars",
            "manadsrapport",
            "mars 2025",
            "2025-03-01",
            "2025-03-31",
        ),
        ("I ordinarie verksamhetsuppföljning", "ordinarie", "", None, None),
        ("I ordinarie verksamhetsupp följning", "ordinarie", "", None, None),
        ("Inom ramen för verksamhetsuppföljningen", "ordinarie", "", None, None),
        ("i den reguljära uppföljningen", "ordinarie", "", None, None),
        (
            "Redovisas för nämnden i december",
            "annan",
            "december 2025",
            "2025-12-01",
            "2025-12-31",
        ),
        ("Internkontroll", "annan", "", None, None),
        ("Enkät till deltagarna", "annan", "", None, None),
        ("Ordinarie arbetsplatsträffar", "annan", "", None, None),
        ("Statistik", "annan", "", None, None),
        ("Verksamhetsplan 2026", "annan", "2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_channel_has_the_period_that_its_report_covers(
    text, kanal, period, start, slut
):
    uppfoljning = tolka_uppfoljning(text, ar=AR)
    assert rapporter(text) == [(kanal, period)]
    assert uppfoljning.start == (date.fromisoformat(start) if start else None)
    assert uppfoljning.slut == (date.fromisoformat(slut) if slut else None)
    assert (uppfoljning.text, uppfoljning.fel) == (text, "")


@pytest.mark.parametrize(
    ("text", "vantat"),
    [
        (
            "I samband med T1 och VB",
            [("tertialrapport", "T1 2025"), ("verksamhetsberattelse", "2025")],
        ),
        (
            "T1, T2, VB 2026",
            [
                ("tertialrapport", "T1 2025"),
                ("tertialrapport", "T2 2025"),
                ("verksamhetsberattelse", "2026"),
            ],
        ),
        (
            "Redovisas i VB 2025 samt i T2",
            [("verksamhetsberattelse", "2025"), ("tertialrapport", "T2 2025")],
        ),
        (
            "Tertialrapport 1–2 2025",
            [("tertialrapport", "T1 2025"), ("tertialrapport", "T2 2025")],
        ),
        (
            "Delår 1 och 2",
            [("delarsrapport", "delår 1 2025"), ("delarsrapport", "delår 2 2025")],
        ),
        (
            "Delårsrapport och årsredovisning",
            [("delarsrapport", "2025"), ("arsredovisning", "2025")],
        ),
    ],
)
def test_several_channels_are_all_kept_in_reading_order(text, vantat):
    assert rapporter(text) == vantat


@pytest.mark.parametrize(
    ("text", "kanal", "aterkommer"),
    [
        ("Årligen inom ramen för ordinarie styrning", "ordinarie", "arligen"),
        ("Tertialvis", "tertialrapport", "tertialvis"),
        ("I tertialrapporterna", "tertialrapport", "tertialvis"),
        ("Löpande uppföljning", "annan", "lopande"),
        ("Årlig rapport", "annan", "arligen"),
        ("Två gånger per år", "annan", "halvarsvis"),
    ],
)
def test_how_often_stands_beside_the_channel(text, kanal, aterkommer):
    uppfoljning = tolka_uppfoljning(text, ar=AR)
    assert uppfoljning.kanal == Kanal(kanal)
    assert uppfoljning.aterkommer == Aterkommer(aterkommer)


@pytest.mark.parametrize("text", ["", " ", "–", "Ej aktuellt"])
def test_an_empty_cell_is_saknas(text):
    assert tolka_uppfoljning(text, ar=AR).kanal == Kanal.SAKNAS


def test_signs_alone_are_oklar():
    assert tolka_uppfoljning("???", ar=AR).kanal == Kanal.OKLAR


@pytest.mark.parametrize(
    ("text", "kanal", "fel", "forslag"),
    [
        ("Tertialrapport 4", "tertialrapport", "Tertial 4 finns inte.", ""),
        (
            "Redovisas 2025-02-30",
            "annan",
            "Datumet 2025-02-30 finns inte.",
            "Redovisas 2025-02-28",
        ),
        (
            "Delårsrapport per 31 juni",
            "delarsrapport",
            "Datumet 31 juni finns inte.",
            "Delårsrapport per 2025-06-30",
        ),
    ],
)
def test_an_impossible_period_is_told_and_the_channel_kept(text, kanal, fel, forslag):
    uppfoljning = tolka_uppfoljning(text, ar=AR)
    assert (uppfoljning.kanal, uppfoljning.fel, uppfoljning.forslag) == (
        Kanal(kanal),
        fel,
        forslag,
    )
    assert (uppfoljning.start, uppfoljning.slut, uppfoljning.period) == (None, None, "")


def test_a_plan_year_out_of_reach_is_refused_in_swedish():
    with pytest.raises(ValueError, match="Planens år"):
        tolka_uppfoljning("VB", ar=20255)
