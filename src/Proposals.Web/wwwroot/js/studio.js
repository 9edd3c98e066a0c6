// Between our page and Elsa Studio: where its server is, where its links lead, and which icon each of the office's own steps has.
// Runs before Studio starts.
(() => {
  const room = document.querySelector('[data-endpoint]');
  room.querySelector('elsa-backend-provider').setAttribute('remote-endpoint', location.origin + room.dataset.endpoint);
  // Only once Studio has made it an element of its own: what is set before is lost then.
  const list = room.querySelector('elsa-workflow-definition-list');
  const edit = (definitionId) => location.assign(`/designer/studio/edit/${encodeURIComponent(definitionId)}`);
  if (list) customElements.whenDefined(list.localName).then(() => (list.editWorkflowDefinition = edit));

  // Studio knows icons only for Elsa's types and draws one box for all others. Ours are put on by class: it never looks at those.
  const byType = new Map();
  const byName = new Map();

  function mark(place, activity) {
    const wanted = activity ? `bi bi-${activity.icon} studio-${activity.kind}` : '';
    if (place.dataset.icon === wanted) return;
    if (place.dataset.icon) place.classList.remove(...place.dataset.icon.split(' '));
    if (wanted) place.classList.add(...wanted.split(' '));
    place.dataset.icon = wanted;
  }

  // What the engine has no part in: an activity is tried in the simulator, there is one way to keep a step and its journal, a workflow is published on its page, and a file is imported where a preview shows what it would do.
  const unserved = [
    ['.rz-splitter-vertical .mud-tab', ['Test', 'Commit Strategy', 'Log']],
    ['button.mud-button', ['Bulk actions']],
    ['.mud-popover-open .mud-menu-item', list ? ['Run', 'Cancel', 'Delete', 'Publish', 'Unpublish'] : ['Unpublish', 'Import']],
  ];

  function markAll() {
    for (const [places, words] of unserved) {
      for (const place of document.querySelectorAll(places)) place.classList.toggle('studio-unserved', words.includes(place.textContent.trim()));
    }
    for (const node of room.querySelectorAll('elsa-activity-wrapper')) {
      const type = /"type":\s*"([^"]+)"/.exec(node.getAttribute('activity-json') ?? '')?.[1];
      const place = node.querySelector('.activity-icon');
      if (place) mark(place, byType.get(type));
    }
    for (const entry of room.querySelectorAll('.cursor-grab > .d-flex')) mark(entry, byName.get(entry.textContent.trim()));
  }

  async function learn() {
    const answer = await fetch(`${room.dataset.endpoint}/descriptors/activities`);
    if (!answer.ok) return;
    for (const { typeName, displayName, customProperties } of (await answer.json()).items) {
      if (customProperties.kind === 'Flow') continue;
      byType.set(typeName, customProperties);
      byName.set(displayName, customProperties);
    }
    markAll();
  }

  function watch() {
    let waits = false;
    const soon = () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        markAll();
      });
    };
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, characterData: true });
  }

  watch();
  if (!list) learn();
})();
