import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import vbeplan.text.falt


class Migration(migrations.Migration):
    dependencies = [
        ("lagesbild", "0004_enkatens_brev_och_inbjudningar"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Textversion",
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
                    "bilddel",
                    models.CharField(
                        choices=[
                            ("kartlaggning", "Kartläggning"),
                            ("analys", "Analys"),
                            ("stallningstagande", "Ställningstagande"),
                        ],
                        max_length=20,
                        verbose_name="text",
                    ),
                ),
                ("nummer", models.PositiveIntegerField(verbose_name="nummer")),
                (
                    "text",
                    vbeplan.text.falt.RikTextField(blank=True, verbose_name="text"),
                ),
                ("tid", models.DateTimeField(auto_now_add=True, verbose_name="sparad")),
                (
                    "av",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lagesbild",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="textversioner",
                        to="lagesbild.lagesbild",
                    ),
                ),
            ],
            options={
                "verbose_name": "textversion",
                "verbose_name_plural": "textversioner",
                "ordering": ["-nummer"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("lagesbild"),
                        models.F("bilddel"),
                        models.F("nummer"),
                        name="textversion_en_gang",
                    )
                ],
            },
        ),
    ]
