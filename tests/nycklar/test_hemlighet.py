"""Keyed hashes: the same over a rotation, different per errand and installation."""

import pytest
from django.db import transaction

from tests.nycklar.conftest import lagrat, ny_nyckel
from vbeplan import nycklar
from vbeplan.nycklar.hemlighet import glom
from vbeplan.nycklar.models import Hemlighet
from vbeplan.nycklar.ring import NyckelSaknas


@pytest.mark.django_db
def test_a_hash_is_the_same_every_time_and_another_for_another_errand():
    kvitto = nycklar.hmac("kvitto", "123 456")
    glom()

    assert nycklar.hmac("kvitto", "123 456") == kvitto
    assert nycklar.hmac("kvitto", "123 457") != kvitto
    assert nycklar.hmac("formular", "123 456") != kvitto
    assert len(kvitto) == 64
    assert Hemlighet.objects.count() == 1


@pytest.mark.django_db
def test_the_secret_lies_sealed_in_its_row(byt_ring):
    nycklar.hmac("kvitto", "1")

    assert lagrat(Hemlighet, "varde")[0].startswith("prov:")


@pytest.mark.django_db
def test_another_installation_has_another_hash():
    forst = nycklar.hmac("kvitto", "1")
    Hemlighet.objects.all().delete()
    glom()

    assert nycklar.hmac("kvitto", "1") != forst


@pytest.mark.django_db
def test_without_the_key_no_new_secret_is_made(byt_ring):
    nycklar.hmac("kvitto", "1")
    forst = lagrat(Hemlighet, "varde")
    glom()
    byt_ring(ny_nyckel("ny"))

    with pytest.raises(NyckelSaknas):
        nycklar.hmac("kvitto", "1")

    assert lagrat(Hemlighet, "varde") == forst


@pytest.mark.django_db(transaction=True)
def test_a_secret_made_in_a_deed_that_was_undone_is_not_remembered():
    with transaction.atomic():
        angrad = nycklar.hmac("kvitto", "1")
        transaction.set_rollback(True)

    assert nycklar.hmac("kvitto", "1") != angrad
    glom()
    kvar = nycklar.hmac("kvitto", "1")
    glom()
    assert nycklar.hmac("kvitto", "1") == kvar


@pytest.mark.django_db(transaction=True)
def test_the_secret_is_asked_for_once_per_process(django_assert_num_queries):
    nycklar.hmac("kvitto", "1")

    with django_assert_num_queries(0):
        nycklar.hmac("kvitto", "2")
