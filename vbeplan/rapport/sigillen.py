"""Read: every seal of a board's chain, editions' and what is added, and their stamp."""

from collections import defaultdict

from lagesbild.som_json import skrivet
from vbeplan import nycklar
from vbeplan.rapport.models import Oppning, Rattelse, Utgava


def sigill_per_namnd(namnder):
    """Return {board's key: [seals]}; three questions, however many boards."""
    ut = defaultdict(list)
    for modell, vag in ((Utgava, ""), (Rattelse, "utgava__"), (Oppning, "utgava__")):
        rader = modell.objects.filter(**{f"{vag}namnd__in": namnder})
        ordning = (f"{vag}nummer", "nummer") if vag else ("nummer",)
        for pk, sigill in rader.order_by(*ordning).values_list(f"{vag}namnd", "sigill"):
            ut[pk].append(sigill)
    return ut


def stampel(namnd, sigillen):
    """Return the stamp of a board (its key) whose seals are `sigillen`, in order."""
    return nycklar.hmac("utgavekedja", skrivet([namnd, *sigillen]))
