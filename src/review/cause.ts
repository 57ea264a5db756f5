/**
 * The eight official causes of poverty (nguyên nhân nghèo), in the order of the report
 * "Phân nhóm hộ nghèo, hộ cận nghèo theo các nguyên nhân nghèo" (provincial templates 2023–2024; secondary).
 */
export const causes = [
  'land',
  'capital',
  'labour',
  'tools',
  'knowledge',
  'skills',
  'illness',
  'other',
] as const;
export type Cause = (typeof causes)[number];
