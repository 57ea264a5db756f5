import { bigint, text, timestamp } from 'drizzle-orm/pg-core';
import type { Sealed } from './seal.ts';

/** A number that the database counts up. */
export const id = (name: string) => bigint(name, { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
/** The number of another row. */
export const ref = (name: string) => bigint(name, { mode: 'number' });
/** A moment, with its time zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
/** A sealed value. */
export const sealed = (name: string) => text(name).$type<Sealed>();
/** Khu trưởng, cộng tác viên. */
export const role = (name: string) => text(name, { enum: ['head', 'collaborator'] });
/** Công chức giảm nghèo, and who writes down what the chairman decides. */
export const office = (name: string) => text(name, { enum: ['officer', 'recorder'] });
