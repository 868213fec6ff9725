'use strict';

// Runs an example on the server and shows its hops. Whatever came over the wire is shown as text, never as markup.

function element(name, className, text) {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text ?? '';
  return node;
}

function append(parent, ...children) {
  parent.append(...children);
  return parent;
}

function headerLines(headers) {
  const list = element('ul', 'headers');
  for (const [name, value] of Object.entries(headers)) {
    list.append(append(element('li', ''), element('b', '', name + ':'), ' ' + value));
  }
  return list;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function bodyPart(body) {
  if (body === null) {
    return [];
  }
  const json = parsed(body);
  const isReport = json !== null && 'headers' in json && 'params' in json;
  return [element('p', 'label', isReport ? 'What the controller received' : 'Body'),
    element('pre', 'body', json === null ? body : JSON.stringify(json, null, 2))];
}

function sentPart({ method, target, headers, body }) {
  const line = append(element('p', 'line'), element('b', '', method), ' ' + target);
  return append(element('div', 'sent'), element('p', 'label', 'Request'), line, headerLines(headers), ...bodyPart(body));
}

function receivedPart({ status, reason, headers, body }) {
  const line = append(element('p', 'line'), element('b', 'status of-' + Math.floor(status / 100), status), ' ' + reason);
  return append(element('div', 'received'), element('p', 'label', 'Answer'), line, headerLines(headers), ...bodyPart(body));
}

function hopItem(hop) {
  const item = append(element('li', 'hop'),
    append(element('div', 'exchange'), sentPart(hop.request), receivedPart(hop.response)));
  return hop.then === null ? item : append(item, element('p', 'then', hop.then));
}

function summaryOf(hops) {
  const statuses = hops.map((hop) => hop.response.status).join(', then ');
  const count = hops.length === 1 ? 'One request' : hops.length + ' requests';
  return `${count}: ${statuses}`;
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

// What scrolls can be scrolled with the keyboard.
for (const code of document.querySelectorAll('figure pre')) {
  if (code.scrollWidth > code.clientWidth) {
    code.tabIndex = 0;
  }
}
