import { renewAccount } from './account.ts';
import { makeComposer } from './composer.ts';
import { makeConnectionNotice } from './connection.ts';
import { part } from './element.ts';
import { followLog } from './follow.ts';
import { itemsOf } from './items.ts';
import { offerLargeType } from './large-type.ts';
import type { Choice, Line } from './line.ts';
import { keepUp } from './live.ts';
import { makeLog } from './log.ts';
import { makeOutbox } from './outbox.ts';
import { readPage } from './page.ts';
import { makePresses } from './presses.ts';

const page = readPage(document.body.dataset.page);
offerLargeType(part('large', HTMLButtonElement));
const box = part('log', HTMLDivElement);
const start = part('start', HTMLElement);
const lines = new Map<number, Line>();
let seen = 0;
let loaded = false;

const show = (): void =>
  log.show(
    itemsOf(
      // Where a device was forgotten its lines have no words any more.
      [...lines.values()].filter((line) => line.text !== '').sort((a, b) => a.id - b.id),
      outbox.entries(),
    ),
  );

const sayNoCookies = (): void => composer.tell(page.texts.cookies);

const outbox = makeOutbox(page.base, {
  changed: () => show(),
  refused(entry, code) {
    composer.tell(code === 'too-long' ? page.texts.tooLong : page.texts.refused);
    if (code !== 'too-long' || !('text' in entry.body)) return;
    composer.giveBack(entry.body.text);
    outbox.settle(new Set([entry.key]));
  },
  noAccount: () => renewAccount(sayNoCookies),
});

const presses = makePresses({ changed: () => show(), isUnsent: () => outbox.isWaiting() });
const press = (lineId: number, choice: Choice): void => {
  if (presses.isBusy(lineId, choice)) return;
  presses.add(lineId, choice);
  // A tick shows in its list; everything else is said.
  if (choice.picked === undefined) say({ data: choice.data, label: choice.label }, choice.label);
  else outbox.push({ data: choice.data }, undefined);
};

const log = makeLog(box, page, { press, isBusy: presses.isBusy });
const follow = followLog(box, part('newest', HTMLButtonElement));
const composer = makeComposer({ most: page.most, tooLong: page.texts.tooLong }, (text) =>
  say({ text }, text),
);

const say = (body: Parameters<typeof outbox.push>[0], shown: string): void => {
  if (start.dataset.home !== undefined) start.hidden = true;
  outbox.push(body, shown);
  follow.toNewest();
};

part('begin', HTMLButtonElement).addEventListener('click', () => {
  say({ text: page.start.text, label: page.start.label }, page.start.label);
  start.hidden = true;
  // A reload shall not offer again what was just used.
  history.replaceState(null, '', (page.base === '' ? '/' : page.base) + location.search);
  // Not the text field: on a phone its keyboard would hide the first question.
  box.focus({ preventScroll: true });
});

const take = (came: readonly Line[]): void => {
  const fresh = came.filter((line) => (lines.get(line.id)?.change ?? -1) < line.change);
  const isNew = fresh.some((line) => !lines.has(line.id) && line.from === 'bot');
  for (const line of fresh) lines.set(line.id, line);
  seen = came.reduce((most, line) => Math.max(most, line.change), seen);
  const wasAtEnd = follow.atEnd();
  presses.answered(fresh);
  outbox.settle(new Set([...lines.values()].map((line) => line.key)));
  show();
  if (!loaded) welcome();
  else if (isNew) {
    follow.came(wasAtEnd);
    if (fresh.some((line) => line.from === 'bot' && line.options.length > 1)) composer.rest();
  }
};

/** The first lines are history: shown at their end, and not read out by screen readers; a known visitor needs no start. */
const welcome = (): void => {
  loaded = true;
  if (lines.size === 0 && outbox.entries().length === 0) start.hidden = false;
  follow.toNewest();
  requestAnimationFrame(() => box.setAttribute('aria-live', 'polite'));
};

show();
const notice = makeConnectionNotice(part('link', HTMLParagraphElement), page.texts.reconnecting);
keepUp(page.base, {
  seen: () => seen,
  lines: take,
  connected(isConnected) {
    notice(isConnected);
    if (isConnected) outbox.kick();
  },
  noAccount: () => renewAccount(sayNoCookies),
});
window.addEventListener('online', () => outbox.kick());
outbox.kick();
