"""The digest's letter is the outbox's; its row tells that it was put there."""

from django.db import migrations


def glom_de_som_inte_gick(apps, schema_editor):
    """Forget digests that never went: their news is told of by the next one."""
    apps.get_model("blanketter", "Utskick").objects.exclude(status="skickat").delete()


class Migration(migrations.Migration):
    dependencies = [("blanketter", "0012_enkatens_gallring")]

    operations = [
        migrations.RunPython(glom_de_som_inte_gick, migrations.RunPython.noop),
        migrations.RemoveField(model_name="utskick", name="forsok"),
        migrations.RemoveField(model_name="utskick", name="status"),
    ]
