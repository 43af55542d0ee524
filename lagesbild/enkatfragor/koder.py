"""The code of a question: made once, never used for another."""

from blanketter.fragor.koder import ny_kod
from vbeplan.text.svenska import normalisera

EGEN = "egen_"  # a board's own questions, so that none has the code of a city's
SLAG = {
    "en": "Ett svar",
    "flera": "Flera svar",
    "skala": "Skala",
    "tal": "Tal",
    "text": "Egna ord",
}
HAR_VAL = ("en", "flera")


def kod_for(fraga, tidigare, *, forled=""):
    """Return the code of a new question in the words `fraga`.

    `tidigare` is {code: words} of all that there have been. A board that asks the same
    words again asks the same question, and may compare the years.
    """
    for kod, ord_ in tidigare.items():
        if forled and normalisera(ord_) == normalisera(fraga):
            return kod
    upptagna = {kod.removeprefix(forled) for kod in tidigare}
    langst = max(fraga.split(), key=len, default="")
    return forled + ny_kod(langst, upptagna)


def samma_fraga(ena, andra):
    """Tell whether two years asked the same: words, kind, choices and scale alike.

    Of choices the codes and their words count; the order and the help do not.
    """
    return _innebord(ena) == _innebord(andra)


def _innebord(fraga):
    val = {(v["kod"], normalisera(v["text"])) for v in fraga.get("val", ())}
    skala = [fraga.get(n) for n in ("min", "max")] if fraga["slag"] == "skala" else ()
    ord_ = [normalisera(fraga.get(n, "")) for n in ("fraga", "enhet", "lag", "hog")]
    return fraga["kod"], fraga["slag"], val, list(skala), ord_
