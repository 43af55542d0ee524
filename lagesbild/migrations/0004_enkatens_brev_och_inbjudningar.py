"""An enkät's letters, an invitation's group, and which answers may be counted."""

from django.db import migrations, models

import lagesbild.models.enkat

GRUPPER = [
    ("egen", "Egna enheter"),
    ("forening", "Föreningar"),
    ("bostad", "Bostadsbolag"),
    ("forsamling", "Församlingar och trossamfund"),
    ("stiftelse", "Stiftelser"),
    ("annan", "Andra"),
]


class Migration(migrations.Migration):
    dependencies = [("lagesbild", "0003_enkatutkast")]

    operations = [
        migrations.AlterModelOptions(
            "enkat",
            {
                "ordering": ["pk"],
                "verbose_name": "enkät",
                "verbose_name_plural": "enkäter",
            },
        ),
        migrations.AddField(
            "enkat",
            "amne",
            models.CharField(
                "ämnesrad", max_length=120, default=lagesbild.models.enkat.AMNE
            ),
        ),
        migrations.AddField(
            "enkat",
            "brev",
            models.TextField(
                "brevet", max_length=3000, default=lagesbild.models.enkat.BREV
            ),
        ),
        migrations.AddField(
            "enkat",
            "paminnelse",
            models.TextField(
                "påminnelsen",
                max_length=3000,
                default=lagesbild.models.enkat.PAMINNELSE,
            ),
        ),
        migrations.AddField(
            "enkat",
            "avsandare",
            models.CharField("avsändare", max_length=120, blank=True),
        ),
        migrations.AddField(
            "enkat",
            "svar_till",
            models.EmailField("svar på brevet går till", max_length=200, blank=True),
        ),
        migrations.AddField(
            "enkatsvar",
            "raknas",
            models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            "inbjudan",
            "grupp",
            models.CharField(
                max_length=12, choices=GRUPPER, default="egen", editable=False
            ),
            preserve_default=False,
        ),
    ]
