/** Where the choices are kept; the script in every page restores them from there. */
const KEY = 'settings';

/** The address of the panel on its page. */
const HASH = '#settings';

/** Whether the panel is the target of the page's address, which is what shows it. */
const isOpen = (): boolean => location.hash === HASH;

/**
 * Makes the panel of settings remember: shows what was chosen before, keeps each new choice, and closes it as readers
 * expect. Called whenever something in the panel or the link that opens it is pressed.
 */
export default function start(pressed: HTMLElement): void {
  const panel = document.querySelector<HTMLElement>(HASH);
  if (!panel) return;
  const radios = [...panel.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  if (panel.dataset['ready'] === undefined) {
    panel.dataset['ready'] = '';
    takeEarlier(radios, pressed === panel);
    panel.addEventListener('change', () => keep(radios));
    panel.addEventListener('click', (event) => pressIn(event, radios));
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && isOpen()) close();
    });
  }
  if (pressed !== panel && isOpen()) panel.querySelector<HTMLElement>('input:checked')?.focus();
}

/** Opens the panel, or closes it where it is open. */
export function toggle(link: HTMLElement): void {
  if (isOpen()) close();
  else link.click();
}

function pressIn(event: Event, radios: readonly HTMLInputElement[]): void {
  const { target } = event;
  if (target instanceof HTMLAnchorElement) {
    event.preventDefault();
    close();
  }
  if (!(target instanceof HTMLButtonElement)) return;
  for (const radio of radios) radio.checked = radio.defaultChecked;
  keep(radios);
}

/** Goes to the address without the panel, and leaves the page where it is. */
function close(): void {
  const [left, top] = [scrollX, scrollY];
  location.hash = 'text';
  // The target is told by the address that was gone to, not by the one that is shown.
  history.replaceState(history.state, '', location.pathname + location.search);
  scrollTo(left, top);
  document.querySelector<HTMLElement>(`a[href="${HASH}"]`)?.focus({ preventScroll: true });
}

/**
 * Shows the choices that the page has already. One that was made while this script was loading stands: any that is not the
 * usual one, and of the papers, which the foot of each page shows, any if it was pressed there.
 */
function takeEarlier(radios: readonly HTMLInputElement[], isPressed: boolean): void {
  const state = document.documentElement.dataset;
  const made = radios.filter(
    ({ name, value, checked, defaultChecked }) =>
      checked && ((isPressed && name === 'theme') || (!defaultChecked && state[name] !== value)),
  );
  const names = new Set(made.map(({ name }) => name));
  for (const radio of radios) if (!names.has(radio.name) && state[radio.name] === radio.value) radio.checked = true;
  if (made.length > 0) keep(radios);
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
