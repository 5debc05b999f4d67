import { html } from '../authorize/html.ts';
import type { PublishedCredentials } from '../credentials.ts';

const dayHours = 24;

/** The page that a person opens at the sandbox's address: credentials, controls, and the last requests. Its script fills it in. */
export function pageHtml({ clients, users, apps }: PublishedCredentials, origin: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Podio sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_sandbox/page.css">
<script src="/_sandbox/page.js" type="module"></script>
</head>
<body>
<main class="wide">
<h1>Podio sandbox</h1>
<p>This stands in for Podio at <code>${origin}</code>: its sign-in, its API, and sample data, all in memory. Nothing leaves this machine.</p>

<h2>Credentials</h2>
<dl>
${clients.map(({ clientId, clientSecret }) => html`<div><dt>API key</dt><dd>client id <code>${clientId}</code>, client secret <code>${clientSecret}</code></dd></div>`)}
${users.map(({ name, username, password }) => html`<div><dt>${name}</dt><dd><code>${username}</code>, password <code>${password}</code></dd></div>`)}
</dl>
<details>
<summary>${apps.length} apps</summary>
<div class="scroll" role="region" aria-label="Apps" tabindex="0">
<table>
<thead><tr><th scope="col">App</th><th scope="col">App id</th><th scope="col">App token</th></tr></thead>
<tbody>${apps.map(({ name, appId, appToken }) => html`<tr><th scope="row">${name}</th><td><code>${appId}</code></td><td><code>${appToken}</code></td></tr>`)}</tbody>
</table>
</div>
</details>

<h2>Controls</h2>
<noscript><p>The controls and the requests need JavaScript. Without it, the same is there as HTTP under <code>/_sandbox</code>.</p></noscript>
<fieldset>
<legend>Settings</legend>
<label class="choice"><input type="checkbox" id="slow"> Make Podio slow (3 s)</label>
<label class="choice"><input type="checkbox" id="failing"> Make Podio fail (503)</label>
<label class="choice"><input type="checkbox" id="used-up"> Use up the rate limit</label>
<label class="choice"><input type="checkbox" id="rotating"> Rotate refresh tokens</label>
<label class="choice"><input type="checkbox" id="showing"> Show app tokens to administrators</label>
</fieldset>
<div class="actions">
<button type="button" class="quiet" data-path="/advance" data-body='{"seconds":${8 * 3600}}' data-done="The clock is 8 hours further: access tokens have expired.">Advance 8 hours</button>
<button type="button" class="quiet" data-path="/advance" data-body='{"seconds":${28 * dayHours * 3600}}' data-done="The clock is 28 days further: refresh tokens have expired.">Advance 28 days</button>
<button type="button" class="quiet" data-path="/expire" data-body="{}" data-done="All access tokens have expired.">Expire access tokens</button>
<button type="button" class="quiet" data-path="/revoke" data-body="{}" data-done="All refresh tokens are revoked too.">Revoke refresh tokens</button>
<button type="button" data-method="DELETE" data-path="" data-done="The sandbox is back at the start." class="quiet danger">Reset the sandbox</button>
</div>
<p id="status" role="status"></p>

<h2>Last requests</h2>
<p id="counts"></p>
<label class="choice"><input type="checkbox" id="live" checked> Show new requests as they come</label>
<div class="scroll" role="region" aria-label="Last requests" tabindex="0">
<table>
<thead><tr><th scope="col">Time</th><th scope="col">Method</th><th scope="col">Status</th><th scope="col">Address</th><th scope="col">Bytes sent</th></tr></thead>
<tbody id="requests"><tr><td colspan="5">None yet.</td></tr></tbody>
</table>
</div>
</main>
</body>
</html>
`.text;
}
