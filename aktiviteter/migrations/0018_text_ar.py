from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aktiviteter", "0017_arshjulets_ar")]

    operations = [
        migrations.AddField(
            model_name="avsnitt",
            name="text_ar",
            field=models.PositiveSmallIntegerField(
                editable=False, null=True, verbose_name="texten skriven i planen för"
            ),
        ),
        migrations.AddField(
            model_name="aktivitet",
            name="text_ar",
            field=models.PositiveSmallIntegerField(
                editable=False, null=True, verbose_name="texten skriven i planen för"
            ),
        ),
        migrations.AlterField(
            model_name="version",
            name="slag",
            field=models.CharField(
                choices=[
                    ("plan", "Framsidan"),
                    ("avsnitt", "Kapitel"),
                    ("aktivitet", "Aktivitet"),
                    ("ordning", "Ordningen"),
                    ("val", "Beslut om en aktivitet"),
                ],
                max_length=9,
            ),
        ),
    ]
