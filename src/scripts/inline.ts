/** The folder of the other scripts; set where this one is bundled. */
declare const SCRIPTS: string;

/** The elements of the page that have an id, as the window knows them: the choices of paper. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- it adds to the interface of that name
interface Window {
  [id: `t-${string}`]: HTMLInputElement | undefined;
}

/** What a script that is loaded on first use exports. */
interface Feature {
  default: (...given: unknown[]) => void;
}

/**
 * The one script in every page, and the only one that runs before its reader does anything: it restores the reader's
 * settings before the first paint, and loads what else there is when it is first used.
 */
{
  const root = document.documentElement;
  const state = root.dataset;
  const load = (name = '', ...given: unknown[]) =>
    // Without a network there may be nothing to load.
    import(`${SCRIPTS}${name}.js`).then(
      (feature: Feature) => feature.default(...given),
      () => {},
    );
  let store: Storage | undefined;
  // Shows what needs a script, and then what needs a browser that keeps something.
  state['script'] = '';
  try {
    store = localStorage;
    state['store'] = '';
    Object.assign(state, JSON.parse(String(store['settings'])));
  } catch {}
  // The foot of each page shows which paper was chosen.
  onload = () => {
    const radio = self[`t-${state['theme'] ?? ''}`];
    if (radio) radio.checked = true;
  };

  addEventListener('click', ({ target }) => {
    const control = target instanceof Element && target.closest<HTMLElement>('[data-load]');
    if (control) void load(control.dataset['load'], control);
  });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!/^[/?jksl]$/.test(event.key) || state['keys'] === 'off') return;
    if (document.activeElement?.closest('input,select,:read-write')) return;
    event.preventDefault();
    void load('keys', event.key);
  });
  document.addEventListener('selectionchange', () => {
    if (!getSelection()?.isCollapsed) void load('passage');
  });

  if (store) {
    const remember = () => void load('memory');
    // It forgets, where that is wished.
    if (store['read']) remember();
    else if (state['memory'] !== 'off')
      // A page that a script scrolls has no reader yet.
      for (const type of ['wheel', 'pointerdown', 'keydown']) addEventListener(type, remember, { once: true });
  }
  try {
    const speech = speechSynthesis;
    const findVoice = () => {
      if (speech.getVoices().some(({ lang }) => lang.startsWith(root.lang.slice(0, 2)))) state['voice'] = '';
    };
    speech.onvoiceschanged = findVoice;
    findVoice();
  } catch {}
}
