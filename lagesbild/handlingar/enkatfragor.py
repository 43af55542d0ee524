"""The enkät's questions: the city's in versions, and a board's own after them."""

from django.db import transaction

from blanketter.fragor.koder import avtryck, ord_genom_tiden
from blanketter.handlingar.versioner import Versioner
from lagesbild.enkatfragor.koder import EGEN, kod_for
from lagesbild.models import Enkat, Enkatutkast, Enkatversion
from vbeplan.organisation.models import Spar

FLEST = 60  # questions; nobody answers more


class Fragelista:
    """What a list of questions has in common, wherever it is kept."""

    def ur(self, fragor, namn):
        return next((f for f in fragor if f["kod"] == namn), {})

    def satt(self, fragor, namn, fraga, plats=None):
        """Put a question into the list, at the place (from 1) that it is given."""
        nu = next((nr for nr, f in enumerate(fragor) if f["kod"] == namn), None)
        if nu is not None:
            del fragor[nu]
        fragor.insert(_vart(plats, nu, len(fragor)), fraga)


def _vart(plats, nu, antal):
    if plats:
        return plats - 1
    return antal if nu is None else nu


class StadensFragor(Fragelista, Versioner):
    """The city's: `fragor` is a list of questions, see Enkatversion."""

    forled = ""

    def bredvid(self):
        """Return the questions that a question is asked among."""
        return self.nasta()

    def tidigare(self):
        """Return {code: question} of all that there have been, the newest words."""
        ut = {f["kod"]: f for f in self.nasta()}
        for version in self.version.objects.order_by("-nummer"):
            for fraga in version.fragor:
                ut.setdefault(fraga["kod"], fraga)
        return ut

    def lydelser(self, kod):
        """Return its words in each version, the newest first; none: it is new."""
        versioner = self.version.objects.order_by("-nummer")
        return [f["fraga"] for v in versioner if (f := self.ur(v.fragor, kod))]

    def utgangna(self):
        """Return the questions that have been asked and aren't in the next version."""
        kvar = {f["kod"] for f in self.nasta()}
        return [f for kod, f in self.tidigare().items() if kod not in kvar]

    @transaction.atomic
    def ta_bort(self, kod, *, av):
        """Leave a question out of the next version."""
        utkast = self._hall()
        utkast.fragor = [f for f in utkast.fragor if f["kod"] != kod]
        self._andrat(utkast, kod, av)

    @transaction.atomic
    def ta_tillbaka(self, kod, *, av):
        """Put a question that has been left out last in the next version."""
        utkast, fraga = self._hall(), self.tidigare().get(kod)
        if fraga and not self.ur(utkast.fragor, kod):
            utkast.fragor.append(fraga)
            self._andrat(utkast, kod, av)


STADENS = StadensFragor(Enkatversion, Enkatutkast, "enkätens frågor")


class Stangd(Exception):  # noqa: N818  # a state of things, not a fault
    """The enkät has been opened: its questions stand."""


class EgnaFragor(Fragelista):
    """A board's own questions in one enkät, while it is a draft."""

    forled = EGEN

    def __init__(self, enkat):
        self.enkat = enkat

    def nasta(self):
        return self.enkat.egna_fragor

    def bredvid(self):
        """Return the questions that a question is asked among: the city's too."""
        return [*self.enkat.version.fragor, *self.nasta()]

    def fraga(self, kod):
        return self.ur(self.nasta(), kod)

    def historia(self, kod):
        return ord_genom_tiden(self.ur(e.egna_fragor, kod) for e in self._namndens())

    def lydelser(self, kod):
        """Return its words in the board's other enkäter, the newest first."""
        andra = self._namndens()[1:]
        return [f["fraga"] for e in andra if (f := self.ur(e.egna_fragor, kod))]

    def tidigare(self):
        """Return {code: question} of all that the board has had of its own."""
        ut = {}
        for enkat in [self.enkat, *self._namndens()]:
            for fraga in enkat.egna_fragor:
                ut.setdefault(fraga["kod"], fraga)
        return ut

    def utgangna(self):
        """Return the questions of other years, which can be asked again."""
        kvar = {f["kod"] for f in self.nasta()}
        return [f for kod, f in self.tidigare().items() if kod not in kvar]

    @transaction.atomic
    def spara(self, kod, fraga, sedd, *, av, **hur):
        """Save a question; False when it is not as it was when `sedd`.

        Raises Stangd when the enkät has been opened.
        """
        enkat = self._hall()
        nu = self.ur(enkat.egna_fragor, kod)
        if avtryck(nu) != sedd and nu != fraga:
            return False
        self.satt(enkat.egna_fragor, kod, fraga, **hur)
        self._spara(enkat, av)
        return True

    @transaction.atomic
    def ta_bort(self, kod, *, av):
        """Take a question out of the enkät; Stangd when it has been opened."""
        enkat = self._hall()
        enkat.egna_fragor = [f for f in enkat.egna_fragor if f["kod"] != kod]
        self._spara(enkat, av)

    @transaction.atomic
    def ta_tillbaka(self, kod, *, av):
        """Ask a question of another year again, last; Stangd as above."""
        enkat, fraga = self._hall(), self.tidigare().get(kod)
        if fraga and not self.ur(enkat.egna_fragor, kod):
            enkat.egna_fragor.append(fraga)
            self._spara(enkat, av)

    def _hall(self):
        enkat = Enkat.objects.select_for_update(of=("self",)).get(pk=self.enkat.pk)
        if enkat.status != Enkat.Status.UTKAST:
            raise Stangd
        return enkat

    def _spara(self, enkat, av):
        enkat.save(update_fields=["egna_fragor"])
        self.enkat.egna_fragor = enkat.egna_fragor
        namnd, vad = enkat.lagesbild.namnd, f"egna frågor i {enkat}"
        Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=namnd)

    def _namndens(self):
        """Return the board's enkäter, the newest first."""
        namnd = self.enkat.lagesbild.namnd_id
        rader = Enkat.objects.filter(lagesbild__namnd=namnd).exclude(pk=self.enkat.pk)
        return [self.enkat, *rader.order_by("-lagesbild__ar", "-pk")]


def ny_kod_for(lager, fraga):
    """Return the code of a question in new words, among those `lager` has had."""
    tidigare = {kod: f["fraga"] for kod, f in lager.tidigare().items()}
    return kod_for(fraga, tidigare, forled=lager.forled)
