import { useContext } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useWords } from '../i18n/index.ts';
import { Card } from '../ui/Card.tsx';
import { ArrivalContext } from './arrival-context.ts';
import { Denied, Used } from './CallbackFailed.tsx';
import { Finishing } from './Finishing.tsx';
import { SignedInAgain } from './SignedInAgain.tsx';

/** S2 and S3: what `main.tsx` took out of the address is being finished here; it is never posted from here. */
export default function Callback() {
  const arrival = useContext(ArrivalContext);
  const again = useSearchParams()[0].get('again');
  const { callback } = useWords();
  return (
    <Card>
      {again !== null ? (
        <SignedInAgain id={again} words={callback.inOtherTab} />
      ) : arrival?.kind === 'posted' ? (
        <Finishing arrival={arrival} />
      ) : arrival?.kind === 'denied' ? (
        <Denied description={arrival.description} />
      ) : (
        <Used />
      )}
    </Card>
  );
}
