"""crispy's fields in the house's form: words for optional, help and error tied."""

import re

import pytest
from crispy_forms.templatetags.crispy_forms_filters import as_crispy_form
from django import forms

from vbeplan.start.galleri import Exempelformular
from vbeplan.tema.falten import falten
from vbeplan.tema.formular import Dag, RenText


@pytest.fixture
def tomt():
    return as_crispy_form(Exempelformular())


@pytest.fixture
def fel():
    return as_crispy_form(Exempelformular({}))


def _bit(html, falt):
    """The markup of one field: from its wrapper to the next."""
    start = html.index(f'id="div_id_{falt}"')
    slut = html.find('id="div_id_', start + 1)
    return html[start:slut]


def test_an_optional_field_says_so_in_a_word_and_a_required_has_no_star(tomt):
    assert "(frivilligt)" in _bit(tomt, "beskrivning")
    assert "(frivilligt)" not in _bit(tomt, "titel")
    assert "*" not in tomt


def test_a_locked_field_is_not_called_optional(tomt):
    assert "(frivilligt)" not in _bit(tomt, "last")


def test_a_filter_can_do_without_the_words():
    form = Exempelformular()
    form.markera_frivilliga = False
    assert "(frivilligt)" not in as_crispy_form(form)


def test_help_and_error_stand_between_label_and_control(fel):
    bit = _bit(fel, "titel")
    order = [bit.index(s) for s in ("<label", "_helptext", "_error", "<input")]
    assert order == sorted(order)


def test_every_described_by_id_exists_once(tomt, fel):
    for html in (tomt, fel):
        for varde in re.findall(r'aria-describedby="([^"]+)"', html):
            for id_ in varde.split():
                assert html.count(f'id="{id_}"') == 1, id_


def test_a_field_with_an_error_is_marked_invalid(fel):
    bit = _bit(fel, "titel")
    assert 'aria-invalid="true"' in bit
    assert 'aria-describedby="id_titel_helptext id_titel_error"' in bit


def test_a_group_of_choices_is_a_fieldset_with_a_legend(tomt):
    bit = _bit(tomt, "art")
    assert "<fieldset" in bit
    assert "<legend>Ansvar" in bit


def test_the_error_summary_links_to_every_field_with_an_error(fel):
    ruta = fel[: fel.index('id="div_id_titel"')]
    assert "4 saker behöver rättas" in ruta
    for mal in ("id_titel", "id_niva", "id_malgrupp_0", "id_art_0"):
        assert f'href="#{mal}"' in ruta
        assert f'id="{mal}"' in fel


def test_the_error_summary_takes_focus_without_any_script():
    class Formular(Exempelformular):
        utan_fokus = False

    html = as_crispy_form(Formular({}))
    assert re.search(r'role="alert" tabindex="-1" autofocus', html)


def test_a_form_without_errors_has_no_summary(tomt):
    assert "behöver rättas" not in tomt


class _EnDag(forms.Form):
    dag = forms.DateField(widget=Dag())


@pytest.mark.parametrize(
    ("varde", "typ"),
    [("2026-02-28", "date"), ("", "date"), ("28/2", "text"), ("2026-02-31", "text")],
)
def test_what_is_no_date_stands_where_it_can_be_read(varde, typ):
    form = _EnDag({"dag": varde})

    for html in (as_crispy_form(form), falten(form)["dag"].rita()):
        assert f'type="{typ}"' in html
        assert not varde or f'value="{varde}"' in html


class _Tomt(RenText, forms.Form):
    ord = forms.CharField()
    dag = forms.DateField()
    val = forms.ChoiceField(choices=[("a", "A")])
    flera = forms.MultipleChoiceField(choices=[("a", "A")])
    eget = forms.CharField(error_messages={"required": "Skriv varför."})


def test_what_is_left_empty_is_asked_for_by_what_to_do():
    assert [fel for (fel,) in _Tomt({}).errors.values()] == [
        "Fyll i fältet.",
        "Välj en dag.",
        "Välj ett alternativ.",
        "Välj minst ett alternativ.",
        "Skriv varför.",
    ]
