/** How many rows wait to be sent, whoever typed them. */
import { markOf } from '../../functions/domain/register/request-marks';
import { openRegister, readColumn } from './register-sheet';

export const countPending = (): number => {
  const register = openRegister();
  return register === null
    ? 0
    : readColumn(register, 'requestState').filter((cell) => markOf(cell) === 'unsent').length;
};
