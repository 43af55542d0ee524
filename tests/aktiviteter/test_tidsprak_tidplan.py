"""Tidplan cells: every way of writing a time that plans use, then what cannot be."""

from datetime import date

import pytest

from aktiviteter.tidsprak import Aterkommer, Precision, Tidtyp, tolka_tidplan

AR = 2025


def dagar(start, slut):
    return (
        date.fromisoformat(start) if start else None,
        date.fromisoformat(slut) if slut else None,
    )


def utfall(text, ar=AR):
    tidplan = tolka_tidplan(text, ar=ar)
    return tidplan.typ, tidplan.start, tidplan.slut


@pytest.mark.parametrize(
    "text",
    [
        "Löpande",
        "Pågående",
        "Pågår",
        "Kontinuerligt",
        "Tills vidare",
        "tillsvidare",
        "LÖPANDE.",
        "Löpande arbete",
        "Löpande i samverkan med polisen",
        "Under planperioden",
        "Inom ramen för ordinarie verksamhet",
        "Påbörjat",
        "Löp\u00adande",
        "Lo\u0308pande",
        " Löpande\u00a0",
        "Löp ande",
        "Löpande med uppföljning i december",
        "Löpande, redovisas i VB 2025",
        "Löpande. Uppföljning sker i samband med tertialrapport 1 och 2.",
    ],
)
def test_words_for_what_runs_on_are_lopande_without_dates(text):
    assert utfall(text) == (Tidtyp.LOPANDE, None, None)


@pytest.mark.parametrize(
    ("text", "start", "slut"),
    [
        ("löpande under året", "2025-01-01", "2025-12-31"),
        ("Löpande 2025–2027", "2025-01-01", "2027-12-31"),
        ("Löpande t.o.m. 2026-06-30", None, "2026-06-30"),
        ("Löpande, start hösten 2025", "2025-09-01", None),
        ("Start HT25, därefter löpande", "2025-08-01", None),
        ("Fr.o.m. hösten 2025 och tillsvidare", "2025-09-01", None),
        ("2025-01-01 – tills vidare", "2025-01-01", None),
        ("2025 och löpande", "2025-01-01", None),
        ("Pågår sedan 2023", "2023-01-01", None),
        ("Pågår till 2026", None, "2026-12-31"),
        ("Pågående, klart december 2025", None, "2025-12-31"),
    ],
)
def test_lopande_keeps_the_limits_written_beside_it(text, start, slut):
    assert utfall(text) == (Tidtyp.LOPANDE, *dagar(start, slut))


@pytest.mark.parametrize(
    "text",
    [
        "2025-09-01",
        "2025-9-1",
        "2025.09.01",
        "2025/09/01",
        "2025 09 01",
        "20250901",
        "250901",
        "25-09-01",
        "01-09-2025",
        "1 september 2025",
        "den 1 september 2025",
        "den 1:a september",
        "1:e september",
        "första september",
        "1 sept -25",
        "1 sept. 2025",
        "1/9 2025",
        "1/9-25",
        "1/9 -25",
        "1/9/2025",
        "1/9",
        "1.9.2025",
        "1.9.25",
        "måndag 1 september",
        "1 september kl. 13.00–15.00",
        "Workshop 1 september 2025",
        "Steg 1, 1 september",
        "2025‑09‑01",
        "1\u00a0september\u00a02025",
    ],
)
def test_a_day_in_every_swedish_form_is_that_day(text):
    dagen = date(2025, 9, 1)
    tidplan = tolka_tidplan(text, ar=AR)
    assert (tidplan.typ, tidplan.start, tidplan.slut) == (Tidtyp.DATUM, dagen, dagen)
    assert tidplan.precision == Precision.DAG


@pytest.mark.parametrize(
    ("text", "start", "slut", "precision"),
    [
        ("2019", "2019-01-01", "2019-12-31", "ar"),
        ("År 2026", "2026-01-01", "2026-12-31", "ar"),
        ("Hela året", "2025-01-01", "2025-12-31", "ar"),
        ("Under året", "2025-01-01", "2025-12-31", "ar"),
        ("Under 2025", "2025-01-01", "2025-12-31", "ar"),
        ("Nästa år", "2026-01-01", "2026-12-31", "ar"),
        ("Budgetåret 2026", "2026-01-01", "2026-12-31", "ar"),
        ("2025-2027", "2025-01-01", "2027-12-31", "ar"),
        ("2025–26", "2025-01-01", "2026-12-31", "ar"),
        ("2025/2026", "2025-01-01", "2026-12-31", "ar"),
        ("25/26", "2025-01-01", "2026-12-31", "ar"),
        ("2025, 2026 och 2027", "2025-01-01", "2027-12-31", "ar"),
        ("Mandatperioden", "2023-01-01", "2026-12-31", "ar"),
        ("Hösten 2025", "2025-09-01", "2025-11-30", "arstid"),
        ("höst", "2025-09-01", "2025-11-30", "arstid"),
        ("våren", "2025-03-01", "2025-05-31", "arstid"),
        ("sommaren 2025", "2025-06-01", "2025-08-31", "arstid"),
        ("vintern 2025/2026", "2025-12-01", "2026-02-28", "arstid"),
        ("vintern 25/26", "2025-12-01", "2026-02-28", "arstid"),
        ("2025, hösten", "2025-09-01", "2025-11-30", "arstid"),
        ("Till hösten 2025", "2025-09-01", "2025-11-30", "arstid"),
        ("Hösten 2025 – våren 2026", "2025-09-01", "2026-05-31", "arstid"),
        ("hösten 2025–våren", "2025-09-01", "2026-05-31", "arstid"),
        ("HT 2025", "2025-08-01", "2025-12-31", "termin"),
        ("VT25", "2025-01-01", "2025-06-30", "termin"),
        ("HT-25", "2025-08-01", "2025-12-31", "termin"),
        ("HT 25/VT 26", "2025-08-01", "2026-06-30", "termin"),
        ("vårterminen", "2025-01-01", "2025-06-30", "termin"),
        ("läsåret 2025/2026", "2025-08-01", "2026-06-30", "manad"),
        ("Vecka 43 2025", "2025-10-20", "2025-10-26", "vecka"),
        ("v. 43 2025", "2025-10-20", "2025-10-26", "vecka"),
        ("v43", "2025-10-20", "2025-10-26", "vecka"),
        ("2025 v. 43", "2025-10-20", "2025-10-26", "vecka"),
        ("2025-W43", "2025-10-20", "2025-10-26", "vecka"),
        ("v43/2025", "2025-10-20", "2025-10-26", "vecka"),
        ("Vecka 43, 2027", "2027-10-25", "2027-10-31", "vecka"),
        ("vecka 8-10", "2025-02-17", "2025-03-09", "vecka"),
        ("V.36–38, 2025", "2025-09-01", "2025-09-21", "vecka"),
        ("vecka 50–2", "2025-12-08", "2026-01-11", "vecka"),
        ("Vecka 53 2026", "2026-12-28", "2027-01-03", "vecka"),
        ("september 2025", "2025-09-01", "2025-09-30", "manad"),
        ("sept -25", "2025-09-01", "2025-09-30", "manad"),
        ("2025-09", "2025-09-01", "2025-09-30", "manad"),
        ("202509", "2025-09-01", "2025-09-30", "manad"),
        ("9/2025", "2025-09-01", "2025-09-30", "manad"),
        ("2025 september", "2025-09-01", "2025-09-30", "manad"),
        ("månad 9", "2025-09-01", "2025-09-30", "manad"),
        ("oktober månad 2025", "2025-10-01", "2025-10-31", "manad"),
        ("Juni–augusti 2025", "2025-06-01", "2025-08-31", "manad"),
        ("jan.–mars", "2025-01-01", "2025-03-31", "manad"),
        ("mars/april 2025", "2025-03-01", "2025-04-30", "manad"),
        ("januari till juni", "2025-01-01", "2025-06-30", "manad"),
        ("Mellan mars och maj 2025", "2025-03-01", "2025-05-31", "manad"),
        ("november–februari", "2025-11-01", "2026-02-28", "manad"),
        ("november–februari 2025", "2024-11-01", "2025-02-28", "manad"),
        ("Årsskiftet 2025/2026", "2025-12-01", "2026-01-31", "manad"),
        ("runt årsskiftet 25/26", "2025-12-01", "2026-01-31", "manad"),
        ("i början av året", "2025-01-01", "2025-04-30", "manad"),
        ("i slutet av 2025", "2025-09-01", "2025-12-31", "manad"),
        ("Tidig höst 2025", "2025-09-01", "2025-09-30", "manad"),
        ("Andra halvan av 2025", "2025-07-01", "2025-12-31", "manad"),
        ("mitten av mars", "2025-03-11", "2025-03-20", "dag"),
        ("månadsskiftet mars/april", "2025-03-25", "2025-04-07", "dag"),
        ("Första veckan i mars", "2025-03-01", "2025-03-07", "dag"),
        ("1/3–31/5 2025", "2025-03-01", "2025-05-31", "dag"),
        ("2025-03-01--2025-05-31", "2025-03-01", "2025-05-31", "dag"),
        ("20250301—20250531", "2025-03-01", "2025-05-31", "dag"),
        ("från 1 mars till 31 maj 2025", "2025-03-01", "2025-05-31", "dag"),
        ("fr.o.m. 2025-03-01 t.o.m. 2025-05-31", "2025-03-01", "2025-05-31", "dag"),
        ("Start: 2025-03-01 Slut: 2025-05-31", "2025-03-01", "2025-05-31", "dag"),
        ("1–15 september", "2025-09-01", "2025-09-15", "dag"),
        ("mellan den 1 och den 15 maj", "2025-05-01", "2025-05-15", "dag"),
        ("30 september – 2 oktober", "2025-09-30", "2025-10-02", "dag"),
        ("1/12–15/1", "2025-12-01", "2026-01-15", "dag"),
        ("Q3 2025", "2025-07-01", "2025-09-30", "kvartal"),
        ("2025-Q3", "2025-07-01", "2025-09-30", "kvartal"),
        ("kvartal 3", "2025-07-01", "2025-09-30", "kvartal"),
        ("tredje kvartalet 2025", "2025-07-01", "2025-09-30", "kvartal"),
        ("under årets första kvartal", "2025-01-01", "2025-03-31", "kvartal"),
        ("Q1–Q2 2025", "2025-01-01", "2025-06-30", "kvartal"),
        ("kv 1-2, 2025", "2025-01-01", "2025-06-30", "kvartal"),
        ("T1 2026", "2026-01-01", "2026-04-30", "tertial"),
        ("tertial 2", "2025-05-01", "2025-08-31", "tertial"),
        ("Tertial II", "2025-05-01", "2025-08-31", "tertial"),
        ("första halvåret 2025", "2025-01-01", "2025-06-30", "halvar"),
        ("2:a halvåret", "2025-07-01", "2025-12-31", "halvar"),
        ("Påbörjas 2025, klart 2027", "2025-01-01", "2027-12-31", "ar"),
        ("Hösten 2025, klart våren 2026", "2025-09-01", "2026-05-31", "arstid"),
    ],
)
def test_a_period_of_every_precision_has_its_first_and_last_day(
    text, start, slut, precision
):
    assert utfall(text) == (Tidtyp.PERIOD, *dagar(start, slut))
    assert tolka_tidplan(text, ar=AR).precision == precision


@pytest.mark.parametrize(
    ("text", "slut"),
    [
        ("T.o.m. 2022-12-31", "2022-12-31"),
        ("t o m 2026", "2026-12-31"),
        ("tom 2026", "2026-12-31"),
        ("Till och med december 2026", "2026-12-31"),
        ("fram till och med 2027", "2027-12-31"),
        ("Senast juni 2025", "2025-06-30"),
        ("senast den 30/6-2025", "2025-06-30"),
        ("Klart senast 30 juni 2025", "2025-06-30"),
        ("Klart under hösten", "2025-11-30"),
        ("Ska vara klart 2025", "2025-12-31"),
        ("Senast vid årets slut", "2025-12-31"),
        ("före utgången av 2025", "2025-12-31"),
        ("Klart vid årsskiftet", "2025-12-31"),
        ("Före årsskiftet", "2025-12-31"),
        ("före 1 september", "2025-08-31"),
        ("Inför sommaren", "2025-05-31"),
        ("Före jul", "2025-12-23"),
        ("Deadline: 1 december 2025", "2025-12-01"),
        ("–2027", "2027-12-31"),
    ],
)
def test_a_limit_forward_has_only_an_end(text, slut):
    assert utfall(text) == (Tidtyp.TILL_OCH_MED, *dagar(None, slut))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Fr.o.m. 2025-03-01", "2025-03-01"),
        ("fr o m 2025", "2025-01-01"),
        ("Från och med hösten", "2025-09-01"),
        ("från 2026", "2026-01-01"),
        ("Med start hösten 2025", "2025-09-01"),
        ("Startar våren 2025", "2025-03-01"),
        ("Påbörjad 2024", "2024-01-01"),
        ("2025 och framåt", "2025-01-01"),
        ("juni 2025-", "2025-06-01"),
        ("Efter sommaren 2025", "2025-09-01"),
        ("Efter 1 september", "2025-09-02"),
        ("Efter årsskiftet", "2026-01-01"),
    ],
)
def test_a_start_without_an_end_has_only_a_start(text, start):
    assert utfall(text) == (Tidtyp.FRAN_OCH_MED, *dagar(start, None))


@pytest.mark.parametrize(
    ("text", "aterkommer"),
    [
        ("Dagligen", "dagligen"),
        ("varje vecka", "veckovis"),
        ("Varje måndag", "veckovis"),
        ("varannan vecka", "varannan_vecka"),
        ("månadsvis", "manadsvis"),
        ("en gång i månaden", "manadsvis"),
        ("Varannan månad", "varannan_manad"),
        ("kvartalsvis", "kvartalsvis"),
        ("varje kvartal", "kvartalsvis"),
        ("en gång per kvartal", "kvartalsvis"),
        ("4 möten per år", "fyra_ganger_per_ar"),
        ("var tredje månad", "kvartalsvis"),
        ("Per tertial", "tertialvis"),
        ("tre gånger om året", "tre_ganger_per_ar"),
        ("varje termin", "terminsvis"),
        ("1–2 gånger per termin", "terminsvis"),
        ("2 gånger per år", "halvarsvis"),
        ("två ggr/år", "halvarsvis"),
        ("två gånger årligen", "halvarsvis"),
        ("flera gånger per år", "flera_ganger_per_ar"),
        ("5 ggr/år", "flera_ganger_per_ar"),
        ("årligen", "arligen"),
        ("varje år", "arligen"),
        ("minst en gång per år", "arligen"),
        ("vartannat år", "vartannat_ar"),
        ("vart annat år", "vartannat_ar"),
        ("vart 3:e år", "vart_tredje_ar"),
        ("en gång per mandatperiod", "mandatperiodsvis"),
        ("Regelbundet", "regelbundet"),
        ("vid behov", "vid_behov"),
        ("När behov uppstår", "vid_behov"),
    ],
)
def test_recurrence_is_counted_to_the_nearest_name(text, aterkommer):
    tidplan = tolka_tidplan(text, ar=AR)
    assert utfall(text) == (Tidtyp.ATERKOMMANDE, None, None)
    assert tidplan.aterkommer == Aterkommer(aterkommer)


@pytest.mark.parametrize(
    ("text", "start", "slut"),
    [
        ("årligen i oktober", "2025-10-01", "2025-10-31"),
        ("Årligen, vecka 43", "2025-10-20", "2025-10-26"),
        ("Varje höst", "2025-09-01", "2025-11-30"),
        ("Årligen med start 2025", "2025-01-01", None),
        ("Årligen senast 31 mars", None, "2025-03-31"),
        ("Årligen 2025–2027", "2025-01-01", "2027-12-31"),
    ],
)
def test_what_comes_back_every_year_keeps_its_time(text, start, slut):
    assert utfall(text) == (Tidtyp.ATERKOMMANDE, *dagar(start, slut))
    assert tolka_tidplan(text, ar=AR).aterkommer == Aterkommer.ARLIGEN


@pytest.mark.parametrize(
    "text",
    [
        "Inför varje bidragsbeslut",
        "inom 3 månader från anställning",
        "vid nyanställning",
        "efter beslut",
        "När medel beviljats",
        "Varje nämndsmöte",
        "Vid varje APT",
        "Enligt årshjul",
        "Innan midsommar",
    ],
)
def test_what_an_event_decides_is_a_villkor_without_dates(text):
    assert utfall(text) == (Tidtyp.VILLKOR, None, None)


@pytest.mark.parametrize(
    ("text", "start", "slut"),
    [
        ("Klart", None, None),
        ("Avslutat", None, None),
        ("Genomfört 2024", "2024-01-01", "2024-12-31"),
        ("Genomförd hösten 2024", "2024-09-01", "2024-11-30"),
        ("Klart 2024", None, "2024-12-31"),
    ],
)
def test_what_is_done_is_avslutad(text, start, slut):
    assert utfall(text) == (Tidtyp.AVSLUTAD, *dagar(start, slut))


@pytest.mark.parametrize(
    ("text", "forsta", "sista", "antal"),
    [
        ("mars och oktober 2025", (3, 1), (10, 31), 2),
        ("3, 10 och 17 oktober", (10, 3), (10, 17), 3),
        ("15/3, 15/9", (3, 15), (9, 15), 2),
        ("Tre gånger per år (feb, maj, okt)", (2, 1), (10, 31), 3),
        ("Kvartal 2 och 4", (4, 1), (12, 31), 2),
        ("Vår/höst 2025", (3, 1), (11, 30), 2),
    ],
)
def test_several_spells_are_kept_apart_inside_their_hull(text, forsta, sista, antal):
    tidplan = tolka_tidplan(text, ar=AR)
    assert (tidplan.start, tidplan.slut) == (date(AR, *forsta), date(AR, *sista))
    assert len(tidplan.tillfallen) == antal


@pytest.mark.parametrize("text", ["", "  ", "-", "–", ".", "Saknas", "Ej aktuellt"])
def test_an_empty_cell_is_saknas(text):
    assert utfall(text) == (Tidtyp.SAKNAS, None, None)


@pytest.mark.parametrize(
    "text",
    ["?", "Oklart", "Ej påbörjat", "Inte klart", "Snarast", "1, 2, 3", "3 möten"],
)
def test_words_that_are_no_time_are_oklar_and_no_fault(text):
    tidplan = tolka_tidplan(text, ar=AR)
    assert (tidplan.typ, tidplan.fel, tidplan.text) == (Tidtyp.OKLAR, "", text)


@pytest.mark.parametrize(
    ("text", "typ", "fel", "forslag"),
    [
        ("2019-31-12", "oklar", "Datumet 2019-31-12 finns inte.", "2019-12-31"),
        (
            "T.o.m. 2019-31-12",
            "till_och_med",
            "Datumet 2019-31-12 finns inte.",
            "T.o.m. 2019-12-31",
        ),
        ("2025-02-30", "oklar", "Datumet 2025-02-30 finns inte.", "2025-02-28"),
        ("20191301", "oklar", "Datumet 20191301 finns inte.", "2019-01-13"),
        ("31 juni", "oklar", "Datumet 31 juni finns inte.", "2025-06-30"),
        ("31/6 2025", "oklar", "Datumet 31/6 2025 finns inte.", "2025-06-30"),
        ("29 februari", "oklar", "Datumet 29 februari 2025 finns inte.", "2025-02-28"),
        ("2025-00-10", "oklar", "Datumet 2025-00-10 finns inte.", ""),
        ("2025-13", "oklar", "Månad 13 finns inte.", ""),
        ("månad 13", "oklar", "Månad 13 finns inte.", ""),
        ("vecka 54", "oklar", "Vecka 54 finns inte 2025: året har 52 veckor.", ""),
        (
            "Vecka 53 2025",
            "oklar",
            "Vecka 53 finns inte 2025: året har 52 veckor.",
            "vecka 52 2025",
        ),
        ("Tertial 4", "oklar", "Tertial 4 finns inte.", ""),
        ("Q5 2025", "oklar", "Kvartal 5 finns inte.", ""),
        ("halvår 3", "oklar", "Halvår 3 finns inte.", ""),
        (
            "Löpande t.o.m. 2025-02-30",
            "lopande",
            "Datumet 2025-02-30 finns inte.",
            "Löpande t.o.m. 2025-02-28",
        ),
        (
            "2025-02-30 – 2025-04-01",
            "oklar",
            "Datumet 2025-02-30 finns inte.",
            "2025-02-28 – 2025-04-01",
        ),
        (
            "Årligen senast 31 april",
            "aterkommande",
            "Datumet 31 april finns inte.",
            "Årligen senast 2025-04-30",
        ),
    ],
)
def test_an_impossible_time_is_told_and_never_dated(text, typ, fel, forslag):
    tidplan = tolka_tidplan(text, ar=AR)
    assert (tidplan.typ, tidplan.fel, tidplan.forslag) == (typ, fel, forslag)
    assert (tidplan.start, tidplan.slut, tidplan.text) == (None, None, text)


@pytest.mark.parametrize(
    ("text", "forslag"),
    [
        ("2027–2025", "2025–2027"),
        ("2025-12-31 – 2025-01-01", "2025-01-01 – 2025-12-31"),
        ("maj–mars", "mars–maj"),
        ("31/5–1/3 2025", "1/3 2025–31/5"),
        ("15–3 mars", ""),
        ("vecka 10–8 2025", ""),
        ("fr.o.m. 2027 t.o.m. 2025", "fr.o.m. 2025 t.o.m. 2027"),
    ],
)
def test_a_range_that_ends_before_it_begins_is_told(text, forslag):
    tidplan = tolka_tidplan(text, ar=AR)
    assert "ligger före början" in tidplan.fel
    assert (tidplan.start, tidplan.slut) == (None, None)
    assert tidplan.forslag == forslag


def test_a_suggestion_is_always_understood_without_fault():
    for text in ("T.o.m. 2019-31-12", "15–3 mars", "vecka 10–8 2025", "31 juni"):
        forslag = tolka_tidplan(text, ar=AR).forslag
        assert not forslag or not tolka_tidplan(forslag, ar=AR).fel


@pytest.mark.parametrize("ar", [0, 1899, 2200])
def test_a_plan_year_out_of_reach_is_refused_in_swedish(ar):
    with pytest.raises(ValueError, match="Planens år måste ligga mellan 1900 och 2199"):
        tolka_tidplan("2025", ar=ar)
