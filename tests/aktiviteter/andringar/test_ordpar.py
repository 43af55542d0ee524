"""Marked HTML as runs of words: what stands on each side, with its signs."""

import pytest

from aktiviteter.andringar.ordpar import lopor
from aktiviteter.andringar.varden import Ordpar
from vbeplan.text.jamfor import jamfor_block

NOT = '<span class="fotnot">{}</span>'


def sidor(fore, efter):
    """Return the words of a text before and after, of all its blocks that differ."""
    par = [
        Ordpar("", lopor(b.markerat))
        for b in jamfor_block(fore, efter)
        if b.slag != "lika"
    ]
    return [
        ["".join(text for text, _ in sida) for sida in (ett.fore, ett.efter)]
        for ett in par
    ]


@pytest.mark.parametrize(
    ("fore", "efter", "vantat"),
    [
        (
            "<p>Vi ses på torget hösten 2026.</p>",
            "<p>Vi ses på torget hösten 2027.</p>",
            [["Vi ses på torget hösten 2026.", "Vi ses på torget hösten 2027."]],
        ),
        (
            "<p>De är ute, i parken. Sen prövas det.</p>",
            "<p>De är ute, i parken.</p>",
            [
                [
                    "De är ute, i parken. Sen prövas det.",
                    "De är ute, i parken.",
                ]
            ],
        ),
        (
            "<ul><li>Ett som står kvar</li></ul>",
            "<ul><li>Ett som står kvar</li><li>Två är nytt</li></ul>",
            [["• Ett som står kvar", "• Ett som står kvar\n• Två är nytt"]],
        ),
        (
            f"<p>Ett och två och tre{NOT.format('Källa A')}</p>",
            "<p>Ett och två och tre</p>",
            [["Ett och två och tre [Not: Källa A]", "Ett och två och tre"]],
        ),
        ("", "<p>A &lt;b&gt; &amp; B</p>", [["", "A <b> & B"]]),
        ("<h3>Rubrik</h3>", "", [["Rubrik", ""]]),
    ],
)
def test_each_side_is_the_text_as_it_was_and_is(fore, efter, vantat):
    assert sidor(fore, efter) == vantat


def test_a_link_is_its_words():
    text = '<p>Läs <a href="https://granby.example/plan">planen</a></p>'
    assert sidor("", text) == [["", "Läs planen"]]
