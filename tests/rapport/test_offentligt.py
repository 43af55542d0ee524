"""The public version keeps the appendices that quote nothing internal."""

from dataclasses import replace

import pytest

from aktiviteter.bilagor.bilaga import Bilaga, Bilagsdel, tabell
from tests.bygge_utgava import nya_uppgifter
from tests.rapport.exempel import plan
from vbeplan.rapport.forsegling import Forsegling
from vbeplan.rapport.offentligt import offentligt

SIDAN = Forsegling(1, nya_uppgifter(), "0" * 64)
HEMLIGT = "Personalen ringer vakthavande på ett nummer som bara står i den här planen."


def med_bilaga(ord_, *, intern=True, rubrik="Skydd av personalen"):
    """Return the sample plan with an internal last chapter, and appendices."""
    innehall = plan()
    *forst, sist = innehall.avsnitt
    sist = replace(sist, niva=1, rubrik=rubrik, text=f"<p>{HEMLIGT}</p>", intern=intern)
    bilagor = (
        Bilaga("samrad", "Samråd och yttranden", "Två har svarat."),
        Bilaga(
            "andringar",
            "Ändringar sedan föregående plan",
            "",
            (
                Bilagsdel(
                    "", (), (tabell("Ändrat", ("Vad", "Nu"), [("Kapitel", ord_)]),)
                ),
            ),
        ),
    )
    return replace(innehall, avsnitt=(*forst, sist), bilagor=bilagor)


def rubriker(innehall):
    return [bilaga.rubrik for bilaga in innehall.bilagor]


def test_an_appendix_that_quotes_nothing_internal_is_kept():
    publikt, sidan = offentligt(med_bilaga("Öppettiderna är ändrade."), SIDAN)

    assert rubriker(publikt) == [
        "Samråd och yttranden",
        "Ändringar sedan föregående plan",
    ]
    assert [rad.split(" ", 1)[1] for rad in sidan.utan] == ["Skydd av personalen"]


@pytest.mark.parametrize(
    "ord_",
    [
        HEMLIGT,
        "Nytt: ringer vakthavande på ett nummer som bara gäller nu",
        "skydd av personalen",
    ],
)
def test_one_that_quotes_an_internal_chapter_is_left_out_and_that_is_said(ord_):
    publikt, sidan = offentligt(med_bilaga(ord_), SIDAN)

    assert rubriker(publikt) == ["Samråd och yttranden"]
    assert sidan.utan[-1] == "Bilagan Ändringar sedan föregående plan"


def test_a_heading_of_one_word_is_known_only_as_it_is_written():
    for ord_, kvar in (("Inget skydd finns.", 2), ("Kapitlet Skydd är ändrat.", 1)):
        publikt, _ = offentligt(med_bilaga(ord_, rubrik="Skydd"), SIDAN)
        assert len(publikt.bilagor) == kvar


def test_what_was_internal_in_the_plan_before_is_not_told_either():
    oppen = med_bilaga(HEMLIGT, intern=False)
    tidigare = med_bilaga("", intern=True)
    publikt, sidan = offentligt(oppen, SIDAN, [tidigare])

    assert rubriker(publikt) == ["Samråd och yttranden"]
    assert publikt.avsnitt == oppen.avsnitt
    assert len(sidan.utan) == 1


def test_a_plan_without_anything_internal_has_no_public_version_of_its_own():
    assert offentligt(med_bilaga("Ord", intern=False), SIDAN) == (None, None)
