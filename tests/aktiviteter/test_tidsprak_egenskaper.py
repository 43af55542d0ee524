"""What holds for every text and every date: properties of the time language."""

from dataclasses import replace
from datetime import date, timedelta
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aktiviteter.tidsprak import (
    Precision,
    Tidtyp,
    beskriv_tidplan,
    beskriv_uppfoljning,
    foresla_avstamning,
    fran_dict,
    som_dict,
    tolka_tidplan,
    tolka_uppfoljning,
)
from aktiviteter.tidsprak.ordlista import FRASER, MANADER

AR = 2025
DAGAR = st.dates(date(2016, 1, 1), date(2034, 12, 31))
ORD = st.sampled_from(
    sorted(
        {" ".join((forsta, *rad[0])) for forsta, val in FRASER.items() for rad in val}
    )
)
DELAR = st.one_of(
    ORD,
    st.sampled_from(["-", "–", "/", ",", ".", "(", ")", '"', "'", ":", " ", "års"]),
    st.integers(0, 60).map(str),
    st.integers(2015, 2035).map(str),
    DAGAR.map(date.isoformat),
)
MENINGAR = st.lists(DELAR, max_size=12).map(" ".join) | st.lists(DELAR, max_size=8).map(
    "".join
)
TEXTER = st.text(max_size=60) | MENINGAR
DAGSFORMER = [
    "{d:%Y-%m-%d}",
    "{d:%Y%m%d}",
    "{d:%y%m%d}",
    "{d:%Y.%m.%d}",
    "{d:%Y/%m/%d}",
    "{d.day}/{d.month} {d.year}",
    "{d.day}/{d.month}-{d:%y}",
    "{d.day}/{d.month} -{d:%y}",
    "{d.day}.{d.month}.{d.year}",
    "{d:%d-%m-%Y}",
    "{d.day} {manad} {d.year}",
    "den {d.day}:e {manad} {d.year}",
    "{d.day} {kort}. {d.year}",
    "{d.day} {kort} -{d:%y}",
    "{d.year}-{d.month}-{d.day}",
]


def skriv(form, d):
    manad = MANADER[d.month - 1]
    return form.format(d=d, manad=manad, kort=manad[:3])


def rensad(text):
    return " ".join(text.replace("\u00ad", "").split())


def varden(tidplan):
    return replace(tidplan, text="", forslag="", fel="")


@given(TEXTER, st.integers(1901, 2198))
@example("\x00", AR)
@example("\ud800 2025", AR)
@example("İ" * 50 + " 2025-02-30", AR)
@example("²/³ 2025", AR)
@example("9" * 5000, AR)
def test_any_text_is_read_told_and_written(text, ar):
    for tolka, beskriv in (
        (tolka_tidplan, beskriv_tidplan),
        (tolka_uppfoljning, beskriv_uppfoljning),
    ):
        varde = tolka(text, ar=ar)
        assert varde.text == rensad(text)
        assert fran_dict(som_dict(varde)) == varde
        assert beskriv(varde)
        assert not (varde.start and varde.slut and varde.start > varde.slut)
        assert tolka(varde.text, ar=ar) == varde
        assert not varde.forslag or not tolka(varde.forslag, ar=ar).fel


@given(TEXTER)
def test_a_reference_chain_over_any_row_keeps_its_values(text):
    ovan = tolka_tidplan(text, ar=AR)
    tidplan = tolka_tidplan("Se ovan", ar=AR, ovan=ovan)
    if ovan.typ == Tidtyp.SAKNAS or ovan.fel:
        assert tidplan.fel
    else:
        assert varden(tidplan) == replace(
            varden(ovan), hanvisning=ovan.hanvisning or ovan.text
        )


@given(TEXTER)
def test_a_flagged_tidplan_never_has_dates(text):
    tidplan = tolka_tidplan(text, ar=AR)
    if tidplan.fel:
        assert (tidplan.start, tidplan.slut, tidplan.tillfallen) == (None, None, ())


@pytest.mark.parametrize(
    "text", ["1,", "sen ", "2025 sen ", "mellan 1 och ", "se ", "-"]
)
def test_ten_thousand_characters_are_read_and_kept(text):
    langt = (text * 10_000)[:10_000]
    assert tolka_tidplan(langt, ar=AR).text == rensad(langt)
    assert tolka_uppfoljning(langt, ar=AR).text == rensad(langt)


@pytest.mark.parametrize("form", DAGSFORMER)
@given(d=DAGAR)
def test_a_day_in_every_written_form_is_the_same_day(form, d):
    tidplan = tolka_tidplan(skriv(form, d), ar=AR)
    assert (tidplan.typ, tidplan.start, tidplan.slut) == (Tidtyp.DATUM, d, d)


@given(
    DAGAR, st.integers(1, 700), st.sampled_from(DAGSFORMER[:12]), st.sampled_from("-–—")
)
def test_a_range_of_days_in_every_form_starts_and_ends_right(d, langd, form, streck):
    slut = d + timedelta(days=langd)
    text = f"{skriv(form, d)} {streck} {skriv(form, slut)}"
    tidplan = tolka_tidplan(text, ar=AR)
    assert (tidplan.typ, tidplan.start, tidplan.slut) == (Tidtyp.PERIOD, d, slut)


@given(DAGAR, st.sampled_from(DAGSFORMER))
def test_limits_around_any_day_are_that_day(d, form):
    skriven = skriv(form, d)
    till = tolka_tidplan(f"T.o.m. {skriven}", ar=AR)
    assert (till.typ, till.start, till.slut) == (Tidtyp.TILL_OCH_MED, None, d)
    fran = tolka_tidplan(f"Fr.o.m. {skriven}", ar=AR)
    assert (fran.typ, fran.start, fran.slut) == (Tidtyp.FRAN_OCH_MED, d, None)
    lopande = tolka_tidplan(f"Löpande t.o.m. {skriven}", ar=AR)
    assert (lopande.typ, lopande.slut) == (Tidtyp.LOPANDE, d)


@given(
    st.integers(2016, 2034),
    st.integers(0, 12),
    st.integers(0, 40),
    st.sampled_from(["{}-{:02}-{:02}", "{}{:02}{:02}", "{}.{}.{}", "{}/{:02}/{:02}"]),
    st.sampled_from(
        ["", "T.o.m. ", "Fr.o.m. ", "Löpande t.o.m. ", "Årligen ", "Klart "]
    ),
)
def test_an_impossible_day_is_always_told_and_never_dated(ar, manad, dag, form, ord_):
    try:
        date(ar, manad, dag)
    except ValueError:
        text = ord_ + form.format(ar, manad, dag)
        tidplan = tolka_tidplan(text, ar=AR)
        assert tidplan.fel.endswith("finns inte.")
        assert (tidplan.start, tidplan.slut, tidplan.text) == (None, None, text)


@given(st.integers(1902, 2197), st.integers(1, 60))
def test_a_week_exists_exactly_when_the_iso_calendar_has_it(ar, vecka):
    tidplan = tolka_tidplan(f"vecka {vecka} {ar}", ar=ar)
    try:
        mandag = date.fromisocalendar(ar, vecka, 1)
    except ValueError:
        assert tidplan.fel.startswith(f"Vecka {vecka} finns inte {ar}")
    else:
        assert (tidplan.start, tidplan.slut) == (mandag, mandag + timedelta(days=6))


@given(MENINGAR)
def test_case_spaces_and_hyphenation_do_not_matter(text):
    facit = tolka_tidplan(text, ar=AR)
    for annan in (
        text.upper(),
        text.replace(" ", "\u00a0 "),
        normalize("NFD", text),
        "\u00ad".join(text),
        f"  {text}\n",
    ):
        assert varden(tolka_tidplan(annan, ar=AR)) == varden(facit)


@given(MENINGAR)
def test_a_told_time_is_read_back_as_the_same_days(text):
    tidplan = tolka_tidplan(text, ar=AR)
    if tidplan.typ in (
        Tidtyp.DATUM,
        Tidtyp.PERIOD,
        Tidtyp.TILL_OCH_MED,
        Tidtyp.FRAN_OCH_MED,
    ) and not (tidplan.fel or tidplan.hanvisning or tidplan.tillfallen):
        igen = tolka_tidplan(beskriv_tidplan(tidplan), ar=AR)
        assert (igen.start, igen.slut) == (tidplan.start, tidplan.slut)
        assert igen.typ == tidplan.typ


@given(MENINGAR, DAGAR)
def test_a_check_date_lies_ahead_and_inside_the_activity(text, idag):
    tidplan = tolka_tidplan(text, ar=AR)
    dagen = foresla_avstamning(tidplan, ar=AR, idag=idag)
    if dagen:
        assert dagen > idag
        assert dagen.year >= AR
        assert not tidplan.start or dagen >= tidplan.start
    else:
        assert tidplan.slut or tidplan.typ not in (Tidtyp.LOPANDE, Tidtyp.ATERKOMMANDE)


@given(DAGAR)
def test_the_precision_of_a_written_day_is_a_day(d):
    assert tolka_tidplan(d.isoformat(), ar=AR).precision == Precision.DAG
