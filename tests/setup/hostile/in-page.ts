import type { PageFacts, RULES } from './page-rules.ts';

interface Policy {
  createHTML: (html: string) => string;
}

declare global {
  var hostileJudge: { judge: (provoke: boolean) => Promise<PageFacts>; strangersIn: (html: string) => string[] };
  /** What its policies make is an object of the browser's own; where it is handed on it does what a text does. */
  var trustedTypes: { createPolicy: (name: string, rules: Policy) => Policy } | undefined;
}

/**
 * Runs in each document before all else: listens for whatever an attack could do, and brings the judge along.
 * Goes into the browser as it stands here: it can use nothing from outside of itself.
 */
export function installJudge(rules: typeof RULES): void {
  // A reader whose browser remembers nothing: what the site does for others is no attack, and would be heard as one.
  try {
    localStorage.setItem('settings', JSON.stringify({ memory: 'off' }));
  } catch {
    // Some pages of the judge have no storage.
  }
  const heard: string[] = [];
  const hear = (what: string, detail: unknown): void => {
    heard.push(`${what}: ${String(detail).slice(0, 80)}`);
  };
  const names = [
    'alert',
    'confirm',
    'prompt',
    'print',
    'eval',
    'Function',
    'open',
    'fetch',
    'WebSocket',
    'EventSource',
  ];
  const call = (what: string): unknown =>
    function heardCall(...given: unknown[]): void {
      hear(`ran ${what}`, given[0]);
    };
  const put = (on: object, name: string): void => {
    Object.defineProperty(on, name, { value: call(name), writable: true, configurable: true });
  };
  // The judge's own page must be able to read what is handed into it.
  if (location.pathname !== '/judge') for (const name of names) put(window, name);
  for (const name of ['write', 'writeln']) put(Document.prototype, name);
  put(XMLHttpRequest.prototype, 'open');
  put(Navigator.prototype, 'sendBeacon');
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    hear(`violation ${effectiveDirective}`, `${blockedURI} ${sample}`);
  });
  addEventListener('error', ({ message }) => {
    if (message) hear('script error', message);
  });
  // The judge must read HTML, too, and the headers allow from the first moment on only the names that the site has.
  const policy = globalThis.trustedTypes?.createPolicy('tearsheet', { createHTML: (html) => html });
  const parse = (html: string): Document =>
    new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
  const ownNames = new Set(Object.getOwnPropertyNames(window));

  const isSafe = (address: string): boolean => {
    if (!URL.canParse(address, document.baseURI)) return false;
    const { protocol, username, password } = new URL(address, document.baseURI);
    return ['http:', 'https:', 'mailto:'].includes(protocol) && (protocol === 'mailto:' || username + password === '');
  };
  const strangers = (root: ParentNode, isText: boolean): string[] =>
    [...root.querySelectorAll('*')].flatMap((element) => {
      const tag = element.localName;
      // The template's buttons stand beside the text, never in it.
      const isKnown = rules.tags.includes(tag) && (!isText || tag !== 'button');
      const found = isKnown && element.namespaceURI?.endsWith('xhtml') ? [] : [`element ${tag}`];
      for (const { name, value } of element.attributes) {
        const isFine =
          rules.attributes.includes(name) &&
          (name !== 'href' || isSafe(value)) &&
          (name !== 'src' || (isSafe(value) && new URL(value, document.baseURI).pathname.startsWith('/articles/'))) &&
          (name !== 'id' ||
            /^(?:at-|p-[0-9a-z]{6}(?:-\d+)?$|fn-\d+$|fnref-\d+(?:-\d+)?$|notes$|correction-\d+$|more$|versions$|beside$|text$|latest$|\d{4}-\d\d$)/u.test(
              value,
            )) &&
          (!isText ||
            name !== 'id' ||
            /^(?:at-|p-[0-9a-z]{6}(?:-\d+)?$|fn-\d+$|fnref-\d+(?:-\d+)?$|notes$)/u.test(value)) &&
          (!isText || name !== 'class' || value.split(' ').every((word) => rules.textClasses.includes(word))) &&
          (!['loading', 'decoding', 'fetchpriority'].includes(name) || ['lazy', 'async', 'high'].includes(value)) &&
          (name !== 'data-load' || ['listen', 'save', 'cite'].includes(value)) &&
          (!isText || !rules.ownAttributes.includes(name));
        if (!isFine) found.push(`attribute ${tag} ${name}=${value.slice(0, 60)}`);
      }
      return found;
    });

  const word = (element: Element): string => {
    const part = element.getAttribute('data-part');
    const id = element.id === 'text' ? '#text' : '';
    // A long headline is set smaller.
    const classes = element.className.replace(/ long$/u, '');
    return [element.localName, classes && `.${classes}`, id, part && `[${part}]`].join('');
  };
  const words = (root: Element | null): string[] => [...(root?.children ?? [])].map(word);
  const skeletonOf = (element: Element): string => {
    const attributes = [...element.attributes].map(({ name }) => name).sort();
    return `<${[word(element), ...attributes].join(' ')}>${[...element.children].map(skeletonOf).join('')}</>`;
  };
  const kindOf = (path: string): string => {
    const [first = '', second] = path.split('.');
    const value: unknown = second === undefined ? Reflect.get(window, first) : Reflect.get(document, second);
    return `${typeof value} ${value instanceof Element ? 'element' : Object.prototype.toString.call(value)}`;
  };
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

  const judgePage = (): string[] => {
    const found: string[] = [];
    const { head, body } = document;
    for (const element of head.querySelectorAll('*')) {
      const rel = element.getAttribute('rel') ?? '';
      const isFine =
        rules.headTags.includes(element.localName) &&
        ['Content-Security-Policy', ''].includes(element.getAttribute('http-equiv') ?? '') &&
        ['', 'canonical', 'alternate', 'icon'].includes(rel) &&
        !element.hasAttribute('src') &&
        (element.localName !== 'script' || ['', 'application/ld+json'].includes(element.getAttribute('type') ?? '')) &&
        [...element.attributes].every(({ name }) => !/^(?:on|style$)/u.test(name));
      if (!isFine) found.push(`head ${element.outerHTML.slice(0, 80)}`);
    }
    if (head.querySelectorAll('script:not([type])').length !== 1) found.push('head not one script');
    if (head.querySelectorAll('style').length !== 1) found.push('head not one style');
    const main = document.querySelector('main');
    if (main) found.push(...strangers(main, false));
    if (body.querySelector('script,style,link,meta,base,form,frame,iframe,object,embed,[style],main [name]'))
      found.push('element that has no place in a body');
    const text = document.querySelector('[data-part=body]');
    if (text) found.push(...strangers(text, true));
    for (const part of ['headline', 'standfirst', 'credit', 'dateline']) {
      const all = document.querySelectorAll(`[data-part=${part}]`);
      if (all.length > 1) found.push(`part ${part} twice`);
      if (all[0]?.querySelector(':not(bdi)')) found.push(`part ${part} holds elements`);
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    if (new Set(ids).size !== ids.length) found.push('id twice');
    for (const link of document.links) {
      const isOutside = /^https?:$/u.test(link.protocol) && link.origin !== location.origin;
      if (isOutside && !link.rel.includes('nofollow noopener noreferrer')) found.push(`link unmarked ${link.href}`);
    }
    // A pre's first line end is lost in writing: HTML has no other way.
    const fix = (html: string): string => html.replace(/<(pre)([^>]*)>\n+/gu, '<$1$2>');
    const html = document.documentElement.outerHTML;
    const again = parse(html).documentElement.outerHTML;
    if (fix(html) !== fix(again)) found.push('tree differs when read again');
    return found;
  };

  /** Follows the links that lead nowhere else, or seem to; of an unprotected page also sets off whatever waits in it. */
  const touch = (provoke: boolean): void => {
    const stays = ({ protocol, href }: HTMLAnchorElement): boolean =>
      !/^(?:https?|mailto|):$/u.test(protocol) ||
      (href.includes('#') && href.split('#')[0] === location.href.split('#')[0]);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')].filter(stays);
    for (const link of links.slice(0, 3))
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    if (!provoke) return;
    for (const element of document.querySelectorAll('html, body, main *')) {
      const handlers = element.getAttributeNames().filter((name) => name.startsWith('on'));
      const isPressed = element.matches('button, input, svg a, math *');
      for (const name of isPressed ? ['onclick', ...handlers] : handlers) {
        element.dispatchEvent(new MouseEvent(name.slice(2), { bubbles: name === 'onclick', cancelable: true }));
      }
    }
  };

  const judge = async (provoke: boolean): Promise<PageFacts> => {
    const findings = judgePage();
    const path = location.pathname;
    const article = document.querySelector('main > article');
    touch(provoke);
    await rest();
    await rest();
    if (location.pathname !== path) findings.push('navigated');
    const given = Object.getOwnPropertyNames(window).filter((name) => !ownNames.has(name) && name !== 'hostileJudge');
    return {
      findings: [...heard, ...findings],
      body: words(document.body),
      main: words(document.querySelector('main')),
      article: words(article),
      skeleton: article ? skeletonOf(article) : '',
      builtIns: Object.fromEntries(rules.builtIns.map((name) => [name, kindOf(name)])),
      globals: given,
      headline: document.querySelector('[data-part=headline]')?.textContent ?? '',
      structuredData: document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
      topics: [...document.querySelectorAll<HTMLAnchorElement>('.topics a')].map(({ pathname }) => pathname),
    };
  };
  const strangersIn = (html: string): string[] => strangers(parse(html).body, true);
  globalThis.hostileJudge = { judge, strangersIn };
}
