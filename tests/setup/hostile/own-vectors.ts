import type { Vector } from './vectors.ts';

/** Attacks of our own writing: one or two of each kind that a page, a feed or a file must withstand. */
const HTML = [
  '<script>window.ranHere = 1; alert(1)</script>',
  '<img src="pixel.png" onload="alert(1)" onerror="alert(1)">',
  '<svg onload="alert(1)"><a href="javascript:alert(1)"><text y="20">words</text></a></svg>',
  '<iframe srcdoc="<script>parent.ranHere = 1</script>"></iframe>',
  '<a href="java&#9;script:alert(1)">a link with a script</a>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<details open ontoggle="alert(1)"><summary>more</summary>words</details>',
  '<form action="javascript:alert(1)" id="forms"><input name="cookie" autofocus onfocus="alert(1)"><button>send</button></form>',
  '<p id="cookie">one</p><img name="body" src="pixel.png"><a id="location" name="top" href="#text">two</a>',
  '</div></article></main><main id="text"><h1 data-part="headline">Another headline</h1><article data-part="article">',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>body { display: none; background: url(https://evil.example/x) }</style><p style="position: fixed; inset: 0">covered</p>',
  '<object data="https://evil.example/x"></object><embed src="https://evil.example/x"><video src="https://evil.example/x" autoplay></video>',
  '<template shadowrootmode="open"><script>alert(1)</script></template><noscript><q lang="</noscript><img src=gone onerror=alert(1)>"></noscript>',
  '--><!-- --!><script>alert(1)</script> ]]><![CDATA[ </title></textarea></style></script><script>alert(1)</script>',
  '<a href="https://user:password@evil.example/" target="_blank" ping="https://evil.example/">a link</a>',
  '<li id="user-content-fn-1">a false note</li><section data-footnotes><ol><li id="user-content-fn-cookie">two</li></ol></section>',
  '{"@type": "NewsArticle"} </script><script>alert(1)</script> \u2028 \u2029 &quot; &lt;/script&gt;',
  '<!doctype html><!DOCTYPE x SYSTEM "https://evil.example/x.dtd">&apos;words&apos; <!x><script>alert(1)</script>',
  '<img src="rocks&amp;sand;+a=b.png" alt="a picture whose name is made of signs">',
];

const MARKDOWN = [
  '[a link](javascript:alert(1)) and [another][x]\n\n[x]: <java\tscript:alert(1)> "title"',
  '![words" onerror="alert(1)](https://evil.example/x.png "title\\" onload=\\"alert(1)")',
  '<javascript:alert(1)> and <https://evil.example/"onclick="alert(1)>',
  'A note[^<img src=x onerror=alert(1)>] and[^__proto__].\n\n[^__proto__]: <script>alert(1)</script>',
  '# <img src=x onerror=alert(1)> cookie\n\n## [x](javascript:alert(1))\n\n```"><script>alert(1)</script>\ncode\n```',
  '| <script>alert(1)</script> | `<img src=x onerror=alert(1)>` |\n|---|---|\n| [x](data:text/html,<script>alert(1)</script>) | y |',
  'A host that is none: [a link](http://[::1]/) and www.<script>alert(1)</script>.',
];

const ADDRESSES = [
  'javascript:alert(1)',
  ' \u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example/"onmouseover="alert(1)',
  'https://evil.example/?"><script>alert(1)</script>',
  "https://evil.example/'onclick='alert(1)#</script>",
];

/** All of them, with the ids that name their pages. */
export const OWN_VECTORS: readonly Vector[] = [
  ...HTML.map((payload) => ({ kind: 'html' as const, payload })),
  ...MARKDOWN.map((payload) => ({ kind: 'markdown' as const, payload })),
  ...ADDRESSES.map((payload) => ({ kind: 'url' as const, payload })),
].map((vector, index) => ({ ...vector, id: `own-${(index + 1).toString(16)}`, live: false }));

/** Some of them in one line: the name of a site that attacks all of its own pages. */
export const OWN_NAME = [...HTML.slice(0, 6), ...ADDRESSES].join(' ');
