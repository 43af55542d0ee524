"""A filter whose address is the filter: what was chosen, and the way without it."""

from urllib.parse import urlencode


class IAdressen:
    """For a GET form. `INTE_VALDA` names fields that are no choices of the filter."""

    INTE_VALDA = ()

    def valda(self):
        """Return what is filled in as label, words, and the address without it."""
        ut = []
        for namn, falt in self.fields.items():
            varde = self.data.get(namn)
            if varde and namn not in self.INTE_VALDA:
                ord_ = dict(getattr(falt, "choices", ())).get(varde, varde)
                url = f"?{self.adress(**{namn: ''})}"
                ut.append({"etikett": falt.label, "varde": ord_, "url": url})
        return ut

    def adress(self, **byt):
        """Return the filter as a query string, with some parts changed."""
        data = {f: self.data.get(f, "") for f in self.fields} | byt
        return urlencode({f: v for f, v in data.items() if v})
