from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("blanketter", "0010_rapportering"),
        ("organisation", "0006_kom_igang"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="blankett",
            name="samtidiga_blanketter",
        ),
        migrations.AddIndex(
            model_name="blankett",
            index=models.Index(
                fields=["namnd", "period_start"],
                include=(
                    "status",
                    "period_typ",
                    "delomrade",
                    "plats",
                    "slag",
                    "klass_slag",
                    "miljo",
                    "klass_miljo",
                ),
                name="handelserna_i_bilden",
            ),
        ),
    ]
