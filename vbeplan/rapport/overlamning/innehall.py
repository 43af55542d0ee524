"""The pack of a plan's coordinator: everything in words and tables, with the wheel."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from aktiviteter.arshjul.ring import Ring, ringen
from aktiviteter.bilagor import Bilagsdel, tabell
from aktiviteter.gang import Underlag, gangen
from aktiviteter.gangens_delar import OVERLAMNING, delar
from vbeplan.organisation.models import Kommun
from vbeplan.rapport.overlamning.kontakter import kallor, kontakter
from vbeplan.rapport.overlamning.oppet import loften, losa_andar, synpunkter

HJULET = "hjulet"


@dataclass(frozen=True)
class Overlamning:
    """The pack on a day, its `sektioner` in the order one reads them.

    They are (heading, anchor, parts as `Bilagsdel`). `ring` is the wheel as it is drawn
    in the one of `HJULET`, None without any day.
    """

    plan: str
    namnd: str
    kommun: str
    dnr: str
    farg: str
    dag: date
    ring: Ring | None
    sektioner: tuple[tuple[str, str, tuple[Bilagsdel, ...]], ...]

    @property
    def rubrik(self):
        return f"Överlämning, {self.plan}"


def overlamningen(plan, user, idag):
    """Return the `Overlamning` of a plan (with `namnd`) to who coordinates it.

    Some thirty questions, whatever the number of rows.
    """
    underlag = Underlag(plan, user, idag)
    hjul, gang = underlag.hjulet, gangen(plan, underlag)
    return Overlamning(
        plan=plan.titel_med_ar,
        namnd=str(plan.namnd),
        kommun=str(Kommun.den()),
        dnr=plan.dnr,
        farg=plan.namnd.farg,
        dag=idag,
        ring=ringen(hjul) if any(dag.dag for dag in hjul.dagar) else None,
        sektioner=(
            ("Så här står det", "laget", _laget(gang, delar(plan, user, underlag))),
            ("Årshjulet", HJULET, _arshjulet(hjul)),
            ("Synpunkter utan svar", "synpunkter", synpunkter(plan)),
            ("Vad vi har lovat", "loften", loften(plan)),
            ("Lösa trådar", "trad", losa_andar(plan, gang)),
            ("Kontakter", "kontakter", kontakter(plan, idag)),
            ("Källor till lägesbilden", "kallor", kallor(plan)),
        ),
    )


def _laget(gang, delarna):
    rader = [
        (del_.rubrik, del_.lage_i_ord) for del_ in delarna if del_.rubrik != OVERLAMNING
    ]
    tabeller = (tabell("Planens delar", ("Del", "Läge"), rader),) if rader else ()
    return (Bilagsdel(stycken=(gang.varfor,), tabeller=tabeller),)


def _arshjulet(hjul):
    rader = [
        (f"{nr}. {dag.namn}", i_ord(dag.dag), str(dag.lage.label))
        for nr, dag in enumerate(hjul.dagar, 1)
    ]
    if not rader:
        return (Bilagsdel(stycken=("Årshjulet har inga dagar än.",)),)
    dagarna = tabell("Dagarna i ordning", ("Vad", "Dag", "Läge"), rader)
    return (Bilagsdel(stycken=hjul.papekanden, tabeller=(dagarna,)),)


def i_ord(dag):
    return date_format(dag, "j F Y") if dag else ""
