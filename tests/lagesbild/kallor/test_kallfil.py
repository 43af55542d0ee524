"""A source's file: kept sealed, given out to the coordinator alone, removed."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from lagesbild.forms import kallfil
from lagesbild.models import Kallfil
from tests import bygge, bygge_lagesbild
from tests.aktiviteter.sida import besked, fel_pa, ord_pa
from vbeplan.organisation.models import Ratt, Spar

INNEHALL = b"PK\x03\x04 hemligt underlag \x00\xff"


def ladda_upp(klient, kalla, innehall=INNEHALL, namn="polisens bild.docx"):
    fil = SimpleUploadedFile(namn, innehall)
    sida = reverse("kalla_fil_ny", args=[kalla.pk])
    return klient.post(sida, {"fil": fil}, follow=True)


def test_a_file_comes_back_byte_for_byte_to_be_saved(klient, kalla):
    svar = ladda_upp(klient, kalla)
    assert "polisens bild.docx" in ord_pa(svar)
    svar = klient.get(reverse("kallfil", args=[Kallfil.objects.get().pk]))
    assert svar.content == INNEHALL
    assert svar["Content-Type"] == "application/octet-stream"
    assert svar["Content-Disposition"].startswith("attachment")
    assert svar["Cache-Control"] == "no-store"


def test_the_file_lies_sealed_in_the_database(klient, kalla):
    ladda_upp(klient, kalla)
    with connection.cursor() as fraga:
        fraga.execute("SELECT innehall FROM lagesbild_kallfil")
        (sparat,) = fraga.fetchone()
    assert "UEsDBC" not in sparat  # base64 of its beginning


def test_the_trail_tells_of_the_file_without_its_name(klient, kalla):
    ladda_upp(klient, kalla)
    fil = Kallfil.objects.get()
    klient.get(reverse("kallfil", args=[fil.pk]))
    klient.post(reverse("kallfil_ta_bort", args=[fil.pk]))
    handlingar = list(Spar.objects.values_list("handling", flat=True))
    assert sorted(handlingar) == ["borttagen", "last", "skapad"]
    assert not Spar.objects.filter(objekt__contains="docx").exists()
    assert not Kallfil.objects.exists()


def test_too_large_a_file_is_refused_with_what_to_do(klient, kalla, monkeypatch):
    monkeypatch.setattr(kallfil, "STORST", 10)
    orden = fel_pa(ladda_upp(klient, kalla))
    assert "får vara högst 10 MB" in orden
    assert not Kallfil.objects.exists()


def test_an_empty_file_and_none_at_all_are_told(klient, kalla):
    assert "Filen är tom." in fel_pa(ladda_upp(klient, kalla, b""))
    sida = reverse("kalla_fil_ny", args=[kalla.pk])
    assert "Välj en fil." in fel_pa(klient.post(sida, {"fil": ""}))


def test_more_files_than_anybody_needs_are_refused(klient, kalla, monkeypatch):
    monkeypatch.setattr(kallfil, "MEST", 1)
    bygge_lagesbild.ny_kallfil(kalla)
    assert "redan 1 filer" in fel_pa(ladda_upp(klient, kalla))


def test_a_path_in_the_name_is_left_out(klient, kalla):
    ladda_upp(klient, kalla, namn="..\\..\\etc/passwd\u202e.docx")
    assert "/" not in Kallfil.objects.get().filnamn
    assert "\u202e" not in Kallfil.objects.get().filnamn


@pytest.mark.parametrize("ratt", [Ratt.LASARE, Ratt.ANSVARIG])
def test_nobody_else_in_the_board_gets_it_even_when_the_picture_is_finished(
    client, bild, kalla, ratt
):
    bild.status = bild.Status.KLAR
    bild.save()
    fil = bygge_lagesbild.ny_kallfil(kalla)
    client.force_login(bygge.ny_anvandare(ratt, bild.namnd))
    assert client.get(reverse("kallfil", args=[fil.pk])).status_code == 404
    assert client.get(kalla.get_absolute_url()).status_code == 403


def test_the_file_can_only_be_fetched_by_reading(klient, kalla):
    fil = bygge_lagesbild.ny_kallfil(kalla)
    assert klient.post(reverse("kallfil", args=[fil.pk])).status_code == 405
    assert "Ta bort källans fil?" in ord_pa(
        klient.get(reverse("kallfil_ta_bort", args=[fil.pk]))
    )


def test_a_saved_file_is_told(klient, kalla):
    assert "Filen är sparad." in besked(ladda_upp(klient, kalla))
