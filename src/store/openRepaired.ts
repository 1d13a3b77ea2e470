import type { FileKind } from '../core/record/damage.ts';
import type { Repair } from '../core/record/repair.ts';
import { StoreError, toStoreError } from './errors.ts';
import { kindOf } from './look.ts';
import { openStore, type StoreOptions } from './open.ts';
import type { RepairPorts } from './repair.ts';
import type { Store } from './store.ts';

export interface RepairingOptions extends StoreOptions, RepairPorts {
  /** The record has shown itself to be damaged, though it opens. */
  readonly isDamaged?: boolean;
  /** It was damaged, and what came of mending it. */
  readonly onRepair: (repair: Repair) => void;
  /** After an unclean end the file is looked through while it is in use already; damage that comes to light is told here. */
  readonly onDamage: (error: unknown) => void;
}

/**
 * As `openStore`, but a damaged record is mended first: what is left of it and of its backups is what is opened. A file that is
 * not Andon's is left as it is. What mends is loaded when it is needed.
 */
export async function openRepaired(path: string, options: RepairingOptions): Promise<Store> {
  const kind = kindAt(path);
  // SQLite would take an emptied file for a new database.
  if (options.isDamaged === true || kind === 'emptied') {
    await mendInPlace(path, options);
    return openStore(path, options);
  }
  try {
    // Not even a lock is asked for on another program's file.
    const isUnclean = kind === 'broken' && (await endedUncleanly(path));
    const store = await openStore(path, options);
    if (isUnclean) void checkInUse(path, options);
    return store;
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'damaged')) throw error;
    if (!(await mendInPlace(path, options))) throw error;
    return openStore(path, options);
  }
}

/** As `check.ts` has it. */
async function endedUncleanly(path: string): Promise<boolean> {
  const check = await import('./check.ts');
  return check.endedUncleanly(path);
}

/** Never rejects: a file that cannot be looked through now is so at another time. */
async function checkInUse(path: string, { onDamage, onWarning }: RepairingOptions): Promise<void> {
  try {
    const { checkFile } = await import('./check.ts');
    await checkFile(path);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') onDamage(error);
    else onWarning?.(`The record could not be looked through after an unclean end: ${String(error)}`);
  }
}

/** Answers whether the record was damaged and is whole again. */
async function mendInPlace(path: string, options: RepairingOptions): Promise<boolean> {
  try {
    const { repair } = await import('./repair.ts');
    const repaired = await repair(path, options);
    if (repaired) options.onRepair(repaired);
    return repaired !== null;
  } catch (error) {
    throw toStoreError(error);
  }
}

/** null: there is no file, or opening it will say what is wrong. */
function kindAt(path: string): FileKind | null {
  try {
    return kindOf(path);
  } catch {
    return null;
  }
}
