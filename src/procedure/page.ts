import { commandKinds } from './command.ts';
import { actsNext } from './deadline.ts';
import { newDossier } from './dossier.ts';
import { type Procedure, procedureIds, procedures, type PlannedTerm } from './procedures.ts';
import { ended, isEnded, states } from './state.ts';
import { transitions } from './transitions.ts';

/** The page of the procedure in docs/: the drawn states, who must act in each and until when, and who may do what. Markdown. */
export function procedurePage(): string {
  return `# The procedure

Made by \`npm run graph\` from \`src/procedure/\`; a test holds it against the code.

\`\`\`mermaid
${graph()}
\`\`\`

## Who must act next, and until when

A term marked _plan_ is none of the law that we have seen: it is ours, for a ward to set (\`npm run admin -- terms set\`). _unconfirmed_ is
recalled, or seen in one program only; a deadline that rests on it is shown as "not confirmed".

${procedureIds.map((id) => termTable(procedures[id])).join('\n\n')}

## Who may do what

Helper, verifier, re-checker and approver of one household are different persons; nobody acts for the office on the own household or on kin.

| command | from | leads to | who may | tells |
| ------- | ---- | -------- | ------- | ----- |
${commandKinds.map(commandRow).join('\n')}
`;
}

/** The procedure as a Mermaid state diagram, made from the one table. */
export function graph(): string {
  const arrows = commandKinds.flatMap((kind) => {
    const { from, to, who } = transitions[kind];
    return from.flatMap((each) =>
      to.map((next) => `  ${id(each)} --> ${id(next)}: ${kind} (${who.join(', ')})`),
    );
  });
  return [
    'stateDiagram-v2',
    `  [*] --> ${id('listed')}`,
    ...arrows,
    ...ended.map((state) => `  ${id(state)} --> [*]`),
  ].join('\n');
}

function id(state: string): string {
  return state.replaceAll('-', '_');
}

function termTable(procedure: Procedure): string {
  const { asksOpinion, id: name, listYears, meets, posts, share, source, terms } = procedure;
  const start = newDossier({ procedure: name, origin: 'listed', before: null, since: '2026-09-01' });
  const rows = states.flatMap((state) => {
    if (isEnded(state)) return [];
    const party = actsNext({ ...start, state }, procedure) ?? '';
    return [
      `| ${state} | ${party} | ${state === 'meeting' ? 'the day of the meeting' : told(terms[state])} |`,
    ];
  });
  const agrees = !meets
    ? 'no meeting'
    : share === null
      ? 'a meeting (share that must agree: not found)'
      : `a meeting, at least ${share.value} % of those present agree (${share.certainty})`;
  return `### ${name}: ${source.document}${source.article === undefined ? '' : `, ${source.article}`}

Lists of ${listYears.from} to ${listYears.to}${procedure.sureUntil < listYears.to ? ` (its own scope ends with the list of ${procedure.sureUntil}; for later ones nothing newer was found, so all of it is unconfirmed)` : ''}; ${agrees}; ${posts ? 'posted before the decision' : 'not posted before the decision'}; ${asksOpinion ? 'an opinion from above is asked' : 'no opinion is asked'}.

| state | acts next | within |
| ----- | --------- | ------ |
${rows.join('\n')}`;
}

function told(term: PlannedTerm): string {
  const { days, kind } = 'plan' in term ? term.plan : term.value;
  const length = `${days} ${kind === 'working' ? 'working days' : 'days'}`;
  if ('plan' in term) return `${length} (plan)`;
  const { article, document } = term.source;
  return `${length} (${[document, article].filter((each) => each !== undefined).join(', ')}; ${term.certainty})`;
}

function commandRow(kind: (typeof commandKinds)[number]): string {
  const { from, tells, to, who } = transitions[kind];
  return `| ${kind} | ${from.join(', ')} | ${to.join(', ')} | ${who.join(', ')} | ${tells.join(', ')} |`;
}
