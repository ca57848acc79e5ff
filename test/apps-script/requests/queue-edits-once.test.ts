/** Whatever comes between an edit of the queue and its answer, it is carried out once, or its row says why it was not. */
import * as fc from 'fast-check';
import type { SendReport, SidebarState } from '../../../apps-script/script-api';
import { QUEUE_ID } from '../../../emulator/suite';
import { columnName } from '../../../emulator/workbook/a1';
import { TODAY, usingSuite } from '../../suite';
import { type FaultyProxy, startFaultyProxy } from '../faulty-proxy';
import { type QueueSeat, queueSeats } from '../queue-seats';
import { resultValue } from '../sheet-scene';

const suite = usingSuite();
const { sit, store, write, rowOf, findRow, columnOf, cell } = queueSeats(suite);

const TAB = '今日';
const PEOPLE = ['is', 'manager'] as const;
type Person = (typeof PEOPLE)[number];

let wire: FaultyProxy;
let seats: Readonly<Record<Person, QueueSeat>>;
beforeAll(async () => {
  await write();
  seats = { is: await sit('is'), manager: await sit('manager') };
  resultValue(await seats.manager.session.run('setAutoSend', [true]));
  wire = await startFaultyProxy(`http://127.0.0.1:${suite().port}`);
  suite().queueScript.setProperties({ FUNCTIONS_URL: wire.url });
});
afterAll(() => wire.stop());

const type = (who: Person, id: string, key: string, values: readonly string[]) =>
  seats[who].session.edit(
    `'${TAB}'!${columnName(columnOf(TAB, key))}${rowOf(TAB, id)}`,
    values.map((value) => [value]),
    values.length === 1 ? 'typed' : 'pasted',
  );
const pending = async (who: Person) =>
  resultValue<SidebarState>(await seats[who].session.run('sidebarState')).pending;

/**
 * What becomes of a call: `lost` is done, and nobody is told; `dies` ends the script before it has written anything of the answer;
 * `anew` writes the queue anew meanwhile.
 */
type Fate = 'through' | 'lost' | 'failed' | 'dies' | 'anew';
type Sender = Person | 'clock';
type Step =
  | { kind: 'type'; who: Person; account: number; isCleared: boolean }
  | { kind: 'send'; senders: readonly Sender[]; fate: Fate }
  | { kind: 'write' };

const protection = {
  protectedRangeId: 77,
  range: { sheetId: 8004 },
  editors: { users: ['nobody@hachi.example'] },
};
const asApi = (request: object) => suite().workbooks.batchUpdate(QUEUE_ID, [request], 'api');

const sendBy = (sender: Sender): Promise<unknown> => {
  const { queueScript } = suite();
  return sender === 'clock'
    ? queueScript.runTrigger(queueScript.triggers[0]?.id ?? '')
    : seats[sender].session.run('sendPending');
};

const send = async (senders: readonly Sender[], fate: Fate): Promise<void> => {
  // The script asks once more, unless it is told of a failure.
  wire.fates = fate === 'lost' ? ['lost', 500] : fate === 'failed' ? [500] : [];
  let isProtected = false;
  wire.onCall = async () => {
    if (fate === 'anew') await write();
    if (fate !== 'dies' || isProtected) return;
    isProtected = true;
    asApi({ addProtectedRange: { protectedRange: protection } });
  };
  await Promise.allSettled(senders.map(sendBy));
  if (isProtected) asApi({ deleteProtectedRange: { protectedRangeId: protection.protectedRangeId } });
  wire.onCall = () => {};
};

const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      who: fc.constantFrom(...PEOPLE),
      account: fc.nat(1),
      isCleared: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      senders: fc.uniqueArray(fc.constantFrom<Sender[]>('is', 'manager', 'clock'), { minLength: 1 }),
      fate: fc.constantFrom<Fate[]>('through', 'lost', 'failed', 'dies', 'anew'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'write' as const }) },
);

const typed = (who: Person, account = 0): Step => ({ kind: 'type', who, account, isCleared: false });
const cleared = (who: Person): Step => ({ kind: 'type', who, account: 0, isCleared: true });
const sent = (fate: Fate, ...senders: Sender[]): Step => ({ kind: 'send', senders, fate });

/** Days of checks that were set, the oldest first. */
const daysSet = async (id: string): Promise<string[]> => {
  const { body } = await suite().call('manager', 'account', { query: { id } });
  return JSON.stringify([...body.history].reverse()).match(/(?<="after":\{"date":")[0-9-]+/g) ?? [];
};

/** In what a row says of its edits, a line each, with the day on which each was typed. */
const REFUSED_DAY = /^(?:差し戻し: )?([0-9-]{10})(?: \([0-9-]{10}\))?: /gm;

let runs = 0;
/** Business days of August 2026 and later, each used once. */
const DAYS = ['03', '04', '05', '06', '07', '10', '12', '13', '14', '17', '18', '19', '20', '21'].map(
  (day) => `2026-08-${day}`,
);

test('each edit is carried out at most once, and the last of a cell is carried out, or its row has said why not', () =>
  fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 6, maxLength: 12 }), async (steps) => {
      runs += 1;
      const ids = [0, 1].map((n) => `once_${runs}_${n}`);
      await Promise.all(ids.map((id) => store(id, { due: '2026-06-22' })));
      await write();
      const last = new Map<string, string>();
      const said: string[] = [];
      const days = DAYS.values();
      for (const step of steps) {
        if (step.kind === 'write') await write();
        else if (step.kind === 'send') await send(step.senders, step.fate);
        else {
          const id = ids[step.account] ?? '';
          const day = step.isCleared ? '' : (days.next().value ?? '');
          last.set(id, day);
          await type(step.who, id, 'due', [day]);
        }
        said.push(...ids.flatMap((id) => (findRow(TAB, id) === 0 ? [] : cell(TAB, id, 'request'))));
      }
      for (const who of ['is', 'manager', 'clock'] as const) await send([who], 'through');
      said.push(...ids.flatMap((id) => (findRow(TAB, id) === 0 ? [] : cell(TAB, id, 'request'))));
      for (const id of ids) {
        const set = await daysSet(id);
        expect(new Set(set).size).toBe(set.length);
        const day = last.get(id) ?? '';
        const refused = said.flatMap((words) => [...words.matchAll(REFUSED_DAY)].map(([, one = '']) => one));
        expect(set.filter((one) => refused.includes(one))).toEqual([]);
        expect(['', ...set, ...refused]).toContain(day);
      }
      expect(await Promise.all(PEOPLE.map(pending))).toEqual([0, 0]);
    }),
    {
      numRuns: 5,
      examples: [
        [[typed('is'), sent('failed', 'is'), typed('manager', 1), sent('lost', 'clock')]],
        [
          [
            typed('is'),
            sent('dies', 'is'),
            { kind: 'write' },
            sent('lost', 'clock', 'is'),
            sent('through', 'is'),
          ],
        ],
        [
          [
            typed('is'),
            typed('manager', 1),
            sent('anew', 'is', 'manager', 'clock'),
            typed('manager'),
            sent('dies', 'manager'),
          ],
        ],
        // One's own edit is refused, and then comes what somebody else had typed and cleared.
        [[typed('manager'), sent('through', 'clock'), cleared('manager'), typed('is')]],
      ],
    },
  ));

test('many rows by one paste go in blocks; stopped half way, what is answered is answered, and the rest is sent later', async () => {
  const ids = Array.from({ length: 401 }, (_, n) => `many_${n}`);
  await Promise.all(ids.map((id) => store(id, { due: '2026-06-15' })));
  await write();
  const top = ids.toSorted((a, b) => rowOf(TAB, a) - rowOf(TAB, b))[0] ?? '';
  await type(
    'is',
    top,
    'result',
    ids.map(() => '応答なし'),
  );
  expect(await pending('is')).toBe(401);
  const states = () => {
    const all = ids.map((id) => cell(TAB, id, 'request'));
    return [`受付: 応答なし (${TODAY})`, '未送信'].map((state) => all.filter((one) => one === state).length);
  };
  wire.calls = [];
  wire.fates = ['through', 'lost', 500];
  expect(await seats.is.session.run('sendPending')).toHaveProperty('error');
  expect([states(), await pending('is')]).toEqual([[200, 201], 201]);
  const rest = resultValue<SendReport>(await seats.is.session.run('sendPending'));
  expect(rest).toMatchObject({ accepted: 201, refused: 0, waiting: 0 });
  expect([states(), wire.calls.length]).toEqual([[401, 0], 5]);
  const { body } = await suite().call('manager', 'lookup', { body: { id: top } });
  expect(body.hits[0].row.version).toBe(2);
});
