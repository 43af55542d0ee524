"""Faults in the plan itself that its reader should know of before it is decided."""

import re
from collections import Counter

from aktiviteter.tidsprak import Kanal, Tidplan, Tidtyp, Uppfoljning
from aktiviteter.word.anmarkning import Anmarkningar, kort
from aktiviteter.word.kapitel import Kapitel

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
        _tid(plats, tid, uppf, anm, a["nummer"])
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
        rad = f" Menas «{tid.forslag}»?" if tid.forslag else " Skriv om tiden."
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
            "ett datum, en period eller «Löpande».",
            nummer,
        )
    if uppf.fel and not uppf.hanvisning:
        slag = (
            "ogiltig_hanvisning"
            if "går inte att följa" in uppf.fel
            else "omojligt_datum"
        )
        rad = (
            f" Menas «{uppf.forslag}»?" if uppf.forslag else " Skriv om uppföljningen."
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


def _utan_aktiviteter(kapitel: list[Kapitel], anm: Anmarkningar) -> None:
    """Chapters that should hold activities by their name or by their neighbours."""
    grupper: list[list[Kapitel]] = []
    for k in kapitel:
        if k.niva == 1:
            grupper.append([])
        grupper[-1].append(k)
    med = [any(k.rader for k in g) for g in grupper]
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
        for k in g if not med[i] else ():
            namnd = _AKTIVITETSKAPITEL.search(k.rubrik) is not None
            if namnd or (forsta < i < sista and k is g[0]):
                anm.lagg(
                    "kapitel_utan_aktiviteter",
                    k.plats,
                    "Kapitlet har inga aktiviteter. Lägg till dem som hör hit, eller "
                    "skriv varför det inte finns några.",
                )
                break


def _stycken(kapitel: list[Kapitel], anm: Anmarkningar) -> None:
    sedda: Counter[str] = Counter()
    for k in kapitel:
        for i, s in enumerate(k.text, 1):
            plats = f"{k.plats}, stycke {i}"
            if re.match(r"[.,;:!?)]\s", s.text):
                anm.lagg(
                    "borjar_med_skiljetecken",
                    plats,
                    f"Stycket börjar med ett skiljetecken: {kort(s.text, 60)}. Kanske "
                    "saknas en mening före.",
                )
            for mening in _MENING.split(s.text):
                norm = mening.casefold().strip(" .")
                if len(norm) < KORTAST_MENING:
                    continue
                sedda[norm] += 1
                if sedda[norm] == 2:
                    anm.lagg(
                        "upprepad_mening",
                        plats,
                        f"Samma mening står på två ställen: {kort(mening)}. Stryk den "
                        "ena.",
                    )
