import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("blanketter", "0009_dubblett"),
    ]

    operations = [
        migrations.DeleteModel(name="Nollsumma"),
        migrations.AddField(
            model_name="rapportering",
            name="tidigare",
            field=models.JSONField(default=list, editable=False),
        ),
        migrations.AlterField(
            model_name="rapportering",
            name="svarstid",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text="Räknat från dagen efter periodens slut, 7–120 dagar. Därefter är perioden stängd för gott. En ändring gäller perioder som inte är slut än.",
                validators=[
                    django.core.validators.MinValueValidator(7),
                    django.core.validators.MaxValueValidator(120),
                ],
                verbose_name="dagar att svara på",
            ),
        ),
    ]
