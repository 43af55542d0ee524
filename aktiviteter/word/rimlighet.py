"""Faults in the plan itself that its reader should know of before it is decided."""

import re
from collections import Counter

from aktiviteter.tidsprak import Kanal, Tidplan, Tidtyp, Uppfoljning
from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.kapitel import Kapitel
from aktiviteter.word.tabelltext import TIDIGARE

_AKTIVITETSKAPITEL = re.compile(
    r"aktivitet|åtgärder|insatser|förebyggande arbete|förhindrande arbete"
    r"|föreningsbidrag|kompetenshöj",
    re.I,
)
_MENING = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
KORTAST_MENING = 30


def granska(
    kapitel: list[Kapitel],
    aktiviteter: list[dict],
    tider: list[tuple[str, Tidplan, Uppfoljning]],
    anm: Anmarkningar,
) -> None:
    """All checks, in reading order within each."""
    for a, (plats, tid, uppf) in zip(aktiviteter, tider, strict=True):
        with anm.i_avsnitt(a["avsnitt_nr"]):
            _tid(plats, tid, uppf, anm, a["nummer"])
            _ansvarig(plats, a, anm)
    if len(tider) >= 3 and all(t.typ == Tidtyp.LOPANDE for _, t, _ in tider):
        anm.lagg(
            "allt_lopande",
            "Hela dokumentet",
            "Alla aktiviteter är löpande eller pågående. Ange när var och en ska vara "
            "klar eller stämmas av.",
        )
    _utan_aktiviteter(kapitel, anm)
    _stycken(kapitel, anm)


def _tid(
    plats: str, tid: Tidplan, uppf: Uppfoljning, anm: Anmarkningar, nummer: int
) -> None:
    if tid.fel and not tid.hanvisning:
        slag = (
            "ogiltig_hanvisning"
            if "går inte att följa" in tid.fel
            else "omojligt_datum"
        )
        rad = f" Menas ”{tid.forslag}”?" if tid.forslag else " Skriv om tiden."
        anm.lagg(
            slag,
            f"{plats}, Tidplan",
            f"{tid.fel}{rad} Texten är kvar som den stod.",
            nummer,
        )
    elif tid.typ == Tidtyp.OKLAR:
        anm.lagg(
            "oklar_tid",
            f"{plats}, Tidplan",
            f"{kort(tid.text)} gick inte att läsa som en tid. Texten är kvar; skriv "
            "ett datum, en period eller ”Löpande”.",
            nummer,
        )
    if uppf.fel and not uppf.hanvisning:
        slag = (
            "ogiltig_hanvisning"
            if "går inte att följa" in uppf.fel
            else "omojligt_datum"
        )
        rad = (
            f" Menas ”{uppf.forslag}”?" if uppf.forslag else " Skriv om uppföljningen."
        )
        anm.lagg(
            slag,
            f"{plats}, Uppföljning",
            f"{uppf.fel}{rad} Texten är kvar som den stod.",
            nummer,
        )
    elif uppf.kanal == Kanal.OKLAR:
        anm.lagg(
            "oklar_uppfoljning",
            f"{plats}, Uppföljning",
            f"{kort(uppf.text)} gick inte att läsa som en uppföljning. Texten är kvar.",
            nummer,
        )


def _ansvarig(plats: str, aktivitet: dict, anm: Anmarkningar) -> None:
    if not aktivitet["ansvariga"]:
        anm.lagg(
            "utan_ansvarig",
            f"{plats}, Ansvarig",
            "Aktiviteten saknar ansvarig. Välj en roll.",
            aktivitet["nummer"],
        )


def _utan_aktiviteter(kapitel: list[Kapitel], anm: Anmarkningar) -> None:
    """Chapters that should hold activities by their name or by their neighbours."""
    grupper: list[list[int]] = []
    for nr, k in enumerate(kapitel):
        if k.niva == 1:
            grupper.append([])
        grupper[-1].append(nr)
    med = [any(kapitel[nr].rader for nr in g) for g in grupper]
    if not any(med):
        anm.lagg(
            "inga_aktiviteter",
            "Hela dokumentet",
            "Ingen aktivitetstabell hittades. Lägg in aktiviteterna, eller kontrollera "
            "att tabellen har rubrikerna Aktivitet, Ansvarig, Tidplan och Uppföljning.",
        )
        return
    forsta, sista = med.index(True), len(med) - 1 - med[::-1].index(True)
    for i, g in enumerate(grupper):
        namnda = [nr for nr in g if _bor_ha_aktiviteter(kapitel[nr].rubrik)]
        vald = next(iter(namnda), None)
        if forsta < i < sista and not TIDIGARE.search(kapitel[g[0]].rubrik):
            vald = g[0]
        if med[i] or vald is None:
            continue
        with anm.i_avsnitt(vald):
            anm.lagg(
                "kapitel_utan_aktiviteter",
                kapitel[vald].plats,
                "Kapitlet har inga aktiviteter. Lägg till dem som hör hit, eller "
                "skriv varför det inte finns några.",
            )


def _bor_ha_aktiviteter(rubrik: str) -> bool:
    return bool(_AKTIVITETSKAPITEL.search(rubrik)) and not TIDIGARE.search(rubrik)


def _stycken(kapitel: list[Kapitel], anm: Anmarkningar) -> None:
    sedda: Counter[str] = Counter()
    for nr, k in enumerate(kapitel):
        with anm.i_avsnitt(nr):
            for i, s in enumerate(k.text, 1):
                _stycke(s.text, f"{k.plats}, stycke {i}", sedda, anm)


def _stycke(text: str, plats: str, sedda: Counter[str], anm: Anmarkningar) -> None:
    if re.match(r"[.,;:!?)]\s", text):
        anm.lagg(
            "borjar_med_skiljetecken",
            plats,
            f"Stycket börjar med ett skiljetecken: {kort(text, 60)}. Kanske saknas en "
            "mening före.",
        )
    for mening in _MENING.split(text):
        norm = mening.casefold().strip(" .")
        if len(norm) < KORTAST_MENING:
            continue
        sedda[norm] += 1
        if sedda[norm] == 2:
            anm.lagg(
                "upprepad_mening",
                plats,
                f"Samma mening står på två ställen: {kort(mening)}. Stryk den ena.",
            )
