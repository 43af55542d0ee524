"""Files of statistics in the shapes that offices send them, each with what it says.

Every file is drawn from the same made-up cases, so its sums are known before it is
written. `alla()` gives them; a test reads each and compares.
"""

import io
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

import xlsxwriter

DELAR = ("Ekbacken", "Åsen", "Norrgläntan")
SLAG = ("Klotter", "Klistermärke", "Hot", "Kränkning")
MILJOER = ("Vitmakt", "Autonoma", "Islamism", "Okänt")
MANADER = "jan feb mar apr maj jun jul aug sep okt nov dec".split()
HELA = (
    "januari februari mars april maj juni juli augusti september oktober november "
    "december"
).split()
AR = 2024


@dataclass
class Fil:
    """A file and its truth; `sheet` a sheet's name when it isn't the only one."""

    namn: str
    data: bytes
    rader: int
    summa: int
    per: dict = field(default_factory=dict)
    avvisade: tuple = ()
    per_manad: dict | None = None


def fall(antal=90, ar=AR, seed=1):
    """Return made-up cases: (day, part, kind, environment)."""
    slump = random.Random(seed)  # noqa: S311  # made-up cases, the same each time
    return [
        (
            date(ar, 1, 1) + timedelta(days=slump.randrange(365)),
            slump.choice(DELAR),
            slump.choice(SLAG),
            slump.choice(MILJOER),
        )
        for _ in range(antal)
    ]


def per(rader, plats):
    return dict(Counter(rad[plats] for rad in rader))


def manadssummor(rader):
    return dict(Counter(f"{rad[0]:%Y-%m}" for rad in rader))


def csv(rader, tecken=";", kodning="utf-8", slut="\n"):
    def cell(varde):
        text = str(varde)
        if any(t in text for t in (tecken, '"', "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text

    return slut.join(tecken.join(map(cell, rad)) for rad in rader).encode(kodning)


def bok(*blad, sammanfoga=()):
    """Return an .xlsx of (name, rows); `sammanfoga` are ranges of the first sheet."""
    ut = io.BytesIO()
    arbetsbok = xlsxwriter.Workbook(ut, {"in_memory": True})
    dag = arbetsbok.add_format({"num_format": "yyyy-mm-dd"})
    for nr, (namn, rader) in enumerate(blad):
        sida = arbetsbok.add_worksheet(namn)
        for y, rad in enumerate(rader):
            for x, cell in enumerate(rad):
                if isinstance(cell, date):
                    sida.write_datetime(y, x, cell, dag)
                elif cell != "":
                    sida.write(y, x, cell)
        if not nr:
            for y1, x1, y2, x2 in sammanfoga:
                sida.merge_range(y1, x1, y2, x2, rader[y1][x1])
    arbetsbok.close()
    return ut.getvalue()


def lista(rader, dag="{:%Y-%m-%d}"):
    """Return cases as rows under headings, the day written as `dag` or kept as one."""
    huvud = ["Ärende", "Inkom", "Stadsdel", "Typ", "Budskap", "Yta m2"]
    return [
        huvud,
        *(
            [f"K{24000 + nr}", dag.format(d) if dag else d, *resten, f"{nr % 40},5"]
            for nr, (d, *resten) in enumerate(rader)
        ),
    ]


def korstabell(rader, etikett=2, *, ar=AR):
    """Return {label: [twelve months]} of the year's cases."""
    svar = {ord_: [0] * 12 for ord_ in sorted({rad[etikett] for rad in rader})}
    for rad in rader:
        if rad[0].year == ar:
            svar[rad[etikett]][rad[0].month - 1] += 1
    return svar


def alla():
    yield from _listor()
    yield from _kodningar()
    yield from _manadstabeller()
    yield from _tvaradiga()
    yield from _langa_tabeller()
    yield from _andra_tider()
    yield from _med_fel()


def _listfil(namn, data, rader, **falt):
    orden = {"Stadsdel": per(rader, 1), "Typ": per(rader, 2), "Budskap": per(rader, 3)}
    sant = {"per": orden, "per_manad": manadssummor(rader), **falt}
    return Fil(namn, data, len(rader), len(rader), **sant)


def _listor():
    rader = fall()
    former = {
        "iso": "{:%Y-%m-%d}",
        "punkt": "{:%d.%m.%Y}",
        "snedstreck": "{:%d/%m/%Y}",
        "blandat": "{0.day}/{0.month} {0.year}",
        "amerikanskt": "{:%m/%d/%Y}",
        "klocka": "{:%Y-%m-%d} 13:45",
        "tolv-siffror": "{:%Y%m%d}",
        "manad": "{:%Y-%m}",
        "manadsnummer": "{:%Y%m}",
    }
    for namn, form in former.items():
        yield _listfil(f"lista-{namn}.csv", csv(lista(rader, form)), rader)
    svenska = [
        [r[0], f"{d.day} {HELA[d.month - 1]} {d.year}", *r[2:]]
        for r, (d, *_) in zip(lista(rader)[1:], rader, strict=True)
    ]
    yield _listfil("lista-ord.csv", csv([lista(rader)[0], *svenska]), rader)
    yield _listfil("lista.xlsx", bok(("Data", lista(rader, ""))), rader)
    titel = [["Klotter i Ekhamra"], ["Uttag 2025-01-10", "", "av trafikkontoret"], []]
    slut = [[], ["Summa", "", "", "", "", len(rader)], ["Källa: klotterregistret"]]
    allt = [*titel, *lista(rader), *slut]
    yield _listfil("lista-titel.csv", csv(allt), rader)
    yield _listfil(
        "lista-titel.xlsx", bok(("Uttag", [*titel, *lista(rader, "")])), rader
    )
    luckor = [rad for r in lista(rader) for rad in (r, [""] * 6)]
    yield _listfil("lista-tomma-rader.csv", csv(luckor), rader)
    flyttad = [["", "", *rad[:3], "", *rad[3:]] for rad in lista(rader, "")]
    yield _listfil("lista-flyttad.xlsx", bok(("A", [[], [], *flyttad])), rader)
    yield _listfil("lista-utan-id.csv", csv([r[1:5] for r in lista(rader)]), rader)
    utan_rubrik = [r[1:5] for r in lista(rader)[1:]]
    sant = dict(zip(("Kolumn B", "Kolumn C", "Kolumn D"), (1, 2, 3), strict=True))
    orden = {k: per(rader, plats) for k, plats in sant.items()}
    yield _listfil("utan-rubrik.csv", csv(utan_rubrik), rader, per=orden)
    upprepad = [*lista(rader)[:40], lista(rader)[0], *lista(rader)[40:]]
    yield _listfil("rubrik-igen.csv", csv(upprepad), rader)
    flera = bok(
        ("Läs mig", [["Så här läser du filen"], ["Kontakta oss"]]),
        ("Data", lista(rader, "")),
        ("Koder", [["Kod", "Betydelse"], ["VM", "Vitmakt"]]),
    )
    yield _listfil("flera-blad.xlsx", flera, rader)
    fritext = [
        [*r, "Beskrivning" if not i else f'Anna såg, \n"{i}" män; vid torget, hörn {i}']
        for i, r in enumerate(lista(rader))
    ]
    yield _listfil("fritext.csv", csv(fritext), rader)
    dubbel = [
        [*r, "Typ" if not i else "Övrigt ärende", "Åtgärdat" if not i else "2025-02-01"]
        for i, r in enumerate(lista(rader))
    ]
    yield _listfil("dubbla-rubriker.csv", csv(dubbel), rader)


def _kodningar():
    rader = fall(40, seed=2)
    par = (
        ("utf-8-sig", ",", "\n"),
        ("cp1252", ";", "\r\n"),
        ("latin-1", "\t", "\r\n"),
        ("utf-16", "\t", "\r\n"),
        ("utf-16-le", ";", "\n"),
        ("mac_roman", ";", "\r"),
        ("cp850", ";", "\r\n"),
    )
    for kodning, tecken, slut in par:
        data = csv(lista(rader), tecken, kodning, slut)
        yield _listfil(f"kodning-{kodning}.csv", data, rader)
    data = b"sep=,\r\n" + csv(lista(rader), ",")
    yield _listfil("sep.csv", data, rader)


def _tabellfil(namn, data, tabell, rubrik="Typ", **falt):
    orden = {ord_: sum(tal) for ord_, tal in tabell.items()}
    sant = {"per": {rubrik: orden}, **falt}
    return Fil(namn, data, len(tabell), sum(orden.values()), **sant)


def _manadstabeller():
    rader = fall(200, seed=3)
    tabell = korstabell(rader)
    manader = manadssummor(rader)
    summor = [sum(kolumn) for kolumn in zip(*tabell.values(), strict=True)]
    huvuden = {
        "kort": MANADER,
        "versal": [m.capitalize() for m in MANADER],
        "punkt": [f"{m}." for m in MANADER],
        "hela": HELA,
        "med-ar": [f"{m} {AR}" for m in HELA],
        "streck": [f"{m.capitalize()}-24" for m in MANADER],
        "iso": [f"{AR}-{m:02}" for m in range(1, 13)],
        "siffror": [str(m) for m in range(1, 13)],
        "talmanad": [f"{AR}{m:02}" for m in range(1, 13)],
    }
    for namn, huvud in huvuden.items():
        allt = [["Typ", *huvud], *([o, *tal] for o, tal in tabell.items())]
        yield _tabellfil(
            f"manader-{namn}-{AR}.csv", csv(allt), tabell, per_manad=manader
        )
        yield _tabellfil(
            f"manader-{namn}.xlsx", bok((str(AR), allt)), tabell, per_manad=manader
        )
    med_summa = [
        [f"Avvikelser {AR}"],
        [],
        ["Typ", *MANADER, "Totalt"],
        *([o, *tal, sum(tal)] for o, tal in tabell.items()),
        ["Summa", *summor, sum(summor)],
        ["* Avser anmälda avvikelser"],
    ]
    yield _tabellfil("summor.csv", csv(med_summa), tabell, per_manad=manader)
    yield _tabellfil("summor.xlsx", bok(("IA", med_summa)), tabell, per_manad=manader)
    utan_ord = [*med_summa[:-2], ["", *summor, sum(summor)]]
    yield _tabellfil("summa-utan-ord.csv", csv(utan_ord), tabell, per_manad=manader)
    datumhuvud = [
        ["Typ", *(date(AR, m, 1) for m in range(1, 13))],
        *([o, *tal] for o, tal in tabell.items()),
    ]
    yield _tabellfil("datumhuvud.xlsx", bok(("A", datumhuvud)), tabell)
    formler = [
        [f"Avvikelser {AR}"],
        ["Typ", *MANADER, "Totalt"],
        *(
            [o, *tal, f"=SUM(B{i}:M{i})"]
            for i, (o, tal) in enumerate(tabell.items(), 3)
        ),
    ]
    yield _tabellfil("formler.xlsx", bok(("A", formler)), tabell)
    kvartal = [
        [
            "Typ",
            *(
                c
                for k in range(4)
                for c in (*MANADER[k * 3 : k * 3 + 3], f"Kv {k + 1}")
            ),
        ],
        *(
            [
                o,
                *(
                    c
                    for k in range(4)
                    for c in (*t[k * 3 : k * 3 + 3], sum(t[k * 3 : k * 3 + 3]))
                ),
            ]
            for o, t in tabell.items()
        ),
    ]
    yield _tabellfil(f"kvartal-bredvid-{AR}.csv", csv(kvartal), tabell)
    tusen = [
        [f"Rapport {AR}"],
        ["Typ", *MANADER],
        ["Hot", "1 234", "2\u00a0000", "3\u202f100", *["–"] * 9],
        ["Klotter", *["0"] * 11, "10"],
    ]
    tal = {"Hot": [6334], "Klotter": [10]}
    yield _tabellfil("tusental.csv", csv(tusen), tal)
    omvand = [
        ["Månad", *tabell, "Totalt"],
        *(
            [m, *(t[i] for t in tabell.values()), sum(t[i] for t in tabell.values())]
            for i, m in enumerate(MANADER)
        ),
        ["Totalt", *map(sum, tabell.values()), sum(map(sum, tabell.values()))],
    ]
    orden = {o: sum(t) for o, t in tabell.items()}
    yield Fil(
        f"manader-pa-raderna-{AR}.csv",
        csv(omvand),
        12,
        sum(orden.values()),
        {"Händelse": orden},
        per_manad=manader,
    )


def _tvaradiga():
    rader = [*fall(120, 2023, 4), *fall(130, 2024, 5)]
    ett, tva = korstabell(rader, ar=2023), korstabell(rader, ar=2024)
    tabell = {o: [*ett[o], *tva[o]] for o in ett}
    allt = [
        ["Rapport ur systemet"],
        ["", "2023", *[""] * 11, "2024", *[""] * 11],
        ["Typ", *MANADER, *MANADER],
        *([o, *t] for o, t in tabell.items()),
    ]
    manader = manadssummor(rader)
    yield _tabellfil("tva-rader.csv", csv(allt), tabell, per_manad=manader)
    sammanfogat = bok(("A", allt), sammanfoga=[(1, 1, 1, 12), (1, 13, 1, 24)])
    yield _tabellfil("tva-rader.xlsx", sammanfogat, tabell, per_manad=manader)
    miljo = [
        ["", *(c for m in MILJOER for c in (m, ""))],
        ["Stadsdel", *("2023", "2024") * 4],
        *(
            [d, *(_antal(rader, d, m, ar) for m in MILJOER for ar in (2023, 2024))]
            for d in DELAR
        ),
    ]
    yield Fil(
        "miljo-over-ar.csv",
        csv(miljo),
        3,
        250,
        {"Stadsdel": per(rader, 1), "Miljö": per(rader, 3)},
        per_manad={"2023": 120, "2024": 130},
    )
    grupper = [[f"Händelser {2024}"], ["Stadsdel", "Typ", *MANADER, "Totalt"]]
    nya = [r for r in rader if r[0].year == 2024]
    for d in DELAR:
        egna = korstabell([r for r in nya if r[1] == d])
        for i, (o, t) in enumerate(egna.items()):
            grupper.append([d if not i else "", o, *t, sum(t)])
        kolumner = [sum(k) for k in zip(*egna.values(), strict=True)]
        grupper.append([f"Summa {d}", "", *kolumner, sum(kolumner)])
    hela = [sum(k) for k in zip(*korstabell(nya).values(), strict=True)]
    grupper.append(["Totalt", "", *hela, sum(hela)])
    sant = {"Stadsdel": per(nya, 1), "Typ": per(nya, 2)}
    antal = sum(len(korstabell([r for r in nya if r[1] == d])) for d in DELAR)
    yield Fil("grupper.csv", csv(grupper), antal, len(nya), sant)
    yield Fil("grupper.xlsx", bok(("A", grupper)), antal, len(nya), sant)
    avsnitt = [["Typ", *MANADER]]
    for d in DELAR:
        avsnitt.append([d])
        avsnitt += [
            [o, *t] for o, t in korstabell([r for r in nya if r[1] == d]).items()
        ]
    orden = {"Avsnitt": per(nya, 1), "Typ": per(nya, 2)}
    yield Fil("avsnitt-2024.csv", csv(avsnitt), antal, len(nya), orden)
    pivot = [["Radetiketter", "Antal av ärende"]]
    for d in DELAR:
        egna = per([r for r in nya if r[1] == d], 2)
        pivot.append([d, sum(egna.values())])
        pivot += [[o, n] for o, n in egna.items()]
    pivot.append(["Totalsumma", len(nya)])
    orden = {"Avsnitt": per(nya, 1), "Radetiketter": per(nya, 2)}
    yield Fil("pivot-2024.xlsx", bok(("Blad1", pivot)), antal, len(nya), orden)


def _antal(rader, del_, miljo, ar):
    return sum(r[1] == del_ and r[3] == miljo and r[0].year == ar for r in rader)


def _langa_tabeller():
    rader = fall(150, seed=6)
    grupper = Counter((r[0].month, r[1], r[2]) for r in rader)
    for namn, ord_ in (
        ("ar-manad", lambda m: [AR, m]),
        ("ar-manadsnamn", lambda m: [AR, HELA[m - 1]]),
    ):
        allt = [
            ["År", "Månad", "Stadsdel", "Typ", "Antal"],
            *([*ord_(m), d, s, n] for (m, d, s), n in sorted(grupper.items())),
        ]
        yield _lang(f"lang-{namn}.csv", csv(allt), grupper, rader)
        yield _lang(f"lang-{namn}.xlsx", bok(("A", allt)), grupper, rader)
    allt = [
        ["Period", "Stadsdel", "Typ", "Antal ärenden"],
        *([f"{AR}M{m:02}", d, s, n] for (m, d, s), n in sorted(grupper.items())),
        ["", "", "Summa", len(rader)],
    ]
    yield _lang("lang-period.csv", csv(allt), grupper, rader)


def _lang(namn, data, grupper, rader):
    orden = {"Stadsdel": per(rader, 1), "Typ": per(rader, 2)}
    return Fil(
        namn, data, len(grupper), len(rader), orden, per_manad=manadssummor(rader)
    )


def _andra_tider():
    aren = [["Typ", "2021", "2022", "2023"], ["Hot", 1, 2, 3], ["Klotter", 4, 5, 6]]
    tal = {"Hot": [6], "Klotter": [15]}
    per_ar = {"2021": 5, "2022": 7, "2023": 9}
    yield _tabellfil("ar.csv", csv(aren), tal, per_manad=per_ar)
    yield _tabellfil("ar.xlsx", bok(("A", aren)), tal, per_manad=per_ar)
    tertial = [
        ["Typ", "T1 2024", "T2 2024", "T3 2024", "2024"],
        ["Hot", 1, 2, 3, 6],
        ["Klotter", 4, 5, 6, 15],
    ]
    manader = {"2024-01–04": 5, "2024-05–08": 7, "2024-09–12": 9}
    yield _tabellfil("tertial.csv", csv(tertial), tal, per_manad=manader)
    kvartal = [["Kvartal", "Typ", "Antal"], ["2024K1", "Hot", 2], ["2024K3", "Hot", 5]]
    sant = {"2024-01–03": 2, "2024-07–09": 5}
    yield Fil("kvartal.csv", csv(kvartal), 2, 7, {"Typ": {"Hot": 7}}, per_manad=sant)
    vecka = [["Vecka", "Typ"], ["v. 12 2024", "Hot"], ["v. 1 2024", "Klotter"]]
    sant = {"2024-03": 1, "2024-01": 1}
    yield Fil("vecka.csv", csv(vecka), 2, 2, per_manad=sant)
    bara_ar = [["Typ", "Antal"], ["Hot", 3], ["Klotter", 4], ["Totalt", 7]]
    orden = {"Typ": {"Hot": 3, "Klotter": 4}}
    yield Fil("polis-2025.csv", csv(bara_ar), 2, 7, orden, per_manad={"2025": 7})
    serietal = [["Datum", "Typ"], [45292, "Hot"], [45323, "Hot"]]
    sant = {"2024-01": 1, "2024-02": 1}
    yield Fil("serietal.xlsx", bok(("A", serietal)), 2, 2, per_manad=sant)
    en_kolumn = [["Datum"], ["2024-01-03"], ["2024-01-09"], ["2024-02-01"]]
    yield Fil(
        "en-kolumn.csv", csv(en_kolumn), 3, 3, per_manad={"2024-01": 2, "2024-02": 1}
    )


def _med_fel():
    rader = lista(fall(10, seed=7))
    rader[3][1] = "2020-31-12"
    rader[5][1] = ""
    rader[7][1] = "i våras"
    yield Fil("daliga-datum.csv", csv(rader), 7, 7, avvisade=(4, 6, 8))
    tabell = [
        [f"Rapport {AR}"],
        ["Typ", *MANADER[:3]],
        ["Hot", 1, "två", 3],
        ["Klotter", 1, 2, 3],
        ["Våld", -1, 2, 3],
        ["Annat", "1,5", 1, 1],
    ]
    sant = {"Typ": {"Klotter": 6, "Hot": 4}}
    yield Fil("daliga-tal.csv", csv(tabell), 2, 10, sant, avvisade=(3, 5, 6))
    dolda = [["Typ", *(f"{m} 2024" for m in MANADER[:4])], ["Hot", "<5", "..", 3, "-"]]
    yield Fil("dolda.csv", csv(dolda), 1, 3, {"Typ": {"Hot": 3}})
    person = lista(fall(6, seed=8))
    person[2][3] = "19811228-9874"
    yield Fil("personnummer.csv", csv(person), 5, 5, avvisade=(3,))
