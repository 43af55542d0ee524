"""Remarks: what the import found, where, and what the reader can do about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

HOGST = 500


@dataclass(frozen=True, slots=True)
class Anmarkning:
    """One remark: a stable kind, a place in words, a Swedish sentence.

    `aktivitet` is the number of the activity it is about, when it is about one,
    `avsnitt_nr` the place of the chapter it is about among the plan's, from 0.
    """

    slag: str
    plats: str
    text: str
    aktivitet: int | None = None
    avsnitt_nr: int | None = None


@dataclass(slots=True)
class Anmarkningar:
    """Collects remarks in reading order; the same one is told once.

    `avsnitt_nr` is the chapter that is being worked on, None outside the chapters.
    """

    lista: list[Anmarkning] = field(default_factory=list)
    avsnitt_nr: int | None = None
    _sedda: set[Anmarkning] = field(default_factory=set)

    def lagg(
        self, slag: str, plats: str, text: str, aktivitet: int | None = None
    ) -> None:
        ny = Anmarkning(slag, plats, text, aktivitet, self.avsnitt_nr)
        if ny not in self._sedda:
            self._sedda.add(ny)
            self.lista.append(ny)

    def sparade_andringar(self) -> None:
        self.lagg(
            "sparade_andringar",
            "Hela dokumentet",
            "Dokumentet har spårade ändringar. Infogad text togs med och borttagen "
            "text togs inte med. Kontrollera att det är rätt version.",
        )

    def annat_ar(self, ar: int, dokumentets: set[int]) -> None:
        self.lagg(
            "annat_ar",
            "Framsidan",
            f"Planen läses in för {ar}, men dokumentet anger "
            f"{' och '.join(map(str, sorted(dokumentets)))}. Kontrollera att rätt fil "
            "och rätt år är valda.",
        )

    @contextmanager
    def i_avsnitt(self, nr: int) -> Iterator[None]:
        """Remarks made inside belong to this chapter."""
        utanfor, self.avsnitt_nr = self.avsnitt_nr, nr
        try:
            yield
        finally:
            self.avsnitt_nr = utanfor

    def som_data(self) -> list[dict[str, str | int | None]]:
        """For the JSON. Very many are cut, and the cut is told."""
        ut = [asdict(a) for a in self.lista[:HOGST]]
        if len(self.lista) > HOGST:
            ut.append(
                asdict(
                    Anmarkning(
                        "fler_anmarkningar",
                        "Hela dokumentet",
                        f"Ytterligare {len(self.lista) - HOGST} anmärkningar visas "
                        "inte. Rätta de första och läs in filen på nytt.",
                    )
                )
            )
        return ut


def kort(text: str, langd: int = 80) -> str:
    """A quotation: the beginning of a text in quotation marks."""
    text = " ".join(text.split())
    if len(text) > langd:
        text = text[: langd - 1].rsplit(" ", 1)[0] + " …"
    return f"”{text}”"
