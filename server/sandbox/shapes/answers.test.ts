import { describe, expect, it } from 'vitest';
import { checkAnswer } from './answers.ts';

const json = 'application/json; charset=utf-8';
const answer = (body: string, further: object = {}) => ({
  method: 'GET',
  url: '/item/app/1/count?x=1',
  status: 200,
  contentType: json,
  body,
  ...further,
});
const request = { url: 'http://localhost/', query_string: '', method: 'GET' };
const error = { error: 'x', error_description: 'y', error_detail: null, error_parameters: {}, error_propagate: false, request };

describe('an answer', () => {
  it.each([answer('{"count":3}'), answer('', { status: 204, contentType: undefined }), answer(JSON.stringify(error), { status: 404 })])(
    'of its form passes: %j',
    (given) => {
      expect(() => checkAnswer(given)).not.toThrow();
    },
  );

  it.each([
    ['not of the form', answer('{"count":-1}')],
    ['must be array', answer('{}', { url: '/org/' })],
    ['text/html', answer('{"count":3}', { contentType: 'text/html' })],
    ['204 with a body', answer('{}', { status: 204 })],
    ['no form is known', answer('{}', { url: '/nowhere' })],
    ['error_detail', answer(JSON.stringify({ ...error, error_detail: undefined }), { status: 404 })],
    ['additional', answer(JSON.stringify({ ...error, extra: 1 }), { status: 404 })],
  ])('that differs does not: %s', (words, given) => {
    expect(() => checkAnswer(given)).toThrow(words);
  });
});
