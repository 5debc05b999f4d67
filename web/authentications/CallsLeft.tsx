import type { useFacts } from './use-rows.ts';

/** Calls left under both of Podio's ceilings; the one for heavy calls only once a call counted against it. */
export function CallsLeft({ facts }: { facts: ReturnType<ReturnType<typeof useFacts>> }) {
  return (
    <>
      <span title={facts.leftInWords}>{facts.left}</span>
      {facts.heavyLeft && <div className="muted small">{facts.heavyLeft}</div>}
    </>
  );
}
