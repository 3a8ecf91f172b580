/**
 * English words that hold sentences together and say nothing of what they are about, and those that every report
 * uses of its sources. Other languages do without: what most articles of an edition use weighs nothing anyway.
 */
const ENGLISH = new Set(
  [
    'about above across after again against ago all almost along already also although always am among an and another',
    'any anyone anything are aren around as at away back be became because become been before began behind being below',
    'between both but by came can cannot come could couldn did didn do does doesn doing don done down during each either',
    'else enough even ever every few for from further gave get gets give given go goes going gone got had hadn has hasn',
    'have haven having he her here hers herself him himself his how however if in instead into is isn it its itself just',
    'kept last later least less let like likely ll made make makes making many may me might mine more most mr mrs ms',
    'much must my myself near need neither never next no nor not nothing now of off often on once one only onto or other',
    'others our ours ourselves out over own per perhaps put quite rather re said same saw say saying says see seen she',
    'should shouldn since so some someone something soon still such take taken takes than that the their theirs them',
    'themselves then there these they thing things this those though through thus to today together told tomorrow too',
    'took toward towards two three under until up upon us use used using ve very was wasn way we well went were weren',
    'what when where whether which while who whole whom whose why will with within without won would wouldn yesterday',
    'yet you your yours yourself',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a lower-case word of a language (BCP 47) tells nothing of what a text is about. */
export function isStopWord(word: string, lang: string): boolean {
  return lang.startsWith('en') && ENGLISH.has(word);
}
