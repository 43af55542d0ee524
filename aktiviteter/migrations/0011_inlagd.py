import django.db.models.deletion
from django.db import migrations, models

import vbeplan.text.falt


class Migration(migrations.Migration):
    dependencies = [
        ("aktiviteter", "0010_behovssvar"),
        ("lagesbild", "0005_textversion"),
    ]

    operations = [
        migrations.CreateModel(
            name="Inlagd",
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
                (
                    "text",
                    vbeplan.text.falt.RikTextField(blank=True, verbose_name="text"),
                ),
                (
                    "avsnitt",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="aktiviteter.avsnitt",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="inlagda",
                        to="aktiviteter.handlingsplan",
                    ),
                ),
            ],
            options={
                "verbose_name": "inlagd text",
                "verbose_name_plural": "inlagda texter",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("plan"),
                        models.F("bilddel"),
                        name="inlagd_en_gang_i_planen",
                    )
                ],
            },
        ),
    ]
