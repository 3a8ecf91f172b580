import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** What each room of the house may import from the others. Never reversed; `tests/unit/house.test.ts` holds it too. */
const ROOMS = {
  news: [],
  markdown: ['news'],
  edition: ['markdown', 'news'],
  importer: ['markdown', 'news'],
  routes: ['news'],
  tags: ['importer', 'edition', 'markdown', 'news'],
  schemas: ['news'],
  build: ['edition', 'routes', 'markdown', 'news'],
  pages: ['templates', 'routes', 'news'],
  templates: ['layouts', 'components', 'routes', 'news'],
  layouts: ['components', 'routes', 'scripts', 'styles', 'news'],
  components: ['routes', 'news'],
  epub: ['importer', 'routes', 'edition', 'markdown', 'news'],
  proof: ['tags', 'importer', 'routes', 'edition', 'markdown', 'news'],
  // Of the field only the words of the interface.
  scripts: ['news/interface'],
};

const doors = Object.entries(ROOMS).map(([room, open]) => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: Object.keys(ROOMS)
          .filter((other) => other !== room && !open.includes(other))
          .map((other) => {
            const part = open.find((way) => way.startsWith(`${other}/`))?.slice(other.length + 1);
            const regex = `(?:^|/)${other}/${part === undefined ? '' : `(?!${part}/)`}`;
            return { regex, message: `${room} may not import from ${other}.` };
          }),
      },
    ],
  },
}));

/** Templates know the shapes of what they show, and nothing of how it came about. */
const templates = ['layouts', 'components'].map((room) => ({
  files: [`src/${room}/**`],
  plugins: { '@typescript-eslint': tseslint.plugin },
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['**/routes/**'], allowTypeImports: true, message: 'A template may import only types of routes.' },
        ],
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['dist*/', '.astro/', 'node_modules/', 'tests/fixtures/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  ...astro.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-console': 'off',
    },
  },
  {
    // A table of words is as long as a language wants it.
    files: ['src/news/interface/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Configuration and scripts of the browser are no part of the typed house.
    files: ['src/scripts/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  ...doors,
  ...templates,
);
