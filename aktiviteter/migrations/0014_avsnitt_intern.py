from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aktiviteter", "0013_samrad")]

    operations = [
        migrations.AddField(
            model_name="avsnitt",
            name="intern",
            field=models.BooleanField(
                default=False,
                help_text="Kapitlet följer med till nämnden, men inte i den version av planen som publiceras för alla.",
                verbose_name="bara för internt bruk",
            ),
        ),
    ]
