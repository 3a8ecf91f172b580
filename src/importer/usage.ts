/** What `--help` shows. */
export const USAGE = `Tearsheet: news articles as faithful Markdown copies

  npm run import -- WHAT... [facts] [options]
  npm run verify [-- --content DIR]

import reads articles and writes each as a Markdown file below content/articles, with a receipt of what
became of every block. The originals are kept in content/sources. WHAT is any of: files, folders, globs,
- for the standard input, and http(s) addresses. What a file is shows in its content:
  plain text; web pages (also saved with their folder of pictures, by SingleFile or as MHTML); RSS, Atom and
  JSON feeds; Markdown of other tools; JSON and JSONL (ninjs, wallabag, Karakeep, {title, text, ...});
  WARC and WACZ; ZIP and gzip of these.

Facts, for all that is named (they go before what an article states itself):
  --published DAY      2016-10-04, or with time and offset 2016-10-04T14:30:00+02:00
  --source-name NAME   the paper or site that the text is from
  --source-url URL     its address there (one article only)
  --author NAME        may be given several times
  --tags "A, B"        topics, people and places; added to those that are there
  --lang TAG           the language of the text, such as en or pt-BR
  --section NAME       one desk, such as World
  --lead               it leads the front

Options:
  --content DIR        the content folder (default: content)
  --explain            show what each block was taken for, by which rule, and where each field comes from
  --dry-run            show what would be written, write nothing
  --report FILE        write what became of every article as JSON
  --skip-duplicates    leave out an article whose headline and body another one has
  --fetch-images       fetch an article's pictures from the web too; else only those beside a saved page are taken
  --suggest-tags       write the tags that an article with fewer than three might have; else they are only shown
  --debug              show where in the program an error happened
  --help               this text

Examples:
  npm run import -- kerry.txt --published 2016-10-04 --tags "Syria, Russia"
  npm run import -- "saved pages/" feed.xml --report report.json

verify reads every kept original again and proves the receipt of each copy.

Exit codes: 0 all done; 2 done except what was named; 1 nothing more was done, the message says why; 64 wrong usage.`;
