import type { ComponentPropsWithRef, MouseEvent } from 'react';
import styles from './Button.module.css';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  look?: ButtonLook;
  /** While what it started is under way: it stays, in this text, and ignores presses. */
  busy?: string | false;
  /** Cannot work now; it stays reachable, and text beside it says why. */
  unavailable?: boolean;
  /** Full width and 44 px high, as in forms. */
  wide?: boolean;
}

export function Button({
  look = 'secondary',
  busy,
  unavailable,
  wide,
  type = 'button',
  onClick,
  children,
  className,
  ...rest
}: ButtonProps) {
  const ignores = Boolean(busy) || unavailable;
  const press = (event: MouseEvent<HTMLButtonElement>) => (ignores ? event.preventDefault() : onClick?.(event));
  return (
    <button {...rest} type={type} className={buttonClass(look, wide, className)} aria-disabled={ignores || undefined} onClick={press}>
      {busy || children}
    </button>
  );
}

export const buttonClass = (look: ButtonLook, wide?: boolean, more?: string) =>
  [styles.button, styles[look], wide && styles.wide, more].filter(Boolean).join(' ');
