import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lagesbild", "0001_lagesbild"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="kallfil",
            options={
                "ordering": ["dag", "pk"],
                "verbose_name": "källfil",
                "verbose_name_plural": "källfiler",
            },
        ),
        migrations.AddField(
            model_name="kalla",
            name="andrad_av",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="senast ändrad av",
            ),
        ),
        migrations.AddField(
            model_name="kalla",
            name="begaran",
            field=models.TextField(blank=True, max_length=3000, verbose_name="begäran"),
        ),
        migrations.AddField(
            model_name="kalla",
            name="foljer",
            field=models.BooleanField(
                default=True, verbose_name="läget följer av sig självt"
            ),
        ),
        migrations.AddField(
            model_name="kalla",
            name="forvaras",
            field=models.CharField(
                blank=True,
                help_text="Till exempel diarienummer. Skrivs inte ut.",
                max_length=200,
                verbose_name="var underlaget finns",
            ),
        ),
        migrations.AddField(
            model_name="kalla",
            name="grupper",
            field=models.JSONField(
                blank=True, default=list, verbose_name="enkätens grupper"
            ),
        ),
        migrations.AddField(
            model_name="kalla",
            name="saknas",
            field=models.CharField(
                blank=True,
                help_text="Avslutar meningen ”Därför saknas …”, till exempel: uppgifter om anmälda brott.",
                max_length=200,
                verbose_name="vad som saknas om inget kommer",
            ),
        ),
        migrations.AddField(
            model_name="kalla",
            name="serie",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="lagesbild.serie",
                verbose_name="statistik som källan följer",
            ),
        ),
        migrations.AddField(
            model_name="kalla",
            name="underlag",
            field=models.CharField(
                blank=True,
                help_text="Skrivs ut i källtabellen, till exempel: muntligt vid samråd.",
                max_length=200,
                verbose_name="vad som kom, i ord",
            ),
        ),
        migrations.AddField(
            model_name="kalla",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="standardkalla",
            name="andrad_av",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="senast ändrad av",
            ),
        ),
        migrations.AddField(
            model_name="standardkalla",
            name="grupper",
            field=models.JSONField(
                blank=True, default=list, verbose_name="enkätens grupper"
            ),
        ),
        migrations.AddField(
            model_name="standardkalla",
            name="saknas",
            field=models.CharField(
                blank=True,
                help_text="Avslutar meningen ”Därför saknas …”, till exempel: uppgifter om anmälda brott.",
                max_length=200,
                verbose_name="vad som saknas om inget kommer",
            ),
        ),
        migrations.AddField(
            model_name="standardkalla",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="kalla",
            name="anteckning",
            field=models.TextField(
                blank=True,
                help_text="Skrivs inte ut.",
                max_length=2000,
                verbose_name="anteckning",
            ),
        ),
        migrations.AlterField(
            model_name="kalla",
            name="begransning",
            field=models.TextField(
                blank=True,
                help_text="Skrivs ut i källtabellen.",
                max_length=600,
                verbose_name="vad källan inte visar",
            ),
        ),
        migrations.AlterField(
            model_name="kalla",
            name="epost",
            field=models.EmailField(
                blank=True,
                help_text="Funktionens brevlåda, inte en persons.",
                max_length=200,
                verbose_name="e-postadress",
            ),
        ),
        migrations.AlterField(
            model_name="kalla",
            name="paminnd",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="påmind"
            ),
        ),
        migrations.AlterField(
            model_name="kalla",
            name="tillfragad",
            field=models.CharField(
                blank=True,
                help_text="Funktion, inte person: kommunpolisen, trafikkontoret.",
                max_length=120,
                verbose_name="vem som tillfrågas",
            ),
        ),
        migrations.AlterField(
            model_name="kallfil",
            name="dag",
            field=models.DateField(
                default=django.utils.timezone.localdate, verbose_name="inkom"
            ),
        ),
        migrations.AlterField(
            model_name="standardkalla",
            name="art",
            field=models.CharField(
                choices=[
                    ("polis", "Polisen"),
                    ("blanketter", "Blanketter"),
                    ("enkat", "Enkät"),
                    ("namnder", "Andra nämnder"),
                    ("klotter", "Klotterstatistik"),
                    ("ia", "Avvikelser och tillbud (IA)"),
                    ("annat", "Annat underlag"),
                ],
                default="annat",
                max_length=12,
                verbose_name="slag",
            ),
        ),
        migrations.AlterField(
            model_name="standardkalla",
            name="begransning",
            field=models.TextField(
                blank=True,
                help_text="Skrivs ut i källtabellen.",
                max_length=600,
                verbose_name="vad källan inte visar",
            ),
        ),
        migrations.AlterField(
            model_name="standardkalla",
            name="namn",
            field=models.CharField(max_length=120, verbose_name="källa"),
        ),
        migrations.AddConstraint(
            model_name="iakttagelse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("behov", ""),
                    models.Q(("stallningstagande", ""), _negated=True),
                    _connector="OR",
                ),
                name="bedomd_iakttagelse_har_stallningstagande",
                violation_error_message="Skriv ett ställningstagande: varför det finns ett behov eller inte.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kalla",
            constraint=models.UniqueConstraint(
                models.F("lagesbild"),
                models.F("namn"),
                name="kalla_en_gang",
                violation_error_message="Lägesbilden har redan en källa med det namnet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="kalla",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("period_fran", None),
                    ("period_till", None),
                    ("period_till__gte", models.F("period_fran")),
                    _connector="OR",
                ),
                name="kallans_period_slutar_efter_start",
                violation_error_message="Sista dagen är före den första.",
            ),
        ),
        migrations.AddConstraint(
            model_name="standardkalla",
            constraint=models.UniqueConstraint(
                models.F("namn"),
                name="standardkalla_en_gang",
                violation_error_message="Staden har redan en källa med det namnet.",
            ),
        ),
    ]
