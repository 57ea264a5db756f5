import type { IncomingMessage } from 'node:http';
import { badRequest } from './refusal.ts';

/** Fields that are text even when they look like a number. */
const TEXT_FIELDS = [
  'text',
  'caption',
  'url',
  'callback_query_id',
  'parse_mode',
  'language_code',
  'secret_token',
];

/** A file that came with a call. */
export type Upload = { readonly filename: string; readonly bytes: Buffer };

/** Reads the parameters of a call from JSON, a form or a multipart form; a file stands in the place that names it. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const bytes: Buffer[] = [];
  for await (const chunk of request) bytes.push(chunk);
  const raw = Buffer.concat(bytes);
  const body = raw.toString('utf8');
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return readJson(body);
  if (type.startsWith('application/x-www-form-urlencoded')) return typed([...new URLSearchParams(body)]);
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined) return readMultipart(raw, boundary);
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

function readMultipart(raw: Buffer, boundary: string): Record<string, unknown> {
  const fields: [string, string][] = [];
  const files = new Map<string, Upload>();
  // One letter for each byte, so that a file is cut out whole.
  for (const part of raw.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
    const bytes = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1');
    const name = /\bname="([^"]+)"/i.exec(head)?.[1];
    const filename = /\bfilename="?([^";\r\n]+)"?/i.exec(head)?.[1];
    if (name === undefined) throw badRequest('a part of the form has no name');
    if (filename === undefined) fields.push([name, bytes.toString('utf8')]);
    else files.set(name, { filename, bytes });
  }
  return attached(typed(fields), files);
}

/** `attach://x` means the file that came as the part x; each file must be meant by something. */
function attached(params: Record<string, unknown>, files: Map<string, Upload>): Record<string, unknown> {
  const placed = Object.entries(params).map(([name, value]): [string, unknown] => {
    const from = typeof value === 'string' ? /^attach:\/\/(.+)$/.exec(value)?.[1] : undefined;
    if (from === undefined) return [name, value];
    const file = files.get(from);
    if (file === undefined) throw badRequest(`there is no file ${from}`);
    files.delete(from);
    return [name, file];
  });
  const direct = [...files].filter(([name]) => !(name in params));
  if (direct.length < files.size) throw badRequest('a file has the name of a field');
  return Object.fromEntries([...placed, ...direct]);
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
