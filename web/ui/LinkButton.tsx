import { Link, type LinkProps } from 'react-router-dom';
import { type ButtonLook, buttonClass } from './Button.tsx';

interface LinkButtonProps extends LinkProps {
  look?: ButtonLook;
  wide?: boolean;
}

/** A link that looks like a button: it goes somewhere, so it stays a link. */
export function LinkButton({ look = 'secondary', wide, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass(look, wide, className)} />;
}
