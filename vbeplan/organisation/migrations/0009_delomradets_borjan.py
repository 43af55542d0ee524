from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisation", "0008_beslutsgang_och_brev")]

    operations = [
        migrations.AddField(
            model_name="delomrade",
            name="fran",
            field=models.DateField("från", blank=True, editable=False, null=True),
        ),
    ]
