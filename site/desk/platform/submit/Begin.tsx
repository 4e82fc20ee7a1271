import { useEffect } from 'preact/hooks';
import { useDesk } from '../../desk-context.ts';
import { address, goTo, queryOf } from '../../router.ts';
import type { ScreenProps } from '../../routes.ts';
import { addItem, ITEM_KINDS, startDraft } from '../draft/draft.ts';
import { platformScreens } from '../platform-paths.ts';
import { beginWork } from '../upload/use-work.ts';
import { ofParams } from '../use-platform.ts';

/** Things about an advertisement that have nothing to ask but their file. */
const FILES_ONLY: ReadonlySet<string> = new Set(['replacement', 'printing-declaration']);

/** Begins a submission and leads to its first step. Nothing is kept before something is typed or chosen. */
export const Begin = ({ params }: ScreenProps) => {
  const desk = useDesk();
  const of = ofParams(params);
  useEffect(() => {
    const query = queryOf(address.get());
    const kind = ITEM_KINDS.find((one) => one === query.get('kind')) ?? 'advertisement';
    const about = { of: query.get('of') ?? '', refused: query.get('refused') ?? '' };
    const draft = addItem(startDraft(crypto.randomUUID()), kind, about);
    beginWork(desk, of, draft);
    const step = FILES_ONLY.has(kind) ? 'files' : 'particulars';
    goTo(platformScreens.submit(of.election, of.platform, draft.id, step), 'replace');
  }, []);
  return <p class="loading">{desk.words.common.loading}</p>;
};
