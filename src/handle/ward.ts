import { z } from 'zod';
import { say } from '../decision.ts';
import { certifySchema } from '../office/ward/certify.ts';
import { paperSchema } from '../office/ward/paper.ts';
import { removeSchema } from '../office/ward/remove.ts';
import { noOffice, wardMessage } from '../office/ward/words.ts';
import { type DossierRow, lockDossier } from '../store/dossiers.ts';
import type { Round } from '../store/rounds.ts';
import { type FlowInput, keep, kept } from './flow-state.ts';
import { type Reply, toSelf, type Turn } from './turn.ts';
import { doCertify, onAll, onCertify, onCertOf, onNumber, onZone } from './ward/certify.ts';
import { onGlance } from './ward/glance.ts';
import { onFind, onList, onOne, onPostings } from './ward/lists.ts';
import { type Office, officeOf, officersRound } from './ward/office.ts';
import { onOpinion } from './ward/opinion.ts';
import { onOverview, roundsNow } from './ward/overview.ts';
import { beginOn, hearOn, pressOn } from './ward/paper.ts';
import { doRemove, onReason, onRemove, onWhy } from './ward/remove.ts';
import { doSubmit, onSubmit } from './ward/submit.ts';

/** Where somebody at the office is: looking at a round, or in the middle of writing something down. */
const keptSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('browse'), round: z.number().int() }),
  paperSchema,
  certifySchema,
  removeSchema,
]);

type Pressed = Extract<FlowInput, { kind: 'press' }>;

/** The office of a ward: the round in numbers, what waits, and what the officer does with it. */
export async function onWard(turn: Turn, input: FlowInput): Promise<Reply> {
  const office = await officeOf(turn);
  if (office.officer.length + office.recorder.length === 0) {
    await keep(turn, null);
    return toSelf(noOffice());
  }
  switch (input.kind) {
    case 'open':
      return onOverview(office, { round: 0 });
    case 'press':
      return onPress(office, input);
    case 'say':
      return onSaid(office, input.text);
    default:
      return input satisfies never;
  }
}

type OnRound = (office: Office, round: Round, pressed: Pressed) => Promise<Reply>;
const onRounds: Readonly<Record<string, OnRound>> = {
  post: (office, round) => onPostings(office, round),
  assign: (office, round, { arg }) => onList(office, round, 'assign', Number(arg) || 0),
  deputies: (office, round, { arg }) => onList(office, round, 'deputy', Number(arg) || 0),
  contradictory: (office, round, { arg }) => onList(office, round, 'contradictory', Number(arg) || 0),
  incomplete: (office, round, { arg }) => onList(office, round, 'incomplete', Number(arg) || 0),
  late: (office, round, { arg }) => onList(office, round, 'late', Number(arg) || 0),
  submit: (office, round) => onSubmit(office, round),
  'do-submit': (office, round, { arg }) => doSubmit(office, round, arg),
  opinion: (office, round) => onOpinion(office, round),
  certify: (office, round) => onCertify(office, round),
  certs: (office, round, { arg, rev }) => onZone(office, round, rev, Number(arg) || 0),
  'cert-all': (office, round, { rev }) => onAll(office, round, rev),
  glance: (office, round) => onGlance(office, round),
  find: async (office, round) => {
    await keep(office.turn, { kind: 'browse', round: round.id });
    return toSelf(wardMessage([say('ward.find-how')]));
  },
};

type OnDossier = (office: Office, row: DossierRow, pressed: Pressed) => Promise<Reply>;
const onDossiers: Readonly<Record<string, OnDossier>> = {
  one: (office, row) => onOne(office, row),
  // A head who is kin was the last one: the officers are told, and look at the household first.
  deputy: (office, row) => onOne(office, row),
  remove: (office, row) => onRemove(office, row),
  why: (office, row, { arg, rev }) => onWhy(office, row, rev, arg),
  'do-remove': (office, row, { rev }) => {
    const at = kept(office.turn, removeSchema);
    return doRemove(office, row, rev, at);
  },
  cert: (office, row, { rev }) => onCertOf(office, row, rev),
};

const onPapers: readonly string[] = ['all', 'some', 'pick', 'page', 'picked', 'yes', 'again'];

async function onPress(office: Office, pressed: Pressed): Promise<Reply> {
  const { act, arg, id } = pressed;
  if (Object.hasOwn(onRounds, act)) return atRound(office, pressed);
  if (Object.hasOwn(onDossiers, act)) return atDossier(office, pressed);
  if (onPapers.includes(act)) return pressOn(office, 'opinion', pressed, kept(office.turn, paperSchema));
  if (act === 'opine') return beginOn(office, 'opinion', id);
  if (act === 'do-cert') return doCertify(office, kept(office.turn, certifySchema));
  return onOverview(office, { round: id, from: act === 'zones' ? Number(arg) || 0 : 0 });
}

async function atRound(office: Office, pressed: Pressed): Promise<Reply> {
  const id = pressed.id === 0 ? ((await roundsNow(office))[0]?.id ?? 0) : pressed.id;
  const round = await officersRound(office, id);
  const act = onRounds[pressed.act];
  return round === null || act === undefined ? toSelf(noOffice()) : act(office, round, pressed);
}

async function atDossier(office: Office, pressed: Pressed): Promise<Reply> {
  const row = await lockDossier(office.acting.q, pressed.id);
  const act = onDossiers[pressed.act];
  if (row === null || act === undefined || !office.officer.includes(row.ward)) return toSelf(noOffice());
  return act(office, row, pressed);
}

async function onSaid(office: Office, typed: string): Promise<Reply> {
  const at = kept(office.turn, keptSchema);
  if (at?.kind === 'paper' && at.paper === 'opinion') return hearOn(office, at, typed);
  if (at?.kind === 'certify' && at.number === null) return onNumber(office, at, typed);
  if (at?.kind === 'remove' && at.reason === null) return onReason(office, at, typed);
  const round = at?.kind === 'browse' ? await officersRound(office, at.round) : null;
  return round === null ? onOverview(office, { round: 0 }) : onFind(office, round, typed);
}
