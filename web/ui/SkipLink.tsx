import styles from './SkipLink.module.css';

/** First stop of the Tab key: past the header, to the content. */
export function SkipLink({ children }: { children: string }) {
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is a link within the page; only the address is left as it is
    <a
      href="#main"
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault(); // a fragment in the address would be one more step for Back
        document.getElementById('main')?.focus();
      }}
    >
      {children}
    </a>
  );
}
