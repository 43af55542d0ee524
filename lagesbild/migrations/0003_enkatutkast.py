import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lagesbild", "0002_kallor_och_iakttagelser"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Enkatutkast",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fragor", models.JSONField(verbose_name="frågor")),
                (
                    "andrad_av",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "utkast till enkätens frågor",
                "verbose_name_plural": "utkast till enkätens frågor",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="ett_enkatutkast"
                    )
                ],
            },
        ),
    ]
