"""A wheel of several years, a template without doubles, and the calendar's link."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

LANGST = "Skriv högst 730 dagar före eller efter sammanträdet."


class Migration(migrations.Migration):
    dependencies = [
        ("aktiviteter", "0016_rapportlankar"),
        ("organisation", "0011_slangda_brev"),
    ]

    operations = [
        migrations.RemoveConstraint("hjuldag", "punkt_en_gang_per_plan"),
        migrations.AddField(
            "hjuldag",
            "ar",
            models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="år"
            ),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "hjuldag",
            models.UniqueConstraint("plan", "punkt", "ar", name="punkt_en_gang_per_ar"),
        ),
        migrations.AddField(
            "hjulpunkt",
            "aret_efter",
            models.BooleanField(
                default=False,
                help_text="Gäller en dag i året, till exempel verksamhetsberättelsen i "
                "januari.",
                verbose_name="året efter planens år",
            ),
        ),
        migrations.AlterField(
            "hjulpunkt",
            "dagar",
            models.SmallIntegerField(
                blank=True,
                help_text="Minus är före sammanträdet: −21 är tre veckor före.",
                null=True,
                validators=[
                    django.core.validators.MinValueValidator(-730, LANGST),
                    django.core.validators.MaxValueValidator(730, LANGST),
                ],
                verbose_name="dagar från sammanträdet",
            ),
        ),
        migrations.AddConstraint(
            "hjulpunkt",
            models.UniqueConstraint(
                "namn",
                name="hjulpunkt_en_gang",
                violation_error_message="Mallen har redan en punkt med det namnet.",
            ),
        ),
        migrations.CreateModel(
            name="Hjullank",
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
                    "lank_nr",
                    models.PositiveIntegerField(default=1, editable=False),
                ),
                (
                    "nyckel",
                    models.CharField(editable=False, max_length=64, unique=True),
                ),
                (
                    "namnd",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hjullank",
                        to="organisation.namnd",
                        verbose_name="nämnd",
                    ),
                ),
            ],
            options={
                "verbose_name": "länk till årshjulet",
                "verbose_name_plural": "länk till årshjulet",
            },
        ),
    ]
