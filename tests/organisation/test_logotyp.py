"""A board's logotype: drawn anew, or refused with the reason."""

import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.bygge import ny_anvandare, ny_plan
from vbeplan.organisation.models import Logotyp, Namnd, Ratt

pytestmark = pytest.mark.django_db
NY = reverse("namnd_ny")
UPPGIFTER = {
    "namn": "Ekhamra stadsdelsnämnd",
    "kort": "ekhamra",
    "typ": "stadsdelsnamnd",
    "farg": "#0c4a57",
    "beslutas_av": "namnden",
    "revideras_vart": 1,
    "delomraden_text": "",
}


@pytest.fixture
def forvaltare(client):
    """The förvaltare's browser."""
    client.force_login(ny_anvandare(Ratt.FORVALTARE))
    return client


def text(svar):
    return svar.content.decode()


def bild(format_="PNG", size=(40, 20), mode="RGB", **mer):
    ut = io.BytesIO()
    Image.new(mode, size).save(ut, format_, **mer)
    return ut.getvalue()


def med_logotyp(innehall, namn="logotyp.png"):
    return UPPGIFTER | {"logotypfil": SimpleUploadedFile(namn, innehall)}


def png_med_matt(bredd, hojd):
    """Return a PNG of some hundred bytes that says it is that many pixels."""

    def bit(namn, data):
        summa = struct.pack(">I", zlib.crc32(namn + data))
        return struct.pack(">I", len(data)) + namn + data + summa

    huvud = struct.pack(">IIBBBBB", bredd, hojd, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 10_000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + bit(b"IHDR", huvud)
        + bit(b"IDAT", data)
        + bit(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("format_", "mode"),
    [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "I;16"), ("JPEG", "RGB"), ("JPEG", "CMYK")],
)
def test_a_picture_is_drawn_anew_as_png(forvaltare, format_, mode):
    forvaltare.post(NY, med_logotyp(bild(format_, mode=mode)))

    logotyp = Logotyp.objects.get()
    ny = Image.open(io.BytesIO(bytes(logotyp.bild)))
    assert (ny.format, ny.size, logotyp.typ) == ("PNG", (40, 20), "image/png")


def test_the_logotype_stands_on_the_plans_front_page(forvaltare):
    forvaltare.post(NY, med_logotyp(bild()))
    namnd = Namnd.objects.get()
    plan = ny_plan(namnd, kapitel=1, aktiviteter=0)
    forvaltare.force_login(ny_anvandare(Ratt.LASARE, namnd))

    sida = forvaltare.get(
        reverse("plan_forhandsvisning", args=[namnd.kort, plan.ar])
    ).content.decode()

    assert namnd.logotyp.som_data_uri() in sida


def test_nothing_but_the_pixels_of_a_picture_is_kept(forvaltare):
    exif = Image.Exif()
    exif[0x010E] = "hemlig beskrivning"
    with_all = bild("JPEG", exif=exif, comment=b"hemlig", icc_profile=b"hemlig profil")

    forvaltare.post(NY, med_logotyp(with_all))

    ny = Image.open(io.BytesIO(bytes(Logotyp.objects.get().bild)))
    assert b"hemlig" not in bytes(Logotyp.objects.get().bild)
    assert not ny.getexif()
    assert ny.info == {}


def test_a_photo_that_was_taken_sideways_stands_upright(forvaltare):
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise

    forvaltare.post(NY, med_logotyp(bild("JPEG", (40, 20), exif=exif)))

    ny = Image.open(io.BytesIO(bytes(Logotyp.objects.get().bild)))
    assert ny.size == (20, 40)


def test_a_wide_picture_is_scaled_down(forvaltare):
    forvaltare.post(NY, med_logotyp(bild(size=(3200, 400))))

    ny = Image.open(io.BytesIO(bytes(Logotyp.objects.get().bild)))
    assert ny.size == (1600, 200)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("innehall", "skal"),
    [
        (SVG, "går inte att läsa som bild"),
        (b"%PDF-1.7 nej", "går inte att läsa som bild"),
        (b"", "tom"),
        (bild()[:50], "går inte att läsa som bild"),
        (bild("JPEG", (400, 400))[:900], "går inte att läsa som bild"),
        (bild("GIF"), "PNG eller JPEG"),
        (bild("WEBP"), "PNG eller JPEG"),
        (bild() + b"x" * (2 * 1024 * 1024), "högst 2 MB"),
        (png_med_matt(8000, 8000), "PNG eller JPEG"),
        (png_med_matt(60_000, 60_000), "går inte att läsa som bild"),
    ],
    ids=[
        "svg",
        "pdf",
        "empty",
        "half a png",
        "half a jpeg",
        "gif",
        "webp",
        "3 MB",
        "64 million pixels",
        "bomb",
    ],
)
def test_what_is_no_good_logotype_is_refused_with_nothing_changed(
    forvaltare, innehall, skal
):
    svar = forvaltare.post(NY, med_logotyp(innehall))

    [fel] = svar.context["form"].errors["logotypfil"]
    assert skal in fel
    assert "Ekhamra stadsdelsnämnd" in text(svar)
    assert not Namnd.objects.exists()


def test_the_logotype_stays_when_the_board_is_saved_without_a_file(forvaltare):
    forvaltare.post(NY, med_logotyp(bild()))
    namnd = Namnd.objects.get()

    forvaltare.post(namnd.get_absolute_url(), UPPGIFTER)

    assert Logotyp.objects.filter(namnd=namnd).exists()


def test_a_new_logotype_takes_the_old_ones_place(forvaltare):
    forvaltare.post(NY, med_logotyp(bild()))
    namnd = Namnd.objects.get()

    forvaltare.post(namnd.get_absolute_url(), med_logotyp(bild(size=(10, 10))))

    ny = Image.open(io.BytesIO(bytes(Logotyp.objects.get().bild)))
    assert ny.size == (10, 10)


def test_a_logotype_can_be_taken_away(forvaltare):
    forvaltare.post(NY, med_logotyp(bild()))
    namnd = Logotyp.objects.get().namnd
    sida = reverse("namnd", args=[namnd.kort])
    assert "Ta bort logotypen" in forvaltare.get(sida).content.decode()

    forvaltare.post(sida, UPPGIFTER | {"utan_logotyp": "on"})

    assert not Logotyp.objects.exists()
    assert "Ta bort logotypen" not in forvaltare.get(sida).content.decode()
