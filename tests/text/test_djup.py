"""Words that stand deep down in pasted HTML are kept, and cost no more than others."""

import time

import pytest

from vbeplan.text.block import som_ord, stada


@pytest.mark.parametrize("djup", [1, 90, 300, 50_000])
@pytest.mark.parametrize("tagg", ["div", "span", "blockquote", "b", "ul><li"])
def test_words_at_any_depth_are_kept(tagg, djup):
    slut = "".join(f"</{namn}>" for namn in tagg.split("><")[::-1])
    borjan = time.process_time()
    text = stada(f"<p>Först</p>{f'<{tagg}>' * djup}Längst in{slut * djup}<p>Sist</p>")
    assert time.process_time() - borjan < 5  # it took minutes
    assert som_ord(text) == "Först Längst in Sist"


def test_many_paragraphs_and_rows_that_are_never_closed_are_no_depth():
    text = stada("<p>Ett <b>ord</b>" * 500)
    assert text.count("<strong>ord</strong>") == 500


def test_what_is_no_words_stays_out_of_a_deep_text():
    text = stada(f"{'<div>' * 200}<style>p {{}}</style><script>x</script>Ord")
    assert text == "<p>Ord</p>"
