"""The förvaltare's pages for boards: names, parts, colour, logotype."""

import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Logotyp, Namnd, Ratt

pytestmark = pytest.mark.django_db
NY = reverse("namnd_ny")
UPPGIFTER = {
    "namn": "Ekhamra stadsdelsnämnd",
    "kort": "ekhamra",
    "typ": "stadsdelsnamnd",
    "farg": "#0c4a57",
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


# --- Names --------------------------------------------------------------------------


def test_a_new_board_stands_in_the_list(forvaltare):
    svar = forvaltare.post(NY, UPPGIFTER, follow=True)

    namnd = Namnd.objects.get()
    assert "Sparat: Ekhamra stadsdelsnämnd." in text(svar)
    assert namnd.get_absolute_url() in text(svar)


def test_a_board_is_changed_with_its_plans_kept(forvaltare):
    namnd = ny_namnd()
    plan = ny_plan(namnd)

    forvaltare.post(
        namnd.get_absolute_url(), UPPGIFTER | {"namn": "Ekhamra och Åby", "kort": "eka"}
    )

    plan.namnd.refresh_from_db()
    assert str(plan.namnd) == "Ekhamra och Åby"
    assert plan.get_absolute_url().startswith("/planer/eka/")


def test_the_boards_are_in_swedish_order(forvaltare):
    for nr, namn in enumerate(["Östra", "Äppel", "Åby", "Zinken", "apotek"]):
        ny_namnd(f"n{nr}", namn=namn)

    namnder = forvaltare.get(reverse("organisation")).context["namnder"]

    assert [str(n) for n in namnder] == ["apotek", "Zinken", "Åby", "Äppel", "Östra"]


@pytest.mark.parametrize(
    "namn",
    [
        "ekhamra stadsdelsnämnd",
        "EKHAMRA STADSDELSNÄMND",
        " Ekhamra  stadsdelsnämnd ",
        "Ekhamra stadsdelsna\u0308mnd",
        "Ekhamra stads\u00addelsnämnd",
    ],
)
def test_a_name_that_exists_is_refused_however_it_is_written(forvaltare, namn):
    ny_namnd()

    svar = forvaltare.post(NY, UPPGIFTER | {"namn": namn, "kort": "annan"})

    assert "Det finns redan en nämnd med det namnet." in text(svar)
    assert Namnd.objects.count() == 1


def test_another_letter_makes_another_name(forvaltare):
    ny_namnd("sjovik", namn="Sjövik")

    forvaltare.post(NY, UPPGIFTER | {"namn": "Sjovik"})

    assert Namnd.objects.count() == 2


def test_a_board_may_keep_its_name(forvaltare):
    namnd = ny_namnd()

    svar = forvaltare.post(namnd.get_absolute_url(), UPPGIFTER)

    assert svar.status_code == 302


@pytest.mark.parametrize(
    ("kort", "skal"),
    [
        ("Ekhamra", "Bara a–z, siffror och bindestreck."),
        ("sjövik", "Bara a–z, siffror och bindestreck."),
        ("a b", "Bara a–z, siffror och bindestreck."),
        ("../x", "Bara a–z, siffror och bindestreck."),
        ("", "måste fyllas i"),
        ("sjovik", "Det kortnamnet har en annan nämnd."),
        ("ny", "Ordet ny är upptaget."),
        ("kapitel", "Ordet kapitel är upptaget."),
        ("x" * 41, "40 tecken"),
    ],
)
def test_a_short_name_that_can_not_stand_in_an_address_is_refused(
    forvaltare, kort, skal
):
    ny_namnd("sjovik")

    svar = forvaltare.post(NY, UPPGIFTER | {"kort": kort})

    assert [fel for fel in svar.context["form"].errors["kort"] if skal in fel]
    assert "Ekhamra stadsdelsnämnd" in text(svar)
    assert Namnd.objects.count() == 1


@pytest.mark.parametrize("farg", ["grön", "#12345", "#0c4a57;}", "url(x)"])
def test_a_colour_that_is_none_is_refused(forvaltare, farg):
    svar = forvaltare.post(NY, UPPGIFTER | {"farg": farg})

    assert "farg" in svar.context["form"].errors


def test_a_board_that_is_not_there_is_404(forvaltare):
    assert forvaltare.get(reverse("namnd", args=["finns-inte"])).status_code == 404


# --- Parts --------------------------------------------------------------------------


def test_parts_are_written_one_to_a_line(forvaltare):
    delar = "Åsen\n\n  Norra   delen \nEkbacken\nÅSEN\n"

    forvaltare.post(NY, UPPGIFTER | {"delomraden_text": delar})

    namnd = Namnd.objects.get()
    assert {d.namn for d in namnd.delomraden.all()} == {
        "ÅSEN",
        "Norra delen",
        "Ekbacken",
    }


def test_the_form_shows_the_parts_in_swedish_order(forvaltare):
    namnd = ny_namnd()
    for namn in ("Öden", "Ängen", "Åsen", "Zon"):
        namnd.delomraden.create(namn=namn)

    sida = text(forvaltare.get(namnd.get_absolute_url()))

    assert "Zon\nÅsen\nÄngen\nÖden" in sida


def test_a_part_that_is_still_named_is_kept_and_the_others_go(forvaltare):
    namnd = ny_namnd()
    asen, norra = (namnd.delomraden.create(namn=n) for n in ("Åsen", "Norra"))

    forvaltare.post(
        namnd.get_absolute_url(), UPPGIFTER | {"delomraden_text": "Åsen\nSödra"}
    )

    kvar = namnd.delomraden.all()
    assert asen in kvar
    assert norra not in kvar
    assert kvar.count() == 2


def test_too_long_a_part_is_refused_with_all_lines_kept(forvaltare):
    delar = "Åsen\n" + "x" * 101

    svar = forvaltare.post(NY, UPPGIFTER | {"delomraden_text": delar})

    assert "är för långt" in text(svar)
    assert delar in text(svar)


# --- The logotype -------------------------------------------------------------------


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
