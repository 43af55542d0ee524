"""One chapter: its blocks become running text and activities, with remarks."""

import re
from dataclasses import dataclass, field, replace

from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.kolumner import LANGST_RUBRIK, rubrikrad
from aktiviteter.word.modell import Bit, Block, Cell, Stycke, Tabell, stycken_i
from aktiviteter.word.ord import Lagare
from aktiviteter.word.rader import Radtolkning, tolka_rad
from aktiviteter.word.tabeller import Tabelltolk, Tolkad


@dataclass(slots=True)
class Kapitel:
    """A chapter on its way: paragraphs for its text, rows for its activities."""

    rubrik: str
    niva: int
    block: list[Block] = field(default_factory=list)
    nummer: str = ""
    text: list[Stycke] = field(default_factory=list)
    rader: list["Rad"] = field(default_factory=list)
    redovisat: list[str] = field(default_factory=list)
    tabeller: list[dict] = field(default_factory=list)
    rubrikstycke: Stycke | None = None

    @property
    def plats(self) -> str:
        return f"Kapitel {self.nummer} {self.rubrik}".strip()


@dataclass(slots=True)
class Rad:
    """A row understood, its place in words, and which run of rows it belongs to."""

    tolkning: Radtolkning
    plats: str
    foljd: int


_FYND = {
    "bild": "En bild{0} kunde inte tas med. Beskriv den i text eller bifoga den till "
    "ärendet.",
    "diagram": "En figur kunde inte tas med. Orden i dess rutor står som en lista.",
    "textruta": "Text i en textruta står nu som vanlig text. Kontrollera att den "
    "hamnade på rätt ställe.",
    "kommentar": "En kommentar i Word följer inte med: {1}. Gör det den säger eller "
    "stryk den.",
    "platshallare": "En ruta i mallen är inte ifylld{0} och togs inte med.",
    "formel": "En formel blev vanlig text: {1}. Kontrollera den.",
    "dold_text": "Dold text togs inte med: {1}.",
    "olast_del": "En infogad fil i dokumentet kunde inte läsas. Kopiera in dess text.",
}


class Kapitelbyggare:
    """Works through the chapters in order; remembers tables across them."""

    def __init__(self, anm: Anmarkningar, lagare: Lagare, ar: int, roller: list[str]):
        self.anm = anm
        self.lagare = lagare
        self.roller = roller
        self.tolk = Tabelltolk(ar)
        self._foljd = 0
        self._slag: tuple[str, ...] = ()
        self._intill = False

    def bygg(self, kapitel: Kapitel) -> None:
        """Fills the chapter's text and rows from its blocks."""
        tabellnr = sum(isinstance(b, Tabell) for b in kapitel.block)
        nr = styckenr = 0
        for b in kapitel.block:
            if isinstance(b, Tabell):
                nr += 1
                plats = (
                    f"{kapitel.plats}, tabell {nr}" if tabellnr > 1 else kapitel.plats
                )
                self._tabell(b, kapitel, plats)
                continue
            styckenr += not b.tomt
            self.fynd(b, f"{kapitel.plats}, stycke {max(1, styckenr)}")
            if not b.tomt:
                kapitel.text.append(b)
                self._intill = False

    def fynd(self, s: Stycke, plats: str) -> None:
        """Remarks for what the reader met in a paragraph."""
        for f in s.fynd:
            citat = kort(f.text, 200)
            self.anm.lagg(
                f.slag, plats, _FYND[f.slag].format(f" ({citat})" * bool(f.text), citat)
            )

    def _tabell(self, tabell: Tabell, kapitel: Kapitel, plats: str) -> None:
        for i, rad in enumerate(tabell.rader, 1):
            for cell in rad:
                self._cellfynd(cell, f"{plats}, rad {i}")

        def anmark(slag: str, var: str, text: str) -> None:
            self.anm.lagg(slag, f"{plats}, {var}" if var else plats, text)

        if _ar_tidigare_resultat(tabell, kapitel.rubrik, self.tolk.ar):
            self._som_text(tabell, kapitel, plats)
            anmark(
                "tidigare_resultat",
                "",
                "Tabellen redovisar tidigare aktiviteter. Den står som text och blev "
                "inga aktiviteter i planen.",
            )
            return
        tolkad = self.tolk.tolka(tabell, kapitel.rubrik, self._intill, anmark)
        if tolkad is None:
            self._som_text(tabell, kapitel, plats)
            return
        slag = (kapitel.nummer, *(tolkad.layout.slag if tolkad.layout else ()))
        if not tolkad.fortsatt and slag != self._slag:
            self._foljd += 1
        self._slag = slag
        self._intill = True
        kapitel.redovisat += tolkad.redovisat
        if tolkad.text:
            kapitel.text += tolkad.text
            anmark(
                "tabelltext",
                "",
                "Text i tabellen som inte är en aktivitet står i kapitlets text.",
            )
        if not tolkad.utkast:
            anmark(
                "tom_tabell",
                "",
                f"Aktivitetstabellen {kort(' · '.join(tolkad.redovisat), 300)} har "
                "inga rader. Lägg till aktiviteterna, eller skriv varför det inte "
                "finns några.",
            )
        self._rader(tolkad, kapitel, plats)
        kapitel.tabeller.append(_forhandsvisning(tolkad, plats))

    def _cellfynd(self, cell: Cell, plats: str) -> None:
        for b in cell.block:
            if isinstance(b, Tabell):
                self.anm.lagg(
                    "nastlad_tabell",
                    plats,
                    "En tabell inne i tabellen blev vanlig text. Kontrollera den.",
                )
        for s in stycken_i(cell.block):
            self.fynd(s, plats)

    def _rader(self, tolkad: Tolkad, kapitel: Kapitel, plats: str) -> None:
        for utkast in tolkad.utkast:
            var = f"{plats}, rad {utkast.rad}"
            t = tolka_rad(utkast, self.lagare, self.roller)
            fore = kapitel.rader[-1] if kapitel.rader else None
            self._som_ovan(t, fore)
            kapitel.redovisat += t.redovisat
            ensam = bool(t.data["titel"]) and not utkast.upprepad
            if not ensam and self._hor_till_raden_ovanfor(
                t, fore, var, upprepad=utkast.upprepad
            ):
                roller = [a["roll"] for a in t.data["ansvariga"]]
                kapitel.redovisat += [t.tid, t.uppfoljning, *roller]
                continue
            kapitel.rader.append(Rad(t, var, self._foljd))
            self._radanmarkningar(t, var)

    def _som_ovan(self, t: Radtolkning, fore: Rad | None) -> None:
        """«Se ovan» as responsible: the roles of the row above."""
        samma = fore is not None and fore.foljd == self._foljd
        if samma and _SOM_OVAN.fullmatch(t.ansvar):
            t.redovisat.append(t.ansvar)
            t.data["ansvariga"] = [dict(a) for a in fore.tolkning.data["ansvariga"]]

    def _hor_till_raden_ovanfor(
        self, t: Radtolkning, fore: Rad | None, var: str, *, upprepad: bool
    ) -> bool:
        """A row without a title of its own: more of the activity above, or its own."""
        if fore is None or fore.foljd != self._foljd:
            t.data["titel"] = t.data["titel"] or "Aktivitet utan namn"
            self.anm.lagg(
                "rad_utan_aktivitet",
                var,
                "Raden saknar aktivitet. Skriv vad som ska göras eller ta bort den.",
            )
            return False
        ovan = fore.tolkning
        samma = t.tid in ("", ovan.tid) and t.uppfoljning in ("", ovan.uppfoljning)
        if not samma:
            t.data["titel"] = t.data["titel"] or ovan.data["titel"]
            if not upprepad:
                self.anm.lagg(
                    "rad_utan_aktivitet",
                    var,
                    "Raden saknar aktivitet och lästes som en fortsättning på "
                    f"{kort(ovan.data['titel'])}, med egen tid. Kontrollera den.",
                )
            return False
        finns = {a["roll"].lower() for a in ovan.data["ansvariga"]}
        ovan.data["ansvariga"] += [
            {
                **a,
                "art": "medansvarig"
                if a["art"] == "huvudansvarig" and finns
                else a["art"],
            }
            for a in t.data["ansvariga"]
            if a["roll"].lower() not in finns
        ]
        for text in t.data["beskrivning"].split("\n"):
            if text and text not in ovan.data["beskrivning"]:
                ovan.data["beskrivning"] += "\n" * bool(ovan.data["beskrivning"]) + text
        self.anm.lagg(
            "sammanslagen_rad",
            var,
            f"Raden lades ihop med aktiviteten ovanför, {kort(ovan.data['titel'])}.",
        )
        return True

    def _radanmarkningar(self, t: Radtolkning, var: str) -> None:
        if t.avkortad:
            self.anm.lagg(
                "lang_titel",
                f"{var}, Aktivitet",
                "Aktiviteten saknar en kort titel. Början av texten blev titel och "
                "hela texten står i beskrivningen. Skriv en egen titel.",
            )
        if t.namn:
            self.anm.lagg(
                "personnamn",
                f"{var}, Ansvarig",
                f"Personnamn står som ansvarig ({', '.join(t.namn)}). Planen anger "
                "roller, inte personer. Kontrollera att rätt roll står kvar.",
            )
        if not t.data["ansvariga"]:
            self.anm.lagg(
                "saknar_ansvarig",
                f"{var}, Ansvarig",
                "Aktiviteten saknar ansvarig. Välj en roll.",
            )

    def _som_text(self, tabell: Tabell, kapitel: Kapitel, plats: str) -> None:
        """Another kind of table: one list item a row, cells in order."""
        if not any(c.text for r in tabell.rader for c in r):
            return
        self._intill = False
        for i, rad in enumerate(tabell.rader):
            fyllda = [c for c in rad if c.stycken and not c.fortsatt]
            if not i and len(tabell.rader) > 1 and _ar_tabellhuvud(rad):
                huvud = _en_rad(fyllda)
                kapitel.text.append(Stycke([replace(b, fet=True) for b in huvud.bitar]))
            elif len(fyllda) <= 1:
                kapitel.text += [s for c in fyllda for s in c.stycken]
            elif fyllda:
                kapitel.text.append(_en_rad(fyllda))
        if max(len(r) for r in tabell.rader) > 1:
            self.anm.lagg(
                "tabell_som_text",
                plats,
                "Tabellen är ingen aktivitetstabell. Den står som en lista med en "
                "punkt per rad. Kontrollera att den går att läsa.",
            )


_SOM_OVAN = re.compile(
    r"(?:(?:se|samma som|enligt|jfr)\s+)?(?:rad(?:en)?\s+)?ovan(?:stående)?|dito|samma"
    r"|[-–\s]*(?:[\"”»″]|'')[-–\s]*",
    re.I,
)
_RESULTAT = re.compile(r"resultat(?!mål)|utfall|genomfört|status", re.I)
_TIDIGARE = re.compile(
    r"föregående|tidigare|förra|resultat|utfall|uppföljning av", re.I
)


def _ar_tidigare_resultat(tabell: Tabell, rubrik: str, ar: int) -> bool:
    """A table of last period's activities and how they went, by heading and column."""
    i = rubrikrad(tabell)
    if i is None or not any(_RESULTAT.match(c.text) for c in tabell.rader[i]):
        return False
    aren = [int(a) for a in re.findall(r"\b20\d\d\b", rubrik)]
    return bool(_TIDIGARE.search(rubrik) or (aren and max(aren) < ar))


def _ar_tabellhuvud(rad: list[Cell]) -> bool:
    """A first row of short words, one in each cell."""
    return len(rad) > 1 and all(
        len(c.stycken) == 1 and len(c.text) <= LANGST_RUBRIK and c.text[-1] not in ".!?"
        for c in rad
    )


def _en_rad(celler: list[Cell]) -> Stycke:
    bitar: list[Bit] = []
    for i, cell in enumerate(celler):
        for j, s in enumerate(cell.stycken):
            if i or j:
                bitar.append(Bit("; " if j else " – "))
            bitar += s.bitar
    return Stycke(bitar, lista="ul")


def _forhandsvisning(tolkad: Tolkad, plats: str) -> dict:
    """How the columns were read, for the preview page."""
    layout = tolkad.layout
    return {
        "plats": plats,
        "rubriker": layout.rubriker if layout else [],
        "lastes_som": layout.slag if layout else [],
        "fortsattning": tolkad.fortsatt,
        "rader": len(tolkad.utkast),
    }
