/** Every word of a source, as often as it stands there; what stands in comments does not count. */
export const codeWords = (source: string): string[] =>
  source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').match(/[A-Za-z_]\w*/g) ?? [];
