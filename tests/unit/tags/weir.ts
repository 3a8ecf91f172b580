import { article } from '../edition/content.ts';

/** The files of the story's parts, in their order. */
export const PARTS: readonly string[] = ['2016-10-01', '2016-10-04', '2016-10-09', '2016-10-20'].map(
  (day) => `articles/${day}.md`,
);

/** A story in four parts and the other news of those weeks, as files of a content folder; `front` goes into its second part. */
export function weirStory(front = ''): Record<string, string> {
  const parts = [
    [
      '2016-10-01',
      'Harrow Weir Breaks in the Night',
      'The weir at Harrow broke on Friday night, and the Teal flooded the mill of Widow Corran. The lock keeper, Amos Pell, had warned the Navigation Trust of cracks in the sluice since the spring.',
    ],
    [
      '2016-10-04',
      'Navigation Trust Knew of Cracks, Keeper Says',
      'Amos Pell told the council that he wrote to the Navigation Trust three times about the sluice at Harrow. The weir held until the Teal rose. Widow Corran has asked who will pay for her mill.',
    ],
    [
      '2016-10-09',
      'Divers Look at the Broken Sluice',
      'Divers at Harrow weir found the sluice torn from its sill, as Amos Pell, the lock keeper, had foreseen. The Navigation Trust will publish what they saw of the cracks. Barges wait on the Teal below the flooded mill of Widow Corran.',
    ],
    [
      '2016-10-20',
      'Trust Will Rebuild Weir and Pay for Mill',
      'The Navigation Trust will rebuild Harrow weir with a sluice of steel, and pay Widow Corran for the flooded mill. Amos Pell, the keeper whose letters it had left unanswered, is to open the Teal to barges at Easter.',
    ],
  ] as const;
  const others = [
    [
      '2016-10-02',
      'Choir Sings in the Tram Depot',
      'Forty singers stood between the trams and sang until the last one left for Southport.',
    ],
    [
      '2016-10-05',
      'Bakery Wins Prize for Rye',
      'The rye loaf of Dorn and daughters won the prize of the county fair, before a wheat loaf from Elm.',
    ],
    [
      '2016-10-06',
      'School Gets a Telescope',
      'A retired pilot gave the school a telescope. Pupils have seen the rings of Saturn through it.',
    ],
    [
      '2016-10-11',
      'Goose Stops the Marathon',
      'Runners waited while a goose led her young over the bridge at Elm. The winner was Ida Strand.',
    ],
    [
      '2016-10-12',
      'Museum Finds a Lost Map',
      'Behind a wardrobe the museum found a map of the coast, drawn before the lighthouse was built.',
    ],
    [
      '2016-10-15',
      'Snow Falls on the Orchards',
      'Growers lit fires between their apple trees, and most of the crop was saved.',
    ],
    [
      '2016-10-18',
      'Cinema Reopens with a Silent Film',
      'A pianist from Lund played to a film of 1926, and the projector did not break.',
    ],
  ] as const;
  const file = ([published, title, body]: readonly [string, string, string], more = ''): [string, string] => [
    `articles/${published}.md`,
    article(`published: ${published}${more}`, body).replace('A headline', title),
  ];
  return Object.fromEntries([
    ...parts.map((part, index) => file(part, index === 1 && front !== '' ? `\n${front}` : '')),
    ...others.map((other) => file(other)),
  ]);
}
