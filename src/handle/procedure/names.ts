import type { Query } from '../../store/db.ts';
import type { DossierRow } from '../../store/dossiers.ts';
import { interviewsOf, listedDetails } from '../../store/progress.ts';
import { titleOf } from '../../desk/subject.ts';

/** By what each of these households is called: the first member it told, else the name on the last list. */
export async function namesOf(
  q: Query,
  all: readonly Pick<DossierRow, 'id' | 'case' | 'listed'>[],
): Promise<ReadonlyMap<number, string>> {
  const told = await interviewsOf(q, present(all.map((each) => each.case)));
  const listed = await listedDetails(q, present(all.map((each) => each.listed)));
  return new Map(
    all.map((each) => {
      const interview = each.case === null ? undefined : told.get(each.case);
      const name = interview === undefined ? '?' : titleOf(interview);
      const onList = each.listed === null ? undefined : listed.get(each.listed)?.name;
      return [each.id, name === '?' ? (onList ?? name) : name];
    }),
  );
}

function present(ids: readonly (number | null)[]): readonly number[] {
  return ids.filter((id) => id !== null);
}
