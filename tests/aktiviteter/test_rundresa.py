"""Whatever plan goes in comes out the same, and goes in again in another board."""

import json
from datetime import date

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aktiviteter.handlingar import borja_revidering, importera_plan
from aktiviteter.models import Aktivitet, Ansvar, Handlingsplan
from aktiviteter.planfil import las_planfil
from aktiviteter.sammanstallning import plan_innehall
from aktiviteter.tidsprak import foresla_avstamning, tolka_tidplan
from aktiviteter.utbyte import granska, plan_data
from tests.bygge import ny_namnd
from vbeplan.organisation.models import Namnd

TECKEN = st.characters(exclude_categories=["Cs"])
ORD_I_TID = st.sampled_from(
    "Löpande|Pågående|T.o.m. 2027-31-12|Hösten|Vecka 43|Juni–augusti 2027|Se ovan|"
    "Se 2|Kvartalsvis|20270901|Vid behov|Kanske|".split("|")
)
ORD_I_UPPFOLJNING = st.sampled_from(
    "VB|Tertialrapport 1|T2 2027|I ordinarie verksamhetsuppföljning|Se ovan|Se 1|"
    "Delårsrapport augusti och VB|Årligen inom ramen för ordinarie styrning|".split("|")
)
DAG = st.none() | st.dates(date(2020, 1, 1), date(2035, 12, 31)).map(date.isoformat)


def ord_(hogst):
    return st.text(TECKEN, max_size=hogst) | st.sampled_from(
        ["", "Å", "<b>fet</b> & 'rak'", " två  ord ", "é e\u0301", "ß" * hogst]
    )


RIK_TEXT = st.lists(
    st.sampled_from(
        [
            "<p>Text med <strong>fet</strong> och <em>kursiv</em></p>",
            '<p>Källa<span class="fotnot">Granby & co</span> här</p>',
            "<ul><li>ett<ol><li>under</li></ol></li></ul>",
            "<h3>Rubrik</h3>",
        ]
    )
    | st.text(TECKEN, max_size=30),
    max_size=3,
).map("\n".join)

ROLLER = st.lists(
    st.fixed_dictionaries(
        {
            "roll": st.sampled_from(
                ["Rektor", "rektor", "Fa\u0308ltchef", "Lång roll " * 50, "ß" * 150]
            )
            | st.text(TECKEN, max_size=20),
            "art": st.sampled_from(Ansvar.Art.values),
        }
    ),
    max_size=4,
)


@st.composite
def planer(draw):
    """A plan as somebody could have written it in the exchange format."""
    avsnitt = st.fixed_dictionaries(
        {"rubrik": ord_(40), "niva": st.sampled_from([1, 2]), "text": RIK_TEXT}
    )
    kapitel = draw(st.lists(avsnitt, max_size=4))
    antal = draw(st.integers(0, 4)) if kapitel else 0
    nummer = draw(st.permutations(range(1, antal + 1)))
    return {
        "titel": draw(ord_(40)),
        "dnr": draw(ord_(20)),
        "datum": draw(DAG),
        "dokument": {"typ": draw(ord_(20)), "giltig_till": draw(DAG)},
        "avsnitt": kapitel,
        "aktiviteter": [
            draw(
                st.fixed_dictionaries(
                    {
                        "nummer": st.just(nr),
                        "avsnitt_nr": st.integers(0, len(kapitel) - 1),
                        "titel": ord_(40),
                        "beskrivning": RIK_TEXT,
                        "mal": ord_(40),
                        "maltal": st.none()
                        | st.integers(0, 10**9)
                        | st.decimals(0, 10**6, places=2).map(float),
                        "niva": st.sampled_from(["", *Aktivitet.Niva.values]),
                        "ansvariga": ROLLER,
                        "tidplan": st.fixed_dictionaries(
                            {"text": ORD_I_TID, "avstamning": DAG}
                        ),
                        "uppfoljning": st.fixed_dictionaries(
                            {"text": ORD_I_UPPFOLJNING}
                        ),
                    }
                )
            )
            for nr in nummer
        ],
        "anmarkningar": draw(
            st.lists(
                st.fixed_dictionaries(
                    {"slag": ord_(20), "plats": ord_(40), "text": ord_(60)}
                ),
                max_size=2,
            )
        ),
    }


def som_fil(plan):
    return json.dumps(plan, ensure_ascii=False).encode()


def las_in(data, namnd, ar):
    data = las_planfil("plan.json", som_fil(data), namnd=namnd, ar=ar)
    return importera_plan(granska(data), namnd=namnd, ar=ar)


SNABBT = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SNABBT
@given(plan=planer())
def test_export_and_import_give_the_same_plan_in_another_board_and_year(db, plan):
    with transaction.atomic():
        forsta = plan_data(las_in(plan, ny_namnd("ekhamra"), 2027))
        andra = plan_data(las_in(forsta, ny_namnd("sjovik"), 2028))
        assert andra | {"namnd": "", "ar": 0} == forsta | {"namnd": "", "ar": 0}
        transaction.set_rollback(True)


@SNABBT
@given(plan=planer())
def test_what_was_read_in_can_be_shown_and_copied(db, plan):
    with transaction.atomic():
        namnd = ny_namnd("ekhamra")
        forsta = las_in(plan, namnd, 2027)
        kopia = Handlingsplan.objects.create(namnd=namnd, ar=2028)
        borja_revidering(kopia, forsta)
        ett, tva = plan_innehall(forsta), plan_innehall(kopia)
        assert [(a.nummer, a.rubrik, a.text) for a in ett.avsnitt] == [
            (a.nummer, a.rubrik, a.text) for a in tva.avsnitt
        ]
        assert _rader(ett) == _rader(tva)
        transaction.set_rollback(True)


def _rader(innehall):
    return [
        (r.nummer, r.titel, r.ansvarig, r.tidplan, r.uppfoljning)
        for avsnitt in innehall.avsnitt
        for r in avsnitt.aktiviteter
    ]


def test_no_word_of_a_role_of_500_characters_is_lost(db):
    namnd = ny_namnd()
    roll = " ".join(f"ord{i}" for i in range(90))[:499] + "x"
    plan = {
        "avsnitt": [{"rubrik": "Ett"}],
        "aktiviteter": [
            {
                "avsnitt_nr": 0,
                "titel": "Sommarjobb",
                "beskrivning": "<p>Text</p>",
                "ansvariga": [{"roll": roll}, {"roll": "Rektor"}],
            }
        ],
    }
    aktivitet = las_in(plan, namnd, 2027).aktiviteter.get()
    assert len(roll) == 500
    assert roll in aktivitet.beskrivning
    assert aktivitet.beskrivning.startswith("<p>Text</p>\n<p>Ansvarig enligt förlagan")
    assert aktivitet.ansvar_i_ord == "Rektor"


def test_numbers_that_are_missing_are_given_after_the_board_s_highest(db):
    namnd = ny_namnd()
    rad = {"avsnitt_nr": 0, "titel": "Rad"}
    plan = {"avsnitt": [{"rubrik": "Ett"}], "aktiviteter": [rad | {"nummer": 5}, rad]}
    forsta = las_in(plan, namnd, 2027).aktiviteter.values_list("nummer", flat=True)
    assert sorted(forsta) == [5, 6]
    plan["aktiviteter"] = [rad, rad]
    andra = las_in(plan, namnd, 2028).aktiviteter.values_list("nummer", flat=True)
    assert sorted(andra) == [7, 8]
    assert Namnd.objects.get() == namnd


def test_words_alone_are_read_also_when_they_point_downwards(db):
    rader = [("Se 2", "Se ovan"), ("Hösten", "VB"), ("Se ovan", "Se 2")]
    plan = {
        "avsnitt": [{"rubrik": "Ett"}],
        "aktiviteter": [
            {
                "nummer": nr,
                "avsnitt_nr": 0,
                "titel": "Rad",
                "tidplan": {"text": tid},
                "uppfoljning": {"text": uppfoljning},
            }
            for nr, (tid, uppfoljning) in enumerate(rader, 1)
        ],
    }
    ett, _, tre = las_in(plan, ny_namnd(), 2027).aktiviteter.order_by("nummer")
    assert (ett.tidplan.hanvisning, ett.tidplan.start) == ("Hösten", date(2027, 9, 1))
    assert "det finns ingen rad ovanför" in ett.uppfoljning.fel
    assert (tre.tidplan.hanvisning, tre.uppfoljning.period) == ("Hösten", "2027")


def test_the_proposed_check_never_lies_before_the_plan_s_year():
    dag = foresla_avstamning(
        tolka_tidplan("Löpande", ar=2028), ar=2028, idag=date(2027, 3, 1)
    )
    assert dag == date(2028, 4, 30)
