import { PodioClient, PodioUnavailableError } from 'podio-keyring';
import { type Sandbox, startSandbox } from 'podio-keyring/sandbox';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { closeOldTasks } from './close-old-tasks.ts';

let sandbox: Sandbox;
let podio: PodioClient;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await fetch(`${sandbox.url}/_sandbox`, { method: 'DELETE' }); // each test begins with the same data
  podio = new PodioClient({ clientId: 'sandbox', clientSecret: 'sandbox-secret', apiUrl: sandbox.url });
  await podio.authenticateWithPassword('ada@example.com', 'sandbox');
});

it('completes what was due before the day, and leaves the rest', async () => {
  const old = await podio.tasks.create({ text: 'Old', responsible: 1, due_date: '2001-01-01' });
  const later = await podio.tasks.create({ text: 'Later', responsible: 1, due_date: '2101-01-01' });
  expect(await closeOldTasks(podio, '2002-01-01')).toBe(1);
  expect((await podio.tasks.get(old.task_id)).status).toBe('completed');
  expect((await podio.tasks.get(later.task_id)).status).toBe('active');
});

it('says so when Podio is down', async () => {
  const fault = { path: '/task/', method: 'GET', status: 503, times: 1 };
  const headers = { 'content-type': 'application/json' };
  await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', headers, body: JSON.stringify(fault) });
  await expect(closeOldTasks(podio, '2002-01-01')).rejects.toBeInstanceOf(PodioUnavailableError);
});
