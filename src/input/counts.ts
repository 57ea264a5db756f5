import { parseCount } from './number.ts';
import { tidy } from './tidy.ts';

/** Reads one number, or several in one message ("3 1 1 4"), each up to `max`; null where it is not only numbers. */
export function parseCounts(raw: string, max: number): readonly number[] | null {
  const text = tidy(raw).replace(/[.!]+$/, '');
  const said = text.split(/[\s,;+]+/).filter((each) => each !== '' && each !== 'va');
  if (said.length > 1 && said.length <= 100 && said.every((each) => /^\d{1,5}$/.test(each))) {
    const all = said.map(Number);
    return all.every((each) => each <= max) ? all : null;
  }
  const one = parseCount(raw, { min: 0, max });
  return one.kind === 'number' ? [one.value] : null;
}
