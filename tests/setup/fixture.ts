import { join } from 'node:path';
import { PROJECT } from '../../src/build/locations.ts';

/** The moment at which the tests' editions are built. */
export const NOW = Date.UTC(2026, 10, 22, 12);

/** The folder of the edition that is made for tests, each article named for what it proves. */
export const FIXTURE_EDITION = join(PROJECT, 'tests/fixtures/edition');

/** Where the fixture edition says that it stands, and the path that all its links carry. */
export const FIXTURE_URL = 'https://paper.example/news/';
export const FIXTURE_BASE = '/news/';
