"""A draft as plain data: headed parts of paragraphs and points."""

from dataclasses import dataclass

from vbeplan.tema.for_mallar import ForMallar


@dataclass(frozen=True, slots=True)
class Stycke(ForMallar):
    """A paragraph, maybe with a word in bold before it and points after it."""

    text: str
    punkter: tuple[str, ...] = ()
    ledord: str = ""


@dataclass(frozen=True, slots=True)
class Del(ForMallar):
    """A heading and what stands under it; without paragraphs it is left out."""

    rubrik: str
    stycken: tuple[Stycke, ...]
