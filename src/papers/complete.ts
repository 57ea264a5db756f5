import { type Field, isList, type Values } from './field.ts';
import { layoutMark } from './head.ts';
import type { Paper, Sheet } from './paper.ts';
import { papers } from './register.ts';
import { dots } from './words.ts';

/** Plain strings for every field of a paper, and for every field of every row of its lists: what a template is filled with. */
export type Filling = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

/** A value that a paper cannot be made without: the field, and what the paper is about. No value stands in it. */
export type Missing = { readonly field: string; readonly of: string };

/** What of a sheet is missing; nothing when it can be made. */
export function missingIn({ of, paper, values }: Sheet): readonly Missing[] {
  return Object.entries(papers[paper].fields).flatMap(([name, field]) => {
    const value = values[name];
    if (name === 'layoutNote') return [];
    if (!isList(field)) return isMissing(field, value) ? [{ field: name, of }] : [];
    if (!isRows(value) || (value.length === 0 && field.needsRow === true)) return [{ field: name, of }];
    return value.flatMap((row) =>
      Object.entries(field.columns).flatMap(([column, each]) =>
        isMissing(each, row[column]) ? [{ field: `${name}.${column}`, of }] : [],
      ),
    );
  });
}

/** The strings of a sheet that is not missing anything; the page bears its mark until its layout is confirmed. */
export function fillingOf(
  { paper, values }: Sheet,
  { isConfirmed }: { readonly isConfirmed: boolean },
): Filling {
  const noted: Values = { ...values, layoutNote: isConfirmed ? '' : layoutMark };
  const filled = Object.entries(papers[paper].fields).map(([name, field]): [string, Filling[string]] => {
    const value = noted[name];
    if (!isList(field)) return [name, printed(field, isRows(value) ? null : value)];
    const columns = Object.entries(field.columns);
    const rows = isRows(value) ? value : [];
    return [
      name,
      rows.map((row) =>
        Object.fromEntries(columns.map(([column, each]) => [column, printed(each, row[column])])),
      ),
    ];
  });
  return Object.fromEntries(filled);
}

/** Made-up strings for every field, two rows in every list: to try a template with. */
export function sampleOf({ fields }: Paper): Filling {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      isList(field)
        ? [1, 2].map((n) =>
            Object.fromEntries(Object.keys(field.columns).map((column) => [column, `${column} ${n}`])),
          )
        : name,
    ]),
  );
}

function isMissing({ whenUnknown }: Field, value: Values[string] | undefined): boolean {
  return whenUnknown === 'stops' && (typeof value !== 'string' || value.trim() === '');
}

function printed({ whenUnknown }: Field, value: string | null | undefined): string {
  if (typeof value === 'string' && (value !== '' || whenUnknown === 'blank')) return value;
  return whenUnknown === 'dots' ? dots : '';
}

function isRows(value: Values[string] | undefined): value is Exclude<Values[string], string | null> {
  return Array.isArray(value);
}
