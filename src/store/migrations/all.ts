import { MIGRATION_001 } from './001.ts';
import { MIGRATION_002 } from './002.ts';
import { MIGRATION_003 } from './003.ts';
import { MIGRATION_004 } from './004.ts';
import { MIGRATION_005 } from './005.ts';
import { MIGRATION_006 } from './006.ts';
import { MIGRATION_007 } from './007.ts';

/** Every step of the schema, in order: the database's `user_version` is the number of those taken. Only ever appended to. */
export const MIGRATIONS: readonly string[] = [
  MIGRATION_001,
  MIGRATION_002,
  MIGRATION_003,
  MIGRATION_004,
  MIGRATION_005,
  MIGRATION_006,
  MIGRATION_007,
];
