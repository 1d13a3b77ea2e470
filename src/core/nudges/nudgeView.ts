import type { Calendar } from '../activity/calendar.ts';
import type { NudgeEntryView, NudgeView } from '../messages/nudges.ts';
import { groupsOf } from '../rules/measures/makeMeter.ts';
import { messageOf, shownCondition } from '../rules/message.ts';
import type { ReadyRule } from '../rules/readyRule.ts';
import type { Rule } from '../rules/rule.ts';
import { isolate, withoutControls } from '../text/isolate.ts';
import { withEvidence } from './evidenceSource.ts';
import { learntOf } from './learning/learntWords.ts';
import type { Learnt } from './learning/learnt.ts';
import type { Nudge, Plan } from './nudge.ts';
import { SUGGESTION_NAMES } from './suggestions.ts';
import { evidenceLine, explainNudge, windowText } from './why.ts';
import type { Wording } from './words.ts';

export interface NudgeViewer {
  readonly rules: readonly ReadyRule[];
  readonly wording: Wording;
  readonly calendar: Calendar;
  /** What was learnt; null: nothing is learnt. */
  readonly learnt: Learnt | null;
}

/** What was shown as one stands as one, the newest first. */
export function entriesOf(nudges: readonly Nudge[], viewer: NudgeViewer): NudgeEntryView[] {
  const deliveries = [...new Set(nudges.map(({ delivery }) => delivery))].reverse();
  return deliveries.map(delivery => {
    const together = nudges.filter(nudge => nudge.delivery === delivery);
    return {
      delivery,
      isDigest: together.some(({ isDigest }) => isDigest),
      nudges: together.map(nudge => viewOf(nudge, viewer)),
    };
  });
}

/** What a nudge says; names in it are isolated. Of a rule that is no more there is only its id. */
export function nudgeText({ rule: id, evidence }: Plan, rules: readonly ReadyRule[]): string {
  const ready = rules.find(({ rule }) => rule.id === id);
  if (!ready) return `${id}.`;
  const group = evidence.group === null ? null : [groupForMessage(evidence.group, ready.rule)];
  const say = (message: string) =>
    withoutControls(
      messageOf({ ...ready, rule: { ...ready.rule, message } }, { ...evidence, group }, item => item),
    );
  return ready.rule.message
    .split(GROUP)
    .map(say)
    .join(isolate(say(GROUP)));
}

const GROUP = '{group}';

/** "14:02 to 14:22: switches: 11; told from 8 on" */
export function whyLine({ evidence }: Plan, wording: Wording): string {
  return `${windowText(evidence, wording)} · ${evidenceLine(evidence)}`;
}

function viewOf(nudge: Nudge, { rules, wording, calendar, learnt }: NudgeViewer): NudgeView {
  const ready = rules.find(({ rule }) => rule.id === nudge.rule);
  const rule = ready?.rule;
  const explanation = explainNudge(
    nudge,
    { reason: rule?.reason ?? '', source: rule?.source ?? '' },
    wording,
  );
  const known = learnt ? learntOf(learnt, nudge.rule) : [];
  const terms = known.map(({ text }) => ({ label: 'Learnt', value: text }));
  const all = {
    ...explanation,
    terms: [...explanation.terms.filter(({ value }) => value !== ''), ...terms],
  };
  return {
    id: nudge.id,
    text: nudgeText(nudge, rules),
    why: whyLine(nudge, wording),
    explanation: ready ? withEvidence(all, nudge.evidence, ready, calendar) : all,
    offers: (rule?.suggest ?? []).map(suggestion => ({ suggestion, label: SUGGESTION_NAMES[suggestion] })),
  };
}

/** A pair of files stands in evidence as one reads it. */
function groupForMessage(group: string, rule: Rule): string {
  return groupsOf(shownCondition(rule)).includes('files') ? group.replace(' and ', '\n') : group;
}
