/** The same story with each of what Google does and the local suite does only where it is told: nothing typed is lost or sent twice. */
import { emailOf, type GoogleSwitches } from '../../suite';
import { registerClients, resultValue, type Seat, sendPending, usingSheet } from '../sheet-scene';

/** Scopes that a person has left out and not granted yet. */
const leftOut = new Set(['openid']);

const SWITCHES: readonly [string, GoogleSwitches][] = [
  ['as it is', {}],
  ['days without a year become days of this year', { editHabits: { guessesYears: true } }],
  ['no event tells of an edit', { editHabits: { editsSilently: true } }],
  ['consent by halves', { refusedScopes: (email) => (email === emailOf('is') ? [...leftOut] : []) }],
  [
    'all at once',
    {
      workspaceDomain: null,
      editHabits: { guessesYears: true, editsSilently: true },
      refusedScopes: (email) => (email === emailOf('is') ? [...leftOut] : []),
    },
  ],
];

describe.each(SWITCHES)('%s', (_, switches) => {
  const sheet = usingSheet(switches);
  const { editsSilently = false, guessesYears = false } = switches.editHabits ?? {};
  let rep: Seat;
  let ids: string[];

  beforeAll(async () => {
    const rows = await registerClients(sheet(), '株式会社壱', '株式会社弐', '株式会社参');
    ids = sheet().fromTheTop(rows);
    rep = await sheet().sit('is');
    const manager = await sheet().sit('manager');
    await manager.session.run('setAutoSend', [true]);
  });
  beforeEach(() => leftOut.add('openid'));

  /**
   * By the sidebar; by the clock where nobody knows who typed it. A script that lacks a scope asks for it before it calls the
   * functions, and so only where something is to be sent.
   */
  const send = async ({ calls = true } = {}): Promise<void> => {
    await sheet().layout();
    if (calls && leftOut.size > 0 && switches.refusedScopes !== undefined && !editsSilently) {
      await expect(rep.session.run('sendPending')).rejects.toThrow('Authorization is required');
      leftOut.clear();
    }
    if (!editsSilently) await sendPending(rep);
    else for (const { id } of sheet().suite.script.triggers) await sheet().suite.script.runTrigger(id);
  };

  test('a status that is typed is the account’s, once', async () => {
    const { type, cell, account } = sheet();
    const [id = ''] = ids;
    const { version } = await account(id);
    await type(rep, id, 'status', '6');
    await send();
    await send({ calls: false });
    expect([cell(id, 'status'), cell(id, 'requestState')]).toEqual(['現在の顧客', '']);
    expect(await account(id)).toMatchObject({ status: 'CURRENT_CLIENT', version: version + 1 });
  });

  test('what is typed and taken back asks for nothing', async () => {
    const { type, cell, account } = sheet();
    const [, id = ''] = ids;
    const before = await account(id);
    await type(rep, id, 'status', '6');
    await type(rep, id, 'status', 'ワーキング');
    await send({ calls: false });
    expect([cell(id, 'status'), cell(id, 'requestState')]).toEqual(['ワーキング', '']);
    expect(await account(id)).toEqual(before);
  });

  test('a day without a year is asked back, with the next such day; never taken for a day that is over', async () => {
    const { type, cell, note, account } = sheet();
    const [, , id = ''] = ids;
    await type(rep, id, 'nextCheck', '1/15');
    await send({ calls: false });
    expect(cell(id, 'nextCheck')).toBe('');
    expect((await account(id)).nextCheck).toBeNull();
    expect(note(id, 'nextCheck')).toContain(guessesYears ? '2027-01-15' : 'どの日か決められません');
  });

  test('whoever sits at the window is told by the functions as whom Google has asked', async () => {
    leftOut.clear();
    const facts = resultValue<{ address: string }>(await rep.session.run('sheetFacts'));
    expect(facts.address).toBe(emailOf('is'));
  });
});
