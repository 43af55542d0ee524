"""The door: tables in, what may be shown out, or `Rojer`."""

from collections.abc import Iterable

from lagesbild.rojande.angrip import angrip
from lagesbild.rojande.doljning import Doljning
from lagesbild.rojande.klasser import klasser
from lagesbild.rojande.motprov import Krav, Motprov
from lagesbild.rojande.serie import Serie, serier
from lagesbild.rojande.skyddat import FOLJD, LITEN, Cell, Rojer, Seriens, Skyddat
from lagesbild.rojande.tabell import Tabell


def skydda(tabeller: Iterable[Tabell], *, troskel: int, kant: Iterable = ()) -> Skyddat:
    """Return the tables as they may be published, small counts protected.

    `troskel`: counts from 1 to one below it are small. `kant`: cells that are public
    already, (serie, ((axel, kod), …), tal), such as last year's printed figures.
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
        if ut := _forsok(serie, troskel, ute, lika=lika):
            return ut
    raise Rojer(
        f"{serie.namn}: tabellerna går inte att visa tillsammans utan att ett litet "
        "tal kan räknas ut. Visa färre indelningar eller bara summan."
    )


def _forsok(serie, troskel, ute, *, lika):
    klass = klasser(serie, troskel, lika=lika)
    if not any(ett.maste for ett in klass.values()):
        return _seriens(serie, troskel, set(), ute, lika=lika)
    krav = [k for k in _krav(serie, klass, troskel, lika=lika) if k.plats not in ute]
    doljning = Doljning(serie, klass, krav)
    if doljning.ororliga:
        return None
    dolda = doljning.valj()
    while dolda is not None:
        ut = _seriens(serie, troskel, dolda, ute, lika=lika)
        fast = angrip(Skyddat(troskel, {serie.namn: ut}))
        if not fast:
            return ut
        dolda = doljning.fler(dolda)
    return None


def _krav(serie, klass, troskel, *, lika):
    """Yield how far each cell that is hidden for its own sake must be able to move.

    A small one over all that its words say; one that was altered since it was
    published, so that neither no alteration nor one of the threshold is shut out.
    """
    for plats, (cell, tal) in enumerate(serie.varden.items()):
        if not klass[cell].maste:
            continue
        ner, upp = 0, 0
        if 0 < tal < troskel:
            hog = troskel if lika else klass[cell].hog
            ner, upp = tal - klass[cell].lag, hog - tal
        andring = serie.andring(cell)
        if 0 < abs(andring) < troskel and tal >= troskel:
            langt = troskel - abs(andring)
            ner, upp = (andring, langt) if andring > 0 else (langt, -andring)
        yield Krav(plats, 1, max(upp, 0))
        yield Krav(plats, -1, max(ner, 0))


def _ute_redan(serie, troskel):
    """Return the places of the small cells that earlier publications give away."""
    sma = {
        plats for plats, tal in enumerate(serie.varden.values()) if 0 < tal < troskel
    }
    celler = list(serie.varden)
    if not any(serie.ar_ute(cell) for cell in celler):
        return set()
    fria = klasser(serie, 0, lika=True)
    fria = {
        cell: k if serie.ar_ute(cell) else k.__class__(0, None, maste=False, kan=True)
        for cell, k in fria.items()
    }
    prov = Motprov(serie, fria)
    dolda = {i for i, cell in enumerate(celler) if not serie.ar_ute(cell)}
    return {
        plats
        for plats in sma
        if plats not in dolda
        or all(prov.rackvidd(plats, at, dolda) == 0 for at in (1, -1))
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
        serie.samband,
        serie.axlar,
        serie.kant,
        frozenset(namn[plats] for plats in ute),
    )
