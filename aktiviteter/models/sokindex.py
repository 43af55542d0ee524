"""What the search keeps beside the plans: words, places, and what is not yet read.

Nothing here is written by hand. Database triggers (`aktiviteter.sok.utlosare`) note in
`Sokko` what has been written, and `aktiviteter.sok.index` reads it before a search.
All of it can be thrown away and built anew by `manage.py bygg_sokindex`.
"""

from django.db import models

I_ORDNING = ("-ar", "plan_id", "nummer")  # activities in a list


class TalField(models.Field):
    """Whole numbers: integer[] on PostgreSQL, words for FTS5 («12 55») on SQLite."""

    def db_type(self, connection):
        return "integer[]" if connection.vendor == "postgresql" else "text"

    def get_db_prep_value(self, value, connection, prepared=False):
        if connection.vendor == "postgresql":
            return list(value)
        return " ".join(map(str, value))

    def from_db_value(self, value, expression, connection):
        if isinstance(value, str):
            return tuple(map(int, value.split()))
        return tuple(value or ())


class Sokord(models.Model):
    """A form of a word that some plan has, or had: «åtgärderna».

    Shared by all boards, and never shown to a user before it is found in a plan that
    she may read.
    """

    ord = models.CharField(max_length=100, unique=True)
    stam = models.CharField(max_length=100)
    platt = models.CharField(max_length=100, db_index=True)
    plattstam = models.CharField(max_length=100, db_index=True)
    bakifran = models.CharField(max_length=100, db_index=True)  # plattstam, reversed

    class Meta:
        verbose_name, verbose_name_plural = "sökord", "sökord"

    def __str__(self):
        return self.ord


class Slag(models.IntegerChoices):
    """What a place is; a place's key tells it, see `index.nyckel`."""

    PLAN = 0, "Framsida"
    AVSNITT = 1, "Kapitel"
    AKTIVITET = 2, "Aktivitet"


class Plats(models.Model):
    """A place where words stand: a plan's cover, a chapter or an activity.

    `id` is the plan's id, 16 bits to the left, and a number within the plan of which
    the uppermost bit says that it is an activity: so that FTS5, which knows nothing but
    the key, can tell plans apart. No foreign keys: the row is taken away by the reading
    of `Sokko`, not by a cascade.
    """

    id = models.BigIntegerField(primary_key=True)
    plan_id = models.BigIntegerField(db_index=True)
    slag = models.SmallIntegerField(choices=Slag.choices)
    objekt = models.BigIntegerField()
    rubrik = TalField()  # the words of its heading
    ord = TalField()  # all its words, each once; see `sok.index.tal`

    class Meta:
        verbose_name, verbose_name_plural = "plats", "platser"
        constraints = [models.UniqueConstraint("slag", "objekt", name="plats_en_gang")]

    def __str__(self):
        return f"{self.get_slag_display()} {self.objekt}"


class Ordpar(models.Model):
    """The same place's words as they are written, one by one and two and two.

    For phrases; its key is the place's.
    """

    id = models.BigIntegerField(primary_key=True)
    ord = TalField()

    class Meta:
        verbose_name, verbose_name_plural = "ordpar", "ordpar"

    def __str__(self):
        return str(self.id)


class Planord(models.Model):
    """All that `Plats` and `Ordpar` have of a plan: chapters in one row, rows in one.

    A question of one word is answered here, from two rows a plan instead of sixty. The
    key is the plan's id, one bit to the left, and that bit says activities.
    """

    id = models.BigIntegerField(primary_key=True)
    ord = TalField()

    class Meta:
        verbose_name, verbose_name_plural = "en plans ord", "planers ord"

    def __str__(self):
        return str(self.id)


class Aktivitetsfakta(models.Model):
    """What an activity is filtered by, in columns: its times live in JSON.

    `kanaler` and `perioder` hold every report of the activity: «|tertialrapport|vb|»,
    «|T1 2027|2027|».
    """

    id = models.BigIntegerField(primary_key=True)  # the activity's
    plats = models.BigIntegerField(null=True, db_index=True)  # its Plats
    plan_id = models.BigIntegerField(db_index=True)
    ar = models.PositiveSmallIntegerField()
    nummer = models.PositiveIntegerField()
    tidtyp = models.CharField(max_length=20)
    start = models.DateField(null=True)
    slut = models.DateField(null=True)
    avstamning = models.DateField(null=True)
    kanaler = models.CharField(max_length=400)
    perioder = models.CharField(max_length=2000)
    niva = models.CharField(max_length=12)
    strategiomrade = models.CharField(max_length=12)
    insatsomrade = models.CharField(max_length=600)  # as `normalisera` gives it
    har_ansvarig = models.BooleanField()

    class Meta:
        verbose_name = verbose_name_plural = "fakta om en aktivitet"
        indexes = [
            models.Index(fields=I_ORDNING, name="fakta_i_ordning"),
            models.Index(fields=["slut", *I_ORDNING], name="fakta_slut"),
            models.Index(fields=["avstamning", *I_ORDNING], name="fakta_avstamning"),
        ]

    def __str__(self):
        return str(self.id)


class Sokko(models.Model):
    """Something was written, or taken away, and the index has not read it yet."""

    slag = models.SmallIntegerField(choices=Slag.choices)
    objekt = models.BigIntegerField()

    class Meta:
        verbose_name, verbose_name_plural = "oläst ändring", "olästa ändringar"

    def __str__(self):
        return f"{self.get_slag_display()} {self.objekt}"
