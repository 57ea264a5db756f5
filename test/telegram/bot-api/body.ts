import type { IncomingMessage } from 'node:http';
import { badRequest } from './refusal.ts';

/** Fields that are text even when they look like a number. */
const TEXT_FIELDS = ['text', 'url', 'callback_query_id', 'parse_mode', 'language_code', 'secret_token'];

/** Reads the parameters of a call from JSON, a form or a multipart form (without files). */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes: Buffer[] = [];
  for await (const chunk of request) bytes.push(chunk);
  const body = Buffer.concat(bytes).toString('utf8');
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return readJson(body);
  if (type.startsWith('application/x-www-form-urlencoded')) return typed([...new URLSearchParams(body)]);
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined) return typed(readMultipart(body, boundary));
  if (body === '') return typed([...new URL(request.url ?? '/', 'http://localhost').searchParams]);
  throw badRequest(`unsupported content type ${type}`);
}

function readJson(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Falls through to the refusal.
  }
  throw badRequest("can't parse request JSON object");
}

function readMultipart(body: string, boundary: string): [string, string][] {
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
      const name = /name="([^"]+)"/i.exec(head)?.[1];
      if (name === undefined || /filename=/i.test(head)) throw badRequest('this stand-in takes no files');
      return [name, rest.join('\r\n\r\n').replace(/\r\n$/, '')];
    });
}

/** In forms everything is text: numbers, booleans and objects are written as JSON. */
function typed(fields: [string, string][]): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(([name, value]) => [name, TEXT_FIELDS.includes(name) ? value : fromJson(value)]),
  );
}

function fromJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
