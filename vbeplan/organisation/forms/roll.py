"""Roles and who holds them."""

from django import forms

from vbeplan.organisation.models import Innehav, Namnd, Roll
from vbeplan.text.rentext import RenText


class RollForm(RenText, forms.ModelForm):
    class Meta:
        model = Roll
        fields = ["namnd", "namn"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        namnder = Namnd.objects.samordnade_av(user).i_ordning()
        self.fields["namnd"].queryset = namnder
        if len(namnder) == 1:
            self.fields["namnd"].empty_label = None
        if self.instance.pk:
            del self.fields["namnd"]  # activities hang on it; a role does not move


class InnehavForm(RenText, forms.ModelForm):
    class Meta:
        model = Innehav
        fields = ["namn", "fran", "till"]
        widgets = {
            falt: forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            for falt in ("fran", "till")
        }


InnehavFormSet = forms.inlineformset_factory(
    Roll, Innehav, form=InnehavForm, extra=1, can_delete_extra=False
)
