/**
 * The links of the generated tabs: they name an account or a finding, signed, and are led to its row when somebody clicks.
 * Not verified against Google: that Sheets opens such a link without asking further, and selects the row that the address behind
 * the redirect names.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { classifyRows } from '../domain/register/classify-row';
import { FINDING_TEXTS } from '../domain/register/findings-text';
import { type MakeRowLink, type RowTarget, targetRow } from '../domain/register/row-target';
import { REGISTER_TAB } from '../domain/register/tabs';
import type { SheetsClient } from '../sheets/client';
import { readIsHidden } from '../sheets/hidden-row';
import { readRowIdentities } from '../sheets/row-identities';
import { OPEN_FUNCTION } from './open-functions';

export interface LinkSettings {
  /** Where a browser reaches the functions; without a slash at its end. */
  functionsUrl: string;
  /** Whoever has it can make links; the sheets hold links only. */
  linkKey: string;
}

/** 128 bits in base64url. */
const SIGNATURE_LENGTH = 22;

const signatureOf = ({ finding, accountId, company }: RowTarget, key: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([finding, accountId, company]))
    .digest('base64url')
    .slice(0, SIGNATURE_LENGTH);

/** Without settings nothing is linked: a link to a row's number would open another company after the next sort. */
export const rowLinks = (settings: LinkSettings | null): MakeRowLink =>
  settings === null
    ? () => undefined
    : (target) => {
        const query = new URLSearchParams({
          ...(target.finding === null ? {} : { finding: target.finding }),
          ...(target.accountId === '' ? {} : { account: target.accountId }),
          ...(target.company === '' ? {} : { company: target.company }),
          signature: signatureOf(target, settings.linkKey),
        });
        return `${settings.functionsUrl}/${OPEN_FUNCTION}?${query}`;
      };

const isFinding = (text: string): text is NonNullable<RowTarget['finding']> =>
  Object.hasOwn(FINDING_TEXTS, text);

/** What a link names; null where it was not made with this key. */
export const readRowLink = (query: URLSearchParams, key: string): RowTarget | null => {
  const finding = query.get('finding');
  if (finding !== null && !isFinding(finding)) return null;
  const target = { finding, accountId: query.get('account') ?? '', company: query.get('company') ?? '' };
  const signature = Buffer.from(query.get('signature') ?? '');
  const ourSignature = Buffer.from(signatureOf(target, key));
  return signature.length === ourSignature.length && timingSafeEqual(signature, ourSignature) ? target : null;
};

/** Where a row stands at this moment. */
export interface RowPlace {
  /** As an address of Google Sheets. */
  location: string;
  /** Hidden by the register's filter or by hand, so that a person who follows the link would see other rows. */
  isHidden: boolean;
}

/**
 * Null where the row is gone. Four calls. Throws RegisterRefusedError where the register's columns cannot be told, and
 * SheetsError.
 */
export const locateRow = async (
  sheets: SheetsClient,
  registerSheetId: string,
  target: RowTarget,
): Promise<RowPlace | null> => {
  const identities = await readRowIdentities(sheets, registerSheetId);
  const row = identities === null ? null : targetRow(classifyRows(identities.rows), target);
  if (identities === null || row === null) return null;
  const register = `https://docs.google.com/spreadsheets/d/${registerSheetId}/edit#gid=${REGISTER_TAB}`;
  return {
    location: `${register}&range=${row}:${row}`,
    isHidden: await readIsHidden(sheets, registerSheetId, identities.tab, row),
  };
};
