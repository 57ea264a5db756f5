import { headed } from '../rights.ts';
import { wardPostsOf } from '../store/ward-posts.ts';
import { help } from '../talk/notices.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';

/** What the bot can do for somebody with these posts. */
export async function onHelp({ q, speaker, today }: Turn): Promise<Reply> {
  const atOffice = await wardPostsOf(q, speaker.id, today);
  return toSelf(help(headed(speaker.posts).length > 0, atOffice.length > 0));
}
