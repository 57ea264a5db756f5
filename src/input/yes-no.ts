import { fold } from './fold.ts';

const NOT = '(?:khong|ko|kg|k|kh|khg|hong|hok|hk|hem|hog|hum|khum|chua|chx|chang|cha|dau|0)';
const WHO =
  '(?:(?:da|vang|thua|u|uh|toi|em|minh|tui|con|chau|chac|thi|cung|thuc su|that su|nha|cai nay|cai do) )*';
const KNOWING = '(?:biet|bit|bik|bt|biec|bjt|pit|ro|nho|chac|chac chan|ranh|nam ro|hieu ro)';
// "không biết chữ" (cannot read) is an answer, not a missing one: what may follow is listed.
const TRAILING =
  '(?: (?:a|ah|ak|nua|gi|lam|dau|het|ro|chinh xac|cu the|duoc|la|co|khong|ko|k|bao nhieu|chac|nha|nhe|oi|roi|em|anh|chi|that|luon|noi|nao))*';
const UNKNOWN = [
  new RegExp(`^${WHO}${NOT}(?: the| co)? ${KNOWING}${TRAILING}$`),
  /^(?:(?:da|thi|toi|em|tui) )*(?:chiu|quen|quen mat|ai biet|ai ma biet|sao biet|sao biet duoc|lam sao biet|biet chet lien|kb|kbt)(?: (?:a|luon|het|roi|thoi))*$/,
  /^(?:sorry )?(?:i |we )?(?:really )?(?:don t|dont|do not|didn t|can t|cannot) (?:know|remember|recall|tell|be sure)(?: yet| exactly| that| sorry)?$/,
  /^(?:idk|dunno|(?:i am |i m )?not sure|(?:i have )?no idea|unknown|unsure|(?:i )?forgot|no clue)$/,
];
const NOBODY = [
  new RegExp(
    `^(?:da |a )*${NOT} (?:co |phai )?(?:ai|nguoi nao|mot ai)(?: (?:ca|het|dau|luon|a|nha|trong so nay))*$`,
  ),
  /^(?:da )?(?:khong|ko|k|kh|khg|hong|hok|khum|chua|chang|cha)(?: co)(?: (?:a|dau|nha))*$/,
  /^(?:da )?(?:(?:khong|ko|kh|khg|hong|hok|khum|0)(?: a)?|dau co ai|lam gi co ai|none|nobody|no one|noone|no|zero)$/,
];

/** Says whether somebody answered that they do not know. */
export function isUnknown(raw: string): boolean {
  if (/^[\s?？]+$/.test(raw) && raw.trim() !== '') return true;
  const said = fold(raw);
  return UNKNOWN.some((pattern) => pattern.test(said));
}

/** Says whether somebody answered that it is nobody (or none). */
export function isNobody(raw: string): boolean {
  const said = fold(raw);
  return !isUnknown(raw) && NOBODY.some((pattern) => pattern.test(said));
}

const NO = new RegExp(`^(?:${NOT}|noo*|nope|nah|not|never|none|n|sai|false)$`);
const YES = /^(?:co|dung|phai|roi|duoc|dongy|yes+|y|yeah|yep|yup|true|correct|right|sure)$/;
// These agree, or are only polite: "dạ không" is a no.
const SOFT_YES = /^(?:da|vang|u|uh|uk|ukm|uhm|uhu|ok|oke|okay|okie|oki|okla|okela|ua)$/;
const PARTICLE =
  /^(?:a|ah|ak|nha|nhe|nhen|nghen|chu|ma|do|day|vay|the|thoi|luon|oi|em|anh|chi|toi|toy|tui|minh|hen|chan|chac|nua|hoan|toan|that|of|course|is|that|s|we|i|have|has|at|all|yet)$/;
// Only a denial may carry these: "không có gì hết" is no, "hết rồi" and "có gì" are not an answer.
const OF_DENIAL = /^(?:he|gi|nao|cai|ai|het|ca|bao|gio|tung|any|anything)$/;
const UNSURE =
  /(?:^| )(?:hinh nhu|co le|co the|chac la|chac co|chac khong|chac ko|chac k|chac chua|chac vay|chac the|chac da|maybe|perhaps|probably|thinh thoang|doi khi|luc co|nhung|hay|hoac|or|but)(?: |$)/;
const TURNED_ROUND = new RegExp(`(?:^| )${NOT} (?:phai (?:la )?${NOT}|sai)(?: |$)`);

/** Reads yes, no or "I do not know"; null when it is none of them or nobody could be sure which. */
export function parseYesNo(raw: string): 'yes' | 'no' | 'unknown' | null {
  if (isUnknown(raw)) return 'unknown';
  // "ờ" agrees, but without its mark an o says nothing; "hỏng rồi" is broken, not denied.
  const said = fold(raw.normalize('NFC').replace(/(?<!\p{L})ờ(?!\p{L})/giu, 'uh'))
    .replace(/(?<=^| )dong y(?= |$)/g, 'dongy')
    .replace(
      /(?<=^| )(?:(?:don|doesn|haven|hasn|isn|aren|didn) t|dont|doesnt|havent)(?: have)?(?= |$)/g,
      'not',
    );
  if (/(?:^| )(?:hong|hok|hog) roi(?: |$)/.test(said)) return null;
  if (UNSURE.test(said) && !said.includes('chac chan')) return null;
  if (
    /^(?:yes )?(?:i|we|it) (?:do|have|does|is)$/.test(said) ||
    /^of course(?! not)/.test(said) ||
    /^(?:da )?(?:tat|di|duong) nhien(?: (?:roi|co|a))*$/.test(said)
  )
    return 'yes';
  if (/^(?:da )?lam gi co(?: dau| a| ma)*$/.test(said)) return 'no';
  // "có đau" (it hurts) and "có đâu" (not at all) fold to the same letters: only the marks tell.
  const dau = / dau(?: |$)|^dau$/.test(said);
  if (
    dau &&
    !/đâu/iu.test(raw.normalize('NFC')) &&
    !/^(?:da )?(?:khong|ko|k) (?:co |phai )?dau(?: a)?$/.test(said)
  )
    return null;
  return judged(said);
}

function judged(said: string): 'yes' | 'no' | null {
  const kinds = said.split(' ').map(kindOf);
  if (kinds.includes('other') || TURNED_ROUND.test(said)) return null;
  const no = kinds.indexOf('no');
  const yes = kinds.indexOf('yes');
  if (no === -1) return (yes !== -1 || kinds.includes('soft')) && !kinds.includes('denial') ? 'yes' : null;
  // "có không?" asks, "có đâu" denies.
  if (yes !== -1 && yes < no)
    return /^(?:(?:da|vang|u) )*(?:co|phai|dung|duoc) dau(?: (?:a|ma|nha))*$/.test(said) ? 'no' : null;
  return 'no';
}

function kindOf(word: string): 'no' | 'yes' | 'soft' | 'particle' | 'denial' | 'other' {
  if (NO.test(word)) return 'no';
  if (YES.test(word)) return 'yes';
  if (SOFT_YES.test(word)) return 'soft';
  if (OF_DENIAL.test(word)) return 'denial';
  return PARTICLE.test(word) ? 'particle' : 'other';
}

/** Does the text say that it is so of no person ("không ai", "nobody"), and not just "no"? */
export function isNoPerson(raw: string): boolean {
  return isNobody(raw) && /\b(?:ai|nobody|no one|none)\b/.test(fold(raw));
}
