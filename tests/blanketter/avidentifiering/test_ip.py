"""IP addresses of both kinds."""

import pytest

from tests.blanketter.avidentifiering.markning import (
    markt,
    markt_utom_namn,
    utan_marken,
)

ADRESSER = """
Inloggning från ‹192.0.2.14› på natten.
ip ‹198.51.100.4›.
IP-adress: ‹203.0.113.77›
(‹203.0.113.77›)
‹203.0.113.77:8080› blockerades
‹203.0.113.0/24› blockerades
Från ‹2001:db8::1› kom inlägget.
‹2001:0db8:0000:0000:0000:ff00:0042:8329› i loggen
‹2001:DB8::A1:44› i loggen
[‹2001:db8::1›]:443 i loggen
‹fe80::1%eth0› i loggen
‹::ffff:192.0.2.14› i loggen
‹192[.]0[.]2[.]14› skrivet säkert
Adressen var ‹192.0.2.14›, enligt it.
‹192.0.2.14› och ‹192.0.2.15› syns.
‹192.0.2.14›; ‹192.0.2.15›
Servern ‹10.0.0.12› svarade.
Mac-adress ‹00:1A:2B:3C:4D:5E› i nätet.
Mac ‹00-1A-2B-3C-4D-5E› i nätet.
‹１９２.０.２.１４› i breda siffror
http://‹192.0.2.14›/logg
Trafik ‹192.0.2.14›→‹198.51.100.4›
‹192 . 0 . 2 . 14› med luft
""".strip().splitlines()

LIKNAR = """
Version 1.2.3.4 är installerad.
Windows 10.0.19045.1 används.
Kapitel 1.2.3.4 i planen.
Den 1.2.2025 kl 12.30.
Klockan 12:30:45.
Tiden 1:02:03 var ny.
Resultat 1.2.3 och 4.
§ 1.2.3.4
Rubrik 3.1.2.1 saknas.
Sverige vann 3:2, 4:1 och 5:0.
Punkterna 1.1.1.1 och 1.1.1.2.
999.999.999.999 är ingen adress.
12.000.000.000 kronor.
Kolon :: används i kod.
Förhållandet 1:2:3:4.
""".strip().splitlines()


@pytest.mark.parametrize("mening", ADRESSER)
def test_an_ip_address_is_found(mening):
    assert markt(mening, "ip") == mening


@pytest.mark.parametrize("mening", LIKNAR)
def test_versions_times_and_scores_are_left(mening):
    assert markt_utom_namn(mening) == utan_marken(mening)
