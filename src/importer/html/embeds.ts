import type { Element } from 'hast';
import { attribute } from './elements.ts';

/** Where newsrooms keep what they embed in their articles: recordings, posts, charts, documents, maps. */
const HOSTS =
  /^https?:\/\/(?:[\w-]{1,40}\.){0,3}(?:youtube|youtube-nocookie|vimeo|dailymotion|twitch|twitter|x|facebook|instagram|tiktok|reddit|soundcloud|spotify|apple|megaphone|libsyn|simplecast|acast|anchor|buzzsprout|podbean|audioboom|datawrapper|dwcdn|flourish|infogram|infogr|tableau|scribd|documentcloud|slideshare|issuu|bandcamp|mixcloud|streamable|brightcove|jwplatform|jwplayer|kaltura|vk|rutube|bilibili|nicovideo|ted|archive|loc|openstreetmap|google)\.(?:com|net|org|am|tv|fm|ru|jp|live|io|me)\//iu;
const NO_EMBED =
  /\/(?:plugins\/(?:like|page|share|follow)|widgets?\/(?:follow|like|tweet_button)|recaptcha|gtm|ns\.html|pagead|adservice|button)/iu;

/** Whether an embedded thing is a part of its article: a recording, or a page of a host that articles embed. */
export function isArticleEmbed(element: Element): boolean {
  const address = attribute(element, 'src') ?? attribute(element, 'dataSrc') ?? '';
  if (element.tagName === 'video' || element.tagName === 'audio') return /^https?:/iu.test(address);
  const absolute = address.startsWith('//') ? `https:${address}` : address;
  return HOSTS.test(absolute.slice(0, 300)) && !NO_EMBED.test(absolute.slice(0, 300));
}
