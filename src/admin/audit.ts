import { z } from 'zod';
import type { Head } from '../record/chain.ts';
import type { ContentFault } from '../store/record-check.ts';
import { checkRecord, type Checked } from '../store/record-check.ts';
import { headOf } from '../store/record-link.ts';
import { entriesOfCase, recordCounts } from '../store/record-read.ts';
import type { Database } from '../store/db.ts';
import { type AdminSettings, type Answered, command, noArgs } from './command.ts';

/** Linking takes a second or two; what is not linked after so long is not being linked. */
const lateMs = 60_000;
/** So many faults are told in words; all are counted. */
const mostTold = 50;

const headArgs = z.object({
  head: z
    .string()
    .regex(/^\d{1,15}:[0-9a-f]{16,64}$/, { error: 'give what `audit head` printed, as NUMBER:HASH' })
    .optional(),
});

/** Says whether the record is as it was written, and where not; ends with 1 where not. */
export const auditVerify = command('audit verify [--head NUMBER:HASH]', headArgs, verify);
/** The last number and its hash, to be written down on paper. */
export const auditHead = command('audit head', noArgs, head);
/** All entries about a case, by reference. */
export const auditShow = command(
  'audit show --case 12',
  z.object({ case: z.coerce.number().int().positive() }),
  show,
);

async function verify(
  db: Database,
  { head: noted }: z.infer<typeof headArgs>,
  { now }: AdminSettings,
): Promise<Answered> {
  const late = new Date(now.getTime() - lateMs);
  const checked = await checkRecord(db.q, { late, noted: noted === undefined ? null : headIn(noted) });
  const { open } = await recordCounts(db.q);
  const faults = faultLines(checked);
  const { head: end, linked } = checked;
  const lines = [
    `The record holds ${linked} linked entries${open > 0 ? `; ${open} are written and not linked yet` : ''}.`,
    ...(linked === 0 ? [] : [`Head: ${end.n}:${end.hash}`]),
    ...faults.slice(0, mostTold),
    ...(faults.length > mostTold ? [`… and ${faults.length - mostTold} more.`] : []),
    faults.length === 0
      ? `It is as it was written${noted === undefined ? '' : ', and holds the entry that was noted down'}.`
      : isOnlyLate(checked)
        ? 'What is linked is as it was written. The rest is linked by the program while it runs: start it, and verify again in a minute.'
        : `It is NOT as it was written: ${faults.length} fault(s). Keep a copy of the database as it is, stop who may write to it, and compare with the last backup.`,
  ];
  return { lines, data: { linked, open, head: end, ...faultsOf(checked) }, failed: faults.length > 0 };
}

/** Entries wait for the program, which links them, and nothing else is found. */
function isOnlyLate({ chain, contents }: Checked): boolean {
  return chain.length === 0 && contents.every(({ what }) => what === 'late');
}

function faultsOf({ chain, contents }: Checked) {
  return { chain, contents };
}

function headIn(noted: string): Head {
  const [n = '', hash = ''] = noted.split(':');
  return { n: Number(n), hash };
}

function faultLines({ chain, contents }: Checked): readonly string[] {
  const broken = chain.map(({ n, to, what }) => {
    switch (what) {
      case 'missing':
        return to === n || to === undefined
          ? `entry ${n} is missing: it was removed`
          : `entries ${n} to ${to} are missing: they were removed`;
      case 'altered':
        return `entry ${n} is not as it was linked: it was altered`;
      case 'twice':
        return `entry ${n} is there a second time: it was put in`;
      case 'not-noted':
        return `entry ${n} is not the one that was noted down: the record was written anew`;
      default:
        return what satisfies never;
    }
  });
  return [...broken, ...contents.map(contentLine)];
}

const contentWords: Readonly<Record<ContentFault['what'], string>> = {
  gone: 'what it added is not there, and no erasing of it is recorded',
  altered: 'what it added was altered since',
  state: 'the row that it changed was altered since, without an entry',
  salt: 'its salt was altered or taken away',
  alone: 'has no entry: it was put in, or its entry was removed',
  twice: 'several entries say that they added it: one was put in',
  'not-erased': 'is there although its erasing is recorded',
  late: 'not linked yet, although older than a minute',
};

function contentLine({ n, of, what }: ContentFault): string {
  return `${n === null ? of : `entry ${n} (${of})`}: ${contentWords[what]}`;
}

/** Who complained is told to nobody but the officer. */
function withoutComplainant<
  Entry extends { readonly of: string; readonly action: string; readonly actor: number },
>(entry: Entry): Omit<Entry, 'actor'> & { readonly actor: number | null } {
  const { action, of } = entry;
  const isTheirs = (of === 'complaint' && action !== 'Answered') || (of === 'step' && action === 'complain');
  return isTheirs ? { ...entry, actor: null } : entry;
}

async function head(db: Database): Promise<Answered> {
  const end = await headOf(db.q);
  const lines =
    end === null
      ? ['Nothing is linked yet.']
      : [
          `${end.n}:${end.hash}`,
          'Write the number and at least the first 16 digits down on paper; check with: audit verify --head …',
        ];
  return { lines, data: end };
}

async function show(db: Database, { case: id }: { readonly case: number }): Promise<Answered> {
  const entries = (await entriesOfCase(db.q, id)).map(withoutComplainant);
  const lines = entries.map(({ action, actor, as, at, dossier, n, of, ref }) =>
    [
      n === null ? '(not linked)' : `${n}`,
      at.toISOString(),
      actor === null
        ? 'somebody'
        : actor === 0
          ? 'operator'
          : `person ${actor}${as === null ? '' : ` as ${as}`}`,
      `${of} ${action}`,
      dossier === null ? '' : `household ${dossier}`,
      ref === null ? '' : `row ${ref}`,
    ]
      .filter((part) => part !== '')
      .join('  '),
  );
  return {
    lines: lines.length === 0 ? [`The record has no entry about case ${id}.`] : lines,
    data: { case: id, entries },
  };
}
