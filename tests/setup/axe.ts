import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = {
  all: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  colours: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] },
};

declare global {
  var axe: { run: (context: Document, options: object) => Promise<AxeResults> };
}

/** Puts axe into a page, once before its first use there. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(AXE);
}

/**
 * What axe finds on a page by WCAG 2.2 A, AA and AAA and good practice, its stricter rules included, as it is shown now;
 * a contrast that it cannot judge counts as found, but for signs and for what is scrolled out of its own frame.
 * Where only the colours have changed since the last time, `what` says so and nothing else is looked at again.
 */
export async function axeFindings(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const stricter = ['color-contrast-enhanced', 'target-size', 'identical-links-same-purpose', 'link-in-text-block'];
    const { violations, incomplete } = await globalThis.axe.run(document, {
      runOnly: rules,
      rules: Object.fromEntries(stricter.map((rule) => [rule, { enabled: true }])),
      resultTypes: ['violations', 'incomplete'],
    });
    const found = (results: typeof violations, exempt: string): string[] =>
      results.flatMap(({ id, nodes }) =>
        nodes
          .map(({ target, failureSummary = '' }) => ({ selector: target.join(' '), failureSummary }))
          .filter(({ selector }) => !document.querySelector(selector)?.closest(exempt))
          .map(({ selector, failureSummary }) => `${id}: ${selector} ${failureSummary}`),
      );
    const unjudged = incomplete.filter(({ id }) => id.includes('contrast'));
    return [...found(violations, 'none'), ...found(unjudged, '.wide, pre, [role=img]')];
  }, RULES[what]);
}
