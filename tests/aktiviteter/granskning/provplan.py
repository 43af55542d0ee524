"""A plan for 2027 to put words and rows in, and the corpora of passages."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from aktiviteter.granskning import granska
from aktiviteter.sammanstallning import AktivitetRad, AvsnittInnehall, PlanInnehall

IDAG = date(2026, 11, 22)
AR = 2027
PROVAT = "avsnitt-6"  # where the words that are tried stand
SPRAK = {"utan_punkt": "oavslutat_stycke"}  # a milder word for the same fault


class Fall(NamedTuple):
    """A passage and the kind of remark it should have, "" for none."""

    slag: str
    text: str


def las_korpus(namn):
    """Return the cases of a corpus file; its head says how it is written."""
    rader = (Path(__file__).parent / namn).read_text("utf-8").splitlines()
    fall = (rad.split("\t") for rad in rader if rad and not rad.startswith("#"))
    return [Fall("" if slag == "ren" else slag, text) for slag, text in fall]


def som_html(text):
    """Return a passage of the corpus as stored rich text."""
    block, punkter = [], []
    for bit in [*text.split("¶"), ""]:
        if bit.startswith("•"):
            punkter.append(f"<li>{_inuti(bit[1:].strip())}</li>")
            continue
        if punkter:
            block.append(f"<ul>{''.join(punkter)}</ul>")
            punkter = []
        if bit:
            block.append(bit if bit.startswith("<h3") else f"<p>{_inuti(bit)}</p>")
    return "\n".join(block)


def _inuti(text):
    text = re.sub(r"(?<!\w)_([^_]+)_(?!\w)", r"<em>\1</em>", text)
    return re.sub(r"‹([^›]*)›", r'<span class="fotnot">\1</span>', text)


def rad(nummer=1, **andrat):
    """Return a row of an activity table that lacks nothing."""
    falt = {
        "pk": nummer,
        "nummer": nummer,
        "titel": f"Insats nummer {nummer}",
        "beskrivning": "",
        "insatsomrade": "",
        "malgrupp": "",
        "niva": "",
        "strategiomrade": "",
        "mal": "",
        "ansvarig": "Rektor",
        "tidplan": "2027",
        "uppfoljning": "VB",
        "ankare": f"aktivitet-{nummer}",
        "egna": ("Rektor", "Kurator")[nummer % 2 :][:1],
    }
    falt["roller"] = falt["egna"]
    return AktivitetRad(**{**falt, **andrat})


def avsnitt(pk, nummer, rubrik, text="<p>Det här är text.</p>", rader=()):
    niva = 2 if "." in nummer else 1
    return AvsnittInnehall(
        pk, nummer, niva, rubrik, text, f"avsnitt-{pk}", tuple(rader)
    )


def plan(*avsnitt_, ar=AR, dokument=()):
    """Return a plan of these chapters."""
    return PlanInnehall(
        "Granby stad", "Nämnden", ar, "Handlingsplan", "", None, "", "", "", dokument,
        avsnitt_,
    )  # fmt: skip


def hel_plan(text="<p>Det här är text.</p>", rader=None):
    """Return a plan of eight chapters, `text` in the third, and twenty activities."""
    rader = [rad(n) for n in range(1, 21)] if rader is None else rader
    return plan(
        avsnitt(1, "1", "Inledning"),
        avsnitt(2, "2", "Ansvar och samverkan", ""),
        avsnitt(3, "2.1", "Ansvar"),
        avsnitt(4, "2.2", "Samverkan"),
        avsnitt(5, "2.3", "Rutin vid oro"),
        avsnitt(6, "3", "Lokal lägesbild", text),
        avsnitt(7, "4", "Förebyggande arbete", ""),
        avsnitt(8, "4.1", "Förebyggande aktiviteter", "", rader),
        avsnitt(9, "5", "Stöd till avhoppare"),
        avsnitt(10, "6", "Lokaler"),
        avsnitt(11, "7", "Kompetens"),
        avsnitt(12, "8", "Uppföljning"),
    )


def anmarkt(innehall, idag=IDAG):
    """Return all remarks on a plan."""
    return list(granska(innehall, "ekhamra", idag))


def slag(innehall, idag=IDAG):
    return [b.slag for b in anmarkt(innehall, idag)]


def slag_om(text):
    """Return the kinds of what is said of a passage, in the corpus' words."""
    brister = anmarkt(hel_plan(som_html(text)))
    return [SPRAK.get(b.slag, b.slag) for b in brister if b.ankare == PROVAT]
