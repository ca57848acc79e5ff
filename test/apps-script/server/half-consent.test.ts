/** Somebody has left a scope out when Google asked: Google asks again, and nothing that was typed is lost. */
import { emailOf } from '../../suite';
import { resultValue, usingSheet } from '../sheet-scene';

const refused = new Set(['openid']);
const sheet = usingSheet({
  refusedScopes: (email) => (email === emailOf('is') ? [...refused] : []),
});

test('sending ends with the question of Google, and sends once the scope is granted', async () => {
  const scene = sheet();
  const [row] = await scene.companies('株式会社半端');
  const seat = await scene.sit('is');
  await scene.type(seat, row?.id ?? '', 'status', '不適合');
  await expect(seat.session.run('sendPending')).rejects.toThrow('Authorization is required');
  expect(String(scene.cell(row?.id ?? '', 'requestState'))).toContain('未送信');

  refused.clear();
  const report = resultValue<{ waiting: number }>(await seat.session.run('sendPending'));
  expect(report.waiting).toBe(0);
});
