import { headed } from '../rights.ts';
import { acceptInvitation } from '../store/invitations.ts';
import { badCode, welcome } from '../talk/notices.ts';
import { onTasks } from './head.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** Takes up the post of an invitation: a head sees at once what waits, a collaborator hears what there is to do. */
export async function accept(turn: Turn, code: string): Promise<Reply> {
  const accepted = await acceptInvitation(turn.q, code, turn.speaker.id, turn.now);
  if (accepted === null) return toSelf(badCode());
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
  };
}
