"""Words that the municipality brings to the guard: names it has, or words it leaves."""

from hashlib import blake2b

from django.db import models, transaction

from vbeplan.organisation.models import Spar


class Namnlista(models.Model):
    """One list, by its name; loading it again takes the old words away.

    The words are kept in plain text, each for itself and in alphabetical order: which
    of them stood together in the file is not kept, so no person is.
    """

    class Slag(models.TextChoices):
        FORNAMN = "fornamn", "förnamn"
        EFTERNAMN = "efternamn", "efternamn"
        NAMN = "namn", "för- och efternamn"
        UNDANTAG = "undantag", "ord som inte är namn"

    namn = models.CharField("listans namn", max_length=80, unique=True)
    slag = models.CharField("vad orden är", max_length=10, choices=Slag.choices)
    ord = models.TextField("ord", editable=False)
    antal = models.PositiveIntegerField("antal", editable=False)
    avtryck = models.CharField(max_length=32, editable=False)
    inlast = models.DateField("inläst", auto_now=True)

    class Meta:
        verbose_name, verbose_name_plural = "namnlista", "namnlistor"
        ordering = ["namn"]

    def __str__(self):
        return f"namnlistan ”{self.namn}”"

    @property
    def orden(self):
        """Return the words, in lower case."""
        return self.ord.split("\n") if self.ord else []

    @transaction.atomic
    def las_in(self, orden, *, av) -> bool:
        """Take `orden` for the list's words; False when it had the same before."""
        self.ord = "\n".join(sorted(orden))
        self.antal = len(orden)
        forut = self.avtryck
        self.avtryck = _avtryck(self.slag, self.ord)
        if self.pk and forut == self.avtryck:
            return False
        self.save()
        Spar.objects.skriv(Spar.Handling.IMPORTERAD, self, av=av)
        return True

    @transaction.atomic
    def ta_bort(self, *, av):
        """Remove the list; the guard forgets its words."""
        Spar.objects.skriv(Spar.Handling.BORTTAGEN, self, av=av)
        self.delete()


def _avtryck(slag, ord_):
    return blake2b(f"{slag}\n{ord_}".encode(), digest_size=16).hexdigest()
