"""Chapters: empty, without the activities they promise, with misspelt headings."""

import pytest

from tests.aktiviteter.granskning.provplan import anmarkt, avsnitt, plan, rad, slag

TEXT = "<p>Det här är text.</p>"


def kapitlen(*rubriker, text=TEXT):
    return [avsnitt(n, str(n), r, text) for n, r in enumerate(rubriker, 1)]


def med_rader(pk, nummer, rubrik="Förebyggande aktiviteter", antal=1):
    return avsnitt(pk, nummer, rubrik, "", [rad(pk * 10 + n) for n in range(antal)])


def om(innehall, slag_):
    return [b for b in anmarkt(innehall) if b.slag == slag_]


def test_an_empty_chapter_is_told_at_its_place_with_what_to_do():
    tomt = avsnitt(7, "2", "Lokal lägesbild", "")
    [b] = om(plan(*kapitlen("Inledning"), tomt, med_rader(9, "3")), "tomt_kapitel")

    assert (b.plats, b.kort, b.ankare) == ("2 Lokal lägesbild", "2", "avsnitt-7")
    assert b.redigera == "/planer/kapitel/7/"
    assert b.text == "Skriv text, eller ta bort kapitlet."


@pytest.mark.parametrize(
    "kapitel",
    [
        [avsnitt(1, "1", "Lägesbild", ""), avsnitt(2, "1.1", "Analys")],
        [avsnitt(1, "1", "Lägesbild", "<ul><li>Polisen</li></ul>")],
        [med_rader(1, "1", "Insatser")],
    ],
)
def test_a_chapter_with_words_rows_or_sections_is_not_empty(kapitel):
    assert om(plan(*kapitel), "tomt_kapitel") == []


def test_a_heading_that_promises_activities_needs_them():
    utan = avsnitt(5, "3.1", "Förhindrande aktiviteter", "")
    innehall = plan(
        med_rader(1, "1"), med_rader(2, "2"), avsnitt(4, "3", "Stöd", TEXT), utan
    )
    [b] = om(innehall, "kapitel_utan_aktiviteter")

    assert b.ankare == "avsnitt-5"
    assert om(innehall, "tomt_kapitel") == []  # one fault is told once


@pytest.mark.parametrize(
    "text",
    [
        "<p>Inga aktiviteter planeras under året.</p>",
        "<p>Insatserna redovisas i kapitel 1.</p>",
        "<p>Det finns inga nya åtgärder.</p>",
    ],
)
def test_a_chapter_that_says_why_it_has_none_is_left_in_peace(text):
    kapitel = avsnitt(5, "3", "Förhindrande aktiviteter", text)
    innehall = plan(med_rader(1, "1"), med_rader(2, "2"), kapitel)
    assert om(innehall, "kapitel_utan_aktiviteter") == []


@pytest.mark.parametrize(
    "rubrik",
    [
        "Resultat av förra årets aktiviteter",
        "Ansvar för åtgärder",
        "Uppföljning av aktiviteter",
        "Aktivitetsbaserat arbete",
        "Samverkan",
    ],
)
def test_a_heading_that_tells_of_others_activities_promises_none(rubrik):
    innehall = plan(med_rader(1, "1"), med_rader(2, "2"), *kapitlen(rubrik))
    assert om(innehall, "kapitel_utan_aktiviteter") == []


def test_a_chapter_that_usually_has_activities_is_told_where_the_others_have_them():
    kompetens = avsnitt(9, "3", "Kompetenshöjande insatser")
    spridda = plan(med_rader(1, "1"), med_rader(2, "2"), kompetens)
    samlade = plan(avsnitt(1, "1", "Inledning"), kompetens, med_rader(2, "4"))

    assert len(om(spridda, "kapitel_utan_aktiviteter")) == 1
    assert om(samlade, "kapitel_utan_aktiviteter") == []


def test_a_plan_of_words_alone_is_told_once_that_it_has_no_activities():
    innehall = plan(*kapitlen("Inledning", "Förebyggande aktiviteter", "Åtgärder"))
    assert slag(innehall) == ["inga_aktiviteter"]


def test_a_plan_of_headings_alone_is_told_of_its_empty_chapters_only():
    assert set(slag(plan(*kapitlen("Inledning", "Samverkan", text="")))) == {
        "tomt_kapitel"
    }


@pytest.mark.parametrize(
    ("rubrik", "menat"),
    [
        ("Förbyggande arbete", "förebyggande"),
        ("Föreyggande aktiviteter", "förebyggande"),
        ("Uppföljnign", "uppföljning"),
        ("Kompetenshjöande insatser", "kompetenshöjande"),
        ("Lokal lägesblid", "lägesbild"),
        ("Inledninng och syfte", "inledning"),
        ("Samvrekan", "samverkan"),
    ],
)
def test_a_misspelt_heading_is_told_with_what_may_be_meant(rubrik, menat):
    [b] = om(plan(*kapitlen(rubrik)), "felstavad_rubrik")
    assert f"Menade du ”{menat}”?" in b.text


@pytest.mark.parametrize(
    "rubrik",
    [
        "Förebyggande arbete och samverkan",
        "Insatsen i Norr",
        "Uppföljningens former",
        "Aktiviteterna under året",
        "Lägesbilder per område",
        "Rutinen vid oro",
        "Lokaler och anläggningar",
        "Metodik",
        "Utbildad personal",
        "Medverkan från föräldrar",
        "Förankring i verksamheten",
        "Förändring över tid",
        "Förberedande insatser",
        "Analysen",
        "Ansvarsfrågan",
        "Anhörigstöd",
        "Målgruppen unga",
        "Mötesplatser för nya och gamla invånare",
        "Skyddade boenden",
        "Händelser och statistik",
        "Bilaga 1",
        "Demokratin",
        "Begreppen i planen",
        "Källa",
    ],
)
def test_a_heading_in_good_swedish_is_left_in_peace(rubrik):
    assert om(plan(*kapitlen(rubrik)), "felstavad_rubrik") == []


def test_two_chapters_of_one_name_are_told_and_sections_of_different_chapters_not():
    dubbla = plan(*kapitlen("Samverkan", "Analys", "samverkan "))
    [b] = om(dubbla, "dubbel_rubrik")
    assert (b.kort, "kapitel 1" in b.text) == ("3", True)

    skilda = plan(
        avsnitt(1, "1", "Förebygga"),
        avsnitt(2, "1.1", "Aktiviteter", "", [rad(1)]),
        avsnitt(3, "2", "Förhindra"),
        avsnitt(4, "2.1", "Aktiviteter", "", [rad(2)]),
    )
    assert om(skilda, "dubbel_rubrik") == []


def test_a_table_that_is_named_stands_in_the_sections_or_is_told():
    text = "<p>Insatserna redovisas i tabellen nedan.</p>"
    over = avsnitt(1, "1", "Förebygga", text)
    assert om(plan(over, med_rader(2, "1.1")), "saknad_tabell") == []
    assert len(om(plan(over, avsnitt(2, "2", "X"), med_rader(3, "3")), "saknad_tabell"))


def test_a_colon_before_the_chapter_s_table_or_sections_has_what_it_promises():
    text = "<p>Följande gäller:</p>"
    under = plan(avsnitt(1, "1", "Förebygga", text), med_rader(2, "1.1"))
    tabell = plan(avsnitt(1, "1", "Förebygga", text, [rad(1)]))
    inget = plan(avsnitt(1, "1", "Förebygga", text), med_rader(2, "2"))
    assert "oavslutat_stycke" not in slag(under) + slag(tabell)
    assert "oavslutat_stycke" in slag(inget)


def test_a_sentence_of_another_chapter_is_told_with_where_it_stood():
    mening = "Alla chefer ska känna till rutinen och veta vem de kontaktar."
    innehall = plan(
        avsnitt(1, "1", "Ansvar", f"<p>{mening} Rutinen finns på intranätet.</p>"),
        avsnitt(2, "2", "Rutin", f"<p>Så här gör ni. {mening}</p>"),
        med_rader(3, "3"),
    )
    [b] = om(innehall, "upprepad_mening")
    assert b.ankare == "avsnitt-2"
    assert "i kapitel 1" in b.text


def test_a_whole_paragraph_twice_is_one_remark():
    stycke = (
        "<p>Samverkan med civilsamhället är en förutsättning. Föreningarna når dem som "
        "kommunen inte når. Därför bjuds de in till rådet varje termin.</p>"
    )
    innehall = plan(
        avsnitt(1, "1", "A", stycke), avsnitt(2, "2", "B", stycke), med_rader(3, "3")
    )
    assert len(om(innehall, "upprepad_mening")) == 1


def test_what_is_to_be_filled_in_is_found_on_the_cover_and_in_headings():
    rutan = plan(
        avsnitt(1, "1", "Inledning för [nämnd]"),
        med_rader(2, "2"),
        dokument=(("Diarienummer", "KS 20XX/12"), ("Nämnd", "Nämnden")),
    )
    rutans, rubrikens = om(rutan, "platshallare")
    assert (rutans.plats, rutans.redigera) == (
        "Dokumentrutan",
        "/planer/ekhamra/2027/redigera/",
    )
    assert rubrikens.ankare == "avsnitt-1"
