"""The inbox: what has come to the board, by tab, filter and page; never its text."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from blanketter import inkorg
from blanketter.handlingar import byt_status, stalla_fraga, svara
from blanketter.handlingar.klassa import klassa
from blanketter.models import Blankett, Frageversion
from tests import bygge
from tests.blanketter import bordet
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
INKORG = "/blanketter/"


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


def inkomna(namnd, antal, forsta=date(2026, 9, 1)):
    """Forms of a day each, the oldest first."""
    rader = [bygge.ny_blankett(namnd) for _ in range(antal)]
    for nr, rad in enumerate(rader):
        rad.inkom = forsta + timedelta(days=nr)
    Blankett.objects.bulk_update(rader, ["inkom"])
    return rader


def numren(svar):
    """The forms on the page, by number."""
    return bordet.sida(svar).xpath("//table//tbody//th/a/text()")


def sok(klient, **fraga):
    return numren(klient.get(INKORG, fraga))


def test_what_has_come_stands_with_the_newest_first_and_without_its_text(klient, namnd):
    gammal, ny = inkomna(namnd, 2)
    bygge.ny_blankett(bygge.ny_namnd("sjovik"))

    svar = klient.get(INKORG)

    assert numren(svar) == [ny.regnr, gammal.regnr]
    sidan = bordet.orden(svar)
    assert "2 blanketter väntar på att bli lästa." in sidan
    assert "Klotter eller klistermärken" in sidan
    assert "Klistermärken på en lyktstolpe" not in sidan


def test_looking_at_the_inbox_opens_nothing_and_leaves_no_trace(klient, namnd):
    rad = bygge.ny_blankett(namnd)

    klient.get(INKORG)

    rad.refresh_from_db()
    assert rad.status == Blankett.Status.NY
    assert not Spar.objects.exists()


def test_a_new_coordinator_is_told_what_to_do_until_something_is_read(klient, namnd):
    rad = bygge.ny_blankett(namnd)
    bygge.ny_blankett(namnd)

    def oppen():
        return bordet.sida(klient.get(INKORG)).xpath("//details[@open]/summary/text()")

    assert oppen() == ["Så gör du med en blankett"]
    Blankett.objects.filter(pk=rad.pk).update(status=Blankett.Status.LAST)
    assert oppen() == []


def test_the_tabs_count_each_status_and_show_it(klient, namnd, samordnare):
    bygge.ny_blankett(namnd)
    rader = {s: bordet.last_blankett(namnd) for s in Blankett.Status.values[1:]}
    for status, rad in rader.items():
        Blankett.objects.filter(pk=rad.pk).update(status=status)

    svar = klient.get(INKORG)

    antal = {f["text"]: f["antal"] for f in svar.context["flikar"]}
    assert antal.pop("Alla") == 7
    assert antal.pop("Nya svar") == 0
    assert set(antal.values()) == {1}
    for status, rad in rader.items():
        assert sok(klient, status=status) == [rad.regnr]


def test_an_answer_nobody_has_read_has_its_own_tab_and_mark(klient, namnd, samordnare):
    bordet.last_blankett(namnd)
    rad = bordet.last_blankett(namnd)
    stalla_fraga(rad, "Minns du mer?", "f", av=samordnare)
    svara(rad, "Nej, inget.", "s")

    svar = klient.get(INKORG, {"status": "svar"})

    assert numren(svar) == [rad.regnr]
    assert "Ett svar på en fråga är nytt" in bordet.orden(svar)
    rader = bordet.sida(klient.get(INKORG)).xpath("//tbody/tr")
    assert ["Nytt svar" in r.text_content() for r in rader].count(True) == 1


@pytest.mark.parametrize(
    ("fraga", "traffar"),
    [
        ({"miljo": "vit_makt"}, "b"),
        ({"miljo": "oklart"}, "c"),
        ({"slag": "hot"}, "b"),
        ({"slag": "klotter"}, "ac"),
        ({"plats": "skola"}, "a"),
        ({"arbetsplats": "kontor"}, "b"),
        ({"bedomning": "trolig"}, "b"),
        ({"bedomning": "ingen"}, "ac"),
        ({"delomrade": "Norra"}, "a"),
        ({"fran": "2026-09-02"}, "bc"),
        ({"till": "2026-09-02"}, "ab"),
        ({"fran": "2026-09-02", "till": "2026-09-02"}, "b"),
        ({"hande_fran": "2026-08-09"}, "abc"),
        ({"hande_fran": "2026-08-10"}, "bc"),
        ({"hande_fran": "2026-08-31"}, "bc"),
        ({"hande_fran": "2026-09-01"}, "c"),
        ({"hande_till": "2026-08-02"}, "b"),
        ({"hande_till": "2026-07-31"}, ""),
        ({"hande_fran": "0001-01-01"}, "abc"),
        ({"ord": "HOT"}, "b"),
        ({"ord": "skola klotter"}, "ac"),
        ({"ord": "norra"}, "a"),
        ({"ord": "finns inte"}, ""),
        ({"ord": "och"}, ""),
        ({"ord": "lyktstolpe"}, ""),
        ({"miljo": "vit_makt", "slag": "klotter"}, ""),
    ],
)
def test_a_filter_narrows_by_what_was_chosen_and_how_it_was_classed(
    klient, namnd, samordnare, fraga, traffar
):
    """`b` was written as unclear scrawl, and classed as a threat by the far right."""
    norra = namnd.delomraden.create(namn="Norra")
    a, b, c = inkomna(namnd, 3)
    falt = {
        a: {
            "delomrade": norra, "plats": "skola", "miljo": "autonom",
            "period_start": date(2026, 8, 3),
        },
        b: {
            "arbetsplats": "kontor", "period_typ": "manad", "status": "last",
            "period_start": date(2026, 8, 1),
        },
    }  # fmt: skip
    for rad, varden in falt.items():
        Blankett.objects.filter(pk=rad.pk).update(**varden)
    b.refresh_from_db()
    klass = {"klass_slag": ("hot",), "klass_miljo": "vit_makt", "bedomning": "trolig"}
    klassa(b, klass, av=samordnare, sedd=b.rakning)
    if "delomrade" in fraga:
        fraga = {"delomrade": norra.pk}

    namn = {a.regnr: "a", b.regnr: "b", c.regnr: "c"}

    assert sorted(namn[n] for n in sok(klient, **fraga)) == list(traffar)


@pytest.mark.parametrize("sokt", ["7k3m", "7K3M-9", "7k3m92qf", " 7K3M 92 QF"])
def test_a_number_is_found_by_its_beginning_however_it_is_written(klient, namnd, sokt):
    rad, _ = inkomna(namnd, 2)
    Blankett.objects.filter(pk=rad.pk).update(regnr="7K3M-92QF")

    assert sok(klient, ord=sokt) == ["7K3M-92QF"]


def test_a_filter_that_cannot_be_read_says_so_and_keeps_what_was_typed(klient):
    svar = klient.get(INKORG, {"fran": "i våras"})

    assert "Filtret går inte att läsa." in bordet.orden(svar)
    assert 'value="i våras"' in svar.content.decode()


def test_the_filter_stands_as_words_that_can_be_taken_away(klient, namnd):
    bygge.ny_blankett(namnd)

    svar = klient.get(INKORG, {"miljo": "autonom", "plats": "skola"})

    assert "Inga blanketter passar filtret" in bordet.orden(svar)
    valda = {v["varde"]: v["url"] for v in svar.context["valda"]}
    assert valda["Den autonoma miljön"] == "?plats=skola"


@pytest.mark.parametrize(
    ("fraga", "fel"),
    [
        ({"miljo": "finns-inte"}, "Miljö"),
        ({"status": "' OR 1=1"}, ""),
        ({"delomrade": "999999999999999999999999"}, "Delområde"),
        ({"fran": "2026-13-45"}, "Skriv datumet som"),
        ({"fran": "2026-09-02", "till": "2026-09-01"}, "Välj en dag efter"),
        ({"hande_fran": "2026-09-02", "hande_till": "2026-09-01"}, "Välj en dag"),
        ({"ord": "x" * 10_000}, "Skriv högst 100 tecken"),
        ({"ordning": "storst"}, "Ordning"),
    ],
)
def test_what_an_address_says_wrongly_is_told_and_shows_no_forms(
    klient, namnd, fraga, fel
):
    namnd.delomraden.create(namn="Norra")
    bygge.ny_blankett(namnd)

    svar = klient.get(INKORG, fraga)

    assert numren(svar) == []
    assert fel in bordet.felen(svar)


@pytest.mark.parametrize("vad", ["ord", "miljo", "status", "efter", "fore", "namnd"])
@pytest.mark.parametrize("varde", ["\0", "a\0b", "\u202e", "🙂", "%", "_", "'"])
def test_odd_signs_in_the_address_break_nothing(klient, namnd, vad, varde):
    bygge.ny_blankett(namnd)

    assert klient.get(INKORG, {vad: varde}).status_code == 200


def test_pages_follow_each_other_without_a_gap_in_both_directions(klient, namnd):
    per = inkorg.PER_SIDA
    alla = [r.regnr for r in reversed(inkomna(namnd, 2 * per + 1))]

    ett = klient.get(INKORG)
    tva = _folj(klient, ett, "next")
    tre = _folj(klient, tva, "next")

    assert numren(ett) + numren(tva) + numren(tre) == alla
    assert numren(_folj(klient, tre, "prev")) == numren(tva)
    assert numren(_folj(klient, tva, "prev")) == numren(ett)
    assert not bordet.sida(tre).xpath("//a[@rel='next']")
    assert not bordet.sida(ett).xpath("//a[@rel='prev']")


def test_the_oldest_can_be_first_and_a_page_keeps_the_filter(klient, namnd):
    alla = [r.regnr for r in inkomna(namnd, inkorg.PER_SIDA + 1)]

    ett = klient.get(INKORG, {"ordning": "aldst", "status": "ny"})
    tva = _folj(klient, ett, "next")

    assert numren(ett) + numren(tva) == alla
    assert parse_qs(urlsplit(_lank(ett, "next")).query)["status"] == ["ny"]
    assert numren(_folj(klient, tva, "prev")) == numren(ett)


def test_forms_of_one_day_are_ordered_by_their_random_number(klient, namnd):
    rader = [bygge.ny_blankett(namnd) for _ in range(8)]

    assert sok(klient) == sorted(r.regnr for r in rader)
    assert sok(klient, ordning="aldst") == sorted(r.regnr for r in rader)[::-1]


def test_a_place_that_has_gone_leads_to_the_first_page(klient, namnd):
    (rad,) = inkomna(namnd, 1)

    assert sok(klient, fore="2026-09-30.AAAA-AAAA") == [rad.regnr]
    assert sok(klient, efter="trams") == [rad.regnr]


def test_a_tab_stops_counting_where_nobody_reads_the_number(klient, namnd, monkeypatch):
    monkeypatch.setattr(inkorg, "RAKNAS", 3)
    monkeypatch.setattr("blanketter.views.inkorg.RAKNAS", 3)
    inkomna(namnd, 6)

    sidan = bordet.orden(klient.get(INKORG))

    assert "Olästa 3+" in sidan
    assert "Fler än 3 blanketter väntar" in sidan


def test_the_number_of_queries_follows_neither_forms_nor_filter(klient, namnd):
    def antal(**fraga):
        with CaptureQueriesContext(connection) as fragor:
            klient.get(INKORG, fraga)
        return len(fragor)

    inkomna(namnd, 2)
    antal()
    fa = antal()
    inkomna(namnd, 30)

    assert antal() == fa <= 12
    assert antal(ord="klotter", status="ny", miljo="oklart") <= fa


def test_an_empty_inbox_leads_to_the_routine(klient, namnd):
    svar = klient.get(INKORG)

    assert "Här finns inga blanketter än" in bordet.orden(svar)
    assert reverse("rutin", args=[namnd.kort]) in svar.content.decode()


def test_everybody_else_finds_no_inbox_or_her_own_boards(client, namnd):
    bygge.ny_blankett(namnd)

    for vem, person in bordet.utan_ratt(namnd).items():
        client.force_login(person)
        svar = client.get(INKORG)
        if vem == "another board's coordinator":
            assert svar.status_code == 200
            assert numren(svar) == []
            assert client.get(INKORG, {"namnd": namnd.kort}).context["rader"] == []
        else:
            assert svar.status_code == 404, vem


def test_who_has_two_boards_sees_one_at_a_time(client, namnd):
    sjovik = bygge.ny_namnd("sjovik")
    maria = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    maria.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=sjovik)
    ett, tva = bygge.ny_blankett(namnd), bygge.ny_blankett(sjovik)
    client.force_login(maria)

    assert sok(client, namnd="ekhamra") == [ett.regnr]
    assert sok(client, namnd="sjovik") == [tva.regnr]


def _lank(svar, rel):
    return bordet.sida(svar).xpath(f"//nav[@aria-label='Sidor']/a[@rel='{rel}']/@href")[
        0
    ]


def _folj(klient, svar, rel):
    return klient.get(INKORG + _lank(svar, rel))


# --- Several at once ------------------------------------------------------------------


def bocka(klient, *rader):
    return klient.get(reverse("inkorg_flera"), {"vald": [str(r.pk) for r in rader]})


def spara(klient, rader, **val):
    data = {"vald": [str(r.pk) for r in rader], "bedomning": "trolig"} | val
    data |= {f"rakning-{r.pk}": r.rakning for r in rader}
    return klient.post(reverse("inkorg_flera"), data, follow=True)


def test_several_are_classed_alike_and_counted_in_one_deed(klient, namnd, samordnare):
    rader = [bordet.last_blankett(namnd) for _ in range(3)]
    assert "3 blanketter" in bordet.orden(bocka(klient, *rader))
    ar = timezone.localdate().year

    svar = spara(klient, rader, klass_miljo="autonom", lagesbild_ar=ar)

    assert "3 blanketter är klassade." in bordet.besked(svar)
    for rad in Blankett.objects.all():
        assert (rad.status, rad.lagesbild_ar) == ("ingar", ar)
        assert (rad.klass_miljo, rad.klass_slag) == ("autonom", ("klotter",))
    assert Spar.objects.filter(handling=Spar.Handling.KLASSAD).count() == 3


def test_where_nothing_can_be_ticked_there_is_no_button(klient, namnd):
    bygge.ny_blankett(namnd)
    assert "Klassa de valda" not in bordet.orden(klient.get(INKORG))

    bordet.last_blankett(namnd)
    assert "Klassa de valda" in bordet.orden(klient.get(INKORG))


def test_unread_put_aside_and_foreign_ones_are_not_among_them(
    klient, namnd, samordnare
):
    olast = bygge.ny_blankett(namnd)
    undan = bordet.last_blankett(namnd)
    byt_status.ej_vbe(undan, av=samordnare, sedd=undan.rakning)
    frammande = bordet.last_blankett(bygge.ny_namnd("sjovik"))

    svar = bocka(klient, olast, undan, frammande)

    assert "Ingen läst blankett är vald" in bordet.orden(svar)
    spara(klient, [olast, undan, frammande], klass_miljo="autonom")
    assert not Blankett.objects.exclude(klass_miljo="").exists()


def test_one_that_somebody_changed_meanwhile_is_left_and_shown_again(
    klient, namnd, samordnare
):
    rader = [bordet.last_blankett(namnd) for _ in range(2)]
    annan = Blankett.objects.get(pk=rader[0].pk)
    byt_status.ej_vbe(annan, av=samordnare, sedd=annan.rakning)
    byt_status.steg_tillbaka(annan, av=samordnare, sedd=annan.rakning)

    svar = spara(klient, rader, klass_miljo="autonom")

    assert "En blankett är klassad." in bordet.besked(svar)
    assert "En blankett ändrades av någon annan" in bordet.besked(svar)
    assert rader[0].regnr in bordet.orden(svar)
    assert Blankett.objects.exclude(klass_miljo="").get() == rader[1]


@pytest.mark.parametrize(
    ("val", "fel"),
    [
        ({"bedomning": ""}, "Välj minst en sak att ändra"),
        (
            {"bedomning": "", "klass_miljo": "autonom"},
            "En av dem är inte bedömd än. Välj hur säker uppgiften är.",
        ),
        ({"klass_miljo": "finns-inte"}, "Välj ett giltigt alternativ"),
        ({"lagesbild_ar": "1999"}, "Välj ett giltigt alternativ"),
    ],
)
def test_without_a_choice_or_with_a_wrong_one_nothing_is_classed(
    klient, namnd, val, fel
):
    rad = bordet.last_blankett(namnd)

    svar = spara(klient, [rad], **val)

    assert fel in bordet.felen(svar)
    assert Blankett.objects.get().status == Blankett.Status.LAST


def test_forms_of_two_versions_are_offered_what_both_know(klient, namnd):
    gammal = bordet.last_blankett(namnd)
    forsta = Frageversion.objects.gallande()
    fragor = {**forsta.fragor, "miljo": {**forsta.fragor["miljo"]}}
    val = fragor["miljo"]["val"]
    fragor["miljo"]["val"] = [*val[1:], {"kod": "klan", "text": "En ny miljö"}]
    Frageversion.objects.create(nummer=2, galler_fran=date(2020, 2, 1), fragor=fragor)
    ny = bordet.last_blankett(namnd)

    def koder(*rader):
        form = bocka(klient, *rader).context["form"]
        return {kod for kod, _ in form.fields["klass_miljo"].choices}

    assert "klan" in koder(ny)
    assert "vit_makt" in koder(gammal)
    assert not {"klan", "vit_makt"} & koder(ny, gammal)


@pytest.mark.parametrize("skrap", ["x", "\0", "0" * 40, ""])
def test_what_is_no_key_is_no_form(klient, namnd, skrap):
    svar = klient.get(reverse("inkorg_flera"), {"vald": [skrap]})

    assert "Ingen läst blankett är vald" in bordet.orden(svar)
