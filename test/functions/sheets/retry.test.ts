import { SheetsError, withRetry, wrapErrors } from '../../../functions/sheets/retry';

const failing = (status: number | null, message = 'No.') =>
  new SheetsError(
    'book',
    status === null ? new Error(message) : Object.assign(new Error(message), { status }),
  );

describe('what a failure is', () => {
  test.each<[number | null, string, passing: boolean, barred: boolean]>([
    [null, 'fetch failed', true, false],
    [429, 'Quota exceeded', true, false],
    [500, 'Internal error encountered.', true, false],
    [502, 'Bad gateway', true, false],
    [503, 'The service is currently unavailable.', true, false],
    [504, 'Deadline exceeded', true, false],
    [501, 'Not emulated', false, false],
    [400, 'Invalid requests[0]', false, false],
    [400, 'You are trying to edit a protected cell or object.', false, true],
    [401, 'Invalid credentials', false, false],
    [403, 'The caller does not have permission', false, true],
    [404, 'Requested entity was not found.', false, true],
    [403, 'Rate Limit Exceeded', true, false],
  ])('%p %s: passing %p, barred %p', (status, message, isTransient, isAccessDenied) => {
    expect(failing(status, message)).toMatchObject({ status, isTransient, isAccessDenied });
  });

  test.each<[number, string, 'api' | 'scope' | 'sharing' | 'policy' | null]>([
    [
      403,
      'Google Sheets API has not been used in project 123456789012 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=123456789012 then retry.',
      'api',
    ],
    [403, 'Request had insufficient authentication scopes.', 'scope'],
    [
      403,
      "The user's organization does not allow sharing with users outside of the organization.",
      'sharing',
    ],
    [403, 'shareOutNotPermitted', 'sharing'],
    [403, 'External sharing is disabled for this file.', 'sharing'],
    [403, 'The domain administrators have disabled Drive apps.', 'policy'],
    [403, "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: x", 'policy'],
    [403, 'The caller does not have permission', null],
    [403, 'The user does not have sufficient permissions for this file.', null],
    [404, 'Requested entity was not found.', null],
  ])('%i %s: set up is missing: %j', (status, message, missing) => {
    expect(failing(status, message).missingSetup).toBe(missing);
  });

  test('the reason that Google names beside its message tells it, too', () => {
    const error = { errors: [{ reason: 'domainPolicy' }], details: [{ reason: 'SERVICE_DISABLED' }] };
    const cause = (reasons: object) =>
      Object.assign(new Error('Forbidden'), { status: 403, response: { data: { error: reasons } } });
    expect(new SheetsError('book', cause({ errors: error.errors })).missingSetup).toBe('policy');
    expect(new SheetsError('book', cause({ details: error.details })).missingSetup).toBe('api');
    expect(new SheetsError('book', cause({})).missingSetup).toBeNull();
  });

  test('a call that timed out is none that passes, however deep that stands', () => {
    const timeout = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    expect(new SheetsError('book', new Error('gaxios', { cause: timeout })).isTransient).toBe(false);
    expect(new SheetsError('book', timeout).isTransient).toBe(false);
  });

  test('it says which spreadsheet', async () => {
    await expect(wrapErrors('book', () => Promise.reject(new Error('secret')))).rejects.toMatchObject({
      name: 'SheetsError',
      spreadsheetId: 'book',
      status: null,
    });
    expect(await wrapErrors('book', async () => 1)).toBe(1);
  });
});

describe('retries', () => {
  const tried = async (...outcomes: (number | Error)[]) => {
    const waits: number[] = [];
    const left = [...outcomes];
    const done = await withRetry(
      async () => {
        const outcome = left.shift() ?? 0;
        if (typeof outcome === 'number') return outcome;
        throw outcome;
      },
      async (milliseconds) => waits.push(milliseconds),
    ).catch((error: unknown) => error);
    return { done, waits, left: left.length };
  };
  const busy = failing(429);

  test('none is needed where it goes well', async () => {
    expect(await tried(7)).toEqual({ done: 7, waits: [], left: 0 });
  });
  test('until it goes well', async () => {
    expect(await tried(busy, busy, 7)).toEqual({ done: 7, waits: [1_000, 2_000], left: 0 });
  });
  test('for 25 seconds, and then the last failure', async () => {
    const last = failing(503);
    const { done, waits, left } = await tried(busy, busy, busy, busy, busy, last, 7);
    expect(done).toBe(last);
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000]);
    expect(left).toBe(1);
  });
  test.each([failing(404), failing(400), new Error('not of Sheets')])('not with %p', async (error) => {
    expect(await tried(error, 7)).toEqual({ done: error, waits: [], left: 1 });
  });
});
