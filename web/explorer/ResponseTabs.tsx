import { useState } from 'react';
import type { PodioAnswer } from '../api/errors.ts';
import { useWords } from '../i18n/index.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { CopyAs } from './CopyAs.tsx';
import { ResponseBody } from './ResponseBody.tsx';
import { ResponseHeaders } from './ResponseHeaders.tsx';

export function ResponseTabs({ answer }: { answer: PodioAnswer }) {
  const { explorer: words } = useWords();
  const [tab, setTab] = useState('body');
  return (
    <Tabs
      label={words.response}
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'body', label: words.bodyTab, panel: <ResponseBody answer={answer} /> },
        { value: 'headers', label: words.headersTab, panel: <ResponseHeaders answer={answer} /> },
        { value: 'copy', label: words.copyAsTab, panel: <CopyAs call={answer.call} /> },
      ]}
    />
  );
}
