"""What a table says: its counts, its sums, and what was refused."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from lagesbild.statistikfil.ord import KODADE


@dataclass
class Utfall:
    """What a table says.

    `poster` {(Tid, words): count} with the words of KODADE in order, None for a field
    that no column gives · `rader` those taken · `summa` their counts · `per_kategori`
    {heading: {word: count}} · `avvisade` [(row as Excel numbers it, why)] · `dolda`
    cells that hide or lack a number · `utelamnade` {field: {word: count}} left out by
    choice, not in the sums · `summarader` rows known to be sums of others ·
    `kontroller` sentences on sums of the file that differ from those of its rows ·
    `upplysningar` sentences on rows that are measures or parts of others.
    """

    poster: Counter = field(default_factory=Counter)
    tider: set = field(default_factory=set)
    rader: int = 0
    summa: int = 0
    per_kategori: dict = field(default_factory=dict)
    per_manad: Counter = field(default_factory=Counter)
    avvisade: list = field(default_factory=list)
    dolda: int = 0
    summarader: int = 0
    kontroller: list = field(default_factory=list)
    upplysningar: list = field(default_factory=list)
    saknar_ar: bool = False
    utelamnade: dict = field(default_factory=dict)

    @property
    def fran(self):
        return min((t.manad for t in self.tider), default=None)

    @property
    def till(self):
        """The first day of the last month."""
        return max((t.sista for t in self.tider), default=None)

    @property
    def sista_dag(self):
        """The last day that is covered."""
        manad = self.till
        nasta = date(manad.year + manad.month // 12, manad.month % 12 + 1, 1)
        return date.fromordinal(nasta.toordinal() - 1)

    def orden(self, falt):
        """Return {word: count} of a coded field."""
        svar, plats = Counter(), KODADE.index(falt)
        for (_, ord_), antal in self.poster.items():
            if ord_[plats] is not None:
                svar[ord_[plats]] += antal
        return svar
