"""What an enkät was answered: counted, compared, and so that nobody is told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lagesbild.enkatresultat import Enkatresultat, enkatresultat
from lagesbild.enkatresultat.bild import resultat
from lagesbild.enkatresultat.grupper import OVRIGA, sammanforda, visningsbar
from lagesbild.enkatresultat.rakna import Hog, Raknat
from lagesbild.enkatresultat.skydd import Fraga, skyddad
from lagesbild.enkatresultat.texter import Enkattexter
from lagesbild.models import Enkat
from lagesbild.som_json import fran_json, till_json
from tests import bygge, bygge_lagesbild
from tests.bygge_enkat import (
    EN,
    FLERA,
    SKALA,
    TAL,
    TEXT,
    bjud_in,
    nagra,
    ny_enkat,
    stangd,
    svara,
)

pytestmark = pytest.mark.django_db
KODER = ("lag", "medel", "hog")
BLANDAT = nagra("egen", lag=12, medel=9, hog=6)


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


def fragan(enkat, kod="kunskap", forra=None):
    return next(f for f in resultat(enkat, forra).fragor if f.kod == kod)


def texten(fraga):
    return {r.kod: r.alla.text for r in fraga.rader}


def test_shares_are_of_those_who_answered_the_question(namnd):
    fraga = fragan(stangd(namnd, BLANDAT, fragor=[EN]))

    assert texten(fraga) == {
        "lag": "12 (44\u00a0%)",
        "medel": "9 (33\u00a0%)",
        "hog": "6 (22\u00a0%)",
    }
    assert fraga.sats == "Vanligast var ”Låg”: 12 av 27 (44\u00a0%)."


def test_the_response_rate_is_told_in_words_and_by_group(namnd):
    enkat = stangd(namnd, BLANDAT, fragor=[EN], grupper=["egen", "forening"])
    bjud_in(enkat, "egen", 24, 20)
    bjud_in(enkat, "forening", 10, 7)

    bild = resultat(enkat)

    assert bild.sats == "27 av 34 svarade (79\u00a0%)."
    assert [(g.grupp, g.text) for g in bild.grupper] == [
        ("Egna enheter", "20 av 24 svarade (83\u00a0%)"),
        ("Föreningar", "7 av 10 svarade (70\u00a0%)"),
    ]


def test_a_group_of_few_is_not_told_apart_and_neither_is_the_one_beside_it(namnd):
    enkat = stangd(namnd, BLANDAT, fragor=[EN])
    for grupp, antal in (("egen", 20), ("forening", 9), ("stiftelse", 2)):
        bjud_in(enkat, grupp, antal, antal)

    grupper = {g.grupp: g.tillfragade for g in resultat(enkat).grupper}

    assert grupper == {"Egna enheter": 20, "Övriga grupper": 11}


def test_who_has_an_open_link_is_not_in_the_response_rate(namnd):
    enkat = stangd(namnd, nagra("", lag=8, hog=7), fragor=[EN], oppen_lank=True)
    bjud_in(enkat, "egen", 10, 6)

    bild = resultat(enkat)

    assert bild.sats.startswith("6 av 10 svarade (60\u00a0%). 15 svar kom in i allt.")
    assert texten(bild.fragor[0])["lag"] == "8 (53\u00a0%)"


@pytest.mark.parametrize("antal", [0, 1, 4])
def test_fewer_than_the_threshold_are_never_shown(namnd, antal):
    enkat = stangd(namnd, nagra("egen", lag=antal), fragor=[EN, TEXT, TAL])
    bjud_in(enkat, "egen", 9, antal)

    bild = resultat(enkat)

    assert bild.fragor == ()
    assert bild.sats.startswith(f"{antal} av 9 svarade")
    assert ("Inget svar" if antal == 0 else "Färre än 5") in bild.sats


def test_an_enkat_that_nobody_was_asked_and_nobody_answered_says_so(namnd):
    assert resultat(stangd(namnd)).sats == "Inget svar att visa."


def test_what_all_of_a_small_group_answered_is_not_shown(namnd):
    fraga = fragan(stangd(namnd, nagra("egen", lag=6), fragor=[EN]))

    assert fraga.rader == ()
    assert fraga.sats.startswith("Svaren visas inte.")


def test_that_many_answered_alike_is_shown(namnd):
    fraga = fragan(stangd(namnd, nagra("egen", lag=12), fragor=[EN]))

    assert texten(fraga) == {"lag": "12 (100\u00a0%)", "medel": "0 (0\u00a0%)",
                             "hog": "0 (0\u00a0%)"}  # fmt: skip


def test_groups_stand_beside_each_other_when_they_are_big_enough(namnd):
    svar = [*BLANDAT, *nagra("forening", lag=8, medel=7, hog=6)]
    fraga = fragan(stangd(namnd, svar, fragor=[EN]))

    assert fraga.grupper == ("Egna enheter", "Föreningar")
    assert [a.text for a in fraga.rader[0].grupper] == [
        "12 (44\u00a0%)",
        "8 (38\u00a0%)",
    ]
    assert [a.antal for a in fraga.gruppsvarande] == [27, 21]


def test_a_small_group_and_one_that_answered_alike_stand_together(namnd):
    svar = [
        *BLANDAT,
        *nagra("forening", lag=8, medel=8, hog=7),
        *nagra("bostad", hog=6),
        *nagra("stiftelse", lag=2),
    ]
    fraga = fragan(stangd(namnd, svar, fragor=[EN]))

    assert fraga.grupper == (
        "Egna enheter",
        "Föreningar",
        "Övriga: bostadsbolag, stiftelser",
    )


def test_the_only_big_group_does_not_stand_alone_beside_the_total(namnd):
    svar = [*BLANDAT, *nagra("stiftelse", lag=2)]

    assert fragan(stangd(namnd, svar, fragor=[EN])).grupper == ()


def test_a_small_cell_is_hidden_and_so_is_one_that_gives_it_away(namnd):
    svar = nagra("egen", lag=14, medel=11, hog=2)
    fraga = fragan(stangd(namnd, svar, fragor=[EN]))

    dolda = [r.kod for r in fraga.rader if r.alla.antal is None]
    assert "hog" in dolda
    assert len(dolda) == 2
    assert all(r.alla.andel is None for r in fraga.rader if r.alla.antal is None)


def test_a_group_never_costs_a_figure_of_all(namnd):
    svar = [*BLANDAT, *nagra("forening", lag=6, medel=6, hog=2)]
    fraga = fragan(stangd(namnd, svar, fragor=[EN]))

    assert texten(fraga)["lag"] == "18 (44\u00a0%)"
    assert fraga.svarande.antal == 41
    assert all(r.alla.antal is not None for r in fraga.rader)


def test_groups_whose_answers_would_mostly_be_hidden_are_left_out(namnd):
    svar = [*BLANDAT, *nagra("forening", lag=2, medel=2, hog=2)]
    fraga = fragan(stangd(namnd, svar, fragor=[EN]))

    assert fraga.grupper == ()
    assert texten(fraga)["hog"] == "8 (24\u00a0%)"


def test_several_choices_are_shares_of_those_who_answered(namnd):
    svar = [("egen", {"miljo": ["lag", "medel"]})] * 6
    svar += [("egen", {"miljo": ["lag"]})] * 9 + [("egen", {})] * 5
    fraga = fragan(stangd(namnd, svar, fragor=[FLERA]), "miljo")

    assert fraga.svarande.antal == 15
    assert fraga.ar_flerval
    assert texten(fraga)["lag"] == "15 (100\u00a0%)"


def test_a_scale_has_a_share_for_each_step(namnd):
    svar = [("egen", {"vikt": steg}) for steg in (1, 5) for _ in range(6)]
    fraga = fragan(stangd(namnd, svar, fragor=[SKALA]), "vikt")

    assert [(r.kod, r.text) for r in fraga.rader][::4] == [
        ("1", "1 – inte alls"),
        ("5", "5 – mycket"),
    ]
    assert texten(fraga)["5"] == "6 (50\u00a0%)"
    assert fraga.sats == (
        "Vanligast var ”1 – inte alls” och ”5 – mycket”: 6 av 12 vardera (50\u00a0%)."
    )


@pytest.mark.parametrize(
    ("talen", "median", "undre"),
    [
        (range(1, 12), 6.0, 3.5),  # enough for quartiles
        ([1, 2, 30, 40, 50], 30.0, None),  # three of five numbers would be told
    ],
)
def test_numbers_are_told_by_the_middle_one(namnd, talen, median, undre):
    svar = [("egen", {"antal": n}) for n in talen]
    fraga = fragan(stangd(namnd, svar, fragor=[TAL]), "antal")

    assert (fraga.tal.median, fraga.tal.undre) == (median, undre)
    assert f"I mitten låg {median:.0f} medarbetare" in fraga.sats


@pytest.mark.parametrize("talen", [[3, 4, 5, 6], [7] * 6])
def test_few_numbers_and_equal_ones_are_not_told(namnd, talen):
    svar = [("egen", {"antal": n, "kunskap": "lag"}) for n in talen] + BLANDAT
    fraga = fragan(stangd(namnd, svar, fragor=[EN, TAL]), "antal")

    assert fraga.tal is None
    assert fraga.sats.startswith("Svaren visas inte.")


def test_words_are_counted_but_never_part_of_the_result(namnd):
    svar = [("egen", {"behov": f"hemligheten {n}"}) for n in range(6)]
    enkat = stangd(namnd, svar, fragor=[TEXT])

    assert "hemligheten" not in str(till_json(enkatresultat(enkat.lagesbild)))
    assert fragan(enkat, "behov").sats.startswith("6 svarade med egna ord.")


def test_the_result_comes_back_from_json_as_it_was(namnd):
    svar = [*BLANDAT, ("egen", {"antal": 3, "vikt": 2, "behov": "mer"})]
    enkat = stangd(namnd, svar, fragor=[EN, TAL, SKALA, TEXT])
    bjud_in(enkat, "egen", 30, 28)
    (bild,) = enkatresultat(enkat.lagesbild)

    assert fran_json(Enkatresultat, till_json(bild)) == bild


def test_an_enkat_that_is_not_closed_has_no_result(namnd):
    enkat = stangd(namnd, BLANDAT, fragor=[EN])
    Enkat.objects.update(status=Enkat.Status.OPPEN, stanger="2099-01-01")

    assert enkatresultat(enkat.lagesbild) == ()
    enkat.refresh_from_db()
    assert resultat(enkat).fragor == ()


def test_answers_that_may_not_be_counted_yet_are_not(namnd):
    enkat = stangd(namnd, BLANDAT, fragor=[EN])
    enkat.svaren.create(grupp="egen", svar={"kunskap": "lag"}, raknas=False)

    assert resultat(enkat).svar == 27


def test_a_stored_code_that_no_question_has_is_not_counted(namnd):
    enkat = stangd(namnd, BLANDAT, fragor=[EN])
    svara(enkat, "egen", {"kunskap": "finns_inte", "annan": "lag"})

    assert fragan(enkat).svarande.antal == 27


def test_a_raised_threshold_shows_less(namnd, settings):
    enkat = stangd(namnd, nagra("egen", lag=12, medel=9, hog=6), fragor=[EN])
    settings.SMATALSGRANS = 8

    dolda = [r.kod for r in fragan(enkat).rader if r.alla.antal is None]

    assert "hog" in dolda
    assert len(dolda) == 2


def test_how_many_answered_what_follows_does_not_tell_how_few_chose_the_rest(namnd):
    """Those who saw something are asked what: 13 less them, less 5, would be one."""
    sett = {
        **EN,
        "kod": "handelser",
        "val": [{"kod": k, "text": k} for k in ("flera", "nagon", "nej", "vet_inte")],
    }
    antal = {"flera": 4, "nagon": 3, "nej": 1, "vet_inte": 5}
    foljd = {"flera": {"miljo": ["lag"]}, "nagon": {"miljo": ["lag", "hog"]}}
    svar = [
        ("egen", {"handelser": kod} | foljd.get(kod, {}))
        for kod, n in antal.items()
        for _ in range(n)
    ]
    enkat = stangd(namnd, svar, fragor=[sett, FLERA])

    handelser, miljo = resultat(enkat).fragor
    visat = {rad.kod: rad.alla.antal for rad in handelser.rader}

    assert miljo.svarande.antal == 7
    assert visat == dict.fromkeys(antal)


# ---- Last year ----


def forra_aret(namnd, svar=None, **falt):
    bild = bygge_lagesbild.ny_lagesbild(namnd, bygge_lagesbild.AR - 1)
    falt = {"fragor": [EN]} | falt
    return stangd(bild=bild, svar=svar or nagra("egen", lag=5, medel=9, hog=6), **falt)


def test_the_same_question_to_the_same_groups_is_compared_with_last_year(namnd):
    forra_aret(namnd)
    enkat = stangd(namnd, BLANDAT, fragor=[EN])
    (bild,) = enkatresultat(enkat.lagesbild)

    rad = bild.fragor[0].rader[0]
    assert (rad.alla.andel, rad.forra.andel) == (44, 25)
    assert bild.fragor[0].jamforelse == (
        "Jämförs med 2026: samma fråga till samma grupper."
    )


@pytest.mark.parametrize(
    ("falt", "varfor"),
    [
        ({"fragor": [EN | {"fraga": "Hur god är kunskapen?"}]}, "andra ord"),
        ({"fragor": [EN | {"val": EN["val"][:2]}]}, "andra ord"),
        ({"fragor": [TEXT]}, "ställdes inte 2026"),
        ({"grupper": ["egen", "bostad"]}, "ingen stängd enkät till samma grupper"),
        ({"svar": nagra("egen", lag=4)}, "för få för att visas"),
    ],
)
def test_what_can_not_be_compared_is_said(namnd, falt, varfor):
    forra_aret(namnd, **falt)
    enkat = stangd(namnd, BLANDAT, fragor=[EN])
    (bild,) = enkatresultat(enkat.lagesbild)

    assert bild.fragor[0].rader[0].forra is None
    assert varfor in bild.fragor[0].jamforelse


def test_the_help_and_the_order_of_choices_do_not_hinder_a_comparison(namnd):
    forra_aret(namnd, fragor=[EN | {"hjalp": "Ungefär.", "val": EN["val"][::-1]}])
    enkat = stangd(namnd, BLANDAT, fragor=[EN])

    assert enkatresultat(enkat.lagesbild)[0].fragor[0].rader[0].forra.andel == 25


def test_last_years_figures_are_those_that_were_shown_then(namnd):
    svar = [*nagra("egen", lag=14, medel=11, hog=2), *nagra("bostad", lag=9, medel=8)]
    grupper = ["egen", "bostad"]
    forra = forra_aret(namnd, svar=svar, grupper=grupper)
    enkat = stangd(namnd, svar, fragor=[EN], grupper=grupper)
    (bild,) = enkatresultat(enkat.lagesbild)

    visat = {r.kod: r.alla.antal for r in resultat(forra).fragor[0].rader}
    nu = {r.kod: r.forra.antal for r in bild.fragor[0].rader}
    assert all(visat[kod] == antal for kod, antal in nu.items() if antal is not None)


def test_another_boards_enkat_is_no_last_year(namnd):
    forra_aret(bygge.ny_namnd("sjovik"))
    enkat = stangd(namnd, BLANDAT, fragor=[EN])

    assert (
        "ingen stängd enkät" in enkatresultat(enkat.lagesbild)[0].fragor[0].jamforelse
    )


# ---- A question changed while answers come in ----


def test_answers_keep_the_questions_that_were_frozen_when_the_enkat_opened(namnd):
    enkat = stangd(namnd, BLANDAT, fragor=[EN])
    version = enkat.version
    version.fragor = [EN | {"fraga": "Något annat?", "val": EN["val"][:1]}]
    version.save()
    enkat.refresh_from_db()

    assert fragan(enkat).fraga == EN["fraga"]
    assert texten(fragan(enkat))["hog"] == "6 (22\u00a0%)"


def test_a_draft_has_no_frozen_questions(namnd):
    enkat = ny_enkat(namnd)

    assert resultat(enkat).sats == "Resultatet visas när enkäten har stängt."


# ---- Nobody can be counted out ----

hogar = st.dictionaries(
    st.sampled_from(["egen", "forening", "bostad", "stiftelse"]),
    st.fixed_dictionaries({kod: st.integers(0, 14) for kod in KODER}),
    min_size=1,
)


@given(hogar, st.integers(2, 9))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_group_that_stands_by_itself_is_small_or_of_one_mind(per_grupp, troskel):
    raknade = {
        g: Hog(sum(antal.values()), per_kod=_raknare(antal))
        for g, antal in per_grupp.items()
    }
    grupper = sammanforda(raknade, troskel)

    assert all(visningsbar(hog, troskel) for g, (hog, _) in grupper.items())
    assert len(grupper) != 1
    if grupper:
        delar = [g for _, vilka in grupper.values() for g in vilka]
        assert sorted(delar) == sorted(raknade)
        assert OVRIGA not in delar


@pytest.mark.langsam
@given(hogar)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_shown_cell_is_small(per_grupp):
    raknat = Raknat(
        {g: Hog(sum(n.values()), per_kod=_raknare(n)) for g, n in per_grupp.items()}
    )
    skydd = skyddad(Fraga("x", KODER, flerval=False), raknat, troskel=5)

    for celler in skydd.per_kod.values() if skydd else ():
        for andel in celler.values():
            assert andel.antal in (None, 0) or andel.antal >= 5
            assert (andel.antal is None) <= (andel.andel is None)


def _raknare(antal):
    hog = Hog()
    for kod, n in antal.items():
        hog.per_kod[kod] = n
    return hog.per_kod


def test_the_words_stand_in_an_order_of_their_own(namnd):
    svar = [("egen", {"behov": f"ord {n}"}) for n in range(12)]
    enkat = stangd(namnd, svar, fragor=[TEXT])
    ordningar = [
        [t.text for t in Enkattexter(enkat).per_fraga()[0][1]] for _ in range(3)
    ]

    assert sorted(ordningar[0]) == sorted(ordningar[1])
    assert len({tuple(o) for o in ordningar}) > 1  # 12! orders: never all three alike


@pytest.mark.parametrize(("svarade", "visas"), [(1, False), (4, False), (5, True)])
def test_words_of_a_question_that_few_were_asked_are_not_shown(namnd, svarade, visas):
    """The list tells who of the group has answered, so one text would be its own."""
    egen = TEXT | {"kod": "bara_dem", "grupper": ["forsamling"]}
    deras = [("forsamling", {"bara_dem": f"ord nummer {nr}"}) for nr in range(svarade)]
    enkat = stangd(
        namnd,
        [*BLANDAT, *deras],
        fragor=[EN, TEXT, egen],
        grupper=["egen", "forsamling"],
    )

    texter = dict(Enkattexter(enkat).per_fraga()[1:])[egen["fraga"]]

    assert (texter is not None) == visas


def test_words_are_not_shown_when_the_threshold_has_been_raised(namnd, settings):
    enkat = stangd(namnd, [("egen", {"behov": "ord"})] * 7, fragor=[TEXT])
    texter = Enkattexter(enkat)
    nyckel = texter.per_fraga()[0][1][0].nyckel

    settings.SMATALSGRANS = 10

    assert texter.per_fraga() == [(TEXT["fraga"], None)]
    assert texter.en(nyckel) is None


def test_a_question_that_small_groups_were_never_asked_is_left_out(namnd):
    till_egna = {**EN, "kod": "rutin", "grupper": ["egen"]}
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    falt = {"fragor": [EN, till_egna], "grupper": ["egen", "forening"], "bild": bild}
    svar = [("", ett) for _, ett in BLANDAT]

    sma = stangd(None, svar, sammanforda=["egen", "forening"], **falt)
    assert [f.kod for f in resultat(sma).fragor] == ["kunskap"]

    stora = stangd(None, BLANDAT, **falt)
    assert [f.kod for f in resultat(stora).fragor] == ["kunskap", "rutin"]
