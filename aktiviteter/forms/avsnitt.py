"""One chapter."""

from aktiviteter import historia
from aktiviteter.forms.ny import NyForm
from aktiviteter.models import Andring, Avsnitt
from vbeplan.text.falt import Skrivyta

Handling = Andring.Handling


class AvsnittForm(NyForm):
    class Meta:
        model = Avsnitt
        fields = ["rubrik", "overordnat", "text", "intern"]
        widgets = {"text": Skrivyta(attrs={"rows": 22})}
        help_texts = {"overordnat": "Välj inget om det ska vara ett eget kapitel."}

    I_HISTORIEN = {"overordnat": ("overordnat_id",)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kapitel = Avsnitt.objects.filter(plan=self.instance.plan, overordnat=None)
        overordnat = self.fields["overordnat"]
        overordnat.queryset = kapitel.exclude(pk=self.instance.pk)
        overordnat.empty_label = "Inget, det är ett eget kapitel"

    def varden(self, innehall):
        # The history keeps of a chapter for all no word that it is so.
        return super().varden({"intern": False} | innehall)

    @property
    def har_nya_ord(self):
        return not {"rubrik", "text"}.isdisjoint(self.changed_data)

    def _andra(self, av, version):
        flyttad = "overordnat" in self.changed_data
        if flyttad:
            historia.las_planen(self.instance.plan)
            self.instance.stall_sist()
        if self.har_nya_ord:
            self.instance.ord_skrivna()
        self.instance.spara_over(version, av=av)
        self.andring = historia.skriv(
            Handling.ANDRAD, self.instance, av=av, ordning=flyttad
        )

    def _skapa(self, av, nyckel):
        historia.las_planen(self.instance.plan)
        self.instance.stall_sist()
        self.instance.andrad_av = av
        self.instance.ord_skrivna()
        self.instance.save()
        self.andring = historia.skriv(
            Handling.SKAPAD, self.instance, av=av, nyckel=nyckel
        )
