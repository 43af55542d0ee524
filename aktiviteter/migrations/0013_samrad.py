"""Who is asked about a plan: once on its list, and when reminded."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aktiviteter", "0012_aret")]

    operations = [
        migrations.AddField(
            "samrad",
            "paminnd",
            models.DateField(
                blank=True, editable=False, null=True, verbose_name="påmind"
            ),
        ),
        migrations.AddConstraint(
            "samrad",
            models.UniqueConstraint(
                models.F("plan"),
                models.F("part"),
                name="samrad_en_gang",
                violation_error_message="Den står redan på listan.",
            ),
        ),
    ]
