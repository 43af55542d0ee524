"""What an edition's files are called."""


def utgavans_filnamn(utgava, *, publik=False):
    """Return the file name of an edition's PDF."""
    slag = ", offentlig version" if publik and utgava.publik_pdf is not None else ""
    return f"{utgava}{slag}.pdf"
