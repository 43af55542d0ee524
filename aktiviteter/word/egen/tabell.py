"""The tables of our own files: activity tables row by row, others as text."""

from collections.abc import Sequence

from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.egen import ord as namn
from aktiviteter.word.egen.rad import Egenrad, las_rad
from aktiviteter.word.kapitel import Kapitel, anmark_fynd
from aktiviteter.word.modell import Cell, Stycke, Tabell
from aktiviteter.word.radfoljd import Rad
from aktiviteter.word.tabelltext import tabell_som_text

_VARA_RADER = {namn.HUVUD.lower(), namn.AKTIVITET.lower()}


def ar_bildens(block: Stycke | Tabell) -> bool:
    """Whether it is the picture's: its words are elsewhere, and newer there."""
    if isinstance(block, Stycke):
        return block.stil in namn.BILDENS
    stilar = {s.stil for rad in block.rader for s in _stycken(rad)}
    return bool(stilar) and stilar <= namn.BILDENS


class Tabellasare:
    """Reads the tables of a document; `rader` are all its activities in order."""

    def __init__(self, anm: Anmarkningar, roller: Sequence[str]):
        self.anm = anm
        self.roller = roller
        self.rader: list[Egenrad] = []
        self._foljd = 0
        self._kapitel: Kapitel | None = None

    def las(self, tabell: Tabell, kapitel: Kapitel) -> None:
        """Add the table's rows to the chapter; another's table becomes its text."""
        if not any(s.stil in _VARA_RADER for r in tabell.rader for s in _stycken(r)):
            kapitel.text += tabell_som_text(tabell)
            self.anm.lagg(
                "tabell_som_text",
                kapitel.plats,
                "Tabellen är ingen aktivitetstabell. Den står som en lista med en "
                "punkt per rad. Kontrollera att den går att läsa.",
            )
            return
        self._foljd += kapitel is not self._kapitel  # «Se ovan» reaches this far
        self._kapitel = kapitel
        huvud = {i: k.casefold() for i, k in enumerate(namn.KOLUMNER)}
        fore = len(kapitel.rader)
        for nr, rad in enumerate(tabell.rader, 1):
            if any(s.stil == namn.HUVUD.lower() for s in _stycken(rad)):
                huvud = {c.kol: c.text.casefold() for c in rad}
            elif _stycken(rad):
                plats = f"{kapitel.plats}, rad {nr}"
                self._rad(_under_huvud(rad, huvud), kapitel, plats)
        kapitel.tabeller.append(
            {
                "plats": kapitel.plats,
                "rubriker": [*namn.KOLUMNER],
                "lastes_som": [*namn.KOLUMNER],
                "fortsattning": False,
                "rader": len(kapitel.rader) - fore,
            }
        )

    def _rad(self, celler: dict[str, Cell], kapitel: Kapitel, plats: str) -> None:
        for cell in celler.values():
            for s in cell.stycken:
                anmark_fynd(self.anm, s, plats)
        rad = las_rad(celler, self.roller)
        if not rad.data["titel"]:
            rad.data["titel"] = "Aktivitet utan namn"
            self.anm.lagg(
                "rad_utan_aktivitet",
                plats,
                "Raden saknar aktivitet. Skriv vad som ska göras eller ta bort den.",
            )
        self._radens_anmarkningar(rad, plats)
        self.rader.append(rad)
        kapitel.rader.append(Rad(rad.tolkning(), plats, self._foljd))

    def _radens_anmarkningar(self, rad: Egenrad, plats: str) -> None:
        for etikett, ord_ in rad.oklart:
            self.anm.lagg(
                "ej_placerat",
                plats,
                f"{etikett} gick inte att läsa och står i beskrivningen: {kort(ord_)}. "
                "Fyll i fältet.",
            )
        if rad.avkortad:
            self.anm.lagg(
                "lang_titel",
                plats,
                "Aktiviteten saknar en kort titel. Början av texten blev titel och "
                "hela texten står i beskrivningen. Skriv en egen titel.",
            )
        if rad.namn:
            self.anm.lagg(
                "personnamn",
                plats,
                f"Personnamn står som ansvarig ({', '.join(rad.namn)}). Planen anger "
                "roller, inte personer. Kontrollera att rätt roll står kvar.",
            )


def _stycken(rad: list[Cell]) -> list[Stycke]:
    return [s for cell in rad for s in cell.stycken]


def _under_huvud(rad: list[Cell], huvud: dict[int, str]) -> dict[str, Cell]:
    """The cells by the words at the head of their columns."""
    ut: dict[str, Cell] = {}
    for cell in rad:
        kolumn = huvud.get(cell.kol) or "övrigt"
        if kolumn in ut:
            ut[kolumn].block += cell.block
        else:
            ut[kolumn] = cell
    return ut
