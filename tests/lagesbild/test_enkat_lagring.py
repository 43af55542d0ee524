"""An answer and who gave it lie apart: nothing in the database joins the two."""

import json
import secrets
from datetime import date
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection

from lagesbild.enkatresultat.bild import resultat
from lagesbild.handlingar.oppna_enkat import for_sma
from lagesbild.handlingar.oppna_igen import oppna_igen
from lagesbild.handlingar.stang_enkat import stang_enkat
from lagesbild.handlingar.svara_pa_enkat import Mottagande, svara_pa_enkat
from lagesbild.models import Enkat, Enkatsvar, Inbjudan
from tests import bygge, bygge_lagesbild
from tests.bygge_lagesbild import ny_enkat, svara
from vbeplan.organisation.models import Spar

pytestmark = pytest.mark.django_db
FORENING, EGEN = "forening", "egen"


@pytest.fixture
def bild():
    return bygge_lagesbild.ny_lagesbild(bygge.ny_namnd())


def alla_svarar(enkat, antal=None):
    for inbjudan in list(enkat.inbjudningar.all())[:antal]:
        assert svara(enkat, inbjudan) == Mottagande.MOTTAGET


def i_lagrets_ordning(tabell, kolumn):
    """Return a column in the order that the database itself keeps its rows."""
    var = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as sql:
        sql.execute(f"SELECT {kolumn} FROM {tabell} ORDER BY {var}")  # noqa: S608 — the test's own words
        return [rad[0] for rad in sql.fetchall()]


def test_an_answer_is_stored_and_that_the_respondent_has_answered(bild):
    enkat = ny_enkat(bild)
    inbjudan = enkat.inbjudningar.first()

    svara(enkat, inbjudan, {"kunskap_egen": "hog"}, {"hjalp": "Mer tid."})

    rad = Enkatsvar.objects.get()
    assert (rad.svar, json.loads(rad.texter)) == (
        {"kunskap_egen": "hog"},
        {"hjalp": "Mer tid."},
    )
    assert [i.pk for i in Inbjudan.objects.filter(har_svarat=True)] == [inbjudan.pk]


def test_an_answer_has_no_place_for_who_gave_it_or_when():
    assert {f.name for f in Enkatsvar._meta.get_fields()} == {
        "id", "enkat", "grupp", "svar", "texter", "raknas", "engangsnyckel",
    }  # fmt: skip
    tider = [f for f in Inbjudan._meta.get_fields() if "Time" in type(f).__name__]
    assert tider == []


def test_no_trace_is_written_of_an_answer(bild):
    enkat = ny_enkat(bild)
    fore = Spar.objects.count()

    alla_svarar(enkat)

    assert Spar.objects.count() == fore


def test_words_lie_encrypted(bild):
    enkat = ny_enkat(bild)
    svara(enkat, enkat.inbjudningar.first(), {}, {"hjalp": "Kanariefågelns ord"})

    (lagrat,) = i_lagrets_ordning("lagesbild_enkatsvar", "texter")
    assert "Kanarie" not in lagrat


def test_the_same_form_twice_is_one_answer(bild):
    enkat = ny_enkat(bild)
    inbjudan, bevis = enkat.inbjudningar.first(), secrets.token_hex()

    utfall = [svara_pa_enkat(enkat, {"a": "b"}, {}, bevis, inbjudan) for _ in range(2)]

    assert utfall == [Mottagande.MOTTAGET, Mottagande.SAMMA_IGEN]
    assert Enkatsvar.objects.count() == 1


def test_a_link_takes_one_answer(bild):
    enkat = ny_enkat(bild)
    inbjudan = enkat.inbjudningar.first()
    svara(enkat, inbjudan)

    assert svara(enkat, inbjudan) == Mottagande.REDAN_ANNAT
    assert Enkatsvar.objects.count() == 1


def test_nothing_is_received_when_it_is_closed(bild):
    enkat = ny_enkat(bild)
    stang_enkat(enkat)

    assert svara(enkat, enkat.inbjudningar.first()) == Mottagande.STANGT
    assert not Enkatsvar.objects.exists()
    assert not Inbjudan.objects.filter(har_svarat=True).exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_on_one_link_are_one_answer():
    enkat = ny_enkat(bygge_lagesbild.ny_lagesbild(bygge.ny_namnd()))
    inbjudan, start, utfall = enkat.inbjudningar.first(), Barrier(4), []

    def tryck():
        start.wait()
        try:
            utfall.append(svara(enkat, inbjudan))
        finally:  # one left open would fail whichever test comes next
            connection.close()

    tradar = [Thread(target=tryck) for _ in range(4)]
    for trad in tradar:
        trad.start()
    for trad in tradar:
        trad.join()

    assert Enkatsvar.objects.count() == 1
    assert sorted(u.name for u in utfall) == ["MOTTAGET"] + ["REDAN_ANNAT"] * 3


def test_answers_lie_in_no_order_that_can_be_read_back(bild):
    enkat = ny_enkat(bild, fragade={EGEN: 12})
    for nr, inbjudan in enumerate(enkat.inbjudningar.all()):
        svara(enkat, inbjudan, {"nr": nr})

    lagret = [
        (json.loads(svar) if isinstance(svar, str) else svar)["nr"]
        for svar in i_lagrets_ordning("lagesbild_enkatsvar", "svar")
    ]
    visat = [rad.svar["nr"] for rad in Enkatsvar.objects.all()]
    assert sorted(lagret) == sorted(visat) == list(range(12))
    # Twelve in their own order by chance: once in 479 million.
    for ordning in (lagret, visat):
        assert ordning not in (list(range(12)), list(range(11, -1, -1)))


def test_neither_do_the_invitations_in_the_order_they_were_answered(bild):
    enkat = ny_enkat(bild, fragade={EGEN: 24})
    svarande = list(enkat.inbjudningar.all())[:12]
    for inbjudan in svarande:
        svara(enkat, inbjudan)

    nycklar = [
        getattr(n, "hex", n) for n in i_lagrets_ordning("lagesbild_inbjudan", "id")
    ]
    platser = [nycklar.index(inbjudan.pk.hex) for inbjudan in svarande]
    assert platser not in (sorted(platser), sorted(platser, reverse=True))
    # Nor do those who have answered lie by themselves: once in 2.7 million by chance.
    assert sorted(platser) not in (list(range(12)), list(range(12, 24)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite notes no writer of a row"
)
def test_postgresql_notes_the_same_writer_for_all_rows_of_both_tables():
    enkat = ny_enkat(bygge_lagesbild.ny_lagesbild(bygge.ny_namnd()))
    alla_svarar(enkat, 4)

    with connection.cursor() as sql:
        for tabell in ("lagesbild_enkatsvar", "lagesbild_inbjudan"):
            sql.execute(f"SELECT count(DISTINCT xmin::text) FROM {tabell}")  # noqa: S608
            assert sql.fetchone()[0] == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no log")
def test_the_log_of_postgresql_tells_nothing_of_a_form_sent_twice():
    """It would write the hour, beside the values of a row that it refuses."""
    logg = Path(connection.settings_dict["HOST"]) / "logg"
    enkat = ny_enkat(bygge_lagesbild.ny_lagesbild(bygge.ny_namnd()))
    inbjudan, bevis = enkat.inbjudningar.first(), secrets.token_hex()
    fore = logg.stat().st_size

    for _ in range(2):
        svara_pa_enkat(enkat, {"a": "b"}, {}, bevis, inbjudan)
    svara(enkat, inbjudan)
    with connection.cursor() as sql, pytest.raises(Exception, match="finns_inte"):
        sql.execute("SELECT 'provet' FROM finns_inte")

    skrivet = logg.read_bytes()[fore:]
    assert b"'provet'" in skrivet, "this is not the server's log"
    assert b"lagesbild_enkatsvar" not in skrivet


@pytest.mark.parametrize(
    ("antal", "sma"),
    [
        ({EGEN: 20}, []),
        ({EGEN: 20, FORENING: 9}, []),
        ({EGEN: 3}, [EGEN]),
        ({EGEN: 20, FORENING: 3, "bostad": 2}, ["bostad", FORENING]),
        # Two alone would be the total less the others: the smallest of those goes too.
        ({EGEN: 20, FORENING: 9, "bostad": 2}, ["bostad", FORENING]),
        ({EGEN: 20, FORENING: 1}, [FORENING, EGEN]),
        ({EGEN: 20, FORENING: 0}, [FORENING]),
    ],
)
def test_groups_too_small_are_merged_until_they_are_not(antal, sma):
    assert for_sma(antal, 5) == sma


def test_an_answer_of_a_small_group_does_not_carry_it(bild):
    enkat = ny_enkat(bild, fragade={EGEN: 6, FORENING: 3, "bostad": 2})

    alla_svarar(enkat)

    grupper = sorted(rad.grupp for rad in Enkatsvar.objects.all())
    assert grupper == [""] * 5 + [EGEN] * 6
    assert enkat.sammanforda == ["bostad", FORENING]


def test_a_respondent_that_changes_group_answers_for_the_one_it_was_invited_in(bild):
    enkat = ny_enkat(bild, fragade={EGEN: 6, FORENING: 6})
    inbjudan = enkat.inbjudningar.filter(grupp=FORENING).first()
    type(inbjudan.respondent).objects.filter(pk=inbjudan.respondent_id).update(
        grupp=EGEN
    )

    svara(enkat, Inbjudan.objects.get(pk=inbjudan.pk))

    assert Enkatsvar.objects.get().grupp == FORENING


# ---- What may be counted, and when ----


def raknade(enkat):
    return enkat.svaren.raknade().count()


def test_no_answer_can_be_counted_while_it_is_open(bild):
    enkat = ny_enkat(bild)
    alla_svarar(enkat)
    assert raknade(enkat) == 0

    stang_enkat(enkat)

    assert raknade(enkat) == 6


@pytest.mark.parametrize(("antal", "visas"), [(0, 0), (1, 0), (4, 0), (5, 5), (6, 6)])
def test_fewer_answers_than_the_threshold_are_never_counted(bild, antal, visas):
    enkat = ny_enkat(bild)
    alla_svarar(enkat, antal)

    stang_enkat(enkat)

    assert raknade(enkat) == visas


def test_what_comes_after_a_reopening_is_held_until_it_is_nobodys_own(bild):
    """Else the difference between two results is one respondent's answer, or what a
    few whose names stand in the list answered alike."""
    enkat = ny_enkat(bild, fragade={EGEN: 18})
    inbjudningar = list(enkat.inbjudningar.all())
    for inbjudan in inbjudningar[:6]:
        svara(enkat, inbjudan)
    stang_enkat(enkat)

    oppna_igen(enkat, enkat.stanger, av=None)
    svara(enkat, inbjudningar[6])
    stang_enkat(enkat)
    assert raknade(enkat) == 6

    oppna_igen(enkat, enkat.stanger, av=None)
    for inbjudan in inbjudningar[7:15]:
        svara(enkat, inbjudan)
    stang_enkat(enkat)
    assert raknade(enkat) == 6

    oppna_igen(enkat, enkat.stanger, av=None)
    svara(enkat, inbjudningar[15])
    stang_enkat(enkat)
    assert raknade(enkat) == 16


def test_two_results_of_one_enkat_do_not_tell_what_few_answered_between_them(bild):
    enkat = ny_enkat(bild, fragade={EGEN: 46})
    inbjudningar = iter(enkat.inbjudningar.all())

    def svar_in(**antal):
        for kod, n in antal.items():
            for _ in range(n):
                svara(enkat, next(inbjudningar), {"kunskap_egen": kod})
        stang_enkat(enkat)
        enkat.refresh_from_db()
        fraga = next(f for f in resultat(enkat).fragor if f.kod == "kunskap_egen")
        return {rad.kod: rad.alla.antal for rad in fraga.rader}

    assert svar_in(lag=9, medelhog=8, hog=7) == {"lag": 9, "medelhog": 8, "hog": 7}

    oppna_igen(enkat, enkat.stanger, av=None)
    nu = svar_in(lag=10, medelhog=2)
    assert raknade(enkat) == 36
    assert nu.get("medelhog") is None, "10 - 8: two of the twelve that came late"
    assert nu.get("lag") is None, "36 - 19 - 7 would be it"

    oppna_igen(enkat, enkat.stanger, av=None)
    assert svar_in(lag=0, medelhog=0, hog=0) == nu


def test_so_is_what_comes_of_one_group_alone(bild):
    enkat = ny_enkat(bild, fragade={EGEN: 16, FORENING: 7})
    egna = list(enkat.inbjudningar.filter(grupp=EGEN))
    foreningar = list(enkat.inbjudningar.filter(grupp=FORENING))
    for inbjudan in (*egna[:6], *foreningar[:6]):
        svara(enkat, inbjudan)
    stang_enkat(enkat)

    oppna_igen(enkat, enkat.stanger, av=None)
    for inbjudan in (*egna[6:], foreningar[6]):
        svara(enkat, inbjudan)
    stang_enkat(enkat)

    assert enkat.svaren.raknade().filter(grupp=EGEN).count() == 16
    assert enkat.svaren.raknade().filter(grupp=FORENING).count() == 6


def test_a_token_is_forgotten_when_it_closes(bild):
    enkat = ny_enkat(bild)
    alla_svarar(enkat)
    assert not Enkatsvar.objects.filter(engangsnyckel=None).exists()

    stang_enkat(enkat)

    assert not Enkatsvar.objects.exclude(engangsnyckel=None).exists()


def test_a_link_is_worked_out_and_its_secret_stored_nowhere(bild):
    enkat = ny_enkat(bild)
    inbjudan = enkat.inbjudningar.first()

    for rad in (*Inbjudan.objects.values_list(), *Enkat.objects.values_list()):
        assert inbjudan.lanknyckel not in str(rad)
    assert len(inbjudan.lanknyckel) == 32
    assert Inbjudan.objects.med_nyckel(inbjudan.lanknyckel.upper()) == inbjudan


def test_the_days_of_a_letter_are_forgotten_when_its_receiver_answers(bild):
    """A reminder after a reopening would else tell who has answered since."""
    enkat = ny_enkat(bild)
    enkat.inbjudningar.update(skickad=date(2027, 1, 20), paminnd=date(2027, 2, 3))
    inbjudan = enkat.inbjudningar.first()

    svara(enkat, inbjudan)

    svarat = Inbjudan.objects.get(har_svarat=True)
    assert (svarat.skickad, svarat.paminnd) == (None, None)
    kvar = Inbjudan.objects.filter(har_svarat=False, paminnd=date(2027, 2, 3))
    assert kvar.count() == 5


def test_groups_are_told_apart_no_more_when_new_answers_are_counted(bild):
    """Else what two results hide differently could be read out of both."""
    enkat = ny_enkat(bild, fragade={EGEN: 24, FORENING: 24})
    egna = list(enkat.inbjudningar.filter(grupp=EGEN))
    foreningar = list(enkat.inbjudningar.filter(grupp=FORENING))
    koder = ["lag", "hog"] * 24
    for inbjudan, kod in zip((*egna[:14], *foreningar[:14]), koder, strict=False):
        svara(enkat, inbjudan, {"kunskap_egen": kod})
    stang_enkat(enkat)
    enkat.refresh_from_db()
    assert len(fragan(enkat).grupper) == 2

    oppna_igen(enkat, enkat.stanger, av=None)
    for inbjudan in foreningar[14:24]:
        svara(enkat, inbjudan, {"kunskap_egen": "hog"})
    stang_enkat(enkat)

    enkat.refresh_from_db()
    efter = fragan(enkat)
    assert (efter.grupper, efter.svarande.antal) == ((), 38)
    assert "visas svaren inte grupp för grupp" in resultat(enkat).sats


def test_a_reopening_that_brought_nothing_to_count_keeps_the_groups(bild):
    enkat = ny_enkat(bild, fragade={EGEN: 12})
    inbjudna = list(enkat.inbjudningar.all())
    for inbjudan in inbjudna[:6]:
        svara(enkat, inbjudan)
    stang_enkat(enkat)
    oppna_igen(enkat, enkat.stanger, av=None)
    svara(enkat, inbjudna[6])
    stang_enkat(enkat)

    enkat.refresh_from_db()
    assert not enkat.omraknad


def fragan(enkat):
    return next(f for f in resultat(enkat).fragor if f.kod == "kunskap_egen")
