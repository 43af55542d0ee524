"""Every change of a plan keeps who did it, when, and how it was."""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from aktiviteter import handlingar, historia
from aktiviteter.historia.i_ord import i_ord
from aktiviteter.historia.innehall import FALT
from aktiviteter.models import Aktivitet, Andring, Avsnitt, Handlingsplan, Version
from aktiviteter.models.historia import SLAG
from tests.aktiviteter.sida import adress, ifyllt, skicka
from tests.bygge import andra, ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Spar

Handling = Andring.Handling


def senaste(plan):
    """Return the plan's newest deed and its versions by kind."""
    andring = plan.andringar.first()
    return andring, {v.slag: v for v in andring.versioner.all()}


def test_a_changed_chapter_keeps_who_when_and_the_words(
    klient, plan, kapitel, samordnare, time_machine
):
    time_machine.move_to(datetime(2027, 3, 1, 9, 30, tzinfo=UTC), tick=False)
    klient.force_login(samordnare)
    skicka(klient, adress("avsnitt_redigera", kapitel[0].pk), rubrik="Syfte")
    andring, versioner = senaste(plan)
    assert (andring.av, andring.handling) == (samordnare, Handling.ANDRAD)
    assert andring.vad == "kapitlet Syfte"
    assert andring.tid == datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
    assert versioner.keys() == {"avsnitt"}
    assert versioner["avsnitt"].innehall["rubrik"] == "Syfte"
    assert historia.version(kapitel[0], 1)["rubrik"] == "Kapitel 1 i ekhamra"
    assert historia.version(kapitel[0], 2)["rubrik"] == "Syfte"
    assert historia.version(kapitel[0], 3) is None


def test_a_changed_activity_keeps_its_roles_and_times(klient, plan, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    falt = {"tidplan_text": "Hösten 2027", "maltal": "0,5", "malenhet": "skolor"}
    skicka(klient, sida, **falt, **{"ansvar-0-roll": "Rektor"})
    data = senaste(plan)[1]["aktivitet"].innehall
    assert data["tidplan"]["text"] == "Hösten 2027"
    assert data["maltal"] == "0.50"
    assert [rad[:2] for rad in data["ansvariga"]] == [
        ["Rektor", "huvudansvarig"],
        ["Kurator 1 i ekhamra", "i_samrad_med"],
    ]
    assert data == historia.innehall(Aktivitet.objects.get(pk=rader[0].pk))


def test_a_new_chapter_and_a_new_activity_keep_the_plans_order_too(
    klient, plan, kapitel
):
    skicka(klient, adress("avsnitt_nytt", "ekhamra", 2027), rubrik="Sist")
    andring, versioner = senaste(plan)
    assert (andring.handling, andring.vad) == (Handling.SKAPAD, "kapitlet Sist")
    nytt = plan.avsnitt.get(rubrik="Sist")
    assert versioner["ordning"].innehall["avsnitt"][-1] == [nytt.pk, None]
    skicka(klient, adress("aktivitet_ny", kapitel[0].pk), titel="Ny")
    andring, versioner = senaste(plan)
    rad = plan.aktiviteter.get(titel="Ny")
    assert (andring.handling, andring.vad) == (Handling.SKAPAD, "aktivitet 3. Ny")
    assert [rad.pk, kapitel[0].pk] in versioner["ordning"].innehall["aktiviteter"]


def test_a_changed_cover_keeps_what_it_was(klient, plan):
    skicka(klient, adress("plan_redigera", "ekhamra", 2027), dnr="EKH 1")
    assert senaste(plan)[1]["plan"].innehall["dnr"] == "EKH 1"
    assert historia.version(plan, 1)["dnr"] == "EKHAMRA 2027/88-1.3"


def test_a_move_is_one_version_of_the_order_whatever_its_size(klient, plan, kapitel):
    klient.post(adress("avsnitt_flytta", kapitel[2].pk, "upp"))
    andring, versioner = senaste(plan)
    assert andring.handling == Handling.FLYTTAD
    assert versioner.keys() == {"ordning"}
    pk = [pk for pk, _ in versioner["ordning"].innehall["avsnitt"]]
    assert pk == [kapitel[0].pk, kapitel[2].pk, kapitel[1].pk]


def test_a_move_that_goes_nowhere_is_no_deed(klient, plan, kapitel):
    klient.post(adress("avsnitt_flytta", kapitel[0].pk, "upp"))
    assert plan.andringar.count() == 1


def test_a_removal_keeps_all_that_goes_and_the_remarks_place(klient, plan, kapitel):
    anmarkning = plan.anmarkningar.get()
    klient.post(adress("avsnitt_ta_bort", kapitel[0].pk))
    andring, versioner = senaste(plan)
    assert andring.handling == Handling.BORTTAGEN
    assert versioner["avsnitt"].borttagen
    assert versioner["avsnitt"].innehall["anmarkningar"] == [anmarkning.pk]
    klient.post(adress("avsnitt_ta_bort", kapitel[2].pk))
    slag = [v.slag for v in plan.andringar.first().versioner.filter(borttagen=True)]
    assert sorted(slag) == ["aktivitet", "aktivitet", "avsnitt"]


def test_a_refused_save_leaves_no_deed(klient, plan, kapitel, rader):
    skicka(klient, adress("avsnitt_redigera", kapitel[0].pk), rubrik="")
    skicka(klient, adress("aktivitet_redigera", rader[0].pk), maltal="många")
    assert plan.andringar.count() == 1


@pytest.mark.parametrize(("borja_med", "antal"), [("tom", 1), ("standard", 21)])
def test_a_new_plan_begins_with_a_version_of_everything(
    klient, namnd, borja_med, antal
):
    falt = {"namnd": namnd.pk, "ar": 2028, "titel": "Plan", "borja_med": borja_med}
    klient.post(adress("plan_ny"), falt)
    plan = namnd.planer.get(ar=2028)
    andring = plan.andringar.get()
    assert andring.handling == Handling.SKAPAD
    ting = andring.versioner.exclude(slag="ordning")
    assert ting.count() == 1 + plan.avsnitt.count() == antal


def test_a_plan_read_in_or_copied_begins_with_a_version_of_everything(
    klient, namnd, plan
):
    falt = {"namnd": namnd.pk, "ar": 2028, "titel": "Plan", "borja_med": plan.pk}
    klient.post(adress("plan_ny"), falt)
    for ett in (plan, namnd.planer.get(ar=2028)):
        versioner = ett.andringar.get().versioner
        assert versioner.filter(slag="avsnitt").count() == 3
        for aktivitet in ett.aktiviteter.med_ansvar():
            assert historia.version(aktivitet, 1) == historia.innehall(aktivitet)


def test_the_same_form_sent_twice_is_one_deed(plan, kapitel, samordnare):
    nyckel = uuid.uuid4()
    andring = Andring.objects.create(
        plan=plan, av=samordnare, handling=Handling.SKAPAD, vad="x", nyckel=nyckel
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        historia.skriv(Handling.SKAPAD, kapitel[0], av=samordnare, nyckel=nyckel)
    assert Andring.objects.filter(nyckel=nyckel).get() == andring


def test_a_version_is_never_written_twice(plan, kapitel, samordnare):
    with pytest.raises(IntegrityError), transaction.atomic():
        historia.skriv(Handling.ANDRAD, kapitel[0], av=samordnare)


def test_the_number_of_a_removed_activity_is_never_used_again(
    klient, plan, kapitel, rader
):
    klient.post(adress("aktivitet_ta_bort", rader[1].pk))
    skicka(klient, adress("aktivitet_ny", kapitel[0].pk), titel="Ny")
    assert plan.aktiviteter.get(titel="Ny").nummer == 3
    klient.post(adress("avsnitt_ta_bort", kapitel[0].pk))
    klient.post(adress("avsnitt_ta_bort", kapitel[2].pk))
    ny = ny_plan(plan.namnd, 2028, aktiviteter=0)
    skicka(klient, adress("aktivitet_ny", ny.avsnitt.first().pk), titel="Nästa år")
    assert ny.aktiviteter.get().nummer == 4


def test_a_removed_plan_takes_its_history_along_but_the_trace_stays(klient, plan):
    annan = ny_plan(ny_namnd("sjovik"))
    klient.post(adress("plan_ta_bort", "ekhamra", 2027))
    assert set(Andring.objects.values_list("plan", flat=True)) == {annan.pk}
    assert not Version.objects.exclude(andring__plan=annan).exists()
    assert Spar.objects.filter(handling="borttagen").count() == 1


def test_saving_an_activity_costs_two_inserts_and_no_read_of_the_history(
    klient, plan, rader
):
    for _ in range(20):
        andra(rader[0])
    sida = adress("aktivitet_redigera", rader[0].pk)
    falt = {**ifyllt(klient.get(sida)), "titel": "Nytt namn"}
    with CaptureQueriesContext(connection) as fragor:
        assert klient.post(sida, falt).status_code == 302
    ord_ = [
        f["sql"].split()[0]
        for f in fragor
        if "aktiviteter_andring" in f["sql"] or "aktiviteter_version" in f["sql"]
    ]
    assert ord_ == ["INSERT", "INSERT"]


def test_the_history_is_its_own_boards_and_never_the_citys(plan, namnd):
    plan.dela(True, av=None)
    annans = ny_plan(ny_namnd("sjovik"))
    egna = plan.andringar.get()
    for ratt, ser, andrar in (
        (Ratt.SAMORDNARE, True, True),
        (Ratt.ANSVARIG, True, False),
        (Ratt.LASARE, True, False),
    ):
        user = ny_anvandare(ratt, namnd)
        assert (egna in Andring.objects.for_user(user)) == ser
        assert (egna in Andring.objects.redigerbara(user)) == andrar
        assert not Version.objects.for_user(user).filter(andring__plan=annans).exists()
        assert Version.objects.redigerbara(user).exists() == andrar
    for ratt in (Ratt.CENTRAL, Ratt.FORVALTARE):
        user = ny_anvandare(ratt)
        assert not Andring.objects.for_user(user).exists()
        assert not Version.objects.for_user(user).exists()


def test_a_role_that_is_renamed_comes_back_as_the_same_role(plan, rader, samordnare):
    roll = rader[0].ansvar.first().roll
    forsta = Version.objects.for_objekt(rader[0]).last()
    rader[0].ansvar.all().delete()
    andra(rader[0], titel="Nytt")
    roll.namn = "Områdeschef"
    roll.save()
    vag = historia.aterstallning(forsta)
    handlingar.aterstall(forsta, av=samordnare, sett=vag.sett)
    assert rader[0].ansvar.first().roll == roll
    assert rader[0].ansvar_i_ord.startswith("Områdeschef")


@pytest.mark.parametrize("modell", [Handlingsplan, Avsnitt, Aktivitet])
def test_every_field_that_can_be_changed_is_kept(modell):
    """A new field that the history forgets would be lost by an undo."""
    egna = {"id", "version", "andrad", "andrad_av_id", "ordning"}  # the row's own
    egna |= {"text_ar", "intern"}  # kept beside the words, when it is known or so
    egna |= {"plan_id", "namnd_id", "delad"}  # never moved; shared by a deed of its own
    egna |= {f"bilaga_{namn}" for namn in ("andringar", "samrad", "resultat")}  # print
    egna |= {"status", "sammantrade", "omgang"}  # the plan's way, kept as steps

    falt = {falt.attname for falt in modell._meta.concrete_fields} - egna

    assert falt == set(FALT[SLAG[modell._meta.model_name]])


def test_that_a_chapter_is_internal_is_kept_told_and_undone(plan, samordnare):
    avsnitt = plan.avsnitt.first()
    andring = andra(avsnitt, intern=True)
    avsnitt.refresh_from_db()
    assert i_ord(historia.innehall(avsnitt))["intern"] == "Ja"

    handlingar.angra(andring, av=samordnare)

    avsnitt.refresh_from_db()
    assert not avsnitt.intern
