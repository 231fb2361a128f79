import { parseConditions } from './conditions.js';
import { Refusal } from './refusal.js';
import type { StandInAnswer, StandInRequest } from './stand-in-request.js';

const DEFAULT_PAGE_SIZE = 25;
const MAX_PAGE_SIZE = 1000;

interface Identified {
  id: number;
}

/** One page of the records that meet `conditions`, by id, with the `Link` header of its paging type. */
export function listing(request: StandInRequest, records: readonly Identified[]): StandInAnswer {
  const meets = parseConditions(request.query.get('conditions'));
  const found = records.filter(meets).sort((a, b) => a.id - b.id);
  const size = wholeNumber(request, 'pageSize', DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  return request.headers['pagination-type'] === 'forward-only'
    ? forwardPage(request, found, size)
    : numberedPage(request, found, size);
}

function numberedPage(request: StandInRequest, found: readonly Identified[], size: number): StandInAnswer {
  const page = wholeNumber(request, 'page', 1, 1_000_000);
  const body = found.slice((page - 1) * size, page * size);
  return page * size < found.length ? linked(request, body, 'page', page + 1) : { status: 200, body };
}

/** A page begins after the id that `pageId` names, so records that come or go meanwhile shift nothing. */
function forwardPage(request: StandInRequest, found: readonly Identified[], size: number): StandInAnswer {
  if (request.query.has('page')) throw new Refusal(400, 'InvalidPaging', 'page is not allowed with forward-only.');
  const after = wholeNumber(request, 'pageId', 0, Number.MAX_SAFE_INTEGER);
  const rest = found.filter((record) => record.id > after);
  const body = rest.slice(0, size);
  const last = body.at(-1);
  return rest.length > size && last ? linked(request, body, 'pageId', last.id) : { status: 200, body };
}

function linked(request: StandInRequest, body: unknown, parameter: string, value: number): StandInAnswer {
  const query = new URLSearchParams(request.query);
  query.set(parameter, String(value));
  const origin = `http://${request.headers.host ?? 'stand-in'}`;
  return { status: 200, body, headers: { link: `<${origin}${request.path}?${query.toString()}>; rel="next"` } };
}

function wholeNumber(request: StandInRequest, name: string, fallback: number, max: number): number {
  const text = request.query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > max || (name !== 'pageId' && value === 0)) {
    throw new Refusal(400, 'InvalidPaging', `${name} must be a whole number up to ${max}.`);
  }
  return value;
}
