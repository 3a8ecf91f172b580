/** A site of Eleventy with the pages that ours has, as far as they go; it knows no related articles. Its files by their paths. */
export const ELEVENTY_SITE: Record<string, string> = {
  'eleventy.config.js': `
const SIZE = 50;
const newestFirst = (api) => api.getFilteredByGlob('articles/**/*.md').sort((a, b) => b.data.published - a.data.published);
const paged = (path, title, items) => {
  const count = Math.ceil(items.length / SIZE);
  return Array.from({ length: count }, (_, page) => ({
    title,
    items: items.slice(page * SIZE, (page + 1) * SIZE),
    // Not bare numbers: the tenth page of a year would be its October.
    path: page === 0 ? path : path + 'page/' + (page + 1) + '/',
    newer: page === 0 ? undefined : page === 1 ? path : path + 'page/' + page + '/',
    older: page + 1 < count ? path + 'page/' + (page + 2) + '/' : undefined,
  }));
};
const lists = (api, name, namesOf, pathOf) =>
  [...Map.groupBy(newestFirst(api).flatMap((item) => namesOf(item).map((key) => ({ key, item }))), ({ key }) => key)].map(
    ([key, all]) => ({ key, path: pathOf(key), items: all.map(({ item }) => item) }),
  );
const tags = (api) => lists(api, 'tags', ({ data }) => data.tags ?? [], (tag) => '/tags/' + tag + '/');
export default function (config) {
  config.addCollection('articles', newestFirst);
  config.addCollection('topics', (api) => tags(api).sort((a, b) => (a.key < b.key ? -1 : 1)));
  config.addCollection('pagedLists', (api) =>
    [
      ...tags(api),
      ...lists(api, 'months', ({ data }) => [data.published.toISOString().slice(0, 7)], (key) => '/archive/' + key.replace('-', '/') + '/'),
      ...lists(api, 'years', ({ data }) => [data.published.toISOString().slice(0, 4)], (key) => '/archive/' + key + '/'),
    ].flatMap(({ key, path, items }) => paged(path, key, items)),
  );
  config.addFilter('first', (items, count) => items.slice(0, count));
  config.addFilter('day', (date) => date.toISOString().slice(0, 10));
  return { markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };
}
`,
  'articles/articles.json': JSON.stringify({ layout: 'article.njk' }),
  '_includes/page.njk': `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }} · Reuters, 1987</title><link rel="canonical" href="https://paper.example{{ page.url }}"></head>
<body><header><a href="/">Reuters, 1987</a></header><main>{{ content | safe }}</main><footer>Reuters, 1987</footer></body></html>
`,
  '_includes/article.njk': `---
layout: page.njk
---
<article><h1>{{ title }}</h1><p>{{ dateline }} {{ published | day }}</p>{{ content | safe }}
<ul>{% for tag in tags %}<li><a href="/tags/{{ tag }}/">{{ tag }}</a></li>{% endfor %}</ul></article>
`,
  '_includes/teaser.njk': `<article><h2><a href="{{ item.url }}">{{ item.data.title }}</a></h2><p>{{ item.data.published | day }}</p></article>
`,
  'lists.njk': `---
layout: page.njk
pagination: { data: collections.pagedLists, size: 1, alias: list }
permalink: "{{ list.path }}"
eleventyComputed: { title: "{{ list.title }}" }
---
<h1>{{ list.title }}</h1>{% for item in list.items %}{% include "teaser.njk" %}{% endfor %}
<nav>{% if list.newer %}<a rel="prev" href="{{ list.newer }}">Newer</a>{% endif %}
{% if list.older %}<a rel="next" href="{{ list.older }}">Older</a>{% endif %}</nav>
`,
  'topics.njk': `---
layout: page.njk
title: Topics
permalink: /tags/
---
<ul>{% for topic in collections.topics %}<li><a href="{{ topic.path }}">{{ topic.key }}</a> {{ topic.items.length }}</li>{% endfor %}</ul>
`,
  'index.njk': `---
layout: page.njk
title: Front
---
{% for item in collections.articles | first(50) %}{% include "teaser.njk" %}{% endfor %}
`,
  'feeds.njk': `---
pagination: { data: collections.topics, size: 1, alias: topic }
permalink: "{{ topic.path }}feed.xml"
---
<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{{ topic.key }}</title>
{% for item in topic.items | first(50) %}<entry><title>{{ item.data.title }}</title><id>https://paper.example{{ item.url }}</id>
<updated>{{ item.data.published | day }}T12:00:00Z</updated><content type="html">{{ item.templateContent }}</content></entry>{% endfor %}</feed>
`,
  'feed.njk': `---
permalink: /feed.xml
---
<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Reuters, 1987</title>
{% for item in collections.articles | first(50) %}<entry><title>{{ item.data.title }}</title><id>https://paper.example{{ item.url }}</id>
<updated>{{ item.data.published | day }}T12:00:00Z</updated><content type="html">{{ item.templateContent }}</content></entry>{% endfor %}</feed>
`,
  'sitemap.njk': `---
permalink: /sitemap.xml
---
<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for item in collections.articles %}<url><loc>https://paper.example{{ item.url }}</loc></url>{% endfor %}</urlset>
`,
};
