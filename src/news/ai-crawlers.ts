/** What a crawler gathers pages for: to train models with them, or to find and show them in answers to people. */
type Purpose = 'training' | 'answers';

/** The day on which this list was last gone through: crawlers come, go and change what they are for. */
export const AI_CRAWLERS_DATE = '2026-11-23';

/**
 * Crawlers of AI by the names under which they look for themselves in robots.txt (RFC 9309, section 2.2.1), below the
 * page on which their operator describes them. Of those that do both, `training` counts. Search engines are not among them: what they
 * show beside their results has no name of its own here.
 */
export const AI_CRAWLERS: Readonly<Record<string, Purpose>> = {
  // OpenAI: developers.openai.com/api/docs/bots. The last comes when somebody asks, and may then not heed robots.txt.
  GPTBot: 'training',
  'OAI-SearchBot': 'answers',
  'ChatGPT-User': 'answers',
  // Anthropic: support.claude.com/en/articles/8896518
  ClaudeBot: 'training',
  'Claude-SearchBot': 'answers',
  'Claude-User': 'answers',
  // Google: developers.google.com/search/docs/crawling-indexing/google-common-crawlers. No crawler, but what may be done with
  // pages that Googlebot has read: to train Gemini, and to ground its answers. Google's search takes no notice of it.
  'Google-Extended': 'training',
  // Apple: support.apple.com/en-us/119829. No crawler either; Applebot itself is a search engine's.
  'Applebot-Extended': 'training',
  // Common Crawl: commoncrawl.org/ccbot. An open archive of the web, of which many models are made.
  CCBot: 'training',
  // Meta: developers.facebook.com/docs/sharing/webmasters/web-crawlers. The last comes when somebody asks.
  'meta-externalagent': 'training',
  'meta-webindexer': 'answers',
  'meta-externalfetcher': 'answers',
  // Amazon: developer.amazon.com/amazonbot
  Amazonbot: 'training',
  'Amzn-SearchBot': 'answers',
  'Amzn-User': 'answers',
  // Mistral: docs.mistral.ai/robots
  'MistralAI-Training': 'training',
  'MistralAI-Index': 'answers',
  'MistralAI-User': 'answers',
  // Perplexity: docs.perplexity.ai/docs/resources/perplexity-crawlers. The last comes when somebody asks.
  PerplexityBot: 'answers',
  'Perplexity-User': 'answers',
  // DuckDuckGo: duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
  DuckAssistBot: 'answers',
  // ByteDance says nothing of it but its own name and an address for complaints, in what it sends to servers.
  Bytespider: 'training',
};

/** Which crawlers of AI a site asks to stay away: none, those that gather for training, or every one of the list. */
export const AI_CHOICES = ['all', 'no-training', 'none'] as const;
export type AiChoice = (typeof AI_CHOICES)[number];

/** The names of the crawlers that a choice asks to stay away. */
export function refusedCrawlers(choice: AiChoice): string[] {
  const isRefused = (purpose: Purpose): boolean =>
    choice === 'none' || (choice === 'no-training' && purpose === 'training');
  return Object.entries(AI_CRAWLERS).flatMap(([name, purpose]) => (isRefused(purpose) ? [name] : []));
}
