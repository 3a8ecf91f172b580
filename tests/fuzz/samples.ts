/** Small valid files of the formats that are text, each written for the fuzzer. */

const LEAD = 'The ferry between Orra and the mainland will run again on Monday, the harbor office said on Thursday.';
const MORE = 'It had lain at the quay for six weeks, because no crew could be found that would work for the old pay.';
const LAST = '“We are glad,” said Ida Wren, who keeps the inn by the landing. “The winter was long enough without it.”';

export const TEXTS: readonly string[] = [
  `Ferry To Run Again On Monday\n\nBy Ida Example\n\nORRA, March 3 (Wire) -- ${LEAD}\n\n${MORE}\n\nNo Crew In Sight\n\n${LAST}\n\nWith reporting by Wire\n`,
  `The quay at Orra (file photo)\nPhoto: Max Example\n\nFerry Runs\n\nMarch 3, 2016\n\n${LEAD}\n${MORE}\n\n* one\n* two\n\n${LAST}\n`,
  `${LEAD}\n\n${MORE}\n\n${LAST}\n`,
  `Ferry\n\n${LEAD}\n`,
];

export const PAGES: readonly string[] = [
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Ferry Runs | The Orra Gazette</title>
<meta property="og:title" content="Ferry Runs"/><meta property="og:site_name" content="The Orra Gazette"/>
<meta name="description" content="The boat is back."/><meta name="author" content="Ida Example"/>
<meta property="article:published_time" content="2016-03-03T08:00:00+01:00"/>
<link rel="canonical" href="https://gazette.example/2016/03/03/ferry/"/>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry Runs","datePublished":"2016-03-03","author":{"name":"Ida Example"},"keywords":["ferries","Orra"]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news/">News</a></li></ul></nav>
<article><h1>Ferry Runs</h1><p class="byline">By <a href="/ida">Ida Example</a></p><time datetime="2016-03-03">March 3, 2016</time>
<figure><img src="quay.jpg" alt="The quay"/><figcaption>The quay in March. <span class="credit">Max Example</span></figcaption></figure>
<p>${LEAD}</p><p>${MORE} <a href="/crew">More on <em>crews</em></a>.</p><h2>No crew in sight</h2><blockquote><p>${LAST}</p></blockquote>
<ul><li>one <b>boat</b></li><li>two crews<ol><li>day</li></ol></li></ul>
<table><caption>Crossings</caption><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>2</td></tr></table>
<pre>08:00  out
09:00  back</pre><p>One line<br/>and another.</p><p><code>a_b</code> and <del>old</del></p><hr/><p>${MORE}</p></article>
<aside><h3>Related</h3><ul><li><a href="/a">Another story</a></li></ul></aside><footer><p>All rights reserved.</p></footer></body></html>`,
  `<html><head><title>Ferry Runs</title></head><body><div id="main"><h1>Ferry Runs</h1><div class="date">3 March 2016</div><div>${LEAD}<br/><br/>${MORE}</div><div style="display:none">not shown</div><div>${LAST}</div></div></body></html>`,
  `<html><head><title>Ferry</title></head><body><p>The <b>ferry</b> <i>runs</i>.</p><p>${LEAD}</p></body></html>`,
];

export const RSS: readonly string[] = [
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Orra Gazette</title><link>https://gazette.example/</link><language>en</language><copyright>The Orra Gazette</copyright>
<item><title>Ferry Runs</title><link>https://gazette.example/ferry</link><guid isPermaLink="false">g-1</guid><pubDate>Thu, 03 Mar 2016 08:00:00 +0100</pubDate><dc:creator>Ida Example</dc:creator><category>Ferries</category><description>The boat is back.</description><content:encoded>&lt;p&gt;${LEAD}&lt;/p&gt;&lt;p&gt;${MORE}&lt;/p&gt;</content:encoded><media:content url="https://gazette.example/q.jpg" medium="image"><media:description>The quay</media:description></media:content></item>
<item><title>Inn Opens</title><guid>https://gazette.example/inn</guid><description><![CDATA[<p>${LAST}</p><p>${MORE}</p>]]></description></item></channel></rss>`,
  `<rss version="2.0"><channel><title>Orra</title><item><title>Ferry</title><guid>1</guid><description>&lt;p&gt;${LEAD}&lt;/p&gt;</description></item></channel></rss>`,
];

export const ATOM: readonly string[] = [
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://gazette.example/"><title>The Orra Gazette</title><id>urn:orra:1</id><updated>2016-03-04T00:00:00Z</updated><author><name>Ida Example</name></author><rights>The Orra Gazette</rights>
<entry><title type="html">Ferry &lt;b&gt;Runs&lt;/b&gt;</title><id>urn:orra:2</id><link rel="alternate" href="ferry"/><published>2016-03-03T08:00:00+01:00</published><updated>2016-03-04T00:00:00Z</updated><category term="Ferries" label="Ferries"/><summary>The boat is back.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${LEAD}</p><p>${MORE} <em>Soon</em>.</p><ul><li>one</li></ul></div></content></entry>
<entry><title>Inn Opens</title><id>urn:orra:3</id><updated>2016-03-04T00:00:00Z</updated><content type="html">&lt;p&gt;${LAST}&lt;/p&gt;</content></entry>
<entry><title type="text">Plain</title><id>urn:orra:4</id><content type="text">${LEAD}</content></entry></feed>`,
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Orra</title><entry><title>Ferry</title><id>1</id><content type="html">&lt;p&gt;${LEAD}&lt;/p&gt;</content></entry></feed>`,
];

const BODY = `${LEAD}\n\n## No crew in sight\n\n${MORE} [More](https://gazette.example/crew) *soon* and **now**.\n\n> ${LAST}\n\n- one\n- two\n  1. day\n\n| Day | Boats |\n| --- | ----- |\n| Mon | 2 |\n\n\`\`\`js\nlet a = 1\n\`\`\`\n\n![The quay](quay.jpg "The quay in March")\n\nA note[^1].\n\n[^1]: The ~~old~~ note.\n`;

export const MARKDOWN: readonly string[] = [
  `---\ntitle: Ferry Runs\ndate: 2016-03-03T08:00:00+01:00\ndescription: "The boat is back."\nauthors:\n  - Ida Example\n  - {name: Max Example, url: https://gazette.example/max}\ntags: [Ferries, Orra]\ncategories: News\nimage:\n  src: quay.jpg\n  alt: The quay\n  caption: The quay in March\ndateline: ORRA, March 3\ncredit: With reporting by Wire\nsource:\n  name: The Orra Gazette\n  url: https://gazette.example/ferry\nlang: en\ndraft: false\n---\n\n${BODY}`,
  `+++\ntitle = "Ferry Runs"\ndate = 2016-03-03T08:00:00+01:00\ntags = ["Ferries"]\nembargo = 2030-01-01\n[params]\nauthor = "Ida Example"\n+++\n\n${BODY}`,
  `{\n  "title": "Ferry Runs",\n  "date": "2016-03-03",\n  "author": "Ida Example"\n}\n\n${BODY}`,
  `# Ferry Runs\n\n${BODY}`,
  `---\ntitle: Ferry\n---\n\n${LEAD}\n`,
];
