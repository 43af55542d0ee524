"""Somebody writes in the plan at the very moment when it is decided."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import DatabaseError, connection, transaction

from aktiviteter.models import Avsnitt, Handlingsplan, Planstatus
from tests import bygge
from tests.bygge_utgava import nya_uppgifter, plan_hos_namnden
from vbeplan.rapport.handlingar.besluta import NagotNytt, besluta, sett_nu
from vbeplan.rapport.models import Utgava

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plan():
    return plan_hos_namnden(bygge.ny_namnd(), aktiviteter=1)


def i_trad(gor):
    """Run in a thread whose connection is closed afterwards."""

    def med_egen_forbindelse():
        try:
            return gor()
        finally:
            connection.close()

    return med_egen_forbindelse


def test_who_decides_waits_for_what_is_being_written_and_sees_it(plan):
    sett, skrivet, klart = sett_nu(plan), Event(), Event()

    @i_trad
    def skriv():
        with transaction.atomic():
            Avsnitt.objects.filter(plan=plan).update(rubrik="Skrivs just nu")
            skrivet.set()
            klart.wait(1)

    @i_trad
    def avgor():
        skrivet.wait(30)
        with pytest.raises(NagotNytt):
            besluta(plan, nya_uppgifter(), sett=sett, av=None)

    with ThreadPoolExecutor() as tradar:
        for ett in [tradar.submit(skriv), tradar.submit(avgor)]:
            ett.result(120)

    assert Handlingsplan.objects.get().status == Planstatus.TILL_NAMND
    assert not Utgava.objects.exists()


def test_who_writes_just_after_is_refused_and_changes_nothing(plan):
    besluta(plan, nya_uppgifter(), sett=sett_nu(plan), av=None)

    @i_trad
    def skriv():
        with pytest.raises(DatabaseError), transaction.atomic():
            Avsnitt.objects.filter(plan=plan).update(rubrik="För sent")

    with ThreadPoolExecutor() as tradar:
        tradar.submit(skriv).result(60)

    assert not Avsnitt.objects.filter(rubrik="För sent").exists()
