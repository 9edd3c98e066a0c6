// Between our page and Elsa Studio: where its server is, where its links lead. Runs before Studio starts.
(() => {
  const room = document.querySelector('[data-endpoint]');
  room.querySelector('elsa-backend-provider').setAttribute('remote-endpoint', location.origin + room.dataset.endpoint);
  const list = room.querySelector('elsa-workflow-definition-list');
  if (list) list.editWorkflowDefinition = (definitionId) => location.assign(`/designer/studio/edit/${encodeURIComponent(definitionId)}`);
})();
