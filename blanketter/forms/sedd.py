"""A form that carries a print of the row as it was when the form was opened.

For rows without a version to count; beside that it does what `RaknadForm` does.
"""

from django import forms

from blanketter.forms.raknad import NAGON_HANN_FORE, i_ord
from blanketter.fragor.koder import avtryck
from vbeplan.tema.formular import RenText
from vbeplan.text.jamfor import jamfor_ord


class SeddForm(RenText, forms.ModelForm):
    """`annan_hann_fore` tells whether the user would write over what she hasn't seen.

    It is then shown in `annans`: (label, the words that are saved now), what mine lacks
    marked. What she wrote stays in the form.
    """

    sedd = forms.CharField(widget=forms.HiddenInput, required=False)
    annans = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["sedd"] = self._avtryck(self.instance)

    def annan_hann_fore(self, nu):
        """Compare with `nu`, the row as it is saved now, held against others."""
        if self._avtryck(nu) == self.cleaned_data["sedd"]:
            return False
        self.annans = [
            (self.fields[namn].label, jamfor_ord(_ord(mitt), _ord(annans)) or "Tomt")
            for namn in self.Meta.fields
            if namn in self.fields
            if (mitt := self.cleaned_data[namn]) != (annans := getattr(nu, namn))
        ]
        if not self.annans:
            return False
        self.add_error(None, NAGON_HANN_FORE)
        self.data["sedd"] = self._avtryck(nu)
        return True

    def _avtryck(self, rad):
        return avtryck([str(getattr(rad, falt)) for falt in self.Meta.fields])


def _ord(varde):
    return "" if varde is None else i_ord(varde)
