"""Two versions of a text: which blocks belong together, and which words are marked."""

import re
import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.text.test_block_och_skrivtext import HTML
from vbeplan.text.block import delar, som_ord, stada
from vbeplan.text.jamfor import jamfor_block, jamfor_ord

BORT = re.compile(r"<(del)>.*?</\1>", re.DOTALL)
NYA = re.compile(r"<(ins)>.*?</\1>", re.DOTALL)
NAGRA = st.lists(st.sampled_from("ett två tre fyra fem och i , .".split()), max_size=12)
STYCKEN = st.lists(
    NAGRA.map(lambda o: f"<p>{' '.join(o)}</p>" if o else ""), max_size=5
)
TEXT = st.one_of(HTML, STYCKEN.map("".join)).map(stada)


def slag(fore, efter):
    return [p.slag for p in jamfor_block(fore, efter)]


def markerat(fore, efter):
    return [p.markerat for p in jamfor_block(fore, efter)]


def tecken(text):
    """The text's signs without spaces and paragraph signs, which a mark may add."""
    return re.sub(r"[\s¶]", "", unescape(re.sub(r"<[^>]*>", " ", text)))


@given(NAGRA.map(" ".join), NAGRA.map(" ".join))
def test_without_the_struck_words_the_new_text_is_left(fore, efter):
    text = jamfor_ord(fore, efter)
    assert tecken(BORT.sub("", text)) == tecken(efter)
    assert tecken(NYA.sub("", text)) == tecken(fore)


@given(TEXT, TEXT)
def test_every_block_of_both_is_shown_once_and_in_order(fore, efter):
    par = jamfor_block(fore, efter)
    assert [p.fore for p in par if p.fore] == delar(fore)
    assert [p.efter for p in par if p.efter] == delar(efter)


@given(TEXT, TEXT)
def test_the_marked_text_holds_both_and_nothing_else(fore, efter):
    text = "".join(markerat(fore, efter))
    assert tecken(BORT.sub("", text)) == tecken(efter)
    assert tecken(NYA.sub("", text)) == tecken(fore)


@given(TEXT, TEXT)
def test_the_marked_text_is_valid_and_of_the_closed_set(fore, efter):
    for block in filter(None, markerat(fore, efter)):
        nod = html.fragment_fromstring(block)
        assert html.tostring(nod, encoding="unicode") == _som_lxml(block)
        for del_ in nod.iter("ins", "del"):
            assert not len(del_)  # marks stand innermost, round words only
        assert stada(re.sub("</?(?:ins|del)>", "", block)) or not tecken(block)


def _som_lxml(block):
    return html.tostring(
        html.fragment_fromstring(block, create_parent=False), encoding="unicode"
    )


@given(TEXT)
def test_a_text_compared_with_itself_has_no_marks(text):
    assert all(
        p.slag == "lika" and p.markerat == p.efter for p in jamfor_block(text, text)
    )


def test_a_changed_word_is_marked_in_its_place():
    assert jamfor_ord("Karin kör hela dagen.", "Karin kör halva dagen.") == (
        "Karin kör <del>hela</del> <ins>halva</ins> dagen."
    )
    assert jamfor_ord("Karin kör.", "Karin kör i dag.") == (
        "Karin kör <ins>i dag</ins>."
    )


def test_words_are_escaped():
    assert jamfor_ord("<b> & c", "<b> & d") == (
        "&lt;b&gt; &amp; <del>c</del> <ins>d</ins>"
    )


def test_what_is_rewritten_is_shown_whole_not_as_confetti():
    fore, efter = "Enheten för ung fritid i Ekhamra", "En socialsekreterare för alla"
    assert jamfor_ord(fore, efter) == f"<del>{fore}</del> <ins>{efter}</ins>"
    assert slag(f"<p>{fore}</p>", f"<p>{efter}</p>") == ["borta", "nytt"]


def test_a_small_word_between_two_rewritten_stretches_is_no_island():
    svar = jamfor_ord(
        "Vi möts varje tertial på kommunhuset och följer upp det vi har gjort",
        "Vi möts regelbundet i förvaltningens och följer upp det vi har gjort",
    )
    assert svar.count("<del>") == 1


def test_one_edited_paragraph_among_others():
    fore = "<p>Ett stycke här.</p>\n<p>Nämnden ska verka för alla.</p>\n<p>Sist.</p>"
    assert slag(fore, fore.replace("verka", "arbeta")) == ["lika", "andrat", "lika"]
    assert markerat(fore, fore.replace("verka", "arbeta"))[1] == (
        "<p>Nämnden ska <del>verka</del> <ins>arbeta</ins> för alla.</p>"
    )


def test_a_paragraph_cut_in_two_keeps_its_words_unmarked():
    fore = "<p>Ett två tre fyra. Fem sex sju åtta nio tio.</p>"
    efter = "<p>Ett två tre fyra.</p>\n<p>Fem sex sju åtta nio tio.</p>"
    assert slag(fore, efter) == ["andrat", "andrat"]
    assert markerat(fore, efter) == [
        "<p>Ett två tre fyra.<ins>¶</ins></p>",
        "<p>Fem sex sju åtta nio tio.</p>",
    ]
    assert markerat(efter, fore) == [
        "<p>Ett två tre fyra.<del>¶</del> Fem sex sju åtta nio tio.</p>",
        "",
    ]


def test_a_moved_block_is_said_to_be_moved():
    fore = "<p>Ett</p>\n<p>Två tre fyra</p>\n<p>Fem</p>\n<p>Sex</p>"
    efter = "<p>Ett</p>\n<p>Fem</p>\n<p>Sex</p>\n<p>Två tre fyra</p>"
    par = jamfor_block(fore, efter)
    assert [(p.slag, p.flyttat) for p in par] == [
        ("lika", False),
        ("borta", True),
        ("lika", False),
        ("lika", False),
        ("nytt", True),
    ]


def test_inserted_and_removed_blocks_stand_where_they_belong():
    assert slag("<p>Ett</p>\n<p>Tre</p>", "<p>Ett</p>\n<p>Två</p>\n<p>Tre</p>") == [
        "lika",
        "nytt",
        "lika",
    ]
    assert slag("", "<p>Ett</p>") == ["nytt"]
    assert slag("<p>Ett</p>", "") == ["borta"]


def test_a_list_with_a_changed_point_marks_that_point_alone():
    fore = "<ul><li>första punkten<ul><li>under ett</li></ul></li><li>andra</li></ul>"
    efter = fore.replace("under ett", "under två").replace("</ul></li>", "</ul></li>")
    assert markerat(fore, efter) == [
        "<ul><li>första punkten<ul><li>under <del>ett</del> <ins>två</ins></li></ul>"
        "</li><li>andra</li></ul>"
    ]


def test_new_and_removed_points_stay_in_the_list():
    fore = "<ol><li>första punkten</li><li>andra punkten</li><li>sista</li></ol>"
    efter = "<ol><li>första punkten</li><li>sista</li><li>därtill</li></ol>"
    assert markerat(fore, efter) == [
        "<ol><li>första punkten</li><li><del>andra punkten</del></li><li>sista</li>"
        "<li><ins>därtill</ins></li></ol>"
    ]


def test_notes_links_and_bold_words_survive():
    fore = (
        '<p>Läs <strong>mer här</strong> om <a href="https://a.example">planen</a>'
        '<span class="fotnot">Beslut ett</span> nu.</p>'
    )
    efter = fore.replace("mer", "mera").replace("ett", "två").replace("nu", "i dag")
    assert markerat(fore, efter) == [
        "<p>Läs <strong><del>mer</del> <ins>mera</ins> här</strong> om "
        '<a href="https://a.example">planen</a><span class="fotnot">Beslut '
        "<del>ett</del> <ins>två</ins></span> <del>nu</del> <ins>i dag</ins>.</p>"
    ]


def test_a_changed_address_or_a_bold_word_is_a_change_too():
    fore = '<p>Läs <a href="https://a.example">planen</a> noga i dag.</p>'
    assert slag(fore, fore.replace("a.example", "b.example")) == ["andrat"]
    assert "<ins>" in markerat(fore, fore.replace("noga", "<em>noga</em>"))[0]


@pytest.mark.parametrize(
    "ont",
    [
        "<p><img src=x onerror=alert(1)>a</p>",
        "<p><a href='javascript&#58;alert(1)'>a</a></p>",
        "<p>a</p><script>alert(1)</script>",
        "<ul></ul><li>a</li>",
        "</p><p",
    ],
)
def test_what_is_compared_is_cleaned_first(ont):
    for par in (*jamfor_block(ont, "<p>b</p>"), *jamfor_block(ont, ont)):
        assert not re.search("script|onerror|<img", par.markerat)


def test_two_hundred_pasted_pages_are_compared_in_a_moment():
    ord_ = [f"ord{i * i % 997}" for i in range(60_000)]
    annat = [f"ord{i * 7 % 991}" for i in range(60_000)]
    start = time.process_time()
    jamfor_block(f"<p>{' '.join(ord_)}</p>", f"<p>{' '.join(annat)}</p>")
    jamfor_block(
        "".join(f"<p>{a}</p>" for a in ord_[:30_000]),
        "".join(f"<p>{a} b</p>" for a in annat[:30_000]),
    )
    assert time.process_time() - start < 6  # measured: 1.5 s


def test_words_of_the_stored_text_are_what_is_compared():
    assert som_ord(markerat("", "<p>Å &amp; ä</p>")[0]) == "Å & ä"


def test_a_sentence_that_came_or_went_takes_its_own_full_stop_with_it():
    assert jamfor_ord("Vi möts.", "Vi möts. Alla är med.") == (
        "Vi möts. <ins>Alla är med.</ins>"
    )
    assert jamfor_ord("Vi möts. Alla är med.", "Vi möts.") == (
        "Vi möts. <del>Alla är med.</del>"
    )
