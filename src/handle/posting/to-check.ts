import type { RecheckCard } from '../../office/recheck.ts';
import { complaintsOf } from '../../store/complaints.ts';
import type { Query } from '../../store/db.ts';
import type { DossierRow } from '../../store/dossiers.ts';
import { interviewsOf, listedDetails } from '../../store/progress.ts';
import { zoneNames } from '../../store/zones.ts';
import { addressOf } from '../../survey/answer.ts';
import { pendingOf } from '../procedure/give.ts';
import { namesOf } from '../procedure/names.ts';

/** What is shown of a household to which somebody objects: its name, class and address, and what was said; never who said it. */
export async function shownToCheck(q: Query, row: DossierRow): Promise<RecheckCard> {
  const { dossier, id, zone } = row;
  const open = (await complaintsOf(q, id)).filter(({ answer }) => answer === null);
  return {
    dossier: id,
    step: dossier.step,
    name: (await namesOf(q, [row])).get(id) ?? '?',
    zone: (await zoneNames(q, [zone])).get(zone) ?? '?',
    address: await whereIs(q, row),
    proposed: dossier.proposed,
    complaints: open.map(({ text }) => text),
    due: (await pendingOf(q, row)).due,
  };
}

async function whereIs(q: Query, { case: caseId, listed }: DossierRow): Promise<string | null> {
  const interview = caseId === null ? undefined : (await interviewsOf(q, [caseId])).get(caseId);
  const told = interview === undefined ? null : addressOf(interview.answers);
  if (told !== null || listed === null) return told;
  return (await listedDetails(q, [listed])).get(listed)?.address ?? null;
}
