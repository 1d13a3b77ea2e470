import type { Commit } from '../core/stats/results.ts';
import type { Connection, Statement } from './connection.ts';

/** Reads commits from the events of git. */
export class Commits {
  private readonly select: Statement<[at: number, repo: string]>;

  constructor(connection: Connection) {
    const field = (row: string, name: string) => `json_extract(${row}.detail, '$.${name}')`;
    this.select = connection.statement(
      `SELECT e.at, ${field('e', 'repo')} FROM event e
       WHERE e.kind = 'git' AND e.at >= ? AND e.at < ? AND ${field('e', 'event')} = 'commit'
         AND NOT EXISTS (SELECT 1 FROM event f
           WHERE f.kind = 'git' AND ${field('f', 'hash')} = ${field('e', 'hash')} AND (f.at, f.id) < (e.at, e.id)
             AND ${field('f', 'event')} = 'commit' AND ${field('f', 'repo')} = ${field('e', 'repo')})
       ORDER BY e.at, e.id`,
    );
  }

  /**
   * Those of `[from, to)` in order. A commit that several windows have told of is the one that was told first; of one without a
   * hash each telling counts.
   */
  between(from: number, to: number): Commit[] {
    return this.select.all(from, to).map(([at, repo]) => ({ at, repo }));
  }
}
