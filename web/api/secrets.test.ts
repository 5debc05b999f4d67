import { describe, expect, it } from 'vitest';
import { bodyWithoutSecrets, isSecretName, pathWithoutSecrets } from './secrets.ts';

describe('fields named like a secret', () => {
  it.each(['password', 'app_token', 'client_secret', 'Authorization', 'apiKey', 'api_key'])('%s is one', (name) => {
    expect(isSecretName(name)).toBe(true);
  });
  it.each(['title', 'external_id', 'limit', 'text'])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
  it('are emptied in a path, and nothing else is touched', () => {
    expect(pathWithoutSecrets('/item/1?oauth_token=abc&limit=30&q=a=b')).toBe('/item/1?oauth_token=&limit=30&q=a=b');
    expect(pathWithoutSecrets('/item/1?%74oken=abc')).toBe('/item/1?%74oken=');
    expect(pathWithoutSecrets('/item/1')).toBe('/item/1');
    expect(pathWithoutSecrets('/item/%?%zz')).toBe('/item/%?%zz');
  });
  it('are emptied in a body, however deep, and also while it is being typed', () => {
    expect(bodyWithoutSecrets('{"a": 1, "b": {"password" : "p\\"q", "title": "x"}}')).toBe(
      '{"a": 1, "b": {"password" : "", "title": "x"}}',
    );
    expect(bodyWithoutSecrets('{"app_token": 12345, "x": 1}')).toBe('{"app_token": "", "x": 1}');
    expect(bodyWithoutSecrets('{"password": "half writ')).toBe('{"password": ""');
  });
  it('leave a text alone that only speaks of them', () => {
    const body = '{"title": "Where is the password? \\"password\\": \\"x\\""}';
    expect(bodyWithoutSecrets(body)).toBe(body);
  });
});
