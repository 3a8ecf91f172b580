/** Where the choices are kept; the script in every page restores them from there. */
const KEY = 'settings';

/**
 * Makes the panel of settings remember: shows what was chosen before, keeps each new choice, and closes it as readers
 * expect. Called with the panel's summary whenever that is pressed, or by the key for it, which opens and closes it.
 */
export default function start(summary: HTMLElement, byKey = false): void {
  const panel = summary.parentElement;
  if (!(panel instanceof HTMLDetailsElement)) return;
  if (byKey) panel.open = !panel.open;
  if (panel.open && byKey) panel.querySelector('input')?.focus();
  if (panel.dataset['ready'] !== undefined) return;
  panel.dataset['ready'] = '';
  const radios = [...panel.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  const close = (): void => {
    panel.open = false;
    summary.focus();
  };
  takeEarlier(radios);
  panel.addEventListener('change', () => keep(radios));
  panel.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.value === 'close') close();
    if (target.value !== 'reset') return;
    for (const radio of radios) radio.checked = radio.defaultChecked;
    keep(radios);
  });
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
}

/** Shows the choices that the page has already; one that was made while this script was loading stands. */
function takeEarlier(radios: readonly HTMLInputElement[]): void {
  const state = document.documentElement.dataset;
  const isFresh = radios.every((radio) => radio.checked === radio.defaultChecked);
  if (!isFresh) {
    keep(radios);
    return;
  }
  for (const radio of radios) if (state[radio.name] === radio.value) radio.checked = true;
}

/** Puts the choices that are not the usual ones on the page, and where they are found again. */
function keep(radios: readonly HTMLInputElement[]): void {
  const root = document.documentElement;
  const chosen: Record<string, string> = {};
  for (const { name, value, checked, defaultChecked } of radios) {
    if (!checked) continue;
    if (defaultChecked) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, (chosen[name] = value));
  }
  try {
    if (Object.keys(chosen).length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
}
