"""Mail addresses, also those spelled out to hide from machines."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

ADRESSER = """
Svar till ‹eskil.torn@example.se›.
mejla ‹anna@example.com›, tack
(‹anna@example.com›)
<‹anna@example.com›> skrev
mailto:‹anna@example.com›
‹Anna.Berg+skola@mail.example.co.uk› är en adress.
‹anna_berg@example.org›.
‹anna-berg@example.org›!
‹a.b.c@example.org›, ‹d@example.net› och ‹e@example.com›
‹anna (at) gmail punkt com› stod på lappen
‹anna(at)example(punkt)se›
‹anna [at] example [dot] com›
‹anna[snabel-a]example.se›
‹anna (snabel-a) example.se›
‹anna snabela example punkt se›
‹anna snabel-a example punkt se›
‹anna snabel a example punkt se›
‹anna at example dot com›
‹anna @ example.se›
‹anna＠example.se› med bred snabel-a
‹ANNA@EXAMPLE.SE› i versaler
‹anna@example›
‹åsa.öberg@exämple.se›
‹tipsa{at}example.se›
‹anna.berg kanelbulle example.se›
Han har ‹anna99 på gmail› tror jag.
‹anna.berg@gmail› är ofullständig
‹anna at gmail com› sa hon.
‹anna punkt berg snabel-a gmail punkt com› sa hon.
‹anna@example .se› blev det
‹anna_berg99 @ hotmail . com› sa hon
""".strip().splitlines()

LIKNAR = """
Mötet @ biblioteket ställdes in.
Hon satt at the bar, skrev han på engelska.
Gmail och Hotmail var nere.
E-posten fungerar inte.
Adressen slutar på .se.
Vi mejlade skolan tre gånger.
Look at this, skrev han.
Priset var 3 kr à 5 st.
Han köpte en kanelbulle på caféet.
Snabel-a är ett tecken.
Följ @polisen för information.
Mejl kom från en okänd avsändare.
Outlook kraschade två gånger.
Dela inte ut din mejladress.
Punkt 3 på dagordningen.
Vi ses @ biblioteket. Där är det lugnt.
""".strip().splitlines()


@pytest.mark.parametrize("mening", ADRESSER)
def test_a_mail_address_is_found(mening):
    assert markt(mening, "epost") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_words_about_mail_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
