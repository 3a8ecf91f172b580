/** A name as bibliographies sort it, or as it is where nobody can tell its parts. */
export type Name = { family: string; given: string } | { literal: string };

/** Words that are no family name: those of desks, agencies and papers, and what follows on a name. */
const NO_FAMILY =
  /^(?:agency|agencies|board|bureau|correspondents?|desk|editors?|group|herald|ii|iii|iv|jnr|jr|journal|network|news|newsroom|office|post|press|radio|reporters?|review|service|snr|sr|staff|team|times|tribune|tv|wire|writers?)\.?$/iu;

/** Family names that are commonly written first: a name of two words that begins with one may be either way round. */
const FAMILY_FIRST =
  /^(?:ahn|ban|bui|cai|cao|chang|chen|cheng|cho|choi|chung|deng|dinh|do|feng|guo|han|he|hong|hu|huang|hwang|jang|jeong|jiang|jung|kang|kim|kwon|le|li|liang|lin|liu|lu|luo|ma|moon|ngo|nguyen|oh|pan|park|peng|pham|phan|shen|shin|son|song|sun|tang|tran|vo|vu|wang|wei|wen|wu|xi|xie|xu|yang|yao|ye|yin|yoon|yu|yuan|zeng|zhang|zhao|zheng|zhou|zhu)$/iu;

const WORD = /^\p{Lu}[\p{Script=Latin}\p{M}'’-]+$/u;
const INITIALS = /^(?:\p{Lu}\.)+$/u;

/**
 * Splits a name where it is safe: two words of the Latin alphabet, with or without initials between them, of which neither
 * says that it is an agency or may be a family name that stands first. All others stay whole.
 */
export function toName(name: string): Name {
  const words = name.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isPerson =
    words.length > 1 &&
    WORD.test(first) &&
    WORD.test(last) &&
    words.slice(1, -1).every((word) => INITIALS.test(word)) &&
    !/^(?:an?|the)$/iu.test(first) &&
    !NO_FAMILY.test(last) &&
    !FAMILY_FIRST.test(first);
  return isPerson ? { family: last, given: words.slice(0, -1).join(' ') } : { literal: name };
}
