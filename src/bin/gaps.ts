import { openPoints } from '../rules/gaps.ts';
import { unusable } from '../rules/overlays/unusable.ts';
import { register } from '../rules/register.ts';

const titles = {
  gap: 'Chưa tìm thấy: xin cho biết quy định, kèm văn bản, điều khoản',
  unconfirmed: 'Chưa được xác nhận: xin đối chiếu với văn bản gốc',
  secondary: 'Mới thấy qua báo chí hoặc dự thảo: xin đối chiếu với văn bản gốc',
} as const;

/** What is missing or unconfirmed, most consequential first, in words that can be handed to an authority as they are. */
const points = openPoints(register);
for (const state of ['gap', 'unconfirmed', 'secondary'] as const) {
  const ofState = points.filter((point) => point.state === state);
  console.log(`\n${titles[state]} (${ofState.length})`);
  for (const [index, { ask, standards }] of ofState.entries())
    console.log(`${index + 1}. ${ask}  [${standards.join(', ')}]`);
}
console.log(`\nChuẩn của tỉnh, thành phố chưa dùng được vì còn thiếu (${unusable.length})`);
for (const [index, { missing, period, province }] of unusable.entries())
  console.log(`${index + 1}. ${missing.ask}  [${province}, ${period}]`);
