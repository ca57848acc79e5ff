/** queue (POST, scheduled): writes the quarterly-check queue now; for the scheduler and for managers. */
import { queueRequest } from '../contract';
import { runQueue } from '../schedule/queue';
import type { Service } from '../service';
import { SheetsFailed, type Wait } from '../sheets/failures';
import { endpoint } from './endpoint';
import { Problem } from './problems';

const MAX_BYTES = 1024;

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const queue = (service: Service, wait?: Wait) =>
  endpoint(
    {
      method: 'POST',
      accepts: 'json',
      maxBytes: MAX_BYTES,
      input: queueRequest,
      handle: async () => {
        const { queueSheet, registerSheet } = service.config;
        if (queueSheet === null) throw new Problem('QUEUE_SHEET_NOT_SET');
        const run = await runQueue(service.clock(), {
          db: service.db,
          sheets: await service.sheets(),
          queueSheetId: queueSheet,
          registerSheetId: registerSheet,
          wait,
        }).catch(asProblem);
        return { status: 200, body: run };
      },
    },
    service.jobEntrance,
  );

const asProblem = (error: unknown): never => {
  // A request that Sheets finds wrong is a mistake of ours.
  if (!(error instanceof SheetsFailed) || (error.status === 400 && !error.isBarred)) throw error;
  const { status: sheetsStatus, spreadsheetId, message: reason } = error;
  if (error.isBarred)
    throw new Problem('SHEET_NOT_REACHABLE', { facts: { sheetsStatus, spreadsheetId }, reason });
  throw new Problem('SHEETS_UNAVAILABLE', { facts: { sheetsStatus }, reason });
};
