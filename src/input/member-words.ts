import { isRelation, relationAt } from './relation.ts';

const WORDS_BETWEEN = /^(?:tên|ten|là|la|họ tên|named|name|is)$/iu;

/** Gives the words besides the birth, parted where the line was and where the birth stood. */
export function partsOf(parted: readonly string[], start: number, end: number): string[][] {
  const parts: string[][] = [[]];
  let at = 0;
  for (const word of parted) {
    const birth = word !== '|' && at >= start && at < end;
    if (word === '|' || birth) parts.push([]);
    else parts.at(-1)?.push(word);
    if (word !== '|') at += 1;
  }
  return parts.filter((part) => part.length > 0);
}

/** Reads the name and the relation out of the parts of a line; null when two names stand in it. */
export function readParts(
  parts: readonly (readonly string[])[],
): { name?: string; relation?: string } | null {
  const names: string[] = [];
  const relations: string[] = [];
  for (const part of parts) {
    const { name, relation } = readPart(part, parts.length > 1);
    if (name !== undefined) names.push(name);
    if (relation !== undefined) relations.push(relation);
  }
  const [name] = names;
  const [relation] = relations;
  if (names.length > 1 || (relations.length > 1 && name === undefined)) return null;
  return { ...(name === undefined ? {} : { name }), ...(relation === undefined ? {} : { relation }) };
}

function readPart(part: readonly string[], besideOthers: boolean): { name?: string; relation?: string } {
  const said = part.join(' ');
  const own = said.replace(/ (?:của |cua )?(?:tôi|toi|tui|mình)$/iu, '');
  if (isRelation(own)) return { relation: own };
  if (
    besideOthers &&
    /^(?:nam|nữ|nu|male|female|ạ|a|năm nay|hiện|họ tên|họ và tên|tên|ho ten|ten|name|quan hệ)$/iu.test(said)
  )
    return {};
  const read = part.length > 1 ? relationAt(part) : null;
  if (read && isCallName(part, read.taken)) return { name: said };
  if (read) {
    const mine =
      /^(?:tôi|toi|tui|mình|em|của tôi)$/iu.test(part[read.taken] ?? '') && part.length > read.taken;
    const rest = part
      .slice(read.taken + (mine ? 1 : 0))
      .filter((word, at) => at > 1 || !WORDS_BETWEEN.test(word));
    return rest.length > 0 ? { relation: read.relation, name: rest.join(' ') } : { relation: read.relation };
  }
  // "Lan vợ": only with its marks is the last word surely no part of the name.
  const last = part.at(-1) ?? '';
  if (part.length > 1 && /^(?:vợ|chồng|mẹ|bố|cháu|bà|ông)$/u.test(last))
    return { name: part.slice(0, -1).join(' '), relation: last };
  const name = (/^\p{Lu}/u.test(said) && last === 'nữ' ? part.slice(0, -1) : part)
    .filter((word, at) => at > 1 || part.length === 1 || !/^(?:tên|họ|là|và)$/iu.test(word) || word === 'và')
    .join(' ');
  return /\p{L}/u.test(name) ? { name } : {};
}

// "Anh Thư", "Chi Mai" and "Vo Van Kiet" are names although they begin like a relation.
function isCallName(part: readonly string[], taken: number): boolean {
  const [first = '', second = ''] = part;
  if (taken > 1) return false;
  if (/^(?:van|thi)$/i.test(second)) return true;
  return /^(?:Anh|Em|Ba|Chi|Chu|Co|Vo|Chau|Bac|Cha|U|Di|Be|Me|Ma|Cu)$/.test(first) && /^\p{Lu}/u.test(second);
}
