// Comforts only: every page works without this file.
const openDrops = () => document.querySelectorAll('details[data-drop][open]');

document.addEventListener('click', (event) => {
  for (const drop of openDrops()) if (!drop.contains(event.target)) drop.open = false;
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const drop of openDrops()) {
    drop.open = false;
    drop.querySelector('summary').focus();
  }
});

// On a phone the facts stand below the form, folded.
if (window.matchMedia('(max-width: 767.98px)').matches)
  for (const facts of document.querySelectorAll('details[data-fold-on-phone]')) facts.open = false;

// On a phone the bar of a case's parts is wider than the screen: the open one is in sight.
for (const open of document.querySelectorAll('.tabs [aria-current]')) open.parentElement.scrollLeft = open.offsetLeft - open.parentElement.offsetLeft - 16;

// A second click on a slow line must not send the form twice; the server knows the act again in any case.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = '1';
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// A piece of a page that the system could not give says so in its own place.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.status === 503) event.detail.shouldSwap = true;
});

// One tick for all rows of a sheet, and a choice that shows its list at once.
for (const all of document.querySelectorAll('[data-tick-all]')) {
  all.hidden = false;
  const rows = () => all.closest('form').querySelectorAll('[data-tick]');
  all.querySelector('input').addEventListener('change', (event) => {
    for (const row of rows()) row.checked = event.target.checked;
  });
}
for (const choice of document.querySelectorAll('[data-send-at-once]'))
  choice.addEventListener('change', () => choice.form.submit());

// A link to take elsewhere; without this the field is selected by hand.
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    // Browsers keep the clipboard from pages that came without encryption, but still copy what is selected.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else document.execCommand('copy');
    button.textContent = button.dataset.copied;
  });
}

// The inbox counter follows by itself. One tab of a browser listens for all: each open stream costs one of its few connections.
if (document.body.classList.contains('is-live') && navigator.locks && window.EventSource) {
  const tabs = new BroadcastChannel('proposals-inbox');
  const changed = () => document.body.dispatchEvent(new CustomEvent('inbox-changed'));
  tabs.onmessage = changed;
  navigator.locks.request('proposals-live', () => new Promise(() => {
    new EventSource('/live').addEventListener('inbox', () => {
      tabs.postMessage('changed');
      changed();
    });
  }));
}
