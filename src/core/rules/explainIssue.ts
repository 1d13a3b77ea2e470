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
      return { path, key: issue.keys[0], message: `cannot have ${issue.keys.join(', ')}.` };
    case 'invalid_union':
      return explainUnion(issue, path);
    case 'too_small':
      if (issue.origin === 'string') return { path, message: 'must not be empty.' };
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
  const heads = branches.map(([head]) => head).filter(head => head !== undefined);
  // Of a text where a number or an object may stand, no form is nearer than the others.
  if (heads.every(isOfOtherType)) return { path, message: `must be ${anyOf(heads)}.` };
  const [nearest] = [...branches].sort((a, b) => distance(a) - distance(b));
  const [worst] = [...(nearest ?? [])].sort((a, b) => b.path.length - a.path.length);
  if (!worst) return { path, message: 'is not understood.' };
  const inner = explainIssue(worst);
  return { ...inner, path: [...path, ...inner.path] };
}

function isOfOtherType(issue: Issue): boolean {
  return (
    issue.path.length === 0 &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
  );
}

/** "a number, a text in quotes or an object in braces" */
function anyOf(issues: readonly Issue[]): string {
  const texts = issues.map(issue => explainIssue(issue).message.replace(/^must be (.*)\.$/, '$1'));
  const different = [...new Set(texts.flatMap(text => text.split(' or ')))];
  return different.length < 2
    ? different.join('')
    : `${different.slice(0, -1).join(', ')} or ${different.at(-1) ?? ''}`;
}

/** What is of another type, or has a key that is not known, was meant as another form. */
const FAR = 10;

function distance(issues: readonly Issue[]): number {
  const weights = issues.map(issue => {
    if (issue.code === 'unrecognized_keys') return FAR * issue.keys.length;
    return isOfOtherType(issue) ? FAR : 1;
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function listOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `one of ${values.join(', ')}`;
}
