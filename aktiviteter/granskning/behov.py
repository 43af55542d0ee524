"""What hangs on nothing: a need without activities, activities without a need.

Pure functions; `rader` is what `aktiviteter.granskningsunderlag` reads.
"""

from typing import NamedTuple

from aktiviteter.granskning.brist import Brist, brist


class Behovsrad(NamedTuple):
    """A finding with a need, and one activity that answers it or None."""

    pk: int
    rubrik: str
    aktivitet: int | None


def utan_aktivitet(rader):
    """Yield (finding's id, remark) of each that no activity answers."""
    for rad in rader:
        if rad.aktivitet is None:
            text = (
                f"”{rad.rubrik}” är ett behov i lägesbilden, men ingen aktivitet "
                "svarar mot det. Koppla en aktivitet till det, eller skriv en ny."
            )
            yield rad.pk, brist("behov_utan_aktivitet", text, rad.rubrik)


def utan_behov(rader, aktiviteter) -> list[Brist]:
    """Return at most one piece of advice on the activities that answer no finding.

    Only when the picture has some need, and something answers one: before that the
    other remark says what to do.
    """
    svarar = {rad.aktivitet for rad in rader} - {None}
    losa = [a.nummer for a in aktiviteter if a.pk not in svarar]
    if not svarar or not losa:
        return []
    if len(losa) == 1:
        vilka = f"Aktivitet {losa[0]} svarar"
    else:
        vilka = f"{len(losa)} aktiviteter ({_nagra(losa)}) svarar"
    text = (
        f"{vilka} inte mot något behov i lägesbilden. Behövs de ändå, låt dem stå: en "
        "del arbete pågår alltid."
    )
    return [brist("aktivitet_utan_behov", text, " ".join(map(str, losa)))]


def _nagra(nummer, hogst=8):
    visas = ", ".join(map(str, nummer[:hogst]))
    return f"{visas} med flera" if len(nummer) > hogst else visas
