import type { LookAlike } from './look-alikes.ts';
import type { Survey } from './survey.ts';

/** A survey of tags as lines for an editor: what may be done about each tag, then the counts. */
export function saySurvey(survey: Survey, hasFile: boolean): string[] {
  const { tags, articles, lookAlikes, mixed, singletons, unlisted } = survey;
  const counts = [
    `${lookAlikes.length} look-alike ${lookAlikes.length === 1 ? 'pair' : 'pairs'}`,
    `${mixed.length} written in more than one way`,
    `${singletons.length} of a single article`,
    ...(hasFile ? [`${unlisted.length} not listed in tags.yaml`] : []),
  ];
  return [
    ...section(
      'Look-alikes: one topic, or two? Rename one, make it an alias in tags.yaml, or say neverSameAs there',
      lookAlikes.map(sayPair),
    ),
    ...section(
      'Written in more than one way: one topic already',
      mixed.map(({ ways }) => ways.map(([way, count]) => `"${way}" (${count})`).join(', ')),
    ),
    ...section(
      'Of a single article',
      singletons.map(({ name, file }) => `"${name}": ${file}`),
    ),
    ...(hasFile
      ? section(
          'Not listed in tags.yaml',
          unlisted.map(({ name, articles: count }) => `"${name}" (${count})`),
        )
      : []),
    `${counted(tags, 'tag')} in ${counted(articles, 'article')}: ${counts.join(', ')}`,
  ];
}

/** `1 article`, `2 articles`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function sayPair({ pair: [a, b], by, likeness }: LookAlike): string {
  const aliases = [a, b].flatMap(({ name }, index) => {
    const alias = by[index];
    return alias === undefined || alias === name ? [] : [`"${alias}" is an alias of "${name}"`];
  });
  return [`"${a.name}" (${a.articles}) and "${b.name}" (${b.articles}): ${likeness}`, ...aliases].join('; ');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ''];
}
