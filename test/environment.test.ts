import { WriteBatch } from '@google-cloud/firestore';
import TestEnvironment from './environment';

/** As a test file would: `change` runs between what Jest calls before and behind the file. */
const aFileThat = async (change: (environment: TestEnvironment) => void): Promise<void> => {
  const environment = new TestEnvironment();
  await environment.setup();
  change(environment);
  await environment.teardown();
};

const OBJECTS = {
  globalThis,
  env: process.env,
  Array,
  items: Array.prototype,
  Math,
  Date,
  JSON,
  days: Intl.DateTimeFormat.prototype,
};
type Properties = ReadonlyMap<string, PropertyDescriptor>;
const propertiesNow = (): Properties =>
  new Map(
    Object.entries(OBJECTS).flatMap(([name, object]) =>
      Object.entries(Object.getOwnPropertyDescriptors<object>(object)).map(
        ([key, descriptor]): [string, PropertyDescriptor] => [`${name}.${key}`, descriptor],
      ),
    ),
  );
/** Only names: to compare what is global by its contents would never end. */
const differingNames = (one: Properties, other: Properties): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => {
    const [before, after] = [one.get(name), other.get(name)];
    return !Object.is(before?.value, after?.value) || before?.get !== after?.get;
  });

test('what a file changes of Node and of the language is put back behind it', async () => {
  const before = propertiesNow();
  let changed: string[] = [];
  const { exit } = process;
  await aFileThat(() => {
    Object.assign(globalThis, { leftBehind: 1, setTimeout: () => undefined });
    Object.assign(process.env, { LEFT_BEHIND: '1', PATH: '/elsewhere' });
    delete process.env.HOME;
    Object.assign(Array.prototype, { at: () => 'another', leftBehind: 1 });
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { get: () => () => 'some day' });
    Math.random = () => 0;
    Date.now = () => 0;
    Reflect.deleteProperty(JSON, 'stringify');
    process.exit = () => {
      throw new Error('no end');
    };
    changed = differingNames(before, propertiesNow());
  });
  expect(changed).toHaveLength(11);
  expect(differingNames(before, propertiesNow())).toEqual([]);
  expect(process.exit).toBe(exit);
});

test('so is what it watched of a package that all files of the worker share', async () => {
  const { commit } = WriteBatch.prototype;
  await aFileThat(({ moduleMocker }) => {
    moduleMocker.spyOn(WriteBatch.prototype, 'commit').mockImplementation(() => Promise.resolve([]));
    expect(WriteBatch.prototype.commit).not.toBe(commit);
  });
  expect(WriteBatch.prototype.commit).toBe(commit);
});

test('who wants fake timers reads what to do instead', () => {
  expect(() => jest.useFakeTimers()).toThrow('hand a clock in');
});
