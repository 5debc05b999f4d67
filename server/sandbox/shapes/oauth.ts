// Errors and token answers. Clients read all of their members, and nothing else may be among them.
import { Type } from 'typebox';
import { anything, id, nullable } from './common.ts';

export const error = Type.Object(
  {
    error: Type.String({ minLength: 1 }),
    error_description: Type.String({ minLength: 1 }),
    error_detail: nullable(Type.String()),
    error_parameters: anything,
    error_propagate: Type.Boolean(),
    request: Type.Object(
      { url: Type.String({ pattern: '^http://' }), query_string: Type.String(), method: Type.String() },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

export const token = Type.Object(
  {
    access_token: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    token_type: Type.Literal('bearer'),
    expires_in: Type.Integer(),
    refresh_token: Type.String({ pattern: '^[0-9a-f]{32}$' }),
    ref: Type.Object({ type: Type.Union([Type.Literal('user'), Type.Literal('app')]), id }),
    scope: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false },
);
