"""A span of whole months that is counted as one, and the one before it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format

TERTIALMANADER, MANADER_PER_AR = 4, 12


@dataclass(frozen=True)
class Period:
    """From `fran`, the first day of a month, through `till`; both are included.

    An event that is told of by its week belongs to the month where the week's Thursday
    lies, as ISO 8601 says to which year a week belongs.
    """

    fran: date
    till: date

    @property
    def forra(self):
        """Return the period just before, of as many months."""
        return Period(_flyttad(self.fran, -len(self.manader)), self._dagen_fore)

    @property
    def _dagen_fore(self):
        return self.fran - timedelta(days=1)

    @property
    def manader(self):
        """Return the first day of every month in it."""
        antal = (self.till.year - self.fran.year) * 12 + self.till.month
        return tuple(_flyttad(self.fran, i) for i in range(antal - self.fran.month + 1))

    @property
    def tertial(self):
        """Return [(code, its months in the period)] in order: «T1», «T2», «T3».

        Those of another year than the first have it in the code: «T1 2027».
        """
        ut = {}
        for manad in self.manader:
            ut.setdefault(self.tertialkod(manad), []).append(manad)
        return tuple((kod, tuple(manader)) for kod, manader in ut.items())

    def tertialkod(self, manad):
        kod = f"T{(manad.month - 1) // TERTIALMANADER + 1}"
        return kod if manad.year == self.fran.year else f"{kod} {manad.year}"

    @property
    def har_hela_tertial(self):
        """Tell if no tertial of it is cut off."""
        return all(len(manader) == TERTIALMANADER for _, manader in self.tertial)

    @property
    def ar_kalenderar(self):
        """Tell if it is one or more whole calendar years."""
        slutar = (self.till.month, self.till.day) == (12, 31)
        return slutar and (self.fran.month, self.fran.day) == (1, 1)

    @property
    def etikett(self):
        """Return it in words: «2026», or «juli 2025–juni 2026»."""
        if self.ar_kalenderar:
            ar = self.fran.year, self.till.year
            return "–".join(str(a) for a in dict.fromkeys(ar))
        fran, till = (date_format(d, "F Y") for d in (self.fran, self.till))
        return f"{fran}–{till}"

    @property
    def manader_i_ord(self):
        """Return its months: «januari–oktober 2026», «maj 2026»."""
        forst, sist = (date_format(d, "F Y") for d in (self.fran, self.till))
        if forst == sist:
            return forst
        if self.fran.year == self.till.year:
            forst = date_format(self.fran, "F")
        return f"{forst}–{sist}"

    def __contains__(self, dag):
        return self.fran <= dag <= self.till


def perioder(denna, tidigare):
    """Return the period and as many before it, the newest first."""
    ut = [denna]
    for _ in range(tidigare):
        ut.append(ut[-1].forra)
    return tuple(ut)


def _flyttad(manad, antal):
    nr = manad.year * 12 + manad.month - 1 + antal
    return date(nr // 12, nr % 12 + 1, 1)
