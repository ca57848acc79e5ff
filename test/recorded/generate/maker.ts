/** How a command of one kind is made for an account as it stands. */
import type { Json } from './json';
import type { Actor } from './people';
import type { Known, World } from './world';

export interface Scene extends Known {
  world: World;
  actor: Actor;
}

export interface Maker {
  /** Whether the product is likely to accept it here; it is made in other scenes, too, and then mostly refused. */
  fits: (scene: Scene) => boolean;
  make: (scene: Scene) => Json;
  /** Where a refusal tells the most; anywhere unless it says so. */
  nearly?: (scene: Scene) => boolean;
}
