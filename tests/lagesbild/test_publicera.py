"""Publishing freezes the picture; nobody changes what was published."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction
from django.test import override_settings
from django.urls import reverse

from lagesbild.handlingar.publicera import NagotNytt, publicera
from lagesbild.innehall import BildInnehall, bildens_innehall, levande_innehall
from lagesbild.models import Frysning, Lagesbild
from lagesbild.som_json import avtryck, till_json
from lagesbild.utkast.fragor import INLEDNING
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, publicera_bild, skriv_klart
from vbeplan import radlas
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
Status = Lagesbild.Status
NYCKEL = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def bild(namnd):
    return skriv_klart(ny_lagesbild(namnd))


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


def sett(bild):
    return avtryck(till_json(levande_innehall(bild)))


def huvudet(svar):
    """Return the page's own words, without the frame's tokens."""
    sida = NYCKEL.sub("", svar.content.decode())
    return sida[sida.index("<main") : sida.index("</main>")]


def adress(bild, namn, *mer):
    return reverse(namn, args=[bild.namnd.kort, bild.ar, *mer])


def test_publishing_freezes_everything_that_the_page_shows(bild, samordnare):
    frysning = publicera(bild, sett=sett(bild), av=samordnare)

    bild.refresh_from_db()
    assert bild.status == Status.KLAR
    assert (frysning.nummer, frysning.troskel) == (1, 5)
    assert frysning.sha256 == avtryck(frysning.data)
    fryst = BildInnehall.fran_json(frysning.data)
    assert fryst == levande_innehall(bild)
    assert fryst.analys == "<p>Analys i ekhamra</p>"


def test_what_comes_in_later_changes_nothing_that_is_published(bild, klient):
    publicera_bild(bild)
    bild.refresh_from_db()
    fore = huvudet(klient.get(bild.get_absolute_url()))

    bild.kallor.create(namn="En källa till", version=1)
    Lagesbild.objects.filter(pk=bild.pk).update(analys="<p>Ändrad</p>")

    assert huvudet(klient.get(bild.get_absolute_url())) == fore


def test_the_first_version_is_read_byte_for_byte_after_the_second(bild, klient):
    publicera_bild(bild)
    forsta = adress(bild, "lagesbild_version", 1)
    fore = huvudet(klient.get(forsta))

    bild.refresh_from_db()
    bild.byt_lage(Status.KLAR, Status.SAMRADD, av=None)
    Lagesbild.objects.filter(pk=bild.pk).update(analys="<p>En ny analys</p>")
    bild.refresh_from_db()
    publicera_bild(bild)

    assert huvudet(klient.get(forsta)) == fore
    assert "En ny analys" in huvudet(klient.get(adress(bild, "lagesbild_version", 2)))
    assert [f.nummer for f in bild.frysningar.all()] == [1, 2]


def test_what_was_published_stays_when_the_threshold_is_raised(bild):
    publicera_bild(bild)
    bild.refresh_from_db()

    with override_settings(SMATALSGRANS=10):
        assert bildens_innehall(bild).troskel == 5
        assert levande_innehall(bild).troskel == 10


def test_nothing_is_published_that_was_not_looked_at(bild, samordnare):
    gammalt = sett(bild)
    bild.kallor.create(namn="Kom just nu", version=1)

    with pytest.raises(NagotNytt):
        publicera(bild, sett=gammalt, av=samordnare)

    bild.refresh_from_db()
    assert (bild.status, Frysning.objects.count()) == (Status.SAMRADD, 0)


def test_the_page_says_so_and_shows_what_is_new(bild, klient):
    klient.get(adress(bild, "lagesbild_klar"))

    svar = klient.post(adress(bild, "lagesbild_klar"), {"sett": "gammalt"})

    assert svar.status_code == 200
    assert "Läs igenom den igen" in svar.content.decode()
    assert not Frysning.objects.exists()


def test_pressed_twice_it_is_published_once(bild, klient):
    vad = {"sett": sett(bild)}

    for _ in range(2):
        svar = klient.post(adress(bild, "lagesbild_klar"), vad)
        assert svar["Location"] == bild.get_absolute_url()

    assert bild.frysningar.count() == 1
    spar = Spar.objects.filter(objekt__startswith="läget till Klar")
    assert spar.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_make_one_version(bild, samordnare):
    vad = sett(bild)

    def en(_):
        try:
            return publicera(bild, sett=vad, av=samordnare).nummer
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as tradar:
        nummer = list(tradar.map(en, range(2)))

    assert nummer == [1, 1]
    assert bild.frysningar.count() == 1


@pytest.mark.django_db(transaction=True)
def test_stopped_in_the_middle_nothing_is_published(bild, samordnare, monkeypatch):
    """As when the worker is killed: the transaction never ends."""

    def dor(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(Lagesbild, "byt_lage", dor)
    with pytest.raises(KeyboardInterrupt):
        publicera(bild, sett=sett(bild), av=samordnare)

    bild.refresh_from_db()
    assert (bild.status, Frysning.objects.count()) == (Status.SAMRADD, 0)


@pytest.mark.parametrize(
    "andra",
    [
        lambda rader: rader.update(troskel=1),
        lambda rader: rader.delete(),
        lambda rader: rader._raw_delete("default"),
    ],
)
def test_the_database_refuses_to_change_or_remove_it(bild, andra):
    frysning = publicera_bild(bild)

    with pytest.raises(DatabaseError), transaction.atomic():
        andra(Frysning.objects.filter(pk=frysning.pk))

    frysning.refresh_from_db()
    assert frysning.troskel == 5


def test_the_triggers_are_there_after_migrate():
    las = {las.namn for las in radlas.alla(connection)}

    assert {"frysning_las_update", "frysning_las_delete"} <= las
    assert radlas.brutna(connection) == []


@pytest.mark.django_db(transaction=True)
def test_the_triggers_come_back_when_the_table_is_rebuilt(bild):
    """A field is added and taken away, as a migration does, then migrate's signal."""
    publicera_bild(bild)
    falt = models.IntegerField(default=0)
    falt.set_attributes_from_name("tillfalligt")
    with connection.schema_editor() as editor:
        editor.add_field(Frysning, falt)
    with connection.schema_editor() as editor:
        editor.remove_field(Frysning, falt)
    if connection.vendor == "sqlite":
        assert len(radlas.brutna(connection)) == 3

    call_command("migrate", verbosity=0)

    assert radlas.brutna(connection) == []
    with pytest.raises(DatabaseError), transaction.atomic():
        Frysning.objects.update(dag=date(2020, 1, 1))


@pytest.mark.parametrize("falt", ["kartlaggning", "analys", "stallningstagande"])
def test_what_is_missing_is_said_and_stops_it(bild, klient, falt):
    vad = {"sett": sett(bild)}
    Lagesbild.objects.filter(pk=bild.pk).update(**{falt: ""})

    svar = klient.post(adress(bild, "lagesbild_klar"), vad)

    assert "är inte skriven" in svar.content.decode()
    assert not Frysning.objects.exists()


def test_the_drafts_questions_left_in_the_analysis_stop_it(bild, klient):
    text = f"<h3>Öppna frågor</h3>\n<p>{INLEDNING}</p>"
    Lagesbild.objects.filter(pk=bild.pk).update(analys=text)

    svar = klient.post(adress(bild, "lagesbild_klar"), {"sett": sett(bild)})

    assert "utkastets öppna frågor" in svar.content.decode()
    assert not Frysning.objects.exists()

    Lagesbild.objects.filter(pk=bild.pk).update(status=Status.UTKAST)
    svar = klient.get(adress(bild, "lagesbild_samrad")).content.decode()
    assert "utkastets öppna frågor" in svar  # known before the police, hinders nothing
    assert 'name="samradd"' in svar


def test_a_text_that_surely_points_somebody_out_stops_it(bild, klient):
    text = "<p>Det gällde 19900101-1239 hela tiden.</p>"
    Lagesbild.objects.filter(pk=bild.pk).update(analys=text)

    svar = klient.post(adress(bild, "lagesbild_klar"), {"sett": sett(bild)})

    assert "kan peka ut någon" in svar.content.decode()
    assert not Frysning.objects.exists()


def test_opening_again_leaves_a_trace_and_the_published_one(bild, klient):
    publicera_bild(bild)

    sida = klient.get(adress(bild, "lagesbild_tillbaka")).content.decode()
    klient.post(adress(bild, "lagesbild_tillbaka"))

    bild.refresh_from_db()
    assert "står kvar som den är" in sida
    assert (bild.status, bild.frysningar.count()) == (Status.UTKAST, 1)
    assert Spar.objects.filter(objekt__startswith="läget till Utkast").exists()


def test_a_reader_sees_it_when_it_is_published_and_goes_on_seeing_that(
    bild, client, namnd
):
    client.force_login(bygge.ny_anvandare(Ratt.LASARE, namnd))
    assert client.get(bild.get_absolute_url()).status_code == 404

    publicera_bild(bild)
    bild.refresh_from_db()
    bild.byt_lage(Status.KLAR, Status.UTKAST, av=None)
    Lagesbild.objects.filter(pk=bild.pk).update(analys="<p>Halvskrivet</p>")

    sida = client.get(bild.get_absolute_url()).content.decode()
    assert "Analys i ekhamra" in sida
    assert "Halvskrivet" not in sida


def test_the_city_reads_it_only_when_it_is_shared(bild, client):
    publicera_bild(bild)
    bild.refresh_from_db()
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    assert client.get(bild.get_absolute_url()).status_code == 404

    bild.dela(True, av=None)

    assert client.get(bild.get_absolute_url()).status_code == 200
    assert client.get(adress(bild, "lagesbild_version", 1)).status_code == 200
