"""Rich text as a closed set of blocks, one block per line.

A stored text is zero or more lines. Each line is one block: `<p>`, `<h3>`, `<ul>` or
`<ol>`. Inside a block stand only text, `<strong>`, `<em>`, `<a href>` and
`<span class="fotnot">`, a footnote whose words stand where its mark will stand.
One block per line lets two versions be compared and merged block by block.

`stada` takes any HTML. It is sanitised by nh3 first; then the result is written from
scratch out of the pieces above, so nothing else can come through.
"""

import re
from html import escape, unescape

import nh3
from lxml import html

from vbeplan.text.djup import grunt
from vbeplan.text.svenska import tvatta

SCHEMAN = {"http", "https", "mailto", "tel"}
MAX_TECKEN = 400_000
_LISTOR = {"ul", "ol"}
_RUBRIKER = {"h1", "h2", "h3", "h4", "h5", "h6"}
_MARKEN = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em"}
_BRYTER = set(
    "p div br section article blockquote pre table tr dl dt dd hr figure figcaption "
    "address header footer main aside nav body".split()
)
_CELLER = {"td", "th"}
_TILLATNA = _LISTOR | _RUBRIKER | _BRYTER | _CELLER | set(_MARKEN) | {"li", "a", "span"}
# A mark further to the left encloses those to the right.
_ORDNING = ("fotnot", "a", "strong", "em")
_ISAR = re.compile(r"\n|</?(?:li|ul|ol|span)\b[^>]*>")  # marks that part two words
_TAGG = re.compile(r"<[^>]*>")
_BLANKT = re.compile(r"[^\S\u00a0\u202f]+")  # a no-break space is meant
_I_ADRESS = re.compile(r"[\s()<>*]")  # what the plain notation's address can't hold
_KANT = " \u00a0\u202f"


def stada(text):
    """Return any HTML as blocks; plain text becomes one paragraph.

    Unknown tags disappear but their words stay, except script and style. A link without
    one of the schemes http, https, mailto and tel becomes plain words.
    """
    text = tvatta(text or "")
    if not text.strip():
        return ""
    ren = nh3.clean(
        grunt(text),
        tags=_TILLATNA,
        clean_content_tags={"script", "style", "title", "template"},
        attributes={"a": {"href"}, "span": {"class"}},
        url_schemes=SCHEMAN,
        link_rel=None,
    )
    ren = tvatta(ren)  # what was written as &#x0; has now become a sign
    byggare = _Byggare()
    byggare.las(html.fragment_fromstring(ren, create_parent="body"), {})
    byggare.bryt()
    return "\n".join(byggare.block)


def delar(text):
    """Return the blocks of a stored text as a list of strings."""
    return text.split("\n") if text else []


def som_ord(text):
    """Return the words of a stored text without markup, footnotes in their place."""
    isar = _ISAR.sub(" ", text)
    return " ".join(unescape(_TAGG.sub("", isar)).split())


def stycke(text):
    """Return plain words as one paragraph, or "" when there are none."""
    text = _BLANKT.sub(" ", tvatta(text)).strip()
    return f"<p>{escape(text, quote=False)}</p>" if text else ""


class _Byggare:
    """Walks a parsed tree and writes blocks."""

    def __init__(self):
        self.block = []
        self.rad = []  # runs of the open block: (words, marks)
        self.tagg = "p"

    def las(self, nod, marken):
        self.ord(nod.text, marken)
        for barn in nod:
            if isinstance(barn.tag, str):
                self.element(barn, marken)
            self.ord(barn.tail, marken)

    def ord(self, text, marken):
        if text:
            self.rad.append((_BLANKT.sub(" ", text), dict(marken)))

    def element(self, nod, marken):
        tagg = nod.tag
        if tagg in _LISTOR:
            self.bryt()
            if lista := _lista(nod):
                self.block.append(lista)
        elif tagg in _RUBRIKER:
            self.som_block("h3", nod, {})
        elif tagg in _BRYTER or tagg == "li":
            self.som_block("p", nod, marken)
        elif tagg in _CELLER:
            self.las(nod, marken)
            self.ord(" ", marken)
        else:
            self.las(nod, _med_marke(nod, marken))

    def som_block(self, tagg, nod, marken):
        if "fotnot" in marken:  # a note is one run of words, whatever stood inside
            self.ord(" ", marken)
            self.las(nod, marken)
            return
        self.bryt()
        self.tagg = tagg
        self.las(nod, marken)
        self.bryt()

    def bryt(self):
        if rad := _skriv_rad(self.rad):
            self.block.append(f"<{self.tagg}>{rad}</{self.tagg}>")
        self.rad, self.tagg = [], "p"


def _med_marke(nod, marken):
    if nod.tag in _MARKEN:
        return {**marken, _MARKEN[nod.tag]: ""}
    if nod.tag == "a" and (adress := _adress(nod.get("href", ""))):
        return {**marken, "a": adress}
    if nod.tag == "span" and "fotnot" in nod.get("class", "").split():
        return {**marken, "fotnot": id(nod)}
    return marken


def _adress(href):
    """Return an address as it is stored, "" for one without a scheme of ours."""
    adress = href.strip()
    schema, kolon, _ = adress.partition(":")
    if not kolon or schema.lower() not in SCHEMAN:
        return ""
    return _I_ADRESS.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), adress)


def _lista(nod, djup=0):
    """Return a list on one line; a list directly inside a list joins the item above,
    or gives its points to the list when there is none."""
    punkter = []
    for barn in nod:
        if barn.tag in _LISTOR:
            under = _lista(barn, djup + 1)
            if under and punkter:
                punkter[-1] = _infoga_lista(punkter[-1], under)
            elif under:
                punkter.append(under[4:-5])
        elif punkt := _punkt(barn, djup):
            punkter.append(punkt)
    return f"<{nod.tag}>{''.join(punkter)}</{nod.tag}>" if punkter else ""


def _infoga_lista(punkt, under):
    return f"{punkt[: -len('</li>')]}{under}</li>"


def _punkt(nod, djup):
    inre = _Byggare()
    inre.las(nod, {})
    inre.bryt()
    stycken = [b for b in inre.block if b[1:3] not in ("ul", "ol")]
    listor = [b for b in inre.block if b[1:3] in ("ul", "ol")]
    ord_ = " ".join(b[b.index(">") + 1 : b.rindex("<")] for b in stycken)
    if not ord_:  # a point without words gives its place to the points under it
        return "".join(lista[4:-5] for lista in listor)
    return f"<li>{ord_}{''.join(listor)}</li>"


def _skriv_rad(delar_):
    """Return runs as markup: spaces tidied, equal neighbours joined."""
    delar_ = _tata(delar_)
    ut, oppna = [], []
    for ord_, marken in delar_:
        vill = [(m, marken[m]) for m in _ORDNING if m in marken]
        lika = 0
        while lika < min(len(vill), len(oppna)) and vill[lika] == oppna[lika]:
            lika += 1
        ut.extend(_slut(m) for m, _ in reversed(oppna[lika:]))
        ut.extend(_start(m, varde) for m, varde in vill[lika:])
        oppna = vill
        ut.append(escape(ord_, quote=False))
    ut.extend(_slut(m) for m, _ in reversed(oppna))
    return "".join(ut)


def _tata(delar_):
    """Drop double spaces, spaces at the ends, and runs without words.

    A footnote is trimmed by itself and its mark stands close to the word before it.
    """
    ut = []
    for ord_, marken in delar_:
        i_not = marken.get("fotnot")
        if ut and i_not != ut[-1][1].get("fotnot"):
            _skala_hoger(ut)
            if i_not:
                ord_ = ord_.lstrip(_KANT)
        if not ut:
            ord_ = ord_.lstrip(_KANT)
        elif ut[-1][0].endswith(" "):
            ord_ = ord_.lstrip(" ")
        if ord_:
            ut.append((ord_, marken))
    _skala_hoger(ut)
    return _mellanrum_utanfor(_ord_isar(ut))


def _skala_hoger(ut):
    """Strip the space that ends `ut` in place."""
    while ut and not ut[-1][0].rstrip(_KANT):
        ut.pop()
    if ut:
        ut[-1] = (ut[-1][0].rstrip(_KANT), ut[-1][1])


def _ord_isar(ut):
    """Put a space back where two words met when a footnote's spaces were trimmed."""
    for i in range(1, len(ut)):
        fore, (ord_, marken) = ut[i - 1], ut[i]
        if "fotnot" in fore[1] and "fotnot" not in marken and ord_[0].isalnum():
            ut[i] = (" " + ord_, marken)
    return ut


def _mellanrum_utanfor(delar_):
    """Give a space at the edge of a marked word only the marks of both neighbours."""
    ut = []
    for ord_, marken in delar_:
        if ut and marken != ut[-1][1]:
            gemensamma = _gemensamma(ut[-1][1], marken)
            ord_, hogerut = ord_.lstrip(" "), ord_.startswith(" ")
            vansterut = ut[-1][0].endswith(" ")
            if vansterut:
                ut[-1] = (ut[-1][0].rstrip(" "), ut[-1][1])
            if hogerut or vansterut:
                ut.append((" ", gemensamma))
        ut.append((ord_, marken))
    return [(ord_, marken) for ord_, marken in ut if ord_]


def _gemensamma(a, b):
    """Return the marks that a space between two runs keeps; none beside a footnote."""
    if a.get("fotnot") != b.get("fotnot"):
        return {}
    return {marke: varde for marke, varde in b.items() if a.get(marke) == varde}


def _start(marke, varde):
    if marke == "a":
        return f'<a href="{escape(varde)}">'
    return '<span class="fotnot">' if marke == "fotnot" else f"<{marke}>"


def _slut(marke):
    return "</span>" if marke == "fotnot" else f"</{marke}>"
