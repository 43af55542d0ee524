"""Words in a row: a comma between, and «och» before the last."""

import pytest

from vbeplan.text.upprakning import uppraknat


@pytest.mark.parametrize(
    ("ord_", "blir"),
    [
        (["skolan"], "skolan"),
        (["skolan", "polisen"], "skolan och polisen"),
        (("skolan", "polisen", "fritid"), "skolan, polisen och fritid"),
        (iter(["skolan", "polisen"]), "skolan och polisen"),
        ([], ""),
    ],
)
def test_words_in_a_row(ord_, blir):
    assert uppraknat(ord_) == blir
