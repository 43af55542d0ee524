"""What each night's `gallra` does with enkäter: closes them, clears removed words."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from lagesbild.enkatresultat.texter import Enkattexter
from lagesbild.handlingar.stang_enkat import stang_enkat
from lagesbild.models import Enkat
from tests.blanketter.gallring.test_filerna import finns
from tests.bygge import ny_namnd
from tests.bygge_lagesbild import ny_enkat, ny_lagesbild, svara
from vbeplan.organisation.models import Spar

pytestmark = pytest.mark.django_db


def natten(**val):
    ut = StringIO()
    call_command("gallra", stdout=ut, **val)
    return ut.getvalue()


@pytest.fixture
def forfallen():
    enkat = ny_enkat(ny_lagesbild(ny_namnd("ekhamra")))
    for inbjudan in enkat.inbjudningar.all():
        svara(enkat, inbjudan)
    igar = timezone.localdate() - timedelta(days=1)
    Enkat.objects.filter(pk=enkat.pk).update(stanger=igar)
    return enkat


def test_the_night_closes_what_nobody_has_asked_for_and_says_no_name(forfallen):
    fore = Spar.objects.count()

    assert f"{forfallen} är stängd" in natten()

    forfallen.refresh_from_db()
    assert forfallen.status == Enkat.Status.STANGD
    assert forfallen.svaren.raknade().count() == 6
    assert not forfallen.svaren.exclude(engangsnyckel=None).exists()
    assert Spar.objects.count() == fore
    assert "stängd" not in natten()


def test_on_its_last_day_it_is_still_open(forfallen):
    Enkat.objects.filter(pk=forfallen.pk).update(stanger=timezone.localdate())

    assert "stängd" not in natten()

    forfallen.refresh_from_db()
    assert forfallen.status == Enkat.Status.OPPEN


@pytest.mark.parametrize("val", [{"prova": True}, {"namnd": "granby"}])
def test_a_trial_and_another_boards_run_close_nothing(forfallen, val):
    ny_namnd("granby")

    assert "stängd" not in natten(**val)

    forfallen.refresh_from_db()
    assert forfallen.status == Enkat.Status.OPPEN


@pytest.mark.django_db(transaction=True)
def test_words_that_were_taken_out_of_an_answer_are_in_no_file_afterwards():
    enkat = ny_enkat(ny_lagesbild(ny_namnd()))
    for inbjudan in enkat.inbjudningar.all():
        svara(enkat, inbjudan, texter={"behov": "Kanariens ord. " * 40})
    stang_enkat(enkat)
    texter = Enkattexter(enkat)
    with connection.cursor() as sql:
        sql.execute("SELECT texter FROM lagesbild_enkatsvar")
        lagrat = {rad[0][10:60].encode() for rad in sql.fetchall()}
    ((_, ett),) = texter.per_fraga()
    for text in ett:
        assert texter.byt(text, "", av=None)
    assert finns(lagrat)

    assert "Databasens filer är städade." in natten()

    assert finns(lagrat) == set()
