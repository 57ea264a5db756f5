import { headed } from '../rights.ts';
import { acceptInvitation, findInvitation } from '../store/invitations.ts';
import { acceptWardInvitation, findWardInvitation } from '../store/ward-posts.ts';
import { badCode, invitation, officeInvitation, officeWelcome, welcome } from '../talk/notices.ts';
import { onTasks } from './head.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** Shows what an invitation is for; only its button uses it up. */
export async function onInvitation(turn: Turn, code: string): Promise<Reply> {
  const found = await findInvitation(turn.q, code, turn.now);
  if (found !== null) return toSelf(invitation(found, code));
  const office = await findWardInvitation(turn.q, code, turn.now);
  return toSelf(office === null ? badCode() : officeInvitation(office, code));
}

/** Takes up the post of an invitation: a head sees at once what waits, a collaborator hears what there is to do. */
export async function accept(turn: Turn, code: string): Promise<Reply> {
  const accepted = await acceptInvitation(turn.q, code, turn.speaker.id, turn.now);
  if (accepted === null) return acceptOffice(turn, code);
  const post = { role: accepted.role, zone: accepted.zone };
  const hello = welcome(accepted);
  if (headed([post]).length === 0) return toSelf(hello);
  const posts = [...turn.speaker.posts, post];
  const tasks = await onTasks({ ...turn, speaker: { ...turn.speaker, posts } });
  return {
    messages: tasks.messages.map(({ to, message }) => ({
      to,
      message: { ...message, kind: hello.kind, parts: [...hello.parts, ...message.parts] },
    })),
    about: null,
    kept: null,
  };
}

async function acceptOffice(turn: Turn, code: string): Promise<Reply> {
  const accepted = await acceptWardInvitation(turn.q, code, turn.speaker.id, turn.now);
  return toSelf(accepted === null ? badCode() : officeWelcome(accepted));
}
