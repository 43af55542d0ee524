"""Users and their rights."""

from django import forms

from vbeplan.organisation.models import Anvandare, Medlemskap, Roll
from vbeplan.tema.formular import HelText
from vbeplan.text.svenska import i_svensk_ordning


class AnvandareForm(HelText, forms.ModelForm):
    class Meta:
        model = Anvandare
        fields = ["namn", "epost", "is_active"]

    def clean_epost(self):
        return self.cleaned_data["epost"].lower()

    def save(self, **kwargs):
        if not self.instance.pk:
            self.instance.set_unusable_password()
        return super().save(**kwargs)


class MedlemskapForm(HelText, forms.ModelForm):
    class Meta:
        model = Medlemskap
        fields = ["ratt", "namnd", "roller"]
        widgets = {"roller": forms.SelectMultiple(attrs={"size": 4})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        namnd = self.instance.namnd_id
        roller = Roll.objects.filter(namnd=namnd) if namnd else Roll.objects.none()
        self.fields["roller"].queryset = roller.i_ordning()
        if not namnd:
            del self.fields["roller"]  # chosen when the board is known, after a save
        self.fields["namnd"].queryset = self.fields["namnd"].queryset.order_by(
            i_svensk_ordning("namn")
        )


MedlemskapFormSet = forms.inlineformset_factory(
    Anvandare, Medlemskap, form=MedlemskapForm, extra=1, can_delete_extra=False
)
