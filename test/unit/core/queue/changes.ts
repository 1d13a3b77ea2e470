import fc from 'fast-check';
import type { Change } from '../../../../src/core/queue/change.ts';
import { item, looseFields } from './builders.ts';

const ids = fc.integer({ min: 1, max: 10 }).map(number => `i${number}`);
const fields = looseFields as fc.Arbitrary<Record<string, unknown>>;
const orders = fc.constantFrom('h000000', 'i000000', 'i000001', 'i000001i', 'j000000');

/** Some of the given fields of an item. */
const someOf = (...names: string[]) =>
  fc
    .tuple(fields, fc.subarray(names))
    .map(([values, chosen]) => Object.fromEntries(chosen.map(name => [name, values[name]])));
const writing = (kind: string, values: fc.Arbitrary<object>) =>
  fc.record({ kind: fc.constant(kind), id: ids, fields: values }) as unknown as fc.Arbitrary<Change>;

/** Any change to some of ten items. */
export const { change: changes } = fc.letrec<{ change: Change; all: Change }>(tie => ({
  change: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(ids, looseFields).map(([id, more]): Change => ({ kind: 'add', item: item({ id, ...more }) })),
    ids.map((id): Change => ({ kind: 'remove', id })),
    writing('edit', someOf('title', 'labels', 'priority', 'budgetMinutes', 'due', 'scheduled', 'project')),
    writing(
      'move',
      fields.map(({ state, createdAt }) => ({
        state,
        startedAt: createdAt,
        closedAt: null,
        snoozedUntil: null,
      })),
    ),
    writing('snooze', fc.record({ snoozedUntil: fc.option(fc.nat(), { nil: null }) })),
    writing('reorder', fc.record({ order: orders })),
    tie('all'),
  ),
  all: fc.array(tie('change'), { maxLength: 4 }).map((changes): Change => ({ kind: 'all', changes })),
}));
