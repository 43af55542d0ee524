"""What bars and lines have in common: heights, words, notes and the table."""

from itertools import groupby
from math import ceil

from blanketter.rutin.matt import bredd, radbryt
from lagesbild.diagram.former import DOV, Ord, Ruta, Tabell

BREDD, TAK, BAS = 240, 20, 100  # the view box, the highest bar's top, the base line
TEXT, SMA, RAD = 12, 11, 16
STJARNA, STRECK = "*", "–"
INGEN = "ingen uppgift"
FLEST_KOLUMNER = 6
UPP, NER = -7, 16  # from a point to the base line of its figure


def ar_visad(varde):
    return varde is not None and varde.tal is not None


def visade(grupp):
    """Return the values of a group that are shown as numbers."""
    return [varde for varde in (*grupp.nu, *grupp.forr) if ar_visad(varde)]


def hogst_av(grupper):
    """Return what the scale goes to: the highest of what is shown."""
    return max((v.tal for grupp in grupper for v in visade(grupp)), default=0)


def hojden(tal, hogst):
    """Return how high a shown number stands; one that isn't nought can be seen."""
    return max(2, round((BAS - TAK) * tal / hogst)) if tal else 0


def i_ord(varde):
    return INGEN if varde is None else varde.text


def tabellen(rubrik, kategorier, grupper, nu, forr):
    """Return the figures of a chart, a row for each group and period.

    When the categories are many they are the rows instead, else it is too wide.
    """
    rader = []
    for grupp in grupper:
        for period, varden in ((nu, grupp.nu), (forr, grupp.forr)):
            if varden:
                namn = _radnamn(grupp.namn, period if forr else "", len(grupper))
                rader.append((namn, tuple(map(i_ord, varden))))
    if len(kategorier) <= FLEST_KOLUMNER:
        return Tabell.av(rubrik, kategorier, rader)
    vanda = list(zip(*(ord_ for _, ord_ in rader), strict=True))
    vanda = list(zip(kategorier, vanda, strict=True))
    return Tabell.av(rubrik, [namn for namn, _ in rader], vanda)


def _radnamn(namn, period, antal):
    if not period:
        return namn
    return period if antal == 1 else f"{namn}, {period}"


def titeln(grupp, kategorier, nu, forr):
    """Return all that a drawing says, in words, its message first."""
    delar = [f"{grupp.namn}: {grupp.i_ord}" if grupp.i_ord else grupp.namn]
    for period, varden in ((nu, grupp.nu), (forr, grupp.forr)):
        if varden:
            par = zip(kategorier, map(i_ord, varden), strict=True)
            i_rad = ", ".join(f"{kategori} {text}" for kategori, text in par)
            delar.append(f"{period}: {i_rad}" if period else i_rad)
    return ". ".join(delar) + "."


def ruta(grupp, kategorier, korta, nu, forr, ord_, noter, **former):
    """Return a drawing with its axis, its words and its notes under them."""
    plats = BREDD / len(korta)
    if max(bredd(namn, TEXT) for namn in korta) > plats - 2:
        korta = [namn[:1].upper() for namn in korta]
    axeln = [
        Ord(round(plats * (nr + 0.5)), BAS + 16, namn, TEXT, 400, "middle", DOV)
        for nr, namn in enumerate(korta)
    ]
    under = [
        Ord(0, BAS + 36 + RAD * nr, rad, TEXT, farg=DOV) for nr, rad in enumerate(noter)
    ]
    return Ruta(
        grupp.namn,
        titeln(grupp, kategorier, nu, forr),
        BREDD,
        BAS + 24 + RAD * len(noter),
        BAS,
        ord=(*axeln, *ord_, *under),
        **former,
    )


def noter(grupp, korta, nu, forr, *, bara=None):
    """Return in lines which figures are not shown, and in what words.

    `bara` picks the values that need it: those marked with a sign in the drawing.
    """
    orsaker = {}
    for period, varden in ((nu, grupp.nu), (forr, grupp.forr)):
        for nr, varde in enumerate(varden):
            if ar_visad(varde) or (bara and not bara(varde)):
                continue
            tecken = STRECK if varde is None else STJARNA
            nar = orsaker.setdefault(f"{tecken} {i_ord(varde)}", {})
            nar.setdefault(period, []).append(nr)
    rader = []
    for orsak, nar in orsaker.items():
        tider = "; ".join(_tiden(p, nummer, korta) for p, nummer in nar.items())
        rader += radbryt(f"{orsak}: {tider}", TEXT, BREDD)
    return rader


def _tiden(period, nummer, korta):
    if period and len(nummer) == len(korta):
        return f"hela {period}"
    return f"{spann(nummer, korta)} {period}".strip()


def spann(nummer, korta):
    """Return places of a row in words, those in a run by its ends: «jan–jun, aug»."""
    delar = []
    for _, langd in groupby(enumerate(nummer), key=lambda par: par[1] - par[0]):
        forst, *resten = [korta[nr] for _, nr in langd]
        if len(resten) > 1:
            delar.append(f"{forst}–{resten[-1]}")
        else:
            delar += [forst, *resten]
    return ", ".join(delar)


def ytterst(varden, mitter, hogst, *, under=False):
    """Return the figures of the highest and the lowest that are shown.

    `under` sets the lowest below its point where there is room.
    """
    visade_ = [(v, x) for v, x in zip(varden, mitter, strict=True) if ar_visad(v)]
    if not visade_:
        return []
    storst = max(visade_, key=lambda par: par[0].tal)
    minst = min(visade_, key=lambda par: par[0].tal)
    ut = [_siffran(*storst, hogst, UPP)]
    if minst[0].tal < storst[0].tal:
        rum = BAS - hojden(minst[0].tal, hogst) + NER < BAS
        ut.append(_siffran(*minst, hogst, NER if under and rum else UPP))
    return ut


def _siffran(varde, x, hogst, ifran):
    y = BAS - hojden(varde.tal, hogst) + ifran
    halv = ceil(bredd(varde.text, TEXT, 600) / 2)
    x = min(max(x, halv), BREDD - halv)  # at the edge, beside its point
    return Ord(x, y, varde.text, TEXT, 600, "middle")


def bara_ord(grupp, kategorier, korta, nu, forr):
    """Return a drawing of words alone, for a group without one shown figure."""
    kanda = [varde.text for varde in (*grupp.forr, *grupp.nu) if varde is not None]
    stor = grupp.summa or (kanda[-1] if kanda else INGEN)
    storlek = 17 if bredd(stor, 17) <= BREDD else TEXT
    sma = radbryt(_resten(grupp, korta, nu, kanda), TEXT, BREDD)
    under = [Ord(0, 62 + RAD * nr, rad, TEXT, farg=DOV) for nr, rad in enumerate(sma)]
    botten = max(BAS, 62 + RAD * len(sma))
    return Ruta(
        grupp.namn,
        titeln(grupp, kategorier, nu, forr),
        BREDD,
        botten + 4,
        botten,
        ord=(Ord(0, 40, stor[:1].upper() + stor[1:], storlek), *under),
    )


def _resten(grupp, korta, nu, kanda):
    """Return what the small words say: which parts the large ones stand for."""
    if not kanda:
        return ""
    if nu:
        return "Visas inte uppdelat."
    per_ord = {}
    for nr, varde in enumerate(grupp.nu):
        per_ord.setdefault(i_ord(varde), []).append(nr)
    if len(per_ord) == 1:
        return spann(range(len(korta)), korta)
    return "; ".join(f"{spann(nar, korta)}: {text}" for text, nar in per_ord.items())
