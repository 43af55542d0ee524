"""Reads: the picture's findings beside the plan's activities, loose ends both ways."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from aktiviteter.models import Aktivitet, Behovssvar
from lagesbild.models import Iakttagelse, Kalla


@dataclass(frozen=True, slots=True)
class Losa:
    """What hangs on nothing: findings with a need that no activity answers, activities
    that answer no finding, sources that came and that no finding leans on.
    """

    iakttagelser: tuple[Iakttagelse, ...]
    aktiviteter: tuple[Aktivitet, ...]
    kallor: tuple[Kalla, ...]

    def __bool__(self):
        return bool(self.iakttagelser or self.aktiviteter or self.kallor)


def planens_iakttagelser(plan):
    """The findings of the board's picture that is made for the plan's year."""
    return Iakttagelse.objects.filter(
        lagesbild__namnd=plan.namnd_id, lagesbild__ar=plan.ar
    )


def att_svara_mot(aktivitet):
    """The findings that an activity may answer, each with `besvaras`: it does already.

    Those with a need; and whatever it answers already, so that it can stop.
    """
    egna = Behovssvar.objects.filter(aktivitet=aktivitet.pk, iakttagelse=OuterRef("pk"))
    rader = planens_iakttagelser(aktivitet.plan).annotate(besvaras=Exists(egna))
    return rader.filter(Q(behov=Iakttagelse.Behov.JA) | Q(besvaras=True))


def losa_tradar(plan):
    """Return a plan's `Losa`; three queries.

    Without any need there is nothing for an activity to answer: then none is loose.
    """
    behov = planens_iakttagelser(plan).med_behov()
    besvarade = Behovssvar.objects.filter(aktivitet__plan=plan)
    utan_svar = behov.exclude(pk__in=besvarade.values("iakttagelse"))
    aktiviteter = plan.aktiviteter.exclude(pk__in=besvarade.values("aktivitet"))
    kallor = Kalla.objects.filter(
        lagesbild__namnd=plan.namnd_id,
        lagesbild__ar=plan.ar,
        status=Kalla.Status.INKOMMEN,
        iakttagelser=None,
    )
    return Losa(
        tuple(utan_svar),
        tuple(aktiviteter.filter(Exists(behov)).order_by("nummer")),
        tuple(kallor),
    )


def svar_i_ord(plan):
    """Return {finding's id: "2, 5"}: the numbers of the activities that answer it.

    For `lagesbild.iakttagelser.med_svar`; one query.
    """
    rader = besvarat_av(Behovssvar.objects.filter(aktivitet__plan=plan))
    return {pk: ", ".join(str(a.nummer) for a in de) for pk, de in rader.items()}


def besvarat_av(behovssvar):
    """Return {finding's id: [Aktivitet, …]} of some links, by number; one query."""
    svar = {}
    for rad in behovssvar.select_related("aktivitet__plan__namnd").order_by(
        "aktivitet__nummer"
    ):
        svar.setdefault(rad.iakttagelse_id, []).append(rad.aktivitet)
    return svar


def bar_svar(objekt):
    """Let each activity among some things carry the findings that it answers.

    Their ids, in order, as `svarar_mot`; one query when there is any activity.
    """
    aktiviteter = {ett.pk: ett for ett in objekt if isinstance(ett, Aktivitet)}
    if not aktiviteter:
        return
    svar = {}
    rader = Behovssvar.objects.filter(aktivitet__in=aktiviteter)
    for aktivitet, iakttagelse in rader.order_by("iakttagelse").values_list(
        "aktivitet", "iakttagelse"
    ):
        svar.setdefault(aktivitet, []).append(iakttagelse)
    for pk, aktivitet in aktiviteter.items():
        aktivitet.svarar_mot = svar.get(pk, [])


def iakttagelsenamn(plan):
    """Return {id: words} of the findings that the plan's activities may answer."""
    rader = planens_iakttagelser(plan).order_by()
    return dict(rader.values_list("pk", "rubrik"))


def forra_arets_svar(iakttagelse):
    """Return the activities that answered the finding that this one follows up."""
    if not iakttagelse.tidigare_id:
        return []
    rader = Behovssvar.objects.filter(iakttagelse=iakttagelse.tidigare_id)
    return besvarat_av(rader).get(iakttagelse.tidigare_id, [])
