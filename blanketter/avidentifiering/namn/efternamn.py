"""Surnames known by how they end, in the languages common in Sweden."""

import re

_SVENSKT = re.compile(
    r"[a-zåäöéü]{2,}(?:sson|[^s]son|str[öo]m|berg|bergh|[qk]vist|quist|gren|lund|lundh|st[eé]dt|"
    r"mark|holm|dahl|blad|hammar|ström|feldt|felt|fält|löf|lööf|blom|wall|vall|skog|rot|"
    r"[hk]ielm|hjelm|stam|crantz|krantz|skiöld|sköld|sjö|bäck|beck|ander|lander|mander|"
    r"zelius|elius|enius|idius|erius|ndér|llén|rén|lén|dén|nén|sén|tén|bom|fors|forss|"
    r"brink|brandt|brand|borg|gård|gårdh|wik|strand|ling|rup|by|stierna|stjerna|hult|"
    r"[bdgklmnprst]ell|rin|din|lin|man|mann|ius|én|ér|dotter|gren|grén|ros|rooth|roth|"
    r"sten|steen|thulin|tén|åker|lind|lindh|wing|ryd|rydh|bring|gardh|ståhl|stål|skär|stjärna|ljung)$"
)
_SAKERT = re.compile(  # endings that hardly any other Swedish word has
    r"[a-zåäöéü]{2,}(?:sson|str[öo]m|[qk]vist|quist|stedt|feldt|skiöld|crantz|zelius|"
    r"stierna|lander|berg|bergh|gren|lund|lundh|dahl|wall|löf|hjelm|holm|blad|blom|"
    r"hammar|[lnrstd]én|[lnrd]ér|ius|dotter|dottir|sdóttir)$"
)
_UTLANDSKT = re.compile(
    r"[^\W\d_]{2,}(?:[^aeiou]i[ćč]|ovic|evic|ovi[ćc]|evi[ćc]|avic|inic|anic|owsk[ia]|ewsk[ia]|insk[ia]|"
    r"[cdlnz]k[iý]|[cs]ka|sky|skyy?|skiy|skyj|skij|enko|chuk|czuk|tschuk|[ae]czyk|czyk|wicz|vych|vitj|"
    r"[aeiou]?[bcdghjklmnprstvz]ov|[bcdghjklmnprstvz]ova|[bdghjklmnprstvzy]ev|[bdghjklmnprstvzy]eva|"
    r"[aiouyäö]nen|[lk]ainen|[lkn]äinen|[lpr]ela|[kpt]ola|[kpv]älä|skoski|m[äa]ki|niemi|"
    r"[aeiou]unas|[aei]uskas|auskas|evičius|avičius|evicius|avicius|[kt]aitė|[kt]aite|"
    r"[aeiou]niene|[kn]iene|[sz]yan|[nkmrd]yan|[jm]ian|[rnk]ian|[dtksa]jan|dze|shvili|sjvili|"
    r"zad[ea]h?|p[uo]u?r|nejad|nezhad|khani|zada|oğlu|oglu|[rn]ullah|[mr]uddin|uddin|allah|"
    r"[nls]escu|[lnrt]eanu|[aeo]poulos|opoulou|[ai]dis|[ai]kis|akou|os[hj]i|[mn]oto|mura|"
    r"[aeiou]xhaj|[aeiou]haj|[lr]iu|[st]aj|singh|preet|deep|[gbk]h?esh?e|sen|sén|shvili|"
    r"[lmnr]ini|[tl]elli|[cn]etti|[aeo]ssi|[gln]ez|[rndl]ès|[cz]ález|guez|[ou]rez)$"
)


def ar_svenskt_efternamn(ord_: str) -> bool:
    """Whether a word (lower case) is built as a Swedish surname."""
    return bool(_SVENSKT.match(ord_))


def liknar_efternamn(ord_: str) -> bool:
    """Whether an unknown word (lower case) most likely is a surname."""
    return bool(_SAKERT.match(ord_) or _UTLANDSKT.match(ord_))
