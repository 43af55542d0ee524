"""Gives every plan that exists a first version of all that is in it."""

from django.db import migrations

from aktiviteter.tidsprak import som_dict

PLANENS = (
    "titel", "ar", "dnr", "datum", "giltig_till", "dokumenttyp", "dokumentagare",
    "budgetmal", "nasta_revidering",
)  # fmt: skip
AKTIVITETENS = (
    "nummer", "avsnitt_id", "titel", "beskrivning", "tidplan", "avstamning",
    "uppfoljning", "mal", "maltal", "malenhet", "malgrupp", "niva", "insatsomrade",
    "strategiomrade",
)  # fmt: skip
PER_GANG = 500


def borja(apps, schema_editor):
    Andring = apps.get_model("aktiviteter", "Andring")
    Version = apps.get_model("aktiviteter", "Version")
    planer = apps.get_model("aktiviteter", "Handlingsplan").objects.order_by("pk")
    for plan in planer.iterator(PER_GANG):
        andring = Andring.objects.create(
            plan=plan, handling="borjan", vad=f"planen för {plan.ar}"
        )
        versioner = [
            Version(andring=andring, **falt) for falt in _planens_versioner(plan)
        ]
        Version.objects.bulk_create(versioner, batch_size=PER_GANG)


def _planens_versioner(plan):
    avsnitt = list(plan.avsnitt.order_by("ordning", "pk"))
    aktiviteter = list(plan.aktiviteter.order_by("ordning", "pk"))
    ansvariga = {}
    rader = [
        rad
        for aktivitet in plan.aktiviteter.prefetch_related("ansvar__roll")
        for rad in aktivitet.ansvar.all()
    ]
    for rad in sorted(rader, key=lambda rad: (rad.ordning, rad.pk)):
        rad_data = [rad.roll.namn, rad.art, rad.roll_id]
        ansvariga.setdefault(rad.aktivitet_id, []).append(rad_data)
    yield _version("plan", plan, _falt(plan, PLANENS))
    for ett in avsnitt:
        falt = _falt(ett, ("rubrik", "text", "overordnat_id"))
        yield _version("avsnitt", ett, falt)
    for ett in aktiviteter:
        falt = _falt(ett, AKTIVITETENS) | {"ansvariga": ansvariga.get(ett.pk, [])}
        yield _version("aktivitet", ett, falt)
    ordning = {
        "avsnitt": [[a.pk, a.overordnat_id] for a in avsnitt],
        "aktiviteter": [[a.pk, a.avsnitt_id] for a in aktiviteter],
    }
    yield {"slag": "ordning", "objekt_id": plan.pk, "nummer": 0, "innehall": ordning}


def _version(slag, rad, innehall):
    return {
        "slag": slag, "objekt_id": rad.pk, "nummer": rad.version, "innehall": innehall
    }  # fmt: skip


def _falt(rad, namn):
    return {falt: _platt(falt, getattr(rad, falt)) for falt in namn}


def _platt(falt, varde):
    if falt in ("tidplan", "uppfoljning"):
        return {k: v for k, v in som_dict(varde).items() if k != "avstamning"}
    if falt == "maltal":
        return None if varde is None else f"{varde:.2f}"
    return varde.isoformat() if hasattr(varde, "isoformat") else varde


class Migration(migrations.Migration):
    dependencies = [("aktiviteter", "0002_historia")]

    operations = [migrations.RunPython(borja, migrations.RunPython.noop)]
