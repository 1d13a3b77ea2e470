import { filledIn, type OptionValues } from '../options.ts';
import {
  CALENDAR_WINDOWS,
  type CalendarWindow,
  type Counted,
  type Figure,
  type Figured,
  type Group,
  type Grouped,
  type Measure,
  type Over,
  type Selector,
  type Where,
} from '../rule.ts';
import { AMOUNTS, FIELDS, type Stream } from '../streams.ts';
import { DistinctMeter } from './distinctMeter.ts';
import { FigureMeter, type FigureOf } from './figureMeter.ts';
import { Grouping } from './grouping.ts';
import { GapMeter } from './gapMeter.ts';
import type { Meter } from './meter.ts';
import { RatioMeter } from './ratioMeter.ts';
import type { ReadySelector } from './select.ts';
import { SinceMeter } from './sinceMeter.ts';
import { SumMeter } from './sumMeter.ts';
import type { ReadyWindow } from './window.ts';

export interface MeterContext {
  readonly values: OptionValues;
  readonly by: readonly Group[];
  readonly figures: { readonly [F in Figure]: FigureOf };
}

/** What a condition is grouped by; nothing: all is one group. */
export function groupsOf({ by = [] }: Grouped): readonly Group[] {
  return typeof by === 'string' ? [by] : by;
}

/** Makes the meter of a measure. */
export function makeMeter(measure: Measure, context: MeterContext): Meter {
  if ('figure' in measure) return new FigureMeter(context.figures[measure.figure]);
  if (!('ratio' in measure)) return makeCounted(measure, context);
  const [above, below] = measure.ratio.map(part => makePart(part, measure.over, context));
  if (!above || !below) throw new RangeError('A ratio is of two measures');
  return new RatioMeter(above, below);
}

function makePart(part: Counted | Figured, over: Over | undefined, context: MeterContext): Meter {
  return makeMeter('figure' in part ? part : { ...part, over: part.over ?? over }, context);
}

function makeCounted(measure: Counted, context: MeterContext): Meter {
  const window = windowOf(measure, context);
  if ('count' in measure) return new SumMeter(window, null);
  if ('sum' in measure) return new SumMeter(window, measure.sum);
  if ('distinct' in measure) return new DistinctMeter(window, measure.distinct);
  if ('longestGap' in measure) return new GapMeter(window);
  return new SinceMeter(window, measure.take ?? 'last');
}

/** What a measure counts. */
export function streamOfMeasure(measure: Counted): Stream {
  if ('count' in measure) return measure.count;
  if ('longestGap' in measure) return measure.longestGap;
  if ('timeSince' in measure) return measure.timeSince;
  return measure.of;
}

function windowOf(measure: Counted, { values, by }: MeterContext): ReadyWindow {
  return {
    select: ready({ of: streamOfMeasure(measure), where: measure.where }, values),
    over: readyOver(measure.over ?? 'record', values),
    resetBy: (measure.resetBy ?? []).map(selector => ready(selector, values)),
    grouping: new Grouping(by),
  };
}

export function readyOver(over: Over, values: OptionValues): number | CalendarWindow {
  return CALENDAR_WINDOWS.find(name => name === over) ?? filledIn(over, values);
}

export function ready({ of, where = {} }: Selector, values: OptionValues): ReadySelector {
  return { of, fields: fieldsOf(where), amounts: amountsOf(where, values) };
}

function fieldsOf(where: Where): ReadySelector['fields'] {
  return FIELDS.flatMap(field => {
    const wanted = where[field];
    if (wanted === undefined) return [];
    if (typeof wanted === 'string') return [{ field, values: [wanted], isNot: false }];
    const isNot = 'not' in wanted;
    return [{ field, values: isNot ? wanted.not : wanted, isNot }];
  });
}

function amountsOf(where: Where, values: OptionValues): ReadySelector['amounts'] {
  return AMOUNTS.flatMap(amount => {
    const bound = where[amount];
    if (bound === undefined) return [];
    const from = 'gte' in bound ? filledIn(bound.gte, values) : -Infinity;
    return [{ amount, from, to: 'lt' in bound ? filledIn(bound.lt, values) : Infinity }];
  });
}
