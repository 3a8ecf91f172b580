/** A site of Hugo with the pages that ours has, as far as they go: its files by their paths. */
export const HUGO_SITE: Record<string, string> = {
  'config.toml': `
baseURL = "https://paper.example/"
title = "Reuters, 1987"
languageCode = "en"
timeZone = "UTC"
paginate = 50
enableRobotsTXT = true
[frontmatter]
  date = ["published"]
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML"]
  taxonomy = ["HTML"]
  term = ["HTML", "RSS"]
[services.rss]
  limit = 50
[related]
  includeNewer = true
  threshold = 80
  [[related.indices]]
    name = "tags"
    weight = 100
  [[related.indices]]
    name = "date"
    weight = 10
`,
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="{{ site.LanguageCode }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} · {{ site.Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>
`,
  'layouts/partials/teaser.html': `<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Date.Format "2 January 2006" }}</p><p>{{ .Summary }}</p></article>
`,
  'layouts/partials/pager.html': `<nav>{{ with .Prev }}<a rel="prev" href="{{ .URL }}">Newer</a>{{ end }} {{ .PageNumber }}
{{ with .Next }}<a rel="next" href="{{ .URL }}">Older</a>{{ end }}</nav>
`,
  'layouts/_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p>{{ .Params.dateline }} {{ .Date.Format "2 January 2006" }}, {{ .ReadingTime }} minutes</p>{{ .Content }}
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<ul>{{ range first 5 (site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $pager := .Paginate .RegularPagesRecursive }}{{ range $pager.Pages }}{{ partial "teaser.html" . }}{{ end }}
{{ partial "pager.html" $pager }}{{ end }}
`,
  'layouts/_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}{{ range first 50 site.RegularPages }}{{ partial "teaser.html" . }}{{ end }}{{ end }}
`,
  'layouts/404.html': `{{ define "main" }}<h1>Not found</h1>{{ end }}
`,
  'layouts/_default/rss.xml': `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 50 (cond .IsHome site.RegularPages .Pages) }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><guid>{{ .Permalink }}</guid>
<description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>
`,
};
