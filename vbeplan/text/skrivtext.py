r"""The notation in which rich text is written in a plain field.

    An empty line parts two paragraphs.

    ### A heading inside the chapter

    - a point               1. a numbered point
      - a point under it       (two spaces further in)

    **bold**, *italic*, [words](https://address) and [fotnot: the note's words]

A backslash before a sign takes its meaning away (`\*`, `\[`). What is written here and
what is stored (see `block`) say the same: one turns into the other and back.
"""

import re
from html import escape

from lxml import html

from vbeplan.text.block import SCHEMAN, delar, stada
from vbeplan.text.svenska import tvatta

_PUNKT = re.compile(r"^( *)(?:([-*•])|\d{1,3}\.) +(.+)$")
_RUBRIK = re.compile(r"^#{1,6} +(.+)$")
_TECKEN = re.compile(r"([\\*\[\]])")
_RADBORJAN = re.compile(r"^(#{1,6} |[-•] |\d{1,3}\. )")
_INLINE = re.compile(
    r"\\(?P<bokstav>[^\w\s])"
    r"|\*\*(?! )"
    r"(?P<fet>(?:\\.|[^\\*]|\*(?![ *])(?:\\.|[^\\*])+\*(?!\*(?!\*)))+)"
    r"(?<! )\*\*"
    r"|\*(?! )(?P<kursiv>(?:\\.|[^\\*])+)(?<! )\*"
    r"|\[fotnot: *(?P<not>(?:\\.|[^\\\[\]]|\[(?:\\.|[^\\\[\]])*\]\([^\s()]*\))+)\]"
    r"|\[(?P<ord>(?:\\.|[^\\\[\]])+)\]\((?P<lank>[^\s()<>]+)\)"
)


def fran_skrivtext(text):
    """Return written text as blocks; every sign that means nothing stays as it is."""
    grupper = re.split(r"\n[ \t]*\n", tvatta(text or "").replace("\t", "  "))
    return stada("".join(_grupp(grupp.strip("\n")) for grupp in grupper))


def till_skrivtext(text):
    """Return stored blocks in the plain notation."""
    return "\n\n".join(_skriv_block(rad) for rad in delar(text))


def _grupp(grupp):
    """One stretch without empty lines: headings, points, and lines of a paragraph."""
    ut, stycke, punkter = [], [], []

    def skriv_ut():
        if stycke:
            ut.append(f"<p>{_inline(' '.join(stycke))}</p>")
        if punkter:
            ut.append(_lista(punkter))
        stycke.clear()
        punkter.clear()

    for rad in grupp.split("\n"):
        punkt, rubrik = _PUNKT.match(rad), _RUBRIK.match(rad)
        if punkt:
            ny = (len(punkt[1]), "ul" if punkt[2] else "ol", punkt[3])
            if stycke or _ny_lista(punkter, ny):
                skriv_ut()
            punkter.append(ny)
        elif rubrik:
            skriv_ut()
            ut.append(f"<h3>{_inline(rubrik[1])}</h3>")
        elif rad.strip():
            if punkter:
                skriv_ut()
            stycke.append(rad.strip())
    skriv_ut()
    return "".join(ut)


def _ny_lista(punkter, ny):
    """A point furthest out of the other kind begins a list of its own."""
    ytterst = [p for p in punkter if p[0] < 2]
    return bool(ytterst) and ny[0] < 2 and ytterst[-1][1] != ny[1]


def _lista(punkter):
    """Nest points by how far in they stand."""
    djup, tagg, _ = punkter[0]
    ut, i = [], 0
    while i < len(punkter):
        slut = i + 1
        while slut < len(punkter) and punkter[slut][0] >= djup + 2:
            slut += 1
        under = _lista(punkter[i + 1 : slut]) if slut > i + 1 else ""
        ut.append(f"<li>{_inline(punkter[i][2])}{under}</li>")
        i = slut
    return f"<{tagg}>{''.join(ut)}</{tagg}>"


def _inline(text):
    ut, slut = [], 0
    for m in _INLINE.finditer(text):
        ut.append(escape(text[slut : m.start()], quote=False))
        ut.append(_marke(m))
        slut = m.end()
    ut.append(escape(text[slut:], quote=False))
    return "".join(ut)


def _marke(m):
    if m["bokstav"]:
        return escape(m["bokstav"], quote=False)
    if m["fet"]:
        return f"<strong>{_inline(m['fet'])}</strong>"
    if m["kursiv"]:
        return f"<em>{_inline(m['kursiv'])}</em>"
    if m["not"]:
        return f'<span class="fotnot">{_inline(m["not"])}</span>'
    if m["lank"].split(":")[0].lower() not in SCHEMAN:
        return escape(m[0], quote=False)
    return f'<a href="{escape(m["lank"])}">{_inline(m["ord"])}</a>'


def _skriv_block(rad):
    nod = html.fragment_fromstring(rad)
    if nod.tag in ("ul", "ol"):
        return "\n".join(_skriv_lista(nod, 0))
    text = _skriv_inline(nod)
    if nod.tag == "h3":
        return f"### {text}"
    return _RADBORJAN.sub(_utan_verkan, text)


def _utan_verkan(borjan):
    """Keep a paragraph that begins like a point or a heading a paragraph."""
    if borjan[0][0].isdigit():
        return borjan[0].replace(".", "\\.")
    return "\\" + borjan[0]


def _skriv_lista(nod, djup):
    for nr, punkt in enumerate(nod, 1):
        tecken = "-" if nod.tag == "ul" else f"{nr}."
        yield f"{' ' * 3 * djup}{tecken} {_skriv_inline(punkt, hoppa=('ul', 'ol'))}"
        for under in punkt:
            if under.tag in ("ul", "ol"):
                yield from _skriv_lista(under, djup + 1)


def _skriv_inline(nod, hoppa=()):
    ut = [_TECKEN.sub(r"\\\1", nod.text or "")]
    for barn in nod:
        if barn.tag not in hoppa:
            ut.append(_skriv_marke(barn))
        ut.append(_TECKEN.sub(r"\\\1", barn.tail or ""))
    return "".join(ut)


def _skriv_marke(nod):
    inre = _skriv_inline(nod)
    if nod.tag == "strong":
        return f"**{inre}**"
    if nod.tag == "em":
        return f"*{inre}*"
    if nod.tag == "span":
        return f"[fotnot: {inre}]"
    return f"[{inre}]({nod.get('href')})"
