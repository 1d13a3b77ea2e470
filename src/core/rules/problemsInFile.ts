import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { readRules, type RuleProblem } from './readRules.ts';

/** Something that is wrong with a rule, and where it stands in a settings.json. */
export interface PlacedProblem {
  /** From the beginning of the text, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  /** In plain words. */
  readonly message: string;
}

/** What is wrong with the rules that a settings.json holds; null where it is no JSON, as half of it while somebody types. */
export function problemsInFile(text: string): PlacedProblem[] | null {
  try {
    return problemsIn(text);
  } catch (error) {
    // Nested deeper than it can be read, which nobody means.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function problemsIn(text: string): PlacedProblem[] | null {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (!root || errors.length > 0) return null;
  const rules = valueAt(root, 'andon.rules');
  const customRules = valueAt(root, 'andon.customRules');
  const { problems } = readRules({
    rules: isObject(rules) ? rules : {},
    customRules: Array.isArray(customRules) ? customRules : [],
  });
  return problems.map(problem => {
    const { offset, length } = placeOf(root, problem);
    return { offset, length, message: say(problem) };
  });
}

function say({ setting, rule, path, message }: RuleProblem): string {
  const subject = path.join('.') || (typeof rule === 'number' ? `rule ${rule + 1}` : rule);
  const consequence = setting === 'customRules' ? ' This rule is off; the others are at work.' : '';
  return `${subject}: ${message}${consequence}`;
}

function placeOf(
  root: Node,
  { setting, rule, index, path, key }: RuleProblem,
): Pick<Node, 'offset' | 'length'> {
  const keys = [`andon.${setting}`, index ?? rule, ...path, ...(key === undefined ? [] : [key])];
  const { node, isWhole } = walk(root, keys);
  const isKey = key !== undefined || (setting === 'rules' && path.length === 0);
  return isWhole && isKey ? nameOf(node) : headOf(node);
}

/** As far as the keys lead. `isWhole`: all of them did. */
function walk(root: Node, keys: readonly (string | number)[]): { node: Node; isWhole: boolean } {
  let node = root;
  for (const key of keys) {
    const next = childOf(node, key);
    if (!next) return { node, isWhole: false };
    node = next;
  }
  return { node, isWhole: true };
}

/** Of a key that stands there twice the last one holds. */
function childOf({ type, children = [] }: Node, key: string | number): Node | undefined {
  if (type === 'array') return children[Number(key)];
  const property = children.findLast(({ children: [name] = [] }) => name?.value === String(key));
  return property?.children?.[1];
}

/** A value that is one is its own place. Of an object or a list it is what it is called by: its id, its key or its first brace. */
function headOf(node: Node): Pick<Node, 'offset' | 'length'> {
  if (node.type !== 'object' && node.type !== 'array') return node;
  if (node.parent?.type === 'property') return nameOf(node);
  const id = childOf(node, 'id');
  return id?.type === 'string' ? id : { offset: node.offset, length: 1 };
}

/** The key under which a value stands. */
function nameOf(value: Node): Node {
  return value.parent?.children?.[0] ?? value;
}

function valueAt(root: Node, key: string): unknown {
  const node = childOf(root, key);
  return node && (getNodeValue(node) as unknown);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
