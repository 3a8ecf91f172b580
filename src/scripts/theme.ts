{
  const root = document.documentElement;
  const stored = () => {
    try {
      return /^[alsd]$/.exec(localStorage.getItem('theme') ?? '')?.[0];
    } catch {
      return undefined;
    }
  };
  const theme = stored();
  if (theme) root.dataset.theme = theme;
  addEventListener('DOMContentLoaded', () => {
    const choice = document.getElementById(`t-${theme ?? 'a'}`);
    if (choice instanceof HTMLInputElement) choice.checked = true;
  });
  addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'theme') return;
    root.dataset.theme = target.value;
    try {
      localStorage.setItem('theme', target.value);
    } catch {}
  });
}
