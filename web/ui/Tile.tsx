import { letterOf, useHue } from './identity.ts';
import styles from './Tile.module.css';

interface TileProps {
  authId: string;
  name: string;
  size?: 'small' | 'large';
}

/** Letter and hue of an identity: square for an app, round for a person. Its name stands beside it. */
export function Tile({ authId, name, size = 'small' }: TileProps) {
  const shape = authId.startsWith('user-') ? styles.person : styles.app;
  return (
    <span aria-hidden="true" data-hue={useHue(authId)} className={`${styles.tile} ${shape} ${styles[size]}`}>
      {letterOf(name)}
    </span>
  );
}
