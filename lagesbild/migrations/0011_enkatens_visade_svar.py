from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lagesbild", "0010_enkatens_gallring"),
    ]

    operations = [
        migrations.AddField(
            model_name="enkat",
            name="visat",
            field=models.JSONField(default=list, editable=False),
        ),
    ]
