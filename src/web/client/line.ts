import { readRecord } from './record.ts';

/** A choice under a bubble. */
export type Choice = { readonly label: string; readonly data: string; readonly picked?: boolean };

/** The drawings of the options, in their order. */
export type Picture = { readonly alt: string; readonly drawings: readonly string[] };

/** One bubble as the server keeps it. */
export type Line = {
  readonly id: number;
  readonly change: number;
  readonly from: 'bot' | 'me';
  readonly key?: string;
  readonly text: string;
  readonly options: readonly Choice[];
  readonly actions: readonly Choice[];
  /** What its chart shows, where it has one. */
  readonly chart?: string;
  readonly picture?: Picture;
  /** It can be heard. */
  readonly spoken?: true;
  readonly at: string;
};

/** Reads a line from the server's JSON; what is no line is left out. */
export const parseLine = (value: unknown): Line | undefined => {
  const line = readRecord(value);
  const rendered = readRecord(line?.rendered);
  if (line === undefined || rendered === undefined) return undefined;
  const { id, change, from, key, at } = line;
  if (typeof id !== 'number' || typeof change !== 'number' || typeof at !== 'string') return undefined;
  if ((from !== 'bot' && from !== 'me') || typeof rendered.text !== 'string') return undefined;
  const picture = parsePicture(rendered.picture);
  return {
    id,
    change,
    from,
    at,
    text: rendered.text,
    options: parseChoices(rendered.options),
    actions: parseChoices(rendered.actions),
    ...(picture === undefined ? {} : { picture }),
    ...(readRecord(rendered.speech) === undefined ? {} : { spoken: true }),
    ...(typeof key === 'string' ? { key } : {}),
    ...parseChart(rendered.chart),
  };
};

const parseChart = (value: unknown): { readonly chart?: string } => {
  const title = readRecord(value)?.title;
  return typeof title === 'string' ? { chart: title } : {};
};

const parsePicture = (value: unknown): Picture | undefined => {
  const picture = readRecord(value);
  if (typeof picture?.alt !== 'string' || !Array.isArray(picture.drawings)) return undefined;
  const drawings = picture.drawings.filter((one) => typeof one === 'string' && /^[a-z-]+$/.test(one));
  return { alt: picture.alt, drawings };
};

/** Reads the answer of `/lines`. */
export const parseLines = (value: unknown): readonly Line[] | undefined => {
  const lines = readRecord(value)?.lines;
  return Array.isArray(lines) ? lines.flatMap((one) => parseLine(one) ?? []) : undefined;
};

const parseChoices = (value: unknown): readonly Choice[] =>
  Array.isArray(value) ? value.flatMap((one) => parseChoice(one) ?? []) : [];

const parseChoice = (value: unknown): Choice | undefined => {
  const choice = readRecord(value);
  if (typeof choice?.label !== 'string' || typeof choice.data !== 'string') return undefined;
  const { label, data, picked } = choice;
  return typeof picked === 'boolean' ? { label, data, picked } : { label, data };
};
