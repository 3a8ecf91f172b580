/** The folder of the other scripts; set where this one is bundled. */
declare const SCRIPTS: string;

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
    Object.assign(state, JSON.parse(String(store.getItem('settings'))));
  } catch {}

  addEventListener('click', ({ target }) => {
    const control = target instanceof Element && target.closest<HTMLElement>('[data-load]');
    if (control) void load(control.dataset['load'], control);
  });
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || !/^[/?jksl]$/.test(key) || state['keys'] === 'off') return;
    if (document.activeElement?.closest('input,select,:read-write')) return;
    event.preventDefault();
    void load('keys', key);
  });
  document.addEventListener('selectionchange', () => {
    if (!getSelection()?.isCollapsed) void load('passage');
  });

  if (store) {
    const remember = () => void load('memory');
    // It forgets, where that is wished.
    if (store.getItem('read')) remember();
    else if (state['memory'] !== 'off')
      for (const type of ['scroll', 'click', 'keydown']) addEventListener(type, remember, { once: true });
  }
  try {
    const findVoice = () => {
      if (speechSynthesis.getVoices().some(({ lang }) => lang.startsWith(root.lang.slice(0, 2)))) state['voice'] = '';
    };
    speechSynthesis.onvoiceschanged = findVoice;
    findVoice();
  } catch {}
}
