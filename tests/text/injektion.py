"""Texts that try to be more than text: HTML that would run, and words round it.

Each tries to call `larm()`; ORDET is in each and must be kept. `SOPPA` is a strategy of
tags, text and entities in no order at all.
"""

from hypothesis import strategies as st

ORDET = "behålls"
_LANKAR = [
    "javascript:larm()",
    "JaVaScRiPt:larm()",
    "&#106;avascript:larm()",
    "&#x6A&#x61vascript:larm()",
    "java\tscript:larm()",
    "java\nscript:larm()",
    "java&Tab;script:larm()",
    "java&NewLine;script:larm()",
    "java&#0;script:larm()",
    "java&#x1;script:larm()",
    "javascript&colon;larm()",
    " \u00a0javascript:larm()",
    "&#x1;javascript:larm()",
    "feed:javascript:larm()",
    "view-source:javascript:larm()",
    "vbscript:larm()",
    "data:text/html,<script>larm()</script>",
    "data:text/html;base64,PHNjcmlwdD5sYXJtKCk8L3NjcmlwdD4=",
    "blob:https://a.example/1",
    "file:///etc/passwd",
    "//elak.example/",
    "\\\\elak.example\\x",
    "https&#58;//a.example/&quot; onclick=&quot;larm()",
]
_BITAR = [
    "<script>larm()</script>",
    "<ScRiPt src=data:text/javascript,larm()></sCrIpT>",
    "<scr<script>ipt>larm()</scr</script>ipt>",
    "<script>larm()//",
    "<img src=x onerror=larm()>",
    "<img src=x onerror='larm()' style='x' ",
    "<img/src/onerror=larm()>",
    '<img src="x` `<script>larm()</script>"` `>',
    "<svg onload=larm()>",
    "<svg><script>larm()</script></svg>",
    "<svg><a xlink:href=javascript:larm()><text>x</text></a></svg>",
    "<svg><animate onbegin=larm() attributeName=x dur=1s>",
    "<svg></p><style><a id='</style><img src=1 onerror=larm()>'>",
    "<math><mi xlink:href='javascript:larm()'>x</mi></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;"
    "&lt;img src=1 onerror=larm()&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=larm()>",
    "<noscript><p title='</noscript><img src=x onerror=larm()>'>",
    "<style><p title='</style><img src=x onerror=larm()>'>",
    "<title><p title='</title><img src=x onerror=larm()>'></title>",
    "<template><img src=x onerror=larm()></template>",
    "<template><s><template><s><img src=x onerror=larm()>@</s></template>"
    "</s></template>",
    "<select><option><style></option></select><img src=x onerror=larm()></style>",
    "<textarea><img src=x onerror=larm()></textarea>",
    "</textarea><img src=x onerror=larm()>",
    "</template></textarea></script><script>larm()</script>",
    "<xmp><p id='</xmp><img src=x onerror=larm()>'></xmp>",
    "<iframe srcdoc='<script>parent.larm()</script>'></iframe>",
    "<iframe src=javascript:larm()></iframe>",
    "<object data=javascript:larm()></object><embed src=javascript:larm()>",
    "<base href=https://elak.example/>"
    "<meta http-equiv=refresh content=0;url=javascript:larm()>",
    "<link rel=stylesheet href=data:text/css,*{}>"
    "<style>@import 'x';*{color:red}</style>",
    "<form action=javascript:larm()><button>x</button><input autofocus onfocus=larm()>",
    "<details open ontoggle=larm()><summary>x</summary></details>",
    "<video><source onerror=larm()></video><audio src=x onerror=larm()></audio>",
    "<body onload=larm()><frameset onload=larm()>",
    "<p style='background:url(javascript:larm())' onclick=larm() "
    "onmouseover=larm()>x</p>",
    "<div id=innehall name=getElementById class=fotnot>x</div>",
    "<span class='fotnot' onclick=larm() style=x>not</span>",
    "<!--><img src=x onerror=larm()>-->",
    "<!--[if gte IE 4]><script>larm()</script><![endif]-->",
    "<![CDATA[<script>larm()</script>]]>",
    "<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>larm()</x:script>",
    "<plaintext><script>larm()</script>",
    "&lt;script&gt;larm()&lt;/script&gt;",
    "&lt;img src=x onerror=larm()&gt;",
    "{{ request.user }}{% debug %}{% include 'x' %}${larm()}#{larm()}",
    "{{constructor.constructor('larm()')()}}",
    "a\x00b<im\x00g src=x onerror=larm()>",
    "\u202e<script>larm()</script>\u2066",
    "&#x202e;&#0;&#xd800;&#xffff;&#x1f;",
    "[x](javascript:larm())",
    "**<img src=x onerror=larm()>** [fotnot: <script>larm()</script>]",
    '"><img src=x onerror=larm()>',
    "'><img src=x onerror=larm()>",
]
CORPUS = [
    *(f"<p>{ORDET}</p>{bit}" for bit in _BITAR),
    *(f'<p><a href="{lank}">{ORDET}</a></p>' for lank in _LANKAR),
]

_TAGGAR = (
    "p div br h1 h3 ul ol li b strong em i a span table tr td th tbody svg math mtext "
    "mglyph annotation-xml foreignObject desc title style script noscript template "
    "select option textarea iframe xmp plaintext noembed form input img pre blockquote "
    "dl dt dd body html head frameset details button font center o:p"
).split()
_EGENSKAPER = [
    "",
    " class=fotnot",
    " class='a fotnot b'",
    " href=https://a.example",
    " href='mailto:a@b.example'",
    " href=javascript:x",
    " href=''",
    " href='/x y'",
    " href='https://a.example/(x) y'",
    ' href="https://a&quot;b"',
    " style=x",
    " onclick=x()",
]
_TEXT = (
    "ord| |\n|\t|.|<|>|&|&amp;|&nbsp;|&lt;b&gt;|<!--|-->|]]>|<![CDATA[|</|<?x ?>|\x00|"
    "\x1c|\x85|\u00a0|\u00ad|\u200b|\u2028|\u202e|\u202f|\u3000|å|a\u030a|e&#x301;|"
    "&#x301;|&#0;|&#13;|&#x1f;|&#x85;|&#xd800;|&#xfeff;|&#xffff;|&#x202e;|&Tab;|{{ x }}"
).split("|")
SOPPA = st.lists(
    st.one_of(
        st.sampled_from(_TEXT),
        st.builds(
            "<{}{}>".format, st.sampled_from(_TAGGAR), st.sampled_from(_EGENSKAPER)
        ),
        st.builds("</{}>".format, st.sampled_from(_TAGGAR)),
    ),
    max_size=14,
).map("".join)
