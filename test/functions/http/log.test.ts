/** What the log says of calls that were refused: which function, who, which code; no personal data. */
import { CONTRACT, FUNCTION_NAMES } from '../../../functions/contract/contract';
import type { Operations } from '../../../functions/contract/operation';
import { aRegisterRequest, idOf, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
const lastLine = () => {
  const { severity: _, message: __, ...facts } = suite().logged().at(-1) ?? { severity: 'INFO', message: '' };
  return facts;
};

test.each(FUNCTION_NAMES)('%s: who was refused, and why', async (name) => {
  const cases: [Who | null, object, string][] = [
    ['stranger', { caller: expect.stringMatching(/^sub_[\w-]{12}$/) }, 'NOT_A_MEMBER'],
    ['left', { caller: expect.stringMatching(/^sub_[\w-]{12}$/) }, 'MEMBER_LEFT'],
    ['viewer', { caller: expect.stringMatching(/^sub_[\w-]{12}$/) }, 'REQUEST_INVALID'],
  ];
  const operations: Operations = CONTRACT[name];
  const { example = {} } = operations.GET ?? operations.POST ?? {};
  for (const [who, caller, code] of cases) {
    const query = code === 'REQUEST_INVALID' ? { nonsense: 1 } : example.query;
    const { status } = await suite().call(who, name, {
      ...(query && { query: { ...query } }),
      ...(operations.GET ? {} : { body: example.body ?? {} }),
    });
    expect([name, who, status, lastLine()]).toEqual([
      ...[name, who, code === 'REQUEST_INVALID' ? 400 : 403],
      { function: name, code, ...caller },
    ]);
  }
});

test('refused commands of a block, each code with its number', async () => {
  const nameless = aRegisterRequest('');
  await suite().submit('viewer', aRegisterRequest('株式会社一'), aRegisterRequest('株式会社二'), nameless);
  expect(lastLine()).toEqual({
    ...{ function: 'commands', caller: idOf('viewer') },
    codes: { ROLE_NOT_ALLOWED: 2, REQUEST_INVALID: 1 },
  });
});

test('nothing that was logged names a person', async () => {
  const lines = JSON.stringify(suite().logged());
  expect(lines).toContain('MEMBER_LEFT');
  expect(lines).not.toMatch(/@|株式会社|"stranger"|"viewer"/);
});
