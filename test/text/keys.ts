import { readdirSync, readFileSync } from 'node:fs';
import type { Phrase } from '../../src/decision.ts';
import { type ChannelName, inputSchema } from '../../src/incoming.ts';
import type { Birth } from '../../src/input/birth.ts';
import type { MemberLine } from '../../src/input/member-line.ts';
import type { SignedDay } from '../../src/input/signed-day.ts';
import type { Money } from '../../src/input/money.ts';
import type { Count } from '../../src/input/number.ts';
import { likenesses } from '../../src/match/likeness.ts';
import type { Verdict } from '../../src/desk/matched.ts';
import { readers, readings } from '../../src/record/entry.ts';
import { causes } from '../../src/review/cause.ts';
import type { ReviewCommand } from '../../src/review/command.ts';
import { holds, lacks, works } from '../../src/office/ward/household.ts';
import { reasons } from '../../src/office/ward/remove.ts';
import { standings } from '../../src/office/ward/tally.ts';
import { tables } from '../../src/report/register.ts';
import { officeSchema } from '../../src/procedure/party.ts';
import { type CommandKind, commandKinds } from '../../src/procedure/command.ts';
import { movements } from '../../src/procedure/movement.ts';
import type { Candidate } from '../../src/office/assign.ts';
import type { NoComplaint } from '../../src/office/complaint.ts';
import type { Refusal } from '../../src/procedure/decide.ts';
import { parties } from '../../src/procedure/party.ts';
import type { Tone } from '../../src/procedure/reminding.ts';
import { isEnded, states } from '../../src/procedure/state.ts';
import { transitions } from '../../src/procedure/transitions.ts';
import { groups as meetingGroups } from '../../src/office/seat.ts';
import { officialClasses } from '../../src/review/official.ts';
import type { Mark } from '../../src/review/review.ts';
import { may, type Role, stageSchema } from '../../src/rights.ts';
import type { PointCategory } from '../../src/rules/points.ts';
import { readyOf } from '../../src/rules/ready.ts';
import { national, register } from '../../src/rules/register.ts';
import type { LineRule } from '../../src/rules/assessment.ts';
import type { Certainty } from '../../src/rules/source.ts';
import { categories, findingRules, standardIds, units, verdicts } from '../../src/rules/values.ts';
import { marks } from '../../src/report/glance.ts';
import { groups } from '../../src/support/groups.ts';
import type { Loan, SupportName } from '../../src/support/policy.ts';
import { visitReasons } from '../../src/support/visit-order.ts';
import type { Answers, ToldMember } from '../../src/survey/answer.ts';
import type { Act } from '../../src/survey/ask.ts';
import type { MemberGap } from '../../src/survey/member-gap.ts';
import { pictureOf } from '../../src/survey/picture.ts';
import type { Question } from '../../src/survey/question.ts';
import { surveys } from '../../src/surveys/register.ts';
import { memberFacts } from '../../src/surveys/second-look.ts';
import type { Wish } from '../../src/talk/said.ts';
import type { Language } from '../../src/text/language.ts';
import { loadTexts } from '../../src/text/load.ts';

/** The first parts of keys: the files of the Vietnamese texts, without the synonyms. */
export const files: readonly string[] = Object.keys(loadTexts().vi).filter((file) => file !== 'words');

/** All texts of a language by their whole key; synonyms are under `words.`. */
export function textsOf(language: Language): ReadonlyMap<string, string> {
  return new Map(flat(loadTexts()[language], ''));
}

function flat(node: object, path: string): [string, string][] {
  return Object.entries(node).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : flat(value as object, `${path}${name}.`),
  );
}

/** Every question of every survey that an interview may still run on. */
export const questions: readonly Question[] = surveys.flatMap((survey) => survey.questions);

export const today = '2026-11-20';

/** A household in which every question about members is asked, of people of every age that matters. */
export const family: Answers = {
  members: {
    kind: 'members',
    members: [
      aged('Lan', 41),
      aged('Thủy', 72),
      aged('Hạnh', 20),
      aged('Tuấn', 17),
      aged('Bình', 9),
      aged('Mai', 4),
    ],
    next: 7,
    done: true,
  },
};
function aged(name: string, years: number): ToldMember {
  return { id: name, name, birth: { kind: 'age', years, saidOn: today } };
}

/** The lines of a tick list as that family sees them. */
export function ticksOf(
  question: Extract<Question, { kind: 'ticks' }>,
): readonly { value: string; phrase: Phrase }[] {
  return question.ticks({ answers: family, on: today, listYear: 2026 });
}

type All<Name extends string> = Readonly<Record<Name, true>>;
/** The names of a type, complete because the compiler asks for each. */
function named<Name extends string>(all: All<Name>): readonly Name[] {
  return Object.keys(all) as Name[];
}

const stages = stageSchema.options;
const lineRules = named<LineRule>({ income: true, 'income-near-poor': true, 'income-average': true });
const indicators = findingRules.filter((rule) => !lineRules.some((line) => line === rule));
/** Those that name people: what is found of the home or of the income is about nobody in particular. */
const indicatorsOfPeople = indicators.filter((id) =>
  register.some((standard) =>
    readyOf(standard).indicators.some(
      ({ kind }, at) => (kind === 'any-member' || kind === 'share') && standard.indicators[at]?.id === id,
    ),
  ),
);
const whys = [
  ...named<Extract<Money, { kind: 'refused' }>['why']>({
    'not-money': true,
    'too-large': true,
    'unclear-unit': true,
    negative: true,
  }).map((why) => `money-${why}`),
  ...named<Extract<Count, { kind: 'refused' }>['why']>({
    'not-a-number': true,
    'too-small': true,
    'too-large': true,
    'not-whole': true,
  }).map((why) => `count-${why}`),
  ...named<Extract<Birth, { kind: 'refused' }>['why']>({
    future: true,
    'too-old': true,
    'not-a-year': true,
  }).map((why) => `birth-${why}`),
  ...named<Extract<MemberLine, { kind: 'refused' }>['why']>({
    'no-name': true,
    'id-number': true,
    'too-long': true,
    'not-a-person': true,
  }).map((why) => `member-${why}`),
];
const wishes = named<
  Exclude<Wish, 'tasks' | 'devices' | 'reconnect' | 'progress' | 'follow' | 'meeting' | 'ward'>
>({
  help: true,
  status: true,
  edit: true,
  back: true,
  withdraw: true,
  language: true,
  send: true,
  person: true,
  resume: true,
  'no-reminders': true,
  posted: true,
  request: true,
  readers: true,
});
const unreadable = inputSchema.options.flatMap((option) =>
  'what' in option.shape ? option.shape.what.options : [],
);

/** Where a household is refused what it asks for. Who has declined and says something is asked for the consent again. */
const refusedIn = (act: 'answer' | 'revise' | 'send' | 'withdraw') =>
  stages.filter(
    (stage) => !may(['household'], act, stage) && !(act === 'answer' && may(['household'], 'agree', stage)),
  );

const ofQuestions = (make: (question: Question) => readonly string[]) =>
  questions.flatMap((question) => make(question).map((key) => `survey.${question.id}.${key}`));
const optionsOf = (question: Question): readonly string[] => {
  if (question.kind === 'choice') return question.options.map((value) => `o.${value}`);
  if (question.kind === 'confirm') return ['o.yes', 'o.no'];
  return question.kind === 'ticks' ? ticksOf(question).flatMap(({ phrase }) => ownKey(question, phrase)) : [];
};
const asksWhoLacks = (question: Question) => question.kind === 'ticks' && question.asksWhoLacks === true;
const ownKey = (question: Question, phrase: Phrase): readonly string[] => {
  const own = `survey.${question.id}.`;
  return phrase.key.startsWith(own) ? [phrase.key.slice(own.length)] : [];
};

/** What each key with a gap in it (`*`) can be; a new one in the source must be written down here. */
/** What is told of each step of the procedure, and to whom. */
const stepWords = commandKinds.flatMap((kind) => {
  const words: Partial<Record<CommandKind, readonly string[]>> = {
    summon: ['summon', 'summon-at', 'summon-again'],
    vote: ['vote-agreed', 'vote-again'],
    advise: ['advise', 'advise-again'],
    recognise: ['recognise', 'release'],
  };
  return (words[kind] ?? [kind]).flatMap((word) =>
    transitions[kind].tells.map((audience) => `step.${word}.${audience}`),
  );
});
const many = [
  ...new Set(
    stepWords
      .filter((key) => !/\.(?:household|complainants)$/.test(key))
      .map((key) => key.split('.')[1] ?? ''),
  ),
];

/** What is said at the office of a ward. */
const both = (word: string) => ['opinion', 'decision'].map((paper) => `ward.${paper}.${word}`);
const officeTexts: Readonly<Record<string, readonly string[]>> = {
  'talk.office.invitation-*': officeSchema.options.map((office) => `talk.office.invitation-${office}`),
  'talk.office.accept-*': officeSchema.options.map((office) => `talk.office.accept-${office}`),
  'talk.office.welcome-*': officeSchema.options.map((office) => `talk.office.welcome-${office}`),
  'ward.work.*': works.map((work) => `ward.work.${work}`),
  'ward.list.*': ['assign', 'deputy', 'contradictory', 'incomplete', 'late'].map(
    (work) => `ward.list.${work}`,
  ),
  'ward.round.*': ['yearly', 'regular'].map((kind) => `ward.round.${kind}`),
  'ward.standing.*': standings.map((standing) => `ward.standing.${standing}`),
  'ward.state.*': states.map((state) => `ward.state.${state}`),
  'ward.lack.*': lacks.map((lack) => `ward.lack.${lack}`),
  'ward.lack-short.*': lacks.map((lack) => `ward.lack-short.${lack}`),
  'ward.hold.*': holds.map((hold) => `ward.hold.${hold}`),
  'readers.as.*': readers.map((each) => `readers.as.${each}`),
  'readers.why.*': readings.map((each) => `readers.why.${each}`),
  'ward.why.*': Object.keys(reasons).map((reason) => `ward.why.${reason}`),
  'ward.paper.day-*': named<Extract<SignedDay, { kind: 'refused' }>['why']>({
    'not-a-day': true,
    future: true,
    'too-old': true,
  }).map((why) => `ward.paper.day-${why}`),
  'ward.*.ask-*': ['opinion.ask-by', 'decision.ask-rest']
    .map((word) => `ward.${word}`)
    .concat(both('ask-number'), both('ask-day')),
  'ward.*.ask-scope': both('ask-scope'),
  'ward.*.ask-pick': both('ask-pick'),
  'ward.*.ask-reason': both('ask-reason'),
  'ward.*.all': both('all'),
  'ward.*.some': both('some'),
  'ward.*.sure': both('sure'),
  'ward.*.sure-what-follows': both('sure-what-follows'),
  'ward.*.no': both('no'),
  'ward.*.done': both('done'),
};

export const dynamic: Readonly<Record<string, readonly string[]>> = {
  'survey.*.name': ofQuestions(() => ['name']),
  'survey.*.why': ofQuestions(() => ['why']),
  'survey.*.ask': ofQuestions(() => ['ask']),
  'survey.*.o.*': ofQuestions(optionsOf).filter((key) => key.includes('.o.')),
  'survey.*.picture': ofQuestions((each) => (pictureOf(each) === null ? [] : ['picture'])),
  'survey.*.nobody': ofQuestions(({ kind }) => (kind === 'ticks' ? ['nobody'] : [])),
  'survey.*.all-or-nobody': ofQuestions((each) => (asksWhoLacks(each) ? ['all-or-nobody'] : [])),
  'survey.*.everybody': ofQuestions((each) => (asksWhoLacks(each) ? ['everybody'] : [])),
  'survey.*.everybody-not': ofQuestions((each) => (asksWhoLacks(each) ? ['everybody-not'] : [])),
  'survey.*.value': ofQuestions(({ kind }) => (kind === 'count' ? ['value'] : [])),
  'survey.*.tick-*': ofQuestions(optionsOf).filter((key) => key.includes('.tick-')),
  'survey.income.o.*': ofQuestions((each) => (each.id === 'income' ? optionsOf(each) : [])),
  'survey.members.*': named<MemberGap['lacks']>({ 'own-name': true, birth: true, month: true }).map(
    (lacks) => `survey.members.${lacks}`,
  ),
  'survey.money.*': ['survey.money.month', 'survey.money.year'],
  'survey.money.how-many-*': named<Extract<Money, { kind: 'needs-count' }>['period']>({
    day: true,
    week: true,
    season: true,
  }).map((period) => `survey.money.how-many-${period}`),
  'acts.*': [
    ...named<Act>({ listen: true, 'keep-answer': true, unknown: true, why: true, back: true }),
    ...wishes,
  ].map((act) => `acts.${act}`),
  'menu.*': [],
  'print.slip.*': named<Role>({ head: true, collaborator: true }).map((role) => `print.slip.${role}`),
  'devices.channel.*': named<ChannelName>({ web: true, telegram: true, zalo: true, terminal: true }).map(
    (channel) => `devices.channel.${channel}`,
  ),
  'refused.points-*': named<Extract<Count, { kind: 'refused' }>['why']>({
    'not-a-number': true,
    'too-small': true,
    'too-large': true,
    'not-whole': true,
  }).map((why) => `refused.points-${why}`),
  'refused.*': whys.map((why) => `refused.${why}`),
  'rights.*.*': (['answer', 'revise', 'send', 'withdraw'] as const).flatMap((act) =>
    refusedIn(act).map((stage) => `rights.${act}.${stage}`),
  ),
  'talk.unreadable.*': unreadable.map((what) => `talk.unreadable.${what}`),
  'talk.status.*': stages.map((stage) => `talk.status.${stage}`),
  'rules.*.name': indicators.map((rule) => `rules.${rule}.name`),
  'rules.*.deprived': indicators.map((rule) => `rules.${rule}.deprived`),
  'rules.*.deprived-who': indicatorsOfPeople.map((rule) => `rules.${rule}.deprived-who`),
  'rules.category.*': categories.map((category) => `rules.category.${category}`),
  'rules.mark.*': named<Certainty | 'gap'>({
    verified: true,
    secondary: true,
    unconfirmed: true,
    gap: true,
  }).map((certainty) => `rules.mark.${certainty}`),
  'rules.law.*': national.map(({ id }) => `rules.law.${id}`),
  'flow.*.*': ['assign', 'decide', 'post', 'posted', 'recheck', 'ward'].map((flow) => `flow.${flow}.open`),
  'follow.movement.*': movements.map((each) => `follow.movement.${each}`),
  'follow.act.*': ['promise', 'groups', 'visit'].map((act) => `follow.act.${act}`),
  'follow.ask-*': ['visit', 'failed'].map((what) => `follow.ask-${what}`),
  'follow.done.*': ['promised', 'arrived', 'failed', 'settled', 'groups', 'visited'].map(
    (done) => `follow.done.${done}`,
  ),
  'request.noted.*': ['asked', 'leaving'].map((what) => `request.noted.${what}`),
  'request.pick.*': ['asked', 'leaving'].map((what) => `request.pick.${what}`),
  'request.round.*': ['yearly', 'regular'].map((kind) => `request.round.${kind}`),
  'request.next.*': parties.map((party) => `request.next.${party}`),
  'due.*': named<Tone>({ late: true, nobody: true, today: true, before: true }).map((tone) => `due.${tone}`),
  'due.todo.*': states.filter((state) => !isEnded(state)).map((state) => `due.todo.${state}`),
  'step.*.*': stepWords,
  'step.refused.*': named<Refusal>({
    ended: true,
    repeated: true,
    stale: true,
    'not-now': true,
    'not-yours': true,
    'same-person': true,
    'no-class': true,
    'no-meeting': true,
    'meeting-needed': true,
    'posting-needed': true,
    'no-votes': true,
    'wrong-meeting': true,
    'posting-runs': true,
    'no-reason': true,
    'not-poor': true,
    'was-listed': true,
    'not-eligible': true,
  }).map((why) => `step.refused.${why}`),
  ...officeTexts,
  'step.many.*': many.map((word) => `step.many.${word}`),
  'step.class.*': officialClasses.map((each) => `step.class.${each}`),
  'posting.no-complaint.*': named<NoComplaint>({
    over: true,
    old: true,
    stopped: true,
    rechecked: true,
    past: true,
    rechecker: true,
  }).map((why) => `posting.no-complaint.${why}`),
  'posting.assign.**': named<Candidate['role']>({ head: true, collaborator: true, officer: true }).flatMap(
    (role) => [`posting.assign.${role}`, `posting.assign.${role}-unnamed`],
  ),
  'posting.deputy.refused.*': ['not-yours', 'ended', 'not-eligible'].map(
    (why) => `posting.deputy.refused.${why}`,
  ),
  'posting.post.*': ['yearly', 'regular'].map((kind) => `posting.post.${kind}`),
  'meeting.group.*': meetingGroups.map((group) => `meeting.group.${group}`),
  'meeting.refused.*': ['not-a-day', 'past'].map((why) => `meeting.refused.${why}`),
  'step.state.*': states.map((state) => `step.state.${state}`),
  'rules.standard.*': standardIds.map((standard) => `rules.standard.${standard}`),
  'desk.nearest-income-*': ['more', 'less'].map((way) => `desk.nearest-income-${way}`),
  'desk.nearest-count-*': ['more', 'less'].map((way) => `desk.nearest-count-${way}`),
  'desk.by-points.*': named<PointCategory>({ poor: true, 'near-poor': true, 'not-poor': true }).map(
    (category) => `desk.by-points.${category}`,
  ),
  'told.open-*': ['first', 'signed'].map((when) => `told.open-${when}`),
  'desk.rule.*': findingRules.map((rule) => `desk.rule.${rule}`),
  'desk.fact.*': memberFacts.map((fact) => `desk.fact.${fact}`),
  'desk.finding-open.*': ['under', 'over'].map((verdict) => `desk.finding-open.${verdict}`),
  'desk.act.*': ['ok', 'fix', 'back'].map((act) => `desk.act.${act}`),
  'desk.ask-*': ['b1', 'b2'].map((field) => `desk.ask-${field}`),
  'desk.class.*': officialClasses.map((each) => `desk.class.${each}`),
  'desk.cause.*': causes.map((cause) => `desk.cause.${cause}`),
  'desk.done.*': named<Exclude<ReviewCommand['kind'], 'record-official'>>({
    confirm: true,
    correct: true,
    'mark-return': true,
    'send-back': true,
    'record-causes': true,
    'write-note': true,
    sign: true,
  }).map((kind) => `desk.done.${kind}`),
  'desk.finding.*': verdicts
    .filter((verdict) => verdict !== 'not-deprived')
    .map((verdict) => `desk.finding.${verdict}`),
  'desk.line.*': [...named<Mark['kind']>({ confirmed: true, corrected: true, returning: true }), 'open'].map(
    (mark) => `desk.line.${mark}`,
  ),
  'desk.refused.*': [
    ...stages
      .filter((stage) => may(['head'], 'read', stage) && !may(['head'], 'verify', stage))
      .map((stage) => `not-now-${stage}`),
    ...['unmarked', 'returning', 'official-reason', 'causes', 'note'].map((missing) => `missing-${missing}`),
  ].map((why) => `desk.refused.${why}`),
  'desk.stage.*': stages.map((stage) => `desk.stage.${stage}`),
  'desk.like.*': likenesses.map((like) => `desk.like.${like}`),
  'desk.match.act.*': named<Exclude<Verdict, 'other'>>({
    same: true,
    mine: true,
    apart: true,
    undo: true,
  }).map((verdict) => `desk.match.act.${verdict}`),
  'desk.match.done.*': named<Verdict>({ same: true, mine: true, other: true, apart: true, undo: true }).map(
    (verdict) => `desk.match.done.${verdict}`,
  ),
  'report.gap.*': [...new Set(tables.flatMap(({ gaps }) => gaps.map((gap) => `report.gap.${gap.say}`)))],
  'report.note.*': [...new Set(tables.flatMap(({ notes }) => notes.map((note) => `report.note.${note}`)))],
  'report.info.*': ['ward', 'zone', 'round', 'year', 'standard', 'as-of', 'layout', 'source', 'readings'].map(
    (fact) => `report.info.${fact}`,
  ),
  'report.check.*': ['part', 'expected', 'has', 'by', 'whole'].map((heading) => `report.check.${heading}`),
  'report.check.by-*': ['database', 'first-reading'].map((by) => `report.check.by-${by}`),
  'xlsform.member.*': ['work', 'allowance', 'insurance', 'nutrition', 'learning', 'school'].map(
    (question) => `xlsform.member.${question}`,
  ),
  'support.name.*': named<SupportName>({
    'insurance-premium': true,
    'insurance-benefit': true,
    tuition: true,
    'higher-tuition': true,
    'study-costs': true,
    electricity: true,
    'business-loan': true,
    'student-loan': true,
    'work-abroad-loan': true,
    'water-loan': true,
    'house-loan': true,
    'house-grant': true,
    'legal-aid': true,
  }).map((name) => `support.name.${name}`),
  'support.line.*': named<Certainty>({ verified: true, secondary: true, unconfirmed: true }).map(
    (certainty) => `support.line.${certainty}`,
  ),
  'support.amount.*': ['verified', 'secondary', 'unconfirmed', 'gap'].map((sure) => `support.amount.${sure}`),
  'support.loan.*': named<Loan['each']>({ household: true, work: true, 'student-month': true }).map(
    (each) => `support.loan.${each}`,
  ),
  'support.when.*': ['farm', 'accused'].map((when) => `support.when.${when}`),
  'support.group.*': groups.map(({ id }) => `support.group.${id}`),
  'support.reason.*': visitReasons.map((reason) => `support.reason.${reason}`),
  'glance.*': marks.map((mark) => `glance.${mark}`),
  'glance.years-*': ['poor', 'near-poor'].map((which) => `glance.years-${which}`),
  'desk.unit.*': units.filter((unit) => !unit.startsWith('vnd-')).map((unit) => `desk.unit.${unit}`),
};

const source = new URL('../../src/', import.meta.url);
export const sourceFiles = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('web/'))
  .map((name) => ({ name, text: readFileSync(new URL(name, source), 'utf8') }));

const matches = (folder: string, pattern: RegExp): readonly string[] =>
  sourceFiles
    .filter(({ name }) => name.startsWith(folder))
    .flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));

const first = files.join('|');
/** Keys that stand whole in the source. */
const whole = matches('', new RegExp(`'((?:${first})\\.[a-z0-9.-]+)'`, 'g'));
/** Keys with a gap, the gap written as `*`. */
export const templates: readonly string[] = [
  ...new Set(
    matches('', new RegExp(`\`((?:${first})\\.[^\`]+)\``, 'g')).map((template) =>
      template.replace(/\$\{[^}]*\}/g, '*'),
    ),
  ),
];
/** Keys made by the small helpers that take the last part alone. */
export const helped: readonly string[] = [
  ...matches('', /\bown\([\w.]+, '([\w-]+)'\)/g).map((act) => `acts.${act}`),
  ...matches('', /\bmenu\('([\w-]+)'/g).map((act) => `menu.${act}`),
  ...matches('desk/', /\bpick\(subject, '([\w-]+)'\)/g).map((act) => `desk.act.${act}`),
  ...matches('survey/', /\brefused\('([\w-]+)'/g).map((why) => `refused.${why}`),
  ...matches('office/', /\bofStep\(step, '([\w-]+)'/g).map((act) => `flow.meeting.${act}`),
  ...matches('', /\bflowPick\('meeting', '([\w-]+)'/g).map((act) => `flow.meeting.${act}`),
  ...matches('', /\bflowPick\('ward', '([\w-]+)'/g).map((act) => `flow.ward.${act}`),
  ...matches('review/', /\brefused\('([\w-]+)'\)/g).map((why) => `desk.refused.${why}`),
];

/** Every key that the source can ask a text for. */
export const asked: ReadonlySet<string> = new Set([...whole, ...helped, ...Object.values(dynamic).flat()]);
