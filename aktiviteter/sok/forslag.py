"""«Menade du …?»: the nearest word that stands in a plan the user may read."""

from django.db.models import Q
from rapidfuzz import process
from rapidfuzz.distance import OSA

from aktiviteter.models import Handlingsplan, Sokord
from aktiviteter.sok import databas
from aktiviteter.sok.databas import Uttryck
from aktiviteter.sok.index import tal
from aktiviteter.sok.ord import platt
from aktiviteter.sok.ordlista import borjar

KORTAST = 4  # letters of a word that can be misspelt
PROVAS = 4  # words looked for in the user's plans, for one that was typed


def forslag(user, fraga):
    """Return the question with its unknown words replaced, or "".

    A word is only ever suggested when a plan that the user may read has it.
    """
    synliga, fa = Handlingsplan.objects.for_user(user), not user.ar_central

    def finns(form):
        uttryck = Uttryck((), fras=(tal(f" {form}"),))
        villkor = databas.planer(uttryck, fa=fa)
        with databas.genom_ordindex(fa=fa):
            return synliga.filter(villkor).exists()

    bytta = {}
    for term in fraga.termer[:3]:
        ord_ = term.ord[0]
        if len(term.ord) > 1 or len(ord_) < KORTAST or finns(ord_):
            continue
        if nytt := next(filter(finns, _lika(ord_)), None):
            bytta[ord_] = nytt
    return " ".join(_bytt(term, bytta) for term in fraga.termer) if bytta else ""


def _bytt(term, bytta):
    ord_ = " ".join(bytta.get(o, o) for o in term.ord)
    return f'"{ord_}"' if term.exakt else ord_


def _lika(ord_):
    """Return known forms a slip or two away, the nearest first."""
    platta = platt(ord_)
    rader = Sokord.objects.filter(_kanske(platta)).exclude(ord=ord_)
    former = dict(rader.values_list("ord", "platt"))
    hogst = 1 if len(platta) < 6 else 2
    funna = process.extract(
        platta, former, scorer=OSA.distance, score_cutoff=hogst, limit=PROVAS
    )
    return [form for _, _, form in funna]


def _kanske(platta):
    """Words with the same first two letters, or the same last four."""
    villkor = borjar("platt", platta[:2]) | Q(platt=platta[1::-1] + platta[2:])
    return villkor | borjar("platt", platta[1:3]) | borjar("bakifran", platta[:-5:-1])
