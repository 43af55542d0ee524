"""The one exception of this room."""


class FilFel(Exception):  # noqa: N818 — «fel» is Swedish for error
    """A file that cannot be read. The text is Swedish and says what to do."""
