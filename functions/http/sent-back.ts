/** sent-back (POST): cells that the sheet has given back, kept for who edited them; and those with which the caller is done. */
import { commandContextOf } from '../app/command-context';
import { keepSentBack } from '../app/keep-sent-back';
import { sentBackFunction } from '../contract/sent-back';
import { commandOfCell } from '../domain/digest/sent-back';
import { forgetSentBack } from '../store/sent-back';
import { endpoint } from './endpoint';
import type { Service } from './service';

export const sentBackRoute = (service: Service) =>
  endpoint(
    sentBackFunction,
    {
      POST: async ({ body: { channel, cells, done }, caller }) => {
        await keepSentBack(
          service.db,
          cells.map(({ editor, key, ...cell }) => ({
            ...cell,
            key,
            command: commandOfCell(key),
            row: null,
            retry: null,
            // Whoever sits at the sheet speaks for nobody else.
            editor: channel === 'trigger' ? editor : undefined,
          })),
          commandContextOf(caller, channel, service.clock()),
        );
        return { forgotten: await forgetSentBack(service.db, caller.member.id, done) };
      },
    },
    service.endpointDeps,
  );
