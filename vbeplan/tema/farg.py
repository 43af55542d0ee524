"""A board's or city's own colour, made safe to read: `#rrggbb` in, a stylesheet out.

Each chooses one colour. Text on it, its pale tint and a darker shade for links on
white are computed, so that every choice keeps WCAG's 4.5:1 for text. The stylesheet
goes to WeasyPrint as a string and to the preview from an address of its own, since
the content security policy allows no style in the page.
"""

import re

STANDARD = "#0c4a57"
KONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3
_FARG = re.compile(r"#[0-9a-fA-F]{6}")
_VIT, _SVART = (255, 255, 255), (0, 0, 0)  # one of them always reaches 4.5

Rgb = tuple[int, int, int]


def stilmall(farg: str) -> str:
    """CSS that sets the document's colour variables; a malformed colour → petrol."""
    rader = "".join(f"--{namn}:{varde};" for namn, varde in palett(farg).items())
    return f":root{{{rader}}}\n"


def palett(farg: str) -> dict[str, str]:
    """The document's colours as `#rrggbb`: itself, text on it, pale tint, on white."""
    rgb = _rgb(farg if _FARG.fullmatch(farg or "") else STANDARD)
    text = _VIT if kontrast(rgb, _VIT) >= KONTRAST else _SVART
    lank = rgb
    while kontrast(lank, _VIT) < KONTRAST:
        lank = _blanda(lank, _SVART, 0.9)
    varden = {
        "farg": rgb,
        "farg-text": text,
        "farg-blek": _blanda(rgb, _VIT, 0.11),
        "farg-lank": lank,
    }
    return {namn: _hex(varde) for namn, varde in varden.items()}


def webbens(farg: str) -> str:
    """CSS that gives every page the city's colour instead of the house's petrol.

    Darkened until white text on it, and it as text on its own tint, keep 4.5:1.
    """
    rgb = _rgb(farg if _FARG.fullmatch(farg or "") else STANDARD)
    while kontrast(rgb, _blanda(rgb, _VIT, 0.11)) < KONTRAST:
        rgb = _blanda(rgb, (0, 0, 0), 0.9)
    return (
        f":root{{--petrol:{_hex(rgb)};"
        f"--petrol-mork:{_hex(_blanda(rgb, (0, 0, 0), 0.75))};"
        f"--petrol-ljus:{_hex(_blanda(rgb, _VIT, 0.11))};"
        f"--bs-link-color-rgb:{', '.join(map(str, rgb))};}}\n"
    )


def kontrast(a: Rgb, b: Rgb) -> float:
    """Contrast ratio 1–21 between two colours (WCAG 2.2, relative luminance)."""
    ljus, mork = sorted((_luminans(a), _luminans(b)), reverse=True)
    return (ljus + 0.05) / (mork + 0.05)


def _luminans(rgb: Rgb) -> float:
    r, g, b = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        for v in (kanal / 255 for kanal in rgb)
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _blanda(a: Rgb, b: Rgb, andel: float) -> Rgb:
    return tuple(round(x * andel + y * (1 - andel)) for x, y in zip(a, b, strict=True))


def _rgb(farg: str) -> Rgb:
    return tuple(int(farg[i : i + 2], 16) for i in (1, 3, 5))


def _hex(rgb: Rgb) -> str:
    return "#" + "".join(f"{kanal:02x}" for kanal in rgb)
