"""Read: everything that a picture shows, as one frozen value.

Page, chapter, paper and export are drawn from it alone. What was published is read
from its `Frysning`, whatever has come in since and whatever the threshold is now.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings

from blanketter.sammanstallning import las_rapporteringen
from lagesbild.barighet import Mening, barighet, stycken
from lagesbild.bilddiagram import bildens_diagram
from lagesbild.bildrader import bildrader
from lagesbild.delomraden import sida_vid_sida
from lagesbild.enkatresultat import Enkatresultat, enkatresultat
from lagesbild.enkatresultat.diagram import huvudbilder
from lagesbild.iakttagelser import Iakttagelserad, iakttagelser
from lagesbild.kalltabell import Kalltabell, kalltabell
from lagesbild.models import Bilddel
from lagesbild.sammanstallning import INGEN_UPPGIFT, Underlag, underlag
from lagesbild.som_json import faltvis, ur_falt
from lagesbild.utkast import utkast


@dataclass(frozen=True)
class BildInnehall:
    """A picture in words and shown figures; nothing in it lets a hidden one be told.

    `troskel` is the threshold that the figures were protected with.
    """

    namnd: str
    ar: int
    fran: date
    till: date
    troskel: int
    underlag: Underlag
    kallor: Kalltabell
    meningar: tuple[Mening, ...] = ()
    enkater: tuple[Enkatresultat, ...] = ()
    iakttagelser: tuple[Iakttagelserad, ...] = ()
    kartlaggning: str = ""
    analys: str = ""
    stallningstagande: str = ""
    samradd: date | None = None
    samrad_med: str = ""

    def till_json(self):
        return faltvis(self)

    @classmethod
    def fran_json(cls, data):
        """Return what `till_json` wrote, also by an earlier version of the program."""
        return ur_falt(cls, data)

    @cached_property
    def diagram(self):
        """Return the charts of the figures (`Rutdiagram`)."""
        return bildens_diagram(self.underlag)

    @cached_property
    def enkatbilder(self):
        """Return [(Enkatresultat, [(its main question, Andelsdiagram)], the others)].

        The others are those without a chart, that have anything to say.
        """
        ut = []
        for enkat in self.enkater:
            bilder = huvudbilder(enkat)
            ritade = {fraga.kod for fraga, _ in bilder}
            andra = [fraga for fraga in enkat.fragor if fraga.kod not in ritade]
            ut.append((enkat, bilder, andra))
        return ut

    @cached_property
    def delomraden(self):
        """Return the parts of the district side by side (`Tabell`), or None."""
        return sida_vid_sida(self.underlag)

    @property
    def barighet(self):
        """Return the sentences in paragraphs (`Barighetsstycke`)."""
        return stycken(self.meningar)

    @property
    def period_i_ord(self):
        return self.underlag.perioder[0].etikett

    @property
    def jamfors_med(self):
        """Return the period before in words, "" when it has no figures."""
        for serie in self.underlag.serier:
            celler = serie.totalt.rader[0].celler
            if len(celler) > 1 and celler[1].text != INGEN_UPPGIFT:
                return self.underlag.perioder[1].etikett
        return ""

    @property
    def texter(self):
        """Return (code, name, rich text) of the three texts, in the plan's order."""
        return [(d.value, d.label, getattr(self, d.value)) for d in Bilddel]


def bildens_innehall(lagesbild):
    """Return a picture's `BildInnehall`: as published when it is finished."""
    if lagesbild.ar_klar and (frysning := lagesbild.frysningar.last()):
        return BildInnehall.fran_json(frysning.data)
    return levande_innehall(lagesbild)


def levande_innehall(lagesbild, rader=None):
    """Return a picture (with `namnd` loaded) as it is now.

    `rader`: its `Bildrader`, when they have been read.
    """
    rader = rader or bildrader(lagesbild)
    figurer, enkater = underlag(lagesbild, rader), enkatresultat(lagesbild, rader)
    rapporterat = _rapporteringen(rader, figurer.perioder)
    return BildInnehall(
        namnd=lagesbild.namnd.namn,
        ar=lagesbild.ar,
        fran=lagesbild.fran,
        till=lagesbild.till,
        troskel=settings.SMATALSGRANS,
        underlag=figurer,
        meningar=barighet(lagesbild, figurer, enkater, rapporterat),
        enkater=enkater,
        kallor=kalltabell(lagesbild, rader, rapporterat),
        iakttagelser=iakttagelser(lagesbild, rader),
        samradd=lagesbild.samradd,
        samrad_med=lagesbild.samrad_med,
        **{d.value: getattr(lagesbild, d.value) for d in Bilddel},
    )


def _rapporteringen(rader, perioder):
    """Return how the units reported in this period and the one before."""
    return las_rapporteringen(
        rader.lagesbild.namnd,
        min(period.fran for period in perioder[:2]),
        max(period.till for period in perioder[:2]),
        rapportering=rader.rapportering,
        enheter=rader.enheter,
    )


def bildens_utkast(lagesbild):
    """Return {text's code: rich text} of the drafts that the figures can bear."""
    nu = levande_innehall(lagesbild)
    forslag = utkast(
        nu.underlag, meningar=nu.meningar, kallor=nu.kallor, enkater=nu.enkater
    )
    return forslag._asdict()
