import { useState } from 'react';
import { chooseTheme, currentTheme } from '../api/theme.ts';
import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { useMedia } from '../ui/use-media.ts';

export function ThemeButton() {
  const { shell } = useWords();
  useMedia('(prefers-color-scheme: dark)'); // the system's theme may change under us
  const [, setChanges] = useState(0);
  const other = currentTheme() === 'dark' ? 'light' : 'dark';
  const change = () => {
    chooseTheme(other);
    setChanges((changes) => changes + 1);
  };
  return (
    <Button look="quiet" onClick={change} aria-label={other === 'dark' ? shell.toDark : shell.toLight}>
      <svg aria-hidden="true" viewBox="0 0 20 20" width="20" height="20" fill="currentColor">
        {other === 'dark' ? (
          <path d="M16.500 12.300A7 7 0 0 1 7.700 3.500a.6.6 0 0 0-.8-.7 8 8 0 1 0 10.300 10.300.6.6 0 0 0-.7-.8Z" />
        ) : (
          <path d="M10 6.200a3.800 3.800 0 1 0 0 7.600 3.800 3.800 0 0 0 0-7.600ZM9.200 1h1.600v3H9.200zM9.200 16h1.600v3H9.200zM1 9.200h3v1.600H1zM16 9.200h3v1.600h-3zM3.100 4.200l1.100-1.100 2.100 2.100-1.100 1.100zM13.700 14.800l1.100-1.100 2.100 2.100-1.100 1.100zM4.200 16.900l-1.100-1.100 2.100-2.100 1.100 1.100zM14.800 6.300l-1.100-1.100 2.100-2.100 1.100 1.100z" />
        )}
      </svg>
    </Button>
  );
}
