"""The self-check: every word read is in the result, or it is put back and told."""

import re
from collections import Counter
from html import unescape

from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.brodtext import till_text
from aktiviteter.word.kapitel import Kapitel
from aktiviteter.word.modell import Stycke, stycken_i
from aktiviteter.word.ord import ordlista

_TAGG = re.compile(r"<[^>]*>")


def behall_borttappat(
    kapitel: list[Kapitel],
    avsnitt: list[dict],
    aktiviteter: list[dict],
    anm: Anmarkningar,
) -> None:
    """Adds to each chapter's text the paragraphs whose words its result lacks."""
    for i, k in enumerate(kapitel):
        finns = _ord([k.rubrik, avsnitt[i]["text"], *k.redovisat])
        for a in aktiviteter:
            if a["avsnitt_nr"] == i:
                finns += _ord(_texter(a))
        stycken = list(stycken_i(k.block))
        saknas = _ord([s.ord_text() for s in stycken]) - finns
        kvar = _med_ord(stycken, saknas)
        if not kvar:
            continue
        avsnitt[i]["text"] = "\n".join(
            x for x in (avsnitt[i]["text"], till_text(kvar)) if x
        )
        for s in kvar:
            anm.lagg(
                "ej_placerat",
                k.plats,
                f"Det här gick inte att placera och står sist i kapitlet: {kort(s.text)}.",
            )


def _med_ord(stycken: list[Stycke], saknas: Counter[str]) -> list[Stycke]:
    ut = []
    for s in stycken:
        har = _ord([s.ord_text()]) & saknas
        if har:
            ut.append(Stycke(s.bitar, lista=s.lista, listniva=s.listniva))
            saknas = saknas - har
    return ut


def _texter(a: dict) -> list[str]:
    return [
        a["titel"],
        a["beskrivning"],
        a["insatsomrade"],
        a["malgrupp"],
        a["mal"],
        a["niva"],
        a["tidplan"]["text"],
        a["uppfoljning"]["text"],
        *(x["roll"] for x in a["ansvariga"]),
    ]


def _ord(texter: list[str]) -> Counter[str]:
    return Counter(
        o.casefold() for t in texter for o in ordlista(unescape(_TAGG.sub(" ", t)))
    )
