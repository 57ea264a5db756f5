import { newReview, type Review } from '../../src/review/review.ts';
import type { OfficialClass } from '../../src/review/official.ts';
import { addWard, addZone, allPlaces } from '../../src/store/areas.ts';
import { openCase, saveCase } from '../../src/store/cases.ts';
import type { Database, Query } from '../../src/store/db.ts';
import { enlist } from '../../src/store/listed.ts';
import { chats, persons } from '../../src/store/schema.ts';
import { blind } from '../../src/store/seal.ts';
import type { Answers } from '../../src/survey/answer.ts';
import { type Place, placeAnswer } from '../../src/survey/context.ts';
import type { Interview } from '../../src/survey/interview.ts';
import { readingOf } from '../../src/surveys/reading.ts';
import { answered } from '../survey/walk-through.ts';

/** A made-up household: `address` is where it is written to; its name and its incomes are nobody else's. */
export type Home = {
  readonly address: string;
  readonly name: string;
  readonly zone: string;
  readonly ward: string;
  readonly category: OfficialClass;
  /** On the list of the year before. */
  readonly listed: 'poor' | 'near-poor' | null;
};

/** Two wards, twelve zones, so many households in each zone; every tenth one stands on the last list. */
export async function settle(db: Database, now: Date, perZone: number): Promise<readonly Home[]> {
  for (const ward of wards) {
    const wardId = await addWard(db.q, { code: ward, name: `phường ${ward}`, area: 'urban', demo: false });
    for (const n of [1, 2, 3, 4, 5, 6])
      await addZone(db.q, { wardId, name: `Khu ${n} ${ward}`, code: `${ward}-${n}` });
  }
  const places = (await allPlaces(db.q)).filter(({ wardName }) =>
    wards.some((ward) => wardName.endsWith(ward)),
  );
  const template = answered('2025-09-10', 2026).interview();
  return db.tx(async (q) => {
    const homes: Home[] = [];
    for (const [at, place] of places.entries())
      for (let n = 0; n < perZone; n += 1) homes.push(await home(q, place, at * perZone + n, template, now));
    return homes;
  });
}

/** The codes of the wards. */
export const wards = ['alpha', 'beta'] as const;

/** The code of a zone by the place that it is. */
export function codeOf({ wardName, zoneName }: Place): string {
  return `${wardName.replace('phường ', '')}-${zoneName.split(' ')[1] ?? ''}`;
}

async function home(q: Query, place: Place, at: number, template: Interview, now: Date): Promise<Home> {
  const name = nameOf(at);
  const listed = at % 10 !== 0 ? null : at % 20 === 0 ? ('poor' as const) : ('near-poor' as const);
  const category = classes[at % classes.length] ?? 'poor';
  const address = `h${at}`;
  const [person] = await q.insert(persons).values({ createdAt: now }).returning({ id: persons.id });
  await q
    .insert(chats)
    .values({ personId: person!.id, channel: 'telegram', bot: 'test', address, lastUsedAt: now });
  const interview = { ...template, answers: toldBy(template.answers, place, name, at) };
  const review = gone(interview, category);
  const row = await openCase(q, person!.id, { interview, review }, now);
  await saveCase(q, { row, happened: [], actor: person!.id }, now);
  if (listed !== null) await onTheList(q, place, { name, address: addressOf(at) }, listed, now);
  return {
    address,
    name,
    zone: codeOf(place),
    ward: codeOf(place).split('-')[0]!,
    category,
    listed,
  };
}

/** In the order of the households: most are poor or near-poor, some are neither. */
const classes: readonly OfficialClass[] = ['poor', 'near-poor', 'poor', 'none', 'near-poor'];

const first =
  'An Bảo Cúc Dũng Đào Giang Hà Hòa Huệ Khánh Lam Liên Mai Minh Nga Ngọc Oanh Phúc Quý Sen Tâm Thảo Uyên Vân Xuân'.split(
    ' ',
  );

/** Two syllables of twenty-five: 625 names of nobody. */
function nameOf(at: number): string {
  return `Mẫu ${first[Math.floor(at / first.length) % first.length]} ${first[at % first.length]}`;
}

function toldBy(answers: Answers, place: Place, name: string, at: number): Answers {
  const told = Object.entries(answers).map(([question, answer]) => {
    if (answer.kind === 'place') return [question, placeAnswer(place)] as const;
    if (answer.kind === 'money') return [question, { ...answer, yearly: answer.yearly + at * 1000 }] as const;
    if (question === 'address') return [question, { kind: 'text', value: addressOf(at) }] as const;
    if (answer.kind !== 'members') return [question, answer] as const;
    const [eldest, ...others] = answer.members;
    return [question, { ...answer, members: [{ ...eldest!, name }, ...others] }] as const;
  });
  return Object.fromEntries(told);
}

/** All that the head has to do but to look once more and to sign: the paper form is copied, the cause is named. */
function gone(interview: Interview, category: OfficialClass): Review {
  const possible = readingOf(interview.answers, interview.on, 2026).assessments.flatMap(
    (each) => each.possible,
  );
  const reason = possible.includes(category) ? null : 'Theo phiếu giấy của khu';
  return {
    ...newReview,
    causes: ['capital'],
    note: '',
    official: { b1: 130, b2: 20, category, reason, on: '2025-09-10' },
  };
}

/** No two live in the same house. */
function addressOf(at: number): string {
  return `số ${at + 1}, ngõ ${(at % 7) + 1}`;
}

async function onTheList(
  q: Query,
  place: Place,
  { address, name }: { name: string; address: string },
  category: 'poor' | 'near-poor',
  now: Date,
) {
  const key = blind('listed', `${place.ward} ${name}`);
  const details = { name, address, code: null, people: 4 };
  await enlist(
    q,
    { ward: place.ward, listYear: 2025 },
    [{ zone: place.zone, category, key, unnumbered: key, details }],
    now,
  );
}
