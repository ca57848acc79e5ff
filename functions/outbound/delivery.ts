/** What becomes of one message on its way to a server that is not ours. */
import type { DeliveryProblem } from '../domain/digest/delivery-texts';

/**
 * `failed`: the receiver has not got it, so it may be sent again. `uncertain`: the receiver may have got it. `status` is the
 * server's own answer, of SMTP or HTTP; null where it gave none.
 */
export type Delivery =
  | { outcome: 'sent' }
  | { outcome: 'failed' | 'uncertain'; problem: DeliveryProblem; status: number | null };

export const SENT: Delivery = { outcome: 'sent' };

export const failedDelivery = (problem: DeliveryProblem, status: number | null = null): Delivery => ({
  outcome: 'failed',
  problem,
  status,
});

export const uncertainDelivery = (status: number | null = null): Delivery => ({
  outcome: 'uncertain',
  problem: 'UNCONFIRMED',
  status,
});

/** Codes of Node.js for a connection that was never made. */
const NOT_CONNECTED: readonly unknown[] = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
];
export const isNotConnected = (code: unknown): boolean => NOT_CONNECTED.includes(code);

/** Of Node.js or OpenSSL, for a connection whose other end could not be proved to be who it should be. */
export const isUntrusted = (code: unknown): boolean =>
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(String(code));
