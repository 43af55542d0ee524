"""What the pages of a plan's way ask the database, each question at most once."""

from functools import cached_property

from django.db.models import F
from django.db.models.functions import JSONObject
from django.utils import timezone

from aktiviteter.andringar import forra_planen
from aktiviteter.arshjul import hjulet
from aktiviteter.models import Villkor, Yttrande
from aktiviteter.revideringen import att_ta_upp, laget_av
from aktiviteter.sammanstallning import plan_innehall
from aktiviteter.samraden import laget_av_samradet
from lagesbild.models import Lagesbild
from lagesbild.tabellasning import las_tabeller


class Underlag:
    """Reads of one plan, made when they are asked for and kept.

    `user` is who looks, for what only some may see.
    """

    def __init__(self, plan, user=None, idag=None):
        self.plan, self.user = plan, user
        self.idag = idag or timezone.localdate()

    @cached_property
    def innehall(self):
        return plan_innehall(self.plan, med_utkast=True)

    @cached_property
    def hjulet(self):
        return hjulet(self.plan, self.idag)

    @cached_property
    def att_ta_upp(self):
        return att_ta_upp(self.plan, self.user)

    @cached_property
    def forra(self):
        return forra_planen(self.plan)

    @cached_property
    def revideringen(self):
        """Return (how many wait, all), as `revideringslaget` does."""
        if self.plan.ar_oppen:
            rader = [rad for a in self.innehall.avsnitt for rad in a.aktiviteter]
            nummer = {rad.nummer for rad in rader}
        else:
            nummer = {rad["nummer"] for rad in self._rader["nummer"]}
        val = [(rad["val"], rad["nummer"]) for rad in self._rader["revideringar"]]
        return laget_av(val, nummer)

    @cached_property
    def samradet(self):
        """Return the `Samradslage`."""
        status = [rad["status"] for rad in self._rader["samraden"]]
        return laget_av_samradet(status, self.utfall)

    @property
    def utfall(self):
        """Return what became of each remark, "" of one that isn't answered."""
        return [rad["utfall"] for rad in self._rader["yttranden"]]

    def parter(self, status):
        """Return the bodies of the consultation that stand so, in their order."""
        rader = sorted(self._rader["samraden"], key=lambda rad: rad["pk"])
        return [rad["part"] for rad in rader if rad["status"] == status]

    @property
    def godtagna(self):
        """Return the keys of the warnings that have been acknowledged."""
        return {rad["nyckel"] for rad in self._rader["godtaganden"]}

    @property
    def bild(self):
        """Return the year's picture of the board, or None."""
        rader = self._rader["bilder"]
        return Lagesbild(**rader[0], namnd=self.plan.namnd) if rader else None

    @property
    def villkor(self):
        """Return the conditions of decisions that stand."""
        return self._rader["villkor"]

    @cached_property
    def _rader(self):
        plan = self.plan
        villkor = Villkor.objects.filter(beslut__plan=plan, beslut__rattelse=None)
        bilder = Lagesbild.objects.filter(namnd=plan.namnd_id, ar=plan.ar)
        summor = {
            "bilder": _som_rad(bilder, "pk", "status", "ar"),
            "godtaganden": _som_rad(plan.godtaganden, "nyckel"),
            "revideringar": _som_rad(plan.revideringar, "val", "nummer"),
            "samraden": _som_rad(plan.samraden, "pk", "status", "part"),
            "yttranden": _som_rad(Yttrande.objects.filter(samrad__plan=plan), "utfall"),
        }
        if not plan.ar_oppen:
            summor["nummer"] = _som_rad(plan.aktiviteter, "nummer")
        return las_tabeller({"villkor": villkor.order_by("pk")}, summor)[0]


def _som_rad(rader, *falten):
    """Return rows with their fields as one JSON value; those of a manager too."""
    return rader.order_by().annotate(rad=JSONObject(**{f: F(f) for f in falten}))
