"""A text that names a place together with a small count is warned about."""

import pytest

from lagesbild.rojande import varna_prosa

PLATSER = ("Ekens äldreboende", "Sätra", "skola", "bibliotek", "gymnasium", "hem")
SMA = ("klotter", "vit makt-miljön")


def varna(text, **mer):
    return varna_prosa(text, **{"platser": PLATSER, "sma": SMA, "troskel": 5} | mer)


@pytest.mark.parametrize(
    "text",
    [
        "På Ekens äldreboende inträffade en händelse under året.",
        "En allvarlig händelse på Ekens äldreboende har rapporterats.",
        "Två fall av hot rapporterades i Sätra.",
        "I Sätra rapporterades 3 incidenter.",
        "Antal händelser i Sätra: 3 händelser.",
        "Händelserna i Sätras centrum var fyra.",
        "Enstaka klistermärken har satts upp vid biblioteket.",
        "På grundskolorna har ett par händelser noterats.",
        "På gymnasiet inträffade ett fall.",
        "På hemmet inträffade ett fall.",
        "Vid Ekens äldreboendes entré fanns klottret kvar.",
        "Händelserna från vit makt-miljön rör Sätra.",
        "Det var oroligt vid Ekens äldreboende. En händelse rapporterades dit.",
        "Den enda händelsen i SÄTRA var ett flygblad.",
        "Skolan tog emot ett hot.",
    ],
)
def test_a_place_with_few_events_is_warned_about(text):
    assert varna(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Under året rapporterades två händelser i stadsdelen.",
        "Sätra är ett av områdena i stadsdelen.",
        "I Sätra rapporterades 14 händelser.",
        "I Sätra rapporterades fem händelser.",
        "I Sätra rapporterades inga händelser.",
        "Den 3 mars hölls information på biblioteket om händelser i omvärlden.",
        "Händelserna på skolorna ökade med 4 procent.",
        "Sätra nämns här.\n\nTvå händelser rapporterades i hela nämnden.",
        "Sätra växer. Bland annat byggs det nytt. Två händelser har rapporterats.",
        "Skolorna är en tillgång i arbetet mot hot.",
        "Se avsnitt 3 om händelser i Sätra.",
    ],
)
def test_what_points_nobody_out_is_left_alone(text):
    assert varna(text, sma=()) == []


@pytest.mark.parametrize(
    "text",
    [
        "I N. Ekhamra rapporterades en händelse.",
        "I Sätraområdet rapporterades två händelser.",
        "En person ur den autonoma miljön sågs i Sätra.",
        "Hotet i Sätra anmäldes till polisen.",
        "Ett hakkors klottrades i Sätra.",
        "I Sätra rapporterades färre än fem händelser, närmare bestämt två.",
        "I Sätra rapporterades 2 (två) fall av propaganda.",
    ],
)
def test_a_place_cut_short_a_count_said_twice_and_the_only_one_are_found(text):
    assert varna(text, platser=("Sätra", "Norra Ekhamra"), sma=())


@pytest.mark.parametrize(
    "text",
    [
        "Tre gånger om året träffas samrådsgruppen i Sätra.",
        "Klotter saneras inom två dygn i Sätra.",
        "En person på förvaltningen svarar för arbetet i Sätra.",
        "Hotet mot demokratin ökar. Sätra växer.",
        "Två av tre chefer i Sätra känner till planen.",
    ],
)
def test_a_small_number_of_something_else_is_left_alone(text):
    assert varna(text, sma=()) == []


def test_the_warning_says_where_and_what_to_do():
    text = "Läget är lugnt. På Ekens äldreboende inträffade två händelser."
    (varning,) = varna(text)
    assert text[varning.start : varning.slut] == "Ekens äldreboende"
    assert text[slice(*varning.handelse)] == "två händelser"
    assert varning.mening == (
        "”Ekens äldreboende” nämns tillsammans med ”två händelser”. Så få händelser på "
        "en plats kan peka ut någon. Skriv platsen mer allmänt eller ta bort antalet."
    )


def test_a_kind_that_is_rare_is_explained():
    (varning,) = varna("Klotter förekom i Sätra.")
    assert "”Klotter”, som förekommit få gånger." in varning.mening


def test_the_threshold_decides_which_figures_are_small():
    text = "I Sätra rapporterades sju händelser."
    assert varna(text) == []
    assert varna(text, troskel=10)


def test_each_place_is_warned_about_once_in_the_texts_order():
    text = "I Sätra och på biblioteket inträffade två händelser och tre incidenter."
    assert [text[v.start : v.slut] for v in varna(text)] == ["Sätra", "biblioteket"]


def test_without_places_there_is_nothing_to_warn_about():
    assert varna_prosa("Två händelser i Sätra.", platser=[" "], sma=SMA) == []


def test_a_long_text_is_read_through():
    text = "I stadsdelen pågår ett arbete mot hot och två skolor deltar i det. " * 2000
    assert len(varna(text, sma=())) <= 2000
