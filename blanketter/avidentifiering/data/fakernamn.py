"""The given names and surnames of PyPI `faker` (MIT), for the lands told in LANDER."""

import importlib

LANDER = (
    "sv_SE fi_FI da_DK no_NO de_DE de_AT de_CH en_US en_GB en_IE en_IN en_KE en_NG "
    "en_PK es_ES es_CL es_CO es_MX es_AR fr_FR fr_BE fr_CH fr_DZ it_IT nl_NL nl_BE "
    "pl_PL pt_PT pt_BR ro_RO cs_CZ sk_SK sl_SI hr_HR hu_HU et_EE lt_LT lv_LV tr_TR "
    "az_AZ id_ID uz_UZ sw vi_VN ha_NG yo_NG ig_NG"
).split()


def faker_namn() -> tuple[set[str], set[str]]:
    """Return given names and surnames in Latin script."""
    fornamn, efternamn = set(), set()
    for land in LANDER:
        modul = importlib.import_module("faker.providers.person." + land)
        for namn, varde in vars(modul.Provider).items():
            if isinstance(varde, (tuple, list, dict, set)):
                if namn.startswith("first_name"):
                    fornamn.update(_latinska(varde))
                elif namn.startswith("last_name"):
                    efternamn.update(_latinska(varde))
    return fornamn, efternamn


def _latinska(namn):
    return {
        ett
        for ett in namn
        if isinstance(ett, str) and ett[:1].isalpha() and ord(ett[0]) < 0x250
    }
