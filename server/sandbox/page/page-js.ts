/** The script of the sandbox's own page, as it is sent: plain JavaScript, no build. Texts go into the page as texts only. */
export const pageJs = `
const element = (id) => document.getElementById(id);
const lost = 'The sandbox does not answer.';
const say = (text) => { element('status').textContent = text; };

async function control(method, path, body) {
  const answer = await fetch('/_sandbox' + path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = text === '' ? undefined : JSON.parse(text);
  if (!answer.ok) throw new Error(json?.error_description ?? 'The sandbox answered ' + answer.status + '.');
  return json;
}

/** Counts what the person did: a state that was asked for before is out of date, and must not turn a switch back. */
let turn = 0;

/** Does what a control says, reports it, and shows the state that follows. */
async function act(done, work) {
  turn += 1;
  try {
    await work();
    say(done);
  } catch (error) {
    say(error instanceof TypeError ? lost : error.message);
  }
  turn += 1;
  await show();
}

const setting = (id, on, off, onText, offText) =>
  element(id).addEventListener('change', ({ target }) =>
    act(target.checked ? onText : offText, () => control('PATCH', '/settings', target.checked ? on : off)));

setting('slow', { latencyMs: 3000 }, { latencyMs: 0 }, 'Every answer takes 3 seconds now.', 'Answers come at once again.');
setting('used-up', { rateLimitPerHour: 0 }, { rateLimitPerHour: 1000 }, 'The rate limit is used up.', 'There are calls left again.');
setting('rotating', { rotateRefreshTokens: true }, { rotateRefreshTokens: false }, 'Each refresh token is good once now.', 'Refresh tokens stay.');
setting('showing', { showAppTokens: true }, { showAppTokens: false }, 'Administrators see app tokens.', 'App tokens are hidden.');

element('failing').addEventListener('change', ({ target }) =>
  act(target.checked ? 'Every request fails with 503 now.' : 'Requests are answered again.', () =>
    target.checked ? control('POST', '/faults', { status: 503, times: 1000000 }) : control('DELETE', '/faults')));

for (const button of document.querySelectorAll('button[data-path]'))
  button.addEventListener('click', () => {
    const { method = 'POST', path, body, done } = button.dataset;
    return act(done, () => control(method, path, body === undefined ? undefined : JSON.parse(body)));
  });

function cell(text, className = '') {
  const td = document.createElement('td');
  td.textContent = text;
  td.className = className;
  return td;
}

const count = (number, one, many = one + 's') => number + ' ' + (number === 1 ? one : many);

function row({ receivedAt, method, url, status, bodySize }) {
  const tr = document.createElement('tr');
  const time = new Date(receivedAt).toLocaleTimeString();
  tr.append(cell(time), cell(method), cell(status ?? '–', status === null || status >= 400 ? 'refused' : ''), cell(url, 'address'), cell(bodySize));
  return tr;
}

let shown = '';

async function show() {
  const asked = turn;
  const [{ settings, counts }, { faults }, { requests }] = await Promise.all([
    control('GET', ''),
    control('GET', '/faults'),
    control('GET', '/requests'),
  ]);
  if (asked !== turn) return;
  element('slow').checked = settings.latencyMs > 0;
  element('used-up').checked = settings.rateLimitPerHour === 0;
  element('rotating').checked = settings.rotateRefreshTokens;
  element('showing').checked = settings.showAppTokens;
  element('failing').checked = faults.some((fault) => fault.path === undefined && fault.status === 503);
  const tokens = Object.values(counts.token).reduce((sum, count) => sum + count, 0);
  element('counts').textContent = [count(counts.api, 'API call'), count(tokens, 'token answer'), count(counts.tokenErrors, 'refused token request')].join(', ') + '.';
  const text = JSON.stringify(requests);
  if (text === shown) return;
  shown = text;
  if (requests.length > 0) element('requests').replaceChildren(...requests.toReversed().map(row));
  else element('requests').replaceChildren(Object.assign(cell('None yet.'), { colSpan: 5 }));
}

async function follow() {
  if (element('live').checked && document.visibilityState === 'visible') {
    try {
      await show();
      if (element('status').textContent === lost) say('');
    } catch {
      say(lost);
    }
  }
  setTimeout(follow, 1000);
}

follow();
`;
