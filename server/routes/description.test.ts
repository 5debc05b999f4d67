import { readFileSync } from 'node:fs';
import { validate } from '@readme/openapi-parser';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { problemCodes } from '../contract.ts';
import { startTestServer } from '../testing.ts';

interface Api {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, { operationId: string; summary: string; responses: Record<string, { description: string }> }>>;
}

const server = await startTestServer();
const api = (await server.browser().get('/openapi.json')).json<Api>();
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
);

it('the description is valid OpenAPI, of this version', async () => {
  expect(await validate(structuredClone(api) as never)).toMatchObject({ valid: true });
  const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../../package.json`, 'utf8')) as { version: string };
  expect([api.openapi, api.info.version]).toEqual(['3.1.0', version]);
});

it('each shape in it is JSON Schema, which the server does not ask again at each start', () => {
  const shapes: object[] = [];
  const collect = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, value] of Object.entries(part)) {
      if (name === 'schema') shapes.push(value);
      else collect(value);
    }
  };
  collect(api.paths);
  const ajv = new Ajv({ logger: false });
  expect(shapes.filter((shape) => !ajv.validateSchema(shape))).toEqual([]);
  expect(shapes.length).toBeGreaterThan(operations.length);
  expect(ajv.validateSchema({ type: 'object', required: 'id' })).toBe(false);
});

it('each operation has a name of its own, a summary, and its errors by status and code', () => {
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { name, summary, responses } of operations) {
    expect(summary, name).toMatch(/\w/);
    for (const [status, { description }] of Object.entries(responses))
      if (/^[45]/.test(status) && !name.endsWith('/readyz'))
        for (const code of description.split(', ')) expect(problemCodes, name).toContain(code);
  }
});

it('every code of the contract but not_found, which is no route, is told by some operation', () => {
  const told = new Set(
    operations.flatMap(({ responses }) => Object.values(responses).flatMap(({ description }) => description.split(', '))),
  );
  expect(problemCodes.filter((code) => !told.has(code))).toEqual(['not_found']);
});

it('answers that do happen are among those described', async () => {
  const browser = server.browser();
  const happened = [
    ['post /auth/app', await browser.post('/auth/app', { appId: 22117, appToken: 'wrong' })],
    ['post /auth/callback', await browser.post('/auth/callback', { code: 'x', state: 'y' })],
    ['get /keyring/{id}', await browser.get('/keyring/user-9')],
    ['get /keyring/{id}/api/{path}', await browser.get('/keyring/user-9/api/user')],
    ['get /keyring', await browser.get('/keyring', { 'sec-fetch-site': 'cross-site' })],
  ] as const;
  for (const [name, answer] of happened) {
    const described = operations.find((operation) => operation.name === name)?.responses[answer.status];
    expect(described?.description.split(', '), name).toContain(answer.json<{ code: string }>().code);
  }
});

it('the page shows every operation, and runs no script', async () => {
  const page = await server.browser().get('/api-reference', { accept: 'text/html' });
  expect(page.status).toBe(200);
  for (const path of Object.keys(api.paths)) expect(page.text).toContain(path);
  expect(page.text).not.toMatch(/<script|<style|style=|\son[a-z]+=/);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  const css = await server.browser().get('/api-reference.css');
  expect([css.status, css.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
});
