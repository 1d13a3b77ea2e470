import type * as z from 'zod/mini';
import type { RuleFault } from './checkRule.ts';

type Issue = z.core.$ZodIssue;

/** What the schema finds wrong, in plain words: where, and what would be right. */
export function explainIssue(issue: Issue): RuleFault {
  const path = issue.path.filter(key => typeof key !== 'symbol');
  switch (issue.code) {
    case 'invalid_type':
      return { path, message: `must be ${NAMES[issue.expected] ?? issue.expected}.` };
    case 'invalid_value':
      return { path, message: `must be ${listOf(issue.values.map(String))}.` };
    case 'unrecognized_keys':
      return { path, message: `cannot have ${issue.keys.join(', ')}.` };
    case 'invalid_union':
      return explainUnion(issue, path);
    case 'too_small':
      return { path, message: `must be at least ${String(issue.minimum)}${unitOf(issue.origin)}.` };
    case 'too_big':
      return { path, message: `must be at most ${String(issue.maximum)}${unitOf(issue.origin)}.` };
    case 'invalid_format':
      return { path, message: FORMATS[String(path.at(-1))] ?? LENGTH_WANTED };
    case 'invalid_key':
      return { path, message: 'must be a name of letters and digits.' };
    default:
      return { path, message: 'is not understood.' };
  }
}

const LENGTH_WANTED = 'must be a length of time, such as 20m, 4h or 1d.';
const FORMATS: Readonly<Record<string, string>> = {
  id: 'must be two words with a slash between, such as mine/many-commits.',
};

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  object: 'an object in braces',
  record: 'an object in braces',
  array: 'a list in brackets',
  tuple: 'a list of two measures',
};

const UNITS: Readonly<Record<string, string>> = { string: ' characters long', array: ' long' };

function unitOf(origin: string): string {
  return UNITS[origin] ?? '';
}

/** Of the forms that something may have, the one that comes nearest is what was meant. */
function explainUnion(issue: Extract<Issue, { code: 'invalid_union' }>, path: RuleFault['path']): RuleFault {
  const branches: readonly (readonly Issue[])[] = issue.errors;
  const [nearest] = [...branches].sort((a, b) => distance(a) - distance(b));
  const forms = branches.map(branch => branch[0]).filter(first => first?.path.length === 0);
  // Of a text where a number or an object may stand, no form is nearer than the others.
  if (forms.length === branches.length && forms.every(first => first?.code !== 'unrecognized_keys')) {
    return { path, message: QUANTITY_WANTED };
  }
  const [worst] = [...(nearest ?? [])].sort((a, b) => b.path.length - a.path.length);
  if (!worst) return { path, message: 'is not understood.' };
  const inner = explainIssue(worst);
  return { path: [...path, ...inner.path], message: inner.message };
}

const QUANTITY_WANTED =
  'must be a number, a length of time such as 20m, or an object such as { "option": "name" }, as far as it fits here.';

/** A key that is missing tells that another form was meant. */
function distance(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

function listOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`;
}
