"""The index says what the plans say, whoever wrote in them and however."""

# ruff: noqa: S608 — the only values put into SQL here are our own numbers

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aktiviteter.handlingar import importera_plan, ta_bort_plan
from aktiviteter.models import (
    Aktivitet,
    Aktivitetsfakta,
    Avsnitt,
    Handlingsplan,
    Ordpar,
    Planord,
    Plats,
    Sokko,
)
from aktiviteter.models.sokindex import Slag
from aktiviteter.sok import index
from aktiviteter.sok.fakta import fakta
from aktiviteter.sok.index import bygg, ikapp, innehall, tal
from aktiviteter.sok.stam import stam
from aktiviteter.sok.stycken import stycken
from aktiviteter.sok.utlosare import finns, installera, satser
from aktiviteter.utbyte import granska
from tests.bygge import ny_namnd, ny_plan, ny_roll, plandata
from vbeplan.organisation.models import Namnd, Roll

pytestmark = pytest.mark.django_db


def ska_vara():
    """What the index should hold, read straight from the plans."""
    objekt = [(Slag.PLAN, p) for p in Handlingsplan.objects.select_related("namnd")]
    objekt += [(Slag.AVSNITT, a) for a in Avsnitt.objects.all()]
    aktiviteter = Aktivitet.objects.select_related("plan").med_ansvar()
    nyckel = dict(Plats.objects.filter(slag=2).values_list("objekt", "pk"))
    objekt += [(Slag.AKTIVITET, a) for a in aktiviteter]
    platser = {(slag, o.pk): innehall(stycken(o)) for slag, o in objekt}
    return platser, {a.pk: {**fakta(a), "plats": nyckel.get(a.pk)} for a in aktiviteter}


def ar():
    """What the index holds."""
    paren = dict(Ordpar.objects.values_list("pk", "ord"))
    platser = {
        (p.slag, p.objekt): (p.rubrik, p.ord, paren.pop(p.pk))
        for p in Plats.objects.all()
    }
    assert paren == {}
    return platser, {f["id"]: f for f in Aktivitetsfakta.objects.values()}


def planernas_ord():
    """The numbers of each plan, by plan, from `Planord`."""
    ut = {}
    for rad in Planord.objects.all():
        ut.setdefault(rad.pk >> 1, set()).update(rad.ord)
    return ut


def har_ordet(ord_):
    """How many places the database's own text index finds for a word."""
    nummer = tal(stam(ord_))
    if connection.vendor == "postgresql":
        villkor = f"ord && '{{{nummer}}}'::integer[]"
        sql = f"SELECT count(*) FROM aktiviteter_plats WHERE {villkor}"
    else:
        tabell = "aktiviteter_plats_fts"
        sql = f"SELECT count(*) FROM {tabell} WHERE {tabell} MATCH '{nummer}'"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def stammer():
    ikapp()
    assert ar() == ska_vara()
    samlat = {}
    for plats in Plats.objects.all():
        samlat.setdefault(plats.plan_id, set()).update(plats.ord)
    for par in Ordpar.objects.all():
        samlat[par.pk >> 16].update(par.ord)
    assert planernas_ord() == samlat
    return True


def test_an_imported_plan_is_in_the_index_at_the_next_search():
    ny_plan(ny_namnd())

    assert stammer()
    assert har_ordet("ekhamra") == 9  # the cover, three chapters, five activities
    assert Sokko.objects.count() == 0


def test_a_search_without_news_asks_one_question(django_assert_num_queries):
    ny_plan(ny_namnd())
    ikapp()

    with django_assert_num_queries(1):
        ikapp()


@pytest.mark.parametrize(
    "gor",
    [
        lambda p: p.avsnitt.update(text="<p>Nyskrivet</p>"),
        lambda p: p.aktiviteter.update(titel="Nyskrivet"),
        lambda p: p.aktiviteter.first().ansvar.all().delete(),
        lambda p: Roll.objects.update(namn="Nyskriven roll"),
        lambda p: Namnd.objects.update(namn="Nyskriven nämnd"),
        lambda p: Handlingsplan.objects.update(titel="Nyskriven", ar=2031),
        lambda p: p.aktiviteter.first().delete(),
        lambda p: p.avsnitt.last().delete(),
        lambda p: ta_bort_plan(p, av=None),
        lambda p: Avsnitt.objects.bulk_create([Avsnitt(plan=p, rubrik="Nyskrivet")]),
        lambda p: p.avsnitt.first().delete() and p.avsnitt.create(rubrik="Nytt"),
    ],
)
def test_whatever_writes_is_noticed(gor):
    plan = ny_plan(ny_namnd())
    ikapp()

    gor(plan)

    assert stammer()


def test_what_moves_to_another_plan_is_found_there():
    namnd = ny_namnd()
    fran, till = ny_plan(namnd, 2026), ny_plan(namnd, 2027, kapitel=1)
    ikapp()

    Avsnitt.objects.filter(pk=fran.avsnitt.first().pk).update(plan=till)

    assert stammer()


def test_a_deed_taken_back_leaves_the_index_as_it_was(django_db_blocker):
    plan = ny_plan(ny_namnd())
    ikapp()
    rad = plan.aktiviteter.first()
    nummer = rad.pk

    rad.titel = "Tillfälligt"
    rad.save()
    ikapp()
    rad.delete()
    ikapp()
    rad.pk, rad.titel = nummer, "Tillbaka"
    rad.save(force_insert=True)

    assert stammer()
    assert har_ordet("tillbaka") == 1
    assert har_ordet("tillfälligt") == 0


def test_a_large_queue_is_read_in_parts(monkeypatch):
    ny_plan(ny_namnd())

    kvar = ikapp(hogst=4)
    while kvar:
        kvar_nu = ikapp(hogst=4)
        assert kvar_nu < kvar
        kvar = kvar_nu

    assert stammer()


def test_the_triggers_are_there_after_migrate():
    namnen = {namn for namn, _, _ in satser(connection.vendor)}

    assert namnen <= finns(connection)
    assert len(namnen) >= 15


def test_a_missing_trigger_is_made_again_and_what_it_missed_is_read():
    plan = ny_plan(ny_namnd())
    ikapp()
    with connection.cursor() as cursor:
        for namn, tabell, _ in satser(connection.vendor):
            if tabell == "aktiviteter_avsnitt":
                pa = f" ON {tabell}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {namn}{pa}")
    plan.avsnitt.update(rubrik="Ingen såg det här")
    ikapp()
    assert har_ordet("ingen") == 0

    installera()

    assert stammer()
    assert har_ordet("såg") == 3


def test_the_command_says_what_differed_and_mends_it():
    plan = ny_plan(ny_namnd())
    ikapp()
    Plats.objects.filter(slag=Slag.AVSNITT).update(ord=(1, 2, 3))
    borta = Plats.objects.filter(slag=Slag.AKTIVITET).first()
    Ordpar.objects.filter(pk=borta.pk).delete()
    borta.delete()
    Plats.objects.create(
        id=(plan.pk + 999) << 16, plan_id=plan.pk + 999, slag=1, objekt=9, rubrik=(),
        ord=(7,),
    )  # fmt: skip

    svar = StringIO()
    call_command("bygg_sokindex", stdout=svar)

    assert "1 texter var inte inlästa än" in svar.getvalue()
    assert "3 texter stod med andra ord" in svar.getvalue()
    assert "1 texter fanns kvar" in svar.getvalue()
    assert stammer()
    assert bygg() == {}


def test_two_who_read_the_queue_write_each_place_once():
    ny_plan(ny_namnd())
    index._las({(Slag.PLAN, p.pk) for p in Handlingsplan.objects.all()})

    assert stammer()


ORD = st.sampled_from("samverkan skola Åtgärder hot. risk/våld «fras» ö".split())
TEXT = st.lists(ORD, max_size=6).map(" ".join)
HANDLINGAR = st.lists(
    st.tuples(
        st.sampled_from(
            "kapitel rad text titel bort roll flytta kopia plan nytt namn".split()
        ),
        st.integers(0, 50),
        TEXT,
    ),
    max_size=8,
)


def gor(vad, nr, text):
    """Do one deed somewhere in the plans, as a form, a deed or a command would."""
    avsnitt = list(Avsnitt.objects.order_by("pk"))
    rader = list(Aktivitet.objects.order_by("pk"))
    planer = list(Handlingsplan.objects.order_by("pk"))
    ett, rad = (x[nr % len(x)] if x else None for x in (avsnitt, rader))
    plan = planer[nr % len(planer)]
    gor_med_planen(vad, nr, text, plan, planer)
    if ett:
        gor_med_kapitlet(vad, nr, text, ett, plan)
    if rad and Aktivitet.objects.filter(pk=rad.pk).exists():
        gor_med_raden(vad, nr, text, rad)


def gor_med_planen(vad, nr, text, plan, planer):
    if vad == "nytt":
        plan.avsnitt.create(rubrik=text or "Nytt", text=f"<p>{text}</p>")
    elif vad == "kopia":
        ar_ = max(p.ar for p in planer) + 1
        data = plandata(plan.namnd, ar_, aktiviteter=2)
        importera_plan(granska(data), namnd=plan.namnd, ar=ar_)
    elif vad == "plan" and len(planer) > 1:
        plan.delete()
    elif vad == "namn" and (roll := Roll.objects.order_by("pk").first()):
        roll.namn = f"{text} nytt {nr}"
        roll.save()


def gor_med_kapitlet(vad, nr, text, ett, plan):
    if vad == "kapitel":
        ett.rubrik = text or "Tomt"
        ett.save()
    elif vad == "text":
        note = f'<span class="fotnot">{text} not</span>'
        Avsnitt.objects.filter(pk=ett.pk).update(text=f"<p>{text}{note}</p>")
    elif vad == "flytta":
        Avsnitt.objects.filter(pk=ett.pk).update(ordning=nr, plan=plan)
    elif vad == "bort" and nr % 2:
        ett.delete()


def gor_med_raden(vad, nr, text, rad):
    if vad == "rad":
        rad.beskrivning = f"<p>{text}</p><ul><li>{text}</li></ul>"
        rad.save()
    elif vad == "titel":
        Aktivitet.objects.filter(pk=rad.pk).update(titel=text or "Tom")
    elif vad == "roll":
        rad.ansvar.all().delete()
        rad.ansvar.create(roll=ny_roll(rad.plan.namnd, f"{text} {nr}"))
    elif vad == "bort":
        rad.delete()


@pytest.mark.langsam
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(HANDLINGAR)
def test_after_any_deeds_the_index_is_the_plans(db, handlingar):
    Handlingsplan.objects.all().delete()
    ny_plan(Namnd.objects.first() or ny_namnd(), aktiviteter=2, kapitel=2)
    for i, handling in enumerate(handlingar):
        gor(*handling)
        if i % 3 == 1:
            ikapp()

    assert stammer()
