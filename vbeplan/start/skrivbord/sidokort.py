"""Read: the cards beside the desk: each plan, how far it has come, and its days."""

from aktiviteter.models import Moment
from aktiviteter.models.handlingsplan import Planstatus
from vbeplan.start.skrivbord.post import datum

# How many steps of the chain are done in each state
_KLARA = {
    Planstatus.UTKAST: 0,
    Planstatus.SAMRAD: 1,
    Planstatus.TILL_NAMND: 3,
    Planstatus.BESLUTAD: 4,
    Planstatus.GODKAND: 5,
}


def sidokort(planer, hjulen, idag):
    """Return a card for each plan; `hjulen` are their `Hjul` by the plan's id."""
    return [
        {
            "rubrik": f"Planen {plan.ar}",
            "namnd": str(plan.namnd),
            "status": plan.lage,
            "text": f"{plan.namnd}: {plan.antal_aktiviteter} aktiviteter",
            "steg": _steg(plan, hjulen.get(plan.pk), idag),
            "url": plan.get_absolute_url(),
            "lanktext": "Öppna planen",
        }
        for plan in planer
    ]


def _steg(plan, hjul, idag):
    """Return the chain as (words, standing); none for what came in from outside."""
    if plan.status not in _KLARA or (plan.ar_oppen and plan.datum):
        return []
    dag = {dag.moment: dag.dag for dag in hjul.dagar} if hjul else {}
    beslutade, godkande = plan.ar_beslutad, plan.status == Planstatus.GODKAND
    ord_ = [
        "Utkast",
        "Samråd",
        _med_dag("Till nämnden", dag.get(Moment.UTSKICK), idag),
        _med_dag(
            "Nämnden beslutade" if beslutade else "Nämnden beslutar",
            hjul.motesdag if hjul else plan.sammantrade,
            idag,
        ),
    ]
    if plan.namnd.ks_godkanner:
        ks = "Kommunstyrelsen godkände" if godkande else "Kommunstyrelsen"
        ord_.append(_med_dag(ks, dag.get(Moment.KS), idag))
    klara = _KLARA[plan.status]
    return [
        (text, "klart" if nr < klara else "nu" if nr == klara else "")
        for nr, text in enumerate(ord_)
    ]


def _med_dag(text, dag, idag):
    return f"{text} {datum(dag, idag)}" if dag else text
