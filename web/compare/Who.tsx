import { useNavigate } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { AuthenticationPicker } from '../shell/AuthenticationPicker.tsx';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { keepFocus } from '../ui/PageTitle.tsx';
import styles from './Compare.module.css';
import type { Comparison } from './use-compare.ts';

/** Who the call is compared as. */
export function Who({ comparison }: { comparison: Comparison }) {
  const { compare: words } = useWords();
  const { a, b, to, body } = comparison;
  const navigate = useNavigate();
  const swap = () => {
    void navigate(to({ a: b, b: a }), { replace: true, state: { ...keepFocus, body } });
    announce(words.swap);
  };
  return (
    <div className={styles.who}>
      <AuthenticationPicker id={a} label={words.first} to={(id) => to({ a: id, b })} />
      <Button onClick={swap}>{words.swap}</Button>
      <AuthenticationPicker id={b} label={words.second} to={(id) => to({ a, b: id })} />
    </div>
  );
}
