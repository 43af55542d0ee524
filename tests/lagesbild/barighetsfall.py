"""Cases of figures, by name, for the sentences on what they carry.

barighetsfall.txt has what is said of each. After a change of words it is written anew
with `alla_som_text()`, and the difference is read.
"""

from dataclasses import replace

from lagesbild.barighet.grund import Antal, Enheter, Grund, Seriepar
from lagesbild.barighet.meningar import meningar
from lagesbild.sammanstallning import SammaManader

A = Antal.med
FA, DOLT = Antal("färre än 5"), Antal("visas inte")


def enheter(snitt, fragade=40, **mer):
    falt = {"tillfragade": fragade * 3, "svar": round(snitt * 3)}
    return Enheter(**falt, snitt=snitt, fragade_snitt=fragade, **mer)


def klotter(nu, forr, **mer):
    return (Seriepar("Klottersanering", "ärenden", nu, forr, ar_klotter=True, **mer),)


GRUND = Grund(
    nu="2026",
    forr="2025",
    handelser=A(14),
    handelser_forr=A(9),
    enheter=enheter(31),
    enheter_forr=enheter(18),
    oberoende=klotter(A(31), A(30)),
)

_UTAN = Enheter()
_ENHETER = {
    "fler enheter": (enheter(31), enheter(18)),
    "färre enheter": (enheter(18), enheter(31)),
    "lika många enheter": (enheter(25), enheter(25)),
    "inga enheter registrerade": (_UTAN, _UTAN),
    "inga enheter registrerade året före": (enheter(31), _UTAN),
    "ingen svarade i år": (enheter(0), enheter(18)),
    "få svarade båda åren": (enheter(4), enheter(3)),
    "tillfrågade om en del": (enheter(31), enheter(18, ar_delvis=True)),
    "bytt i år": (enheter(31, ar_bytt=True), enheter(18)),
    "snitt": (enheter(30.7, del_ord="tertial"), enheter(18, del_ord="tertial")),
    "snitt av olika": (enheter(30.7, del_ord="månad"), enheter(18, del_ord="tertial")),
}
_ANTAL = {
    "fler": (A(14), A(9)),
    "färre": (A(9), A(14)),
    "lika": (A(12), A(12)),
    "inga": (A(0), A(0)),
    "från inga": (A(20), A(0)),
    "till inga": (A(0), A(20)),
    "många fler": (A(90), A(20)),
    "många färre": (A(20), A(90)),
    "för få": (A(5), A(0)),
}
_DOLDA = {
    "få i år": (FA, A(9)),
    "få i år, många före": (FA, A(90)),
    "få året före": (A(9), FA),
    "få året före, många i år": (A(90), FA),
    "få båda åren": (FA, FA),
    "dolt i år": (DOLT, A(9)),
    "dolt båda åren": (DOLT, DOLT),
    "få i år, dolt före": (FA, DOLT),
}
SAMMA = SammaManader("januari–oktober 2026", 10, 66, "2025", 71)
NER = SammaManader("januari–oktober 2026", 10, 40, "2025", 90)
DEL = SammaManader("januari–augusti 2026", 8, 55, "2025", 60, ar_alla=False)
_KLOTTER = {
    "klotter upp": klotter(A(90), A(40)),
    "klotter ner": klotter(A(40), A(90)),
    "klotter lika": klotter(A(500), A(510)),
    "klotter samma antal": klotter(A(31), A(31)),
    "klotter inga": klotter(A(0), A(0)),
    "klotter saknas": (),
    "klotter saknas i år": klotter(None, A(30)),
    "klotter dolt": klotter(DOLT, A(30)),
    "klotter få": klotter(A(30), FA),
    "klotter utan jämförelse": klotter(A(31), None),
    "klotter samma månader": klotter(A(66), None, samma=SAMMA),
    "klotter hittills": klotter(A(66), None, samma=SAMMA, ar_hittills=True),
    "klotter hittills, en del": klotter(A(80), None, samma=DEL, ar_hittills=True),
    "klotter samma månader, ner": klotter(A(40), None, samma=NER),
    "annan serie": (Seriepar("Polisens tabell", "anmälningar", A(90), A(40)),),
    "två som inte är eniga": (
        Seriepar("Trafikkontoret", "saneringar", A(90), A(40)),
        Seriepar("Bostadsbolaget", "saneringar", A(40), A(90)),
    ),
}
_UTFALL = {
    "mer per enhet": {"handelser": A(90), "handelser_forr": A(20)},
    "mindre per enhet": {"handelser": A(20), "handelser_forr": A(90)},
    "ovisst per enhet": {},
    "samma per enhet": {
        "handelser": A(600),
        "handelser_forr": A(610),
        "enheter_forr": enheter(31),
    },
}
_OVRIGA = {
    "ingen period före": {"forr": "", "handelser_forr": None},
    "ingen period före, dolt": {"forr": "", "handelser_forr": None, "handelser": FA},
    "ingen period före, inga": {"forr": "", "handelser_forr": None, "handelser": A(0)},
    "ny grund": {
        "handelser_forr": None,
        "varfor": "Siffrorna för 2025 står inte på samma grund och jämförs inte.",
    },
    "pågår": {"pagar": True, "manader": (10.5, 12)},
    "pågår, många": {"pagar": True, "manader": (6, 12), "handelser": A(90)},
    "inga siffror": {"handelser": None, "handelser_forr": None},
    "brutna år": {"nu": "juli 2025–juni 2026", "forr": "juli 2024–juni 2025"},
    "miljöer": {
        "miljoer": (
            ("Vit makt-miljön", A(60), A(8)),
            ("Den autonoma miljön", A(8), A(6)),
            ("En annan miljö", FA, A(6)),
        )
    },
    "miljöer utan skillnad": {
        "miljoer": (
            ("Vit makt-miljön", A(8), A(6)),
            ("Den autonoma miljön", A(6), A(5)),
        )
    },
    "inte stängd": {"enheter": enheter(31, ar_stangd=False, minst_inget=70)},
    "personalens serie": {
        "beroende": (Seriepar("IA", "avvikelser", A(12), A(9)),),
    },
}


def fall():
    """Return {name: Grund} of the whole table."""
    ut = {}
    for namn, (nu, forr) in (_ANTAL | _DOLDA).items():
        med = {"handelser": nu, "handelser_forr": forr}
        for enhetsnamn, (e, e_forr) in _ENHETER.items():
            if namn == "fler" or enhetsnamn in _VANLIGA:
                mer = {"enheter": e, "enheter_forr": e_forr}
                ut[f"{namn}, {enhetsnamn}"] = replace(GRUND, **med, **mer)
    for namn, med in _UTFALL.items():
        for klotternamn, serier in _KLOTTER.items():
            ut[f"{namn}, {klotternamn}"] = replace(GRUND, **med, oberoende=serier)
    return ut | {namn: replace(GRUND, **med) for namn, med in _OVRIGA.items()}


_VANLIGA = (
    "fler enheter",
    "färre enheter",
    "lika många enheter",
    "inga enheter registrerade",
)


def som_text(grund):
    """Return the sentences of a case, one to a line, without rates and method."""
    return "\n".join(m.text for m in meningar(grund) if m.slag not in ("metod", "takt"))


def alla_som_text():
    """Return the golden file."""
    return "\n\n".join(f"# {namn}\n{som_text(g)}" for namn, g in fall().items()) + "\n"
