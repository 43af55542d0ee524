"""A plan out of the database as a Word file."""

from aktiviteter.utbyte import plan_data
from aktiviteter.word_ut.dokument import skriv_word


def plan_som_word(plan):
    """Return the plan (with `namnd`) as .docx bytes, in its board's colour and mark."""
    logotyp = getattr(plan.namnd, "logotyp", None)
    return skriv_word(
        plan_data(plan),
        farg=plan.namnd.farg,
        logotyp=(logotyp.typ, bytes(logotyp.bild)) if logotyp else None,
    )
