"""The bench's functions measure something; how fast is not a test's business."""

from tests.rapport.exempel import avsnitt, plan
from vbeplan.rapport import matning


def test_the_comparison_sets_the_same_plan_with_automatic_widths_and_woff2():
    css = matning.vanlig_stilmall()
    assert "table-layout: fixed" not in css
    assert css.count("@font-face") >= 6
    assert '"Source Sans 3"' not in css


def test_both_ways_are_measured_in_turn(tmp_path, settings):
    innehall = plan(avsnitt=(avsnitt(0),))
    svar = matning.mat_pdf(innehall, ganger=1)
    assert len(svar.cpu) == len(svar.cpu_jamforelse) == len(svar.minne_mib) == 1
    assert svar.kvot > 0


def test_a_hit_is_measured_in_milliseconds(tmp_path, settings):
    forrad = {**settings.CACHES["pdf"], "LOCATION": str(tmp_path)}
    settings.CACHES = {**settings.CACHES, "pdf": forrad}
    assert all(0 < tid < 10_000 for tid in matning.mat_traff(plan(), ganger=2))
