"""Rich text: the closed set of blocks, and the plain notation that says the same."""

import re
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vbeplan.text.block import som_ord, stada, stycke
from vbeplan.text.skrivtext import fran_skrivtext, till_skrivtext

TAGG = re.compile(r"<[^>]*>")
ORD = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
INLINE = st.recursive(
    ORD.map(escape),
    lambda inre: st.one_of(
        st.lists(inre, max_size=3).map("".join),
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["b", "em"]), inre),
        st.builds('<a href="https://{}.se">{}</a>'.format, st.sampled_from("ab"), inre),
        st.builds('<span class="fotnot">{}</span>'.format, inre),
    ),
    max_leaves=6,
)
LISTA = st.recursive(
    INLINE.map("<li>{}</li>".format),
    lambda punkt: st.builds(
        "<li>{}<{}>{}</{}></li>".format,
        INLINE,
        st.just("ul"),
        st.lists(punkt, max_size=3).map("".join),
        st.just("ul"),
    ),
    max_leaves=5,
).map("<ul>{}</ul>".format)
HTML = st.lists(
    st.one_of(
        INLINE.map("<p>{}</p>".format), INLINE.map("<h2>{}</h2>".format), LISTA, INLINE
    ),
    max_size=4,
).map("".join)


@given(HTML)
@example("<p>a <b> b </b> c</p>")
@example("<p>5 * 3 och 2 * 4</p>")
@example("<p>1. Inledning</p>")
@example("<p>[fotnot: x]</p>")
@example('<p>a <span class="fotnot"> n </span> b</p>')
def test_stada_gives_a_form_that_it_leaves_alone(html):
    ren = stada(html)
    assert stada(ren) == ren


@given(HTML)
@example("<p># x</p>")
@example("<p>- x</p>")
@example("<p>a*b*c</p>")
@example("<p><b>*</b></p>")
@example("<p><b>a</b><em>b</em></p>")
def test_the_plain_notation_says_the_same_as_the_blocks(html):
    ren = stada(html)
    assert fran_skrivtext(till_skrivtext(ren)) == ren


@given(ORD)
def test_any_text_can_be_written_without_losing_a_word(text):
    skrivet = fran_skrivtext(text)
    assert stada(skrivet) == skrivet


def test_paragraphs_lists_headings_marks_links_and_notes_are_read():
    text = (
        "Planen gäller *alla*.[fotnot: Dnr KS 2021/455]\n\n### Vem gör vad\n\n"
        "- **samordnaren**\n  - påminner\n- [rutinen](https://granby.example/rutin)"
    )
    assert fran_skrivtext(text).split("\n") == [
        "<p>Planen gäller <em>alla</em>."
        '<span class="fotnot">Dnr KS 2021/455</span></p>',
        "<h3>Vem gör vad</h3>",
        "<ul><li><strong>samordnaren</strong><ul><li>påminner</li></ul></li>"
        '<li><a href="https://granby.example/rutin">rutinen</a></li></ul>',
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" java\tscript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        "<math><mtext><table><mglyph><style><!--</style>"
        '<img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
        '<p style="background:url(x)" onclick="x()">a</p>',
        "<iframe srcdoc='<script>1</script>'></iframe>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<form action=x><input name=y></form>",
    ],
)
def test_nothing_but_the_closed_set_comes_through(html):
    ren = stada(html)
    for tagg in TAGG.findall(ren):
        assert tagg in {"<p>", "</p>", "<h3>", "</h3>"}


def test_word_and_web_markup_becomes_clean_blocks():
    html = (
        '<h1 class="MsoTitle">Rubrik</h1><div>ett<br>två</div>'
        "<table><tr><td>a</td><td>b</td></tr></table>"
        "<ul><li><p>punkt</p><ul><li>under</li></ul></li></ul>"
    )
    assert stada(html).split("\n") == [
        "<h3>Rubrik</h3>",
        "<p>ett</p>",
        "<p>två</p>",
        "<p>a b</p>",
        "<ul><li>punkt<ul><li>under</li></ul></li></ul>",
    ]


def test_words_are_found_without_markup():
    text = stada(
        "<p>Ett<span class='fotnot'>not</span></p><ul><li>två</li><li>tre</ul>"
    )
    assert som_ord(text) == "Ett not två tre"
    assert stycke(" a <b> ") == "<p>a &lt;b&gt;</p>"
    assert stada("") == stada("<p> </p>") == stycke(" ") == ""


def test_control_signs_and_bidi_overrides_are_dropped():
    assert stada("a\x00b\u202ec" + chr(0xD800)) == "<p>abc</p>"
