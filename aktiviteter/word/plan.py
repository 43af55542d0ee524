"""From Word to plan data: the order of the reading, chapter by chapter."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from aktiviteter.word.aktivitetslista import lista_aktiviteter
from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.brodtext import till_text
from aktiviteter.word.egen import EgenLasning, ar_egen
from aktiviteter.word.etikettgrupper import samla_aktiviteter
from aktiviteter.word.forbered import forbered, skrivna_listor, utan_innehall
from aktiviteter.word.indelning import FRAMSIDA, UTAN_RUBRIK, dela_in
from aktiviteter.word.kapitel import Kapitel, Kapitelbyggare
from aktiviteter.word.kontroll import behall_borttappat, olast_text
from aktiviteter.word.lasare import Lasare
from aktiviteter.word.layouttabell import utan_layouttabeller
from aktiviteter.word.modell import Bit, Stycke, stycken_i
from aktiviteter.word.paket import Paket
from aktiviteter.word.rimlighet import granska
from aktiviteter.word.rubriker import satt_rubriker
from vbeplan.filer.fel import FilFel

FORMAT = "vbeplan-plan/1"


def las_word(data: bytes, *, ar: int | None = None, roller: Sequence[str] = ()) -> dict:
    """A Word plan as plan data (vbeplan-plan/1).

    `ar` is the plan's year, None to take the document's own; `roller` the roles that
    the board knows. Raises FilFel with a Swedish sentence that says what to do.
    """
    return las_word_med_detaljer(data, ar=ar, roller=roller)["plan"]


def las_word_med_detaljer(
    data: bytes, *, ar: int | None = None, roller: Sequence[str] = ()
) -> dict:
    """{"plan": plan data, "kapitel": what became what, "rubriker": how found}.

    One entry per avsnitt in "kapitel": rubrik, niva, stycken, aktiviteter, tabeller
    [{plats, rubriker, lastes_som, fortsattning, rader}]. For the preview.
    """
    try:
        paket = Paket(data)
        slag = EgenLasning if ar_egen(paket) else _Lasning
        return slag(paket, ar, roller).resultat()
    except RecursionError as fel:
        raise FilFel(
            "Dokumentet är byggt i för många led inuti varandra. Kopiera texten till "
            "ett nytt Word-dokument och ladda upp det."
        ) from fel


class _Lasning:
    def __init__(self, paket: Paket, ar: int | None, roller: Sequence[str]):
        self.anm = Anmarkningar()
        self.paket = paket
        self.lasare = Lasare(self.paket)
        self.roller = list(roller)
        kropp = self.lasare.kropp()
        self.olast = olast_text(self.paket.kropp, kropp)
        forberett = forbered(utan_layouttabeller(kropp))
        self.lagare = forberett.lagare
        self.lagningar = forberett.lagningar
        block, self.innehall = utan_innehall(forberett.block)
        if not any(not s.tomt for s in stycken_i(block)):
            raise FilFel(
                "Dokumentet är tomt: det finns ingen text att läsa. Kontrollera att "
                "rätt fil är vald. En inskannad bild av planen går inte att läsa."
            )
        self.rubriker = satt_rubriker(block)
        block = samla_aktiviteter(block)
        self.framsidesblock, self.framsida, self.kapitel = dela_in(
            block, self.lasare.huvud_och_fot()
        )
        skrivna_listor([b for k in self.kapitel for b in k.block])
        self.ar = self._aret(ar)

    # --------------------------------------------------------------------- year

    def _aret(self, ar: int | None) -> int:
        """The plan's year: as asked for, else the cover's, else the file's."""
        egna = set(self.framsida.ar)
        if datum := self.framsida.fakta.get("datum"):
            egna.add(int(datum[:4]))
        if ar is not None:
            if egna and ar not in egna:
                self.anm.annat_ar(ar, egna)
            return ar
        if self.framsida.ar:
            return min(self.framsida.ar)
        if egna:
            return min(egna)
        text = " ".join(
            s.text for s in stycken_i([b for k in self.kapitel for b in k.block])
        )
        ar_i_text = Counter(re.findall(r"\b20\d\d\b", text)).most_common(1)
        valt = (
            int(ar_i_text[0][0])
            if ar_i_text
            else self.paket.andrad_ar() or date.today().year  # noqa: DTZ011 — a year only
        )
        self.anm.lagg(
            "ar_saknas",
            "Framsidan",
            f"Dokumentet anger inget år. Planen lästes som {valt} års plan. "
            "Kontrollera det, för ”hösten” och ”T2” tolkas efter året.",
        )
        return valt

    # ------------------------------------------------------------------- result

    def resultat(self) -> dict:
        self._allmanna_anmarkningar()
        bygge = Kapitelbyggare(self.anm, self.lagare, self.ar, self.roller)
        for s in stycken_i(self.framsidesblock):
            bygge.fynd(s, "Framsidan")
            s.fynd = []
        for i, kapitel in enumerate(self.kapitel):
            with self.anm.i_avsnitt(i):
                bygge.bygg(kapitel)
        self._behall_olast()
        aktiviteter, tider = lista_aktiviteter(self.kapitel, self.ar, self.anm)
        avsnitt = [
            {"rubrik": k.rubrik, "niva": k.niva, "text": till_text(k.text)}
            for k in self.kapitel
        ]
        behall_borttappat(self.kapitel, avsnitt, aktiviteter, self.anm)
        granska(self.kapitel, aktiviteter, tider, self.anm)
        return {
            "plan": self._plan(avsnitt, aktiviteter),
            "kapitel": [k.oversikt() for k in self.kapitel],
            "rubriker": self.rubriker,
        }

    def _behall_olast(self) -> None:
        if not self.olast:
            return
        if not self.kapitel:
            self.kapitel.append(Kapitel(UTAN_RUBRIK, 1, nummer="1"))
        sist = self.kapitel[-1]
        with self.anm.i_avsnitt(len(self.kapitel) - 1):
            for text in self.olast:
                sist.text.append(Stycke([Bit(text)]))
                self.anm.lagg(
                    "ej_placerat",
                    sist.plats,
                    "Det här gick inte att placera och står sist i planen: "
                    f"{kort(text)}.",
                )

    def _plan(self, avsnitt: list[dict], aktiviteter: list[dict]) -> dict:
        fakta = self.framsida.fakta
        return {
            "format": FORMAT,
            "kommun": fakta.get("kommun", ""),
            "namnd": fakta.get("namnd", ""),
            "ar": self.ar,
            "titel": fakta.get("titel", ""),
            "dnr": fakta.get("dnr", ""),
            "datum": fakta.get("datum"),
            "dokument": {
                "typ": fakta.get("typ", ""),
                "agare": fakta.get("agare", ""),
                "giltig_till": fakta.get("giltig_till"),
                "budgetmal": fakta.get("budgetmal", ""),
                "nasta_revidering": fakta.get("nasta_revidering", ""),
            },
            "avsnitt": avsnitt,
            "aktiviteter": aktiviteter,
            "anmarkningar": self.anm.som_data(),
        }

    def _allmanna_anmarkningar(self) -> None:
        for slag, text in self.framsida.fynd:
            self.anm.lagg(slag, "Framsidan", text)
        fakta = self.framsida.fakta
        if fakta.get("manad") and not fakta.get("datum"):
            self.anm.lagg(
                "datum_utan_dag",
                "Framsidan",
                f"Framsidan anger bara månad: {fakta['manad']}. Fyll i datumet.",
            )
        if self.framsida.kvar:
            self.anm.lagg(
                "text_fran_framsidan",
                "Framsidan",
                f"Text före första rubriken har inget eget fält och står i kapitlet "
                f"”{FRAMSIDA}”. Flytta eller stryk den.",
            )
        if not self.rubriker:
            self.anm.lagg(
                "inga_rubriker",
                "Hela dokumentet",
                "Dokumentet har inga rubriker. All text står i ett avsnitt. Dela upp "
                "den, eller sätt rubriker i Word och läs in filen på nytt.",
            )
        if self.lasare.andringar:
            self.anm.sparade_andringar()
        for stycke, fore, efter in self.lagningar:
            i = self._avsnitt_for(stycke)
            text = f"Det delade ordet {kort(fore)} skrevs ihop till ”{efter}”."
            if i is None:
                self.anm.lagg("ihopsatt_ord", "Hela dokumentet", text)
                continue
            with self.anm.i_avsnitt(i):
                self.anm.lagg("ihopsatt_ord", self.kapitel[i].plats, text)

    def _avsnitt_for(self, stycke: Stycke) -> int | None:
        text = stycke.text
        for i, k in enumerate(self.kapitel):
            if any(
                text in (s.text, k.rubrik) or s is stycke for s in stycken_i(k.block)
            ):
                return i
        return None
