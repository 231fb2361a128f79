import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';

import { optionalBodies, ProblemDto } from '@flowpilot/contracts';

import type { Access } from '../../auth/index.js';

type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;

const PROBLEM = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };
const CSV = { 'text/csv': { schema: { type: 'string' } } };

const IDEMPOTENCY_KEY: NonNullable<Operation['parameters']>[number] = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Lets a retry answer as the first request did, for 24 hours.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

/** Adds what holds for every operation of its kind, so that no controller has to say it again. */
export function describe(operation: Operation, method: string, path: string, access: Access | undefined): void {
  if (access?.public) operation.security = [];
  else operation.description = [operation.description, whoMay(access)].filter(Boolean).join('\n\n');
  if (method === 'post' && !access?.public) (operation.parameters ??= []).push(IDEMPOTENCY_KEY);
  if (path.endsWith('.csv')) operation.responses['200'] = { description: 'The same rows as CSV.', content: CSV };
  const { requestBody } = operation;
  if (requestBody && 'content' in requestBody && mayBeLeftOut(requestBody)) requestBody.required = false;
  for (const [status, description] of problemsOf(operation, { method, path }, access)) {
    operation.responses[status] ??= { description, content: PROBLEM };
  }
}

function whoMay(access: Access | undefined): string {
  const roles = access?.roles.join(', ') ?? 'nobody';
  if (!access?.scope) return `Roles: ${roles}.`;
  return `Roles: ${roles}. API keys: ${access.scope === 'any' ? 'all' : `scope ${access.scope}`}.`;
}

type DescribedProblem = [status: string, text: string];

/** Of every operation that takes a body. */
const BODY_PROBLEMS: readonly DescribedProblem[] = [
  ['400', 'The body is not what its media type says.'],
  ['413', 'The body is too large.'],
  ['415', 'Another media type than the one described.'],
];
const CONFLICT: DescribedProblem = ['409', 'In conflict with what is stored; `code` says with what.'];

function problemsOf(
  { requestBody }: Operation,
  { method, path }: { method: string; path: string },
  access: Access | undefined,
): DescribedProblem[] {
  const writes = method !== 'get' && !access?.public;
  return [
    ...(requestBody ? BODY_PROBLEMS : []),
    ...(access?.public ? [] : [['401', 'No valid token or key.'], ['403', 'Not allowed.']] as DescribedProblem[]),
    ...(path.includes('{') ? [['404', 'Not in this account.']] as DescribedProblem[] : []),
    ...(writes ? [CONFLICT] : []),
    ['422', 'Not valid; `errors` points at what.'],
    ['429', 'Too many requests; see `Retry-After`.'],
    ['503', 'Not ready; try again.'],
  ];
}

function mayBeLeftOut(body: object): boolean {
  const text = JSON.stringify(body);
  return optionalBodies().some((dto) => text.includes(`"${getSchemaPath(dto)}"`));
}
