/** Completed years, as a range. */
export type Age = { readonly min: number; readonly max: number };

/** Ages, in completed years, at which a question or a condition of the standard begins or ends. */
export const borders = { school: 3, insured: 6, works: 15, adult: 16, grown: 18, pastEducation: 31 };

/** Whom each question about members concerns: everybody who may be of that age, so that nobody is passed over. */
export const concerns = {
  work: (age: Age) => age.max >= borders.works,
  allowance: (age: Age) => age.max >= borders.adult,
  insurance: (age: Age) => age.max >= borders.insured,
  nutrition: (age: Age) => age.min < borders.adult,
  learning: (age: Age) => age.max >= borders.adult && age.min < borders.pastEducation,
  school: (age: Age) => age.max >= borders.school && age.min < borders.adult,
};
