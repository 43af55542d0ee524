"""What a PDF costs: plain functions that the bench prints (`manage.py matning`).

CPU is the child's own (user + system seconds), so that waiting for the other core does
not count; memory is the child's peak resident set. Each run is a fresh child, as in
production, and so includes the start of Python and WeasyPrint.
"""

import re
import time
from dataclasses import dataclass

from vbeplan.rapport import pdf, process, utskrift

VIKTER = ("400", "600")  # the two that the plan is set in


@dataclass(frozen=True)
class PdfMatning:
    """Per run: CPU seconds, ours and the comparison's, and our peak memory in MiB."""

    cpu: list[float]
    cpu_jamforelse: list[float]
    minne_mib: list[float]

    @property
    def kvot(self) -> float:
        """Our fastest run over the comparison's fastest; the target is ≤ 0.65."""
        return min(self.cpu) / min(self.cpu_jamforelse)


def mat_pdf(innehall, *, ganger: int = 3) -> PdfMatning:
    """Set the same plan our way and the usual way, in turn, `ganger` times each."""
    html, stil = utskrift.underlag(innehall)
    vanlig = vanlig_stilmall()
    cpu, jamforelse, minne = [], [], []
    for _ in range(ganger):
        var = process.satt_i_barn(html, stil)
        cpu.append(var.cpu)
        minne.append(var.minne_mib)
        jamforelse.append(process.satt_i_barn(html, stil, stilmall=vanlig).cpu)
    return PdfMatning(cpu, jamforelse, minne)


def mat_traff(innehall, *, ganger: int = 20) -> list[float]:
    """Milliseconds per request for an unchanged plan, from content to stored bytes."""
    utskrift.skapa_pdf(innehall)
    tider = []
    for _ in range(ganger):
        start = time.perf_counter()
        utskrift.skapa_pdf(innehall)
        tider.append((time.perf_counter() - start) * 1000)
    return tider


def vanlig_stilmall() -> str:
    """plan.css as it is usually written: automatic column widths and WOFF2 fonts."""
    css = pdf.STILMALL.read_text("utf-8")
    css = css.replace("table-layout: fixed", "table-layout: auto")
    css = re.sub(r"^\.kolumn-.*$", "", css, flags=re.MULTILINE)
    for familj in ("Source Sans 3", "Source Serif 4"):
        css = css.replace(f'"{familj}"', f'"{familj} WOFF2"')
    return _typsnitt() + css


def _typsnitt() -> str:
    """@font-face for the web's own WOFF2 files, under names the PDF does not use."""
    regler = []
    for fil in sorted((pdf.STATISKT / "typsnitt").glob("source-*.woff2")):
        vikt, snitt = fil.stem.split("-")[-2:]
        familj = "Source Serif 4" if "serif" in fil.stem else "Source Sans 3"
        if vikt in VIKTER:
            regler.append(
                f'@font-face {{ font-family: "{familj} WOFF2"; font-weight: {vikt}; '
                f'font-style: {snitt}; src: url("{fil.as_uri()}") format("woff2"); }}\n'
            )
    return "".join(regler)
