"""Read: the activities of an occasion, what was reported, and which roles answer.

A role answers for the activities where it is main or joint responsible. A row where
roles are only consulted is nobody's but the coordinator's.
"""

from dataclasses import dataclass

from django.utils import timezone

from aktiviteter.models import Aktivitet, Ansvar, Rapportlank, Tillfalle, Uppfoljning
from aktiviteter.models.uppfoljning import SVARAR
from vbeplan.organisation.models import Anvandare, Ratt, Roll


@dataclass
class Rad:
    """An activity with its roles, [Ansvarig], and its report at the occasion."""

    aktivitet: Aktivitet
    rapport: Uppfoljning | None

    @property
    def ar_rapporterad(self):
        return self.rapport is not None and self.rapport.ar_rapporterad

    @property
    def svarar(self):
        """Return the ids of the roles that answer for it."""
        return {a.roll_pk for a in self.aktivitet.ansvariga if a.art in SVARAR}

    @property
    def ansvar_i_ord(self):
        return Ansvar.som_ord(self.aktivitet.ansvariga)


@dataclass
class Rollage:
    """A role at an occasion: its rows, its link, and where a letter may be sent.

    `epost` is a suggestion: where the last letter went, else the address of somebody
    who signs in and answers for the role. `ny_innehavare`: that letter went before
    the one who holds it now did, so the address may be somebody else's.
    """

    roll: Roll
    innehavare: str
    rader: list[Rad]
    lank: Rapportlank | None
    epost: str
    ny_innehavare: bool = False

    @property
    def kvar(self):
        return [rad for rad in self.rader if not rad.ar_rapporterad]

    @property
    def ar_vakant(self):
        return not self.innehavare

    @property
    def fick_brev(self):
        """Return the day of its last letter at this occasion, or None."""
        return self.lank and (self.lank.paminnd or self.lank.skickad)

    @property
    def ar_tillfragad(self):
        return bool(self.lank and self.lank.skickad)


def tillfallets_rader(tillfalle, aktiviteter=None):
    """Return the `Rad` of an occasion by number; three queries."""
    alla = tillfalle.plan.aktiviteter if aktiviteter is None else aktiviteter
    rapporter = {
        u.aktivitet_id: u for u in tillfalle.uppfoljningar.select_related("andrad_av")
    }
    return [
        Rad(a, rapporter.get(a.pk))
        for a in alla.order_by("nummer").defer("beskrivning").med_ansvar()
    ]


def rollens_rader(tillfalle, roller):
    """Return the rows that some of the roles answer for, by number."""
    pk = {roll.pk for roll in roller}
    return [rad for rad in tillfallets_rader(tillfalle) if rad.svarar & pk]


def rollernas_lage(tillfalle, rader):
    """Return ([`Rollage`], [`Rad` that no role answers for]), roles by name."""
    per_roll = {}
    for rad in rader:
        for pk in rad.svarar:
            per_roll.setdefault(pk, []).append(rad)
    roller = Roll.objects.filter(pk__in=per_roll).i_ordning()
    lankar = _lankarna(tillfalle, per_roll)
    adresser = _adresser(tillfalle, per_roll)
    idag = timezone.localdate()
    lagen = []
    for roll in roller.prefetch_related("innehav"):
        innehav = roll.nuvarande_innehav(idag)
        namn = innehav.namn if innehav else ""
        epost, sist = adresser.get(roll.pk, ("", None))
        ny = bool(innehav and sist and sist < innehav.fran)
        rollens = per_roll[roll.pk]
        lagen.append(Rollage(roll, namn, rollens, lankar.get(roll.pk), epost, ny))
    return lagen, [rad for rad in rader if not rad.svarar]


def _lankarna(tillfalle, roller):
    """Return {role: its newest link at the occasion}."""
    rader = tillfalle.lankar.filter(roll__in=roller).order_by("pk")
    return {lank.roll_id: lank for lank in rader}


def _adresser(tillfalle, roller):
    """Return {role: (address, day of the letter that went there or None)}.

    The last letter's, at any of the board's occasions.
    """
    inlogg = Anvandare.objects.filter(
        is_active=True,
        medlemskap__ratt=Ratt.ANSVARIG,
        medlemskap__namnd=tillfalle.plan.namnd_id,
        medlemskap__roller__in=roller,
    )
    rader = inlogg.order_by("-pk").values_list("medlemskap__roller", "epost")
    adresser = {roll: (epost, None) for roll, epost in rader}
    sanda = Rapportlank.objects.filter(roll__in=roller).exclude(epost="")
    adresser |= {
        lank.roll_id: (lank.epost, lank.paminnd or lank.skickad)
        for lank in sanda.order_by("pk")
    }
    return adresser


def hennes_roller(user):
    """Return the roles that a user who signs in answers for."""
    namnder = user.namnd_id(Ratt.ANSVARIG)
    return Roll.objects.filter(
        namnd__in=namnder,
        medlemskap__anvandare=user,
        medlemskap__ratt=Ratt.ANSVARIG,
    ).distinct()


def hennes_tillfallen(user):
    """Return [(open occasion, its rows of hers)], the first day first."""
    roller = list(hennes_roller(user))
    if not roller:
        return []
    oppna = Tillfalle.objects.filter(
        status=Tillfalle.Status.OPPET,
        plan__aktiviteter__ansvar__roll__in=roller,
        plan__aktiviteter__ansvar__art__in=SVARAR,
    )
    oppna = oppna.select_related("plan__namnd").order_by("senast", "pk").distinct()
    return [(t, rader) for t in oppna if (rader := rollens_rader(t, roller))]


def far_rapportera(user, tillfalle, rad):
    """Tell whether she may report on a row: as coordinator, or for a role of hers."""
    if tillfalle.plan.samordnas_av(user):
        return True
    return bool(rad.svarar & {roll.pk for roll in hennes_roller(user)})


def hitta_rad(tillfalle, nummer):
    """Return the row with a number at an occasion, or None when it isn't there."""
    rader = tillfalle.plan.aktiviteter.filter(nummer=nummer)
    return next(iter(tillfallets_rader(tillfalle, rader)), None)
