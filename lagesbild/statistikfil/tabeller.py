"""Several tables on one sheet: where the next one begins."""

from lagesbild.statistikfil.ord import ar_summa, rubrikroller
from lagesbild.statistikfil.rubriker import ar_data, hitta_huvud
from lagesbild.statistikfil.tid import las_rubriktid

LIKA = 0.6  # of a head's cells that stand in the same columns of the next head
MEST = 12
LANGST = 5_000  # rows: a longer sheet is a list, not tables laid out to be read


def delade(namn, rader, sammanfogade):
    """Return [(name, rows, merged ranges)], one for each table of a sheet.

    The rows keep their numbers: what belongs to another table is left empty.
    """
    granser = _granser(rader, sammanfogade)
    if not granser:
        return [(namn, rader, sammanfogade)]
    svar = []
    for fran, till in zip([0, *granser], [*granser, len(rader)], strict=True):
        egna = [s for s in sammanfogade if fran <= s[0] < till]
        tom = [[] for _ in range(fran)]
        plats = f"tabellen på rad {fran + 1}"
        svar.append(
            (f"{namn}, {plats}" if namn else plats.capitalize(),
             [*tom, *rader[fran:till]], egna)
        )  # fmt: skip
    return svar


def _granser(rader, sammanfogade):
    """The rows where the second table and those after it begin, with their titles."""
    huvud = hitta_huvud(rader, sammanfogade)
    if not huvud or not huvud.rader or len(rader) > LANGST:
        return []
    nu, granser = rader[huvud.rader[-1]], []
    for nr in range(huvud.forsta_data + 1, len(rader) - 1):
        if _ar_nytt_huvud(rader, nr, nu) and len(granser) < MEST:
            nu = rader[nr]
            granser.append(_med_titlar(rader, nr))
    return granser


def _ar_nytt_huvud(rader, nr, forra):
    celler = [(k, c) for k, c in enumerate(rader[nr]) if c != ""]
    if len(celler) < 2 or any(ar_data(c) for _, c in celler):
        return False
    if [c for _, c in celler] == [c for c in forra if c != ""]:
        return False  # the same head, as on each printed page
    if not any(c != "" and ar_data(c) for c in rader[nr + 1]):
        return False
    lika = sum(k < len(forra) and forra[k] == c for k, c in celler)
    if len(celler) > 2 and lika >= LIKA * len(celler):
        return True
    kanda = sum(
        bool(rubrikroller(str(c)) or las_rubriktid(c) or ar_summa(c)) for _, c in celler
    )
    return kanda == len(celler) and not any(_fristaende(rader, nr))


def _fristaende(rader, nr):
    """The cells of the row above, past lone titles: none when the table stands free."""
    for rad in reversed(rader[:nr]):
        celler = [c for c in rad if c != ""]
        if len(celler) != 1:
            return celler
    return []


def _med_titlar(rader, nr):
    while nr and sum(c != "" for c in rader[nr - 1]) == 1:
        nr -= 1
    return nr
