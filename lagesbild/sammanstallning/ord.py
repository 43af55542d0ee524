"""The figures in words: a number always with what it is compared with."""

from dataclasses import dataclass

from lagesbild.sammanstallning.samma import samma_manader
from lagesbild.sammanstallning.tabeller import INGEN, Underlag


@dataclass(frozen=True)
class Sammanfattning:
    """`text`: «14 händelser 2026, mot 9 året före.» `noter`: what limits it."""

    text: str
    noter: tuple[str, ...]


def sammanfatta(underlag: Underlag, serie) -> Sammanfattning:
    """Return a series' total beside the period before, of what is shown alone."""
    celler = serie.totalt.rader[0].celler
    denna = _antal(celler[0], serie.raknar, _nar(underlag.perioder[0], serie))
    if len(celler) < 2:
        return Sammanfattning(f"{denna}.", serie.noter)
    fore = fore_ord(underlag)
    if celler[0] == celler[1] == INGEN:
        text = f"{denna} eller {fore}."
    elif celler[1] == INGEN:
        text = f"{denna}. Om {fore} finns ingen uppgift."
    elif samma := samma_manader(underlag, serie):
        mot = f"mot {_talet(samma.fore).lower()} under samma månader {samma.ar_fore}."
        text = f"{_talet(samma.nu)} {serie.raknar} {samma.nar}, {mot}"
        liten = f"{text[0].lower()}{text[1:]}"
        text = f"Hittills {liten}" if samma.ar_alla else f"{denna}. {text}"
    elif not all(serie.jamforbar[:2]):
        text = f"{denna}. Det går inte att jämföra med {fore}."
    elif celler[0] == INGEN:
        text = f"{denna}. {fore.capitalize()}: {celler[1].text}."
    else:
        text = f"{denna}, mot {_mot(celler[1])} {fore_ord(underlag, serie)}."
    return Sammanfattning(text, serie.noter)


def fore_ord(underlag, serie=None):
    """Return what the period before is called after its number.

    With a `serie` that isn't all here it is said that the other one is.
    """
    if serie is not None and serie.hittills:
        return f"under hela {underlag.perioder[1].etikett}"
    ar = underlag.perioder[0].ar_kalenderar
    return (
        "året före" if ar and len(underlag.perioder[0].manader) == 12 else "tiden före"
    )


def _nar(period, serie):
    if serie.hittills:
        return f"hittills {period.etikett} (t.o.m. {serie.hittills})"
    return period.etikett


def _antal(cell, raknar, nar):
    if cell == INGEN:
        return f"Ingen uppgift om {raknar} {nar}"
    if cell.tal is None and cell.text.startswith("färre"):
        return f"{cell.text.capitalize()} {raknar} {nar}"
    if cell.tal is None:
        return f"Antalet {raknar} {nar} visas inte"
    return f"{'Inga' if cell.tal == 0 else cell.text} {raknar} {nar}"


def _talet(tal):
    return str(tal) if tal else "Inga"


def _mot(cell):
    if cell.tal is None and not cell.text.startswith("färre"):
        return "ett antal som inte visas"
    return "inga" if cell.tal == 0 else cell.text
