import { procedureIds, procedures } from '../procedure/procedures.ts';
import { type Field, isList, type ListField, type Seen } from './field.ts';
import { everyPaper } from './head.ts';
import { type Paper, paperNames } from './paper.ts';
import { papers } from './register.ts';

type Lang = 'vi' | 'en';

const words = {
  en: {
    title: 'Templates of papers',
    made: 'Made by `npm run docs` from `src/papers/`; a test holds it against the code. Tiếng Việt: [README.vi.md](README.vi.md).',
    how: [
      'The DOCX files in [vi/](vi/) are edited in Word or LibreOffice. `{field}` is replaced by a value; `{#list}` in the first cell and `{/list}` in the last cell of a table row repeat the row for each household or member; `{^list}` shows its row only when the list is empty; `{#field}` and `{/field}` on lines of their own keep what is between them only when the field is not empty.',
      'A ward puts a template of its own in place with `npm run admin -- paper template set`; it is first filled with made-up values. A field that is not in this list, a list that is not closed, or a missing `{layoutNote}` is refused with its name.',
      'When an office has compared a template with the official form, `npm run admin -- paper confirm --by … --source …` takes the mark off, for that very file only. The head of a page (name of the state, motto, agency, number, place and date, recipients) follows what is commonly done; it is not in our facts, so it is part of what is to be compared.',
      'What only a person signs or writes is dots in the template. Shown in the column “unknown”: _stops_ the paper, naming field and household; _dots_ to be filled in by hand; _blank_.',
    ],
    every: 'Every paper',
    columns: ['field', 'meaning', 'unknown', 'seen on the official form'],
    whenUnknown: { stops: 'stops', dots: 'dots', blank: 'blank' },
    listOf: 'list',
    not: 'not seen',
    form: 'Form',
    noForm: 'no form known',
    layout: 'Layout',
  },
  vi: {
    title: 'Tệp mẫu của các giấy tờ',
    made: 'Do `npm run docs` tạo từ `src/papers/`, có kiểm thử giữ cho đúng. English: [README.md](README.md).',
    how: [
      'Các tệp DOCX trong [vi/](vi/) sửa bằng Word hoặc LibreOffice. `{trường}` được thay bằng giá trị; `{#danh-sách}` ở ô đầu và `{/danh-sách}` ở ô cuối của một dòng bảng thì dòng đó lặp lại cho từng hộ, từng người; `{^danh-sách}` chỉ hiện dòng khi danh sách trống; `{#trường}` và `{/trường}` đứng riêng dòng thì phần ở giữa chỉ còn lại khi trường có nội dung.',
      'Phường, xã đặt tệp mẫu của mình bằng `npm run admin -- paper template set`; tệp được điền thử bằng dữ liệu giả trước. Trường không có trong bảng dưới đây, danh sách không đóng, hoặc thiếu `{layoutNote}` thì bị từ chối, có nêu tên.',
      'Khi cơ quan đã so tệp mẫu với mẫu chính thức, `npm run admin -- paper confirm --by … --source …` bỏ dòng đánh dấu, chỉ cho đúng tệp đó. Phần đầu trang (quốc hiệu, tiêu ngữ, tên cơ quan, số, địa danh và ngày, nơi nhận) theo cách làm thông thường, chưa có trong tư liệu của chúng tôi, nên cũng phải so.',
      'Chỗ chỉ người ký hoặc viết tay thì để chấm trong tệp mẫu. Cột “khi chưa biết”: _dừng_ và nêu tên trường, số hồ sơ; để _chấm_ cho người điền; để _trống_.',
    ],
    every: 'Mọi giấy tờ',
    columns: ['trường', 'ý nghĩa', 'khi chưa biết', 'đã thấy trên mẫu chính thức'],
    whenUnknown: { stops: 'dừng', dots: 'chấm', blank: 'trống' },
    listOf: 'danh sách',
    not: 'chưa thấy',
    form: 'Mẫu',
    noForm: 'chưa biết mẫu nào',
    layout: 'Bố cục',
  },
} as const;

/** The page for the person who edits templates: every field of every paper, and what is known of the official layouts. Markdown. */
export function papersPage(lang: Lang): string {
  const { every, how, made, title } = words[lang];
  return [
    `# ${title}`,
    made,
    ...how,
    `## ${every}`,
    table(everyPaper, lang),
    ...paperNames.flatMap((name) => sectionOf(papers[name], lang)),
    '',
  ].join('\n\n');
}

function sectionOf(paper: Paper, lang: Lang): readonly string[] {
  const own = Object.entries(paper.fields).filter(([name]) => !Object.hasOwn(everyPaper, name));
  return [
    `## ${paper.name}: ${paper.means[lang]}`,
    `${words[lang].form}: ${formsOf(paper, lang)}`,
    `${words[lang].layout}: ${paper.layout[lang]}`,
    table(Object.fromEntries(own), lang),
  ];
}

/** The forms of a paper in every procedure that gives one, with how sure we are of number and title. */
function formsOf({ form }: Paper, lang: Lang): string {
  if (form === null) return `${words[lang].noForm}.`;
  const told = procedureIds.map((id) => {
    const found = procedures[id].forms[form];
    if ('gap' in found) return `${words[lang].noForm}: ${found.ask}`;
    const { number, title } = found;
    return `${number.value} (${number.certainty}), “${title.value}” (${title.certainty}), ${number.source.document}`;
  });
  return `${[...new Set(told)].join('; ')}.`;
}

function table(fields: Readonly<Record<string, Field | ListField>>, lang: Lang): string {
  const { columns, listOf, whenUnknown } = words[lang];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const line = (name: string, { means, seen, whenUnknown: when }: Field) =>
    row([`\`${name}\``, means[lang], whenUnknown[when], seenOn(seen, lang)]);
  const rows = Object.entries(fields).flatMap(([name, field]) => {
    if (!isList(field)) return [line(name, field)];
    const when = whenUnknown[field.needsRow === true ? 'stops' : 'blank'];
    return [
      row([`\`#${name}\` (${listOf})`, field.means[lang], when, seenOn(field.seen, lang)]),
      ...Object.entries(field.columns).map(([column, each]) => line(`${name}.${column}`, each)),
    ];
  });
  return [row(columns), row(columns.map(() => '---')), ...rows].join('\n');
}

function seenOn(seen: Seen | undefined, lang: Lang): string {
  if (seen === undefined) return words[lang].not;
  const { article, document, url } = seen.source;
  const named = article === undefined ? document : `${article}, ${document}`;
  return `${url === undefined ? named : `[${named}](${url})`} (${seen.certainty})`;
}
