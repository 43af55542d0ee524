"""Which of its appendices a plan prints."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aktiviteter", "0019_text_ar_planens")]

    operations = [
        migrations.AddField(
            model_name="handlingsplan",
            name="bilaga_andringar",
            field=models.BooleanField(
                default=True, verbose_name="Ändringar sedan föregående plan"
            ),
        ),
        migrations.AddField(
            model_name="handlingsplan",
            name="bilaga_samrad",
            field=models.BooleanField(
                default=True, verbose_name="Samråd och yttranden"
            ),
        ),
        migrations.AddField(
            model_name="handlingsplan",
            name="bilaga_resultat",
            field=models.BooleanField(
                default=True, verbose_name="Förra årets resultat"
            ),
        ),
    ]
