"""The door: tables in, what may be shown out, or `Rojer`."""

from collections.abc import Iterable

from lagesbild.rojande.angrip import angrip
from lagesbild.rojande.doljning import Doljning
from lagesbild.rojande.klasser import Klass, klasser
from lagesbild.rojande.motprov import Krav, Motprov
from lagesbild.rojande.serie import Serie, serier
from lagesbild.rojande.skyddat import FOLJD, LITEN, Cell, Rojer, Seriens, Skyddat
from lagesbild.rojande.tabell import Tabell

MAX_FORSOK = 12


def skydda(tabeller: Iterable[Tabell], *, troskel: int, kant: Iterable = ()) -> Skyddat:
    """Return the tables as they may be published, small counts protected.

    `troskel`: counts from 1 to one below it are small. `kant`: cells that are public
    already, (serie, ((axel, kod), …), tal), such as last year's printed figures; with
    None for `tal` the cell is one that was hidden and so is hidden again.
    Raises Rojer when the tables can't be protected, ValueError when they contradict
    one another.
    """
    klara = {
        namn: _skydda_serie(serie, troskel)
        for namn, serie in serier(tabeller, kant).items()
    }
    return Skyddat(troskel, klara)


def _skydda_serie(serie: Serie, troskel: int) -> Seriens:
    ute = _ute_redan(serie, troskel)
    # A threshold of two makes «färre än 2» say one: then all are called the same.
    for lika in (False, True) if troskel > 2 else (True,):
        try:
            if ut := _forsok(serie, troskel, ute, lika=lika):
                return ut
        except ArithmeticError:  # the solver gave up: nothing goes out untried
            continue
    raise Rojer(
        f"{serie.namn}: tabellerna går inte att visa tillsammans utan att ett litet "
        "tal kan räknas ut. Visa färre indelningar eller bara summan."
    )


def _forsok(serie, troskel, ute, *, lika):
    klass = klasser(serie, troskel, lika=lika)
    if not any(ett.maste for ett in klass.values()):
        return _seriens(serie, troskel, set(), ute, lika=lika)
    krav = [ett for ett in _krav(serie, klass, troskel) if ett.plats not in ute]
    doljning = Doljning(serie, klass, krav)
    if doljning.stilla:
        return None
    dolda = doljning.valj()
    for _ in range(MAX_FORSOK):
        ut = _seriens(serie, troskel, dolda, ute, lika=lika)
        exempel = {serie.namn: doljning.exempel(dolda)}
        skyddat = Skyddat(troskel, {serie.namn: ut})
        fasta = {cell for _, cell, _ in angrip(skyddat, exempel)}
        if not fasta:
            return ut
        platser = {doljning.prov.plats[cell] for cell in fasta}
        forut = dolda
        if platser <= doljning.maste:
            dolda = doljning.fler(dolda)
        else:
            # What can be computed may as well be shown, if it isn't small.
            dolda = dolda - (platser - doljning.maste)
        if dolda == forut:
            return None
    return None


def _krav(serie, klass, troskel):
    """Yield how far each cell that is hidden for its own sake must be able to move.

    A small one from nothing to the threshold, its own words disregarded and those of
    the small ones above and beneath it; one that was altered since it was published,
    to no alteration and to one of the threshold.
    """
    sma = [(i, c) for i, c in enumerate(serie.varden) if klass[c].liten]
    for plats, (cell, tal) in enumerate(serie.varden.items()):
        andring = serie.andring(cell)
        andring = andring if abs(andring) < troskel else 0  # big ones may be seen
        if klass[cell].liten:
            ner, upp = tal, troskel - tal if tal else 1
        elif klass[cell].maste and not andring:
            ner, upp = 1, 1
        elif klass[cell].maste:
            ner, upp = max(andring, 0), max(-andring, 0)
            ner, upp = ner or troskel + andring, upp or troskel - andring
        else:
            continue
        slakt = frozenset(i for i, c in sma if i != plats and _hor(serie, c, cell))
        yield Krav(plats, 1, upp, slakt)
        if ner:
            yield Krav(plats, -1, min(ner, tal), slakt)


def _hor(serie, ett, annat):
    """Say whether one of two cells lies wholly above the other."""
    return serie.ligger_under(ett, annat) or serie.ligger_under(annat, ett)


def _ute_redan(serie, troskel):
    """Return the places of the small cells that earlier publications give away."""
    celler = list(serie.varden)
    kanda = {i for i, cell in enumerate(celler) if serie.ar_ute(cell)}
    sma = {i for i, tal in enumerate(serie.varden.values()) if 0 < tal < troskel}
    if not kanda:
        return set()
    prov = Motprov(
        serie,
        {
            cell: Klass(tal, tal) if serie.ar_ute(cell) else Klass(0, None, kan=True)
            for cell, tal in serie.varden.items()
        },
    )
    fria = set(range(len(celler))) - kanda
    return {
        plats
        for plats in sma
        if plats in kanda
        or not any(prov.rackvidd(Krav(plats, at, 1), fria) for at in (1, -1))
    }


def _seriens(serie, troskel, dolda, ute, *, lika):
    celler = {}
    for plats, (cell, tal) in enumerate(serie.varden.items()):
        if plats not in dolda and plats not in ute:
            celler[cell] = Cell(tal)
        elif lika or tal >= troskel:
            celler[cell] = Cell(None, FOLJD, troskel)
        else:
            celler[cell] = Cell(None, LITEN, troskel)
    namn = list(serie.varden)
    return Seriens(
        celler,
        tuple(ett for ett in serie.samband if ett.flerval),
        serie.axlar,
        serie.kant,
        {namn[i]: serie.varden[namn[i]] for i in ute if serie.ar_ute(namn[i])},
        frozenset(namn[plats] for plats in ute),
    )
