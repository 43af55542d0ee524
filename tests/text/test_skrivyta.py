"""The field of rich text: two notations under one name, and what comes back of them."""

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import example, given, settings
from lxml import html as lxml_html

from tests.text.injektion import CORPUS, SOPPA
from vbeplan.text.block import MAX_TECKEN, stada
from vbeplan.text.falt import RikTextFormField

LAGRAT = (
    "<p>Gäller <strong>alla</strong>."
    '<span class="fotnot">Dnr <em>1</em></span><span class="fotnot">Två</span></p>\n'
    '<ul><li>a<ul><li>b</li></ul></li></ul>\n<p><a href="tel:1">ring</a></p>'
)


class Formular(forms.Form):
    text = RikTextFormField(label="Text", required=False)


class Obligatoriskt(forms.Form):
    text = RikTextFormField(label="Text")


def skickat(text, slag=None, klass=Formular, **annat):
    data = QueryDict(mutable=True)
    data["text"] = text
    if slag:
        data["text-slag"] = slag
    return klass(data, **annat)


def visat(form):
    """Return what the page shows: the text area's words and the editor's blocks."""
    rot = lxml_html.fromstring(str(form["text"]))
    falt = rot.xpath("//textarea")[0].text or ""
    blad = rot.xpath("//template[@data-blad]")[0]
    block = (blad.text or "") + "".join(
        lxml_html.tostring(b, encoding="unicode") for b in blad
    )
    return falt.removeprefix("\n"), block


def test_both_notations_give_the_same_blocks():
    i_redigeraren = skickat(LAGRAT, "html")
    i_rutan = skickat(
        "Gäller **alla**.[fotnot: Dnr *1*][fotnot: Två]\n\n- a\n  - b\n\n[ring](tel:1)"
    )
    for form in (i_redigeraren, i_rutan):
        assert form.is_valid()
        assert form.cleaned_data["text"] == LAGRAT


def test_html_in_the_plain_field_is_words():
    form = skickat("<b>a</b>")
    assert form.is_valid()
    assert form.cleaned_data["text"] == "<p>&lt;b&gt;a&lt;/b&gt;</p>"


@pytest.mark.parametrize("slag", [None, "text", "xml", ""])
def test_only_what_says_so_is_html(slag):
    form = skickat("<p>a</p>", slag)
    assert form.is_valid()
    assert "&lt;p&gt;" in form.cleaned_data["text"]


def test_a_stored_text_is_shown_in_both_notations():
    falt, block = visat(Formular(initial={"text": LAGRAT}))
    assert falt.startswith("Gäller **alla**.[fotnot: Dnr *1*][fotnot: Två]")
    assert block == LAGRAT


@given(SOPPA)
@example('<p>a"b&amp;lt;</p>')
@example("<p>1. <b>*</b></p>")
@settings(max_examples=100)
def test_a_text_that_is_sent_as_it_was_shown_is_unchanged(soppa):
    text = stada(soppa)
    falt, block = visat(Formular(initial={"text": text}))
    for form in (
        skickat(falt.replace("\n", "\r\n"), initial={"text": text}),
        skickat(block.replace("\n", "\r\n"), "html", initial={"text": text}),
    ):
        assert form.is_valid()
        assert form.cleaned_data["text"] == text
        assert not form.has_changed()


def test_a_changed_text_has_changed_in_both_notations():
    for form in (
        skickat("ny", initial={"text": "<p>gammal</p>"}),
        skickat("<p>ny</p>", "html", initial={"text": "<p>gammal</p>"}),
        skickat("", "html", initial={"text": "<p>gammal</p>"}),
    ):
        assert form.has_changed()


def test_after_an_error_the_plain_words_stand_as_they_were_typed():
    skrivet = "  *stjärna\n- en   punkt\n\n\n[x](javascript:1)"
    falt, block = visat(skickat(skrivet))
    assert falt == skrivet
    assert "<li>en punkt</li>" in block


def test_after_an_error_the_editor_gets_its_text_back_and_the_field_the_same():
    falt, block = visat(skickat(LAGRAT, "html"))
    assert block == LAGRAT
    assert falt.startswith("Gäller **alla**.[fotnot: Dnr *1*][fotnot: Två]")


@pytest.mark.parametrize("html", CORPUS)
def test_nothing_that_is_sent_breaks_out_of_the_page(html):
    for slag in ("text", "html"):
        sida = str(skickat(html, slag)["text"])
        rot = lxml_html.fromstring(sida)
        assert not rot.xpath("//*[@onclick or @onerror or @onload or @style]")
        assert len(rot.xpath("//script")) == 1
        assert len(rot.xpath("//textarea")) == 1


@pytest.mark.parametrize("tomt", ["", "   ", "<p></p>", "<p><br></p>", "<ul></ul>"])
def test_a_field_that_must_be_filled_in_is_not_fooled_by_empty_blocks(tomt):
    form = skickat(tomt, "html", Obligatoriskt)
    assert not form.is_valid()
    assert form.errors["text"].as_data()[0].code == "required"


def test_what_is_too_long_is_told_and_stays():
    lang = "ord " * (MAX_TECKEN // 4 + 1)
    for form in (skickat(lang), skickat(f"<p>{lang} och mer</p>", "html")):
        assert not form.is_valid()
        assert f"får vara högst {MAX_TECKEN}" in form.errors["text"][0]
        assert len(visat(form)[0]) >= MAX_TECKEN


def test_wrappers_that_are_not_kept_do_not_count():
    punkter = "<li><p>x</p></li>" * (MAX_TECKEN // 12)
    form = skickat(f"<ul>{punkter}</ul>", "html")
    assert form.is_valid()


def test_another_widget_is_refused():
    with pytest.raises(TypeError):
        RikTextFormField(widget=forms.Textarea)
