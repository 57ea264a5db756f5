import { tellApart } from './apart.ts';
import type { Birth } from './birth.ts';
import { findBirth } from './find-birth.ts';
import { partsOf, readParts } from './member-words.ts';

/** One person of the household as somebody typed them, or why the line is none. */
export type MemberLine =
  | {
      readonly kind: 'member';
      readonly name: string;
      readonly birth: Birth | null;
      readonly relation?: string;
    }
  | { readonly kind: 'refused'; readonly why: 'no-name' | 'id-number' | 'too-long' | 'not-a-person' };

const BULLET = /^\s*(?:[-*•+–—·▪]+\s*|\(?\d{1,2}\s?[.)\]:](?!\d)\s*)+/;
const DATE = /(?<![\d.-])\d{1,2}[./-]\d{1,2}[./-]\d{4}(?![\d.-])/g;
// With their marks only: "Bà Châu" is no "ba cháu" (three grandchildren), "con Đệ" no "con dê" (a goat).
const CROWD = [
  /^(?:\d+|hai|ba|bốn|năm) (?:người|con|cháu|em|anh em|chị em|khẩu|nhân khẩu|vợ chồng|đứa|nguoi|chau|khau|vo chong|people|kids|children|persons)(?: |$)/u,
  /(?:^| )(?:vợ chồng|vo chong|con (?:bò|trâu|heo|lợn|chó|mèo|gà|vịt|dê|ngựa)|xe máy|không|khong|ko|hết|xong|người|nguoi)(?: |$)/u,
  /^(?:có|co|vâng|dạ|rồi|chưa|chua|ừ|ok|yes|no|none|nobody|done|hello|hi|xin chào|xin chao|chào|het)$/u,
  // What is said of a household, not of a person; "Thế", "Đủ" and "Thêm" are names, so most of it counts only without a birth.
  /(?:^| )(?:một mình|mot minh|gia đình|gia dinh|danh sách|danh sach)(?: |$)|^(?:nhà|hộ) (?:tôi|mình|em|tui|có|gồm)(?: |$)/u,
];
const SAID =
  /(?:^| )(?:rồi|roi|nữa|nhé|ạ|gồm|gom|cũng|đều|những|mấy|gì|nào|được|thôi|thoi|vậy|vay|đúng|đủ|thêm|nhà|ở|hiểu|muốn|that|all|enough|list|only|just)(?: |$)|(?: [^ ]+){5}/u;
// "Nhà tôi gồm:", "Gia đình có 3 người", "My family:"; without its mark "nha" may begin a name.
const HEADER = new RegExp(
  '^(?:nhà|nha(?= (?:toi|co|gom|em)(?: |:|$))|gia đình|gia dinh|hộ|danh sách|danh sach|(?:my|our) (?:family|household)|we)' +
    '(?: (?:\\d{1,2}|tôi|toi|mình|minh|em|tui|chúng|hiện|còn|nay|đang|có|co|gồm|gom|các|những|thành viên|thanh vien|người|nguoi|nhân khẩu|nhan khau|khẩu|' +
    'khau|là|la|sau|như|all|are|have|has|people|persons|members|is))*\\s*(?::\\s*|$)',
  'iu',
);

/** Reads one person – a name, a birth and what they are to the household – from one line. */
export function parseMemberLine(line: string, thisYear: number): MemberLine {
  const plain = line
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cs}\0\p{Extended_Pictographic}]|\uFE0F/gu, (mark) =>
      /\d|[#*]/.test(mark) ? mark : '',
    )
    .replace(/\s+/g, ' ')
    .replace(BULLET, '')
    .replace(HEADER, '')
    .replace(/^(?:thêm|them|add) (?=\p{L})/iu, '')
    .trim();
  if (/\d(?:[\s.-]?\d){8,}/.test(plain.replace(DATE, ' x '))) return refused('id-number');
  if (plain.length > 160) return refused('too-long');
  if (!/[\p{L}]/u.test(plain)) return refused('no-name');
  if (CROWD.some((crowd) => crowd.test(plain.toLowerCase())) || /[@?=<>{}\\]|^\/|https?:/.test(plain))
    return refused('not-a-person');
  // "|" keeps the places where the line was parted; a dash inside a date stays.
  const words = plain
    .replace(/(?<!\d)[-–—]|[-–—](?!\d)|[,;:()[\]|"“”_]/gu, ' | ')
    .split(' ')
    .map((word) => word.replace(/[.!]+$/, ''))
    .filter((word) => word !== '');
  return member(words, thisYear);
}

/**
 * Reads a list of people: a line or a semicolon parts them, a comma or "và" only when each part has its own name and
 * birth, or several of them have: then it must be several people, and the parts that are not whole are not clear.
 */
export function parseMemberLines(
  raw: string,
  thisYear: number,
): readonly { readonly line: string; readonly result: MemberLine }[] {
  return raw
    .split(/[\r\n;]+/)
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{Nd}]/u.test(line))
    .filter((line, _, all) => all.length === 1 || !isHeader(line))
    .flatMap((line) => {
      const parts = tellApart(line)
        .split(/,|\s(?:và|va|and)\s/iu)
        .map((part) => part.trim())
        .filter((part) => part !== '');
      const results = parts.map((part) => ({ line: part, result: parseMemberLine(part, thisYear) }));
      const whole = results.filter(({ result }) => isWhole(result)).length;
      if (whole < 2) return [{ line, result: parseMemberLine(line, thisYear) }];
      return results.map((each) =>
        isWhole(each.result) || each.result.kind === 'refused'
          ? each
          : { line: each.line, result: refused('not-a-person') },
      );
    });
}

/** A line that only says that a list follows. */
function isHeader(line: string): boolean {
  return line.normalize('NFC').replace(/\s+/g, ' ').replace(HEADER, '') === '';
}

function isWhole(result: MemberLine): boolean {
  return result.kind === 'member' && result.birth !== null && result.birth.kind !== 'refused';
}

function member(all: readonly string[], thisYear: number): MemberLine {
  // "1 Lan 1985": a list numbered without a dot.
  const numbered =
    /^\d{1,2}$/.test(all[0] ?? '') &&
    /^\p{L}/u.test(all[1] ?? '') &&
    findBirth(all.slice(2), thisYear) !== null;
  const parted = numbered ? all.slice(1) : all;
  const words = parted.filter((word) => word !== '|');
  const found = findBirth(words, thisYear);
  const parts = partsOf(parted, found?.start ?? -1, found?.end ?? -1);
  const read = readParts(parts);
  if (!read) return refused('not-a-person');
  const name = read.name ?? read.relation;
  if (name === undefined) return refused('no-name');
  if ([...name].length > 40) return refused('too-long');
  // "vợ Lan con Bình" are two people.
  const two = / (?:và|and|với|vợ|chồng|con|cháu|mẹ|bố|ông|bà) /u.test(` ${name} `) && name !== read.relation;
  if (/\d/.test(name) || name.split(' ').length > 8 || two) return refused('not-a-person');
  const birth = found?.birth ?? null;
  if (birth === null && SAID.test(name.toLowerCase())) return refused('not-a-person');
  return read.relation === undefined
    ? { kind: 'member', name, birth }
    : { kind: 'member', name, birth, relation: read.relation };
}

function refused(why: 'no-name' | 'id-number' | 'too-long' | 'not-a-person'): MemberLine {
  return { kind: 'refused', why };
}
