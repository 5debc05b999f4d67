import { describe, expect, it } from 'vitest';
import { type PodioAnswer, PodioAnswerError, ProblemError, UnreachableError } from '../api/errors.ts';
import { words } from '../i18n/index.ts';
import { errorSentence, isHiddenFrom, isRateLimited, needsSignIn, UnreadableAnswerError } from './error-sentence.ts';

function answered(status: number, json?: unknown) {
  return new PodioAnswerError({ status, json, call: { method: 'GET', path: '/' } } as PodioAnswer);
}
const problem = (code: string, detail = 'x') =>
  new ProblemError({ type: 'about:blank', title: '', status: 400, detail, code } as ProblemError['problem']);
const sentence = (error: unknown) => errorSentence(words(), error, 'Bugs');

describe('the sentence for an answer of Podio', () => {
  it.each([
    [400, 'Podio did not understand this call.', 'edit-call'],
    [401, 'Bugs needs to sign in again.', 'sign-in-again'],
    [402, 'Podio wants a paid plan for this.', 'none'],
    [403, 'Bugs is not allowed to do this.', 'try-another'],
    [404, 'Podio found nothing at this address, or hides it from Bugs.', 'try-another'],
    [409, 'Someone changed this meanwhile. Load it again, then repeat your change.', 'reload'],
    [410, 'This has been deleted in Podio.', 'back-to-items'],
    [418, 'Podio refused this call (418).', 'edit-call'],
    [420, 'Bugs has used its calls for this hour.', 'wait-for-limit'],
    [503, 'Podio has a problem (503). Your call was not the cause.', 'try-again'],
  ])('of %i is: %s', (status, text, remedy) => {
    expect(sentence(answered(status))).toEqual({ text, remedy });
  });
  it('quotes what Podio said about a call it did not understand', () => {
    const error = answered(400, { error: 'invalid_value', error_description: 'Invalid value 0 (integer): must not be less than 1' });
    expect(sentence(error).quote).toBe('Invalid value 0 (integer): must not be less than 1');
  });
  it.each([null, [], 'text', { error_description: 7 }, { error_description: ' ' }])('quotes nothing out of %j', (json) => {
    expect(sentence(answered(400, json))).not.toHaveProperty('quote');
  });
});

describe('the sentence for a refusal of the token handler', () => {
  it.each([
    ['authentication_expired', 'Bugs needs to sign in again.', 'sign-in-again'],
    ['unknown_authentication', 'Bugs is no longer in the keyring of this browser. Sign in again to go on.', 'sign-in-again'],
    ['read_only', 'Bugs is set to read only in this keyring. Nothing was sent.', 'none'],
    ['podio_timeout', 'Podio did not answer in 30 seconds.', 'try-again'],
    ['podio_unreachable', 'Podio cannot be reached at the moment.', 'try-again'],
    ['bad_request', 'The keyring server did not send this call: x', 'edit-call'],
    ['internal_error', 'The keyring server refused this: x', 'try-again'],
  ])('%s is: %s', (code, text, remedy) => {
    expect(sentence(problem(code))).toEqual({ text, remedy });
  });
  it('is about our own server where that does not answer', () => {
    expect(sentence(new UnreachableError('no-answer')).text).toBe('The keyring server does not answer.');
    expect(sentence(new UnreachableError('not-ours')).text).toBe('This answer did not come from the keyring server.');
  });
  it('is about Podio where a success is not what it should be', () => {
    expect(sentence(new UnreadableAnswerError()).text).toBe('Podio gave an answer that makes no sense.');
  });
  it('does not show the words of an error in our own code', () => {
    expect(sentence(new TypeError('x is undefined')).text).toBe('Something in this page went wrong.');
  });
});

describe('what an error means', () => {
  it('tells an ended authentication, a used-up limit and a hidden thing apart', () => {
    const errors = [
      answered(401),
      problem('authentication_expired'),
      answered(420),
      answered(404),
      answered(403),
      answered(503),
      undefined,
    ];
    expect(errors.map(needsSignIn)).toEqual([true, true, false, false, false, false, false]);
    expect(errors.map(isRateLimited)).toEqual([false, false, true, false, false, false, false]);
    expect(errors.map(isHiddenFrom)).toEqual([false, false, false, true, true, false, false]);
  });
});
