"""A file of statistics → its sheets as columns. Runs in a child process, no Django."""

from statistics import median

from lagesbild.statistikfil.avkoda import SPARA_OM, las_text
from lagesbild.statistikfil.bok import ar_bok, las_bok
from lagesbild.statistikfil.kolumner import kolumnerna
from lagesbild.statistikfil.ord import NOT, ar_matt, ar_summa
from lagesbild.statistikfil.pivot import utlagd_pivot
from lagesbild.statistikfil.rubriker import hitta_huvud, rubriktexter
from lagesbild.statistikfil.tabeller import delade
from lagesbild.statistikfil.tal import ar_tallikt
from lagesbild.statistikfil.tid import las_rubriktid
from vbeplan.filer.fel import FilFel
from vbeplan.filer.framsteg import anmal

MAX_KOLUMNER = 400
MAX_BLAD_MED_RADER = 12
TOMMA_GRUPPER = {"(tom)", "(tomt)", "(blank)"}  # a pivot's group of cases without
INGA_RADER = (
    "Filen har rubriker men inga rader under dem. Kontrollera att du valde rätt fil "
    "och att uttaget inte blev tomt."
)


def las_statistik(data):
    """Return {"blad": [sheet, …]} of a .csv, .xlsx, .xls or .ods. Raises FilFel.

    A sheet: "namn", "synligt", "titlar", "rubrikrad" (number or None), "nr" (each row's
    number as Excel shows it), "kolumner" (see kolumner.py), "summor" ({place of a row
    in "nr": its label}), "alla" (the same, by words that may be a category too), "matt"
    (the same of means, shares and parts of other rows), "noter" (texts after the
    table), "dolda_rader" and "dolda_kolumner" (how many the sheet hides).
    """
    if not data.strip(b" \r\n\t;,\x00\xef\xbb\xbf\xff\xfe"):
        raise FilFel(
            "Filen är tom. Kontrollera att rätt fil är vald och att den är sparad, och "
            "ladda upp den igen."
        )
    blad = las_bok(data) if ar_bok(data) else [("", _text(data), True, [])]
    funna = [ett for ett_blad in blad for ett in _tabellerna(*ett_blad)]
    funna = [ett for ett in funna if ett and ett["nr"]][:MAX_BLAD_MED_RADER]
    if not funna:
        raise FilFel(INGA_RADER)
    return {"blad": funna}


def _text(data):
    for borjan, slag in ((b"%PDF", "en PDF"), (b"{\\rtf", "en RTF-fil")):
        if data.startswith(borjan):
            raise FilFel(
                f"Det här är {slag}. Be om uppgifterna som CSV eller Excel, eller "
                "skriv av dem i en Excel-fil."
            )
    if data.lstrip()[:1] == b"<":
        raise FilFel(f"Det här är en webbsida eller XML och ingen tabell. {SPARA_OM}")
    anmal("Textfilen läses.")
    return las_text(data)


def _tabellerna(namn, rader, synligt, sammanfogade, gomt=(0, 0)):
    """Return the tables of a sheet; a title above them all is every one's."""
    svar, titlar = [], []
    for namn_, rader_, egna in delade(namn, rader, sammanfogade):
        if ett := _blad(namn_, rader_, synligt, egna):
            ett["titlar"] = [*ett["titlar"], *titlar][:20]
            titlar = titlar or ett["titlar"][:1]
            ett["dolda_rader"], ett["dolda_kolumner"] = gomt
            svar.append(ett)
    return svar


def _blad(namn, rader, synligt, sammanfogade):
    bredd = max(map(len, rader), default=0)
    if bredd > MAX_KOLUMNER:
        raise FilFel(
            f"Tabellen har {bredd} kolumner; högst {MAX_KOLUMNER} går att läsa. Ta "
            "bort tomma kolumner efter tabellen och ladda upp filen igen."
        )
    huvud = hitta_huvud(rader, sammanfogade)
    if not huvud:
        return None
    _fyll_sammanfogade(rader, huvud.forsta_data, sammanfogade)
    rubriker = rubriktexter(rader, huvud, bredd, sammanfogade)
    under = _datarader(rader, huvud)
    anmal(f"{len(under)} rader lästa. Kolumnerna granskas.")
    under, noter, avsnitt = _skilj_ut(under)
    if avsnitt is None:
        under, avsnitt = utlagd_pivot(under)
    elif not avsnitt[0] and huvud.titlar:
        forst = huvud.titlar[-1]  # over the first section stands the sheet's own title
        avsnitt = [ett or forst for ett in avsnitt]
    # What follows the table without belonging to it can hold the year or the source.
    kolumner = kolumnerna(rubriker, [rad for _, rad in under], avsnitt)
    summor, alla = _summarader(under)
    return {
        "namn": namn,
        "synligt": synligt,
        "titlar": [t[:200] for t in huvud.titlar],
        "rubrikrad": huvud.rader[-1] + 1 if huvud.rader else None,
        "nr": [nr for nr, _ in under],
        "kolumner": kolumner,
        "summor": summor,
        "alla": alla,
        "matt": _mattrader(under),
        "noter": noter[:20],
    }


def _fyll_sammanfogade(rader, forsta, sammanfogade):
    """Let a value that was merged over several rows stand in each of them."""
    for r1, k1, r2, k2 in sammanfogade:
        if r1 >= forsta and k1 == k2 and k1 < len(rader[r1]):
            for rad in rader[r1 + 1 : r2 + 1]:
                if k1 < len(rad):
                    rad[k1] = rader[r1][k1]


def _datarader(rader, huvud):
    """Return (number, cells) of the rows below the head that hold anything.

    A head that is repeated further down, as on each printed page, is left out.
    """
    rubrik = [c for c in rader[huvud.rader[-1]] if c != ""] if huvud.rader else None
    return [
        (nr, rad)
        for nr, rad in enumerate(rader[huvud.forsta_data :], huvud.forsta_data + 1)
        if any(c != "" for c in rad) and [c for c in rad if c != ""] != rubrik
    ]


def _skilj_ut(under):
    """Return (rows, notes, section per row): lone texts are one or the other.

    A lone text between rows of numbers is the heading of those below it; after the last
    row it is a note. In a list of cases a lone text may be a broken row, and stays.
    """
    bredder = [_antal(rad) for _, rad in under]
    if not bredder or median(bredder) < 2:
        return under, [], None
    ar_tabell = _mest_tal(under)
    ensam = [_ensam_text(rad) for _, rad in under]
    sista = max((i for i, text in enumerate(ensam) if not text), default=-1)
    rader, noter, avsnitt, nu = [], [], [], ""
    for i, (nr, rad) in enumerate(under):
        text = ensam[i]
        if text and (NOT.match(text) or (i > sista and (ar_tabell or " " in text))):
            noter.append(text[:200])
        elif text and (ar_summa(text) or text.casefold() in TOMMA_GRUPPER):
            continue
        elif text and ar_tabell:
            nu = text[:200]
        else:
            rader.append((nr, rad))
            avsnitt.append(nu)
    return rader, noter, avsnitt if any(avsnitt) else None


def _antal(rad):
    return sum(c != "" for c in rad)


def _ensam_text(rad):
    """The only cell of a row when it is words: "" for every other row."""
    celler = [c for c in rad if c != ""]
    if len(celler) != 1 or not isinstance(celler[0], str):
        return ""
    text = " ".join(celler[0].split())
    return "" if ar_tallikt(text) or las_rubriktid(text) else text


def _mest_tal(under):
    """Whether rows are mostly numbers: a table of sums, not a list of cases."""
    prov = under[:200]
    tal = sum(ar_tallikt(c) for _, rad in prov for c in rad if c != "")
    fyllda = sum(_antal(rad) for _, rad in prov)
    tva = sum(
        any(c != "" and ar_tallikt(c) and not las_rubriktid(c) for c in rad)
        for _, rad in prov
    )
    return tal >= 0.3 * fyllda and tva >= 0.5 * len(prov)


def _summarader(under):
    """Return the rows with a label that says sum, by place, sure and unsure."""
    summor, alla = {}, {}
    bredd = max((len(rad) for _, rad in under), default=0)
    traffar = [{} for _ in range(bredd)]
    for plats, (_, rad) in enumerate(under):
        for kolumn, cell in enumerate(rad):
            if cell.__class__ is str and cell and _kan_vara_summa(cell):
                traffar[kolumn][plats] = cell[:80]
    for kolumn in traffar:
        # A column that says «Totalt» on every row is no sum of the others.
        if len(kolumn) <= 0.6 * len(under) or len(under) < 3:
            for plats, text in kolumn.items():
                (summor if ar_summa(text, alla=False) else alla).setdefault(plats, text)
    return summor, alla


def _mattrader(under):
    """Return {place: label} of the rows whose first words say a measure."""
    forsta = (
        (p, next((c for c in r if c != ""), "")) for p, (_, r) in enumerate(under)
    )
    return {plats: text[:80] for plats, text in forsta if ar_matt(text)}


_kanda = {}


def _kan_vara_summa(cell):
    if cell not in _kanda:
        if len(_kanda) > 20_000:
            _kanda.clear()
        _kanda[cell] = ar_summa(cell)
    return _kanda[cell]
