/** What `--help` shows. */
export const USAGE = `Tearsheet: news articles as faithful Markdown copies

  npm run import -- FILES... [facts] [options]
  npm run verify [-- --content DIR]

import reads plain texts and writes each as an article below content/articles,
with a receipt of what became of every block. The originals are kept in content/sources.

Facts, for all files named (they go before what a file states itself):
  --published DAY      2016-10-04, or with time and offset 2016-10-04T14:30:00+02:00
  --source-name NAME   the paper or site that the text is from
  --source-url URL     its address there (one file only)
  --author NAME        may be given several times
  --tags "A, B"        topics, people and places; added to those that are there
  --lang TAG           the language of the text, such as en or pt-BR
  --section NAME       one desk, such as World
  --lead               it leads the front

Options:
  --content DIR        the content folder (default: content)
  --explain            show what each block was taken for, by which rule, and where each field comes from
  --dry-run            show what would be written, write nothing
  --debug              show where in the program an error happened
  --help               this text

Example:
  npm run import -- kerry.txt --published 2016-10-04 --tags "Syria, Russia"

verify reads every kept original again and proves the receipt of each copy.

Exit codes: 0 all done; 2 done except what was named; 1 nothing more was done, the message says why; 64 wrong usage.`;
