addEventListener('keydown', (event) => {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (key !== '/' || ctrlKey || altKey || metaKey) return;
  if (document.activeElement?.closest(':read-write, select')) return;
  const box = [...document.querySelectorAll('#q, [rel=search]')].pop();
  if (!(box instanceof HTMLElement)) return;
  event.preventDefault();
  box.focus();
  box.click();
});
