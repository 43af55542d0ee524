from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisation", "0005_utskick_i_sparet")]

    operations = [
        migrations.AddField(
            model_name="medlemskap",
            name="kom_igang_undan",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
