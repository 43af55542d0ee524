"""The self-check: every word read is in the result, or it is put back and told."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from html import unescape

from lxml import etree

from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.brodtext import till_text
from aktiviteter.word.inrader import alternativ, lokalt, rena
from aktiviteter.word.kapitel import Kapitel
from aktiviteter.word.modell import Block, Stycke, stycken_i
from aktiviteter.word.ord import ordlista
from aktiviteter.word.paket import W

_EJ_SYNLIGT = {f"{W}{n}" for n in ("del", "moveFrom", "pPr", "rPr")}
_BLANKT = {f"{W}{n}" for n in ("tab", "br", "cr", "ptab")}
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
        with anm.i_avsnitt(i):
            for s in kvar:
                anm.lagg(
                    "ej_placerat",
                    k.plats,
                    "Det här gick inte att placera och står sist i kapitlet: "
                    f"{kort(s.text)}.",
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


def olast_text(
    kropp: etree._Element,
    block: list[Block],
    *,
    utom: Container[etree._Element] = (),
) -> list[str]:
    """Paragraphs of the XML, `utom` aside, whose words the reader did not bring along.

    A second, simpler walk: every w:t that is not deleted. Numbers alone are page
    numbers of fields and do not count.
    """
    har = Counter[str]()
    for s in stycken_i(block):
        har += _ord([rena(s.ord_text()), *(f.text for f in s.fynd)])
    alla = [_synligt(p) for p in _stycken_xml(kropp) if p not in utom]
    saknas = _ord(alla) - har
    saknas = Counter({o: n for o, n in saknas.items() if not o.isdigit()})
    ut = []
    for text in alla if saknas else ():
        if traff := _ord([text]) & saknas:
            saknas -= traff
            ut.append(" ".join(text.split()))
    return ut


def _stycken_xml(e: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph that is not deleted, and of two alternatives only one."""
    if e.tag == f"{W}p":
        yield e
    for barn in alternativ(e) if lokalt(e) == "AlternateContent" else e:
        if barn.tag not in _EJ_SYNLIGT:
            yield from _stycken_xml(barn)


def _synligt(e: etree._Element) -> str:
    """The text of one paragraph, without that of paragraphs inside it."""
    ut = []
    for barn in e:
        if barn.tag == f"{W}t":
            ut.append(rena(barn.text or ""))
        elif barn.tag in _BLANKT:
            ut.append(" ")
        elif barn.tag == f"{W}noBreakHyphen":
            ut.append("-")
        elif barn.tag != f"{W}p" and barn.tag not in _EJ_SYNLIGT:
            ut.append(_synligt(barn))
    return "".join(ut)
