"""`manage.py rotera_nycklar`: to the end, however it is disturbed."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from blanketter.models import Blankett, Frageversion
from tests.blanketter.gallring.test_filerna import finns, lagrade
from tests.bygge import ny_namnd
from tests.nycklar.conftest import lagrat, ny_nyckel
from tests.underprocess import manage
from vbeplan import nycklar
from vbeplan.nycklar.falt import krypterade_falt
from vbeplan.nycklar.models import Hemlighet
from vbeplan.nycklar.rotation import byt, per_nyckel, rotera

GAMMAL, NY = ny_nyckel("gammal"), ny_nyckel("ny")
TEXT = "En text om klistermärken"


def rotera_nycklar(*flaggor):
    ut = StringIO()
    call_command("rotera_nycklar", *flaggor, stdout=ut)
    return ut.getvalue()


@pytest.fixture
def skrivna(lappar, byt_ring):
    """Five rows under the old key, and a ring where the new one is first."""
    byt_ring(GAMMAL)
    for n in range(5):
        lappar.objects.create(text=f"{TEXT} {n}", svar=None if n else "svar")
    byt_ring(NY, GAMMAL)
    return lappar


def texterna(modell):
    return sorted(rad.text for rad in modell.objects.all())


ALLA = [f"{TEXT} {n}" for n in range(5)]


def test_every_text_of_every_model_is_sealed_with_the_new_key(skrivna, byt_ring):
    byt_ring(GAMMAL)
    kvitto = nycklar.hmac("kvitto", "1")
    byt_ring(NY, GAMMAL)

    ut = rotera_nycklar()
    byt_ring(NY)

    assert texterna(skrivna) == ALLA
    assert per_nyckel(skrivna._meta.get_field("svar")) == {"ny": 1}
    assert lagrat(Hemlighet, "varde")[0].startswith("ny:")
    assert nycklar.hmac("kvitto", "1") == kvitto
    assert "nycklar.Lapp.text: klart, 5 omkrypterade." in ut
    assert "Nyckeln ”ny”: 7 texter (den nya)." in ut
    assert "Alla texter är krypterade med ”ny”." in ut
    assert "Nyckeln ”gammal” kan du nu ta bort" in ut


def test_what_is_sealed_with_the_active_key_is_left_alone(skrivna):
    rotera_nycklar()
    forst = lagrat(skrivna)

    ut = rotera_nycklar()

    assert lagrat(skrivna) == forst
    assert "0 omkrypterade" in ut


def test_a_run_that_stops_after_a_batch_goes_on_where_it_stood(skrivna):
    falt = skrivna._meta.get_field("text")
    gang = rotera(falt, bunt=2)
    assert next(gang).klara == 2
    gang.close()

    assert per_nyckel(falt) == {"gammal": 3, "ny": 2}
    assert texterna(skrivna) == ALLA
    assert "nycklar.Lapp.text: klart, 3 omkrypterade." in rotera_nycklar()
    assert per_nyckel(falt) == {"ny": 5}
    assert texterna(skrivna) == ALLA


def test_a_text_that_is_edited_between_reading_and_writing_is_kept(skrivna):
    falt = skrivna._meta.get_field("text")
    rad = skrivna.objects.first()
    (fore,) = skrivna.objects.filter(pk=rad.pk).values_list("text", flat=True)
    rad.text = "rättad medan nyckeln byttes"
    rad.save()

    assert byt(falt, rad.pk, fore.varde) == 0

    rad.refresh_from_db()
    assert rad.text == "rättad medan nyckeln byttes"


def test_with_a_key_gone_nothing_is_done_until_one_asks_for_the_rest(skrivna, byt_ring):
    byt_ring(ny_nyckel("borta"))
    borta = skrivna.objects.create(text="kan inte läsas")
    byt_ring(NY, GAMMAL)

    with pytest.raises(CommandError, match="1 text är krypterad med ”borta”"):
        rotera_nycklar()
    assert per_nyckel(skrivna._meta.get_field("text")) == {"borta": 1, "gammal": 5}

    with pytest.raises(CommandError) as fel:
        rotera_nycklar("--hoppa-over")

    assert f"rad {borta.pk}" in str(fel.value)
    assert "nyckeln ”borta”" in str(fel.value)
    assert per_nyckel(skrivna._meta.get_field("text")) == {"borta": 1, "ny": 5}


def test_of_many_that_can_not_be_read_the_first_are_named_and_all_counted(
    lappar, byt_ring
):
    byt_ring(ny_nyckel("borta"))
    for _ in range(25):
        lappar.objects.create(text=TEXT)
    byt_ring(NY, ny_nyckel("borta"))  # of the same name, but another

    with pytest.raises(CommandError) as fel:
        rotera_nycklar()

    rader = str(fel.value).splitlines()
    assert len(rader) == 22
    assert rader[-2:] == [
        "… och 5 till.",
        "25 text(er) går inte att läsa. Inget i dem är ändrat. Lägg tillbaka nyckeln, "
        "eller raden ur säkerhetskopian, och kör igen.",
    ]


def test_the_check_changes_nothing_and_says_what_can_not_be_read(skrivna, byt_ring):
    fore = lagrat(skrivna)

    ut = rotera_nycklar("--kontrollera")

    assert "nycklar.Lapp.text: 5 går att läsa." in ut
    assert "Nyckeln ”gammal”: 6 texter (kvar att kryptera om)." in ut
    byt_ring(NY)
    with pytest.raises(CommandError, match=r"6 text\(er\) går inte att läsa"):
        rotera_nycklar("--kontrollera")
    assert lagrat(skrivna) == fore


@pytest.mark.django_db(transaction=True)
def test_an_installation_without_any_text_has_nothing_to_do(byt_ring):
    assert "Alla texter är krypterade med ”prov”" in rotera_nycklar()


def test_the_models_of_the_house_that_hold_free_text_are_found():
    assert {str(f) for f in krypterade_falt(apps)} >= {
        "blanketter.Blankett.text",
        "nycklar.Hemlighet.varde",
    }


ANTAL = 1500


@pytest.fixture
def blanketter(transactional_db, byt_ring):
    """So many forms under the old key that it takes a while to seal them anew."""
    byt_ring(GAMMAL)
    namnd, version = ny_namnd(), Frageversion.objects.gallande()
    for start in range(0, ANTAL, 500):
        Blankett.objects.bulk_create(
            Blankett(
                namnd=namnd,
                version=version,
                period_typ="vecka",
                period_start="2026-11-16",
                text=f"{TEXT} {n}",
                kvitto=f"{n}",
            )
            for n in range(start, start + 500)
        )
    byt_ring(NY, GAMMAL)
    return Blankett._meta.get_field("text")


def alla_texter():
    return {rad.kvitto: rad.text for rad in Blankett.objects.all()}


def test_killed_half_way_nothing_is_lost_and_the_next_run_goes_on(blanketter):
    process = manage("rotera_nycklar", "--bunt", "10", NYCKLAR=f"{NY},{GAMMAL}")
    while "5" not in process.stdout.readline():
        pass
    process.kill()
    process.communicate()

    kvar = per_nyckel(blanketter)
    assert process.returncode == -9
    assert 0 < kvar["ny"] < ANTAL
    assert kvar["ny"] + kvar["gammal"] == ANTAL
    assert alla_texter() == {f"{n}": f"{TEXT} {n}" for n in range(ANTAL)}

    ut = rotera_nycklar()

    assert f"blanketter.Blankett.text: klart, {kvar['gammal']} omkrypterade." in ut
    assert per_nyckel(blanketter) == {"ny": ANTAL}
    assert alla_texter() == {f"{n}": f"{TEXT} {n}" for n in range(ANTAL)}


def test_two_at_once_and_somebody_who_edits_lose_nothing(blanketter):
    tva = [
        manage("rotera_nycklar", "--bunt", "50", NYCKLAR=f"{NY},{GAMMAL}")
        for _ in range(2)
    ]
    andrade = {}
    while any(process.poll() is None for process in tva):
        rad = Blankett.objects.order_by("?").first()
        rad.text = andrade[rad.kvitto] = f"ändrad {len(andrade)}"
        rad.save(update_fields=["text"])
    svar = [process.communicate() for process in tva]

    assert [process.returncode for process in tva] == [0, 0], svar
    assert andrade
    assert per_nyckel(blanketter) == {"ny": ANTAL}
    assert alla_texter() == {f"{n}": f"{TEXT} {n}" for n in range(ANTAL)} | andrade


def test_no_file_of_the_database_holds_a_text_under_the_old_key(blanketter):
    gamla = lagrade()
    assert finns(gamla) == gamla

    rotera_nycklar()

    assert finns(gamla) == set()
    assert alla_texter() == {f"{n}": f"{TEXT} {n}" for n in range(ANTAL)}
