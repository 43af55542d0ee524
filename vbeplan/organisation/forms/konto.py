"""allauth's forms, in the words of the house."""

from allauth.account.forms import LoginForm, ResetPasswordForm


class _EpostForm:
    """Form mixin: «E-post», as Swedish spells it, and no text inside the field."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for namn, falt in self.fields.items():
            falt.widget.attrs.pop("placeholder", None)
            if namn in ("login", "email"):
                falt.label = "E-post"


class InloggningForm(_EpostForm, LoginForm):
    pass


class GlomtForm(_EpostForm, ResetPasswordForm):
    pass
