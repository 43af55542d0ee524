"""The sums that a file itself gives: held against its rows, never counted with them."""

from dataclasses import dataclass

from lagesbild.statistikfil.tal import DOLT

MEST = 20  # sentences about differences


@dataclass
class Summarad:
    """A row of sums: its number, the rows before it, its label and its numbers.

    `helt`: no other label stands on the row, so it is a sum of everything above or of
    the group that it ends.
    """

    nr: int
    efter: int
    etikett: str
    vektor: list
    helt: bool

    @property
    def total(self):
        return sum(v for v in self.vektor if v is not None)


def kontrollera(ut, rader, summarader):
    """Say in `ut.kontroller` which sums differ; return the places of hidden sums.

    A hidden sum is a row without a word for it that is the sum of the rows below it, as
    a pivot table has them; it is only believed when the file's own total says so.
    """
    totaler = [_total(antalen) for _, _, antalen in rader]
    hela = [s for s in summarader if s.helt and s.total]
    if not hela:
        return set()
    sista = hela[-1]
    # A sum may stand above its rows too.
    under = totaler[: sista.efter] or totaler
    if sum(under) != sista.total:
        gomda = gomda_summor(under, sista.total)
        if gomda:
            return gomda
    forra = 0
    for en in hela:
        grupp, allt = sum(totaler[forra : en.efter]), sum(totaler[: en.efter])
        if en.total not in (grupp, allt, sum(totaler)) and not _har_dolda(rader):
            _beratta(ut, en, allt if en is sista else grupp)
        forra = en.efter
    return set()


def _total(antalen):
    return sum(a for _, _, a in antalen if a != DOLT)


def _har_dolda(rader):
    return any(a == DOLT for _, _, antalen in rader for _, _, a in antalen)


def _beratta(ut, en, raknat):
    if len(ut.kontroller) < MEST:
        namn = f" ({en.etikett})" if en.etikett else ""
        ut.kontroller.append(
            f"Rad {en.nr}{namn}: filens egen summa är {en.total}, men raderna ovanför "
            f"blir {raknat}. Kontrollera filen innan du sparar."
        )


def gomda_summor(totaler, total):
    """Return the places that are sums of those below, if all else is the total."""
    gomda, i = set(), 0
    while i < len(totaler):
        summa, j = 0, i + 1
        while j < len(totaler) and summa < totaler[i]:
            summa += totaler[j]
            j += 1
        if totaler[i] and summa == totaler[i]:
            gomda.add(i)
            i = j
        else:
            i += 1
    kvar = sum(t for i, t in enumerate(totaler) if i not in gomda)
    return gomda if gomda and kvar == total else set()
