"""The key ring: how it is written, and what is refused in one line without the key."""

import secrets

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.views.debug import get_default_exception_reporter_filter

from tests.nycklar.conftest import ny_nyckel
from vbeplan.nycklar.ring import las_ring

NYCKEL = secrets.token_urlsafe(32)


def test_the_first_key_is_the_active_one_and_padding_is_allowed():
    ring = las_ring(f" ny:{NYCKEL}= , {ny_nyckel('gammal')},")

    assert ring.aktiv == "ny"
    assert "gammal" in ring
    assert ring.oppna(ring.kryptera(b"hej", "plats"), "plats") == b"hej"


def test_a_key_file_has_a_key_on_each_line(tmp_path):
    fil = tmp_path / "nycklar"
    fil.write_text(f"# nycklarna\n{ny_nyckel('ny')}\n\n{ny_nyckel('gammal')}\n")
    fil.chmod(0o640)

    assert las_ring(fil=str(fil)).aktiv == "ny"


@pytest.mark.parametrize("rattigheter", [0o644, 0o604, 0o660, 0o666])
def test_a_key_file_that_others_may_read_or_write_is_refused(tmp_path, rattigheter):
    fil = tmp_path / "nycklar"
    fil.write_text(ny_nyckel("ny"))
    fil.chmod(rattigheter)

    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        las_ring(fil=str(fil))


@pytest.mark.parametrize(
    ("rad", "ord_"),
    [
        ("", "NYCKLAR saknas"),
        (" , ", "NYCKLAR saknas"),
        (NYCKEL, "Nyckel nummer 1 i NYCKLAR är inte rätt skriven"),
        (f"ny:{NYCKEL}, :{NYCKEL}", "Nyckel nummer 2"),
        (f"ny:{NYCKEL[:-1]}", "43 tecken"),
        (f"NY:{NYCKEL}", "är inte rätt skriven"),
        (f"ny:{NYCKEL},ny:{secrets.token_urlsafe(32)}", "heter ”ny”"),
    ],
    # The keys are new in each process, the names of the tests may not be.
    ids=["tom", "komma", "utan-namn", "utan-namn-sist", "kort", "versal", "tva-ny"],
)
def test_a_ring_that_is_wrongly_written_is_refused_without_telling_the_key(rad, ord_):
    with pytest.raises(ImproperlyConfigured) as fel:
        las_ring(rad)

    assert ord_ in str(fel.value)
    assert NYCKEL[:-1] not in str(fel.value)
    assert "\n" not in str(fel.value)


def test_a_file_that_is_not_there_and_two_places_at_once_are_refused(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="går inte att läsa"):
        las_ring(fil=str(tmp_path / "saknas"))
    with pytest.raises(ImproperlyConfigured, match="Både NYCKLAR och NYCKELFIL"):
        las_ring(f"ny:{NYCKEL}", fil="x")


def test_no_key_shows_in_the_ring_itself_or_on_djangos_debug_page(rf):
    filtret = get_default_exception_reporter_filter()
    ring = las_ring(f"ny:{NYCKEL}")
    fraga = rf.get("/", NYCKLAR=f"ny:{NYCKEL}", DATABASE_URL="postgres://x:hemligt@y/z")

    assert repr(ring) == "<Nyckelring ny>"
    assert NYCKEL not in str(filtret.get_safe_settings())
    visat = str(filtret.get_safe_request_meta(fraga))
    assert NYCKEL not in visat
    assert "hemligt" not in visat
