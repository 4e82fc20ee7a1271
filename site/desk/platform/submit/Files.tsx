import { useState } from 'preact/hooks';
import { visibleText } from '#shared/publication/plain-text.ts';
import { useDesk } from '../../desk-context.ts';
import { ErrorSummary, type SummaryProblem } from '../../forms/ErrorSummary.tsx';
import { fieldId } from '../../forms/field-id.ts';
import { goTo } from '../../router.ts';
import { Screen } from '../../shell/Screen.tsx';
import { type DraftItem, filesOfItem, typedIn, USES_OF } from '../draft/draft.ts';
import { itemPage } from '../draft/item-fields.ts';
import { readShownDay } from '../draft/read-shown-day.ts';
import { serverProblems } from '../draft/server-problems.ts';
import { linksIn } from '../draft/submission-of.ts';
import { platformScreens } from '../platform-paths.ts';
import { usePlaceName } from '../use-platform.ts';
import { usePlatformWords } from '../words/with-words.tsx';
import { About } from './About.tsx';
import { DeadlineLine } from './DeadlineLine.tsx';
import { barredWords, FileRow } from './FileRow.tsx';
import { PickFiles } from './PickFiles.tsx';
import { StepList } from './StepList.tsx';
import type { StepProps } from './Submit.tsx';
import { WholeWords } from './WholeWords.tsx';

const pickPath = (item: DraftItem): string => `files.${item.key}`;

/** An advertisement needs its copy, or an address; a correction may come without a file. */
const needsFile = (draft: StepProps['state']['draft'], item: DraftItem): boolean => {
  if (item.kind === 'correction') return false;
  if (item.kind !== 'advertisement') return filesOfItem(draft, item).length === 0;
  const hasLinks = typedIn(draft, item, 'realTime') === 'yes' && linksIn(draft, item).length > 0;
  return filesOfItem(draft, item, 'copy').length === 0 && !hasLinks;
};

/** What stands between this step and the next, each with the way to it. */
const useMissing = ({ of, platform, work, state }: StepProps): readonly SummaryProblem[] => {
  const { language, words } = useDesk();
  const platformWords = usePlatformWords();
  const { upload } = platformWords;
  const { draft, files, failure } = state;
  const pages = draft.items.map((item, index) =>
    itemPage({ words: platformWords, language, platform, draft, item, index }),
  );
  const particulars = platformScreens.submit(of.election, of.platform, draft.id, 'particulars');
  const refused = serverProblems(pages, failure, words.common).map(({ field, problem }) => ({
    path: field,
    sentence: problem,
    ...(field === '' ? {} : { href: particulars }),
  }));
  const lacking = draft.items
    .filter((item) => needsFile(draft, item))
    .map((item) => ({ path: pickPath(item), sentence: upload.copyMissing[item.kind] }));
  const ofFiles = draft.files.flatMap((file): readonly SummaryProblem[] => {
    const state = files[file.key];
    const path = `file.${file.key}`;
    const name = visibleText(file.name);
    switch (state?.phase) {
      case 'barred':
        return [{ path, sentence: upload.removeFirst(name, barredWords(file, language)) }];
      case 'gone':
        return [{ path, sentence: upload.chooseAgain(name) }];
      case 'paused':
        return [{ path, sentence: upload.isPaused(name) }];
      case 'sent':
        return [];
      default:
        return [{ path, sentence: upload.notThere(name) }];
    }
  });
  const found = [...refused, ...lacking, ...ofFiles];
  const isQuiet = found.length === 0 && !work.isAllHere();
  return isQuiet ? [{ path: '', sentence: upload.notYet }] : found;
};

const ItemFiles = ({
  item,
  index,
  ...props
}: StepProps & { readonly item: DraftItem; readonly index: number }) => {
  const { of, platform, work, state } = props;
  const { submit, upload } = usePlatformWords();
  const { draft, files } = state;
  const [first] = USES_OF[item.kind];
  const isAdvertisement = item.kind === 'advertisement';
  const published = readShownDay(typedIn(draft, item, 'publishedOn'));
  const title = isAdvertisement
    ? draft.items.length > 1
      ? `${submit.advertisement(index + 1)} · ${upload.files}`
      : upload.files
    : upload.uses[first];
  return (
    <section class="p-item" aria-labelledby={`files-${item.key}`}>
      {isAdvertisement && published !== null && (
        <DeadlineLine publishedOn={published} weather={platform.weather} />
      )}
      <h2 id={`files-${item.key}`}>{title}</h2>
      <About of={of} platform={platform} item={item} />
      {isAdvertisement && <p class="hint">{upload.whichFiles}</p>}
      <PickFiles
        path={pickPath(item)}
        label={title}
        several={USES_OF[item.kind].length > 1}
        note={null}
        onFiles={(chosen) => {
          for (const file of chosen) work.addFile(item.key, first, file);
        }}
      />
      {index === 0 && <WholeWords state={state} />}
      <ul class="p-files">
        {filesOfItem(draft, item).map((file) => {
          const one = files[file.key];
          return (
            one && (
              <FileRow
                key={file.key}
                draft={draft}
                item={item}
                file={file}
                state={one}
                work={work}
                pickId={fieldId(pickPath(item))}
              />
            )
          );
        })}
      </ul>
    </section>
  );
};

/** Step 2: files and documents, on their way while more are chosen. */
export const Files = (props: StepProps) => {
  const { of, platform, work, state } = props;
  const { submit, upload, own, steps } = usePlatformWords();
  const placeOf = usePlaceName();
  const { draft } = state;
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<readonly SummaryProblem[]>([]);
  const missing = useMissing(props);
  const hrefOf = (step: 'particulars' | 'files' | 'check'): string =>
    platformScreens.submit(of.election, of.platform, draft.id, step);
  const goOn = (): void => {
    work.goOn();
    setFound(missing);
    if (missing.length > 0) setTurn(turn + 1);
    else goTo(hrefOf('check'));
  };
  // What was found when Continue was pressed, without what has been mended since: nothing new is called wrong meanwhile.
  const isStill = ({ path, sentence }: SummaryProblem): boolean =>
    missing.some((one) => one.path === path && one.sentence === sentence);
  const told = [
    ...missing.filter(({ href }) => href !== undefined),
    ...found.filter((one) => one.href === undefined && isStill(one)),
  ];
  return (
    <Screen
      title={submit.filesTitle(draft.items[0]?.kind ?? 'advertisement')}
      subject={placeOf(platform)}
      back={{ href: platformScreens.own(of.election, of.platform), name: own.title }}
      problems={told.length}
      focusKey={steps.names.files}
    >
      <StepList current="files" hrefOf={hrefOf} />
      <ErrorSummary problems={told} turn={turn} />
      {draft.items.map((item, index) => (
        <ItemFiles key={item.key} {...props} item={item} index={index} />
      ))}
      <div class="warn p-mask">
        <p>
          <b>{upload.mask}</b>
          {upload.maskWhy}
        </p>
      </div>
      <p class="buttons">
        <button type="button" onClick={goOn}>
          {upload.toCheck}
        </button>
        <a class="button second" href={platformScreens.own(of.election, of.platform)}>
          {submit.saveDraft}
        </a>
      </p>
      <p class="hint">{upload.whenReceived}</p>
    </Screen>
  );
};
