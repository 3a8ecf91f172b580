import { element } from '../element.ts';

/** Says something near a control, to be seen and heard; what was said there before is gone. */
export function sayNear(control: Element, text: string): void {
  const line = control.closest('p, section, div') ?? control;
  let status = line.querySelector<HTMLElement>(':scope > [role=status]');
  if (!status) {
    status = element('span');
    status.setAttribute('role', 'status');
    line.append(status);
  }
  const said = status;
  // A place that comes together with its words is not heard by all.
  requestAnimationFrame(() => (said.textContent = text));
}
