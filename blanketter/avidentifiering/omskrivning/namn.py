"""Wordings for names: the role in the word before, or somebody."""

import re

from blanketter.avidentifiering.omskrivning.plats import (
    bort,
    fore,
    i_stallet,
    inskott,
)

# A person with the definite article: «läraren Holmqvist» can lose the name.
_BESTAMD = re.compile(
    r"(?<!\w)(?P<roll>[\wåäö-]{0,25}(?:aren|ören|toren|torn|anten|enten|isten|ogen|"
    r"chefen|"
    r"skan|mannen|kvinnan|eleven|grannen|mamman|pappan|modern|fadern|brodern|systern|"
    r"damen|killen|tjejen|pojken|flickan|tolken|kompisen|vännen|sonen|dottern|paret|"
    r"familjen|värden|vakten|prästen|imamen|rektorn|mentorn|kuratorn|kunden|gästen|"
    r"barnet|biträdet|herrn|frun|kollegan|bonden|bilisten|killarna|bröderna|"
    r"systrarna)) \Z",
    re.IGNORECASE,
)
_OBESTAMD = re.compile(
    r"(?<!\w)(?<!en )(?<!ett )(?P<roll>patient|brukare|klient|elev|kund|gäst|"
    r"kollega|lärare|"
    r"granne|mentor|kurator|rektor|boende|enhetschef|chef|samordnare|anmälare|"
    r"(?P<ett>vittne|barn|biträde|vårdbiträde|ombud)) \Z",
    re.IGNORECASE,
)
_EFTER_GENITIV = re.compile(
    r" (?:pappa|mamma|far|mor|bror|broder|syster|kusin|vän|vänner|kompis|kompisar|"
    r"lärare|"
    r"mentor|föräldrar|familj|son|dotter|fru|man|sambo|flickvän|pojkvän|barn|syskon|"
    r"farfar|"
    r"farmor|morfar|mormor|granne|chef|kollega|hund|bil|moped|cykel|mobil|telefon|"
    r"dator|"
    r"konto|profil|lägenhet|hus|dörr|rum|väska|ryggsäck|jacka|tröja|mössa|skåp|bok|"
    r"teckning|"
    r"kontor|jobb|namn|ord|åsikter|beteende|inlägg|video|bilder|röst|hem|port|"
    r"adress)\w{0,4}"
    r"(?!\w)"
)
_ETT_TILL = re.compile(r"\w(?:, | och | eller | samt )\Z")
_SKOLA = re.compile(
    r"elev|lektion|klass|skol|rast|fritids|lärar|mentor|idrott|slöjd|praktik", re.I
)
_VARD = re.compile(r"brukar|boendet|vårdboende|hemtjänst|demens|äldre|omsorg", re.I)
_UNDERSKRIFT = re.compile(r"(?:mvh|hälsningar|hälsn|/|//|vänligen),? ?\Z", re.I)


def om_namn(text, fynd):
    """Yield a role instead of the name, in the form the sentence wants."""
    innan = fore(text, fynd.start)
    genitiv = _ar_genitiv(text, fynd)
    if ut := inskott(text, fynd):
        yield ut
    if traff := _BESTAMD.search(innan):
        ord_ = traff["roll"] + ("s" if genitiv else "")
        yield i_stallet(text, fynd.start - len(traff[0]), fynd.end, ord_)
    elif traff := _OBESTAMD.search(innan):
        artikel = "ett" if traff["ett"] else "en"
        ord_ = f"{artikel} {traff['roll'].lower()}" + ("s" if genitiv else "")
        yield i_stallet(text, fynd.start - len(traff[0]), fynd.end, ord_)
    elif _UNDERSKRIFT.search(innan):
        yield bort(text, fynd)
    else:
        for ord_ in _nagon(text, innan, genitiv):
            yield i_stallet(text, fynd.start, fynd.end, ord_)


def _ar_genitiv(text, fynd):
    slutar = text[fynd.end - 1].lower() == "s" or text[fynd.end : fynd.end + 2] == ":s"
    return slutar and bool(_EFTER_GENITIV.match(text, fynd.end))


def _nagon(text, innan, genitiv):
    """Return words for somebody, first those the text around speaks of."""
    ord_ = ["en person", "en medarbetare"]
    if _VARD.search(text):
        ord_.insert(0, "en boende")
    if _SKOLA.search(text):
        ord_.insert(0, "en elev")
    if genitiv:
        return [f"{ett}s" for ett in ["ett barn", *ord_]]
    if _ETT_TILL.search(innan):
        return ["en annan person", *ord_]
    return ord_
