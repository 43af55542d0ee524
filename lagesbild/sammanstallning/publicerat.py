"""What is public already: a period is shown as it was when it was published."""

from lagesbild.models import Frysning
from lagesbild.sammanstallning.tabeller import INGEN, Underlag


def publicerade(lagesbild, perioder):
    """Return {period: `Publicerad`} of a board's earlier pictures.

    A later picture copied what the first one showed, so any of them will do.
    """
    rader = Frysning.objects.filter(
        lagesbild__namnd=lagesbild.namnd_id,
        lagesbild__ar__lt=lagesbild.ar,
        lagesbild__fran__gte=perioder[-1].fran,
    ).order_by("lagesbild__ar", "nummer")
    ut = {}
    for data in rader.values_list("data__underlag", flat=True):
        if not data:
            continue
        fryst = Underlag.fran_json(data)
        for nr, period in enumerate(fryst.perioder):
            if period in perioder[1:]:
                ut[period] = Publicerad(fryst, nr)
    return ut


class Publicerad:
    """One period's column in a published picture."""

    def __init__(self, underlag, nr):
        self.underlag, self.nr = underlag, nr

    def har(self, nyckel):
        return self.underlag.serie(nyckel) is not None

    def cell(self, nyckel, tabell, kod):
        """Return the cell of a series' table as it was; INGEN when it wasn't there."""
        rad = getattr(self.underlag.serie(nyckel), tabell).rad(kod)
        return rad.celler[self.nr] if rad and self.nr < len(rad.celler) else INGEN
