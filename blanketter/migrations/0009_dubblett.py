"""No form is its own double: its event would not be counted at all."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("blanketter", "0008_namnlista")]

    operations = [
        migrations.AddConstraint(
            model_name="blankett",
            constraint=models.CheckConstraint(
                condition=models.Q(("dubblett_av", models.F("id")), _negated=True),
                name="ingens_egen_dubblett",
            ),
        ),
    ]
