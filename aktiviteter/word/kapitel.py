"""One chapter: its blocks become running text and activities, with remarks."""

from dataclasses import dataclass, field

from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.modell import Block, Cell, Radgrupp, Stycke, Tabell, stycken_i
from aktiviteter.word.ord import Lagare
from aktiviteter.word.radfoljd import Rad, Radlaggare
from aktiviteter.word.tabeller import Tabelltolk, Tolkad, Utkast
from aktiviteter.word.tabelltext import ar_tidigare_resultat, tabell_som_text


@dataclass(slots=True)
class Kapitel:
    """A chapter on its way: paragraphs for its text, rows for its activities."""

    rubrik: str
    niva: int
    block: list[Block] = field(default_factory=list)
    nummer: str = ""
    text: list[Stycke] = field(default_factory=list)
    rader: list[Rad] = field(default_factory=list)
    redovisat: list[str] = field(default_factory=list)
    tabeller: list[dict] = field(default_factory=list)
    rubrikstycke: Stycke | None = None
    strategiomrade: str = ""
    intern: bool = False

    @property
    def plats(self) -> str:
        return f"Kapitel {self.nummer} {self.rubrik}".strip()

    def oversikt(self) -> dict:
        """What became of it, counted."""
        return {
            "rubrik": self.rubrik,
            "niva": self.niva,
            "nummer": self.nummer,
            "stycken": len(self.text),
            "aktiviteter": len(self.rader),
            "tabeller": self.tabeller,
        }


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


def anmark_fynd(anm: Anmarkningar, s: Stycke | Radgrupp, plats: str) -> None:
    """Remarks for what the reader met in a paragraph."""
    for f in s.fynd:
        citat = kort(f.text, 200)
        anm.lagg(
            f.slag, plats, _FYND[f.slag].format(f" ({citat})" * bool(f.text), citat)
        )


class Kapitelbyggare:
    """Works through the chapters in order; remembers tables across them."""

    def __init__(self, anm: Anmarkningar, lagare: Lagare, ar: int, roller: list[str]):
        self.anm = anm
        self.laggare = Radlaggare(anm, lagare, roller)
        self.tolk = Tabelltolk(ar)
        self._foljd = 0
        self._slag: tuple[str, ...] = ()
        self._intill = False

    def bygg(self, kapitel: Kapitel) -> None:
        """Fills the chapter's text and rows from its blocks."""
        grupper = sum(isinstance(b, Radgrupp) for b in kapitel.block)
        tabellnr = sum(isinstance(b, Tabell) for b in kapitel.block) - grupper
        if grupper:
            self.anm.lagg(
                "rader_som_aktivitet",
                kapitel.plats,
                f"Text med ”Ansvarig:” och liknande lästes som {_antal(grupper)}. "
                "Kontrollera att allt hamnade rätt.",
            )
        nr = styckenr = 0
        for b in kapitel.block:
            if isinstance(b, Radgrupp):
                self._radgrupp(b, kapitel)
                continue
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
        for rad in kapitel.rader:
            data = rad.tolkning.data
            data["strategiomrade"] = data["strategiomrade"] or kapitel.strategiomrade

    def fynd(self, s: Stycke | Radgrupp, plats: str) -> None:
        """Remarks for what the reader met in a paragraph."""
        anmark_fynd(self.anm, s, plats)

    def _radgrupp(self, grupp: Radgrupp, kapitel: Kapitel) -> None:
        """An activity written as lines; those of a chapter are one run of rows."""
        utkast = Utkast(0)
        for slag, etikett, stycken in grupp.falt:
            utkast.lagg(slag, etikett, stycken)
            kapitel.redovisat.append(etikett)
        titel = " ".join(s.text for s in utkast.falt.get("aktivitet", [])[:1])
        plats = f"{kapitel.plats}, {kort(titel, 60)}"
        self.fynd(grupp, plats)
        for s in stycken_i([grupp]):
            self.fynd(s, plats)
        slag = (kapitel.nummer, "rader")
        if slag != self._slag:
            self._foljd += 1
        self._slag, self._intill = slag, False
        kapitel.redovisat += self.laggare.lagg(
            [utkast], kapitel.rader, plats, self._foljd
        )

    def _tabell(self, tabell: Tabell, kapitel: Kapitel, plats: str) -> None:
        for i, rad in enumerate(tabell.rader, 1):
            for cell in rad:
                self._cellfynd(cell, f"{plats}, rad {i}")

        def anmark(slag: str, var: str, text: str) -> None:
            self.anm.lagg(slag, f"{plats}, {var}" if var else plats, text)

        if ar_tidigare_resultat(tabell, kapitel.rubrik, self.tolk.ar):
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
        kapitel.redovisat += self.laggare.lagg(
            tolkad.utkast, kapitel.rader, plats, self._foljd
        )
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

    def _som_text(self, tabell: Tabell, kapitel: Kapitel, plats: str) -> None:
        if not any(c.text for r in tabell.rader for c in r):
            return
        self._intill = False
        kapitel.text += tabell_som_text(tabell)
        if max(len(r) for r in tabell.rader) > 1:
            self.anm.lagg(
                "tabell_som_text",
                plats,
                "Tabellen är ingen aktivitetstabell. Den står som en lista med en "
                "punkt per rad. Kontrollera att den går att läsa.",
            )


def _antal(n: int) -> str:
    return "en aktivitet" if n == 1 else f"{n} aktiviteter"


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
