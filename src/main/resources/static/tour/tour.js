'use strict';

// Runs an example on the server and shows its hops. Whatever came over the wire is shown as text, never as markup.

function element(name, className, text) {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text ?? '';
  return node;
}

function append(parent, ...children) {
  parent.append(...children.filter((child) => child !== null));
  return parent;
}

function headerLines(headers) {
  const list = element('ul', 'headers');
  for (const [name, value] of Object.entries(headers)) {
    list.append(append(element('li', ''), element('b', '', name + ':'), ' ' + value));
  }
  return list;
}

function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function sentPart({ method, target, headers, body }) {
  return append(element('div', 'sent'), element('h5', '', 'Request'),
    append(element('p', 'line'), element('b', '', method), ' ' + target), headerLines(headers),
    body === null ? null : element('pre', 'body', body));
}

function receivedPart({ status, reason, headers, body }) {
  const line = append(element('p', 'line'), element('b', 'status of-' + Math.floor(status / 100), status), ' ' + reason);
  return append(element('div', 'received'), element('h5', '', 'Answer'), line, headerLines(headers),
    body === null ? null : element('pre', 'body', indented(body)));
}

function hopItem(hop) {
  return append(element('li', 'hop'),
    append(element('div', 'exchange'), sentPart(hop.request), receivedPart(hop.response)),
    hop.then === null ? null : element('p', 'then', hop.then));
}

function summaryOf(hops) {
  const { method, target } = hops[0].request;
  const statuses = hops.map((hop) => hop.response.status).join(', then ');
  const count = hops.length === 1 ? 'One request' : hops.length + ' requests';
  return `${method} ${target} – ${count}: ${statuses}`;
}

async function run(button) {
  const result = button.closest('.try').querySelector('.result');
  if (result.getAttribute('aria-busy') === 'true') {
    return;
  }
  const summary = result.querySelector('.summary');
  result.setAttribute('aria-busy', 'true');
  result.querySelector('.hops')?.remove();
  summary.textContent = 'Running …';
  try {
    const response = await fetch('tour/run/' + button.dataset.example, { method: 'POST' });
    const answer = await response.json();
    if (response.ok) {
      summary.textContent = summaryOf(answer);
      result.append(append(element('ol', 'hops'), ...answer.map(hopItem)));
    } else {
      summary.textContent = answer.detail ?? 'That did not work.';
    }
  } catch {
    summary.textContent = 'The application did not answer. Is it still running?';
  } finally {
    result.setAttribute('aria-busy', 'false');
  }
}

for (const button of document.querySelectorAll('button[data-example]')) {
  button.addEventListener('click', () => run(button));
}
for (const hidden of document.querySelectorAll('button[data-example], .with-script')) {
  hidden.hidden = false;
}
