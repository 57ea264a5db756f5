import type { DXT } from 'docxtemplater';
import { z } from 'zod';

/** A `{field}`, or a `{#field}…{/field}` (`^` where it shows when there is nothing) with what stands in it. */
export type Tag = {
  readonly name: string;
  readonly kind: 'value' | 'section' | 'other';
  readonly inside: readonly Tag[];
};

type Part = { type: string; value?: unknown; module?: string | undefined; subparsed?: Part[] | undefined };
const partSchema: z.ZodType<Part> = z.lazy(() =>
  z.object({
    type: z.string(),
    value: z.unknown(),
    module: z.string().optional(),
    subparsed: z.array(partSchema).optional(),
  }),
);
const inspected = z.object({ inspect: z.object({ postparsed: z.array(partSchema) }) });

/** Collects the tags of all parts of a template (page, header, footer) while it is compiled. */
export function tagReader(): { readonly module: DXT.Module; readonly tags: readonly Tag[] } {
  const tags: Tag[] = [];
  const module: DXT.Module = {
    name: 'tags',
    set(options: unknown) {
      const found = inspected.safeParse(options);
      if (found.success) tags.push(...tagsIn(found.data.inspect.postparsed));
    },
  };
  return { module, tags };
}

function tagsIn(parts: readonly Part[]): readonly Tag[] {
  return parts
    .filter(({ type }) => type === 'placeholder')
    .map(({ module, subparsed, value }) => ({
      name: String(value),
      kind: module === undefined ? 'value' : module === 'loop' ? 'section' : 'other',
      inside: tagsIn(subparsed ?? []),
    }));
}
