from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lagesbild", "0006_statistik"),
        ("organisation", "0006_kom_igang"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="manadstal",
            name="seriens_manader",
        ),
        migrations.AddIndex(
            model_name="manadstal",
            index=models.Index(
                fields=["serie", "manad"],
                include=("precision", "delomrade", "miljo", "slag", "plats", "antal"),
                name="seriens_manadstal",
            ),
        ),
    ]
