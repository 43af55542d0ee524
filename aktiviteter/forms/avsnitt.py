"""One chapter."""

from django import forms

from aktiviteter.forms.version import VersionForm
from aktiviteter.models import Avsnitt


class AvsnittForm(VersionForm):
    class Meta:
        model = Avsnitt
        fields = ["rubrik", "overordnat", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 22, "class": "skrivyta"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kapitel = Avsnitt.objects.filter(plan=self.instance.plan, overordnat=None)
        overordnat = self.fields["overordnat"]
        overordnat.queryset = kapitel.exclude(pk=self.instance.pk)
        overordnat.empty_label = "Inget, det är ett eget kapitel"

    def spara(self, *, av):
        if "overordnat" in self.changed_data or not self.instance.pk:
            self.instance.stall_sist()
        return super().spara(av=av) if self.instance.pk else self._skapa(av)

    def _skapa(self, av):
        self.instance.andrad_av = av
        self.instance.save()
        return True
