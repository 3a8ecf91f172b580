/** The language of a text or a voice without its script and region; Android writes `en_US`. */
export function primaryOf(lang: string): string {
  return lang.toLowerCase().split(/[-_]/u)[0] ?? '';
}

/** What a voice is chosen by; a part of SpeechSynthesisVoice (Web Speech API, section 5.2.6). */
export type Voice = Pick<SpeechSynthesisVoice, 'voiceURI' | 'name' | 'lang' | 'default' | 'localService'>;

/**
 * The voices of a language (BCP 47), the best first: those of its region, then the browser's own first choice, then
 * those that need no network. Each name once.
 */
export function voicesFor<Kind extends Voice>(voices: readonly Kind[], lang: string): Kind[] {
  const wished = lang.toLowerCase();
  const rank = (voice: Kind): number =>
    Number(voice.lang.toLowerCase().replaceAll('_', '-') !== wished) * 4 +
    Number(!voice.default) * 2 +
    Number(!voice.localService);
  const own = voices.filter((voice) => primaryOf(voice.lang) === primaryOf(lang));
  const sorted = own.toSorted((a, b) => rank(a) - rank(b));
  return sorted.filter(({ voiceURI }, place) => sorted.findIndex((other) => other.voiceURI === voiceURI) === place);
}
