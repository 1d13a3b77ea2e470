import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { toStoreError } from './errors.ts';
import { existingFile } from './sqlite.ts';

/** One SQL statement with its values. */
export interface Step {
  readonly sql: string;
  readonly values?: readonly SQLInputValue[];
}

/** What is to be done with a database outside this thread. */
export interface Job {
  readonly path: string;
  /** Done one by one, on their own. */
  readonly steps: readonly Step[];
  /** Then each of these in a transaction: all of its steps or none. Between two of them others can write. */
  readonly transactions?: readonly (readonly Step[])[];
  /** Then the file is rewritten without what was deleted, and its log emptied. */
  readonly wipes?: boolean;
}

export interface JobResult {
  /** Those of the last of `steps`. */
  readonly rows: readonly Readonly<Record<string, SQLOutputValue>>[];
  /** False where another connection kept the log in use all the time, so that bytes of what was deleted are left in it. */
  readonly isWiped: boolean;
}

/**
 * Works on a database in a thread of its own: checking or rewriting a big one takes seconds. Rejects with what SQLite says as
 * a `StoreError`; then the transaction that it said so of did nothing.
 */
export function inThread(job: Job): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    // The thread runs this text and no file, so that the bundle needs no second one.
    const worker = new Worker(`(${work.toString()})()`, {
      eval: true,
      workerData: { ...job, path: existingFile(job.path).href },
    });
    worker.once('message', (answer: Answer) => {
      if ('rows' in answer) resolve(answer);
      else reject(errorOf(answer));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('The thread ended without an answer.'));
    });
  });
}

/** An error loses its fields on its way between threads. */
interface Failure {
  readonly message: string;
  readonly code: string;
  readonly errcode: number;
}
type Answer = JobResult | Failure;

function errorOf(failure: Failure): Error {
  const error = Object.assign(new Error(failure.message), failure);
  const told = toStoreError(error);
  return told instanceof Error ? told : error;
}

/** Runs in the thread: nothing from outside this function is there. */
function work(): void {
  const thread = process.getBuiltinModule('node:worker_threads');
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const { path, steps, transactions = [], wipes } = thread.workerData as Job;
  const database = new DatabaseSync(new URL(path));
  const run = ({ sql, values = [] }: Step) => database.prepare(sql).all(...values);
  const rest = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  const wipe = () => {
    for (let tries = 0; tries < 200; tries++) {
      try {
        database.exec('VACUUM');
        if (Number(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy']) === 0) return true;
      } catch (error) {
        const errcode = (error as { errcode?: number }).errcode ?? 0;
        if (errcode !== 5 && errcode !== 6) throw error;
      }
      rest();
    }
    return false;
  };
  let answer: Answer;
  try {
    database.exec('PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0');
    let rows: ReturnType<typeof run> = [];
    for (const step of steps) rows = run(step);
    for (const transaction of transactions) {
      database.exec('BEGIN IMMEDIATE');
      for (const step of transaction) run(step);
      database.exec('COMMIT');
      rest();
    }
    answer = { rows: rows.map(row => ({ ...row })), isWiped: wipes !== true || wipe() };
  } catch (error) {
    const { message, code, errcode } = error as Failure;
    answer = { message, code, errcode };
  }
  // Closing rolls back what was not committed.
  database.close();
  thread.parentPort?.postMessage(answer);
}
