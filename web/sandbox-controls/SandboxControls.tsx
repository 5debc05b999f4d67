import { useWords } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import Dialog from '../ui/Dialog.tsx';
import { Fillers } from './Fillers.tsx';
import { Group } from './Group.tsx';
import { Planted } from './Planted.tsx';
import { TroubleControls } from './TroubleControls.tsx';
import { useControl } from './use-control.ts';

const hour = 3600;
const day = 24 * hour;

/** What can be done with the sandbox: its clock, planted trouble, sample authentications, and back to the start. */
export default function SandboxControls({ onClose }: { onClose: () => void }) {
  const { sandboxControls: words, common } = useWords();
  const control = useControl();
  return (
    <Dialog title={words.title} open onClose={onClose}>
      <p className="muted small">{words.about}</p>
      <Group name="time" result={control.result}>
        <Button onClick={() => control.advance(8 * hour, words.hoursDone)}>{words.hours}</Button>
        <Button onClick={() => control.advance(28 * day, words.daysDone)}>{words.days}</Button>
      </Group>
      <Group name="trouble" result={control.result}>
        <TroubleControls control={control} />
      </Group>
      <Group name="data" result={control.result}>
        <Fillers />
        <Button look="danger" onClick={control.reset}>
          {words.reset}
        </Button>
      </Group>
      <Planted />
      <Button onClick={onClose}>{common.close}</Button>
    </Dialog>
  );
}
