"""The days on which a Swedish municipality is closed, for any year.

Public holidays: lag (1989:253) om allmänna helgdagar. The three eves are no holidays
in that act, but count as Sundays in semesterlagen (1977:480) 3 a §, and are free in
the municipalities' agreements.
"""

from datetime import date, timedelta
from functools import lru_cache

LORDAG, SONDAG = 5, 6
FASTA = {
    (1, 1): "nyårsdagen",
    (1, 6): "trettondedag jul",
    (5, 1): "första maj",
    (6, 6): "nationaldagen",
    (12, 24): "julafton",
    (12, 25): "juldagen",
    (12, 26): "annandag jul",
    (12, 31): "nyårsafton",
}
EFTER_PASKDAGEN = {
    -2: "långfredagen",
    0: "påskdagen",
    1: "annandag påsk",
    39: "Kristi himmelsfärdsdag",
    49: "pingstdagen",
}


def paskdagen(ar):
    """Return Easter Sunday of a Gregorian year.

    Source: the anonymous algorithm in Nature, 20 April 1876, as in J. Meeus,
    Astronomical Algorithms, chapter 8; the letters are its own.
    """
    a, (b, c) = ar % 19, divmod(ar, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    veckodag = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * veckodag) // 451
    manad, dag = divmod(h + veckodag - 7 * m + 114, 31)
    return date(ar, manad, dag + 1)


@lru_cache(maxsize=64)
def helgdagar(ar):
    """Return the holidays of a year, {date: its name}."""
    pask, midsommar = paskdagen(ar), _forsta_lordagen(date(ar, 6, 20))
    return {
        **{date(ar, manad, dag): namn for (manad, dag), namn in FASTA.items()},
        **{pask + timedelta(d): namn for d, namn in EFTER_PASKDAGEN.items()},
        midsommar - timedelta(1): "midsommarafton",
        midsommar: "midsommardagen",
        _forsta_lordagen(date(ar, 10, 31)): "alla helgons dag",
    }


def _forsta_lordagen(fran):
    """Return the first Saturday on a day or after it."""
    return fran + timedelta((LORDAG - fran.weekday()) % 7)


def ledig(dag):
    """Return why nobody works on a day («lördag», «annandag påsk»); "" when they do."""
    if namn := helgdagar(dag.year).get(dag):
        return namn
    return {LORDAG: "lördag", SONDAG: "söndag"}.get(dag.weekday(), "")


def arbetsdag_senast(dag):
    """Return the last working day on a day or before it."""
    while ledig(dag):
        dag -= timedelta(1)
    return dag
