import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Who may import whom: the plan of the house. Rooms are folders of src/ or single files; packages come last. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  rules: [],
  input: [],
  time: [],
  calendar: ['rules', 'time', 'date-chinese'],
  button: [],
  match: ['input'],
  record: ['node:crypto'],
  decision: ['record', 'zod'],
  rights: ['zod'],
  incoming: ['zod'],
  progress: ['rights'],
  channel: ['incoming', 'text', 'node:crypto', 'node:timers/promises'],
  draw: ['@resvg/resvg-wasm', 'echarts', 'node:fs/promises', 'node:module'],
  print: ['decision', 'draw', 'talk', 'pdfkit', 'uqr', 'zod', 'node:fs/promises'],
  letters: [],
  classify: ['letters', 'rules', 'saxes', 'yauzl', 'yazl', 'zod', 'node:*'],
  survey: ['button', 'decision', 'input', 'rights', 'zod'],
  review: ['rights', 'zod'],
  procedure: ['calendar', 'review', 'rights', 'rules', 'zod'],
  support: ['decision', 'review', 'rules'],
  xlsform: ['decision', 'survey', 'surveys'],
  report: ['decision', 'letters', 'procedure', 'review', 'rules', 'support', 'zod'],
  surveys: ['decision', 'survey', 'rules', 'zod'],
  desk: ['button', 'decision', 'input', 'match', 'record', 'rights', 'review', 'survey', 'surveys', 'zod'],
  office: [
    'button',
    'calendar',
    'decision',
    'input',
    'procedure',
    'record',
    'review',
    'rights',
    'support',
    'survey',
    'talk',
    'zod',
  ],
  talk: ['button', 'decision', 'incoming', 'input', 'procedure', 'progress', 'record', 'rights', 'survey'],
  text: ['decision', 'i18next', 'zod', 'node:fs'],
  papers: ['procedure', 'review', 'rules'],
  paperwork: [
    'desk',
    'handle',
    'papers',
    'procedure',
    'store',
    'survey',
    'time',
    'docxtemplater',
    'pizzip',
    'zod',
    'node:*',
  ],
  store: [
    'decision',
    'incoming',
    'procedure',
    'progress',
    'record',
    'report',
    'rights',
    'review',
    'survey',
    'time',
    'drizzle-orm',
    'postgres',
    '@electric-sql/pglite',
    'zod',
    'node:*',
  ],
  handle: [
    'button',
    'calendar',
    'decision',
    'desk',
    'export',
    'incoming',
    'input',
    'procedure',
    'progress',
    'match',
    'office',
    'report',
    'review',
    'rights',
    'rules',
    'store',
    'support',
    'survey',
    'surveys',
    'suspect',
    'talk',
    'time',
    'zod',
  ],
  suspect: ['match', 'store', 'survey'],
  export: [
    'classify',
    'desk',
    'letters',
    'procedure',
    'report',
    'review',
    'rules',
    'store',
    'support',
    'survey',
    'surveys',
    'text',
    'xlsform',
    'node:*',
  ],
  telegram: ['channel', 'incoming', 'text', 'grammy', 'zod'],
  zalo: ['channel', 'incoming', 'text', 'zod', 'node:timers/promises'],
  web: ['channel', 'incoming', 'report', 'text', 'hono', '@hono/node-server', 'zod', 'node:*'],
  admin: [
    'decision',
    'desk',
    'export',
    'handle',
    'input',
    'papers',
    'paperwork',
    'procedure',
    'progress',
    'record',
    'report',
    'review',
    'rights',
    'rules',
    'store',
    'survey',
    'surveys',
    'suspect',
    'talk',
    'time',
    'drizzle-orm',
    'zod',
    'node:crypto',
    'node:fs/promises',
    'node:path',
  ],
  config: ['time', 'zod'],
  loop: [],
  work: ['handle', 'store', 'talk'],
  remind: ['store', 'talk', 'time'],
  deadlines: ['calendar', 'handle', 'procedure', 'store', 'time'],
  deliver: ['channel', 'store', 'text'],
  voice: ['channel', 'text', 'node:child_process'],
  pictures: ['channel', 'draw', 'surveys', 'text', 'node:crypto'],
  'web-port': ['export', 'incoming', 'office', 'procedure', 'report', 'store', 'text', 'time', 'web'],
  app: [
    'admin',
    'channel',
    'config',
    'deadlines',
    'decision',
    'deliver',
    'draw',
    'incoming',
    'loop',
    'remind',
    'pictures',
    'store',
    'surveys',
    'talk',
    'telegram',
    'text',
    'voice',
    'web',
    'web-port',
    'work',
    'zalo',
    'pino',
  ],
  main: ['app', 'config', 'store', 'pino'],
  bin: [
    'admin',
    'button',
    'classify',
    'config',
    'decision',
    'draw',
    'input',
    'export',
    'paperwork',
    'papers',
    'print',
    'procedure',
    'report',
    'rules',
    'store',
    'support',
    'survey',
    'surveys',
    'text',
    'time',
    'zod',
    'node:fs/promises',
    'node:path',
    'node:readline',
    'node:util',
  ],
};

/** Rooms that touch nothing of the world: no clock, no randomness, no environment. */
const pure = [
  'rules',
  'input',
  'time',
  'calendar',
  'button',
  'decision',
  'rights',
  'survey',
  'review',
  'procedure',
  'support',
  'surveys',
  'desk',
  'progress',
  'match',
  'record',
  'office',
  'papers',
  'talk',
  'letters',
  'report',
  'xlsform',
];

const root = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith(join('web', 'client')))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

describe('the house', () => {
  test('every file imports only what its room may', () => {
    const wrong = files.flatMap(({ name, text }) =>
      importsOf(text).flatMap((wanted) => {
        const from = roomOf(name);
        const to = wanted.startsWith('.') ? roomOf(join(dirname(name), wanted)) : wanted;
        return to === from || isAllowed(rooms[from] ?? [], to) ? [] : [`${name} imports ${wanted}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('every room is in the plan, and the plan has no room that is not there', () => {
    expect([...new Set(files.map(({ name }) => roomOf(name)))].sort()).toEqual(Object.keys(rooms).sort());
  });

  test('no files import each other in a circle', () => {
    expect(circleIn(new Map(files.map(({ name, text }) => [name, localImports(name, text)])))).toBeNull();
  });

  test('no role and no stage is compared outside the one table of rights', () => {
    const compared =
      /\b(?:stage|role)\b\s*[!=]==|[!=]==\s*'(?:answering|declined|returned|reopened|signed|withdrawn)'|switch \([\w.]*(?:stage|role)\)/;
    expect(
      files.filter(({ name, text }) => name !== 'rights.ts' && compared.test(text)).map(({ name }) => name),
    ).toEqual([]);
  });

  test('pure rooms know no clock, no chance, no environment and no machine', () => {
    // A hash is a calculation; what else is in node:crypto gives chance.
    const worldly =
      /\bDate\.now\b|new Date\(\)|Math\.random|process\.|node:(?!crypto)|\brandom[A-Z]\w+\(|\bfetch\(|setTimeout/;
    expect(
      files
        .filter(({ name, text }) => pure.includes(roomOf(name)) && worldly.test(text))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  test('the environment is read only where the program starts', () => {
    const readers = files.filter(({ text }) => text.includes('process.env')).map(({ name }) => name);
    expect(readers.sort()).toEqual([join('bin', 'admin.ts'), 'main.ts']);
  });
});

function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)';/gms)].map((match) => match[1]!);
}

function localImports(name: string, text: string): string[] {
  return importsOf(text)
    .filter((wanted) => wanted.startsWith('.'))
    .map((wanted) => normalize(join(dirname(name), wanted)));
}

function roomOf(name: string): string {
  return relative('.', normalize(name)).split(/[\\/]/)[0]!.replace(/\.ts$/, '');
}

function isAllowed(allowed: readonly string[], to: string): boolean {
  return allowed.some((each) =>
    each === 'node:*' ? to.startsWith('node:') : to === each || to.startsWith(`${each}/`),
  );
}

function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): string[] | null => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return null;
    for (const next of graph.get(name) ?? []) {
      const circle = visit(next, [...path, name]);
      if (circle !== null) return circle;
    }
    done.add(name);
    return null;
  };
  for (const name of graph.keys()) {
    const circle = visit(name, []);
    if (circle !== null) return circle;
  }
  return null;
}
