"""Who is asked and has answered, and what was answered: two tables, nothing in common.

No key, no time and no order joins an answer to whoever gave it: rows of both tables
have random keys and are written anew among the others each time one is answered
(blanketter/blandning.py), an answer carries no day, and its group is left out when too
few of it are asked. No answer is shown while the enkät is open.

What an insider can conclude. The coordinator who watches the list sees *that* a
respondent answers, perhaps the minute it does, and nothing of what: when it is closed,
all answers become countable at once. What comes after a reopening counts first when
`SMATALSGRANS` have come of the group and twice as many in all, so that no difference
between two closings is one respondent's; then no group is told apart any more. Of
those few, who has seen both results reads how they answered together. Fewer answers
than the threshold are never shown, nor the words of a question when fewer of those who
were asked it have answered.

What neither this nor anything else can hide. Whoever knows k of n answers (her own,
or those of respondents that she has made up and answered for) can take them away from
the sum and reads the sum of the n - k others; each respondent that is added leaves its
line in the trail. If all of a group answer alike, each one's answer is known. Words in
a text answer may tell who wrote them. Whoever runs the server and copies the database
between two answers sees which rows came between; so does the database's own journal
until it is written over. An open link tells nobody from another, and can be answered
any number of times.
"""

from uuid import uuid4

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from lagesbild.enkatbrev import ta_tillbaka_breven
from lagesbild.models.enkat import Enkat, hasha_enkatnyckel
from lagesbild.models.respondent import Grupp, Respondent
from vbeplan.nycklar.falt import KrypteradText
from vbeplan.nycklar.lank import hemlig_lank
from vbeplan.organisation.models import Ratt, Spar
from vbeplan.text.svenska import i_svensk_ordning


class InbjudanQuerySet(models.QuerySet):
    def for_user(self, user):
        namnder = user.namnd_id(Ratt.SAMORDNARE)
        return self.filter(enkat__lagesbild__namnd__in=namnder)

    def redigerbara(self, user):
        return self.for_user(user)

    def i_ordning(self):
        return self.order_by(i_svensk_ordning("respondent__namn"), "pk")

    def med_nyckel(self, nyckel):
        """Return the invitation whose link ends with `nyckel`, else None."""
        rader = self.select_related("respondent", "enkat__lagesbild__namnd")
        return rader.filter(nyckel=hasha_enkatnyckel(nyckel)).first()

    def att_paminna(self):
        """Those who haven't answered and are still in the register."""
        idag = timezone.localdate()
        kvar = Q(respondent__till=None) | Q(respondent__till__gte=idag)
        return self.filter(kvar, har_svarat=False).exclude(respondent=None)


class Inbjudan(models.Model):
    """That a respondent is asked, and if it has answered: neither when nor what.

    `grupp` is that of the respondent when it was invited. The days of its letters are
    forgotten when it answers. When the list's time is up (enkatgallring.py) rows of
    nobody, without a link, stand for the counts that are left.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    enkat = models.ForeignKey(Enkat, models.CASCADE, related_name="inbjudningar")
    respondent = models.ForeignKey(
        Respondent, models.PROTECT, null=True, related_name="+"
    )
    grupp = models.CharField(max_length=12, choices=Grupp.choices, editable=False)
    lank_nr = models.PositiveIntegerField(default=1, editable=False)
    nyckel = models.CharField(max_length=64, unique=True, editable=False)
    skickad = models.DateField(null=True, editable=False)
    paminnd = models.DateField(null=True, editable=False)
    har_svarat = models.BooleanField(default=False, editable=False)

    objects = InbjudanQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "inbjudan", "inbjudningar"
        constraints = [
            models.UniqueConstraint("enkat", "respondent", name="inbjuden_en_gang")
        ]

    def __str__(self):
        return f"{self.respondent}, {self.enkat}"

    @classmethod
    def ny(cls, enkat, respondent):
        """Return an unsaved invitation with its link."""
        rad = cls(enkat=enkat, respondent=respondent, grupp=respondent.grupp)
        rad.nyckel = hasha_enkatnyckel(rad.lanknyckel)
        return rad

    @property
    def lanknyckel(self):
        """Return the secret of the link, which is stored nowhere."""
        return hemlig_lank("enkatlank", f"{self.pk}:{self.lank_nr}")

    def lank(self):
        """Return the link's address, without the host."""
        return reverse("enkat_svara", args=[self.lanknyckel])

    def fornya_lank(self, *, av):
        """Give the respondent a new link; the old one stops working at once.

        A letter that still waits with the old one doesn't go, and can be sent anew.
        """
        with transaction.atomic():
            self.lank_nr += 1
            self.nyckel = hasha_enkatnyckel(self.lanknyckel)
            if ta_tillbaka_breven(self.enkat, self):
                self.skickad = self.paminnd = None
            self.save(update_fields=["lank_nr", "nyckel", "skickad", "paminnd"])
            vad = f"länken till {self.respondent} i {self.enkat}"
            namnd = self.enkat.lagesbild.namnd
            Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=namnd)


class EnkatsvarQuerySet(models.QuerySet):
    def raknade(self):
        """The answers that may be counted: those of an enkät that has been closed.

        Call `handlingar.stang_enkat.stang_forfallna` first: one whose last day has
        passed closes then.
        """
        return self.filter(raknas=True)


class Enkatsvar(models.Model):
    """One answer. It knows its enkät and its group, and nothing else of who answered.

    `svar` is {question's code: code | [codes] | number}; texts lie encrypted in
    `texter` as JSON {question's code: words}. `grupp` is blank for an open link and for
    the groups in the enkät's `sammanforda`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    enkat = models.ForeignKey(Enkat, models.CASCADE, related_name="svaren")
    grupp = models.CharField(max_length=12, choices=Grupp.choices, blank=True)
    svar = models.JSONField()
    texter = KrypteradText(null=True)
    raknas = models.BooleanField(default=False, editable=False)
    # Says that a form was sent twice; forgotten when the enkät closes.
    engangsnyckel = models.CharField(max_length=64, unique=True, null=True)

    objects = EnkatsvarQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "enkätsvar", "enkätsvar"
        ordering = ["pk"]  # random keys: no order to read back

    def __str__(self):
        return f"Svar på {self.enkat}"
