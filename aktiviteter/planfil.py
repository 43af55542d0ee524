"""A plan file of any kind we read, as plan data in the exchange format."""

from aktiviteter.numrering import numrera
from aktiviteter.utbyte import UtbyteFel, granska, lagringsbar, las_json
from vbeplan.filer.barn import kor_i_barn
from vbeplan.organisation.models import Roll

MAX_BYTE = 20 * 1024 * 1024


def las_planfil(namn, data, *, namnd, ar):
    """Return the plan data in a .docx or .json file's bytes, as plain JSON values.

    `ar` is the year the plan is for; None takes the year that the file itself gives.
    Raises FilFel or UtbyteFel, whose text tells the user what to do.
    """
    if len(data) > MAX_BYTE:
        raise UtbyteFel(
            f"Filen är {len(data) // 1024**2} MB och får vara högst 20 MB. Ta bort "
            "bilder ur den och försök igen."
        )
    if namn.lower().endswith(".json"):
        plan = las_json(data)
    else:
        roller = Roll.objects.i_bruk().filter(namnd=namnd)
        plan = kor_i_barn(
            "aktiviteter.word:las_word",
            data,
            argument={"ar": ar, "roller": [roll.namn for roll in roller]},
        )
    plan = lagringsbar(plan)
    granska(plan)
    if namnd and not namn.lower().endswith(".json"):
        numrera(plan, namnd=namnd, ar=ar)
    plan.pop("egna_nummer", None)
    return plan
