"""Things in a row that can change places."""

from django.db import models, transaction


class Ordnad(models.Model):
    """Has a place among its siblings, counted from 0; gaps don't matter."""

    ordning = models.PositiveIntegerField(default=0, editable=False)

    har_ny_plats = False  # whether a save is to write the place, see `Versionerad`

    class Meta:
        abstract = True
        ordering = ["ordning", "pk"]

    def syskon(self):
        """Return the rows that this one is ordered among, itself included."""
        raise NotImplementedError

    def stall_sist(self):
        """Take the place after the last sibling; saved by whoever calls."""
        sist = self.syskon().aggregate(sist=models.Max("ordning"))["sist"]
        self.ordning = 0 if sist is None else sist + 1
        self.har_ny_plats = True

    @transaction.atomic
    def flytta(self, steg):
        """Move one step, -1 up or +1 down; False at the end of the row: it stays.

        Raises DoesNotExist when it is gone.
        """
        self.refresh_from_db()  # somebody may have put it elsewhere
        rad = list(self.syskon().select_for_update().order_by("ordning", "pk"))
        har = rad.index(self)
        dit = har + steg
        if not 0 <= dit < len(rad):
            return False
        rad[har], rad[dit] = rad[dit], rad[har]
        for plats, ett in enumerate(rad):
            if ett.ordning != plats:
                type(self).objects.filter(pk=ett.pk).update(ordning=plats)
        return True

    def stall(self, plats):
        """Take place `plats` among the siblings, from 0; None and too far is last."""
        andra = self.syskon().exclude(pk=self.pk).order_by("ordning", "pk")
        rad = list(andra.values_list("pk", flat=True))
        rad.insert(len(rad) if plats is None else plats, self.pk)
        nya = (models.When(pk=pk, then=nr) for nr, pk in enumerate(rad))
        self.syskon().update(ordning=models.Case(*nya))
        return rad.index(self.pk)
