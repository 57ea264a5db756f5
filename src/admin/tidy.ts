import { say } from '../decision.ts';
import { type Moment, tell } from '../handle/tell.ts';
import { stagesOf } from '../rights.ts';
import { openTasks } from '../store/cases.ts';
import type { Database } from '../store/db.ts';
import { expiredPosts, takeReturned } from '../store/posts.ts';
import { menu } from '../talk/notices.ts';
import { vietnamDay } from '../time/vietnam.ts';
import { finishPost } from './finish-post.ts';
import { bringHome } from './relocate.ts';

/** What the days bring by themselves: stand-ins have done, heads are back from their leave, and cases follow their zones. */
export async function tidy(db: Database, moment: Moment): Promise<void> {
  await bringHome(db, moment);
  await db.tx(async (q) => {
    for (const held of await expiredPosts(q, vietnamDay(moment.now))) await finishPost(q, held, moment);
  });
  await db.tx(async (q) => {
    for (const { person, zone, ward } of await takeReturned(q, vietnamDay(moment.now))) {
      const open = await openTasks(q, [zone], person, stagesOf('verify'));
      if (open.length === 0) continue;
      const waiting = say('talk.welcome-back', { count: open.length });
      const message = { kind: 'welcome-back', parts: [waiting], options: [], actions: [menu('tasks')] };
      await tell(q, [person], message, { ward, case: null }, moment);
    }
  });
}
