import { z } from 'zod';
import { say } from '../decision.ts';
import { freeRechecks } from '../handle/procedure/free-rechecks.ts';
import { tell } from '../handle/tell.ts';
import { type Office, officeSchema } from '../procedure/party.ts';
import { operator } from '../store/cases.ts';
import { record } from '../store/changes.ts';
import type { Database } from '../store/db.ts';
import { devicesOf, holdAccount } from '../store/devices.ts';
import { giveUpMessages, waitingSteps } from '../store/outbox.ts';
import { endWardPost, inviteToWard, officeOf } from '../store/ward-posts.ts';
import { deadEnd } from '../survey/person.ts';
import { flowPick } from '../talk/told-step.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { wardCalled } from './areas.ts';
import { type AdminSettings, type Answered, command } from './command.ts';
import { AdminError } from './error.ts';

const ward = z.string().min(1);
const endArgs = z.object({ ward, role: officeSchema, person: z.coerce.number().int().positive() });

const called: Readonly<Record<Office, string>> = {
  officer: 'the officer for poverty reduction',
  recorder: 'the recorder of the chairman’s decisions',
};

/** Where the notices lead that come with a post: of what waits for it at night nothing is said any more. */
const leadsTo: Readonly<Record<Office, string>> = { officer: 'ward', recorder: 'decide' };

/** Lists who holds a post at the office of a ward. */
export const officeList = command('office list --ward uong-bi', z.object({ ward }), list);

/** Ends a post at the office of a ward, at once. */
export const officeEnd = command(
  'office end --ward uong-bi --role officer|recorder --person 7',
  endArgs,
  end,
);

/** Makes a one-time invitation to a post at the office of a ward. */
export async function inviteToOffice(
  db: Database,
  { code, role }: { readonly code: string; readonly role: Office },
  expiresAt: Date,
): Promise<{ readonly code: string; readonly role: Office; readonly who: string }> {
  const { id, name } = await wardCalled(db, code);
  return {
    code: await inviteToWard(db.q, { role, ward: id }, expiresAt),
    role,
    who: `${called[role]} of ${name}`,
  };
}

async function list(db: Database, args: { ward: string }, { now }: AdminSettings): Promise<Answered> {
  const { id, name } = await wardCalled(db, args.ward);
  const holders = await officeOf(db.q, id, vietnamDay(now));
  const lines = await Promise.all(
    holders.map(async ({ person, role, since }) => {
      const devices = await devicesOf(db.q, person);
      const used = devices.map((each) => `${each.channel}, last used ${each.lastUsedAt.toISOString()}`);
      return `${role}  --person ${person} (since ${vietnamDay(since)}; ${used.join('; ') || 'no device'})`;
    }),
  );
  return {
    lines: lines.length > 0 ? lines : [`Nobody holds a post at the office of ${name}.`],
    data: holders.map((holder) => ({ ...holder, since: holder.since.toISOString() })),
  };
}

async function end(
  db: Database,
  { person, role, ward: code }: z.infer<typeof endArgs>,
  settings: AdminSettings,
): Promise<Answered> {
  const { id, name } = await wardCalled(db, code);
  return db.tx(async (q) => {
    await holdAccount(q, person);
    if (!(await endWardPost(q, person, { role, ward: id })))
      throw new AdminError(`Person ${person} is not ${called[role]} of ${name}. See: ${officeList.usage}`);
    const leads = flowPick(leadsTo[role], 'open', 0).data;
    const waiting = await waitingSteps(q, person, id);
    const past = waiting.filter(({ message }) =>
      [...message.options, ...message.actions].some(({ data }) => data === leads),
    );
    await giveUpMessages(
      q,
      past.map((each) => each.id),
      settings.now,
    );
    const body = { person, role };
    await record(q, { ward: id, zone: null, type: 'OfficeEnded', body, actor: operator }, settings.now);
    await freeRechecks(q, { person, ward: id }, settings);
    const told = deadEnd('post-ended', say('talk.office-ended', { ward: name }));
    await tell(q, [person], told, { ward: id, case: null }, settings);
    const left = await officeOf(q, id, vietnamDay(settings.now));
    const others = left.map((each) => each.role).filter((each) => each === role).length;
    return {
      lines: [
        `Person ${person} is not ${called[role]} of ${name} any more.`,
        others > 0
          ? `${others} other(s) hold that post.`
          : `Nobody holds that post now. Invite somebody: invite --ward ${code} --role ${role}`,
      ],
      data: { person, role, ward: id, others },
    };
  });
}
