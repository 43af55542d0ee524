"""The columns of an activity table: named by a header, continued, or guessed."""

from collections.abc import Callable
from dataclasses import dataclass, field

from aktiviteter.word import kolumner as k
from aktiviteter.word.anmarkning import kort
from aktiviteter.word.delade_kolumner import delslag
from aktiviteter.word.gissa import gissa_slag
from aktiviteter.word.modell import Cell, Tabell

Anmark = Callable[[str, str, str], None]  # kind, place in the table, sentence
NAMN = {
    k.AKTIVITET: "aktivitet",
    k.ANSVARIG: "ansvarig",
    k.TID: "tidplan",
    k.UPPF: "uppföljning",
    k.NR: "nummer",
}


@dataclass(slots=True)
class Layout:
    """The columns of a table: what each holds, its header and its grid place."""

    slag: list[str]
    rubriker: list[str]
    platser: list[tuple[int, int]]
    bredd: int
    # Columns that hold several things: their kinds by the column's place.
    delade: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def kolumn(self, cell: Cell, ordning: int, antal: int) -> int | None:
        """The column a cell stands in: by order when the row is whole, else by grid."""
        if antal == len(self.slag):
            return ordning
        for i, (kol, bredd) in enumerate(self.platser):
            if kol <= cell.kol < kol + bredd:
                return i
        return None


def ny_layout(tabell: Tabell, i: int, ar: int, anmark: Anmark) -> Layout:
    """The columns that row `i`, the header, names; empty names are guessed."""
    rad = tabell.rader[i]
    layout = Layout(
        k.slag_per_kolumn(rad),
        [c.text for c in rad],
        [(c.kol, c.bredd) for c in rad],
        tabell.bredd,
        {i: slag for i, c in enumerate(rad) if (slag := delslag(c.text))},
    )
    for i, slag in layout.delade.items():
        layout.slag[i] = slag[0]
    _gissa_kolumner(layout, tabell.rader[i + 1 :], i + 1, ar, anmark)
    return layout


def _gissa_kolumner(
    layout: Layout, rader: list[list[Cell]], rubrikrad: int, ar: int, anmark: Anmark
) -> None:
    """Columns whose header is empty or unknown, judged by their cells."""
    for j, slag in enumerate(layout.slag):
        if slag not in ("", k.OVRIGT):
            continue
        celler = [
            c.text
            for rad in rader
            for n, c in enumerate(rad)
            if len(rad) > 1 and layout.kolumn(c, n, len(rad)) == j
        ]
        if layout.rubriker[j] and rader and not any(celler):
            anmark(
                "tom_kolumn",
                f"rad {rubrikrad}",
                f"Kolumnen {kort(layout.rubriker[j])} är tom och togs inte med.",
            )
        if slag and k.slag_for(layout.rubriker[j]):
            continue
        saknade = {k.AKTIVITET, k.ANSVARIG, k.TID, k.UPPF, k.NR} - set(layout.slag)
        saknade -= {s for slagen in layout.delade.values() for s in slagen}
        if {k.START, k.SLUT} & set(layout.slag):
            saknade.discard(k.TID)
        gissning = gissa_slag(celler, ar, saknade)
        if gissning == k.AKTIVITET and layout.rubriker[j]:
            gissning = ""
        layout.slag[j] = gissning or k.OVRIGT
        if gissning and gissning != k.NR:
            vad = f"heter ”{layout.rubriker[j]}”" if layout.rubriker[j] else "är tom"
            anmark(
                "gissad_kolumn",
                f"rad {rubrikrad}",
                f"Kolumnrubriken {vad}. Kolumnen lästes som {NAMN[gissning]} "
                "efter sitt innehåll. Kontrollera att det stämmer.",
            )
        elif not layout.rubriker[j] and any(celler):
            anmark(
                "gissad_kolumn",
                f"rad {rubrikrad}",
                "En kolumnrubrik är tom och kolumnens innehåll gick inte att känna "
                "igen. Innehållet står i beskrivningen.",
            )


def passar(tabell: Tabell, layout: Layout, ar: int) -> bool:
    """Whether the cells of a headerless table are of the kinds its columns hold."""
    for vilka in ((k.TID, k.UPPF), (k.ANSVARIG,)):
        for slag in vilka:
            if slag not in layout.slag:
                continue
            j = layout.slag.index(slag)
            celler = [r[j].text for r in tabell.rader if len(r) == len(layout.slag)]
            if gissa_slag(celler, ar, {slag}) == slag:
                return True
    return False


def gissad_layout(tabell: Tabell, ar: int, anmark: Anmark) -> Layout | None:
    """No header and nothing to continue: activities only if who and when are sure."""
    antal = max((len(r) for r in tabell.rader), default=0)
    if antal < 3:
        return None
    hela = [r for r in tabell.rader if len(r) == antal]
    saknade = {k.ANSVARIG, k.TID, k.UPPF, k.NR}
    slag = []
    for j in range(antal):
        gissning = gissa_slag([r[j].text for r in hela], ar, saknade)
        slag.append(gissning)
        saknade.discard(gissning)
    if k.ANSVARIG not in slag or not {k.TID, k.UPPF} & set(slag) or "" not in slag:
        return None
    langst = max(
        (j for j, s in enumerate(slag) if not s),
        key=lambda j: sum(len(r[j].text) for r in hela),
    )
    slag[langst] = k.AKTIVITET
    anmark(
        "tabell_utan_rubrikrad",
        "",
        "Tabellen saknar rubrikrad. Kolumnerna lästes efter sitt innehåll som "
        + ", ".join(NAMN.get(s, "okänd") for s in slag)
        + ". Kontrollera att det stämmer.",
    )
    platser = [(c.kol, c.bredd) for c in hela[0]]
    return Layout([s or k.OVRIGT for s in slag], [""] * antal, platser, tabell.bredd)
