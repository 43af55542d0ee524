"""One row per measurement, its judgement against the budget, and the table."""

from dataclasses import asdict, dataclass, field
from statistics import median

OK, OVER, UTAN_BUDGET = "OK", "ÖVER", "–"
DECIMALER = {"ms": 2, "s": 2, "kvot": 2, "MiB": 0, "texter/s": 0, "frågor": 0}
BUDGETORD = {
    "median": "median ≤ {} {enhet}",
    "langst": "längst ≤ {} {enhet}",
    "kvot": "kvot ≤ {}",
    "fragor": "frågor ≤ {}",
    "minne_mib": "minne ≤ {} MiB",
}
RUBRIKER = "Mätning min median max kvot frågor minne budget utfall".split()


@dataclass(frozen=True)
class Rad:
    """One thing measured: `varden` in `enhet`, and what was seen beside them.

    `kvot` is to the comparison of the same run, `fragor` database queries, `minne_mib`
    peak MiB. `hogst` is the budget: the highest allowed "median", "langst", "kvot",
    "fragor" or "minne_mib"; what it does not name is only shown.
    """

    grupp: str
    namn: str
    enhet: str
    varden: list[float]
    kvot: float | None = None
    fragor: int | None = None
    minne_mib: float | None = None
    hogst: dict[str, float] = field(default_factory=dict)

    @property
    def median(self):
        return median(self.varden)

    @property
    def langst(self):
        return max(self.varden)

    @property
    def brutna(self):
        """The names of the limits that the row breaks."""
        return [namn for namn, grans in self.hogst.items() if self.matt(namn) > grans]

    def matt(self, namn):
        """Return what a limit of this name is held against; it must be measured."""
        varde = getattr(self, namn)
        if varde is None:
            raise ValueError(f"{self.namn}: {namn} har en budget men är inte mätt.")
        return varde

    @property
    def utfall(self):
        if not self.hogst:
            return UTAN_BUDGET
        return OVER if self.brutna else OK

    def som_dict(self):
        return {
            **asdict(self),
            "min": min(self.varden),
            "median": self.median,
            "max": max(self.varden),
            "utfall": self.utfall,
        }


def over_budget(rader):
    """Return the rows that break a limit."""
    return [rad for rad in rader if rad.utfall == OVER]


def som_markdown(rader):
    """Return the rows as Markdown, one table per group, columns aligned."""
    return "\n\n".join(
        f"### {grupp}\n\n{_tabell([rad for rad in rader if rad.grupp == grupp])}"
        for grupp in dict.fromkeys(rad.grupp for rad in rader)
    )


def _tabell(rader):
    celler = [RUBRIKER, *(_celler(rad) for rad in rader)]
    bredder = [max(len(rad[i]) for rad in celler) for i in range(len(RUBRIKER))]
    streck = ["-" * bredder[0], *(f"{'-' * (b - 1)}:" for b in bredder[1:])]
    return "\n".join(
        "| " + " | ".join(_ratta(rad, bredder)) + " |"
        for rad in (celler[0], streck, *celler[1:])
    )


def _ratta(rad, bredder):
    forsta, *ovriga = zip(rad, bredder, strict=True)
    return [forsta[0].ljust(forsta[1]), *(cell.rjust(b) for cell, b in ovriga)]


def _celler(rad):
    tal = (_tal(v, rad.enhet) for v in (min(rad.varden), rad.median, max(rad.varden)))
    return [
        rad.namn,
        *(f"{t} {rad.enhet}" if rad.enhet != "kvot" else t for t in tal),
        "" if rad.kvot is None else _tal(rad.kvot, "kvot"),
        "" if rad.fragor is None else str(rad.fragor),
        "" if rad.minne_mib is None else f"{_tal(rad.minne_mib, 'MiB')} MiB",
        _budget(rad),
        rad.utfall,
    ]


def _budget(rad):
    return ", ".join(
        BUDGETORD[namn].format(f"{grans:g}".replace(".", ","), enhet=rad.enhet).strip()
        for namn, grans in rad.hogst.items()
    )


def _tal(varde, enhet):
    """A number as a Swede writes it: 12 345,6."""
    text = f"{varde:,.{DECIMALER.get(enhet, 2)}f}"
    return text.replace(",", "\u00a0").replace(".", ",")
