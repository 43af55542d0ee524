"""Read: what each activity came to over the years, under whatever number it had.

An activity is followed through the revisions: to the one it was begun from, also in
another board's plan. Its number only tells between plans that nobody has revised.
"""

from dataclasses import dataclass, field

from aktiviteter.models import Aktivitet, Handlingsplan, Revidering
from aktiviteter.uppfoljning.resultat import rapporterade, som_resultat


@dataclass(slots=True)
class Over:
    """One activity over the years. `per_ar` is {year: {plan: the last `Resultat`}}.

    `nummer` and `titel` are the newest; `plan` is where it has those.
    """

    nummer: int
    titel: str
    plan: Handlingsplan
    per_ar: dict = field(default_factory=dict)


def over_aren(plan):
    """Return the `Over` of a plan's activities and of earlier ones: two lists.

    Of its board's plans and of those that they were begun from; four queries, and three
    more for each time that boards have become one.
    """
    stam = _Stam(plan)
    grupper = {}
    for aktivitet in stam.aktiviteter:
        var = stam.blev[aktivitet.pk]
        if var not in grupper:
            en = stam.planer[aktivitet.plan_id]
            grupper[var] = Over(aktivitet.nummer, aktivitet.titel, en)
    rader = rapporterade().filter(tillfalle__plan__in=stam.planer)
    for rad in rader:
        en = stam.planer[rad.aktivitet.plan_id]
        aret = grupper[stam.blev[rad.aktivitet_id]].per_ar
        aret.setdefault(rad.tillfalle.ar, {})[en] = som_resultat(rad)
    nu = [en for en in grupper.values() if en.plan.pk == plan.pk]
    forr = [en for en in grupper.values() if en.plan.pk != plan.pk and en.per_ar]
    return nu, forr


class _Stam:
    """The plans before a plan, it first, and what became of their activities."""

    def __init__(self, plan):
        self.namnd = plan.namnd_id
        self.alla, self.revideringar = {}, {}
        nya = {plan.namnd_id}
        while nya:
            nya = self._las(nya, plan.ar)
        self.planer = self._fore(plan)
        rader = Aktivitet.objects.filter(plan__in=self.planer).order_by()
        self.aktiviteter = self._i_ordning(rader.only("nummer", "titel", "plan"))
        self.blev = self._folj()

    def _las(self, namnder, ar):
        """Read those boards' plans and revisions; return the boards they lead to."""
        planer = Handlingsplan.objects.filter(namnd__in=namnder, ar__lte=ar)
        planer = list(planer.select_related("namnd"))
        self.alla |= {en.pk: en for en in planer}
        rader = Revidering.objects.filter(plan__in=planer).order_by("pk")
        rader = list(rader.values_list("plan", "nummer", "forlaga", "forlaga__plan"))
        for en, *rad in rader:
            self.revideringar.setdefault(en, []).append(rad)
        okanda = {till for *_, till in rader} - self.alla.keys()
        andra = Handlingsplan.objects.filter(pk__in=okanda)
        kanda = {en.namnd_id for en in self.alla.values()}
        return set(andra.values_list("namnd", flat=True)) - kanda if okanda else set()

    def _fore(self, plan):
        """Return {id: plan} of all before it, the newest first and itself before all.

        A board's plan that its next one wasn't begun from is among them too.
        """
        med, kvar = {}, [plan]
        while kvar:
            en = kvar.pop()
            if en.pk not in med:
                med[en.pk] = en
                kvar += self._forlagor(en)
        aldre = [en for en in self.alla.values() if en.namnd_id == self.namnd]
        med |= {en.pk: en for en in aldre if en.ar < plan.ar}
        ordning = sorted(med.values(), key=lambda en: (en.pk != plan.pk, -en.ar, en.pk))
        return {en.pk: en for en in ordning}

    def _forlagor(self, plan):
        ur = {till for *_, till in self.revideringar.get(plan.pk, ())}
        return [self.alla[pk] for pk in ur if pk in self.alla] or self._narmast(plan)

    def _narmast(self, plan):
        aldre = (e for e in self.alla.values() if e.namnd_id == plan.namnd_id)
        aldre = [e for e in aldre if e.ar < plan.ar]
        return sorted(aldre, key=lambda e: e.ar)[-1:]

    def _i_ordning(self, rader):
        plats = {pk: i for i, pk in enumerate(self.planer)}
        return sorted(rader, key=lambda a: (plats[a.plan_id], a.nummer))

    def _folj(self):
        """Return {activity's id: the id of what it became in the end}."""
        per_plan = {}
        for a in self.aktiviteter:
            per_plan.setdefault(a.plan_id, {})[a.nummer] = a.pk
        blev = {}
        for pk, plan in self.planer.items():
            egna = per_plan.get(pk, {})
            for nummer, a in egna.items():
                if a not in blev:
                    senare = self._samma_nummer(plan, nummer, per_plan)
                    blev[a] = blev.get(senare, a)
            for nummer, forlaga, _ in self.revideringar.get(pk, ()):
                if nummer in egna:
                    blev.setdefault(forlaga, blev[egna[nummer]])
        return blev

    def _samma_nummer(self, plan, nummer, per_plan):
        """Return the activity of that number in the board's next plan, if no revision
        says what became of this one: it does when the next plan was begun from it."""
        senare = [
            en
            for en in self.planer.values()
            if en.namnd_id == plan.namnd_id and en.ar > plan.ar
        ]
        nasta = min(senare, key=lambda en: en.ar, default=None)
        if nasta is None:
            return None
        ur = {till for *_, till in self.revideringar.get(nasta.pk, ())}
        return None if plan.pk in ur else per_plan.get(nasta.pk, {}).get(nummer)
