"""Random plans: read back as written, and never a word lost, however odd the file."""

import json
import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from aktiviteter.word import las_word, las_word_med_detaljer
from aktiviteter.word.ord import ordlista
from tests.aktiviteter.wordfil import (
    docx,
    fotnot,
    las,
    p,
    r,
    sammanslagen,
    slag,
    tabell,
    tc,
)

ORD = st.sampled_from(
    "trygghet skola polisen samtal föreningar lokaler tillit demokrati unga råd "
    "kväll möten stöd familj kultur bibliotek fält värdegrund enkät insyn".split()
)
FRAS = st.lists(ORD, min_size=1, max_size=5).map(lambda o: " ".join(o).capitalize())
MENING = st.lists(ORD, min_size=4, max_size=25).map(
    lambda o: " ".join(o).capitalize() + "."
)
ROLL = st.sampled_from(["Rektor", "Skolchef", "Enhetschef ungdom och fritid"])
TID = st.sampled_from(["Löpande", "Hösten 2025", "2025-06-30", "T.o.m. 2026-12-31"])
UPPF = st.sampled_from(["VB", "Tertialrapport 2 2025", "Delårsrapport augusti"])
RUBRIKER = {
    "aktivitet": ["Aktivitet", "Insats", "Åtgärd", "Vad ska göras?"],
    "ansvarig": ["Ansvarig", "Vem", "Ansvarig funktion"],
    "tid": ["Tidplan", "När", "Klart senast"],
    "uppf": ["Uppföljning", "Hur följs det upp?", "Redovisas"],
}
AKTIVITET = st.fixed_dictionaries(
    {
        "aktivitet": FRAS,
        "beskrivning": st.lists(MENING, max_size=2),
        "ansvarig": ROLL,
        "tid": TID,
        "uppf": UPPF,
        "omrade": st.sampled_from(["", "Skola", "Fritid"]),
    }
)
KAPITEL = st.fixed_dictionaries(
    {
        "rubrik": FRAS,
        "niva": st.sampled_from([1, 1, 2]),
        "stycken": st.lists(MENING, min_size=1, max_size=3),
        "aktiviteter": st.lists(AKTIVITET, max_size=4),
    }
)
PLAN = st.fixed_dictionaries(
    {
        "kapitel": st.lists(KAPITEL, min_size=2, max_size=5),
        "ordning": st.permutations(list(RUBRIKER)),
        "namn": st.fixed_dictionaries(
            {k: st.sampled_from(v) for k, v in RUBRIKER.items()}
        ),
        "stilar": st.booleans(),
        "delad": st.booleans(),
    }
)


def som_word(plan: dict) -> bytes:
    """The plan written as one of many layouts."""
    kropp = [p("Handlingsplan mot extremism", stil="Rubrik")]
    ett = tva = 0
    for k in plan["kapitel"]:
        ett, tva = (ett, tva + 1) if k["niva"] == 2 and ett else (ett + 1, 0)
        nummer = f"{ett}.{tva}" if tva else f"{ett}."
        if plan["stilar"]:
            kropp.append(p(k["rubrik"], stil=f"Rubrik{2 if tva else 1}"))
        else:
            kropp.append(p(f"{nummer} {k['rubrik']}", fet=True))
        kropp += [p(s) for s in k["stycken"]]
        kropp += _tabeller(plan, k["aktiviteter"])
    return docx(*kropp)


def _tabeller(plan: dict, aktiviteter: list[dict]) -> list[str]:
    if not aktiviteter:
        return []
    rader = [[plan["namn"][kol] for kol in plan["ordning"]]]
    omrade = ""
    for a in aktiviteter:
        if a["omrade"] and a["omrade"] != omrade:
            omrade = a["omrade"]
            rader.append(sammanslagen(omrade, 4))
        celler = {**a, "aktivitet": [a["aktivitet"], *a["beskrivning"]]}
        rader.append([celler[kol] for kol in plan["ordning"]])
    if plan["delad"] and len(rader) > 2 and not isinstance(rader[-1], str):
        return [tabell(*rader[:-1]), p(), tabell(rader[-1])]
    return [tabell(*rader)]


@settings(max_examples=60)
@given(PLAN)
def test_a_random_plan_comes_back_with_its_chapters_and_activities(plan):
    last = las_word(som_word(plan), ar=2025)
    assert [a["rubrik"] for a in last["avsnitt"]] == [
        k["rubrik"] for k in plan["kapitel"]
    ]
    assert [a["text"] for a in last["avsnitt"]] == [
        "\n".join(f"<p>{s}</p>" for s in k["stycken"]) for k in plan["kapitel"]
    ]
    vantade = [(i, a) for i, k in enumerate(plan["kapitel"]) for a in k["aktiviteter"]]
    assert len(last["aktiviteter"]) == len(vantade)
    for a, (i, v) in zip(last["aktiviteter"], vantade, strict=True):
        assert a["avsnitt_nr"] == i
        assert (a["titel"], a["tidplan"]["text"], a["uppfoljning"]["text"]) == (
            v["aktivitet"],
            v["tid"],
            v["uppf"],
        )
        assert a["beskrivning"] == "\n".join(f"<p>{s}</p>" for s in v["beskrivning"])
        assert [x["roll"] for x in a["ansvariga"]] == [v["ansvarig"]]
    assert "ej_placerat" not in slag(last)


UDDA = st.one_of(
    FRAS,
    MENING,
    st.sampled_from(
        "- punkt|1. Ett|2. Två|a) led|Mål: 4 möten|Målgrupp: alla|Ansvarig: Rektor|"
        "Dnr: AB 2025/1|2025-04-24|Se ovan|Löpande|Innehåll|Rubrik\t7|X i samråd med Y|"
        "Anna Andersson, rektor|verksamhets- uppföljning|§ 43 protokoll|Aktivitet|"
        "Tidplan|Uppföljning|112|Tidplan: hösten 2025|Uppföljning: VB|Aktivitet: Café|"
        "Ansvarig:|Åtgärd 1: Läxhjälp|Utbilda (Ansvarig: HR, klart: 2025)|"
        "Fastställd av nämnden 2025-02-30|o\tring".split("|")
    ),
)
CELL = st.one_of(
    UDDA,
    st.lists(UDDA, min_size=1, max_size=3),
    st.tuples(UDDA, st.sampled_from([2, 3])).map(lambda t: tc(t[0], span=t[1])),
    st.sampled_from(["restart", "continue"]).map(lambda s: tc("Sam", sam=s)),
    UDDA.map(lambda t: tc([tabell([t, "inre"]), "<w:p/>"])),
)
BLOCK = st.one_of(
    st.builds(
        lambda t, s, f, n: p(t, stil=s, fet=f, num=n),
        UDDA,
        st.sampled_from(["", "", "Rubrik1", "Rubrik2", "Rubrik3", "Rubrik"]),
        st.booleans(),
        st.sampled_from([0, 0, 0, 1, 2]),
    ),
    st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=4).map(
        lambda rader: tabell(*rader)
    ),
    UDDA.map(lambda t: p(inre=r(t) + fotnot(1))),
)


@settings(max_examples=150)
@given(st.lists(BLOCK, min_size=1, max_size=12))
def test_no_word_of_any_document_is_lost(block):
    kropp = "".join(block)
    data = docx(kropp, fotnoter={1: "Fotnotens egna text"})
    # With the details, for they tell what the heads of tables said.
    allt = json.dumps(las_word_med_detaljer(data, ar=2025), ensure_ascii=False)
    resultat = unescape(re.sub(r"<[^>]*>", " ", allt))
    # Joined, because a mended word stands as one, and dates are rewritten.
    hopskrivet = "".join(ordlista(resultat)).casefold()
    text = re.sub(r"</w:p>|<w:tab/>", " ", kropp)
    for ord_ in ordlista(unescape(re.sub(r"<[^>]*>", "", text))):
        if ord_.isalpha() and ord_.casefold() not in SKRIVS_OM:
            assert ord_.casefold() in hopskrivet, ord_


# Labels and table heads become the names of fields; contents are left out.
SKRIVS_OM = {
    *("dnr", "mål", "målgrupp", "ansvarig", "tidplan", "uppföljning", "aktivitet"),
    *("innehåll", "rubrik", "i", "samråd", "med", "a", "av", "fastställd", "nämnden"),
    *("åtgärd", "klart"),
}


def test_text_that_the_reader_does_not_know_is_put_back_and_told():
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>furigana</w:t></w:r></w:rt>"
        f"<w:rubyBase>{r('bas')}</w:rubyBase></w:ruby></w:r>"
    )
    plan = las(p("Kapitel", stil="Rubrik1"), p(inre=ruby), p("Slut", stil="Rubrik1"))
    assert "furigana" in plan["avsnitt"][-1]["text"]
    assert "ej_placerat" in slag(plan)
