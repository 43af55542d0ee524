"""How a value is told to the user, and the check date that goes with it."""

from datetime import date

import pytest

from aktiviteter.tidsprak import (
    beskriv_tidplan,
    beskriv_uppfoljning,
    foresla_avstamning,
    tolka_tidplan,
    tolka_uppfoljning,
)


@pytest.mark.parametrize(
    ("text", "beskrivning"),
    [
        ("v. 43 2027", "25–31 oktober 2027"),
        ("vecka 40 2025", "29 september–5 oktober 2025"),
        ("vecka 1 2025", "30 december 2024–5 januari 2025"),
        ("2025-06-01–2025-08-31", "1 juni–31 augusti 2025"),
        ("20190901", "1 september 2019"),
        ("hösten", "Hösten 2025 (september–november)"),
        ("vintern 25/26", "Vintern 2025/2026 (december 2025–februari 2026)"),
        ("HT 2025", "Höstterminen 2025 (augusti–december)"),
        ("Q3", "Kvartal 3 2025 (juli–september)"),
        ("T1 2026", "Tertial 1 2026 (januari–april)"),
        ("andra halvåret", "Andra halvåret 2025 (juli–december)"),
        ("juni–augusti", "Juni–augusti 2025"),
        ("maj", "Maj 2025"),
        ("årsskiftet", "December 2025–januari 2026"),
        ("2019", "2019"),
        ("2025–27", "2025–2027"),
        ("t.o.m. juni 2026", "Till och med 30 juni 2026"),
        ("start hösten 2025", "Från och med 1 september 2025"),
        ("Pågående", "Löpande"),
        ("Löpande t.o.m. 2026", "Löpande, till och med 31 december 2026"),
        ("Kvartalsvis 2025", "Varje kvartal, 2025"),
        ("Tre gånger per år", "Tre gånger per år"),
        ("4 ggr/år", "Fyra gånger per år"),
        ("24/7", "Löpande"),
        ("Höstlovet 2025", "27 oktober–2 november 2025"),
        ("Sportlovet", "Februari–mars 2025"),
        ("mars och oktober", "Mars 2025 och oktober 2025"),
        ("Inför varje bidragsbeslut", "Styrs av en händelse"),
        ("Genomfört 2024", "Genomfört, 2024"),
        ("", "Ingen tidplan angiven"),
        ("Oklart", "Kunde inte tolkas som tid, orden behålls som de står"),
        (
            "T.o.m. 2019-31-12",
            "Till och med: Datumet 2019-31-12 finns inte. Menas ”T.o.m. 2019-12-31”?",
        ),
        ("vecka 54", "Vecka 54 finns inte 2025: året har 52 veckor."),
    ],
)
def test_a_tidplan_is_told_in_plain_swedish(text, beskrivning):
    assert beskriv_tidplan(tolka_tidplan(text, ar=2025)) == beskrivning


def test_the_next_check_date_is_told_beside_lopande():
    lopande = tolka_tidplan("Löpande", ar=2027)
    assert (
        beskriv_tidplan(lopande, avstamning=date(2027, 4, 30))
        == "Löpande – nästa avstämning 30 april 2027"
    )


@pytest.mark.parametrize(
    ("text", "beskrivning"),
    [
        ("VB 2027", "Verksamhetsberättelsen 2027"),
        ("T2", "Tertialrapport 2 2025"),
        ("Delårsrapport augusti", "Delårsrapport augusti 2025"),
        ("Delårsrapport 2", "Delårsrapport 2 2025"),
        ("I ordinarie verksamhetsuppföljning", "Ordinarie uppföljning"),
        ("Årligen inom ordinarie styrning", "Ordinarie uppföljning, varje år"),
        ("T1 och VB", "Tertialrapport 1 2025 och verksamhetsberättelsen 2025"),
        ("Redovisas för nämnden i maj", "Annan uppföljning, maj 2025"),
        ("", "Ingen uppföljning angiven"),
        ("?", "Kunde inte tolkas, orden behålls som de står"),
        ("T4", "Tertialrapport: Tertial 4 finns inte."),
        ("Se ovan", "”Se ovan” går inte att följa: det finns ingen rad ovanför."),
    ],
)
def test_an_uppfoljning_is_told_in_plain_swedish(text, beskrivning):
    assert beskriv_uppfoljning(tolka_uppfoljning(text, ar=2025)) == beskrivning


@pytest.mark.parametrize(
    ("text", "idag", "dagen"),
    [
        ("Löpande", date(2027, 1, 15), date(2027, 4, 30)),
        ("Löpande", date(2027, 4, 30), date(2027, 8, 31)),
        ("Löpande", date(2027, 12, 31), date(2028, 4, 30)),
        ("Löpande", date(2026, 10, 1), date(2027, 4, 30)),
        ("Kvartalsvis", date(2027, 5, 1), date(2027, 8, 31)),
        ("Löpande, start hösten 2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("Löpande t.o.m. 2027-06-15", date(2027, 5, 1), date(2027, 6, 15)),
        ("Löpande t.o.m. 2027-06-15", date(2027, 6, 15), None),
        ("Löpande under året", date(2027, 9, 1), date(2027, 12, 31)),
        ("Löpande under året", date(2028, 1, 15), None),
        ("2027", date(2027, 1, 1), None),
        ("Vid nyanställning", date(2027, 1, 1), None),
        ("", date(2027, 1, 1), None),
    ],
)
def test_what_runs_on_gets_the_next_reporting_day(text, idag, dagen):
    tidplan = tolka_tidplan(text, ar=2027)
    assert foresla_avstamning(tidplan, ar=2027, idag=idag) == dagen
