import assert from 'node:assert/strict';
import { BREAKPOINTS } from '../../../../src/core/focus/breakpointWatch.ts';
import type { Evidence } from '../../../../src/core/nudges/raised.ts';
import type { Plan } from '../../../../src/core/nudges/nudge.ts';
import type { Verdict } from '../../../../src/core/nudges/policy.ts';
import { evidenceLine, explainNudge } from '../../../../src/core/nudges/why.ts';
import { sayOccasion, sayVerdict } from '../../../../src/core/nudges/words.ts';
import { clockText } from '../../../../src/core/text/clock.ts';
import { DAY, EVIDENCE, HOUR, NINE, plan, RULES } from './builders.ts';

const WORDING = { clock: clockText('UTC'), rules: RULES };
const GROUND = { reason: 'Each switch leaves something behind.', source: 'Leroy 2009' };

function terms(made: Partial<Plan> = {}): Record<string, string> {
  const { terms: all } = explainNudge(plan(made), GROUND, WORDING);
  return Object.fromEntries(all.map(({ label, value }) => [label, value]));
}

function line(made: Partial<Evidence>): string {
  return evidenceLine({ ...EVIDENCE, ...made });
}

describe('why a nudge', () => {
  it('says measure, threshold, window, occasion, reason and source', () => {
    assert.deepEqual(explainNudge(plan(), GROUND, WORDING), {
      definition: 'Each switch leaves something behind.',
      terms: [
        { label: 'Measured: switches', value: '11' },
        { label: 'Told', value: 'from 8 on' },
        { label: 'Looked at', value: '8:40 to 9:00' },
        { label: 'Shown now', value: 'after a commit' },
        { label: 'Source', value: 'Leroy 2009' },
      ],
      setting: null,
    });
  });

  it('leads to the setting where no breakpoint came', () => {
    const late = explainNudge(plan({ occasion: 'late' }), GROUND, WORDING);
    assert.equal(late.setting, 'nudges.maxDefer');
    assert.equal(terms({ occasion: 'late' })['Shown now'], 'since no better moment came within 30 min');
  });

  it('says that it was held back in focus', () => {
    const made = { occasion: 'sessionEnded', isDigest: true } as const;
    assert.equal(terms(made)['Shown now'], 'after a focus session, in which it was held back');
  });

  it('says why it stands lower, and how to take that back', () => {
    const demoted = terms({ surface: 'statusBar', lowered: ['demoted'] });
    assert.match(demoted['Shown there'] ?? '', /dismissed it 3 times/);
    assert.match(demoted['To change that'] ?? '', /Show as before/);
    const spent = terms({ surface: 'statusBar', lowered: ['budget'] });
    assert.equal(spent['Shown there'], 'not as a message, since today had 2 messages already');
    assert.equal(spent['To change that'], undefined);
  });

  it('keeps names from turning the words around them', () => {
    assert.equal(terms({ evidence: { ...EVIDENCE, group: 'shop\u202e' } })['In'], '\u2068shop\u2069');
  });
});

describe('evidence in one line', () => {
  it('says the value and from where on it is told', () => {
    assert.equal(line({}), 'switches: 11; told from 8 on');
    assert.equal(
      line({
        measure: 'active time',
        unit: 'time',
        value: 2 * HOUR,
        threshold: 1.5 * HOUR,
        comparator: 'gt',
      }),
      'active time: 2 h 00; told above 1 h 30',
    );
    assert.equal(
      line({ measure: 'deep time', unit: 'share', value: 0.1, threshold: 0.25, comparator: 'lt' }),
      'deep time: 10 %; told below 25 %',
    );
    assert.equal(
      line({ percentile: 90 }),
      'switches: 11; told from 8 on, the 90th percentile of your last 30 days',
    );
    assert.match(line({ percentile: 33 }), /33rd/);
  });

  it('names the days of a long window', () => {
    const window = { start: NINE - 7 * DAY, end: NINE };
    assert.equal(terms({ evidence: { ...EVIDENCE, window } })['Looked at'], '7 days up to 9:00');
  });
});

describe('the reason of a verdict', () => {
  const said = (verdict: Verdict) => sayVerdict(verdict, WORDING);

  it('is a sentence, whatever it is', () => {
    const until = NINE + HOUR;
    assert.equal(
      said({ kind: 'hold', reason: 'quiet', until }),
      'Waits for the end of your quiet hours, at 10:00.',
    );
    assert.equal(
      said({ kind: 'hold', reason: 'focus', until: null }),
      'Waits for the end of your focus session.',
    );
    assert.equal(
      said({ kind: 'hold', reason: 'breakpoint', until }),
      'Waits for a moment between two things, until 10:00 at the latest.',
    );
    assert.equal(
      said({ kind: 'show', surface: 'statusBar', occasion: 'commit', isDigest: false, lowered: ['budget'] }),
      'In the status bar, after a commit; not as a message, since today had 2 messages already.',
    );
    assert.match(said({ kind: 'drop', reason: 'never' }), /Show as before/);
  });

  it('names every breakpoint, and blames nobody', () => {
    for (const kind of BREAKPOINTS) {
      const words = sayOccasion(kind, WORDING);
      assert.match(words, /^(after|on) /);
      assert.doesNotMatch(words, /!|too |should|fail/);
    }
  });
});
