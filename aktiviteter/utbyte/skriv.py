"""Writes a plan in the exchange format."""

from aktiviteter.granskning import Brist, brister
from aktiviteter.models import Aktivitet, Anmarkning
from aktiviteter.tidsprak import som_dict
from vbeplan.organisation.models import Kommun

FORMAT = "vbeplan-plan/2"  # 2: a chapter says whether it is for internal use


def plan_data(plan):
    """Return the whole plan in the exchange format (README: Utbytesformatet).

    Plain dicts, lists, strings and numbers, ready for `json.dumps`; `granska` in
    `las` reads it back to the same plan.
    """
    avsnitt = plan.avsnitt.i_lasordning()
    plats = {a.pk: i for i, a in enumerate(avsnitt)}
    aktiviteter = sorted(
        plan.aktiviteter.med_ansvar(),
        key=lambda a: (plats[a.avsnitt_id], a.ordning, a.pk),
    )
    return {
        "format": FORMAT,
        "kommun": Kommun.den().namn,
        "namnd": plan.namnd.namn,
        "ar": plan.ar,
        "titel": plan.titel,
        "dnr": plan.dnr,
        "datum": _dag(plan.datum),
        "dokument": {
            "typ": plan.dokumenttyp,
            "agare": plan.dokumentagare,
            "giltig_till": _dag(plan.giltig_till),
            "budgetmal": plan.budgetmal,
            "nasta_revidering": plan.nasta_revidering,
        },
        "avsnitt": [
            {
                "rubrik": a.rubrik,
                "niva": a.niva,
                "text": a.text,
                "intern": a.intern,
            }
            for a in avsnitt
        ],
        "aktiviteter": [
            _aktivitet_data(a, avsnitt[plats[a.avsnitt_id]], plats[a.avsnitt_id])
            for a in aktiviteter
        ],
        "anmarkningar": [
            _brist_data(a, brist) for a in aktiviteter for brist in brister(a)
        ]
        + [
            _anmarkning_data(a, plats)
            for a in plan.anmarkningar.select_related("aktivitet")
        ],
    }


def _dag(dag):
    return dag.isoformat() if dag else None


def _aktivitet_data(a: Aktivitet, avsnitt, avsnitt_nr):
    return {
        "nummer": a.nummer,
        "avsnitt": avsnitt.rubrik,
        "avsnitt_nr": avsnitt_nr,
        "titel": a.titel,
        "beskrivning": a.beskrivning,
        "insatsomrade": a.insatsomrade,
        "malgrupp": a.malgrupp,
        "niva": a.niva,
        "strategiomrade": a.strategiomrade,
        "mal": a.mal,
        "maltal": _tal(a.maltal),
        "malenhet": a.malenhet,
        "ansvariga": [{"roll": x.roll, "art": x.art} for x in a.ansvariga],
        "tidplan": som_dict(a.tidplan, avstamning=a.avstamning),
        "uppfoljning": som_dict(a.uppfoljning),
    }


def _tal(varde):
    if varde is None:
        return None
    return int(varde) if varde == int(varde) else float(varde)


def _brist_data(a: Aktivitet, brist: Brist):
    return {
        "slag": brist.slag,
        "plats": f"Aktivitet {a.nummer}, {a.titel}"[:300],
        "text": brist.text,
        "avsnitt_nr": None,
        "aktivitet": a.nummer,
    }


def _anmarkning_data(a: Anmarkning, plats):
    return {
        "slag": a.slag,
        "plats": a.plats,
        "text": a.text,
        "avsnitt_nr": plats.get(a.avsnitt_id),
        "aktivitet": a.aktivitet.nummer if a.aktivitet else None,
    }
