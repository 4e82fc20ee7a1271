import { useAboutNotices, useNotices } from './about-notice.ts';
import { Drafts } from './Drafts.tsx';

interface WaitingProps {
  readonly of: string;
  readonly constituency: string;
}

/** Drafts of a constituency's acts that wait to be posted; nothing while there are none. */
export const WaitingDrafts = ({ of, constituency }: WaitingProps) => {
  const about = useAboutNotices({ election: of, constituency });
  const { value: view } = useNotices(about);
  const drafts = view?.drafts.filter(({ notice }) => notice.constituency === constituency) ?? [];
  if (!view || drafts.length === 0) return null;
  return <Drafts about={about} view={{ ...view, drafts }} />;
};
