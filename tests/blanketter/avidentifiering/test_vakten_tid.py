"""The time the guard takes grows with the text, whatever the text is.

A pattern that tries the same signs over and over takes minutes for the largest texts
here, so the bound can be generous enough for the slowest machine.
"""

import time

import pytest

from blanketter.avidentifiering import hitta

LANGD = 50_000  # signs, five times the longest text a form takes
LANGSTA_TID = 20  # seconds of processor time; about one is enough

BITAR = (
    "1 12 |1.|1-|1:|1/|, 1|(1|1\n|8B |8B/|HA 1|A1 |f. 1|a@|a.|a_|@|_|-|. |+|((|x*|#|"
    "070-|0 |noll |noll, ett |född |född den |fyller 1 |blir 1 |mars |1 mars |den 1|"
    "gatan |Storgatan |a gatan|Norra |Norra Sankt |gata 1-|port 1 på |lgh |lgh 1|"
    "1402, |"
    "konto |konto 1|swish a|pengar 1|dnr |dnr a|ärende |mål nr |K |5000-K|reg |bil |"
    "bil a b c|skylt: med texten |klass |elev i |sexan |IM-språk|http://|a.b.|www.|"
    "t.me/|"
    "a punkt com|heter |kallar sig |konto a|snap |insta: |på snap |id |nr |nr 1|"
    "SE45 5000 |1234-|123 456 |123 45 |2001:|::|a at |(at)|a (at) a |a.a.a@|a'|\u0301|"
    "1\u00ad|1\u200b|e\u0301|٣|bc1a|0x|bor i Aa |fastighet A |Aa Aa |Aaa gata |"
    "personnummer |sista fyra siffrorna |1 1 1|XX|norsk a|grannen |a kort|u/|"
    "lägenhet |lägenhet a |Storgatan 1, |född 2012-03-04 och |2012-03-04, |"
    "lgh 1402 och |"
    "pengar 1 |blir 15 |skylt: |slutar på |elever i |kort som slutar på "
).split("|")


@pytest.mark.parametrize("bit", BITAR)
def test_one_piece_said_over_and_over_takes_no_longer_than_its_length(bit):
    text = (bit * LANGD)[:LANGD]
    start = time.process_time()
    hitta(text)
    assert time.process_time() - start < LANGSTA_TID
