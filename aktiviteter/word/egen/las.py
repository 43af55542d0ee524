"""From a Word file of our own to plan data, chapter by chapter."""

import re
from collections.abc import Sequence
from datetime import date

from aktiviteter.word.aktivitetslista import lista_aktiviteter
from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.egen import ord as namn
from aktiviteter.word.egen.framsida import Framsida
from aktiviteter.word.egen.tabell import Tabellasare, ar_bildens
from aktiviteter.word.egen.text import rik_text
from aktiviteter.word.indelning import FRAMSIDA, UTAN_RUBRIK
from aktiviteter.word.kapitel import Kapitel, anmark_fynd
from aktiviteter.word.kontroll import olast_text
from aktiviteter.word.lasare import Lasare
from aktiviteter.word.modell import Bit, Stycke, Tabell
from aktiviteter.word.paket import Paket, W
from aktiviteter.word.rimlighet import granska
from aktiviteter.word.stilar import Stilar

FORMAT = "vbeplan-plan/2"
LANGST_RUBRIK = 200
_OMSLAG = {namn.NAMND.lower(), namn.KOMMUN.lower()}
_TABELLTITEL = re.compile(r".*: \d+ aktivitet(er)?", re.S)


def ar_egen(paket: Paket) -> bool:
    """Whether the document has the cover that `aktiviteter.word_ut` writes."""
    if paket.stilar is None or namn.MARKE.encode() not in _stilnamn(paket):
        return False
    stilar = Stilar(paket.stilar)
    anvanda = {e.get(f"{W}val", "") for e in paket.kropp.iter(f"{W}pStyle")}
    return any(stilar[s].namn in _OMSLAG for s in anvanda)


def _stilnamn(paket: Paket) -> bytes:
    namnen = (e.get(f"{W}val", "") for e in paket.stilar.iter(f"{W}name"))
    return "\n".join(namnen).lower().encode()


class EgenLasning:
    """Reads one file. `resultat` is what `las_word_med_detaljer` answers."""

    def __init__(self, paket: Paket, ar: int | None, roller: Sequence[str]):
        self.anm = Anmarkningar()
        self.lasare = Lasare(paket, ordagrant=True)
        kropp = self.lasare.kropp()
        self.olast = olast_text(paket.kropp, kropp, utom=self._innehallet(paket))
        forsta = next((i for i, b in enumerate(kropp) if _ar_rubrik(b)), len(kropp))
        self.framsida = Framsida()
        self.framsida.las(kropp[:forsta])
        self._fynd_pa_framsidan(kropp[:forsta])
        self.ar = self._aret(ar)
        self.kapitel: list[Kapitel] = []
        self.tabeller = Tabellasare(self.anm, roller)
        self._dela_in(kropp[forsta:])

    def _innehallet(self, paket: Paket) -> set:
        """The list of contents, which LibreOffice saves inside its page numbers."""
        stilar = self.lasare.stilar
        return {
            e.getparent().getparent()
            for e in paket.kropp.iter(f"{W}pStyle")
            if stilar[e.get(f"{W}val", "")].roll == "toc"
        }

    def _aret(self, ar: int | None) -> int:
        """The year asked for, else the cover's own, its title's or its day's."""
        egna = set(self.framsida.ar)
        if not egna:
            titel = self.framsida.fakta.get("titel", "")
            egna = {int(a) for a in re.findall(r"\b20\d\d\b", titel)}
        if ar is not None:
            if egna and ar not in egna:
                self.anm.annat_ar(ar, egna)
            return ar
        dagen = self.framsida.fakta.get("datum") or ""
        annars = int(dagen[:4]) if dagen else date.today().year  # noqa: DTZ011 — a year only
        return min(egna, default=annars)

    def _fynd_pa_framsidan(self, block: list) -> None:
        for s in block:
            if isinstance(s, Stycke) and s.stil != namn.KOMMUN.lower():  # the mark
                anmark_fynd(self.anm, s, "Framsidan")

    # ---------------------------------------------------------------- the chapters

    def _dela_in(self, block: list) -> None:
        if self.framsida.kvar:
            self.kapitel.append(
                Kapitel(FRAMSIDA, 1, nummer="1", text=list(self.framsida.kvar))
            )
            self.anm.lagg(
                "text_fran_framsidan",
                "Framsidan",
                "Text före första rubriken har inget eget fält och står i kapitlet "
                f"”{FRAMSIDA}”. Flytta eller stryk den.",
            )
        for b in block:
            if _ar_rubrik(b):
                self._nytt_kapitel(b)
                continue
            with self.anm.i_avsnitt(len(self.kapitel) - 1):
                self._block(b, self.kapitel[-1])
        self._behall_olast()

    def _nytt_kapitel(self, s: Stycke) -> None:
        rubrik = s.text
        text = [Stycke(list(s.bitar))] if len(rubrik) > LANGST_RUBRIK else []
        text += [Stycke([b]) for b in s.bitar if b.fotnot is not None and not text]
        if len(rubrik) > LANGST_RUBRIK:
            rubrik = f"{rubrik[: LANGST_RUBRIK - 2]} …"
        self.kapitel.append(Kapitel(rubrik, s.niva, nummer=self._nummer(s), text=text))
        with self.anm.i_avsnitt(len(self.kapitel) - 1):
            anmark_fynd(self.anm, s, self.kapitel[-1].plats)

    def _nummer(self, s: Stycke) -> str:
        fore = [k.niva for k in self.kapitel]
        kapitel = fore.count(1) + (s.niva == 1)
        if s.niva == 1:
            return str(kapitel)
        efter = fore[::-1].index(1) if 1 in fore else len(fore)
        return f"{kapitel}.{efter + 1}"

    def _block(self, b: Stycke | Tabell, kapitel: Kapitel) -> None:
        if ar_bildens(b):
            return
        if isinstance(b, Tabell):
            self.tabeller.las(b, kapitel)
            return
        if b.stil == namn.INTERN.lower():
            kapitel.intern = True
            if b.text == namn.INTERN_TEXT:
                return
        anmark_fynd(self.anm, b, kapitel.plats)
        titel = b.stil == namn.TABELLTITEL and _TABELLTITEL.fullmatch(b.text)
        if not (b.tomt or b.toc or titel):
            kapitel.text.append(b)

    def _behall_olast(self) -> None:
        for text in self.olast:
            if not self.kapitel:
                self.kapitel.append(Kapitel(UTAN_RUBRIK, 1, nummer="1"))
            self.kapitel[-1].text.append(Stycke([Bit(text)]))
            with self.anm.i_avsnitt(len(self.kapitel) - 1):
                self.anm.lagg(
                    "ej_placerat",
                    self.kapitel[-1].plats,
                    "Det här gick inte att placera och står sist i planen: "
                    f"{kort(text)}.",
                )

    # ------------------------------------------------------------------- the result

    def resultat(self) -> dict:
        if self.lasare.andringar:
            self.anm.sparade_andringar()
        nummer, egna = self._numrerade()
        aktiviteter, tider = lista_aktiviteter(self.kapitel, self.ar, self.anm, nummer)
        for a, rad in zip(aktiviteter, self.tabeller.rader, strict=True):
            a["tidplan"]["avstamning"] = rad.avstamning or None
        granska(self.kapitel, aktiviteter, tider, self.anm)
        return {
            "plan": self._plan(aktiviteter, egna),
            "kapitel": [k.oversikt() for k in self.kapitel],
            "rubriker": "stil",
        }

    def _numrerade(self) -> tuple[list[int], list[int]]:
        """(a number for each row, those that the file itself gave)."""
        egna: list[int] = []
        for rad in self.tabeller.rader:
            if rad.nummer in egna:  # a row that was copied
                rad.nummer = None
            if rad.nummer is not None:
                egna.append(rad.nummer)
        nasta = max(egna, default=0)
        nummer = []
        for rad in self.tabeller.rader:
            nasta += rad.nummer is None
            nummer.append(nasta if rad.nummer is None else rad.nummer)
        return nummer, egna

    def _plan(self, aktiviteter: list[dict], egna_nummer: list[int]) -> dict:
        fakta = self.framsida.fakta
        return {
            "format": FORMAT,
            "kommun": fakta.get("kommun", ""),
            "namnd": fakta.get("namnd", ""),
            "ar": self.ar,
            "titel": fakta.get("titel", ""),
            "dnr": fakta.get("dnr", ""),
            "datum": fakta.get("datum") or None,
            "dokument": {
                "typ": fakta.get("typ", ""),
                "agare": fakta.get("agare", ""),
                "giltig_till": fakta.get("giltig_till") or None,
                "budgetmal": fakta.get("budgetmal", ""),
                "nasta_revidering": fakta.get("nasta_revidering", ""),
            },
            "avsnitt": [
                {
                    "rubrik": k.rubrik,
                    "niva": k.niva,
                    "text": rik_text(k.text),
                    "intern": k.intern,
                }
                for k in self.kapitel
            ],
            "aktiviteter": aktiviteter,
            "anmarkningar": self.anm.som_data(),
            "egna_nummer": egna_nummer,
        }


def _ar_rubrik(b: Stycke | Tabell) -> bool:
    if not isinstance(b, Stycke) or ar_bildens(b):
        return False
    return b.niva in (1, 2) and not b.tomt
