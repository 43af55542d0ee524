"""HTML in, finished PDF bytes out: the only file that knows WeasyPrint.

Run as a program by `process.py`, in a child process, so nothing here may import
Django, and WeasyPrint is imported when it is needed: all but the PDF works without.
WeasyPrint is pinned exactly, for two reasons that both lie here: elements carry their
number into the tag tree through one private function, and plan.css leans on how this
very version breaks pages.
"""

import contextlib
import functools
import json
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

ROT = Path(__file__).resolve().parents[2]
STATISKT = ROT / "static"
STILMALL = STATISKT / "rapport" / "plan.css"
TYPSNITT = STATISKT / "rapport" / "fonts"
VARIANT = "pdf/a-2a"
MIB = 1024 * 1024


def satt(html: str, stil: str, *, stilmall: str = "") -> bytes:
    """Set one document as a file that is both PDF/A-2a and PDF/UA-1.

    `stil` is CSS that comes after plan.css (the nämnd's colours); `stilmall` stands in
    for plan.css itself, for the bench. Same input gives the same bytes. Raises
    ImportError or OSError when WeasyPrint or Pango is missing.
    """
    # The fonts beside plan.css and no others; fontconfig reads this when it starts.
    os.environ["FONTCONFIG_FILE"] = str(TYPSNITT / "fonts.conf")
    from vbeplan.rapport.efterbehandling.lagning import NotSaknas
    from vbeplan.rapport.tecken import bara_tackta

    mallar = [stilmall or STILMALL.read_text("utf-8"), stil]
    html = bara_tackta(html)
    try:
        return _satt(html, mallar)
    except NotSaknas:  # too many notes on one page: they go into the text instead
        return _satt(html.replace('class="fotnot"', 'class="not-i-text"'), mallar)


def _satt(html: str, mallar: list[str]) -> bytes:
    import weasyprint

    from vbeplan.rapport.efterbehandling import fardigstall

    hamtare = _hamtare()
    dokument = weasyprint.HTML(
        string=html, base_url=STATISKT.as_uri() + "/", url_fetcher=hamtare
    ).render(
        stylesheets=[weasyprint.CSS(string=m, url_fetcher=hamtare) for m in mallar],
        pdf_variant=VARIANT,
    )
    with _markta_element():
        return fardigstall(dokument.write_pdf(pdf_variant=VARIANT))


def _hamtare() -> Any:
    """A fetcher that knows static/ and data: and refuses the rest of the world."""
    from weasyprint.urls import URLFetcher

    class Hamtare(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not tillaten(url):
                raise ValueError("Adressen ligger utanför programmets egna filer")
            return super().fetch(url, headers)

    return Hamtare(allowed_protocols=("data", "file"), allow_redirects=False)


def tillaten(url: str) -> bool:
    """Whether the PDF may fetch this address: data: or a file under static/."""
    delar = urlsplit(url)
    if delar.scheme != "file":
        return delar.scheme == "data"
    fil = Path(unquote(delar.path)).resolve()
    return not delar.netloc and fil.is_relative_to(STATISKT)


@contextlib.contextmanager
def _markta_element() -> Iterator[None]:
    """Let each element of the tag tree tell which HTML element it came from.

    WeasyPrint forgets it: language, scope, footnotes and tables cut by a page break
    cannot be told from the tree alone. The mark is read and removed by the finisher.
    """
    import pydyf
    from weasyprint.pdf import tags

    bygg = tags._build_box_tree
    nummer: dict[int, int] = {}

    @functools.wraps(bygg)
    def markt(box: Any, *args: Any) -> Iterator[Any]:
        html = getattr(box, "_box", box).element
        tagg = getattr(box, "_box", box).element_tag
        for element in bygg(box, *args):
            if html is not None and "VBE" not in element:
                element["VBE"] = pydyf.String(json.dumps(_marke(html, tagg, nummer)))
            yield element

    tags._build_box_tree = markt
    try:
        yield
    finally:
        tags._build_box_tree = bygg


def _marke(html: Any, tagg: str, nummer: dict[int, int]) -> dict[str, Any]:
    """What the finisher needs to know about one HTML element, as plain data."""
    marke = {"n": nummer.setdefault(id(html), len(nummer)), "tagg": tagg}
    for namn in ("class", "lang", "scope"):
        if html.get(namn):
            marke[namn] = html.get(namn)
    if tagg == "a":
        marke["text"] = " ".join("".join(html.itertext()).split())
    return marke


def main() -> None:
    """The child: one JSON job on stdin; on stdout one line of JSON, then the PDF."""
    ut = os.dup(1)
    os.dup2(2, 1)  # whatever a library prints must not land in the PDF
    sys.path.insert(0, str(ROT))
    uppdrag = json.load(sys.stdin.buffer)
    _begransa(uppdrag["sekunder"], uppdrag["minne_mib"] * MIB)
    pdf, svar = b"", {}
    try:
        pdf = satt(uppdrag["html"], uppdrag["stil"], stilmall=uppdrag["stilmall"])
    except MemoryError:
        svar = {"fel": "minne"}
    except Exception as fel:
        svar = _fel(fel)
    with os.fdopen(ut, "wb") as fil:
        fil.write(json.dumps({**svar, **_forbrukning()}).encode() + b"\n" + pdf)


def _fel(fel: Exception) -> dict[str, str]:
    """Missing libraries by name; the rest unnamed, as a message may quote the plan."""
    if isinstance(fel, ImportError) or "cannot load library" in str(fel):
        return {"fel": "saknas", "sort": str(fel).splitlines()[0]}
    return {"fel": "krasch", "sort": type(fel).__name__}


def _begransa(sekunder: int, minne: int) -> None:
    # No RLIMIT_NPROC: Pango starts a thread to read the fonts, and dies without it.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (sekunder, sekunder + 1))
    resource.setrlimit(resource.RLIMIT_AS, (minne, minne))


def _forbrukning() -> dict[str, float]:
    """CPU seconds and peak MiB; not ru_maxrss, which starts at the parent's size."""
    matt = resource.getrusage(resource.RUSAGE_SELF)
    status = Path("/proc/self/status").read_text()
    topp = next(rad.split()[1] for rad in status.splitlines() if "VmHWM" in rad)
    return {"cpu": matt.ru_utime + matt.ru_stime, "minne_mib": int(topp) / 1024}


if __name__ == "__main__":
    main()
