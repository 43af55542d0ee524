"""Read: a whole plan as it was after a deed, as frozen data."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from aktiviteter.historia.i_ord import i_ord
from aktiviteter.historia.ordning import syskon
from aktiviteter.historia.senaste import senaste
from aktiviteter.models import Version
from vbeplan.organisation.models import Roll
from vbeplan.text.svenska import normalisera

Slag = Version.Slag
LIKA_RUBRIK = 0.6  # «Lokal lägesbild» and «Lägesbild» are one chapter


@dataclass(frozen=True, slots=True)
class AktivitetAvtryck:
    """One row: `falt` is {field: words} of all that is filled in (see `i_ord`)."""

    pk: int
    nummer: int
    falt: dict

    @property
    def titel(self):
        return self.falt["titel"]


@dataclass(frozen=True, slots=True)
class AvsnittAvtryck:
    """A chapter or a section of one; `over` is the id of the one it stands under."""

    pk: int
    over: int | None
    nummer: str
    rubrik: str
    text: str
    aktiviteter: tuple[AktivitetAvtryck, ...]

    @property
    def niva(self):
        return 2 if self.over else 1


@dataclass(frozen=True, slots=True)
class Avtryck:
    """A plan's cover (`framsida`, {field: words}) and chapters in reading order."""

    framsida: dict
    avsnitt: tuple[AvsnittAvtryck, ...] = field(default=())


def avtryck(plan, *, vid=None, roller=None):
    """Return a plan as it was after the deed with the id `vid`, or as it is now.

    Two queries, one with the board's role names (`rollnamn`) given.
    """
    levande = {n: v for n, v in senaste(plan, vid=vid).items() if not v.borttagen}
    roller = rollnamn(plan.namnd_id) if roller is None else roller
    framsida = levande.get((Slag.PLAN, plan.pk))
    ordning = levande.get((Slag.ORDNING, plan.pk))
    if ordning is None:
        return Avtryck(i_ord(framsida.innehall) if framsida else {})
    rader = {}
    for pk, kapitel in ordning.innehall["aktiviteter"]:
        version = levande[Slag.AKTIVITET, pk]
        rad = AktivitetAvtryck(
            pk, version.innehall["nummer"], i_ord(version.innehall, roller=roller)
        )
        rader.setdefault(kapitel, []).append(rad)
    under = syskon(ordning.innehall["avsnitt"])
    return Avtryck(
        i_ord(framsida.innehall) if framsida else {},
        tuple(
            AvsnittAvtryck(
                pk,
                over,
                nummer,
                levande[Slag.AVSNITT, pk].innehall["rubrik"],
                levande[Slag.AVSNITT, pk].innehall["text"],
                tuple(rader.get(pk, ())),
            )
            for pk, over, nummer in _i_lasordning(under)
        ),
    )


def rollnamn(namnd):
    """Return the names of a board's roles by id."""
    return dict(Roll.objects.filter(namnd=namnd).order_by().values_list("pk", "namn"))


def _i_lasordning(under):
    """Yield (id, over, number) of each chapter followed by its own."""
    for i, kapitel in enumerate(under.get(None, ()), 1):
        yield kapitel, None, str(i)
        for j, del_ in enumerate(under.get(kapitel, ()), 1):
            yield del_, kapitel, f"{i}.{j}"


def samma_rad(fore, efter):
    """Return for each side what tells things apart within a plan: their ids.

    A pair of {id: key} for each, of its chapters and of its activities.
    """
    return tuple(
        (
            {a.pk: ("avsnitt", a.pk) for a in sida.avsnitt},
            {r.pk: ("aktivitet", r.pk) for a in sida.avsnitt for r in a.aktiviteter},
        )
        for sida in (fore, efter)
    )


def samma_i_ett_annat_ar(fore, efter):
    """As `samma_rad`, between years: lasting numbers, and headings.

    A chapter without its like takes the one whose heading is nearest, if near enough.
    """
    gamla, nya = _rubriknycklar(fore), _rubriknycklar(efter)
    lediga = {n: pk for pk, n in gamla.items() if n not in nya.values()}
    for nyckel in nya.values():
        if nyckel not in gamla.values() and (lik := _narmast(nyckel, lediga)):
            gamla[lediga.pop(lik)] = nyckel
    return tuple(
        (
            nycklar,
            {
                r.pk: ("aktivitet", r.nummer)
                for a in sida.avsnitt
                for r in a.aktiviteter
            },
        )
        for sida, nycklar in ((fore, gamla), (efter, nya))
    )


def _rubriknycklar(sida):
    nycklar, sedda = {}, {}
    for a in sida.avsnitt:
        norm = normalisera(a.rubrik)
        sedda[norm] = sedda.get(norm, 0) + 1
        nycklar[a.pk] = ("avsnitt", norm, sedda[norm])
    return nycklar


def _narmast(nyckel, lediga):
    likhet = {n: SequenceMatcher(None, n[1], nyckel[1]).ratio() for n in lediga}
    lik = max(likhet, key=likhet.get, default=None)
    return lik if lik and likhet[lik] >= LIKA_RUBRIK else None
