from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("aktiviteter", "0015_godtagande")]

    operations = [
        migrations.RemoveConstraint(
            "rapportlank", "lank_en_gang_per_roll_och_tillfalle"
        ),
    ]
