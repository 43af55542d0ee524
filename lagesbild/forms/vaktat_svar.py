"""An answer as it comes from the open page: each text read by the guard, and a trap."""

import re

from blanketter.forms.falla import Falla
from blanketter.forms.vaktad import vakta
from lagesbild.forms.enkatsvar import STORSTA_TEXT, EnkatsvarForm

VALT = re.compile(r"[a-z0-9_]*")  # nothing, a choice's code, a step or a number


class VaktatSvarForm(Falla, EnkatsvarForm):
    """`vaktade` is {field's name: Vaktat} of the texts that were sent."""

    def __init__(self, fragor, data=None):
        self.vaktade = {}
        data = data if data is None else self._vakta(fragor, data)
        super().__init__(fragor, data)

    def _vakta(self, fragor, data):
        data = data.copy()
        for fraga in fragor:
            namn = self.PREFIX + fraga["kod"]
            if fraga["slag"] == "text" and data.get(namn):
                vaktat = vakta(data[namn], data, STORSTA_TEXT)
                self.vaktade[namn], data[namn] = vaktat, vaktat.text
        return data

    @property
    def rader(self):
        """Return (question, bound field, what the guard found in it or None)."""
        return [(f, b, self.vaktade.get(b.name)) for f, b in super().rader]

    def clean(self):
        data = super().clean()
        for namn, vaktat in self.vaktade.items():
            if vaktat.antal:
                self.add_error(namn, vaktat.besked)
        return data


def skrivna_ord(data, fragor=None):
    """Return the texts among what a form sent, to be given back when it has no page.

    Without `fragor`, the questions that it answers, what could be a choice's code
    isn't taken for a text.
    """
    if fragor is None:
        falten = (v for n, v in data.items() if n.startswith(EnkatsvarForm.PREFIX))
        return [text for text in falten if not VALT.fullmatch(text.strip())]
    texter = [f["kod"] for f in fragor if f["slag"] == "text"]
    skrivet = (data.get(EnkatsvarForm.PREFIX + kod, "") for kod in texter)
    return [text for text in skrivet if text.strip()]
