/** The recorder that a person runs once in Google Sheets runs in the local suite, too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aScript } from '../emulator/apps-script/a-script';

test('it leads through thirty gestures, and records the events of each', async () => {
  const toasts: string[] = [];
  const scene = await aScript(readFileSync(join(__dirname, 'gesture-recorder.js'), 'utf8'), {
    view: { toast: ({ message }) => void toasts.push(message) },
  });
  await scene.run('begin');
  await scene.rep.edit("'Play'!A1", [['a']], 'typed');
  await scene.run('next');
  await scene.rep.edit("'Play'!A1", [['b']], 'typed');
  for (let index = 2; index < 31; index += 1) await scene.run('next');
  const recorded = scene.values('Recorded').map(([line]) => JSON.parse(String(line)));
  expect(recorded).toMatchObject([
    { trigger: 'onEdit', gesture: 'Type "a" into A1', range: 'A1', value: 'a' },
    { trigger: 'onEdit', gesture: 'Type "b" over A1', range: 'A1', value: 'b', oldValue: 'a' },
  ]);
  expect(toasts).toHaveLength(31);
  expect(toasts.at(-1)).toContain('thank you');
});
