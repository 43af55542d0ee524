from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lagesbild", "0005_textversion")]

    operations = [
        migrations.AddField(
            "statistikimport",
            "ersatte",
            models.JSONField(default=list, editable=False),
        ),
        migrations.AddField(
            "statistikfil", "fil", models.BinaryField(default=b"", editable=False)
        ),
        migrations.AlterField("statistikfil", "data", models.JSONField(default=dict)),
    ]
