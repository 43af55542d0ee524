"""Retention of the enkät: its words, and the list of who has answered; counts stay."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from blanketter.gallring.lage import gallras_snart, laget
from blanketter.models import Gallringsprotokoll
from lagesbild.enkatlage import per_grupp
from lagesbild.handlingar.oppna_igen import oppna_igen
from lagesbild.handlingar.stang_enkat import stang_enkat
from lagesbild.models import Enkat, Enkatforvarning, Enkatsvar, Inbjudan
from tests import bygge
from tests.blanketter.gallring.conftest import (
    FJORTON,
    IDAG,
    gallra,
    gallra_till,
    pa_dagen,
)
from tests.blanketter.gallring.test_filerna import finns
from tests.bygge_lagesbild import ny_enkat, ny_lagesbild, svara
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db(transaction=True)
SLUT = date(2026, 2, 28)  # 12 months are up on 28 February 2027
SVAR, LISTA = "enkatsvar", "enkatlista"
HEMLIGT = "Kanariens ord. " * 40


@pytest.fixture
def namnd(db):
    return bygge.ny_namnd()


@pytest.fixture
def forvaltare(db):
    return bygge.ny_anvandare(Ratt.FORVALTARE)


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


def stangd(namnd, ar=2026, svarande=6):
    """An enkät of eight that some have answered with words; its time is up."""
    enkat = ny_enkat(ny_lagesbild(namnd, ar), fragade={"egen": 8})
    for inbjudan in list(enkat.inbjudningar.all())[:svarande]:
        svara(enkat, inbjudan, texter={"behov": HEMLIGT})
    stang_enkat(enkat)
    Enkat.objects.filter(pk=enkat.pk).update(stanger=SLUT)
    enkat.refresh_from_db()
    return enkat


@pytest.fixture
def enkat(namnd):
    return stangd(namnd)


def regel(forvaltare, klass, **falt):
    return bygge.ny_gallringsregel(forvaltare, klass, **{"antal": 12} | falt)


def ord_kvar(enkat):
    return enkat.svaren.exclude(texter=None).count()


def namn_kvar(enkat):
    return enkat.inbjudningar.exclude(respondent=None).count()


def test_words_go_by_their_rule_and_the_answers_stay(enkat, forvaltare):
    regel(forvaltare, SVAR)
    fore = sorted(str(rad.svar) for rad in enkat.svaren.all())

    ut = gallra_till(IDAG)

    enkat.refresh_from_db()
    assert (ord_kvar(enkat), enkat.texter_gallrade) == (0, IDAG)
    assert sorted(str(rad.svar) for rad in enkat.svaren.all()) == fore
    assert enkat.svaren.raknade().count() == 6
    assert (namn_kvar(enkat), enkat.lista_gallrad) == (8, None)
    assert "Enkätsvar med egna ord: 1 gallrade (KS 2026/123, § 45, 2026-02-04)." in ut
    assert not Enkatforvarning.objects.exists()


def test_the_list_goes_by_a_rule_of_its_own_and_its_counts_stay(enkat, forvaltare):
    regel(forvaltare, LISTA)
    gamla = set(enkat.inbjudningar.values_list("pk", "nyckel"))
    fore = per_grupp(enkat.inbjudningar.all())

    gallra_till(IDAG)

    enkat.refresh_from_db()
    assert (namn_kvar(enkat), enkat.lista_gallrad) == (0, IDAG)
    assert per_grupp(enkat.inbjudningar.all()) == fore
    kvar = set(enkat.inbjudningar.values_list("pk", "nyckel"))
    assert not {v for par in kvar for v in par} & {v for par in gamla for v in par}
    assert ord_kvar(enkat) == 6


def test_without_a_rule_nothing_goes_and_it_is_said(enkat):
    assert "ingenting gallras" in gallra_till(IDAG)

    assert (ord_kvar(enkat), namn_kvar(enkat)) == (6, 8)
    assert "Enkätsvar med egna ord: ingen regel, gallras inte." in gallra(
        IDAG, "--prova"
    )


@pytest.mark.parametrize("klass", ["klassad", "dialog", "personuppgifter"])
def test_a_rule_for_forms_is_not_about_enkater(enkat, forvaltare, klass):
    regel(forvaltare, klass)

    gallra_till(IDAG)

    assert (ord_kvar(enkat), namn_kvar(enkat)) == (6, 8)


def test_nothing_goes_before_its_time_or_before_it_was_told(enkat, forvaltare):
    regel(forvaltare, SVAR)

    gallra_till(IDAG - timedelta(days=1), fran=IDAG - FJORTON)

    assert ord_kvar(enkat) == 6
    assert Enkatforvarning.objects.get().tidigast == IDAG
    Enkat.objects.filter(pk=enkat.pk).update(stanger=SLUT + timedelta(days=30))
    gallra(IDAG)
    assert ord_kvar(enkat) == 6


def test_one_that_is_open_again_keeps_its_words(enkat, forvaltare):
    regel(forvaltare, SVAR)
    gallra_till(IDAG - timedelta(days=1), fran=IDAG - FJORTON)
    oppna_igen(enkat, IDAG + FJORTON, av=None)

    gallra(IDAG)

    assert ord_kvar(enkat) == 6


@pytest.mark.parametrize("vad", [{}, {"klass": SVAR}])
def test_a_stop_holds_the_words_and_takes_the_warning_away(
    enkat, namnd, forvaltare, vad
):
    regel(forvaltare, SVAR)
    gallra_till(IDAG - timedelta(days=1), fran=IDAG - FJORTON)
    with pa_dagen(IDAG):
        stopp = bygge.nytt_gallringsstopp(forvaltare, namnd, **vad)
        assert not Enkatforvarning.objects.exists()
        lage = next(rad for rad in laget(namnd, IDAG) if rad.klass == SVAR)
        assert (lage.stoppade, lage.gallras) == (1, 0)

    gallra(IDAG)
    assert ord_kvar(enkat) == 6

    with pa_dagen(IDAG):
        stopp.slapp(av=forvaltare)
    gallra_till(IDAG + timedelta(days=1) + FJORTON, fran=IDAG)
    assert ord_kvar(enkat) == 0


def test_a_stop_of_another_class_or_board_holds_nothing(enkat, namnd, forvaltare):
    regel(forvaltare, SVAR)
    with pa_dagen(IDAG - FJORTON):
        bygge.nytt_gallringsstopp(forvaltare, namnd, klass=LISTA)
        bygge.nytt_gallringsstopp(forvaltare, bygge.ny_namnd("hamnvik"))

    gallra_till(IDAG)

    assert ord_kvar(enkat) == 0


def test_another_boards_rule_removes_nothing_here(enkat, forvaltare):
    annan = bygge.ny_namnd("hamnvik")
    regel(forvaltare, SVAR, namnd=annan)
    deras = stangd(annan)

    gallra_till(IDAG)

    assert (ord_kvar(enkat), ord_kvar(deras)) == (6, 0)


def test_a_removal_leaves_a_protocol_and_a_trace_without_a_name(
    klient, enkat, namnd, forvaltare
):
    regel(forvaltare, LISTA)
    stangd(namnd, ar=2025)

    gallra_till(IDAG)

    protokoll = Gallringsprotokoll.objects.get()
    ark = klient.get(protokoll.get_absolute_url()).text
    assert (protokoll.antal, protokoll.stadad) == (2, IDAG)
    assert "2 enkäter" in ark
    assert "hur många i varje grupp" in ark
    (spar,) = Spar.objects.filter(handling=Spar.Handling.GALLRAD)
    assert "Respondent" not in ark + spar.objekt
    assert "Vilka som har svarat på en enkät" in spar.objekt


def test_two_runs_a_day_remove_once(enkat, forvaltare):
    regel(forvaltare, SVAR)
    gallra_till(IDAG)
    gallra(IDAG)

    assert Gallringsprotokoll.objects.get().antal == 1


def test_what_was_removed_is_in_no_file(enkat, forvaltare):
    regel(forvaltare, SVAR)
    regel(forvaltare, LISTA)
    nycklar = {n.encode() for n in enkat.inbjudningar.values_list("nyckel", flat=True)}
    with connection.cursor() as sql:
        sql.execute("SELECT texter FROM lagesbild_enkatsvar WHERE texter IS NOT NULL")
        lagrat = nycklar | {rad[0][10:60].encode() for rad in sql.fetchall()}
    assert finns(lagrat) == lagrat

    assert "Databasens filer är städade." in gallra_till(IDAG)

    assert finns(lagrat) == set()


# ---- What the coordinator sees ----


def test_the_pages_tell_of_it_before_and_lead_to_the_stop(
    client, samordnare, enkat, namnd, forvaltare
):
    regel(forvaltare, SVAR)
    gallra_till(IDAG - timedelta(days=1), fran=IDAG - timedelta(days=10))
    with pa_dagen(IDAG):
        client.force_login(samordnare)
        sidan = client.get(reverse("gallring_forvarnade")).text
        stopp = f"{reverse('gallring_stopp_nytt', args=[namnd.kort])}?klass={SVAR}"
        formular = client.get(stopp).text
        skrivbord = client.get(reverse("skrivbord")).text

    assert enkat.get_absolute_url() in sidan
    assert stopp in sidan
    assert '<option value="enkatsvar" selected>' in formular
    assert "1 enkät gallras inom två veckor" in skrivbord
    assert gallras_snart([namnd.pk], IDAG)[namnd.pk][0] == [(1, "enkät", "enkäter")]


def test_the_overview_counts_enkater(client, samordnare, enkat, namnd, forvaltare):
    regel(forvaltare, LISTA)
    gallra_till(IDAG - timedelta(days=1), fran=IDAG - FJORTON)

    lage = next(rad for rad in laget(namnd, IDAG) if rad.klass == LISTA)
    with pa_dagen(IDAG):
        client.force_login(samordnare)
        sidan = client.get(reverse("gallring")).text

    assert (lage.gallras, lage.vantar, lage.stoppade) == (1, 0, 0)
    assert "Vilka som har svarat på en enkät" in sidan


def test_afterwards_the_enkats_pages_say_what_is_gone(klient, enkat, forvaltare):
    namn = str(enkat.inbjudningar.first().respondent)
    regel(forvaltare, SVAR)
    regel(forvaltare, LISTA)
    assert namn in klient.get(enkat.get_absolute_url()).text
    gallra_till(IDAG)

    sidan = klient.get(enkat.get_absolute_url()).text
    texter = klient.get(reverse("enkat_texter", args=[enkat.pk])).text

    assert "<strong>6 av 8</strong> har svarat." in sidan
    assert "gallrades den 15 mars 2027" in sidan
    assert namn not in sidan
    assert "gallrades den 15 mars 2027" in texter
    assert klient.get(reverse("enkat_resultat", args=[enkat.pk])).status_code == 200


def test_one_whose_list_is_gone_is_not_opened_again(klient, enkat, forvaltare):
    regel(forvaltare, LISTA)
    gallra_till(IDAG)
    enkat.refresh_from_db()
    adress = reverse("enkat_oppna_igen", args=[enkat.pk])

    assert adress not in klient.get(enkat.get_absolute_url()).text
    svar = klient.post(adress, {"stanger": "2027-12-01"}, follow=True)

    assert "Gör en ny enkät i stället" in svar.text
    assert not oppna_igen(enkat, date(2027, 12, 1), av=None)
    enkat.refresh_from_db()
    assert enkat.status == Enkat.Status.STANGD


def test_a_link_of_a_list_that_is_gone_leads_nowhere(client, klient, enkat, forvaltare):
    inbjudan = enkat.inbjudningar.filter(har_svarat=False).first()
    lank, sidan = inbjudan.lank(), reverse("inbjudan", args=[inbjudan.pk])
    regel(forvaltare, LISTA)
    gallra_till(IDAG)

    assert client.get(lank).status_code == 404
    assert klient.get(sidan).status_code == 404
    ny = Inbjudan.objects.first()
    assert klient.get(reverse("inbjudan", args=[ny.pk])).status_code == 404
    assert Inbjudan.objects.med_nyckel(ny.lanknyckel) is None
    assert not Inbjudan.objects.att_paminna().exists()


def test_an_open_link_has_no_list_to_remove(namnd, forvaltare):
    bild = ny_lagesbild(namnd)
    enkat = ny_enkat(bild, fragade={"egen": 6}, oppen_lank=True)
    svara(enkat, texter={"behov": HEMLIGT})
    stang_enkat(enkat)
    Enkat.objects.filter(pk=enkat.pk).update(stanger=SLUT)
    regel(forvaltare, LISTA)
    regel(forvaltare, SVAR)

    gallra_till(IDAG)

    enkat.refresh_from_db()
    assert enkat.lista_gallrad is None
    # What was never counted, of too few, is words all the same.
    assert not Enkatsvar.objects.exclude(texter=None).exists()
