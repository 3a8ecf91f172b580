import type { Json } from './change-json.ts';

/** Small valid values of the formats that are JSON, each written for the fuzzer. */

const LEAD = 'The ferry between Orra and the mainland will run again on Monday, the harbor office said on Thursday.';
const MORE = 'It had lain at the quay for six weeks, because no crew could be found that would work for the old pay.';
const HTML = `<p>${LEAD}</p><h2>No crew</h2><p>${MORE} <a href="/crew">More</a></p><ul><li>one</li></ul><img src="quay.jpg" alt="Quay">`;

export const JSON_FEEDS: readonly Json[] = [
  {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Orra Gazette',
    home_page_url: 'https://gazette.example/',
    language: 'en',
    authors: [{ name: 'Ida Example' }],
    items: [
      {
        id: 'f-1',
        url: 'https://gazette.example/ferry',
        title: 'Ferry Runs',
        content_html: HTML,
        summary: 'The boat is back.',
        date_published: '2016-03-03T08:00:00+01:00',
        date_modified: '2016-03-04T08:00:00Z',
        image: 'https://gazette.example/quay.jpg',
        tags: ['Ferries'],
      },
      { id: '2', content_text: `Inn Opens\n\n${MORE}`, external_url: 'https://inn.example/' },
    ],
  },
  {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Orra',
    items: [{ id: '1', title: 'Ferry', content_text: LEAD }],
  },
];

export const NINJS: readonly Json[] = [
  {
    uri: 'urn:orra:7',
    type: 'text',
    pubStatus: 'usable',
    firstCreated: '2016-03-03T08:00:00Z',
    versionCreated: '2016-03-03T09:00:00Z',
    language: 'en',
    headlines: [{ role: 'main', value: 'Ferry Runs' }],
    descriptions: [{ role: 'summary', value: 'The boat is back' }],
    bodies: [{ role: 'main', contentType: 'text/html', value: HTML }],
    by: 'Ida Example',
    located: 'Orra',
    subjects: [{ name: 'ferries' }],
    copyrightHolder: 'The Orra Gazette',
    copyrightNotice: '(c) The Orra Gazette',
    infoSources: [{ name: 'The Orra Gazette' }],
    slugline: 'FERRY',
    associations: [
      {
        name: 'main',
        type: 'picture',
        by: 'Max Example',
        altText: 'A quay',
        descriptions: [{ role: 'caption', value: 'The quay' }],
        renditions: [{ name: 'big', href: 'https://gazette.example/q.jpg', contentType: 'image/jpeg', width: 900 }],
      },
    ],
  },
  { uri: 'urn:orra:8', versioncreated: '2016-03-03T09:00:00Z', headline: 'Inn Opens', body_text: `${LEAD}\n\n${MORE}` },
  { uri: 'urn:orra:9', versionCreated: '2016-03-03', headlines: [{ value: 'Ferry' }], bodies: [{ value: LEAD }] },
];

export const WALLABAG: readonly Json[] = [
  [
    {
      id: 12,
      title: 'Ferry Runs',
      url: 'https://gazette.example/ferry',
      is_archived: 1,
      created_at: '2016-03-05T10:00:00+0100',
      published_at: '2016-03-03T09:00:00+00:00',
      published_by: ['Ida Example'],
      content: HTML,
      language: 'en_GB',
      domain_name: 'gazette.example',
      reading_time: 2,
      mimetype: 'text/html',
      preview_picture: 'https://gazette.example/p.jpg',
      tags: ['Ferries', { label: 'Orra' }],
    },
  ],
  [{ domain_name: 'a.example', is_archived: 0, title: 'Ferry', content: `<p>${LEAD}</p>` }],
];

export const KARAKEEP: readonly Json[] = [
  {
    bookmarks: [
      {
        createdAt: 1_457_000_000,
        title: null,
        tags: ['Ferries'],
        note: 'read',
        archived: false,
        content: {
          type: 'link',
          url: 'https://gazette.example/ferry',
          title: 'Ferry Runs',
          htmlContent: HTML,
          author: 'Ida Example',
          publisher: 'The Orra Gazette',
          datePublished: '2016-03-03',
        },
      },
      { createdAt: '2016-03-05', title: 'Notes', content: { type: 'text', text: `# Inn\n\n${LEAD}\n\n* ${MORE}` } },
    ],
  },
  { bookmarks: [{ content: { type: 'text', text: LEAD }, title: 'Ferry' }] },
];

export const GENERIC: readonly Json[] = [
  {
    title: 'Ferry Runs',
    author: ['Ida Example'],
    date: '2016-03-03',
    url: 'https://gazette.example/ferry',
    section: 'News',
    dateline: 'ORRA, March 3',
    credit: 'With reporting by Wire',
    image: { src: 'quay.jpg', alt: 'Quay', caption: 'The quay', credit: 'Max Example' },
    tags: 'Ferries, Orra',
    text: `ORRA -- ${LEAD}\n\n${MORE}`,
  },
  [
    { headline: 'Ferry Runs', html: HTML },
    { title: 'Inn Opens', markdown: `## Inn\n\n${LEAD}\n\n> ${MORE}`, summary: 'Open' },
    { title: 'Summary', description: LEAD, rights: { publish: 'excerpt', holder: 'Gazette' }, embargo: '2030-01-01' },
  ],
  { title: 'Ferry', text: LEAD },
  [
    { id: '1', title: 'Ferry', html: HTML },
    { id: '2', title: 'Inn', text: MORE },
  ],
];
