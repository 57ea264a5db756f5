import { actsNext } from '../../procedure/deadline.ts';
import { procedures } from '../../procedure/procedures.ts';
import { countOf, heardOf, levelOn, type People } from '../../procedure/reminding.ts';
import { countReminders, type DueDays, type DueRow, keepItems, takeDue } from '../../store/deadlines.ts';
import type { DossierRow } from '../../store/dossiers.ts';
import { actingHeads } from '../../store/posts.ts';
import { holdersOfOffice } from '../../store/ward-posts.ts';
import { type DueItem, dueReminder } from '../../talk/due-reminder.ts';
import { tell } from '../tell.ts';
import { itemsOf, type Reminded } from './due-items.ts';
import type { Acting } from './give.ts';

type Reminding = Omit<Acting, 'person'>;

type Said = Reminded & { readonly person: number };

/**
 * Reminds those who must act in a ward of what is due, each in one message, and counts it in the same transaction; what
 * nobody could be told is not counted. Gives how many were told.
 */
export async function remindWard(reminding: Reminding, ward: number, days: DueDays): Promise<number> {
  const { q } = reminding;
  const heads = new Map<number, readonly number[]>();
  const office = {
    officer: await holdersOfOffice(q, ward, 'officer', days.today),
    recorder: await holdersOfOffice(q, ward, 'recorder', days.today),
  };
  const said: Said[] = [];
  const counted = new Map<number, number[]>();
  for (const { given, row } of await takeDue(q, ward, days)) {
    const known = heads.get(row.zone) ?? (await actingHeads(q, row.zone, days.today));
    heads.set(row.zone, known);
    const told = heardNow({ given, row }, days.today, peopleOf(row, { ...office, head: known }));
    if (told.heard.length === 0) continue;
    said.push(...told.heard.map((each) => ({ ...each, row })));
    counted.set(told.count, [...(counted.get(told.count) ?? []), row.id]);
  }
  for (const [count, ids] of counted) await countReminders(q, ids, count);
  return sayTo(reminding, ward, said);
}

function heardNow({ given, row }: DueRow, today: string, people: People) {
  const { dossier, due } = row;
  const party = actsNext(dossier, procedures[dossier.procedure]);
  if (party === null || due === null) return { heard: [], count: given };
  const level = levelOn(today, { dueOn: due.on, given, since: dossier.since });
  const heard = heardOf(party, { given, level }, people);
  return { heard, count: level === null ? 1 : countOf(level) };
}

/** Nobody acts for the office on the own household or on that of kin; who helped it to answer does not verify it. */
function peopleOf(
  { deputies, dossier, kin, owner }: DossierRow,
  all: Pick<People, 'head' | 'officer' | 'recorder'>,
): People {
  const mayAct = (person: number) => person !== owner && !kin.includes(person);
  const heads = [...new Set([...all.head, ...deputies])].filter(mayAct);
  return {
    household: owner === null ? [] : [owner],
    head: heads.filter((person) => !dossier.hands.helper.includes(person)),
    rechecker: dossier.rechecker === null ? [] : [dossier.rechecker],
    officer: all.officer.filter(mayAct),
    recorder: all.recorder.filter(mayAct),
  };
}

async function sayTo({ now, q, quiet }: Reminding, ward: number, said: readonly Said[]): Promise<number> {
  const items = await itemsOf(q, said);
  const perPerson = new Map<string, { readonly person: number; readonly items: DueItem[] }>();
  for (const [at, { as, person, row }] of said.entries()) {
    // What concerns the own household is told by itself.
    const key = `${person}|${as === 'household' ? row.id : ''}`;
    const entry = perPerson.get(key) ?? { person, items: [] };
    perPerson.set(key, entry);
    const item = items[at];
    if (item !== undefined && !entry.items.some(({ dossier }) => dossier === row.id)) entry.items.push(item);
  }
  for (const { items: own, person } of perPerson.values()) {
    const [only, ...others] = own;
    // Of a single household it is given up with its case too.
    const about = { ward, case: others.length === 0 ? (only?.case ?? null) : null };
    const reminders = await tell(q, [person], dueReminder(own), about, { now, quiet });
    await keepItems(q, reminders, own);
  }
  return perPerson.size;
}
