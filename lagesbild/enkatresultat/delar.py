"""The result of an enkät as plain data: for page, paper, draft and freezing alike.

Every figure has been through lagesbild/rojande. `dataclasses.asdict` makes it JSON.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Andel:
    """How many gave an answer. Without a number it may not be shown: see `text`."""

    antal: int | None
    andel: int | None  # whole per cent of those who answered the question
    text: str  # "12 (44 %)", "färre än 5", "visas inte"


@dataclass(frozen=True)
class Svarsrad:
    """One answer: of all, then of each of the groups, and the year before."""

    kod: str
    text: str
    alla: Andel
    grupper: tuple[Andel, ...]
    forra: Andel | None


@dataclass(frozen=True)
class Talmatt:
    """What the numbers of a question were, of at least as many as the threshold."""

    median: float
    undre: float | None  # quartiles, only of many enough
    ovre: float | None
    enhet: str


@dataclass(frozen=True)
class Frageresultat:
    """What one question showed. `sats` says it in words, or why nothing is shown."""

    kod: str
    slag: str
    fraga: str
    svarande: Andel  # of those who answered the enkät
    grupper: tuple[str, ...]  # the columns of Svarsrad.grupper
    gruppsvarande: tuple[Andel, ...]
    rader: tuple[Svarsrad, ...]
    tal: Talmatt | None
    sats: str
    jamforelse: str  # with what `forra` compares, or why it can't be

    @property
    def ar_flerval(self):
        return self.slag == "flera"

    @property
    def per_grupp(self):
        """Return [(Svarsrad, [(group, Andel), …]), …]."""
        return [
            (r, list(zip(self.grupper, r.grupper, strict=True))) for r in self.rader
        ]

    @property
    def per_grupp_svarande(self):
        return list(zip(self.grupper, self.gruppsvarande, strict=True))


@dataclass(frozen=True)
class Svarsgrad:
    """How many of those asked answered; small groups stand together."""

    grupp: str
    tillfragade: int
    svarande: int
    text: str  # "27 av 34 svarade (79 %)"


@dataclass(frozen=True)
class Enkatresultat:
    """`id` is the Enkat's. Without `fragor` nothing can be shown: `sats` says why."""

    id: int
    namn: str
    ar: int
    stangd: bool
    svar: int  # answers that came in
    svarsgrad: Svarsgrad | None  # none: nobody was asked by a link of her own
    grupper: tuple[Svarsgrad, ...]
    sats: str
    fragor: tuple[Frageresultat, ...]
