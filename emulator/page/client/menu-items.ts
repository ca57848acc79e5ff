/** Items of menus, for the page's own menus and those of the script. */

export type MenuItem =
  | { kind: 'item'; label: string; keys?: string; disabled?: boolean; act(): void }
  | { kind: 'separator' }
  | { kind: 'menu'; label: string; items: readonly MenuItem[] };

export type Menu = Extract<MenuItem, { kind: 'menu' }>;
