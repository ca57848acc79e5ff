import { aScript, stopScripts } from './a-script';

afterEach(stopScripts);

test('properties belong to the script, the document or one person', async () => {
  const scene = await aScript(`
    function put() {
      PropertiesService.getScriptProperties().setProperty('a', 1).setProperties({ b: '2', c: '3' });
      PropertiesService.getUserProperties().setProperty('mine', 'yes');
      PropertiesService.getDocumentProperties().setProperties({ x: '1' }).setProperties({ y: '2' }, true);
    }
    function read() {
      const p = PropertiesService.getScriptProperties().deleteProperty('c');
      return [p.getProperties(), p.getKeys(), p.getProperty('none'), PropertiesService.getUserProperties().getProperty('mine'),
        PropertiesService.getDocumentProperties().getProperties(), PropertiesService.getUserProperties().deleteAllProperties().getKeys()];
    }`);
  scene.host.setProperties({ BASE: 'http://127.0.0.1:8080' });
  await scene.run('put');
  const other = scene.host.openAs({ email: 'fs@example.com', locale: 'en' });
  const all = { BASE: 'http://127.0.0.1:8080', a: '1', b: '2' };
  expect(await other.run('read')).toEqual([all, ['BASE', 'a', 'b'], null, null, { y: '2' }, []]);
  expect(await scene.run('read')).toEqual([all, ['BASE', 'a', 'b'], null, 'yes', { y: '2' }, []]);
});

test.each([
  [
    'a large property',
    "PropertiesService.getScriptProperties().setProperty('a', 'x'.repeat(9300))",
    'Argument too large: value',
  ],
  [
    'a large cached value',
    "CacheService.getScriptCache().put('a', 'x'.repeat(103000))",
    'Argument too large: value',
  ],
  ['a long cache key', "CacheService.getScriptCache().put('k'.repeat(251), 'x')", 'Argument too large: key'],
])('refused: %s', async (_, call, message) => {
  const { run } = await aScript(`function put() { ${call}; }`);
  await expect(run('put')).rejects.toThrow(message);
});

test('the cache forgets by the suite’s clock', async () => {
  let time = Date.parse('2026-11-20T00:00:00Z');
  const scene = await aScript(
    `function put() {
      CacheService.getScriptCache().put('short', '1', 60);
      CacheService.getScriptCache().putAll({ long: 2, gone: 3 });
      CacheService.getScriptCache().remove('gone');
      CacheService.getUserCache().put('short', 'mine', 60);
    }
    function read() { return [CacheService.getScriptCache().getAll(['short', 'long', 'gone']), CacheService.getUserCache().get('short'), CacheService.getDocumentCache().get('short')]; }`,
    { now: () => new Date(time) },
  );
  await scene.run('put');
  expect(await scene.run('read')).toEqual([{ short: '1', long: '2' }, 'mine', null]);
  time += 61_000;
  expect(await scene.run('read')).toEqual([{ long: '2' }, null, null]);
  time += 600_000;
  expect(await scene.run('read')).toEqual([{}, null, null]);
});

const LOCKED = `
  function hold() {
    const lock = LockService.getScriptLock();
    lock.waitLock(5000);
    const again = lock.tryLock(0);
    SpreadsheetApp.getUi().alert('holding');
    const value = SpreadsheetApp.getActiveSheet().getRange('A1');
    value.setValue(value.getValue() + 1);
    lock.releaseLock();
    return [again, lock.hasLock()];
  }
  function attempt(ms) { const lock = LockService.getScriptLock(); return [lock.tryLock(ms), lock.hasLock()]; }
  function insist() { LockService.getScriptLock().waitLock(1); }
  function document() { return LockService.getDocumentLock().tryLock(0); }
  function keep() { LockService.getScriptLock().waitLock(1000); SpreadsheetApp.getUi().alert('x'); throw new Error('forgot'); }
`;

test('one execution at a time holds a lock; the other waits or gives up', async () => {
  let release: () => void = () => undefined;
  let held: () => void = () => undefined;
  const holding = new Promise<void>((resolve) => {
    held = resolve;
  });
  const alert = (): Promise<'OK'> => {
    held();
    return new Promise((resolve) => {
      release = () => resolve('OK');
    });
  };
  const scene = await aScript(LOCKED, { view: { alert }, cells: { A1: [[0]] } });
  const first = scene.run('hold');
  await holding;
  expect(await scene.run('attempt', 0)).toEqual([false, false]);
  await expect(scene.run('insist')).rejects.toThrow(
    'Lock timeout: another process was holding the lock for too long.',
  );
  expect(await scene.run('document')).toBe(true);
  const waiting = scene.run('attempt', 60_000);
  release();
  expect(await first).toEqual([true, false]);
  expect(await waiting).toEqual([true, true]);
  expect(await scene.run('attempt', 0)).toEqual([true, true]);
});

test('a lock is given back when its execution fails', async () => {
  const scene = await aScript(LOCKED, { view: { alert: async () => 'OK' } });
  await expect(scene.run('keep')).rejects.toThrow('forgot');
  expect(await scene.run('attempt', 0)).toEqual([true, true]);
});

test('many executions under a lock lose nothing', async () => {
  const scene = await aScript(LOCKED, { view: { alert: async () => 'OK' }, cells: { A1: [[0]] } });
  await Promise.all(Array.from({ length: 8 }, () => scene.run('hold')));
  expect(scene.values('Accounts')).toEqual([[8]]);
});
