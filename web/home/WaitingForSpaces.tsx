import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../i18n/index.ts';
import { queryKeys, useActingAs } from '../react/index.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import styles from './Home.module.css';

/** Three groups, about as high as what will come. */
export function WaitingForSpaces() {
  const { home } = useWords();
  const client = useQueryClient();
  const authId = useActingAs();
  return (
    <Waiting label={home.loading} onCancel={() => void client.cancelQueries({ queryKey: queryKeys.as(authId) })}>
      {[0, 1, 2].map((group) => (
        <div key={group} className={styles.waiting}>
          <Skeleton widths={[0.2, 1, 1]} />
        </div>
      ))}
    </Waiting>
  );
}
