import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import PizZip from 'pizzip';
import { makePapers, preparePapers } from '../../src/paperwork/make.ts';
import { NoPaper, type PaperRequest } from '../../src/paperwork/request.ts';
import { shippedTemplate } from '../../src/paperwork/templates.ts';
import { layoutMark } from '../../src/papers/head.ts';
import { paperNames } from '../../src/papers/paper.ts';
import type { Values } from '../../src/papers/field.ts';
import { effectiveAnswers } from '../../src/desk/subject.ts';
import { casesOf } from '../../src/store/cases.ts';
import { dossiersOfRound } from '../../src/store/dossiers.ts';
import { listsOf } from '../../src/store/lists.ts';
import { postingsOfRound } from '../../src/store/postings.ts';
import { membersOf } from '../../src/survey/answer.ts';
import { bringTo } from '../journeys/round.ts';
import { operates, signed } from '../journeys/ward-people.ts';
import { testDatabase, type TestDatabase } from '../store/database.ts';
import { edited, textOf } from './edited.ts';
import { days, households, objection, playSeason, reasons, released, type Season } from './season.ts';

/** The papers of one played round, held against what the database keeps of it. */
let database: TestDatabase;
let season: Season;
beforeAll(async () => {
  database = await testDatabase();
  season = await playSeason(database.db);
}, 120_000);
afterAll(() => database.close());

const [lo, ngu, man, ky] = households.map(({ name }) => name);
const prepared = async (paper: PaperRequest['paper'], more: Partial<PaperRequest> = {}) =>
  (await preparePapers(database.db.q, { paper, round: season.round, ...more })).sheets;
const valuesOf = async (paper: PaperRequest['paper'], more: Partial<PaperRequest> = {}) =>
  (await prepared(paper, more)).map(({ values }): Values => values);
const made = async (request: Partial<PaperRequest> & Pick<PaperRequest, 'paper'>) => {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for await (const file of makePapers(database.db, { round: season.round, ...request })) files.push(file);
  return files;
};

describe('the papers of a played round', () => {
  test('are those that it has, by numbers and never by names', async () => {
    const files = await Promise.all(
      paperNames.map(async (name) => (await prepared(name)).map(({ file }) => file)),
    );
    expect(files).toEqual([
      ['review-request-1', 'review-request-2', 'review-request-3'],
      ['leaving-request-4'],
      ['minutes-khu-1-1-1', 'minutes-khu-1-1-2', 'minutes-khu-2-1-1', 'minutes-khu-2-1-2'],
      ['posted-list-khu-1-1', 'posted-list-khu-1-2', 'posted-list-khu-2-1', 'posted-list-khu-2-2'],
      ['complaint-answer-1'],
      ['decision-1-1'],
      ['certificate-1', 'certificate-2', 'certificate-4'],
      ['refusal-3'],
    ]);
  });

  test('a request names the household and its members as they were told', async () => {
    const [first] = await valuesOf('review-request');
    const [row] = await dossiersOfRound(database.db.q, { id: season.round, ward: 2 });
    const [told] = await casesOf(database.db.q, [row!.case!]);
    const members = membersOf(effectiveAnswers(told!));
    expect(first).toMatchObject({
      household: lo,
      zone: 'Khu 1',
      formName: 'Mẫu số 01 – Quyết định 24/2021/QĐ-TTg',
    });
    expect(first!['members']).toEqual(
      members.map(({ name }, at) => ({ n: String(at + 1), name, birth: '1985', relation: null })),
    );
    expect(await valuesOf('leaving-request')).toMatchObject([
      { household: ky, formName: 'Mẫu số 04 – Quyết định 24/2021/QĐ-TTg' },
    ]);
  });

  test('minutes hold the votes as they were written down, in two copies that differ in whom they are for', async () => {
    const [first, second, other] = await valuesOf('minutes');
    expect(first).toMatchObject({
      copy: 'Bản thứ nhất',
      copyFor: 'lưu tại Khu 1',
      dateLine: 'ngày 05 tháng 11 năm 2026',
      time: '19:30',
      where: 'Nhà văn hóa & sân kho',
      present: '20',
      rule: 'Cần ít nhất 50 % số người dự họp đồng ý (Điều 4 khoản 3, Quyết định 24/2021/QĐ-TTg).',
      households: [
        { name: lo, class: 'hộ nghèo', inFavour: '20', present: '20', result: 'thống nhất' },
        { name: ngu, class: 'hộ cận nghèo', inFavour: '18', present: '20', result: 'thống nhất' },
        { name: man, inFavour: '17', present: '20', result: 'thống nhất' },
      ],
    });
    expect(second).toEqual({
      ...first,
      copy: 'Bản thứ hai',
      copyFor: 'gửi Ban Chỉ đạo rà soát phường Thử Nghiệm',
    });
    expect(other!['households']).toMatchObject([{ name: ky, inFavour: '20' }]);
    expect(JSON.stringify(await prepared('minutes'))).not.toMatch(/thu nhập|\d{7}/);
  });

  test('a posted list is the one that hung, with nothing but names and classes', async () => {
    const kept = await postingsOfRound(database.db.q, season.round);
    const printed = await valuesOf('posted-list');
    expect(
      printed.map(({ households: rows }) =>
        Array.isArray(rows) ? rows.map((row: Readonly<Record<string, string | null>>) => row['name']) : [],
      ),
    ).toEqual(kept.map(({ lines }) => lines.map(({ name }) => name)));
    expect(printed[0]).toMatchObject({ from: '06/11/2026', posting: '1', count: '3' });
    expect(printed[1]).toMatchObject({
      posting: '2',
      count: '1',
      households: [{ n: '1', name: ngu, class: 'hộ nghèo' }],
    });
    expect(await prepared('posted-list', { zone: 'khu-1', number: 2 })).toHaveLength(1);
  });

  test('the answer to an objection says what hung, what was found and why, and not who objected', async () => {
    const [answer] = await valuesOf('complaint-answer');
    expect(answer).toMatchObject({
      household: ngu,
      said: objection.said,
      reason: objection.reason,
      posted: 'hộ cận nghèo',
      found: 'hộ nghèo',
      saidOn: '06/11/2026',
      foundOn: '06/11/2026',
    });
    expect(JSON.stringify(answer)).not.toContain(lo);
  });

  test('the decision has every recognised household of its list in exactly one of its parts', async () => {
    const [{ lines } = { lines: [] }] = await listsOf(database.db.q, season.round);
    const [paper] = await valuesOf('decision');
    const parts = ['poor', 'nearPoor', 'leftPoor', 'leftNearPoor', 'others'] as const;
    const names = (part: string) => {
      const rows = paper![part];
      return Array.isArray(rows)
        ? rows.map((row: Readonly<Record<string, string | null>>) => row['name'])
        : [];
    };
    expect(Object.fromEntries(parts.map((part) => [part, names(part)]))).toEqual({
      poor: [lo, ngu],
      nearPoor: [ky],
      leftPoor: [],
      leftNearPoor: [released],
      others: [],
    });
    const recognised = lines.filter(({ decision }) => decision !== null && decision.kind !== 'declined');
    expect(parts.flatMap(names).toSorted()).toEqual(recognised.map(({ name }) => name).toSorted());
    expect(paper).toMatchObject({
      decision: '12/QĐ-UBND',
      dateLine: 'ngày 28 tháng 11 năm 2026',
      countPoor: '2',
      countLeftNearPoor: '1',
      opinion: 'Căn cứ ý kiến của Tổ công tác của tỉnh tại văn bản số 45/BC ngày 28/11/2026;',
    });
  });

  test('certificates and refusals say what was decided, with number and reasons', async () => {
    expect(await valuesOf('certificate')).toMatchObject([
      {
        household: lo,
        class: 'hộ nghèo',
        certificate: '7/GCN',
        decision: '12/QĐ-UBND',
        decidedOn: '28/11/2026',
      },
      { household: ngu, class: 'hộ nghèo', certificate: '7/GCN' },
      { household: ky, class: 'hộ cận nghèo', certificate: null },
    ]);
    expect(await valuesOf('refusal')).toMatchObject([{ household: man, reasons, decision: '12/QĐ-UBND' }]);
    expect(await prepared('certificate', { dossier: 2 })).toHaveLength(1);
    expect(days.decided).toBe('2026-11-28');
  });

  test('say of a year after the decision’s own scope that nobody has confirmed it', async () => {
    for (const name of paperNames)
      for (const { lawNote } of await valuesOf(name))
        expect(lawNote).toContain('chưa xác nhận văn bản áp dụng');
  });

  test('are DOCX files with the font in them, dots for what is not known, and the mark', async () => {
    const [first, ...others] = await made({ paper: 'certificate' });
    expect(others).toHaveLength(2);
    const text = textOf(first!.bytes);
    for (const words of [
      lo!,
      '7/GCN',
      'PHƯỜNG THỬ NGHIỆM',
      'Là hộ nghèo trong danh sách năm 2026',
      layoutMark,
      '……',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/[{}]|undefined|null/);
    expect(new PizZip(first!.bytes).file(/odttf$/)).toHaveLength(3);
  });
});

describe('what cannot be made', () => {
  test('says so: nothing of that kind, no such round, no such zone', async () => {
    await expect(prepared('refusal', { dossier: 1 })).rejects.toThrow(
      'Nothing in round 1 to make refusal of',
    );
    await expect(prepared('refusal', { round: 99 })).rejects.toThrow('There is no round 99');
    await expect(prepared('minutes', { zone: 'khu-9' })).rejects.toThrow('no zone with the code "khu-9"');
  });

  test('stops with the field and the number of the household, before anything is made', async () => {
    const { stage, round } = season;
    const id = await signed(stage, { round, zone: 'khu-2', name: 'Mẫu Chưa Kể' });
    await bringTo(stage, id, 'posted');
    await season.talk.says('officer', '/phuong');
    await season.talk.presses('officer', 'Lập danh sách trình');
    await season.talk.presses('officer', 'Trình ');
    await season.talk.presses('officer', 'Ghi ý kiến');
    await season.talk.says('officer', 'Tổ công tác của tỉnh', '46/BC', 'hôm nay', '1', '1');
    await season.talk.says('recorder', '/phuong', '1', '1', '13/QĐ-UBND', 'hôm nay', '1', '1');
    const missing = prepared('certificate');
    await expect(missing).rejects.toThrow(NoPaper);
    await expect(missing).rejects.toThrow(`household ${id}: {members} has no value`);
    await expect(missing).rejects.not.toThrow('Chưa Kể');
    expect(await prepared('certificate', { list: 1 })).toHaveLength(3);
  });
});

describe('a ward’s own template', () => {
  const paper = 'refusal';
  const at = { ward: 'thu', paper };
  const body = async (change: (text: string) => string) =>
    Buffer.from(edited((await shippedTemplate(paper)).bytes, change)).toString('base64');
  const textMade = async () => textOf((await made({ paper }))[0]!.bytes);
  const operate = (name: string, args: object) => operates(season.stage, name, args);

  test('takes the place of the shipped one, loses its mark once confirmed, and has it again when it changes', async () => {
    expect(await operate('paper template list', { ward: 'thu' })).toContain(
      'refusal: shipped; layout not confirmed',
    );
    await operate('paper confirm', { ...at, by: 'Phòng Mẫu', source: 'Mẫu của tỉnh, bản thử' });
    expect(await textMade()).not.toContain(layoutMark);
    const own = await body((text) =>
      text.replace('Căn cứ {legalBasis};', 'Theo {legalBasis};').replace('{address}', ''),
    );
    const set = await operate('paper template set', { ...at, file: own, by: 'Cô Mẫu' });
    expect(set).toContain('It does not print: {address}');
    expect(set).toContain('paper confirm');
    expect(await textMade()).toContain('Theo Quyết định 24/2021/QĐ-TTg, Điều 4;');
    expect(await textMade()).toContain(layoutMark);
    await operate('paper confirm', { ...at, by: 'Phòng Mẫu', source: 'Mẫu của tỉnh, bản thử' });
    expect(await textMade()).not.toContain(layoutMark);
    expect(await operate('paper template list', { ward: 'thu' })).toMatch(
      /^refusal: own, by Cô Mẫu on 2026-11-28; confirmed by Phòng Mẫu on 2026-11-28 with Mẫu của tỉnh, bản thử/m,
    );
    await operate('paper template set', {
      ...at,
      file: await body((text) => text.replace('Căn cứ', 'Chiếu')),
      by: 'Cô Mẫu',
    });
    expect(await textMade()).toContain(layoutMark);
    expect(await operate('paper template drop', at)).toContain('shipped template again');
    expect(await operate('paper template drop', at)).toContain('no template of its own');
    expect(await textMade()).not.toContain(layoutMark);
  });

  test('is refused with the name of what is wrong, and nothing changes', async () => {
    const file = await body((text) => text.replace('{reasons}', '{reson}'));
    await expect(operate('paper template set', { ...at, file, by: 'Cô Mẫu' })).rejects.toThrow(
      '{reson} is no field of refusal',
    );
    await expect(
      operate('paper template set', { ...at, file: Buffer.alloc(600_000).toString('base64'), by: 'x' }),
    ).rejects.toThrow('512 kB');
    await expect(operate('paper template set', { ...at, paper: 'letter', file, by: 'x' })).rejects.toThrow(
      '--paper: give one of',
    );
    await expect(operate('paper make', { paper, round: '99' })).rejects.toThrow('There is no round 99');
    expect(await operate('paper template list', { ward: 'thu' })).toContain('refusal: shipped');
  });
});
