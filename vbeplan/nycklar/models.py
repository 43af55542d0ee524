"""What the room stores: one secret."""

import secrets

from django.db import models

from vbeplan.nycklar.falt import KrypteradText


class Hemlighet(models.Model):
    """The installation's own secret, one row; keyed hashes are made with it.

    It stays the same when the keys are rotated, so that a hash still fits.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    varde = KrypteradText()

    class Meta:
        verbose_name = verbose_name_plural = "hemlighet"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="en_hemlighet")
        ]

    def __str__(self):
        return "Installationens hemlighet"

    @classmethod
    def den(cls):
        """Return the secret's 32 bytes; made the first time."""
        rad, _ = cls.objects.get_or_create(
            pk=1, defaults={"varde": secrets.token_hex(32)}
        )
        return bytes.fromhex(rad.varde)
