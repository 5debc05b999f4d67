import { Problem } from '../contract.ts';

const content = { content: { 'application/problem+json': { schema: Problem } } };

/** For the description of a route: how its errors look. */
export const problemResponses = {
  '4xx': { description: 'An error of the caller', ...content },
  '5xx': { description: 'An error here or at Podio', ...content },
};
