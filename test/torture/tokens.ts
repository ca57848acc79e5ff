/** Hostile tokens, at every function and method: nobody is let in, and nothing breaks. */
import { type LocalIdentity, startIdentity } from '../../emulator/identity';
import { CONTRACT, FUNCTION_NAMES } from '../../functions/contract/contract';
import { hostileTokens } from '../hostile-tokens';
import { emailOf, type TestSuite } from '../suite';
import type { TortureRun } from './torture-run';

export const hostileCalls = async (
  suite: TestSuite,
  stranger: LocalIdentity,
  run: TortureRun,
): Promise<void> => {
  const { identity } = suite;
  const tokens = hostileTokens(() => ({ identity, stranger, email: emailOf('admin'), hd: undefined }));
  const calls = FUNCTION_NAMES.flatMap((name) =>
    Object.keys(CONTRACT[name]).map((method) => ({ name, method })),
  );
  for (const [what, make, status, code] of run.random.shuffled(tokens)) {
    const token = await make();
    for (const { name, method } of calls) {
      const answer = await fetch(suite.functions[name] ?? '', {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      const text = await answer.text();
      run.count('calls');
      run.expect(
        answer.status === status && text.includes(`"code":"${code}"`),
        () => `${what} at ${method} ${name}: ${answer.status} ${text.slice(0, 200)}, not ${status} ${code}`,
      );
      run.expect(
        !token.split('.').some((part) => part.length > 15 && text.includes(part)),
        () => `${what} at ${method} ${name}: the answer quotes the token`,
      );
    }
  }
};

export const tokens =
  (suite: TestSuite) =>
  async (run: TortureRun): Promise<void> => {
    const stranger = await startIdentity({});
    try {
      do await hostileCalls(suite, stranger, run);
      while (run.hasTime());
    } finally {
      await stranger.stop();
    }
  };
