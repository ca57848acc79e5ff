import { openPromises } from '../../../../functions/domain/account/open-promises';
import { anAccount } from '../../../builders';
import { aHandOver } from '../queue/queue-scene';

test.each([
  [null, null],
  [aHandOver(), null],
  [aHandOver({ promises: ' ' }), null],
  [aHandOver({ promises: '4月に訪問' }), '4月に訪問'],
  [aHandOver({ promises: '4月に訪問', acknowledgedOn: '2026-07-01' }), '4月に訪問'],
  [aHandOver({ promises: '4月に訪問', promisesKeptOn: '2026-07-01' }), null],
])('of %j: %j', (handOver, promises) => expect(openPromises(anAccount({ handOver }))).toBe(promises));
