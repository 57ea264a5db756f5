import { missingProcedure, unsureTerms } from '../procedure/open-points.ts';
import type { Open } from '../procedure/state.ts';
import { type OpenPoint, openPoints, type Reach } from '../rules/gaps.ts';
import { unusable } from '../rules/overlays/unusable.ts';
import { register, standardOf } from '../rules/register.ts';
import { givenWhen, supportName } from '../support/lines.ts';
import { missingSupports, unsureSupports } from '../support/open-points.ts';
import type { Recipient } from '../support/policy.ts';
import { speakerOf } from '../text/i18n.ts';
import { loadTexts } from '../text/load.ts';

const titles: Readonly<Record<Reach, string>> = {
  class: 'Có thể làm đổi kết quả phân loại hộ',
  income: 'Cách tính thu nhập của hộ',
  indicator: 'Điều kiện thiếu hụt của từng chỉ số',
  detail: 'Chi tiết trong điều kiện thiếu hụt',
  average: 'Mức sống trung bình',
  name: 'Tên chỉ số',
};
const marks: Readonly<Record<OpenPoint['state'], string>> = {
  gap: 'chưa tìm thấy, xin cho biết kèm văn bản và điều khoản',
  unconfirmed: 'chưa được xác nhận, xin đối chiếu với văn bản gốc',
  secondary: 'mới thấy qua báo chí hoặc dự thảo, xin đối chiếu với văn bản gốc',
};

/** What is missing or unconfirmed, most consequential first, in words that can be handed to an authority as they are. */
let before: Reach | null = null;
for (const [index, { ask, reach, standards, state }] of openPoints(register).entries()) {
  if (reach !== before) console.log(`\n${titles[reach]}`);
  const documents = standards.map((id) => standardOf(id).basis[0].document);
  console.log(`${index + 1}. ${ask}\n   (${marks[state]}; về: ${documents.join(', ')})`);
  before = reach;
}
console.log(`\nChuẩn của tỉnh, thành phố chưa dùng được vì còn thiếu (${unusable.length})`);
for (const [index, { missing, period, province }] of unusable.entries())
  console.log(`${index + 1}. ${missing.ask}  [${province}, ${period}]`);

const { say } = speakerOf(loadTexts());
/** The steps for which a document gives a term, as it calls them. */
const steps: Partial<Record<Open, string>> = {
  posted: 'niêm yết, thông báo công khai',
  complaint: 'phúc tra',
  opinion: 'xin ý kiến',
};
const asked = missingProcedure();
console.log('\nQuy trình rà soát');
for (const [index, { ask }] of asked.entries()) console.log(`${index + 1}. ${ask}\n   (${marks.gap})`);
for (const [index, { certainty, source, state, term }] of unsureTerms().entries()) {
  const days = `${term.days} ngày${term.kind === 'working' ? ' làm việc' : ''}`;
  const where = [source.article, source.document].filter((part) => part !== undefined).join(' ');
  console.log(
    `${asked.length + index + 1}. Xác nhận thời hạn của bước “${steps[state] ?? state}”: ${days}\n   (${marks[certainty]}; về: ${where})`,
  );
}

const whom: Readonly<Record<Recipient['to'], string>> = {
  poor: 'hộ nghèo',
  'near-poor': 'hộ cận nghèo',
  average: 'hộ có mức sống trung bình',
  'newly-left': 'hộ mới thoát nghèo',
  anybody: 'mọi hộ',
};
const missing = missingSupports();
console.log('\nChính sách hỗ trợ');
for (const [index, { ask }] of missing.entries()) console.log(`${index + 1}. ${ask}\n   (${marks.gap})`);
for (const [index, { policy, recipient, state }] of unsureSupports().entries()) {
  const { gives, to, when } = recipient;
  const { document, seenIn } = gives.source;
  const seen = seenIn === undefined ? '' : `; mới thấy trong ${seenIn}`;
  const what = `“${say(supportName(policy.name), 'vi')}” cho ${whom[to]}, từ năm ${policy.inForce.told.from}`;
  console.log(
    `${missing.length + index + 1}. Xác nhận ${what}: ${say(givenWhen(gives, when), 'vi')}\n   (${marks[state]}; về: ${document}${seen})`,
  );
}
