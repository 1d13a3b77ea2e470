/** Names that nothing should have. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror="document.title=\'hit\'">',
  '\u202Egnp.exe\u202C right to left',
  '\u2069\u2069\u202Ecloses isolates',
  'שלום עולם',
  '</bdi></main><script>document.title="hit"</script>',
  'a-name-without-a-single-break-that-is-far-longer-than-any-side-bar-would-ever-be-wide',
  '__proto__',
  'line\nbreak\u0000null',
  'constructor',
];
