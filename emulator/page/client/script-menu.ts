/** The menus that the script adds, as menus of the page. */
import type { MenuNode } from '../../apps-script/protocol';
import type { Menu, MenuItem } from './menu-items';

/** `choose` gets the captions from the menu's own down to the item's. */
export function scriptMenus(
  nodes: readonly MenuNode[],
  choose: (captions: readonly string[]) => void,
): Menu[] {
  return nodes.flatMap((node) => (node.kind === 'menu' ? scriptMenu(node, [], choose) : []));
}

function scriptMenu(
  { caption, items }: Extract<MenuNode, { kind: 'menu' }>,
  parents: readonly string[],
  choose: (captions: readonly string[]) => void,
): Menu {
  const captions = [...parents, caption];
  return {
    kind: 'menu',
    label: caption,
    items: items.map((node): MenuItem => {
      if (node.kind === 'menu') return scriptMenu(node, captions, choose);
      if (node.kind === 'separator') return { kind: 'separator' };
      return { kind: 'item', label: node.caption, act: () => choose([...captions, node.caption]) };
    }),
  };
}
