"""`manage.py gallra`: what goes, what stays, and that nothing goes before its time."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError
from django.db import connection

from blanketter.gallring import korning
from blanketter.models import (
    Blankett,
    Forvarning,
    Gallringsprotokoll,
    Maskering,
    Meddelande,
)
from tests import bygge
from tests.blanketter.gallring.conftest import (
    FJORTON,
    IDAG,
    gallra,
    gallra_till,
    inkommen,
    maskera,
    med_dialog,
    pa_dagen,
)
from vbeplan.organisation.models import Spar

pytestmark = pytest.mark.django_db(transaction=True)

EN_DAG = timedelta(days=1)
GAMMAL = date(2025, 3, 14)  # 24 months are up on the day before IDAG
Status = Blankett.Status


@pytest.fixture
def regel(forvaltare):
    return bygge.ny_gallringsregel(forvaltare)


def test_a_forewarned_text_goes_and_the_coded_count_stays(namnd, regel, samordnare):
    blankett = med_dialog(inkommen(namnd, GAMMAL), GAMMAL)
    maskera(blankett, 0, 5, GAMMAL, samordnare)

    ut = gallra_till(IDAG)

    blankett.refresh_from_db()
    assert (blankett.text, blankett.gallrad, blankett.nyckel) == (None, IDAG, None)
    assert [m.text for m in blankett.meddelanden.all()] == [None, None]
    assert not blankett.meddelanden.nya_svar().exists()
    assert Maskering.objects.count() == Forvarning.objects.count() == 0
    assert (blankett.slag, blankett.inkom) == (("klotter",), GAMMAL)
    assert blankett.status == Status.KLASSAD
    assert blankett.period_start == date(2026, 9, 28)
    assert "Klassad blankett: 1 gallrade (KS 2026/123, § 45, 2026-02-04)." in ut
    assert "Databasens filer är städade." in ut


def test_a_removal_leaves_a_protocol_and_a_trace_without_a_word_of_it(namnd, regel):
    blankett = inkommen(namnd, GAMMAL)

    gallra_till(IDAG)

    protokoll = Gallringsprotokoll.objects.get()
    assert (protokoll.antal, protokoll.dag, protokoll.namnd) == (1, IDAG, namnd)
    assert (protokoll.regel, protokoll.utforare) == (regel, "manage.py gallra")
    assert protokoll.stadad == IDAG
    spar = Spar.objects.get(handling=Spar.Handling.GALLRAD)
    assert (spar.namnd, spar.av) == (namnd, None)
    assert blankett.regnr not in spar.objekt


def test_without_a_rule_nothing_goes_and_the_command_says_so(namnd):
    blankett = inkommen(namnd, date(2000, 1, 1))

    ut = gallra_till(IDAG)

    assert "Det finns ingen gallringsregel, så ingenting gallras." in ut
    blankett.refresh_from_db()
    assert blankett.text
    assert not Gallringsprotokoll.objects.exists()


def test_nothing_goes_on_the_last_day_of_its_period(namnd, regel):
    blankett = inkommen(namnd, date(2025, 3, 15))

    gallra_till(IDAG)
    blankett.refresh_from_db()
    assert blankett.text

    gallra(IDAG + EN_DAG)
    blankett.refresh_from_db()
    assert blankett.text is None


def test_what_has_not_been_told_of_for_fourteen_days_stays(namnd, regel):
    blankett = inkommen(namnd, date(2020, 1, 1))

    gallra_till(IDAG, fran=IDAG - FJORTON + EN_DAG)
    blankett.refresh_from_db()
    assert blankett.text
    assert Forvarning.objects.get().dag == IDAG - FJORTON + EN_DAG

    gallra(IDAG + EN_DAG)
    blankett.refresh_from_db()
    assert blankett.text is None


def test_it_is_told_of_thirty_days_before_and_not_earlier(namnd, regel):
    blankett = inkommen(namnd, GAMMAL)

    gallra(IDAG - timedelta(days=31))
    assert not Forvarning.objects.exists()

    gallra(IDAG - timedelta(days=30))
    varning = Forvarning.objects.get()
    assert (varning.blankett, varning.forfaller) == (blankett, IDAG - EN_DAG)


@pytest.mark.parametrize(
    ("status", "klass"),
    [
        (Status.INGAR, "klassad"),
        (Status.EJ_VBE, "ej_vbe"),
        (Status.DUBBLETT, "dubblett"),
        (Status.ATERTAGEN, "atertagen"),
    ],
)
def test_each_class_goes_by_its_own_rule_only(namnd, forvaltare, status, klass):
    alla = {s: inkommen(namnd, GAMMAL, s) for s in Status if s != Status.KLASSAD}
    bygge.ny_gallringsregel(forvaltare, klass)

    gallra_till(IDAG)

    borta = Blankett.objects.filter(text=None)
    assert list(borta) == [alla[status]]


def test_unread_and_unclassed_forms_have_no_rule_that_removes_them(namnd, forvaltare):
    for klass in ("klassad", "ej_vbe", "dubblett", "atertagen", "dialog"):
        bygge.ny_gallringsregel(forvaltare, klass, antal=1)
    for status in (Status.NY, Status.LAST):
        inkommen(namnd, date(2000, 1, 1), status)

    gallra_till(IDAG)

    assert Blankett.objects.filter(text__isnull=False).count() == 2


def test_a_dialogue_goes_by_its_last_message_and_the_form_stays(namnd, forvaltare):
    gammal = med_dialog(inkommen(namnd, GAMMAL, Status.LAST), GAMMAL)
    samtal = med_dialog(inkommen(namnd, GAMMAL, Status.LAST), GAMMAL)
    samtal.meddelanden.filter(ordning=2).update(dag=IDAG)
    bygge.ny_gallringsregel(forvaltare, "dialog", antal=12)

    gallra_till(IDAG)

    borta = Meddelande.objects.filter(text=None)
    assert {m.blankett for m in borta} == {gammal}
    gammal.refresh_from_db()
    assert gammal.text
    assert gammal.gallrad is None
    assert Gallringsprotokoll.objects.get().antal == 1


def test_masked_personal_data_is_taken_out_of_the_texts_for_good(
    namnd, forvaltare, samordnare
):
    text = "Jag såg Test Testsson sätta upp lappar vid torget."
    blankett = med_dialog(inkommen(namnd, IDAG, Status.LAST, text=text), GAMMAL)
    svar = blankett.meddelanden.get(ordning=2)
    maskera(blankett, 8, 21, GAMMAL, samordnare)
    maskera(blankett, 0, 3, GAMMAL, samordnare, meddelande=svar)
    bygge.ny_gallringsregel(forvaltare, "personuppgifter", antal=30, enhet="dagar")

    gallra_till(IDAG)

    blankett.refresh_from_db()
    svar.refresh_from_db()
    assert blankett.text.startswith("Jag såg [")
    assert "Testsson" not in blankett.text
    assert blankett.text.endswith("sätta upp lappar vid torget.")
    assert svar.text.endswith(" nummer 2 i dialogen")
    assert not svar.text.startswith("Ord")
    assert blankett.gallrad is None
    assert not Maskering.objects.exists()
    assert Gallringsprotokoll.objects.get().antal == 1


def test_the_boards_own_rule_goes_before_the_citys(namnd, forvaltare, regel):
    annan = bygge.ny_namnd("sjovik")
    bygge.ny_gallringsregel(forvaltare, namnd=namnd, antal=60)
    kvar, borta = inkommen(namnd, GAMMAL), inkommen(annan, GAMMAL)

    gallra_till(IDAG)

    kvar.refresh_from_db()
    borta.refresh_from_db()
    assert kvar.text
    assert borta.text is None


def test_only_the_named_board_is_worked_on(namnd, regel):
    annan = bygge.ny_namnd("sjovik")
    egen, annans = inkommen(namnd, GAMMAL), inkommen(annan, GAMMAL)

    for nr in range(15):
        gallra(IDAG - FJORTON + timedelta(days=nr), "--namnd", "ekhamra")

    egen.refresh_from_db()
    annans.refresh_from_db()
    assert egen.text is None
    assert annans.text
    assert {v.blankett for v in Forvarning.objects.all()} == set()


@pytest.mark.parametrize("fel", ["fel", "", " "])
def test_an_unknown_board_is_named_with_those_there_are(namnd, regel, fel):
    """An empty one is no word for all: a variable of a script was empty."""
    blankett = inkommen(namnd, GAMMAL)
    gallra_till(IDAG - EN_DAG)

    for mer in ((), ("--prova",)):
        with pytest.raises(CommandError, match=f"Nämnden ”{fel}” finns inte"):
            gallra(IDAG, "--namnd", fel, *mer)

    blankett.refresh_from_db()
    assert blankett.text


def test_a_trial_counts_and_changes_nothing(namnd, regel, samordnare):
    blankett = inkommen(namnd, GAMMAL)
    inkommen(namnd, date(2025, 3, 20))
    gallra_till(IDAG - EN_DAG)
    fore = list(Forvarning.objects.order_by("pk").values())

    ut = gallra(IDAG, "--prova")

    assert (
        "Klassad blankett: 1 skulle gallras nu, 0 väntar på förvarning, "
        "1 inom 30 dagar, 0 stoppade (KS 2026/123, § 45, 2026-02-04)." in ut
    )
    assert "Dubblett: ingen regel, gallras inte." in ut
    blankett.refresh_from_db()
    assert blankett.text
    assert list(Forvarning.objects.order_by("pk").values()) == fore
    assert not Gallringsprotokoll.objects.exists()


def test_a_trial_before_any_run_says_that_all_wait_for_their_warning(namnd, regel):
    inkommen(namnd, GAMMAL)

    assert "0 skulle gallras nu, 1 väntar på förvarning" in gallra(IDAG, "--prova")


def test_run_twice_on_a_day_nothing_is_counted_twice(namnd, regel):
    inkommen(namnd, GAMMAL)
    gallra_till(IDAG)

    ut = gallra(IDAG)

    assert "0 gallrade" in ut
    assert Gallringsprotokoll.objects.get().antal == 1


def test_what_a_stop_holds_stays_and_is_warned_of_anew_when_it_ends(
    namnd, regel, samordnare
):
    blankett = inkommen(namnd, GAMMAL)
    gallra_till(IDAG - EN_DAG)
    with pa_dagen(IDAG - EN_DAG):
        stopp = bygge.nytt_gallringsstopp(samordnare, namnd, blankett=blankett)

    assert "0 gallrade" in gallra(IDAG)
    assert "1 stoppade" in gallra(IDAG, "--prova")
    assert not Forvarning.objects.exists()
    with pa_dagen(IDAG):
        stopp.slapp(av=samordnare)

    ut = gallra_till(IDAG + FJORTON)
    assert "0 gallrade" in ut  # the stop held the whole day on which it was let go
    assert "1 gallrade" in gallra(IDAG + FJORTON + EN_DAG)


@pytest.mark.parametrize("vad", ["board", "class", "city", "class of the city"])
def test_a_stop_of_a_board_or_a_class_or_the_city_holds_all_in_it(
    namnd, regel, samordnare, vad
):
    inkommen(namnd, GAMMAL)
    bygge.nytt_gallringsstopp(
        samordnare,
        None if "city" in vad else namnd,
        klass="klassad" if "class" in vad else "",
    )

    assert "0 gallrade" in gallra_till(IDAG)


def test_a_stop_of_another_class_board_or_form_holds_nothing_here(
    namnd, regel, samordnare
):
    annan = bygge.ny_namnd("sjovik")
    inkommen(namnd, GAMMAL)
    kvar = inkommen(namnd, GAMMAL)
    bygge.nytt_gallringsstopp(samordnare, namnd, klass="dialog")
    bygge.nytt_gallringsstopp(samordnare, annan)
    bygge.nytt_gallringsstopp(samordnare, namnd, blankett=kvar)

    assert f"{namnd}, Klassad blankett: 1 gallrade" in gallra_till(IDAG)
    kvar.refresh_from_db()
    assert kvar.text


def test_a_stop_that_has_passed_holds_nothing(namnd, regel, samordnare):
    inkommen(namnd, GAMMAL)
    with pa_dagen(IDAG - timedelta(days=60)):
        bygge.nytt_gallringsstopp(samordnare, namnd, till=IDAG - FJORTON - EN_DAG)

    assert "1 gallrade" in gallra_till(IDAG)


def test_a_form_whose_status_changes_after_the_warning_is_warned_of_anew(
    namnd, regel, forvaltare
):
    bygge.ny_gallringsregel(forvaltare, "ej_vbe")
    blankett = inkommen(namnd, GAMMAL)
    gallra_till(IDAG - EN_DAG)
    Blankett.objects.update(status=Status.EJ_VBE)

    gallra(IDAG)

    blankett.refresh_from_db()
    assert blankett.text
    assert [(v.klass, v.dag) for v in Forvarning.objects.all()] == [("ej_vbe", IDAG)]


def test_a_new_rule_is_told_of_from_its_own_day(namnd, regel, forvaltare):
    blankett = inkommen(namnd, GAMMAL)
    gallra_till(IDAG - EN_DAG)
    with pa_dagen(IDAG - EN_DAG):
        ny = bygge.ny_gallringsregel(forvaltare, efter=regel, antal=12, dnr="KS 2027/9")

    gallra(IDAG)

    blankett.refresh_from_db()
    assert blankett.text
    assert Forvarning.objects.get().dag == IDAG
    assert "KS 2027/9" in gallra_till(IDAG + FJORTON, fran=IDAG + EN_DAG)
    assert Gallringsprotokoll.objects.get().regel == ny


def test_when_the_rule_has_ended_nothing_goes(namnd, regel, forvaltare):
    blankett = inkommen(namnd, GAMMAL)
    gallra_till(IDAG - EN_DAG)
    regel.avsluta(av=forvaltare)

    assert "Det finns ingen gallringsregel" in gallra(IDAG)

    blankett.refresh_from_db()
    assert blankett.text
    assert not Forvarning.objects.exists()


def test_after_three_days_stop_the_warnings_still_count(namnd, regel):
    inkommen(namnd, GAMMAL)
    for dag in range(14, 3, -1):
        gallra(IDAG - timedelta(days=dag))

    assert "1 gallrade" in gallra(IDAG)


def test_after_a_long_stop_everything_is_told_of_anew(namnd, regel):
    blankett = inkommen(namnd, GAMMAL)
    gallra(IDAG - FJORTON)

    ut = gallra(IDAG)

    assert "Förvarningarna börjar om" in ut
    blankett.refresh_from_db()
    assert blankett.text
    assert "1 gallrade" in gallra_till(IDAG + FJORTON)


def test_when_the_clock_goes_back_nothing_goes_early_or_twice(namnd, regel):
    blankett = inkommen(namnd, GAMMAL)
    gallra_till(IDAG - EN_DAG)

    assert "Klockan har gått bakåt" in gallra(date(2020, 1, 1))
    assert "Förvarningarna börjar om" in gallra(IDAG)
    blankett.refresh_from_db()
    assert blankett.text

    gallra_till(IDAG + FJORTON)
    blankett.refresh_from_db()
    gallrad = blankett.gallrad
    gallra(IDAG)
    gallra_till(IDAG + FJORTON)
    blankett.refresh_from_db()
    assert gallrad == blankett.gallrad == IDAG + FJORTON
    assert Gallringsprotokoll.objects.get().antal == 1


def test_when_the_clock_leaps_ahead_nothing_goes_for_fourteen_days(namnd, regel):
    blankett = inkommen(namnd, date(2026, 3, 1))
    gallra_till(IDAG)

    gallra_till(date(2036, 1, 14), fran=date(2036, 1, 1))

    blankett.refresh_from_db()
    assert blankett.text


def test_a_leap_day_is_kept_until_the_end_of_february(namnd, forvaltare):
    bygge.ny_gallringsregel(forvaltare, antal=12)
    blankett = inkommen(namnd, date(2028, 2, 29))

    gallra_till(date(2029, 2, 28))
    blankett.refresh_from_db()
    assert blankett.text

    gallra(date(2029, 3, 1))
    blankett.refresh_from_db()
    assert blankett.text is None


def test_a_run_on_the_leap_day_itself_is_like_any_other(namnd, forvaltare):
    bygge.ny_gallringsregel(forvaltare, antal=12)
    blankett = inkommen(namnd, date(2027, 2, 28))

    gallra_till(date(2028, 2, 28))
    blankett.refresh_from_db()
    assert blankett.text

    gallra(date(2028, 2, 29))
    blankett.refresh_from_db()
    assert blankett.text is None


def test_a_text_that_can_not_be_read_stops_only_what_must_read_it(
    namnd, forvaltare, samordnare, regel, settings
):
    from vbeplan.nycklar.ring import las_ring

    trasig = inkommen(namnd, IDAG, Status.LAST)
    maskera(trasig, 0, 3, GAMMAL, samordnare)
    inkommen(namnd, GAMMAL)
    bygge.ny_gallringsregel(forvaltare, "personuppgifter", antal=1)
    gallra_till(IDAG - EN_DAG, fran=IDAG - FJORTON)
    settings.NYCKLAR = las_ring("ny:" + "A" * 43)

    with pytest.raises(CommandError, match="nyckeln ”prov”"):
        gallra(IDAG)

    assert Blankett.objects.get(gallrad=IDAG).inkom == GAMMAL
    assert Maskering.objects.count() == 1


def test_one_text_that_can_not_be_read_stops_no_other(namnd, forvaltare, samordnare):
    rader = [inkommen(namnd, IDAG, Status.LAST) for _ in range(5)]
    for rad in rader:
        maskera(rad, 0, 3, GAMMAL, samordnare)
    trasiga = sorted(rader, key=lambda rad: rad.pk)[:3:2]
    for rad in trasiga:
        bygge.forvansk(rad)
    bygge.ny_gallringsregel(forvaltare, "personuppgifter", antal=1)
    gallra_till(IDAG - EN_DAG, fran=IDAG - FJORTON)

    with pa_dagen(IDAG):
        resultat = korning.gallra(namnd, IDAG, bunt=2)
    with pytest.raises(CommandError) as fel:
        gallra(IDAG)

    assert [antal for _, antal in resultat.gallrat] == [3]
    assert {m.blankett for m in Maskering.objects.all()} == set(trasiga)
    assert Gallringsprotokoll.objects.get().antal == 3
    assert "2 blanketter går inte att läsa" in str(fel.value)
    for rad in rader:
        assert (rad.regnr in str(fel.value)) == (rad in trasiga)
    with pytest.raises(CommandError, match="2 blanketter går inte att läsa"):
        gallra(IDAG + EN_DAG)


def test_of_many_that_can_not_be_read_the_first_are_named(
    namnd, forvaltare, samordnare
):
    for _ in range(23):
        rad = inkommen(namnd, IDAG, Status.LAST)
        maskera(rad, 0, 3, GAMMAL, samordnare)
        bygge.forvansk(rad)
    bygge.ny_gallringsregel(forvaltare, "personuppgifter", antal=1)
    gallra_till(IDAG - EN_DAG, fran=IDAG - FJORTON)

    with pytest.raises(CommandError, match="23 blanketter") as fel:
        gallra(IDAG)

    assert str(fel.value).count("Blankett ") == 20
    assert "… och 3 till." in str(fel.value)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
def test_each_run_lets_sqlite_count_its_indexes(forvaltare, namnd):
    for _ in range(5):
        bygge.ny_blankett(namnd)

    gallra(IDAG)

    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE idx = 'inkorgens_ordning'")
        assert cursor.fetchone()[0].startswith("5 ")
