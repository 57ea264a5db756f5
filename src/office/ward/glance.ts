import { type Chart, type Message, type Phrase, say } from '../../decision.ts';
import { wardMessage } from './words.ts';

/** A round in charts, each as a picture where the channel shows one and always in numbers; then the link to all on one page. */
export function glanceMessages(
  charts: readonly Chart[],
  { link, open }: { readonly link: string; readonly open: number },
): readonly Message[] {
  return [
    ...charts.map((chart): Message => ({
      kind: 'chart',
      parts: [textOf(chart)],
      options: [],
      actions: [],
      chart,
    })),
    wardMessage([
      ...(charts.length === 0 ? [say('glance.nothing')] : []),
      ...glanceNotes(open),
      say('glance.link', { link }),
    ]),
  ];
}

/** What must be known beside the charts. */
export function glanceNotes(open: number): readonly Phrase[] {
  return [...(open === 0 ? [] : [say('glance.open', { count: open })]), say('glance.readings')];
}

function textOf({ rows, series, title }: Chart): Phrase {
  const lines = rows.map(({ label, values }) =>
    say('glance.line', {
      label: typeof label === 'string' ? label : { phrase: label },
      values: {
        list: series.map((what, at) =>
          say('glance.value', { what: { phrase: what }, count: values[at] ?? 0 }),
        ),
      },
    }),
  );
  return say('glance.text', { title: { phrase: title }, lines: { lines } });
}
