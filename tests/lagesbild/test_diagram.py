"""Charts: all that is shown is drawn, and nothing hidden can be measured."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from blanketter.rutin.matt import bredd
from lagesbild.diagram import Andelsrad, Grupp, Varde, andelar, linjer, rutor
from lagesbild.diagram.ritning import BAS, BREDD, TAK

TERTIAL, KORTA = ("tertial 1", "tertial 2", "tertial 3"), ("T1", "T2", "T3")
MANADER = tuple(f"månad {nr}" for nr in range(1, 13))
SVG = "{http://www.w3.org/2000/svg}"
FA, DOLT = Varde("färre än 5"), Varde("visas inte")


def v(tal):
    return Varde(str(tal), tal)


def tertialer(*grupper):
    return rutor("Per miljö", TERTIAL, grupper, nu="2026", forr="2025", korta=KORTA)


def grupp(nu, forr=(), **mer):
    return Grupp("Vit makt-miljön", tuple(nu), tuple(forr), **mer)


VARDEN = st.one_of(
    st.none(),
    st.sampled_from([FA, DOLT]),
    st.just(v(0)),
    st.integers(5, 5000).map(v),
)


def grupper(antal):
    rad = st.lists(VARDEN, min_size=antal, max_size=antal).map(tuple)
    namn = st.sampled_from(["Vit makt-miljön", "En annan miljö"])
    return st.lists(
        st.builds(Grupp, namn, rad, rad | st.just(())), min_size=1, max_size=4
    )


def visade(grupper_):
    return [x for g in grupper_ for x in (*g.forr, *g.nu) if x and x.tal is not None]


def orden(ruta):
    return " ".join(o.text for o in ruta.ord)


def test_each_shown_number_has_a_bar_and_its_figure():
    [ruta] = tertialer(grupp([v(8), v(12), v(6)], [v(6), v(5), v(5)])).rutor

    assert [s.ar_nu for s in ruta.staplar] == [False, True] * 3
    assert max(s.hojd for s in ruta.staplar) == BAS - TAK
    assert orden(ruta) == "T1 T2 T3 6 8 5 12 5 6"


def test_the_charts_have_one_scale():
    stor, liten = tertialer(
        grupp([v(40), v(20), v(10)]), grupp([v(10), v(5), v(0)])
    ).rutor

    assert [s.hojd for s in stor.staplar] == [80, 40, 20]
    assert [s.hojd for s in liten.staplar] == [20, 10]


def test_periods_side_by_side_have_this_one_dark():
    [ruta] = rutor("Per år", ("2024", "2025", "2026"), [grupp([v(7), v(9), v(14)])],
                   nu="").rutor  # fmt: skip

    assert [s.ar_nu for s in ruta.staplar] == [False, False, True]


@pytest.mark.parametrize("dold", [FA, DOLT])
def test_a_hidden_number_is_words_and_no_bar(dold):
    [ruta] = tertialer(grupp([dold, v(7), v(5)], [v(5), v(6), dold])).rutor

    assert len(ruta.staplar) == 4
    assert all(ord_ in orden(ruta) for ord_ in dold.text.split())


def test_a_group_without_a_shown_number_is_set_in_words():
    [ruta] = tertialer(grupp([FA] * 3, [FA] * 3, summa="8 händelser")).rutor

    assert (ruta.staplar, ruta.linjer) == ((), ())
    assert orden(ruta) == "8 händelser Visas inte uppdelat."


def test_a_run_of_months_is_told_of_by_its_ends():
    korta = ("jan", "feb", "mar", "apr", "maj", "jun")
    nu = [FA, FA, FA, v(7), FA, v(9)]

    [ruta] = linjer("Per månad", MANADER[:6], [grupp(nu)], nu="2026", korta=korta).rutor

    assert "färre än 5: jan–mar, maj 2026" in orden(ruta)


def test_a_missing_period_is_a_gap_that_is_told_of():
    [ruta] = tertialer(grupp([None, v(7), v(5)], [None] * 3)).rutor

    assert len(ruta.staplar) == 2
    assert orden(ruta).endswith("– ingen uppgift: T1 2026; hela 2025")


@given(grupper(3))
def test_there_is_a_bar_for_every_shown_number_but_nought_and_no_other(g):
    diagram = tertialer(*g)

    hogst = max((x.tal for x in visade(g)), default=0)
    staplar = [s for ruta in diagram.rutor for s in ruta.staplar]
    visat = [x.tal for ett in g for par in _i_ordning(ett) for x in par]
    assert [s.hojd for s in staplar] == [
        max(2, round((BAS - TAK) * tal / hogst)) for tal in visat
    ]


def _i_ordning(g):
    """Values with a bar, from left to right."""
    par = zip(g.forr, g.nu, strict=True) if g.forr else ((x,) for x in g.nu)
    return [[x for x in ett if x and x.tal] for ett in par]


@pytest.mark.langsam
@given(grupper(3), grupper(12))
def test_hidden_words_stand_at_one_height_whatever_is_beside_them(g, manadsvis):
    """Else the place of the words could tell of the number."""
    for diagram in (
        tertialer(*g),
        rutor("m", MANADER, manadsvis, nu="2026", forr="2025"),
    ):
        hojder = {
            o.y for ruta in diagram.rutor if ruta.staplar
            for o in ruta.ord if o.text in ("färre", "visas", "*")
        }  # fmt: skip
        assert hojder <= {BAS - 18, BAS - 2}


@pytest.mark.langsam
@given(grupper(3), grupper(12), grupper(12))
def test_nothing_is_drawn_outside_the_picture(g, staplar, linjer_):
    for diagram in (
        tertialer(*g),
        rutor("m", MANADER, staplar, nu="2026", forr="2025"),
        linjer("m", MANADER, linjer_, nu="2026", forr="2025"),
    ):
        for ruta in diagram.rutor:
            assert all(s.x >= 0 and s.x + s.bredd <= BREDD for s in ruta.staplar)
            assert all(s.y >= 0 and s.y + s.hojd <= ruta.baslinje for s in ruta.staplar)
            assert all(0 <= o.y <= ruta.hojd for o in ruta.ord)
            for o in ruta.ord:
                halv = bredd(o.text, o.storlek, o.vikt) / 2
                mitt = o.x if o.ankare == "middle" else o.x + halv
                assert mitt - halv >= -6
                assert mitt + halv <= BREDD + 6


@given(grupper(3))
def test_bars_do_not_cover_each_other(g):
    for ruta in tertialer(*g).rutor:
        assert all(a.x + a.bredd <= b.x for a, b in pairwise(ruta.staplar))


@pytest.mark.langsam
@given(grupper(3), grupper(12))
def test_the_title_and_the_table_say_all_that_is_drawn(g, manadsvis):
    for diagram, ett in (
        (tertialer(*g), g),
        (linjer("m", MANADER, manadsvis, nu="2026", forr="2025"), manadsvis),
    ):
        celler = [text for _, rad in diagram.tabell.rader for _, text in rad]
        texter = ["ingen uppgift" if x is None else x.text
                  for en in ett for x in (*en.nu, *en.forr)]  # fmt: skip
        assert sorted(celler) == sorted(texter)
        for ruta, en in zip(diagram.rutor, ett, strict=True):
            assert all(x.text in ruta.titel for x in (*en.nu, *en.forr) if x)


def test_the_message_is_first_in_the_title():
    [ruta] = tertialer(grupp([v(8), FA, v(6)], i_ord="20 händelser 2026")).rutor

    assert ruta.titel == (
        "Vit makt-miljön: 20 händelser 2026. 2026: tertial 1 8, tertial 2 färre än 5, "
        "tertial 3 6."
    )


def test_a_line_has_a_gap_where_nothing_is_shown():
    varden = [v(12), v(9), FA, v(8), None, v(16)]
    [ruta] = linjer("m", MANADER[:6], [grupp(varden)], nu="2026").rutor

    [linje] = ruta.linjer
    assert linje.vag.count("M") == 3
    assert len(linje.punkter) == 4
    assert "färre än 5: månad 3 2026" in orden(ruta)
    assert "– ingen uppgift: månad 5 2026" in orden(ruta)


def test_a_line_has_the_figures_of_its_highest_and_lowest():
    [ruta] = linjer("m", MANADER[:4], [grupp([v(7), v(9), v(19), v(8)])], nu="").rutor

    assert [o.text for o in ruta.ord if o.vikt == 600] == ["19", "7"]


def test_twelve_columns_are_turned_into_rows():
    diagram = linjer("m", MANADER, [grupp([v(7)] * 12)], nu="2026", forr="2025")

    assert diagram.tabell.kolumner == ("2026",)
    assert len(diagram.tabell.rader) == 12


RADER = [
    Andelsrad("Låg", Varde("12 (44 %)", 44), Varde("15 (60 %)", 60)),
    Andelsrad("Medelhög", FA, Varde("6 (24 %)", 24)),
    Andelsrad("Hög", Varde("15 (100 %)", 100), None),
    Andelsrad("Ingen", Varde("0 (0 %)", 0), DOLT),
]


def test_shares_are_as_long_as_they_are_large():
    diagram = andelar("Kunskap", RADER, nu="2026", forr="2025")

    assert [s.bredd for s in diagram.staplar if s.ar_nu] == [110, 250]
    assert [s.bredd for s in diagram.staplar if not s.ar_nu] == [150, 60]


def test_hidden_shares_stand_at_the_beginning_in_words():
    diagram = andelar("Kunskap", RADER, nu="2026", forr="2025")

    dolda = [o for o in diagram.ord if o.text in (FA.text, DOLT.text)]
    assert [o.x for o in dolda] == [0, 0]


def test_shares_without_a_year_before_have_one_bar_each():
    rader = [replace(rad, forr=None) for rad in RADER]

    diagram = andelar("Kunskap", rader, nu="2026", forr="2025")

    assert diagram.forr == ""
    assert all(s.ar_nu for s in diagram.staplar)
    assert diagram.tabell.kolumner == ("2026",)


MALLAR = {
    "rutor": lambda: tertialer(
        grupp([v(8), FA, None], [v(6), DOLT, v(5)]), grupp([FA] * 3)
    ),
    "linjer": lambda: linjer(
        "m",
        MANADER,
        [grupp([v(1200)] * 11 + [FA], [None] * 12)],
        nu="2026",
        forr="2025",
    ),
    "andelar": lambda: andelar("Kunskap", RADER, nu="2026", forr="2025"),
}


def ritat(namn, **mer):
    mall = "andelar" if namn == "andelar" else "rutor"
    html = render_to_string(
        f"lagesbild/diagram/{mall}.html", {"diagram": MALLAR[namn]()} | mer
    )
    return html, etree.HTML(html)


def svg_delar(html):
    for ett in re.findall(r"<svg.*?</svg>", html, re.DOTALL):
        yield etree.fromstring(ett)


@pytest.mark.parametrize("namn", MALLAR)
def test_the_drawing_has_only_attributes_that_paper_and_policy_allow(namn):
    html, _ = ritat(namn)

    for svg in svg_delar(html):
        assert svg[0].tag == SVG + "title"
        assert svg.get("role") == "img"
        for element in svg.iter():
            assert not {"style", "class", "onclick"} & set(element.attrib) or (
                element is svg
            )
            assert "," not in "".join(
                element.get(a, "") for a in ("x", "y", "width", "height", "cx", "cy")
            )


@pytest.mark.parametrize("namn", MALLAR)
@pytest.mark.parametrize("papper", [False, True])
def test_the_table_follows_folded_on_the_page_and_open_on_paper(namn, papper):
    html, trad = ritat(namn, papper=papper)

    assert bool(trad.xpath("//details")) != papper
    [tabell] = trad.xpath("//table")
    assert html.rindex("</svg>") < html.index("<table")
    assert len(tabell.xpath(".//tbody/tr")) == len(MALLAR[namn]().tabell.rader)


def ljushet(farg):
    """The relative luminance of #rrggbb (WCAG 2.2)."""
    delar = (int(farg[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (
        x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in delar
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_the_two_tones_differ_in_grey_and_the_pale_one_has_an_outline():
    html, _ = ritat("rutor")
    staplar = [e for svg in svg_delar(html) for e in svg.iter(SVG + "rect")]

    morka = {e.get("fill") for e in staplar if not e.get("stroke")}
    ljusa = {(e.get("fill"), e.get("stroke")) for e in staplar if e.get("stroke")}
    [mork], [(ljus, kant)] = morka, ljusa
    assert (ljushet(ljus) + 0.05) / (ljushet(mork) + 0.05) > 4.5
    assert 1.05 / (ljushet(kant) + 0.05) > 3


@pytest.mark.parametrize("namn", MALLAR)
def test_a_hidden_figure_is_nowhere_a_number(namn):
    html, trad = ritat(namn)

    assert "färre än 5" in " ".join(trad.xpath("//table//text()"))
    assert "None" not in html


def test_names_are_words_and_no_markup():
    elak = Grupp("<script>alert(1)</script>", (v(7), v(8), v(9)))
    html = render_to_string(
        "lagesbild/diagram/rutor.html", {"diagram": tertialer(elak)}
    )

    assert "<script>" not in html
