"""Out and back: a workbook that nobody has touched says what the plan says."""

import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from aktiviteter.kalkyl.kolumner import KOLUMNER
from aktiviteter.kalkyl.skillnader import skillnader
from aktiviteter.models import Ansvar
from tests.aktiviteter.arbetsbok import hamtad, rader_ur
from vbeplan.organisation.models import Roll
from vbeplan.text.block import stada

pytestmark = pytest.mark.django_db


def celler(plan, blad="Aktiviteter"):
    bok = CalamineWorkbook.from_filelike(io.BytesIO(hamtad(plan)))
    return bok.get_sheet_by_name(blad).to_python()


def test_every_column_is_there_with_its_words(plan, rader):
    rad = rader[0]
    rad.maltal, rad.malenhet, rad.niva = Decimal("0.5"), "%", "selektiv"
    rad.avstamning = date(2027, 4, 30)
    rad.save()

    rubriker, forsta, *_ = celler(plan)
    varden = dict(zip(rubriker, forsta, strict=True))

    assert rubriker == ["Radnyckel", "Nr", *(kol.rubrik for kol in KOLUMNER)]
    assert varden["Aktivitet"] == "Aktivitet 1 i ekhamra"
    assert varden["Kapitel"] == "3 Kapitel 3 i ekhamra"
    assert varden["Beskrivning"] == "Beskrivning 1 i ekhamra"
    assert varden["Ansvariga"] == "Enhetschef i ekhamra\nKurator 1 i ekhamra (i samråd)"
    assert (varden["Måltal"], varden["Enhet"], varden["Nivå"]) == (0.5, "%", "Selektiv")
    assert varden["Nästa avstämning"] == date(2027, 4, 30)
    assert varden["Uppföljning"] == "Tertialrapport 1"


def test_an_untouched_workbook_changes_nothing(plan):
    s = skillnader(plan, rader_ur(plan))

    assert not s.nagot
    assert s.lika == 2


def test_what_looks_like_a_formula_is_words(plan, rader):
    rader[0].titel = '=HYPERLINK("http://ond.example";"Klicka")'
    rader[0].save()

    assert celler(plan)[1][3] == rader[0].titel
    assert not skillnader(plan, rader_ur(plan)).nagot


def test_a_text_too_long_for_a_cell_is_left_to_the_plan(plan, rader):
    rader[0].beskrivning = f"<p>{'Lång text. ' * 4000}</p>"
    rader[0].save()

    assert "för lång för Excel" in celler(plan)[1][4]
    assert not skillnader(plan, rader_ur(plan)).nagot


def test_a_plan_without_activities_gives_an_empty_sheet_to_fill(plan):
    plan.aktiviteter.all().delete()

    assert not skillnader(plan, rader_ur(plan)).nagot


def test_the_same_plan_gives_the_same_bytes(plan):
    assert hamtad(plan) == hamtad(plan)


ORD = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]),
    max_size=60,
)
HTML = st.lists(
    st.one_of(
        ORD.map(lambda o: f"<p>{o}</p>"),
        ORD.map(lambda o: f"<ul><li>{o}</li><li><strong>{o}</strong></li></ul>"),
        ORD.map(lambda o: f'<p>Text<span class="fotnot">{o}</span></p>'),
    ),
    max_size=4,
).map("".join)


@given(
    titel=ORD.filter(str.strip),
    text=HTML,
    tid=ORD,
    roller=st.lists(ORD.filter(str.strip), max_size=4),
    arter=st.lists(st.sampled_from(Ansvar.Art.values), min_size=4, max_size=4),
    tal=st.none() | st.decimals("-9999999", "9999999", places=2),
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_stands_in_an_activity_comes_back(
    plan, rader, titel, text, tid, roller, arter, tal
):
    rad = rader[0]
    rad.titel, rad.beskrivning, rad.maltal, rad.mal = titel, stada(text), tal, tid
    rad.tolka_tider(tid, tid)
    rad.save()
    rad.ansvar.all().delete()
    for roll, art in zip(roller, arter, strict=False):
        rad.ansvar.get_or_create(
            roll=Roll.objects.med_namn(plan.namnd, roll), defaults={"art": art}
        )

    assert skillnader(plan, rader_ur(plan)).andrade == ()
