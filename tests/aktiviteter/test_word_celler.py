"""The cells of an activity: title, description, goal, notes, times, faults."""

import pytest

from aktiviteter.word.mal import maltal
from tests.aktiviteter.wordfil import fotnot, las, p, r, slag, tabell, tc, vem

HUVUD = ["Aktivitet", "Ansvarig", "Tidplan", "Uppföljning"]
REST = ["Rektor", "Löpande", "VB"]


def plan_med(*rader, huvud=HUVUD, **val) -> dict:
    return las(p("Aktiviteter", stil="Rubrik1"), tabell(huvud, *rader), **val)


def aktivitet(cell, **val) -> dict:
    """The activity whose first cell is this."""
    [a] = plan_med([cell, *REST], **val)["aktiviteter"]
    return a


LANG = "som riktar sig till alla elever i årskurs åtta och deras vårdnadshavare " * 4


@pytest.mark.parametrize(
    ("cell", "titel", "beskrivning"),
    [
        ("Café", "Café", ""),
        (["Café", "Cirklar."], "Café", "<p>Cirklar.</p>"),
        ("Café\nCirklar.", "Café", "<p>Cirklar.</p>"),
        (
            ["Café", p("a", num=1), p("b", num=1)],
            "Café",
            "<ul><li>a</li><li>b</li></ul>",
        ),
        (["Café", "- a", "- b"], "Café", "<ul><li>a</li><li>b</li></ul>"),
        (
            p(inre=r("Café.", fet=True) + r(" Cirklar om samspel.")),
            "Café",
            "<p>Cirklar om samspel.</p>",
        ),
        (
            p(inre=r("Café: ", fet=True) + r("cirklar om samspel")),
            "Café",
            "<p>cirklar om samspel</p>",
        ),
        (p("Helt fet titel", fet=True), "Helt fet titel", ""),
        (
            "Café på förskolan. Cirklar om samspel.",
            "Café på förskolan",
            "<p>Cirklar om samspel.</p>",
        ),
        (
            "Utbildning i t.ex. Våga prata för åk. 8",
            "Utbildning i t.ex. Våga prata för åk. 8",
            "",
        ),
        ("Café: " + LANG, "Café", f"<p>{LANG.strip()}</p>"),
    ],
)
def test_title_and_description_in_one_cell(cell, titel, beskrivning):
    a = aktivitet(cell)
    assert (a["titel"], a["beskrivning"]) == (titel, beskrivning)


def test_a_long_text_without_a_seam_is_kept_whole_under_a_short_title():
    plan = plan_med(["Vi arbetar " + LANG, *REST])
    [a] = plan["aktiviteter"]
    assert len(a["titel"]) <= 200
    assert a["titel"].endswith("…")
    assert a["beskrivning"] == f"<p>Vi arbetar {LANG.strip()}</p>"
    assert "lang_titel" in slag(plan)


def test_goal_and_target_group_in_the_cell_come_to_their_fields():
    a = aktivitet(
        ["Feriejobb", "Årsmål: 400 ungdomar erbjuds feriejobb.", "Målgrupp: 16–19 år"]
    )
    assert (a["mal"], a["maltal"], a["malenhet"]) == (
        "400 ungdomar erbjuds feriejobb",
        400,
        "ungdomar",
    )
    assert (a["malgrupp"], a["beskrivning"]) == ("16–19 år", "")


def test_goal_and_target_group_in_one_sentence_after_another():
    a = aktivitet(["Jobb", "Bra. Mål: 120 platser. Målgrupp: ungdomar 16–19 år."])
    assert (a["beskrivning"], a["mal"], a["malgrupp"]) == (
        "<p>Bra.</p>",
        "120 platser",
        "ungdomar 16–19 år",
    )


@pytest.mark.parametrize(
    ("mal", "tal", "enhet"),
    [
        ("400 ungdomar erbjuds feriejobb", 400, "ungdomar"),
        ("samtliga 6 skolor deltar", 6, "skolor"),
        ("minst 90 % av personalen", 90, "procent"),
        ("85,5 procent", 85.5, "procent"),
        ("1 200 besök", 1200, "besök"),
        ("30 nya platser", 30, "nya platser"),
        ("120", 120, ""),
        ("alla ungdomar 16–19 år nås", None, ""),
        ("öka till 2026", None, ""),
        ("3 möten och 40 deltagare", None, ""),
        ("fler ska delta", None, ""),
        ("", None, ""),
    ],
)
def test_a_goals_number_is_taken_only_when_it_is_certain(mal, tal, enhet):
    assert maltal(mal) == (tal, enhet)


def test_level_and_strategy_area_have_columns_of_their_own():
    plan = plan_med(
        ["Café", "Universell", "Förebygga", *REST],
        ["Stöd", "Okänd nivå", "Annat", *REST],
        huvud=["Aktivitet", "Nivå", "Strategiområde", *HUVUD[1:]],
    )
    ett, tva = plan["aktiviteter"]
    assert (ett["niva"], ett["strategiomrade"]) == ("universell", "forebygga")
    assert (tva["niva"], tva["strategiomrade"]) == ("", "")
    assert "<p>Nivå: Okänd nivå</p>\n<p>Strategiområde: Annat</p>" in tva["beskrivning"]


def test_columns_without_a_field_are_kept_with_their_label():
    plan = plan_med(
        ["Café", *REST, "20 000 kr", "Klart"],
        huvud=[*HUVUD, "Kostnad", "Status"],
    )
    assert plan["aktiviteter"][0]["beskrivning"] == (
        "<p>Kostnad: 20 000 kr</p>\n<p>Status: Klart</p>"
    )


def test_an_empty_column_without_a_field_is_told():
    plan = plan_med(["Café", *REST, ""], huvud=[*HUVUD, "Kostnad"])
    assert "”Kostnad”" in str(plan["anmarkningar"])
    assert "tom_kolumn" in slag(plan)


@pytest.mark.parametrize(
    "huvud",
    [
        ["Aktiviteter", "Ansvariga", "Tidsplan", "Uppföljning"],
        ["Insats", "Vem", "När", "Hur följs det upp?"],
        ["Åtgärd", "Ansvarig funktion", "Tidpunkt", "Utvärdering"],
        ["Vad ska göras?", "Huvudansvarig", "Klart senast", "Redovisas"],
        ["Vad", "Utförare", "Tidsram", "Rapporteras"],
        ["Moment", "Genomförs av", "Period", "Uppföljs"],
        ["Beskrivning", "Ansvar", "Tid", "Uppföljning/utvärdering"],
        ["AKTIVITET:", "Ansvarig (roll)", "Tid\u00adplan", "Uppfölj\u00adning"],
    ],
)
def test_columns_by_other_names(huvud):
    [a] = plan_med(["Café", "Rektor", "Hösten 2025", "T2"], huvud=huvud)["aktiviteter"]
    assert (a["titel"], vem(a)) == ("Café", [("Rektor", "huvudansvarig")])
    assert (a["tidplan"]["typ"], a["uppfoljning"]["period"]) == ("period", "T2 2025")


def test_columns_in_any_order():
    [a] = plan_med(
        ["T2", "Hösten 2025", "Café", "Rektor"],
        huvud=["Uppföljning", "När", "Insats", "Ansvar"],
    )["aktiviteter"]
    assert (a["titel"], a["uppfoljning"]["text"]) == ("Café", "T2")


@pytest.mark.parametrize(
    ("plats", "namn"), [(0, "aktivitet"), (1, "ansvarig"), (2, "tidplan"), (3, "uppf")]
)
def test_an_empty_header_cell_is_guessed_by_its_column(plats, namn):
    huvud = [*HUVUD]
    huvud[plats] = ""
    plan = plan_med(
        ["Café på öppna förskolan", "Rektor", "Hösten 2025", "Tertialrapport 2"],
        ["Läxhjälp i medborgarhuset", "Kurator", "Löpande", "VB"],
        huvud=huvud,
    )
    a = plan["aktiviteter"][0]
    assert a["titel"] == "Café på öppna förskolan"
    assert vem(a) == [("Rektor", "huvudansvarig")]
    assert (a["tidplan"]["typ"], a["uppfoljning"]["kanal"]) == (
        "period",
        "tertialrapport",
    )
    [rest] = [x for x in plan["anmarkningar"] if x["slag"] == "gissad_kolumn"]
    assert rest["plats"] == "Kapitel 1 Aktiviteter, rad 1"
    assert namn in rest["text"]


def test_a_head_of_two_rows():
    plan = las(
        p("Aktiviteter", stil="Rubrik1"),
        tabell(
            [tc("Aktivitet", sam="restart"), tc("Ansvarig", sam="restart"),
             tc("Tidplan", span=2)],
            [tc("", sam="continue"), tc("", sam="continue"), "Start", "Slut"],
            ["Café", "Rektor", "2025-01-01", "2025-06-30"],
        ),
    )  # fmt: skip
    [a] = plan["aktiviteter"]
    assert (a["tidplan"]["start"], a["tidplan"]["slut"]) == ("2025-01-01", "2025-06-30")


def test_numbers_are_the_documents_own_and_may_be_pointed_at():
    plan = plan_med(
        ["7", "Café", "Rektor", "2025", "Se 9"],
        ["9", "Läxhjälp", "Rektor", "2025", "VB"],
        huvud=["Nr", *HUVUD],
    )
    assert [a["nummer"] for a in plan["aktiviteter"]] == [7, 9]
    assert plan["aktiviteter"][0]["uppfoljning"]["hanvisning"] == "VB"


def test_numbers_that_start_over_in_each_table_are_counted_anew():
    rader = ["Nr", *HUVUD], ["1", "Café", *REST], ["2", "Läxhjälp", *REST]
    plan = las(
        p("A", stil="Rubrik1"),
        tabell(*rader),
        p("B", stil="Rubrik1"),
        tabell(*rader),
    )
    assert [a["nummer"] for a in plan["aktiviteter"]] == [1, 2, 3, 4]
    assert "nummer_andrat" in slag(plan)


def test_numbers_typed_before_every_title_are_numbers():
    plan = plan_med(["3. Café", *REST], ["4. Läxhjälp", *REST])
    assert [(a["nummer"], a["titel"]) for a in plan["aktiviteter"]] == [
        (3, "Café"),
        (4, "Läxhjälp"),
    ]


def test_footnotes_in_plain_fields_are_kept_as_notes():
    a = aktivitet(p(inre=r("Café") + fotnot(1)), fotnoter={1: "Enligt beslut"})
    assert (a["titel"], a["beskrivning"]) == ("Café", "<p>Not: Enligt beslut</p>")


def test_broken_words_are_mended_and_told():
    plan = plan_med(
        [
            ["Verksamhets- uppföljning och verksamhetsupp följning",
             "För- och efterarbete, kultur- och fritid, över tid"],
            "Avdel-\nningschef", "Löp\u00adande", "VB",
        ]
    )  # fmt: skip
    [a] = plan["aktiviteter"]
    assert a["titel"] == "Verksamhetsuppföljning och verksamhetsuppföljning"
    assert "För- och efterarbete, kultur- och fritid, över tid" in a["beskrivning"]
    assert vem(a) == [("Avdelningschef", "huvudansvarig")]
    assert a["tidplan"]["text"] == "Löpande"
    mends = [x["text"] for x in plan["anmarkningar"] if x["slag"] == "ihopsatt_ord"]
    assert len(mends) == 3


def test_a_word_is_mended_when_the_document_itself_has_it_whole():
    plan = las(
        p("Kapitel", stil="Rubrik1"),
        p("Samhällsvägledarna träffas. Alla samhälls vägledarna är med."),
        p("Slut", stil="Rubrik1"),
    )
    assert "Alla samhällsvägledarna är med." in plan["avsnitt"][0]["text"]


def test_an_impossible_date_is_kept_and_told_with_a_suggestion():
    plan = plan_med(["Café", "Rektor", "T.o.m. 2025-31-12", "VB"])
    [a] = plan["aktiviteter"]
    assert (a["tidplan"]["text"], a["tidplan"]["forslag"]) == (
        "T.o.m. 2025-31-12",
        "T.o.m. 2025-12-31",
    )
    [rest] = [x for x in plan["anmarkningar"] if x["slag"] == "omojligt_datum"]
    assert rest["plats"] == "Kapitel 1 Aktiviteter, rad 2, Tidplan"
    assert "2025-12-31" in rest["text"]


def test_see_above_without_a_row_above_is_told():
    assert "ogiltig_hanvisning" in slag(plan_med(["Café", "Rektor", "2025", "Se ovan"]))


def test_signs_for_as_above_are_followed_in_every_column():
    plan = plan_med(
        ["1.1", "Café", "Rektor och kurator", "2025", "VB"],
        ["1.2", "Läxhjälp", "Se ovan", '- " -', "dito"],
        ["1.3", "Kör", "- ” -", "Löpande", "Se 1.1"],
        huvud=["Nr", *HUVUD],
    )
    _, tva, tre = plan["aktiviteter"]
    assert vem(tva) == [("Rektor", "huvudansvarig"), ("kurator", "medansvarig")]
    assert vem(tre) == vem(tva)
    assert tva["tidplan"]["hanvisning"] == "2025"
    assert tva["uppfoljning"]["hanvisning"] == "VB"
    assert tre["uppfoljning"] | {"text": ""} == tva["uppfoljning"] | {"text": ""}
    assert "ej_placerat" not in slag(plan)


def test_see_above_follows_a_vertically_merged_cell():
    plan = plan_med(
        ["Café", "Rektor", "2025", tc("VB", sam="restart")],
        ["Läxhjälp", "Kurator", "2025", tc("", sam="continue")],
        ["Kör", "Kurator", "Se ovan", "Se ovan"],
    )
    assert [a["uppfoljning"]["kanal"] for a in plan["aktiviteter"]] == [
        "verksamhetsberattelse"
    ] * 3
    assert plan["aktiviteter"][2]["tidplan"]["hanvisning"] == "2025"


def test_an_activity_merged_over_rows_gathers_its_roles():
    plan = plan_med(
        [tc("Café", sam="restart"), "Rektor", "2025", "VB"],
        [tc("", sam="continue"), "Kurator", "2025", "VB"],
        ["", "Polisen", "2026", "VB"],
    )
    ett, tva = plan["aktiviteter"]
    assert vem(ett) == [("Rektor", "huvudansvarig"), ("Kurator", "medansvarig")]
    assert (tva["titel"], tva["tidplan"]["text"]) == ("Café", "2026")
    assert {"sammanslagen_rad", "rad_utan_aktivitet"} <= slag(plan)
    assert "ej_placerat" not in slag(plan)


def test_a_row_without_anyone_responsible_is_told():
    assert "utan_ansvarig" in slag(plan_med(["Café", "", "2025", "VB"]))


def test_a_title_that_is_also_a_header_word_is_still_an_activity():
    plan = plan_med(["Åtgärd", "Rektor", "T.o.m. 2026-12-31", "VB"])
    assert [a["titel"] for a in plan["aktiviteter"]] == ["Åtgärd"]


def test_a_nested_table_is_opened_and_told():
    inre = tabell(["Ekbacken", "tisdagar"])
    plan = plan_med([["Café", inre, "<w:p/>"], *REST])
    assert plan["aktiviteter"][0]["beskrivning"] == "<p>Ekbacken</p>\n<p>tisdagar</p>"
    assert "nastlad_tabell" in slag(plan)


def test_a_table_with_only_its_head_is_told():
    assert "tom_tabell" in slag(plan_med())


def test_an_activity_chapter_without_activities_is_told():
    plan = las(
        p("Förebyggande aktiviteter", stil="Rubrik1"),
        tabell(HUVUD, ["Café", *REST]),
        p("Förhindrande aktiviteter", stil="Rubrik1"),
        p("Inget i år."),
    )
    [rest] = [
        a for a in plan["anmarkningar"] if a["slag"] == "kapitel_utan_aktiviteter"
    ]
    assert rest["plats"] == "Kapitel 2 Förhindrande aktiviteter"


def test_a_plan_where_everything_is_ongoing_is_told():
    rader = [[t, "Rektor", "Löpande", "VB"] for t in ("Ett", "Två", "Tre")]
    assert "allt_lopande" in slag(plan_med(*rader))
    assert "allt_lopande" not in slag(plan_med(*rader[:2]))


def test_inserted_rows_are_read_and_deleted_rows_are_not():
    bort = (
        '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>'
        + "".join(tc(x) for x in ["Bort", *REST])
        + "</w:tr>"
    )
    plan = plan_med(["Kvar", *REST], bort)
    assert [a["titel"] for a in plan["aktiviteter"]] == ["Kvar"]
    assert "sparade_andringar" in slag(plan)
