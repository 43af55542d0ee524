"""The draft: only what the figures say, in the closed set of blocks."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import time_machine

from lagesbild.barighet import Mening, Slag
from lagesbild.enkatresultat.delar import (
    Andel,
    Enkatresultat,
    Frageresultat,
    Svarsrad,
)
from lagesbild.kalltabell import Kallrad, Kalltabell
from lagesbild.rojande import varna_prosa
from lagesbild.sammanstallning import (
    Cell,
    Period,
    Rad,
    Seriebild,
    Underlag,
    Visningstabell,
)
from lagesbild.utkast import utkast
from vbeplan.text import block

GULD = Path(__file__).parent / "utkast.txt"
FA, DOLT, INGEN = Cell("färre än 5"), Cell("visas inte"), Cell("ingen uppgift")
PERIODER = tuple(Period(date(a, 1, 1), date(a, 12, 31)) for a in (2026, 2025))
KOLUMNER = ("2026", "2025")
TABELLER = (
    "per_miljo",
    "per_slag",
    "per_plats",
    "per_delomrade",
    "per_manad",
    "per_tertial",
    "per_miljo_och_tertial",
    "per_miljo_och_delomrade",
)


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-02-10 09:00+01:00", tick=False) as klocka:
        yield klocka


def cell(varde):
    return varde if isinstance(varde, Cell) else Cell(str(varde), varde)


def tabell(namn, *rader, **mer):
    rader = tuple(Rad(kod, ord_, tuple(map(cell, v))) for kod, ord_, v in rader)
    return Visningstabell(namn, namn, KOLUMNER, rader, **mer)


def serie(totalt=(24, 15), *, nyckel="blanketter", **mer):
    tomma = {namn: Visningstabell(namn, namn, KOLUMNER) for namn in TABELLER}
    falt = {
        "nyckel": nyckel,
        "namn": "Blanketter",
        "raknar": "händelser",
        "art": "blanketter",
        "beror_pa_personal": True,
        "totalt": tabell("totalt", ("", "Händelser", totalt)),
        "jamforbar": (True, True),
    }
    return Seriebild(**falt | tomma | mer)


MILJOER = tabell(
    "per_miljo",
    ("vit_makt", "Vit makt-miljön", (13, 8)),
    ("autonom", "Den autonoma miljön", (FA, FA)),
    ("islamistisk", "Den islamistiska extremistiska miljön", (0, 0)),
    ("oklart", "Vet inte", (9, DOLT)),
)
SLAG = tabell(
    "per_slag",
    ("flygblad", "Flygblad, affischer eller brev", (6, FA)),
    ("klotter", "Klotter eller klistermärken", (12, 9)),
    ("hot", "Hot eller våld", (FA, 0)),
    flerval=True,
)
PLATSER = tabell(
    "per_plats",
    ("skola", "Skola eller fritidshem", (9, 6)),
    ("bibliotek", "Bibliotek eller kulturlokal", (DOLT, 5)),
    ("omsorg", "Vård- och omsorgsboende eller hemtjänst", (FA, 5)),
)
TERTIAL = tabell(
    "per_tertial", ("1", "T1", (6, 5)), ("2", "T2", (6, 5)), ("3", "T3", (12, 5))
)
KLOTTER = serie(
    (131, 126),
    nyckel="7",
    namn="Klottersanering",
    raknar="ärenden",
    art="klotter",
    beror_pa_personal=False,
)


def underlag(*serier):
    full = serie(
        per_miljo=MILJOER, per_slag=SLAG, per_plats=PLATSER, per_tertial=TERTIAL
    )
    return Underlag("Ekhamra", 2027, PERIODER, serier or (full, KLOTTER))


def kalla(namn, lage, **mer):
    tomt = dict.fromkeys(
        ("tillfragad", "lage_ord", "tider", "period", "underlag", "begransning"), ""
    )
    return Kallrad(**tomt | {"namn": namn, "lage": lage} | mer)


KALLOR = Kalltabell(
    (
        kalla("Polisen", "utebliven"),
        kalla("Blanketter", "inkommen", begransning="Visar bara det någon berättat."),
        kalla("Klotterstatistik", "inkommen"),
        kalla("IA", "inget"),
        kalla("Andra nämnder", "begard"),
        kalla("Bostadsbolagen", "ej_begard"),
    ),
    ("Polisen: inget underlag har kommit. Därför saknas anmälda brott.",),
)


MENINGAR = (
    Mening("Fler händelser rapporterades (24 mot 15).", (), Slag.HANDELSER),
    Mening("Klotterstatistiken är oförändrad.", (), Slag.OBEROENDE),
    Mening("Per enhet är skillnaden inte större än slumpen.", (), Slag.PROV),
    Mening("Så är det räknat.", (), Slag.METOD),
)


def test_it_reads_as_the_golden_file():
    text = "\n\n".join(utkast(underlag(), meningar=MENINGAR, kallor=KALLOR))

    assert text + "\n" == GULD.read_text("utf-8")


def test_many_missing_sources_are_not_all_named_in_a_question():
    manga = replace(KALLOR, rader=tuple(kalla(f"K{n}", "begard") for n in range(4)))

    text = utkast(underlag(), kallor=manga).analys

    assert "Vad skulle det underlag som saknas kunna ändra i bilden?" in text


def test_without_figures_there_is_no_draft():
    tomt = underlag(serie((INGEN, INGEN)))

    assert utkast(tomt, kallor=KALLOR) == ("", "")


def test_nought_is_said_and_not_divided():
    text = utkast(underlag(serie((0, 6), per_miljo=MILJOER))).kartlaggning

    assert "Inga händelser rapporterades 2026, mot 6 året före." in text
    assert "Vit makt" not in text


@pytest.mark.parametrize(
    ("totalt", "sagt"),
    [
        ((FA, 9), "Färre än 5 händelser rapporterades 2026, mot 9 året före."),
        ((9, FA), "9 händelser rapporterades 2026, mot färre än 5 året före."),
        ((DOLT, 9), "Ett dolt antal händelser rapporterades 2026, mot 9 året före."),
        ((9, DOLT), "9 händelser rapporterades 2026, mot ett dolt antal året före."),
        ((9, INGEN), "9 händelser rapporterades 2026."),
        ((9, 0), "9 händelser rapporterades 2026, mot inga året före."),
    ],
)
def test_a_hidden_total_is_its_words(totalt, sagt):
    assert f"<p>{sagt}</p>" in utkast(underlag(serie(totalt))).kartlaggning


def test_a_year_that_goes_on_is_not_told_of_as_whole(idag):
    idag.move_to("2026-11-22 09:00+01:00")
    ny = serie((22, 19), hittills="november", hela_manader=10)

    text = utkast(underlag(ny)).kartlaggning

    assert (
        "<p>22 händelser har hittills rapporterats 2026, mot 19 under hela 2025.</p>"
    ) in text


def test_what_stands_on_another_base_is_not_compared():
    ny = serie(per_miljo=MILJOER, jamforbar=(True, False))

    text = utkast(underlag(ny)).kartlaggning

    assert "<p>Lägesbilden bygger på uppgifter om 2026.</p>" in text
    assert "24 händelser rapporterades 2026." in text
    assert "året före" not in text


@pytest.mark.parametrize("okand", [DOLT, Cell("färre än 20")])
def test_nothing_stands_out_when_a_hidden_number_may_be_larger(okand):
    oviss = tabell("per_plats", ("a", "Skola", (9, 6)), ("b", "Förskola", (okand, 5)))

    text = utkast(underlag(serie(per_plats=oviss))).analys

    assert "vanligaste platsen" not in text


def test_two_that_are_as_large_do_not_stand_out():
    lika = tabell("per_plats", ("a", "Skola", (9, 6)), ("b", "Förskola", (9, 5)))

    assert "vanligaste platsen" not in utkast(underlag(serie(per_plats=lika))).analys


def test_no_place_with_a_hidden_number_is_named():
    text = "".join(utkast(underlag(), meningar=MENINGAR, kallor=KALLOR))

    assert "bibliotek" not in text.lower()
    assert "omsorgsboende" not in text.lower()


def test_the_prose_warning_finds_nothing_in_a_draft():
    platser = tabell(
        "per_plats",
        ("skola", "Skola eller fritidshem", (9, FA)),
        ("park", "Gata, torg eller park", (6, DOLT)),
        ("omsorg", "Vård- och omsorgsboende eller hemtjänst", (FA, 5)),
    )
    delomraden = tabell(
        "per_delomrade", ("1", "Norra delen", (14, FA)), ("2", "Södra delen", (10, 0))
    )
    figurer = underlag(
        serie(
            per_miljo=MILJOER,
            per_slag=SLAG,
            per_plats=platser,
            per_delomrade=delomraden,
        )
    )

    for text in utkast(figurer, meningar=MENINGAR, kallor=KALLOR):
        ren = "\n".join(map(block.som_ord, block.delar(text)))
        varningar = varna_prosa(
            ren,
            platser=[rad.rubrik for t in (platser, delomraden) for rad in t.rader],
            sma=["Hot eller våld", "Den autonoma miljön"],
        )
        assert varningar == []


def test_the_first_figure_before_says_when_it_was():
    platser = tabell("per_plats", ("a", "Skola", (9, FA)), ("b", "Park", (6, 5)))

    text = utkast(underlag(serie(per_plats=platser))).kartlaggning

    assert "Skola: 9; park: 6 (5 året före)." in text


def andel(antal, procent=None):
    return Andel(antal, procent, "" if antal is None else f"{antal} ({procent} %)")


def fraga(sats, *rader):
    tom = andel(None)
    return Frageresultat(
        "k", "en", "Hur stor är kunskapen?", tom, (), (), rader, None, sats, ""
    )


def test_the_enkat_says_what_its_results_say():
    rad = Svarsrad("lag", "Låg", andel(12, 44), (), andel(15, 60))
    frageresultat = fraga("Vanligast var ”Låg”: 12 av 27 (44 %).", rad)
    enkat = Enkatresultat(
        1, "Enkät till egna enheter", 2027, True, 27, None, (), "27 svarade.",
        (frageresultat, fraga("27 svarade på frågan."), fraga("Svaren visas inte.")),
    )  # fmt: skip

    text = utkast(underlag(), enkater=(enkat,)).kartlaggning

    assert "<p><strong>Enkät till egna enheter.</strong> 27 svarade.</p>" in text
    assert text.count("Hur stor är kunskapen?") == 1
    assert "12 av 27 (44 %). Året före: 60\N{NO-BREAK SPACE}%.</li>" in text


def test_the_same_figures_give_the_same_words():
    ett, till = (utkast(underlag(), meningar=MENINGAR, kallor=KALLOR) for _ in range(2))

    assert ett == till


def test_it_is_written_in_blocks_that_are_stored_as_they_are():
    for text in utkast(underlag(), meningar=MENINGAR, kallor=KALLOR):
        assert block.stada(text) == text


def test_words_of_the_city_are_words_and_no_markup():
    elak = tabell("per_miljo", ("a", "<script>alert(1)</script>&", (13, 8)))

    text = utkast(underlag(serie(per_miljo=elak))).kartlaggning

    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;: 13 händelser" in text


def test_every_number_is_one_that_is_shown():
    figurer = underlag()
    text = block.som_ord("".join(utkast(figurer, kallor=KALLOR)))

    visade = {"1", "2", "3", "2025", "2026", "5"}  # tertials, years and the threshold
    for bild in figurer.serier:
        for tabellen in bild.tabeller:
            for rad in tabellen.rader:
                visade |= {str(c.tal) for c in rad.celler if c.tal is not None}
    assert set(re.findall(r"\d+", text)) <= visade


def test_a_series_that_has_no_figures_this_year_is_left_out():
    utan = replace(KLOTTER, totalt=tabell("totalt", ("", "Ärenden", (INGEN, 126))))

    assert "Statistik" not in utkast(underlag(serie(), utan)).kartlaggning
