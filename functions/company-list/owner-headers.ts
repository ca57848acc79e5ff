/** The headers of who of the team has which part in an account, beside its owner. */
import { text } from '../domain/text/text';

export const OWNER_HEADERS = {
  insideSales: [
    'IS担当',
    'IS担当者',
    'IS担当者名',
    'インサイドセールス',
    'インサイドセールス担当',
    'インサイドセールス担当者',
    '内勤営業',
    '内勤担当',
    'Inside Sales',
    'Inside Sales Rep',
    'Inside Sales Owner',
    'SDR',
    'SDR Owner',
    'BDR',
    'BDR Owner',
  ],
  ownerRole: [
    '担当者の役割',
    '担当者役割',
    '担当の役割',
    '担当役割',
    '担当者区分',
    '担当区分',
    '担当者種別',
    '担当種別',
    '営業区分',
    'Owner Role',
    "Owner's Role",
    'Owner Type',
    'Rep Role',
    'Sales Role',
  ],
} as const satisfies Record<string, readonly string[]>;

export const OWNER_LABELS = {
  insideSales: text('IS 担当', 'Inside sales'),
  ownerRole: text('担当者の役割', "Owner's role"),
};
