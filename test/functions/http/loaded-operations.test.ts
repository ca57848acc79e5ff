import { CONTRACT, FUNCTION_NAMES } from '../../../functions/contract/contract';
import { LOADED_OPERATIONS } from '../../../functions/http/loaded-operations';

test.each(FUNCTION_NAMES)('a call of %s is read by what the contract says of it', async (name) => {
  expect(await LOADED_OPERATIONS[name]()).toBe(CONTRACT[name]);
});
