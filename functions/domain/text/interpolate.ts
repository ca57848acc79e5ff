type Facts = Readonly<Record<string, string | number>>;

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/**
 * Facts in a sentence: `{name}` stands for the fact of that name; for one that is not there, nothing. `{n|row is|rows are}` is a
 * count with the words that follow it, which differ in English where it is one.
 */
export const interpolate = (sentence: string, facts: Facts): string =>
  sentence.replace(PLACE, (_, name: string, one?: string, many?: string) => {
    const fact = String(facts[name] ?? '');
    return one === undefined ? fact : `${fact} ${fact === '1' ? one : many}`;
  });
