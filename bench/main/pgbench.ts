import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The rows that one answer of ours writes, in our own tables, as one statement without any thought: what the database
 * alone could do. Each client answers for another of the last interviews that were played.
 */
const oneAnswer = `
with own as (
  select c.id as case_id, c.person_id, c.interview, h.id as chat_id, h.bot, h.address
  from cases c join chats h on h.person_id = c.person_id
  where c.id = (select max(id) from cases) - :client_id),
heard as (
  insert into inbox (bot, key, address, received_at, done_at)
  select bot, gen_random_uuid()::text, address, now(), now() from own),
used as (
  update chats set last_used_at = now(), prompt_ref = '1', prompt_of = prompt_of from own where chats.id = own.chat_id),
kept as (
  update cases set interview = left(own.interview, -1) || '}', updated_at = now() from own where cases.id = own.case_id),
happened as (
  insert into events (case_id, person_id, type, body, at)
  select case_id, person_id, 'AnswerGiven', '0:{"type":"AnswerGiven","question":"q1","answer":{"kind":"choice","value":"yes"}}', now()
  from own)
insert into outbox (case_id, chat_id, kind, offers, created_at, not_before, attempts, settled_at, outcome)
select case_id, chat_id, 'ask', true, now(), now(), 1, now(), 'sent' from own;
`;

/** How often in a second so many clients of pgbench get that statement done. */
export async function pgbench(databaseUrl: string, clients: number, seconds: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'rasoat-pgbench.'));
  try {
    const script = join(folder, 'answer.sql');
    await writeFile(script, oneAnswer);
    const asked = ['-n', '-M', 'prepared', '-f', script, '-c', String(clients), '-T', String(seconds)];
    const { stdout } = await promisify(execFile)('pgbench', [...asked, databaseUrl]);
    const [, tps] = /^tps = ([\d.]+)/m.exec(stdout) ?? [];
    if (tps === undefined) throw new Error(`pgbench gave no figure: ${stdout}`);
    return Number(tps);
  } finally {
    await rm(folder, { recursive: true });
  }
}
