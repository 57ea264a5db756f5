import { glanceIn } from '../../export/glance.ts';
import { glanceMessages } from '../../office/ward/glance.ts';
import { chartsOf } from '../../report/glance-charts.ts';
import { makeGlanceLink } from '../../store/glance-links.ts';
import type { Round } from '../../store/rounds.ts';
import { type Reply, toSelf } from '../turn.ts';
import type { Office } from './office.ts';

/** The round in charts, and a link that opens once to see them on one page. */
export async function onGlance({ turn }: Office, round: Round): Promise<Reply> {
  const { now, q, settings, speaker, today } = turn;
  const glance = await glanceIn(q, round, today);
  const token = await makeGlanceLink(q, { person: speaker.id, round: round.id }, now);
  const link = settings.pageLink(`/tong-quan/${token}`);
  return toSelf(...glanceMessages(chartsOf(glance), { link, open: glance.open }));
}
