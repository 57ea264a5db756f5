import { eq } from 'drizzle-orm';
import { addDemo } from '../../src/admin/demo.ts';
import { tidy } from '../../src/admin/tidy.ts';
import { addDays } from '../../src/calendar/day.ts';
import type { Channel } from '../../src/channel/channel.ts';
import { lookAtDeadlines } from '../../src/deadlines.ts';
import { deliverDue, type DeliverySettings, openStraight } from '../../src/deliver.ts';
import type { Incoming } from '../../src/incoming.ts';
import { remindDue } from '../../src/remind.ts';
import { addWard, addZone, placeByCode } from '../../src/store/areas.ts';
import type { Database } from '../../src/store/db.ts';
import { writeDown } from '../../src/store/inbox.ts';
import { invite } from '../../src/store/invitations.ts';
import type { ListedDetails } from '../../src/store/listed.ts';
import { listedHouseholds } from '../../src/store/schema-cases.ts';
import { staff, wards } from '../../src/store/schema.ts';
import { seal } from '../../src/store/seal.ts';
import type { Place } from '../../src/survey/context.ts';
import { surveys } from '../../src/surveys/register.ts';
import { speakerOf } from '../../src/text/i18n.ts';
import { loadTexts } from '../../src/text/load.ts';
import { type QuietHours, vietnamDay } from '../../src/time/vietnam.ts';
import { openWork } from '../../src/work.ts';

const speaker = speakerOf(loadTexts());

/** The house around a given database and clock, without its loops: a test says when it works. */
export type Stage = {
  readonly db: Database;
  readonly channels: Channel[];
  readonly words: typeof speaker;
  /** The hours in which nobody is written to unasked. */
  readonly quiet: QuietHours;
  clock: Date;
  /** How charts are drawn, where a test looks at them. */
  draw?: DeliverySettings['draw'];
  receive(batch: readonly Incoming[]): Promise<void>;
  /** The key of everything that was written down. */
  readonly received: ReadonlySet<string>;
  /** Works off and delivers until nothing is left to do now. */
  exhaust(): Promise<void>;
  /** Does once what the program does by the clock, and all that comes of it. */
  tick(): Promise<void>;
  /** Lets the days go by up to then, each with its morning and its night. */
  passes(until: Date): Promise<void>;
  /** A fresh invitation to head a zone of the demonstration area. */
  invitation(zoneCode: string): Promise<string>;
  /** A ward that is no demonstration, with so many zones: their codes are khu-1, khu-2, … */
  realWard(zones: number): Promise<void>;
  /** Names somebody to speak to in the ward of the demonstration, and in its first zone. */
  nameContacts(): Promise<void>;
  /** Puts a household on the list of 2025 of a zone, as near-poor. */
  listed(zoneCode: string, details: Omit<ListedDetails, 'code'>): Promise<{ zone: number; listed: number }>;
  /** Every error an update met. */
  readonly failures: unknown[];
};

/** Sets a stage with the demonstration area on it. */
export async function setStage(db: Database, start: string, quiet: QuietHours = null): Promise<Stage> {
  await addDemo(db);
  const failures: unknown[] = [];
  const received = new Set<string>();
  const stage: Stage = {
    db,
    channels: [],
    words: speaker,
    quiet,
    clock: new Date(start),
    failures,
    received,
    async receive(batch) {
      await writeDown(db, batch, stage.clock);
      for (const { key } of batch) received.add(key);
    },
    async exhaust() {
      const settings = {
        db,
        clock: () => stage.clock,
        speaker,
        refused: (fields: object) => failures.push(fields),
        ...(stage.draw === undefined ? {} : { draw: stage.draw }),
      };
      const straight = openStraight(
        settings,
        stage.channels,
        () => {},
        (error) => failures.push(error),
      );
      const { workOff } = openWork(
        {
          db,
          clock: () => stage.clock,
          surveys,
          words: speaker.words,
          quiet,
          pageLink: (path) => `https://example.vn${path}`,
          privateLink: () => 'https://example.vn/bot',
          speaks: (name) => stage.channels.find((each) => each.name === name)?.can.voice ?? false,
          leaseFor: straight.leaseFor,
          handled: (claimed) => {
            if (claimed !== null) straight.send(claimed);
          },
          failed: (error) => failures.push(error),
        },
        () => {},
      );
      const work = async () => {
        const busy = await workOff();
        await straight.stop();
        return busy;
      };
      const deliver = async () => {
        const busy = await Promise.all(stage.channels.map((channel) => deliverDue(settings, channel)));
        return busy.some((each) => each);
      };
      for (let busy = true; busy;) busy = (await work()) || (await deliver());
    },
    async tick() {
      const settings = { db, clock: () => stage.clock, quiet, reminded: () => {} };
      await tidy(db, { now: stage.clock, quiet });
      await lookAtDeadlines(settings);
      await remindDue(settings);
      await stage.exhaust();
    },
    async passes(until) {
      for (let day = vietnamDay(stage.clock); day <= vietnamDay(until); day = addDays(day, 1))
        for (const time of ['08:30', '22:30']) {
          const now = new Date(`${day}T${time}:00+07:00`);
          if (now <= stage.clock || now > until) continue;
          stage.clock = now;
          await stage.tick();
        }
      stage.clock = until;
      await stage.tick();
    },
    async realWard(zones) {
      const wardId = await addWard(db.q, {
        code: 'thu',
        name: 'phường Thử Nghiệm',
        area: 'urban',
        demo: false,
      });
      for (let n = 1; n <= zones; n++) await addZone(db.q, { wardId, name: `Khu ${n}`, code: `khu-${n}` });
    },
    async nameContacts() {
      const place = await placeByCode(db.q, 'demo-khu-1');
      if (place === null) throw new Error('No demonstration area');
      const office = { name: 'cô Mẫu', phone: '02033850000', hours: 'sáng thứ hai đến thứ sáu' };
      await db.q
        .update(wards)
        .set({ contact: seal(office) })
        .where(eq(wards.id, place.ward));
      const head = { name: 'Nguyễn Văn Thử', phone: '0912345678', hours: '17–19 giờ' };
      const named = { wardId: place.ward, zoneId: place.zone, role: 'head' as const, key: 'thu' };
      await db.q.insert(staff).values({ ...named, details: seal(head), importedAt: stage.clock });
    },
    async listed(zoneCode, details) {
      const { ward: wardId, zone: zoneId } = await placeCalled(db, zoneCode);
      const { name } = details;
      const [row] = await db.q
        .insert(listedHouseholds)
        .values({
          wardId,
          zoneId,
          listYear: 2025,
          category: 'near-poor',
          key: name,
          details: seal({ ...details, code: null }),
          importedAt: stage.clock,
        })
        .returning({ listed: listedHouseholds.id });
      return { zone: zoneId, listed: row!.listed };
    },
    async invitation(zoneCode) {
      const place = await placeCalled(db, zoneCode);
      return invite(db.q, place, new Date(stage.clock.getTime() + 3_600_000));
    },
  };
  return stage;
}

async function placeCalled(db: Database, zoneCode: string): Promise<Place> {
  const place = await placeByCode(db.q, zoneCode);
  if (place === null) throw new Error(`No zone ${zoneCode}`);
  return place;
}
