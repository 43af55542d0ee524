"""What looks like a number or an address to a reader does so to the guard as well."""

import unicodedata

import pytest

from blanketter.avidentifiering import hitta
from blanketter.avidentifiering.klartext import klartext

NUMMER = "850312-1234"
TELEFON = "070-174 06 05"


def breda(text):
    """The text in the wide signs of East Asian keyboards."""
    return "".join(chr(ord(ett) + 0xFEE0) if "!" <= ett <= "~" else ett for ett in text)


def med_siffror(text, nolla):
    """The text with the digits of another script."""
    return "".join(chr(ord(nolla) + int(e)) if e.isdecimal() else e for e in text)


def mellan_alla(text, tecken):
    return tecken.join(text)


OLIKA = {
    "soft hyphens": mellan_alla(NUMMER, "\u00ad"),
    "zero-width spaces": mellan_alla(NUMMER, "\u200b"),
    "zero-width joiners": mellan_alla(NUMMER, "\u200d"),
    "word joiners": mellan_alla(NUMMER, "\u2060"),
    "byte order marks": mellan_alla(NUMMER, "\ufeff"),
    "marks of direction": f"\u202e{NUMMER}\u202c",
    "an en dash": NUMMER.replace("-", "–"),
    "an em dash": NUMMER.replace("-", "—"),
    "a minus sign": NUMMER.replace("-", "\u2212"),
    "a non-breaking hyphen": NUMMER.replace("-", "\u2011"),
    "wide signs": breda(NUMMER),
    "Arabic-Indic digits": med_siffror(NUMMER, "٠"),
    "Persian digits": med_siffror(NUMMER, "۰"),
    "Devanagari digits": med_siffror(NUMMER, "०"),
    "mathematical digits": med_siffror(NUMMER, "𝟎"),
    "non-breaking spaces": TELEFON.replace(" ", "\u00a0"),
    "thin spaces": TELEFON.replace(" ", "\u2009"),
    "narrow non-breaking spaces": TELEFON.replace(" ", "\u202f"),
    "ideographic spaces": TELEFON.replace(" ", "\u3000"),
    "tabs": TELEFON.replace(" ", "\t"),
    "two spaces": TELEFON.replace(" ", "  "),
    "digits in rings": "070-174 0⑥ 0⑤",
    "a Cyrillic a in a mail address": "\u0430nna@example.se",
    "a wide at sign": "anna＠example.se",
    "a small at sign": "anna﹫example.se",
    "wide signs in a link": breda("https://t.me/") + "nordvakten",
    "a wide full stop in an address": "192．0．2．14",
    "loose accents": unicodedata.normalize("NFD", "Åkervägen 31"),
    "loose accents in a school class": unicodedata.normalize("NFD", "åk 8B"),
    "a wide school class": breda("8B"),
    "wide letters on a plate": breda("ABC") + " " + breda("123"),
}


@pytest.mark.parametrize("skrivet", OLIKA.values(), ids=OLIKA)
def test_other_signs_for_the_same_thing_do_not_get_past(skrivet):
    text = f"Vi vet att {skrivet} stod på lappen."
    fynd = [f for f in hitta(text) if f.typ != "namn"]
    synligt = [text[f.start : f.end] for f in fynd]
    assert len(fynd) == 1
    assert synligt[0].strip("\u202e\u202c") in skrivet
    assert len(synligt[0]) >= len(skrivet) / 2


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_the_marks_are_in_the_text_as_it_was_given(form):
    text = unicodedata.normalize(form, "Märta på Åkervägen 31 ringde 070-174 06 05.")
    utdrag = [text[f.start : f.end] for f in hitta(text) if f.typ != "namn"]
    assert [unicodedata.normalize("NFC", ett) for ett in utdrag] == [
        "Åkervägen 31",
        "070-174 06 05",
    ]


def test_an_emoji_counts_as_one_sign():
    text = "😀👨‍👩‍👧 ring 070-174 06 05"
    (fynd,) = hitta(text)
    assert text[fynd.start : fynd.end] == "070-174 06 05"


def test_ordinary_text_is_left_as_it_is():
    text = "En affisch satt på dörren, i höjd med handtaget."
    assert klartext(text) == (text, None, None)


def test_words_in_another_alphabet_stay_so():
    assert klartext("Он пришел").text == "Он пришел"


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "\u0301", "\u200b" * 9, "@"]
)
def test_nothing_to_find_is_nothing_found(text):
    assert hitta(text) == []


@pytest.mark.langsam
def test_every_sign_there_is_can_stand_in_a_text():
    for start in range(0, 0x110000, 0x1000):
        hitta("".join(chr(kod) for kod in range(start, start + 0x1000)))
