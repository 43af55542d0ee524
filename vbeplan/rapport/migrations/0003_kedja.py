import django.db.models.deletion
from django.db import migrations, models


def stampla(apps, schema_editor):
    """Stamp the chains that there are, by the secret that the program will use."""
    from vbeplan.rapport.sigillen import stampel

    kedja = apps.get_model("rapport", "Kedja")
    ordning = {"Utgava": ["nummer"], "Rattelse": ["utgava__nummer", "nummer"]}
    ordning["Oppning"] = ordning["Rattelse"]
    per_namnd = {}
    for namn, falt in ordning.items():
        namnd = "utgava__namnd" if namn != "Utgava" else "namnd"
        rader = apps.get_model("rapport", namn).objects.order_by(*falt)
        for pk, sigill in rader.values_list(namnd, "sigill"):
            per_namnd.setdefault(pk, []).append(sigill)
    for pk, sigillen in per_namnd.items():
        kedja.objects.create(namnd_id=pk, stampel=stampel(pk, sigillen))


class Migration(migrations.Migration):
    dependencies = [
        ("nycklar", "0001_hemlighet"),
        ("organisation", "0013_beslutskedjans_spar"),
        ("rapport", "0002_versioner_och_rattelser"),
    ]

    operations = [
        migrations.CreateModel(
            name="Kedja",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "namnd",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kedja",
                        to="organisation.namnd",
                        verbose_name="nämnd",
                    ),
                ),
                ("stampel", models.CharField(max_length=64, verbose_name="stämpel")),
            ],
            options={
                "verbose_name": "kedja",
                "verbose_name_plural": "kedjor",
            },
        ),
        migrations.RunPython(stampla, migrations.RunPython.noop),
    ]
