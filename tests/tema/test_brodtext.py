"""Stored rich text on the screen: notes lifted out, headings that fit in."""

from itertools import count

from django.template import Context, Template

from vbeplan.tema.brodtext import lyft_ur, med_rubriker

ORD = 'Källa: <a href="https://a.example">a</a>, <em>2027</em>'
NOT = f'<span class="fotnot">{ORD}</span>'


def test_a_note_is_lifted_out_and_its_mark_stands_in_its_place():
    text, noter = lyft_ur(f"<p>Ord {NOT}. Mer.</p>", lambda: "[1]")
    assert text == "<p>Ord[1]. Mer.</p>"
    assert noter == [ORD]


def test_notes_are_marked_in_reading_order():
    tal = count(1)
    text, noter = lyft_ur(
        '<p>A<span class="fotnot">ett</span> B<span class="fotnot">två</span></p>',
        lambda: f"[{next(tal)}]",
    )
    assert (text, noter) == ("<p>A[1] B[2]</p>", ["ett", "två"])


def test_text_without_notes_is_left_alone():
    assert lyft_ur("<p>Bara ord</p>", lambda: "[x]") == ("<p>Bara ord</p>", [])


def test_a_heading_below_a_level_two_chapter_becomes_h4():
    assert med_rubriker("<h3>Rutin</h3>\n<p>x</p>", 2) == "<h4>Rutin</h4>\n<p>x</p>"


def test_a_heading_in_a_table_cell_is_no_heading():
    assert med_rubriker("<h3>Mål</h3>", "cell") == "<p><strong>Mål</strong></p>"


def test_numbers_run_on_from_text_to_text_with_one_counter():
    sida = Template(
        "{% load komponenter %}{% fotnotsraknare as r %}"
        '{% brodtext a "avsnitt-1" r %}{% brodtext b "avsnitt-2" r %}'
    ).render(Context({"a": f"<p>A{NOT}</p>", "b": f"<p>B{NOT}</p>"}))
    assert 'href="#avsnitt-1-not-1"' in sida
    assert 'href="#avsnitt-2-not-1"' in sida


def test_every_mark_and_its_note_point_at_each_other():
    sida = Template('{% load komponenter %}{% brodtext a "x" %}').render(
        Context({"a": f"<p>A{NOT}</p>"})
    )
    for ankare in ("x-not-1", "x-not-1-kalla"):
        assert f'href="#{ankare}"' in sida
        assert f'id="{ankare}"' in sida
