"""Which role is meant by what is typed, and which two names are one role."""

import pytest

from vbeplan.organisation.rollnamn import ar_lika, traffgrad


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Avd.chef", "Avdelningschef"),
        ("Avd. chef", "avdelningschef"),
        ("Bitr. rektor", "Biträdande rektor"),
        ("IT-chef", "IT chef"),
        ("Enhets-chef", "Enhetschef"),
        ("Kurator", "Kuratorer"),
        ("Samordnaren", "Samordnarna"),
        ("Enhetschef ungdom", "Enhetschefen ungdom"),
        ("Säkerhetssamordnare", "Säkerhetsamordnare"),
        ("Fältassistent", "Fältassitsent"),
        ("Chef HR/ekonomi", "Chef HR ekonomi"),
        ("Säkerhets-samordnaren", "Säkerhetssamordnare"),
        ("Enhetschef ungdom & fritid", "Enhetschef ungdom och fritid"),
    ],
)
def test_two_spellings_of_one_role_are_alike(a, b):
    assert ar_lika(a, b)
    assert ar_lika(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Enhetschef", "enhetschef"),  # the same: no warning
        ("Enhetschef 1", "Enhetschef 2"),
        ("Enhetschef A", "Enhetschef B"),
        ("Enhetschef A", "Enhetschef N"),
        ("Rektor norr", "Rektor söder"),
        ("Avdelningschef", "Enhetschef"),
        ("Enhetschef", "Biträdande enhetschef"),
        ("Kurator", "Kurator skola"),
        ("Präst", "Polis"),
        ("", "Rektor"),
        (".", "Rektor"),
        ("...", "Rektor"),
    ],
)
def test_two_roles_are_not_alike(a, b):
    assert not ar_lika(a, b)
    assert not ar_lika(b, a)


@pytest.mark.parametrize(
    ("sokt", "namn"),
    [
        ("enh", "Enhetschef ungdom"),
        ("ungdom", "Enhetschef ungdom"),
        ("chef", "Enhetschef ungdom"),
        ("ungd enh", "Enhetschef ungdom"),
        ("cheferna", "Enhetschef ungdom"),
        ("OMRÅDES", "områdespolis"),
        ("a\u0308ldre", "Äldreombud"),
        ("aldre", "Äldreombud"),
        ("", "Rektor"),
    ],
)
def test_what_is_typed_finds_the_role(sokt, namn):
    assert traffgrad(sokt, namn) is not None


@pytest.mark.parametrize("sokt", ["präst", "enhetschef norr", "xyz", "chefx"])
def test_what_is_typed_finds_no_other_role(sokt):
    assert traffgrad(sokt, "Enhetschef ungdom") is None


def test_the_nearest_comes_first():
    namn = ["Biträdande enhetschef", "Underchef", "Chef norr", "Chef"]
    assert sorted(namn, key=lambda n: traffgrad("chef", n))[:2] == ["Chef", "Chef norr"]
