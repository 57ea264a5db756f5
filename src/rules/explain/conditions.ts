import type { AgeBand, Condition, ConditionOf } from '../condition.ts';
import { namesOf } from './materials.ts';
import type { Language } from './words.ts';

/** When a household is deprived, in one clause: "có ít nhất một người từ đủ 6 tuổi không có bảo hiểm y tế". */
export function conditionWords(condition: Condition, language: Language): string {
  return language === 'vi' ? inVietnamese(condition) : inEnglish(condition);
}

function inVietnamese(condition: Condition): string {
  switch (condition.kind) {
    case 'without-secure-work':
      return 'có ít nhất một người trong độ tuổi lao động muốn làm mà không tìm được việc, hoặc làm công ăn lương mà không có hợp đồng lao động';
    case 'dependents':
      return `trên ${condition.overPercent} % số người trong hộ là người phụ thuộc (trẻ em ${agesVi(condition.children)}; người cao tuổi hoặc khuyết tật đang hưởng trợ cấp xã hội hằng tháng)`;
    case 'undernourished':
      return `có ít nhất một trẻ em ${agesVi(condition.ages)} suy dinh dưỡng chiều cao theo tuổi hoặc cân nặng theo tuổi`;
    case 'untreated':
      return 'có người ốm đau nặng mà không đi khám chữa bệnh';
    case 'uninsured':
      return `có ít nhất một người ${agesVi(condition.ages)} không có bảo hiểm y tế`;
    case 'unqualified':
      return `có ít nhất một người ${agesVi(condition.ages)} không đang học và không có bằng cấp, chứng chỉ theo độ tuổi`;
    case 'without-lower-secondary':
      return `có ít nhất một người ${agesVi(condition.ages)}, sinh từ năm ${condition.bornFrom} trở lại đây, không tốt nghiệp trung học cơ sở và không đang học`;
    case 'out-of-school':
      return `có ít nhất một trẻ em ${agesVi(condition.ages)} không học đúng cấp theo độ tuổi`;
    case 'not-in-school':
      return `có ít nhất một trẻ em ${agesVi(condition.ages)} không đi học`;
    case 'weak-parts':
      return `từ ${condition.atLeast} trong 3 phần tường, cột, mái làm bằng vật liệu không bền chắc (${partsOf(condition, 'vi', ['tường', 'cột', 'mái'])})`;
    case 'area-per-person':
      return `diện tích nhà ở dưới ${condition.below} m² một người`;
    case 'no-clean-water':
      return `không dùng nguồn nước nào trong số: ${namesOf(condition.clean, 'vi')}`;
    case 'no-hygienic-latrine':
      return `không dùng loại nhà tiêu nào trong số: ${namesOf(condition.hygienic, 'vi')}`;
    case 'no-internet':
      return 'không ai trong hộ dùng internet';
    case 'no-phone-nor-internet':
      return 'không ai trong hộ dùng thuê bao điện thoại và không ai dùng internet';
    case 'no-device':
      return `không có phương tiện nào trong số: ${namesOf(condition.anyOf, 'vi')}`;
    case 'no-device-nor-loudspeaker':
      return `không có phương tiện nào trong số: ${namesOf(condition.anyOf, 'vi')}; và không nghe được loa đài của xã, thôn`;
    case 'under-income-line':
      return 'thu nhập bình quân đầu người từ mức chuẩn trở xuống';
    default:
      return condition satisfies never;
  }
}

function inEnglish(condition: Condition): string {
  switch (condition.kind) {
    case 'without-secure-work':
      return 'at least one person of working age wants work and finds none, or works for wages without a contract';
    case 'dependents':
      return `more than ${condition.overPercent} % of the household depend on others (children ${agesEn(condition.children)}; elderly or disabled people with a monthly social allowance)`;
    case 'undernourished':
      return `at least one child ${agesEn(condition.ages)} is stunted or underweight for the age`;
    case 'untreated':
      return 'somebody was gravely ill and not treated';
    case 'uninsured':
      return `at least one person ${agesEn(condition.ages)} has no health insurance`;
    case 'unqualified':
      return `at least one person ${agesEn(condition.ages)} neither learns nor has the certificate for the age`;
    case 'without-lower-secondary':
      return `at least one person ${agesEn(condition.ages)}, born in ${condition.bornFrom} or later, has not finished lower secondary school and does not learn`;
    case 'out-of-school':
      return `at least one child ${agesEn(condition.ages)} is not at school at the level of the age`;
    case 'not-in-school':
      return `at least one child ${agesEn(condition.ages)} is not at school`;
    case 'weak-parts':
      return `at least ${condition.atLeast} of the 3 parts walls, columns and roof are not durable (${partsOf(condition, 'en', ['walls', 'columns', 'roof'])})`;
    case 'area-per-person':
      return `less than ${condition.below} m² of floor for each person`;
    case 'no-clean-water':
      return `uses none of these sources of water: ${namesOf(condition.clean, 'en')}`;
    case 'no-hygienic-latrine':
      return `uses none of these latrines: ${namesOf(condition.hygienic, 'en')}`;
    case 'no-internet':
      return 'nobody in the household uses the internet';
    case 'no-phone-nor-internet':
      return 'nobody in the household has a telephone subscription or uses the internet';
    case 'no-device':
      return `has none of these devices: ${namesOf(condition.anyOf, 'en')}`;
    case 'no-device-nor-loudspeaker':
      return `has none of these devices: ${namesOf(condition.anyOf, 'en')}; and hears no loudspeaker of the village`;
    case 'under-income-line':
      return 'the income per person is at the line or under it';
    default:
      return condition satisfies never;
  }
}

function agesVi({ below, from }: AgeBand): string {
  if (from === 0) return below === null ? 'ở mọi tuổi' : `dưới ${below} tuổi`;
  return `từ đủ ${from} tuổi${below === null ? ' trở lên' : ` đến dưới ${below} tuổi`}`;
}

function agesEn({ below, from }: AgeBand): string {
  if (from === 0) return below === null ? 'of any age' : `under ${below}`;
  return below === null ? `aged ${from} or more` : `aged ${from} to under ${below}`;
}

/** What counts as not durable, part by part. */
function partsOf(
  { columns, roof, walls }: ConditionOf<'weak-parts'>,
  language: Language,
  parts: readonly [string, string, string],
): string {
  const weak = [walls, columns, roof].map((materials) => namesOf(materials.weak, language));
  return parts.map((part, at) => `${part}: ${weak[at] ?? ''}`).join('; ');
}
