"""One chapter."""

from django.db import transaction

from aktiviteter import historia
from aktiviteter.forms.version import VersionForm
from aktiviteter.models import Andring, Avsnitt
from vbeplan.text.falt import Skrivyta

Handling = Andring.Handling


class AvsnittForm(VersionForm):
    class Meta:
        model = Avsnitt
        fields = ["rubrik", "overordnat", "text"]
        widgets = {"text": Skrivyta(attrs={"rows": 22})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kapitel = Avsnitt.objects.filter(plan=self.instance.plan, overordnat=None)
        overordnat = self.fields["overordnat"]
        overordnat.queryset = kapitel.exclude(pk=self.instance.pk)
        overordnat.empty_label = "Inget, det är ett eget kapitel"

    @transaction.atomic
    def spara(self, *, av):
        if not self.instance.pk:
            return self._skapa(av)
        flyttad = "overordnat" in self.changed_data
        if flyttad:
            historia.las_planen(self.instance.plan)
            self.instance.stall_sist()
        if not super().spara(av=av):
            return False
        historia.skriv(Handling.ANDRAD, self.instance, av=av, ordning=flyttad)
        return True

    def _skapa(self, av):
        historia.las_planen(self.instance.plan)
        self.instance.stall_sist()
        self.instance.andrad_av = av
        self.instance.save()
        historia.skriv(Handling.SKAPAD, self.instance, av=av)
        return True
