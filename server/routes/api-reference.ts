import type { FastifyInstance } from 'fastify';
import type { SecurityHeaders } from '../http/security-headers.ts';

interface Described {
  summary?: string;
  description?: string;
  tags?: string[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
}

interface Api {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Described>>;
}

/** `/api-reference`: `/openapi.json` as a page, without a script. */
export async function apiReferenceRoutes(app: FastifyInstance, { securityHeaders }: { securityHeaders: SecurityHeaders }): Promise<void> {
  let page: string | undefined;
  app.get('/api-reference', { schema: { hide: true } }, (_request, reply) => {
    page ??= render(app.swagger() as unknown as Api);
    for (const [name, value] of securityHeaders.html) reply.header(name, value);
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
  });
  app.get('/api-reference.css', { schema: { hide: true } }, (_request, reply) => {
    for (const [name, value] of securityHeaders.asset) reply.header(name, value);
    return reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(css);
  });
}

function render({ info, paths }: Api): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ''))];
  const sections = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags?.[0] === tag);
    return `<section><h2>${escapeHtml(tag)}</h2>${own.map(renderOperation).join('')}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API reference – Podio Keyring</title>
<link rel="stylesheet" href="/api-reference.css"></head>
<body><main><h1>API reference</h1><p>${escapeHtml(info.description ?? '')} Version ${escapeHtml(info.version)}; as
<a href="/openapi.json">OpenAPI 3.1</a>.</p>${sections.join('')}</main></body>
</html>
`;
}

function renderOperation({ path, method, operation }: { path: string; method: string; operation: Described }): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(operation.responses).map(([status, { description, content }]) => {
    const schema = status.startsWith('2') ? content?.['application/json']?.schema : undefined;
    return `<dt>${escapeHtml(status)}</dt><dd>${escapeHtml(description)}${schema ? json(schema) : ''}</dd>`;
  });
  return `<details><summary><code>${method.toUpperCase()} ${escapeHtml(path)}</code> ${escapeHtml(operation.summary ?? '')}</summary>
${operation.description ? `<p>${escapeHtml(operation.description)}</p>` : ''}${body && Object.keys(body).length > 0 ? `<h3>Body</h3>${json(body)}` : ''}
<h3>Answers</h3><dl>${answers.join('')}</dl></details>`;
}

const json = (schema: unknown) => `<pre tabindex="0">${escapeHtml(JSON.stringify(schema, null, 2))}</pre>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');

const css = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 1rem }
details { border-bottom: 1px solid #8886; padding: 0.5rem 0 }
summary { cursor: pointer; min-height: 1.5rem }
h3 { font-size: 1rem }
dt { font-weight: 600 }
pre { overflow: auto; max-height: 24rem; padding: 0.75rem; border: 1px solid #8886; border-radius: 0.25rem; font-size: 0.875rem }
`;
