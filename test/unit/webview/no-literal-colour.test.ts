import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../../src/webview');

describe('The panel', () => {
  it('takes every colour from the theme', () => {
    const found = fs
      .readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(css|tsx?)$/.test(file))
      .flatMap(file =>
        literalColours(fs.readFileSync(path.join(FOLDER, file), 'utf8'), file).map(
          colour => `${file}: ${colour}`,
        ),
      );
    assert.deepEqual(found, []);
  });
});

describe('literalColours', () => {
  for (const css of [
    'a { color: #fff; }',
    'a { color: #1F1F1F80 }',
    'a { background: rgb(0 0 0 / 50%) }',
    'a { border: 1px solid hsl(10deg 20% 30%) }',
    'a { fill: oklch(1 0 0) }',
    'a { outline: 1px solid RebeccaPurple }',
    'a { color: var(--vscode-foreground, white) }',
    'a { color: color-mix(in srgb, red 10%, transparent) }',
    'a { color: CanvasText }',
  ]) {
    it(`finds one in ${css}`, () => {
      assert.notDeepEqual(literalColours(css, 'a.css'), []);
    });
  }

  it('finds one in an attribute and in a style', () => {
    assert.deepEqual(literalColours('<rect fill="tomato" />', 'a.tsx'), ['tomato']);
    assert.deepEqual(literalColours(`<i style={{ color: '#abc' }} />`, 'a.tsx'), ['#abc']);
    assert.deepEqual(literalColours('<rect fill={`rgba(0,0,0,1)`} />', 'a.tsx'), ['rgba(']);
  });

  it('lets variables, keywords, words and fragments be', () => {
    const css = `a { color: var(--vscode-charts-red); fill: none; stroke: currentColor; border-color: transparent; }
      /* never red */ .look-tan { fill: url('#pattern-reading'); }`;
    assert.deepEqual(literalColours(css, 'a.css'), []);
    assert.deepEqual(literalColours('// the red one\nconst text = "Tan lines, or gold";', 'a.ts'), []);
  });
});

/** Colours that a style sheet or a script says by itself. */
function literalColours(source: string, file: string): string[] {
  const text = source
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/^\s*\/\/.*$/gm, ' ')
    .replace(/url\([^)]*\)/g, ' ');
  const values = file.endsWith('.css') ? declaredValues(text) : quotedValues(text);
  return values.flatMap(value => value.match(COLOUR) ?? []);
}

/** What stands behind the colon of each declaration, without the names of variables. */
function declaredValues(css: string): string[] {
  return [...css.matchAll(/:([^:;{}]+)(?=[;}])/g)].map(([, value = '']) => value.replace(/--[\w-]+/g, ' '));
}

/** Strings that are a colour, or a colour function, from the first letter on; a sentence may name a colour. */
function quotedValues(script: string): string[] {
  return [...script.matchAll(/(["'`])\s*([^"'`]*)/g)]
    .map(([, , value = '']) => value)
    .filter(value => /^(#|\w+\(|[a-zA-Z]+$)/.test(value));
}

// Every named and system colour of CSS Color 4; `transparent` and `currentColor` are none.
const NAMES =
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
  cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen
  darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue
  darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite
  forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory
  khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen
  lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime
  limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
  mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
  olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
  powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue
  slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke
  yellow yellowgreen AccentColor AccentColorText ActiveText ButtonBorder ButtonFace ButtonText Canvas CanvasText Field
  FieldText GrayText Highlight HighlightText LinkText Mark MarkText SelectedItem SelectedItemText VisitedText`.split(
    /\s+/,
  );
const COLOUR = new RegExp(
  `#[0-9a-f]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|device-cmyk)\\(|(?<![-\\w])(?:${NAMES.join('|')})(?![-\\w(])`,
  'gi',
);
