"""What every form of the house has in common."""


class HelText:
    """Form mixin: the browser must not cut pasted text short in silence.

    Too long a text is told by the server instead, with the text still in its field.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for falt in self.fields.values():
            falt.widget.attrs.pop("maxlength", None)
