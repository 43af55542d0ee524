"""A plan as it stands, the way its history tells it: what can be compared."""

from aktiviteter.historia.avtryck import AktivitetAvtryck, AvsnittAvtryck, Avtryck
from aktiviteter.historia.i_ord import i_ord
from aktiviteter.historia.innehall import innehall
from aktiviteter.models import Ansvar

ALLTID_NYTT = "ar"  # a plan of another year
# Not on paper, and always a day of the plan's own year.
INTE_PA_PAPPER = "avstamning"


def avtryck_nu(plan):
    """Return a plan's `Avtryck` from its rows; three queries.

    Not from its history: a decision writes a day on the cover, which is no change of
    anybody's.
    """
    rader = {}
    for a in plan.aktiviteter.order_by("ordning", "pk").med_ansvar():
        falt = i_ord(innehall(a))
        falt.pop(INTE_PA_PAPPER, None)
        falt["ansvariga"] = Ansvar.som_ord(a.ansvariga)  # as the plan's table says it
        rad = AktivitetAvtryck(a.pk, a.nummer, falt)
        rader.setdefault(a.avsnitt_id, []).append(rad)
    framsida = i_ord(innehall(plan))
    framsida.pop(ALLTID_NYTT)
    return Avtryck(
        framsida,
        tuple(
            AvsnittAvtryck(
                a.pk,
                a.overordnat_id,
                a.nummer,
                a.rubrik,
                a.text,
                tuple(rader.get(a.pk, ())),
            )
            for a in plan.avsnitt.i_lasordning()
        ),
    )
