"""The one exception of this room."""


class PdfFel(Exception):  # noqa: N818 — «fel» is Swedish for error
    """A PDF that could not be made. The text is Swedish and says what to do."""
