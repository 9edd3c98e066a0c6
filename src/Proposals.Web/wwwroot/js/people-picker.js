// Comforts of the consultation form: a search over the people to tick, and the name of the photograph just taken. Without this file the list is simply whole.
for (const picker of document.querySelectorAll('[data-people]')) {
  const search = picker.querySelector('[data-people-search]');
  const none = picker.querySelector('[data-people-none]');
  const groups = [...picker.querySelectorAll('.people-group')];
  if (!search) continue;
  search.hidden = false;
  search.addEventListener('input', () => {
    const wanted = search.value.trim().toLowerCase();
    let found = 0;
    for (const group of groups) {
      let shown = 0;
      const all = group.firstElementChild.textContent.toLowerCase().includes(wanted);
      for (const row of group.querySelectorAll('label')) {
        row.hidden = !(all || row.textContent.toLowerCase().includes(wanted) || row.querySelector('input').checked);
        if (!row.hidden) shown += 1;
      }
      group.hidden = shown === 0;
      found += shown;
    }
    none.hidden = found > 0;
  });
  // Enter in a search box would send the form.
  search.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
}

for (const camera of document.querySelectorAll('[data-camera]'))
  camera.addEventListener('change', () => {
    document.querySelector('[data-camera-name]').textContent = [...camera.files].map((file) => file.name).join(' ');
  });
