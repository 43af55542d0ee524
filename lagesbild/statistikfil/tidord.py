"""A time that words say: a year, a part of one, a month; and why they say none."""

from dataclasses import dataclass
from datetime import date

MANAD, AR = "manad", "ar"  # as Manadstal.Precision
FORSTA_AR = 1990


class TidFel(ValueError):  # noqa: N818 — «fel» is Swedish for error
    """Words that say no time; the text is Swedish and says what to do."""


@dataclass(frozen=True, order=True)
class Tid:
    """The first day of a month (or of what `langd` months it starts) and how exact."""

    manad: date
    langd: int = 1

    @property
    def precision(self):
        """As Manadstal.Precision: a month, a year, or how many months it is."""
        return {1: MANAD, 12: AR}.get(self.langd, str(self.langd))

    @property
    def sista(self):
        """The first day of its last month."""
        nr = self.manad.month - 1 + self.langd - 1
        return date(self.manad.year + nr // 12, nr % 12 + 1, 1)


@dataclass(frozen=True)
class Tidord:
    """What words say of time: any of year and part of the year, either may lack."""

    ar: int | None
    manad: int | None = None
    langd: int = 1

    def tid(self, ar=None):
        """Return the Tid, in the year `ar` when the words name none."""
        aret = self.ar or ar
        if aret is None:
            raise TidFel("Året framgår inte. Välj vilket år filen gäller.")
        if self.manad is None:
            return Tid(date(aret, 1, 1), 12)
        return Tid(date(aret, self.manad, 1), self.langd)


def kort(varde):
    text = str(varde)
    return text if len(text) <= 40 else f"{text[:39]}…"
