"""The sample plan, set once for all tests of the room."""

import pytest
from lxml import html as lxml_html

from tests.rapport.exempel import plan
from tests.rapport.taggtrad import LastPdf
from vbeplan.rapport import process, utskrift


@pytest.fixture(scope="session")
def underlag():
    """HTML and colours of the sample plan."""
    return utskrift.underlag(plan())


@pytest.fixture(scope="session")
def sattning(underlag):
    """The sample plan's PDF and what it cost."""
    return process.satt_i_barn(*underlag)


@pytest.fixture(scope="session")
def fardig(sattning):
    """The sample plan's PDF, read back."""
    return LastPdf(sattning.pdf)


@pytest.fixture(scope="session")
def trad(underlag):
    """The sample plan's HTML as an element tree."""
    return lxml_html.document_fromstring(underlag[0])
