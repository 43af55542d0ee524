"""The digest is one person's, not one board's: an address that fails stops nobody."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("blanketter", "0006_fragutkast"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.DeleteModel(name="Utskick"),
        migrations.CreateModel(
            name="Utskick",
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
                ("dag", models.DateField(verbose_name="dag")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("vantar", "Väntar"),
                            ("skickas", "Skickas"),
                            ("skickat", "Skickat"),
                        ],
                        default="vantar",
                        max_length=10,
                    ),
                ),
                (
                    "forsok",
                    models.PositiveIntegerField(
                        default=0, verbose_name="misslyckade försök"
                    ),
                ),
                (
                    "till",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="utskick",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "utskick",
                "verbose_name_plural": "utskick",
                "ordering": ["-dag", "till"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("till"),
                        models.F("dag"),
                        name="ett_utskick_om_dagen",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="UtanSammandrag",
            fields=[
                (
                    "anvandare",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="utan_sammandrag",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "utan sammandrag",
                "verbose_name_plural": "utan sammandrag",
            },
        ),
    ]
