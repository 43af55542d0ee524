"""The encrypted field: what lies in the database, and what can't be done with it."""

import json
import uuid

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection, transaction
from django.db.models import F, Value

from tests.nycklar.conftest import lagrat, ny_nyckel
from vbeplan.nycklar.falt import Krypterad
from vbeplan.nycklar.ring import GarInteAttLasa, NyckelSaknas

TEXT = "Klistermärken på lyktstolpar vid torget. 😟 \x00 e\u0301"


def test_a_saved_text_comes_back_and_lies_sealed_in_the_database(lappar):
    rad = lappar.objects.create(text=TEXT)

    assert lappar.objects.get(pk=rad.pk).text == TEXT
    (varde,) = lagrat(lappar)
    assert varde.startswith("prov:")
    assert "Klister" not in varde
    assert rad.text == TEXT


def test_the_same_text_is_sealed_otherwise_every_time(lappar):
    for _ in range(2):
        lappar.objects.create(text=TEXT)

    assert len(set(lagrat(lappar))) == 2


def test_null_stays_null_and_empty_stays_empty(lappar):
    lappar.objects.create(text=None)
    tom = lappar.objects.create(text="")

    assert None in lagrat(lappar)
    assert lappar.objects.filter(text=None).get().text is None
    assert lappar.objects.get(pk=tom.pk).text == ""
    assert "" not in lagrat(lappar)


def test_a_value_moved_to_another_row_does_not_open(lappar):
    en, annan = lappar.objects.create(text="en"), lappar.objects.create(text="annan")
    _flytta(lappar, "text", en.pk, "text", annan.pk)

    with pytest.raises(GarInteAttLasa, match="flyttad från en annan plats"):
        _ = lappar.objects.get(pk=annan.pk).text


def test_a_value_moved_to_another_field_does_not_open(lappar):
    rad = lappar.objects.create(text="en", svar="två")
    _flytta(lappar, "text", rad.pk, "svar", rad.pk)

    with pytest.raises(GarInteAttLasa):
        _ = lappar.objects.get().svar


def test_a_row_copied_to_another_key_is_refused_rather_than_lost(lappar):
    lappar.objects.create(text="en")
    rad = lappar.objects.get()
    rad.pk = uuid.uuid4()

    with pytest.raises(GarInteAttLasa):
        rad.save(force_insert=True)


@pytest.mark.parametrize("byte", [5, 25, -2])
def test_a_changed_value_does_not_open(lappar, byte):
    rad = lappar.objects.create(text="en text")
    (varde,) = lagrat(lappar)
    andrat = list(varde)
    # Other high bits: the lowest of the last sign belong to no byte.
    andrat[byte] = "z" if andrat[byte] in "ABCD" else "A"
    lappar.objects.filter(pk=rad.pk).update(text=Krypterad("".join(andrat)))

    with pytest.raises(GarInteAttLasa):
        _ = lappar.objects.get().text


@pytest.mark.parametrize("skrap", ["", "klartext", "prov:", "prov:åäö", "prov:AAAA"])
def test_what_was_never_sealed_is_an_error_and_no_blank_text(lappar, skrap):
    rad = lappar.objects.create(text="en text")
    lappar.objects.filter(pk=rad.pk).update(text=Krypterad(skrap))

    with pytest.raises(GarInteAttLasa):
        _ = lappar.objects.get().text


def test_a_missing_key_is_named_and_the_text_waits_for_it(lappar, byt_ring):
    gammal, ny = ny_nyckel("gammal"), ny_nyckel("ny")
    byt_ring(gammal)
    lappar.objects.create(text="en text")
    byt_ring(ny)

    with pytest.raises(NyckelSaknas, match="nyckeln ”gammal”, som saknas i NYCKLAR"):
        _ = lappar.objects.get().text

    byt_ring(ny, gammal)
    assert lappar.objects.get().text == "en text"


def test_another_key_of_the_same_name_opens_nothing(lappar, byt_ring):
    byt_ring(ny_nyckel("samma"))
    lappar.objects.create(text="en text")
    byt_ring(ny_nyckel("samma"))

    with pytest.raises(GarInteAttLasa, match="annan nyckel med samma namn"):
        _ = lappar.objects.get().text


def test_what_is_saved_is_sealed_with_the_first_key(lappar, byt_ring):
    gammal, ny = ny_nyckel("gammal"), ny_nyckel("ny")
    byt_ring(gammal)
    lappar.objects.create(text="en text", svar="orört")
    byt_ring(ny, gammal)

    lappar.objects.get().save()

    assert lagrat(lappar)[0].startswith("ny:")
    assert lappar.objects.get().text == "en text"
    assert lappar.objects.get().svar == "orört"


def test_a_deferred_text_is_fetched_and_opened_when_it_is_read(lappar):
    lappar.objects.create(text="en text")
    rad = lappar.objects.defer("text").get()

    assert rad.get_deferred_fields() == {"text"}
    assert rad.text == "en text"


def test_a_row_fetched_without_its_text_can_be_saved_without_losing_it(lappar):
    lappar.objects.create(text="en text")
    rad = lappar.objects.only("ord_").get()
    rad.ord_ = "ny"
    rad.save()

    assert lappar.objects.get().text == "en text"


def test_refresh_from_db_gives_what_somebody_else_saved(lappar):
    rad = lappar.objects.create(text="först")
    annan = lappar.objects.get()
    annan.text = "sedan"
    annan.save()

    rad.refresh_from_db()

    assert rad.text == "sedan"


def test_bulk_create_seals_every_row(lappar):
    lappar.objects.bulk_create([lappar(text=f"text {n}") for n in range(3)])

    assert all(v.startswith("prov:") for v in lagrat(lappar))
    assert {r.text for r in lappar.objects.all()} == {"text 0", "text 1", "text 2"}


@pytest.mark.parametrize("varde", ["klartext", Value("klartext"), F("ord_")])
def test_update_with_a_text_is_refused(lappar, varde):
    lappar.objects.create(text="en text")

    with pytest.raises(TypeError, match="stored in plain"), transaction.atomic():
        lappar.objects.update(text=varde)

    assert lappar.objects.get().text == "en text"


def test_update_takes_a_text_away(lappar):
    lappar.objects.create(text="en text")

    lappar.objects.update(text=None)

    assert lagrat(lappar) == [None]


def test_bulk_update_and_an_expression_on_a_row_are_refused(lappar):
    rad = lappar.objects.create(text="en text")
    rad.text = "en annan"

    with pytest.raises(TypeError, match="stored in plain"):
        lappar.objects.bulk_update([rad], ["text"])

    rad.text = F("ord_")
    with pytest.raises(TypeError, match="str or None"):
        rad.save()


def test_values_gives_a_sealed_value_that_the_field_opens(lappar):
    rad = lappar.objects.create(text="en text")

    (varde,) = lappar.objects.values_list("text", flat=True)

    assert str(varde) == "(krypterad)"
    assert lappar._meta.get_field("text").oppna(varde, rad.pk) == "en text"


def test_there_is_no_search_in_a_sealed_text(lappar):
    for sok in ({"text": "en"}, {"text__contains": "en"}, {"text__in": ["en"]}):
        with pytest.raises(FieldError, match=r"searched|Unsupported"):
            lappar.objects.filter(**sok)

    assert lappar.objects.filter(text__isnull=False).count() == 0


def test_a_dump_holds_no_plain_text_and_loads_back(lappar):
    lappar.objects.create(text=TEXT)
    dump = serializers.serialize("json", lappar.objects.all())
    lappar.objects.all().delete()

    for rad in serializers.deserialize("json", dump):
        rad.save()

    assert "Klister" not in json.dumps(json.loads(dump), ensure_ascii=False)
    assert lappar.objects.get().text == TEXT


def test_a_field_that_could_not_be_opened_again_is_no_sound_model(lappar):
    from django.db import models

    from vbeplan.nycklar.falt import KrypteradText

    class Fel(models.Model):
        text = KrypteradText(unique=True)

        class Meta:
            app_label = "provning"

        def __str__(self):
            return ""

    fel = [str(f.msg) for f in Fel._meta.get_field("text").check()]
    assert fel == [
        "A sealed text has no index.",
        "The row's key must exist before it is saved.",
    ]


def _flytta(modell, fran, fran_pk, till, till_pk):
    """Copy a value as it lies, with SQL."""
    pk = modell._meta.pk
    fran_pk, till_pk = (pk.get_db_prep_value(v, connection) for v in (fran_pk, till_pk))
    tabell = modell._meta.db_table
    with connection.cursor() as markor:
        hamta = f"SELECT {fran} FROM {tabell} WHERE id = %s"  # noqa: S608
        markor.execute(hamta, [fran_pk])
        (varde,) = markor.fetchone()
        byt = f"UPDATE {tabell} SET {till} = %s WHERE id = %s"  # noqa: S608
        markor.execute(byt, [varde, till_pk])
