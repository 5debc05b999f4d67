import { type FormEvent, useEffect, useId, useState } from 'react';
import type { Authentication } from '../../server/contract.ts';
import { setAsks, setColour, setLabel, useAsks, useLabels } from '../api/remembered.ts';
import { createStore, useStore } from '../api/store.ts';
import { useWords } from '../i18n/index.ts';
import { useAuthConfig } from '../react/index.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { hueOf, hues, useHue } from '../ui/identity.ts';
import { Dialog } from '../ui/lazy-dialogs.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Edit.module.css';

const edited = createStore<{ authentication: Authentication; open: boolean } | undefined>(undefined);

export const askToEdit = (authentication: Authentication): void => edited.set({ authentication, open: true });

/**
 * What a person decides about one authentication in this browser: what it is called, its colour, and whether writes ask
 * first. Stands once on the page, beside table and cards: one that turns into the other keeps what was typed.
 */
export function EditDialog() {
  useEffect(() => () => edited.set(undefined), []); // gone with the page
  const shown = useStore(edited);
  if (!shown) return null;
  // While it closes it stays, to give the focus back.
  const close = () => edited.set({ ...shown, open: false });
  return <Edited key={shown.authentication.id} {...shown} onClose={close} />;
}

function Edited({ authentication, open, onClose }: { authentication: Authentication; open: boolean; onClose: () => void }) {
  const { authentications, common } = useWords();
  const { edit: words } = authentications;
  const labels = useLabels();
  const named = common.named(labels[authentication.id] ?? authentication.name, authentication.ref);
  return (
    <Dialog title={words.of(named)} open={open} onClose={onClose}>
      <EditForm authentication={authentication} onDone={onClose} />
    </Dialog>
  );
}

function EditForm({ authentication, onDone }: { authentication: Authentication; onDone: () => void }) {
  const { authentications, common } = useWords();
  const { edit: words } = authentications;
  const { id, name } = authentication;
  const asksByDefault = useAuthConfig().data?.mode !== 'sandbox';
  const [label, setOwnLabel] = useState(useLabels()[id] ?? '');
  const [hue, setHue] = useState<(typeof hues)[number]>(useHue(id));
  const [chosen, setChosen] = useState(useAsks()[id]);
  const ask = chosen ?? asksByDefault; // the default may be known only after the form is drawn
  const askHintId = useId();
  const colourId = useId();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setLabel(id, label.trim() === name ? '' : label);
    setColour(id, hue === hueOf(id) ? undefined : hue);
    setAsks(id, ask === asksByDefault ? undefined : ask);
    announce(words.saved(label.trim() || name));
    onDone();
  };
  return (
    <form onSubmit={save} className={styles.form}>
      <TextField
        label={words.label}
        hint={words.labelHint(name)}
        value={label}
        onChange={(event) => setOwnLabel(event.target.value)}
        autoComplete="off"
      />
      <div role="radiogroup" aria-labelledby={colourId} className={styles.colours}>
        <span id={colourId} className={styles.legend}>
          {words.colour}
        </span>
        <div className={styles.choices}>
          {hues.map((each) => (
            <label key={each} data-hue={each} className={styles.choice}>
              <input type="radio" name="colour" value={each} checked={each === hue} onChange={() => setHue(each)} />
              <span aria-hidden="true" className={styles.swatch} />
              {words.colours[each]}
            </label>
          ))}
        </div>
      </div>
      <div>
        <Checkbox label={words.ask} checked={ask} onChange={setChosen} describedBy={askHintId} />
        <p id={askHintId} className="muted small">
          {words.askHint}
        </p>
      </div>
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          {words.save}
        </Button>
        <Button onClick={onDone}>{common.cancel}</Button>
      </div>
    </form>
  );
}
