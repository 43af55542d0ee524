"""Questions that come in versions: written as a draft, then settled for good.

Those of the form are `BLANKETTENS` in blanketter/handlingar/fragor.py; those of the
enkät are kept the same way.
"""

from django.db import IntegrityError, transaction

from blanketter.fragor.koder import avtryck, ord_genom_tiden
from vbeplan.organisation.models import Spar


class Versioner:
    """`version` and `utkast` are models as Frageversion and Fragutkast; `vad` is what
    the trail calls the questions. Here `fragor` is a dict by the question's name.
    """

    def __init__(self, version, utkast, vad):
        self.version, self.utkast, self.vad = version, utkast, vad

    def senaste(self):
        """Return the newest version, also one that is not in use yet."""
        self.version.objects.gallande()  # a new installation has none until asked
        return self.version.objects.order_by("-nummer").first()

    def nasta(self):
        """Return the questions that are being written, as they are in the newest
        version until somebody has changed one."""
        utkast = self.utkast.objects.first()
        return utkast.fragor if utkast else self.senaste().fragor

    def ur(self, fragor, namn):
        """Return one of the questions; nothing when there is no such."""
        return fragor.get(namn, {})

    def satt(self, fragor, namn, fraga):
        fragor[namn] = fraga

    def fraga(self, namn):
        return self.ur(self.nasta(), namn)

    def historia(self, namn):
        """Return {code: its words in every version, the newest first} of a question."""
        versioner = self.version.objects.order_by("-nummer")
        return ord_genom_tiden(self.ur(v.fragor, namn) for v in versioner)

    @transaction.atomic
    def spara(self, namn, fraga, sedd, *, av, **hur):
        """Put a question into the draft; False when it is not as it was when `sedd`."""
        utkast = self._hall()
        nu = self.ur(utkast.fragor, namn)
        if avtryck(nu) != sedd and nu != fraga:
            return False
        self.satt(utkast.fragor, namn, fraga, **hur)
        self._andrat(utkast, namn, av)
        return True

    def _hall(self):
        """Return the draft, held against others; one is begun when there is none."""
        self.utkast.objects.get_or_create(defaults={"fragor": self.senaste().fragor})
        return self.utkast.objects.select_for_update().get()

    def _andrat(self, utkast, namn, av):
        utkast.andrad_av = av
        utkast.save()
        self._skriv(Spar.Handling.ANDRAD, f"utkast till {self.vad}: {namn}", av)

    @transaction.atomic
    def kasta(self, *, av):
        """Throw the draft away; nothing when there is none."""
        if self.utkast.objects.all().delete()[0]:
            self._skriv(Spar.Handling.BORTTAGEN, f"utkast till {self.vad}", av)

    def faststall(self, galler_fran, sedd, *, av):
        """Make the draft a version that never changes; None when it is not as when
        `sedd`.

        `galler_fran` is the first day that it is filled in. Whoever decided the same
        draft just before has already made the version.
        """
        try:
            return self._faststall(galler_fran, sedd, av)
        except IntegrityError:
            return None

    @transaction.atomic
    def _faststall(self, galler_fran, sedd, av):
        utkast = self.utkast.objects.select_for_update().first()
        if utkast is None or avtryck(utkast.fragor) != sedd:
            return None
        version = self.version.objects.create(
            nummer=self.senaste().nummer + 1,
            galler_fran=galler_fran,
            fragor=utkast.fragor,
            faststalld_av=av,
        )
        utkast.delete()
        vad = f"{self.vad}, version {version.nummer} från {galler_fran}"
        self._skriv(Spar.Handling.FASTSTALLD, vad, av)
        return version

    def _skriv(self, handling, vad, av):
        Spar.objects.skriv(handling, vad, av=av)
