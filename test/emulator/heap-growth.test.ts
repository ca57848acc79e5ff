import { execFileSync } from 'node:child_process';
import { HEAP_GROWTH_OPTION } from '../../emulator/heap-growth';

test('this Node.js knows the option by which the heap is kept small', () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(options).toContain(HEAP_GROWTH_OPTION);
});
