import * as fc from 'fast-check';
import { keepLatest } from '../../../../../functions/domain/company/name/latest-names';

const MOST = 3;

test('answers what was made of the name, made once while it is among the latest, and keeps no more than those', () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'abcdef')), (names) => {
      const kept = new Map<string, { of: string }>();
      const made: string[] = [];
      const expected: string[] = [];
      let latest: string[] = [];
      for (const name of names) {
        if (!latest.includes(name)) {
          expected.push(name);
          latest = [...latest, name].slice(-MOST);
        }
        const value = keepLatest(kept, MOST, name, (of) => {
          made.push(of);
          return { of };
        });
        expect(value).toEqual({ of: name });
        expect([...kept.keys()]).toEqual(latest);
      }
      expect(made).toEqual(expected);
    }),
  ));
